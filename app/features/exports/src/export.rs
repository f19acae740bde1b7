use fields::{FieldKey, Total};
use kernel::{ExportId, Instant, Language, StaffId, Text};
use serde::{Deserialize, Serialize};

/// What somebody wants in a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExportWish {
    /// Which records: the word of their kind, `leads`.
    pub kind: String,
    /// Which of them and in which order, as the address of their list says it behind its question mark.
    pub address: String,
    /// Only these, in this order, whatever the address says.
    pub ids: Vec<i64>,
    /// Without these, where the address says which ones.
    pub except: Vec<i64>,
    /// The fields, in their order; all of them if empty.
    pub columns: Vec<FieldKey>,
}

/// What stands between two cells of a text file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

impl Delimiter {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// The one that spreadsheets expect where this language is spoken.
    pub fn of(language: Language) -> Self {
        match language {
            Language::En => Self::Comma,
            Language::It | Language::Fr | Language::Ar => Self::Semicolon,
        }
    }

    /// The word for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
        }
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Comma => "export-delimiter-comma",
            Self::Semicolon => "export-delimiter-semicolon",
            Self::Tab => "export-delimiter-tab",
        }
    }

    /// The delimiter of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|delimiter| delimiter.code() == code)
    }

    /// The character, as a byte.
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// What can be exported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// The fields, in the order of forms.
    pub columns: Vec<OfferedColumn>,
    /// How many records there are.
    pub total: Total,
}

/// A field that can be a column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfferedColumn {
    /// Its key.
    pub key: FieldKey,
    /// What people call it.
    pub label: Text,
}

/// How far an export is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportState {
    /// The file is being written.
    Running,
    /// It is done.
    Done,
    /// It could not be written.
    Failed,
}

impl ExportState {
    /// All states.
    pub const ALL: [Self; 3] = [Self::Running, Self::Done, Self::Failed];

    /// The word for the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    /// The state of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A file of records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Export {
    /// Which one.
    pub id: ExportId,
    /// What the file is called.
    pub file_name: String,
    /// Where the records are looked at: `/leads`.
    pub home: String,
    /// How far it is.
    pub state: ExportState,
    /// So many records are in it by now.
    pub rows: i64,
    /// So many there will be, if that is known.
    pub total: Option<i64>,
    /// Bytes.
    pub size: i64,
    /// Why it failed.
    pub error: Option<Text>,
    /// Whose it is.
    pub staff_id: Option<StaffId>,
    /// Until when the file can be fetched; `None` while there is none.
    pub kept_until: Option<Instant>,
}

impl Export {
    /// From 0 to 1, as far as it is, if that is known.
    pub fn fraction(&self) -> Option<f64> {
        self.total.filter(|total| *total > 0).map(|total| self.rows as f64 / total as f64)
    }
}
