use kernel::{Day, Error, FieldError, Instant, RecordRef, Result, StaffId, TaskId, Text, Version, Zone};
use serde::{Deserialize, Serialize};

use crate::repeat::last_day;
use crate::{LocalTime, Repeat, due_at};

/// The most characters of a title.
const TITLE_LIMIT: usize = 300;
/// The most characters of a note.
const NOTE_LIMIT: usize = 5_000;
/// The most people of a task.
const ASSIGNEES_LIMIT: usize = 20;
/// The longest a task can be planned to take, in minutes: a week.
const MINUTES_LIMIT: u32 = 7 * 24 * 60;

/// What kind of doing a task is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// Anything to be done.
    #[default]
    ToDo,
    /// A call. Done, it says when somebody got in touch.
    Call,
    /// A meeting. Done, it says when somebody got in touch.
    Meeting,
}

impl TaskKind {
    /// All kinds, in the order of forms.
    pub const ALL: [Self; 3] = [Self::ToDo, Self::Call, Self::Meeting];

    /// The word that the database and programs use.
    pub fn code(self) -> &'static str {
        match self {
            Self::ToDo => "to_do",
            Self::Call => "call",
            Self::Meeting => "meeting",
        }
    }

    /// The kind of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What it is called.
    pub fn text(self) -> Text {
        Text::new(match self {
            Self::ToDo => "task-kind-to-do",
            Self::Call => "task-kind-call",
            Self::Meeting => "task-kind-meeting",
        })
    }

    /// Whether who has done it got in touch with somebody.
    pub fn is_contact(self) -> bool {
        self != Self::ToDo
    }
}

/// Somebody who is to do it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Assignee {
    /// Who.
    pub id: StaffId,
    /// The name.
    pub name: String,
}

/// Something to be done, as it was found through a record or on its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Task {
    /// Which one.
    pub id: TaskId,
    /// On which record, seen from where it was asked for; `None` for one that is on nobody's record.
    pub record: Option<RecordRef>,
    /// What that record is called.
    pub about: Option<String>,
    /// What kind of doing.
    pub kind: TaskKind,
    /// What is to be done.
    pub title: String,
    /// What else there is to know.
    pub note: String,
    /// The day, on the organisation's calendar.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<String>, format = Date))]
    pub day: Option<Day>,
    /// The time of that day; `None` for the whole day.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<String>, example = "14:30"))]
    pub time: Option<LocalTime>,
    /// From when on it is overdue, microseconds UTC: worked out from day, time and the organisation's time zone.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub due_at: Option<Instant>,
    /// How long it is planned to take, in minutes.
    pub minutes: Option<u32>,
    /// Who is to do it, by the order in which they came here.
    pub assignees: Vec<Assignee>,
    /// How it comes again.
    pub repeat: Option<Repeat>,
    /// When it was ticked off, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub done_at: Option<Instant>,
    /// Who ticked it off.
    pub done_by: Option<StaffId>,
    /// Who made it; `None` for the house itself.
    pub created_by: Option<StaffId>,
    /// Whether who asks may change it and tick it off.
    pub may_change: bool,
    /// Goes up with every change.
    pub version: Version,
}

impl Task {
    /// Whether it should have been done before `now`. Every place asks this, or the same of the same column.
    pub fn is_overdue(&self, now: Instant) -> bool {
        self.done_at.is_none() && self.due_at.is_some_and(|due| due < now)
    }

    /// The page of its record.
    pub fn path(&self) -> Option<String> {
        self.record.and_then(RecordRef::path)
    }

    /// What a person types to make it the same.
    pub fn draft(&self) -> TaskDraft {
        TaskDraft {
            kind: self.kind,
            title: self.title.clone(),
            note: self.note.clone(),
            day: self.day,
            time: self.time,
            minutes: self.minutes,
            assignees: self.assignees.iter().map(|assignee| assignee.id).collect(),
            repeat: self.repeat.clone(),
        }
    }
}

/// What a person types for a task.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct TaskDraft {
    /// What kind of doing.
    #[serde(default)]
    pub kind: TaskKind,
    /// What is to be done.
    pub title: String,
    /// What else there is to know.
    #[serde(default)]
    pub note: String,
    /// The day, on the organisation's calendar.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<String>, format = Date))]
    pub day: Option<Day>,
    /// The time of that day; none for the whole day.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<String>, example = "14:30"))]
    pub time: Option<LocalTime>,
    /// How long it is planned to take, in minutes.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// Who is to do it; nobody means who makes it.
    #[serde(default)]
    pub assignees: Vec<StaffId>,
    /// How it comes again.
    #[serde(default)]
    pub repeat: Option<Repeat>,
}

