use kernel::{Instant, RecordRef};
use serde::{Deserialize, Serialize};

/// A record in the bin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BinEntry {
    /// Which one.
    pub record: RecordRef,
    /// What it is called.
    pub title: String,
    /// When it went there.
    pub deleted_at: Instant,
    /// Who put it there, if that is known.
    pub who: Option<String>,
}
