use kernel::Text;
use serde::{Deserialize, Serialize};

/// What the cells of a column become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// One line of at most so many characters. Several columns may go into it, joined by a space.
    Text(usize),
    /// Lines of at most so many characters. Several columns may go into it, joined by a line break.
    LongText(usize),
    /// An e-mail address.
    Email,
    /// A phone number, kept as it is typed.
    Phone,
    /// An amount in the currency of the row, of the cell or of the import.
    Money,
    /// The code of the currency of the row's amounts.
    Currency,
    /// A calendar day.
    Day,
    /// A day with or without a time, in the organisation's time zone.
    Moment,
    /// Yes or no.
    Flag,
    /// One word of a dictionary: a stage, a source, an owner.
    Choice,
    /// Several words of a dictionary, divided by commas, semicolons or bars.
    Tags,
    /// The number that a record has with us, as our exports write it.
    Number,
}

impl FieldKind {
    /// Whether the cells are words of a dictionary.
    pub fn is_words(self) -> bool {
        matches!(self, Self::Choice | Self::Tags)
    }

    /// Whether more than one column may go into the field.
    pub fn joins(self) -> bool {
        matches!(self, Self::Text(_) | Self::LongText(_) | Self::Tags)
    }
}

/// A field that a column can go into, as the page shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldInfo {
    /// The key, as in the REST API.
    pub key: String,
    /// What people call it.
    pub label: Text,
    /// What the cells become.
    pub kind: FieldKind,
    /// A row without it is refused.
    pub required: bool,
}
