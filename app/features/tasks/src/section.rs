use kernel::{Instant, Zone};

use crate::Task;

/// Where a task stands in somebody's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    /// It should have been done.
    Overdue,
    /// It is for today.
    Today,
    /// It is for one of the seven days after today.
    Week,
    /// It has no day.
    Undated,
    /// It comes after that.
    Later,
}

impl Section {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Overdue, Self::Today, Self::Week, Self::Undated, Self::Later];

    /// Where an open task stands at this moment.
    pub fn of(task: &Task, now: Instant, zone: &Zone) -> Self {
        let Some(day) = task.day else { return Self::Undated };
        if task.is_overdue(now) {
            return Self::Overdue;
        }
        match day.0 - zone.day(now).0 {
            ..=0 => Self::Today,
            1..=7 => Self::Week,
            _ => Self::Later,
        }
    }

    /// The key of its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Overdue => "day-overdue",
            Self::Today => "day-today",
            Self::Week => "day-week",
            Self::Undated => "day-undated",
            Self::Later => "day-later",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{TaskKind, due_at};
    use kernel::TaskId;

    fn task(day: Option<&str>, time: &str, zone: &Zone) -> Task {
        let (day, time) = (day.map(|day| day.parse().unwrap()), time.parse().ok());
        Task {
            id: TaskId(1),
            record: None,
            about: None,
            kind: TaskKind::ToDo,
            title: "x".into(),
            note: String::new(),
            day,
            time,
            due_at: day.map(|day| due_at(day, time, zone)),
            minutes: None,
            assignees: Vec::new(),
            repeat: None,
            done_at: None,
            done_by: None,
            created_by: None,
            may_change: true,
            version: 1,
        }
    }

    #[test]
    fn a_task_stands_where_its_moment_and_its_day_say() {
        let zone = kernel::zone("Europe/Rome").unwrap();
        let now = zone.parse_local("2026-11-22T10:00").unwrap();
        let of = |day: Option<&str>, time: &str| Section::of(&task(day, time, &zone), now, &zone);
        assert_eq!(of(Some("2026-11-21"), ""), Section::Overdue);
        assert_eq!(of(Some("2026-11-22"), "09:59"), Section::Overdue);
        assert_eq!(of(Some("2026-11-22"), "10:00"), Section::Today);
        assert_eq!(of(Some("2026-11-22"), ""), Section::Today, "a whole day is in time until it ends");
        assert_eq!(of(Some("2026-11-23"), "00:00"), Section::Week);
        assert_eq!(of(Some("2026-11-29"), ""), Section::Week);
        assert_eq!(of(Some("2026-11-30"), ""), Section::Later);
        assert_eq!(of(None, ""), Section::Undated);
    }

    #[test]
    fn a_day_changes_at_the_organisations_midnight() {
        let zone = kernel::zone("Europe/Rome").unwrap();
        let one = task(Some("2026-11-22"), "", &zone);
        let midnight = zone.parse_local("2026-11-23T00:00").unwrap();
        assert_eq!(Section::of(&one, midnight.plus(-1), &zone), Section::Today);
        assert_eq!(Section::of(&one, midnight, &zone), Section::Overdue);
        assert!(one.is_overdue(midnight) && !one.is_overdue(midnight.plus(-1)));
    }
}
