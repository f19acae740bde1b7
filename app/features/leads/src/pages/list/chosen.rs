use std::sync::Arc;

use leptos::prelude::*;

use super::columns::ListColumn;
use crate::{Dictionaries, ListQuery};

/// Where the choice is kept: it belongs to this person's browser.
const KEPT: &str = "list-columns";

/// The columns that a person has chosen, in their order.
#[derive(Clone, Copy)]
pub struct ChosenColumns {
    columns: RwSignal<Vec<ListColumn>>,
    /// Those that are shown: worked out once for all rows.
    shown: Memo<Vec<ListColumn>>,
    query: Memo<ListQuery>,
    go: Callback<ListQuery>,
    words: StoredValue<Arc<Dictionaries>>,
}

impl ChosenColumns {
    /// The usual ones, replaced by the kept ones when the page has been taken over.
    pub fn new(words: Arc<Dictionaries>, query: Memo<ListQuery>, go: Callback<ListQuery>) -> Self {
        let columns = RwSignal::new(ListColumn::usual(&words));
        let words = StoredValue::new(words);
        Effect::new(move |_| {
            let kept = window()
                .local_storage()
                .ok()
                .flatten()
                .and_then(|storage| storage.get_item(KEPT).ok().flatten());
            if let Some(kept) = kept {
                columns.set(words.with_value(|words| known(kept.split(','), words)));
            }
        });
        let shown = Memo::new(move |_| {
            let said = query.with(|query| {
                words.with_value(|words| known(query.columns.iter().map(String::as_str), words))
            });
            if said.is_empty() { columns.get() } else { said }
        });
        Self { columns, shown, query, go, words }
    }

    /// The columns now: those of the saved view, or those that the person has chosen.
    pub fn get(self) -> Vec<ListColumn> {
        self.shown.get()
    }

    /// The keys of the columns now.
    pub fn words(self) -> Vec<String> {
        untrack(|| self.get()).iter().map(|column| column.key.to_string()).collect()
    }

    /// All that there can be.
    pub fn all(self) -> Vec<ListColumn> {
        self.words.with_value(|words| ListColumn::all(words))
    }

    /// Chooses others.
    pub fn set(self, columns: Vec<ListColumn>) {
        let keys: Vec<String> = columns.iter().map(|column| column.key.to_string()).collect();
        let query = self.query.get_untracked();
        if query.view.as_ref().is_some_and(|view| view.parse::<i64>().is_ok()) || !query.columns.is_empty() {
            // In a saved view they belong to it, and stand in the address until they are saved.
            return self.go.run(ListQuery { columns: keys, ..query });
        }
        if let Some(storage) = window().local_storage().ok().flatten() {
            // A browser that keeps nothing simply forgets.
            drop(storage.set_item(KEPT, &keys.join(",")));
        }
        self.columns.set(columns);
    }

    /// Chooses what somebody sees who has not chosen.
    pub fn reset(self) {
        self.set(self.words.with_value(|words| ListColumn::usual(words)));
    }
}

/// The columns of these keys, as far as there are any.
fn known<'a>(keys: impl Iterator<Item = &'a str>, words: &Dictionaries) -> Vec<ListColumn> {
    let all = ListColumn::all(words);
    keys.filter_map(|key| all.iter().find(|column| column.key.as_str() == key).cloned()).collect()
}
