use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
mod choices;
#[cfg(not(target_arch = "wasm32"))]
pub use choices::Choices;

/// The longest name that a saved mapping can have.
pub const NAME_LIMIT: usize = 60;

/// How files with a certain header are brought in, under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedMapping {
    /// Which one.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// All who may bring in such records see it.
    pub is_shared: bool,
    /// The person may rename, share and delete it.
    pub is_own: bool,
    /// The file in hand has the columns that it was made for.
    pub fits: bool,
}
