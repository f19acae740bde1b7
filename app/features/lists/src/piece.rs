use std::sync::Arc;

use leptos::prelude::*;

use crate::{ListKind, ListQuery, ListState, Sheet, row};

/// Makes the row of a record; the rows among which it is marked come along.
pub type MakeRow = Arc<dyn Fn(i64, Signal<Vec<i64>>) -> AnyView + Send + Sync>;
/// Fetches the rows of one group.
pub type MakePart = Arc<dyn Fn(Memo<ListQuery>) -> Piece + Send + Sync>;

/// Rows of any type, so that tables are written once for all kinds.
#[derive(Clone)]
pub struct Piece {
    /// What is known of them.
    pub state: ListState,
    /// Makes one of them.
    pub row: MakeRow,
    /// Fetches the next ones.
    pub more: Callback<()>,
    /// Fetches them anew.
    pub again: Callback<()>,
}

impl Piece {
    /// The rows of this sheet.
    pub fn of<L: ListKind>(sheet: Sheet<L>) -> Self {
        let rows = sheet.rows;
        Self {
            state: rows.state,
            row: Arc::new(move |id, shown| row::of(sheet, id, shown)),
            more: Callback::new(move |()| rows.more()),
            again: Callback::new(move |()| rows.refetch()),
        }
    }
}
