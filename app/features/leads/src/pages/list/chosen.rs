use fields::CustomField;
use kernel::I18n;
use leptos::prelude::*;

use super::columns::ListColumn;
use crate::ListQuery;

/// Where the choice is kept: it belongs to this person's browser.
const KEPT: &str = "list-columns";

/// The columns that a person has chosen, in their order.
#[derive(Clone, Copy)]
pub struct ChosenColumns {
    columns: RwSignal<Vec<ListColumn>>,
    query: Memo<ListQuery>,
    go: Callback<ListQuery>,
    added: StoredValue<Vec<CustomField>>,
}

impl ChosenColumns {
    /// The usual ones, replaced by the kept ones when the page has been taken over.
    pub fn new(added: &[CustomField], query: Memo<ListQuery>, go: Callback<ListQuery>) -> Self {
        let columns = RwSignal::new(ListColumn::usual(added));
        let added = StoredValue::new(added.to_vec());
        Effect::new(move |_| {
            let kept = window()
                .local_storage()
                .ok()
                .flatten()
                .and_then(|storage| storage.get_item(KEPT).ok().flatten());
            if let Some(kept) = kept {
                let known = added.with_value(|added| ListColumn::all(added));
                let kept = kept.split(',').filter_map(ListColumn::parse);
                columns.set(kept.filter(|column| known.contains(column)).collect());
            }
        });
        Self { columns, query, go, added }
    }

    /// The columns now: those of the saved view, or those that the person has chosen.
    pub fn get(self) -> Vec<ListColumn> {
        let known = self.added.with_value(|added| ListColumn::all(added));
        let said = self.query.with(|query| {
            let columns = query.columns.iter().filter_map(|key| ListColumn::parse(key));
            columns.filter(|column| known.contains(column)).collect::<Vec<_>>()
        });
        if said.is_empty() { self.columns.get() } else { said }
    }

    /// The keys of the columns now.
    pub fn words(self) -> Vec<String> {
        untrack(|| self.get()).iter().map(|column| column.field().into_owned()).collect()
    }

    /// The fields that the organisation added.
    pub fn added(self) -> Vec<CustomField> {
        self.added.get_value()
    }

    /// What stands in the head of a column.
    pub fn label(self, i18n: I18n, column: ListColumn) -> String {
        self.added.with_value(|added| column.label(i18n, added))
    }

    /// Chooses others.
    pub fn set(self, columns: Vec<ListColumn>) {
        let query = self.query.get_untracked();
        if query.view.as_ref().is_some_and(|view| view.parse::<i64>().is_ok()) || !query.columns.is_empty() {
            // In a saved view they belong to it, and stand in the address until they are saved.
            let columns = columns.iter().map(|column| column.field().into_owned()).collect();
            return self.go.run(ListQuery { columns, ..query });
        }
        let words = columns.iter().map(|column| column.field()).collect::<Vec<_>>().join(",");
        if let Some(storage) = window().local_storage().ok().flatten() {
            // A browser that keeps nothing simply forgets.
            drop(storage.set_item(KEPT, &words));
        }
        self.columns.set(columns);
    }
}