impl TaskDraft {
    /// The draft without space around its words, if it can be a task. The form asks the same before it sends.
    ///
    /// # Errors
    /// `Invalid` for `title`, `note`, `day`, `minutes`, `assignees` and `repeat`, all that is wrong at once.
    pub fn checked(&self) -> Result<Self> {
        let mut kept =
            Self { title: self.title.trim().to_owned(), note: self.note.trim().to_owned(), ..self.clone() };
        let mut known = std::collections::BTreeSet::new();
        kept.assignees.retain(|id| known.insert(*id));
        let mut problems = Vec::new();
        let mut refuse =
            |field: &str, problem: Text| problems.push(FieldError { field: field.into(), problem });
        let too_long = |limit: usize| Text::new("error-too-long").with("limit", limit);
        match kept.title.chars().count() {
            0 => refuse("title", Text::new("error-required")),
            1..=TITLE_LIMIT => {}
            _ => refuse("title", too_long(TITLE_LIMIT)),
        }
        if kept.note.chars().count() > NOTE_LIMIT {
            refuse("note", too_long(NOTE_LIMIT));
        }
        let is_there = |day: Day| day >= Day(0) && day <= last_day();
        match (kept.day, kept.time) {
            (Some(day), _) if !is_there(day) => refuse("day", Text::new("error-date")),
            (None, Some(_)) => refuse("day", Text::new("task-time-needs-day")),
            _ => {}
        }
        if kept.minutes.is_some_and(|minutes| !(1..=MINUTES_LIMIT).contains(&minutes)) {
            refuse("minutes", Text::new("task-minutes-unfit"));
        }
        if kept.assignees.len() > ASSIGNEES_LIMIT {
            refuse("assignees", Text::new("task-too-many").with("limit", ASSIGNEES_LIMIT));
        }
        if kept.repeat.is_some() && kept.day.is_none() {
            refuse("day", Text::new("task-repeat-needs-day"));
        }
        problems.extend(kept.repeat.as_ref().and_then(Repeat::problem));
        if problems.is_empty() { Ok(kept) } else { Err(Error::Invalid(problems)) }
    }

    /// From when on it is overdue, in this time zone.
    pub fn due_at(&self, zone: &Zone) -> Option<Instant> {
        self.day.map(|day| due_at(day, self.time, zone))
    }
}

/// What became of ticking off, or of taking that back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Ticked {
    /// The task as it is now.
    pub task: Task,
    /// The next one, if it comes again.
    pub next: Option<Task>,
}

/// Whose day is asked for, and what of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayQuery {
    /// Somebody else's; one's own otherwise.
    #[serde(default)]
    pub whose: Option<StaffId>,
    /// Only this kind.
    #[serde(default)]
    pub kind: Option<TaskKind>,
}

/// Somebody's tasks, as far as who asks may see them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MyDay {
    /// What is to be done: by the moment from which it is overdue, what has none last.
    pub open: Vec<Task>,
    /// What was done since midnight, the newest first.
    pub done: Vec<Task>,
    /// There is more than is shown.
    pub is_cut: bool,
}

/// How many of one's tasks are overdue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overdue {
    /// How many, at most 100.
    pub count: usize,
    /// When it is to be asked again, for then one more may be overdue.
    pub next_at: Option<Instant>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> TaskDraft {
        TaskDraft { title: " Call Ada ".into(), ..TaskDraft::default() }
    }

    #[test]
    fn a_draft_is_kept_without_space_around_it_and_nobody_twice() {
        let kept =
            TaskDraft { assignees: vec![StaffId(2), StaffId(1), StaffId(2)], ..draft() }.checked().unwrap();
        assert_eq!((kept.title.as_str(), kept.assignees), ("Call Ada", vec![StaffId(2), StaffId(1)]));
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let wrong = TaskDraft {
            title: " ".into(),
            note: "x".repeat(NOTE_LIMIT + 1),
            time: "09:00".parse().ok(),
            minutes: Some(0),
            assignees: (0..30).map(StaffId).collect(),
            ..TaskDraft::default()
        };
        let error = wrong.checked().unwrap_err();
        for field in ["title", "note", "day", "minutes", "assignees"] {
            assert!(error.field(field).is_some(), "{field}");
        }
        let long = TaskDraft { title: "ع".repeat(TITLE_LIMIT), ..draft() };
        assert!(long.checked().is_ok());
        assert!(TaskDraft { title: "x".repeat(TITLE_LIMIT + 1), ..draft() }.checked().is_err());
    }
}
