use kernel::{Arg, Instant, RecordRef, StaffId, Text};
use serde::{Deserialize, Serialize};

use crate::{FileRow, Note, Reminder};

/// Which entries of a timeline are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TimelineFilter {
    /// All of them.
    #[default]
    All,
    /// What people wrote.
    Notes,
    /// What was changed in the record: fields, stages, tags.
    Changes,
    /// Files that came and went.
    Files,
    /// Reminders.
    Reminders,
    /// Tasks.
    Tasks,
}

impl TimelineFilter {
    /// All filters, in the order of the page.
    pub const ALL: [Self; 6] =
        [Self::All, Self::Notes, Self::Changes, Self::Files, Self::Tasks, Self::Reminders];

    /// Whether an event of this kind (`note.created`) passes.
    pub fn lets_through(self, kind: &str) -> bool {
        let area = kind.split('.').next().unwrap_or_default();
        match self {
            Self::All => true,
            Self::Notes => area == "note",
            Self::Files => area == "file",
            Self::Reminders => area == "reminder",
            Self::Tasks => area == "task",
            Self::Changes => !matches!(area, "note" | "file" | "reminder" | "task"),
        }
    }

    /// The key of the words on its button.
    pub fn label(self) -> &'static str {
        match self {
            Self::All => "timeline-filter-all",
            Self::Notes => "timeline-filter-notes",
            Self::Changes => "timeline-filter-changes",
            Self::Files => "timeline-filter-files",
            Self::Reminders => "timeline-filter-reminders",
            Self::Tasks => "timeline-filter-tasks",
        }
    }
}

/// Something that happened to a record, as a person reads it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// The number of the event.
    pub id: i64,
    /// When.
    pub at: Instant,
    /// What: `lead.moved`.
    pub kind: String,
    /// To which record: a customer's timeline begins with that of the lead it was made from.
    pub record: RecordRef,
    /// Who did it; `None` for the house itself.
    pub staff_id: Option<StaffId>,
    /// The name of who did it.
    pub who: Option<String>,
    /// What was done, as a sentence that goes on after the name: "moved it from New to Won".
    pub sentence: Text,
    /// The fields that were changed.
    pub changes: Vec<Change>,
    /// What hangs on it.
    pub content: Content,
    /// Whether the reader may take it back.
    pub can_undo: bool,
    /// Whether it was taken back.
    pub is_undone: bool,
}

/// A field that was changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The name of the field; its label is the text `field-<name>`.
    pub label: Text,
    /// The value before, if there was one.
    pub old: Option<Arg>,
    /// The value after, if there is one.
    pub new: Option<Arg>,
}

/// What hangs on an entry of a timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Nothing, or it was deleted.
    None,
    /// A note.
    Note(Note),
    /// A file.
    File(FileRow),
    /// A reminder.
    Reminder(Reminder),
}
