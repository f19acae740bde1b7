use kernel::{Result, Text, invalid};
use serde::{Deserialize, Serialize};

use super::Catalogue;
use crate::FieldKey;

/// By which field a list is ordered, and how.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sort {
    /// Which field.
    pub field: FieldKey,
    /// The highest, newest or last first.
    pub is_down: bool,
}

impl Sort {
    /// How many fields an order has at most.
    pub const MOST: usize = 3;

    /// The word in addresses: `-created_at`.
    pub fn code(&self) -> String {
        format!("{}{}", if self.is_down { "-" } else { "" }, self.field)
    }
}

pub(super) fn read(catalogue: &Catalogue, text: &str) -> Result<Vec<Sort>> {
    let mut sorts: Vec<Sort> = Vec::new();
    for code in text.split(',').filter(|_| !text.is_empty()) {
        let unknown = || invalid("sort", Text::new("fields-sort-unknown").with("piece", code));
        let (is_down, key) = match code.strip_prefix('-') {
            Some(key) => (true, key),
            None => (false, code),
        };
        let field = catalogue.field(key).filter(|field| field.is_sorted).ok_or_else(unknown)?;
        if sorts.len() == Sort::MOST || sorts.iter().any(|sort| sort.field == field.key) {
            return Err(invalid("sort", Text::new("fields-sort-many").with("most", Sort::MOST)));
        }
        sorts.push(Sort { field: field.key.clone(), is_down });
    }
    Ok(sorts)
}
