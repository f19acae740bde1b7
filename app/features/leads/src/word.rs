use serde::{Deserialize, Serialize};

/// An editable list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WordList {
    /// Where leads come from.
    Source,
    /// Why leads are lost.
    LostReason,
    /// Tags, shared with customers.
    Tag,
}
