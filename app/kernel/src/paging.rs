use serde::{Deserialize, Serialize};

/// A piece of a list, in the list's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Where the next piece begins; `None` at the end.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<String>))]
    pub next_cursor: Option<Cursor>,
}

impl<T> Page<T> {
    /// Takes one row more than `limit` was asked for: the extra row says that there is a next page.
    pub fn cut(mut items: Vec<T>, limit: usize, cursor: impl Fn(&T) -> Cursor) -> Self {
        let more = items.len() > limit;
        items.truncate(limit);
        let next_cursor = if more { items.last().map(cursor) } else { None };
        Self { items, next_cursor }
    }

    /// The same page with every row made into something else.
    pub fn map<U>(self, make: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(make).collect(), next_cursor: self.next_cursor }
    }
}

/// The place behind a row, by the row's sort values. It stays right while others insert and delete.
///
/// For the outside it is an opaque word; inside it is a list of values.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursor(pub String);

impl Cursor {
    /// A cursor made of the sort values of a row.
    pub fn new(values: &impl Serialize) -> Self {
        let json = serde_json::to_vec(values).unwrap_or_default();
        Self(json.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// The sort values, or `None` if the word is not one of ours.
    pub fn values<T: for<'de> Deserialize<'de>>(&self) -> Option<T> {
        if !self.0.len().is_multiple_of(2) || !self.0.is_ascii() {
            return None;
        }
        let bytes: Option<Vec<u8>> =
            (0..self.0.len()).step_by(2).map(|i| u8::from_str_radix(&self.0[i..i + 2], 16).ok()).collect();
        serde_json::from_slice(&bytes?).ok()
    }
}
