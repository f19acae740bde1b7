use serde::{Deserialize, Serialize};

/// How many rows a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Total {
    /// So many.
    Exactly(i64),
    /// So many, and there may be more.
    AtLeast(i64),
}

impl Total {
    /// The most that is counted exactly.
    pub const MOST: i64 = 1_000;

    /// So many there are, if not more.
    pub fn least(self) -> i64 {
        match self {
            Self::Exactly(count) | Self::AtLeast(count) => count,
        }
    }
}
