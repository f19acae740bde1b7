use kernel::RunId;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

/// What is done to each record of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Action {
    /// Fields get values.
    Set(Set),
    /// Tags are put on.
    AddTags(TagNames),
    /// Tags are taken off.
    RemoveTags(TagNames),
    /// Into the bin.
    Delete,
    /// Out of the bin.
    Restore,
    /// What another run did is taken back.
    TakeBack(RunId),
}

/// The names of tags.
pub type TagNames = Vec<String>;

/// Values for fields, as the REST API writes them: `{"stage_id": 4}`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Set {
    /// Every record gets these; `null` empties a field.
    pub values: Map<String, Json>,
    /// Only a record whose field is empty gets these: what a stage requires is answered once for all.
    pub missing: Map<String, Json>,
}

impl Action {
    /// The word of its texts and of its icon.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Set(_) => "set",
            Self::AddTags(_) => "add-tags",
            Self::RemoveTags(_) => "remove-tags",
            Self::Delete => "delete",
            Self::Restore => "restore",
            Self::TakeBack(_) => "take-back",
        }
    }
}
