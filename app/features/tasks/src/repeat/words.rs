//! A rule as a sentence.

use kernel::Text;

use super::{Counted, Ends, MonthDay, Repeat, Rhythm};

impl Repeat {
    /// "Every two weeks on Mon, Thu, until 24 Dec 2026".
    pub fn text(&self) -> Text {
        let rhythm = self.rhythm.text();
        let until = match self.ends {
            Ends::Never => rhythm,
            Ends::Until(day) => Text::new("task-repeat-until").with("rule", rhythm).with("day", day),
            Ends::After(times) => Text::new("task-repeat-times").with("rule", rhythm).with("count", times),
        };
        match self.counted {
            Counted::Due => until,
            Counted::Done => Text::new("task-repeat-from-done").with("rule", until),
        }
    }
}

impl Rhythm {
    fn text(&self) -> Text {
        let count = i64::from(self.every());
        match self {
            Self::Days { .. } => Text::new("task-repeat-days").with("count", count),
            Self::Weeks { on, .. } => {
                let mut on = on.clone();
                on.sort_unstable();
                Text::new("task-repeat-weeks").with("count", count).with("days", listed(&on))
            }
            Self::Months { on, .. } => {
                Text::new("task-repeat-months").with("count", count).with("on", on.text())
            }
            Self::Years { .. } => Text::new("task-repeat-years").with("count", count),
        }
    }
}

impl MonthDay {
    /// "On day 15", "on the last Fri".
    pub(crate) fn text(self) -> Text {
        match self {
            Self::Day(day) => Text::new("task-on-day").with("day", i64::from(day)),
            Self::Last(day) => Text::new("task-on-last").with("weekday", weekday(day)),
            Self::LastWorkday => Text::new("task-on-last-workday"),
        }
    }
}

/// The short name of a day of the week, Monday being 0.
pub(crate) fn weekday(day: u8) -> Text {
    Text { key: format!("task-weekday-{}", day % 7).into(), args: Vec::new() }
}

fn listed(days: &[u8]) -> Text {
    match days {
        [first, rest @ ..] if !rest.is_empty() => {
            Text::new("task-weekday-list").with("first", weekday(*first)).with("rest", listed(rest))
        }
        // A rule without a day is refused before it is kept.
        _ => weekday(days.first().copied().unwrap_or_default()),
    }
}
