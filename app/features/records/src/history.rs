use kernel::{Cursor, Instant, Page, RecordRef, StaffId, Text};
use serde::{Deserialize, Serialize};

use crate::Change;

/// Which changes of fields are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HistoryQuery {
    /// Those of this field, by its key; of all fields without one.
    pub field: Option<String>,
    /// Those that this person made; everybody's without one.
    pub staff: Option<StaffId>,
    /// Where the page before ended.
    pub before: Option<Cursor>,
}

/// Changes of fields, newest first, with what they can be narrowed to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct History {
    /// The changes. All those of one save are on the same page.
    pub rows: Page<HistoryRow>,
    /// The fields that were ever changed, each with its name, by key.
    pub fields: Vec<(String, Text)>,
    /// Who ever changed something, by name.
    pub people: Vec<(StaffId, String)>,
}

/// A field that was changed, by whom and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HistoryRow {
    /// The number of the event; several rows have the same one.
    pub event: i64,
    /// When, microseconds UTC.
    pub at: Instant,
    /// Of which record.
    pub record: RecordRef,
    /// The name of who did it; `None` for the house itself.
    pub who: Option<String>,
    /// What was done, as a sentence that goes on after the name.
    pub sentence: Text,
    /// The field, and what it held before and after.
    pub change: Change,
    /// Whether the reader may take it back.
    pub can_undo: bool,
    /// Whether it was taken back.
    pub is_undone: bool,
}
