use fields::Asked;
use kernel::{Cursor, Result};
use serde::{Deserialize, Serialize};

/// Which piece of the list to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    /// Which records, as the address says it.
    pub filter: Asked,
    /// In which order: up to three fields, `-value,name`; the kind's usual one if it is empty.
    pub sort: String,
    /// Behind this row.
    pub cursor: Option<Cursor>,
    /// So many rows: 1 to 200, 50 if left out.
    pub limit: Option<usize>,
    /// The columns that the page shows, by the keys of their fields; the usual ones if there are none.
    #[serde(skip)]
    pub columns: Vec<String>,
    /// The key of the field whose values make groups of the rows; empty for rows without groups.
    #[serde(skip)]
    pub group: String,
    /// What the address says of the saved view that this belongs to. It decides nothing.
    #[serde(skip)]
    pub view: Option<String>,
}

/// A piece of the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct List<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Where the next piece begins.
    pub next_cursor: Option<Cursor>,
    /// The piece may be short: so many records were looked through, and there are more behind them.
    pub looked: Option<i64>,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { items: Vec::new(), next_cursor: None, looked: None }
    }
}

/// Refuses a limit of rows that is out of bounds.
///
/// # Errors
/// `Invalid` naming `limit`.
pub fn check_limit(limit: Option<usize>) -> Result<usize> {
    match limit.unwrap_or(50) {
        limit @ 1..=200 => Ok(limit),
        _ => Err(kernel::invalid("limit", "list-limit-unfit")),
    }
}
