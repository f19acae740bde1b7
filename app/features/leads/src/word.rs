use serde::{Deserialize, Serialize};

/// An editable list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WordList {
    /// Where leads come from.
    Source,
    /// Why leads are lost, or junk.
    LostReason,
    /// Tags, shared with customers.
    Tag,
}

/// What an entry of a list is to be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordEdit {
    /// Which one; 0 adds one.
    pub id: i64,
    /// What it is called from now on; as before if left out.
    #[serde(default)]
    pub name: Option<String>,
    /// Whether new leads get it from now on, which only a source can be.
    #[serde(default)]
    pub is_default: bool,
}

/// An entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// Which one.
    pub id: i64,
    /// What it is called.
    pub name: String,
}
