use kernel::{ImportId, Instant, StaffId, Text, Version};
use records::Change;
use serde::{Deserialize, Serialize};

use crate::Options;

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// The file is there; choices are being made.
    Draft,
    /// All choices that are needed have been made.
    Ready,
    /// Rows are being brought in.
    Running,
    /// All rows have been gone through.
    Done,
    /// It could not go on; what was brought in is there.
    Failed,
    /// Somebody stopped it; what was brought in is there.
    Cancelled,
    /// What it brought in is being taken back.
    Undoing,
    /// What it brought in was taken back.
    Undone,
}

impl ImportState {
    /// All states.
    pub const ALL: [Self; 8] = [
        Self::Draft,
        Self::Ready,
        Self::Running,
        Self::Done,
        Self::Failed,
        Self::Cancelled,
        Self::Undoing,
        Self::Undone,
    ];

    /// The word for programs and for the key of its text.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Ready => "ready",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
            Self::Undoing => "undoing",
            Self::Undone => "undone",
        }
    }

    /// The state of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether choices can still be made.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Ready)
    }

    /// Whether the server is at work on it.
    pub fn is_under_way(self) -> bool {
        matches!(self, Self::Running | Self::Undoing)
    }

    /// Whether the run is over and what it brought in is there.
    pub fn can_undo(self) -> bool {
        matches!(self, Self::Done | Self::Failed | Self::Cancelled)
    }
}

/// How many rows ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Tally {
    /// They became records.
    pub created: i64,
    /// They changed records.
    pub updated: i64,
    /// Their records were there.
    pub skipped: i64,
    /// They could not be taken.
    pub refused: i64,
}

impl Tally {
    /// All rows that were gone through.
    pub fn all(&self) -> i64 {
        self.created + self.updated + self.skipped + self.refused
    }

    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            created: self.created + other.created,
            updated: self.updated + other.updated,
            skipped: self.skipped + other.skipped,
            refused: self.refused + other.refused,
        }
    }
}

/// An import, as its owner and administrators see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Import {
    /// Which one.
    pub id: ImportId,
    /// What the rows become: `leads`.
    pub kind: String,
    /// The name that the file had.
    pub file_name: String,
    /// Bytes.
    pub size: i64,
    /// How far it is.
    pub state: ImportState,
    /// Rows of the file, without the header and rows without content.
    pub rows: i64,
    /// How the rows that were gone through ended.
    #[serde(flatten)]
    pub tally: Tally,
    /// Why it failed.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<Object>))]
    pub error: Option<Text>,
    /// Who brought it in; `null` for the house itself.
    pub staff_id: Option<StaffId>,
    /// The number that every change carries up.
    pub version: Version,
    /// Microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub created_at: Instant,
    /// Microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub finished_at: Option<Instant>,
    /// Records that an undo left, because they had been changed since: id and name, at most 200.
    pub kept: Vec<KeptRecord>,
    /// What the person chose.
    #[serde(skip)]
    pub options: Options,
}

/// A record that an undo left as it was, or of which it left some fields.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct KeptRecord {
    /// Which one.
    pub id: i64,
    /// Its name.
    pub title: String,
    /// The fields that stay as they are, because somebody changed them since; none if the whole record stays.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Vec<Object>))]
    pub fields: Vec<Text>,
    /// Why it could not be taken back, if it is not that somebody changed it since.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<Object>))]
    pub reason: Option<Text>,
}

impl Import {
    /// From 0 to 1, as far as the run is.
    pub fn fraction(&self) -> f64 {
        if self.rows == 0 { 0.0 } else { self.tally.all() as f64 / self.rows as f64 }
    }
}

/// A row that there is something to say about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowNote {
    /// Its number, as a spreadsheet counts.
    pub row: i64,
    /// Its first cells.
    pub cells: Vec<String>,
    /// What becomes of it.
    pub fate: RowFate,
    /// Why it is not brought in, or what speaks against it.
    pub reason: Text,
}

/// What becomes of a row that there is something to say about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowFate {
    /// It cannot be taken.
    Refused,
    /// Its record is there.
    Skipped,
    /// It becomes a record.
    Created,
}

/// A record that a row changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecordChange {
    /// The number of the row, as a spreadsheet counts.
    pub row: i64,
    /// The record; `None` for one that an earlier row of the file makes.
    pub record: Option<i64>,
    /// What it is called now.
    pub title: String,
    /// The fields that change.
    pub changes: Vec<Change>,
}

/// What a run would do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DryRun {
    /// How the rows would end.
    pub tally: Tally,
    /// The first rows that would not be brought in, the refused ones first.
    pub left: Vec<RowNote>,
    /// The first rows that would become new records though they may be about some that are there, such as a customer.
    pub near: Vec<RowNote>,
    /// How many of these there are.
    pub near_count: i64,
    /// The first changes of records, some two hundred fields.
    pub changes: Vec<RecordChange>,
}
