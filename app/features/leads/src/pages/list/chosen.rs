use leptos::prelude::*;

use super::columns::ListColumn;

/// Where the choice is kept: it belongs to this person's browser.
const KEPT: &str = "list-columns";

/// The columns that a person has chosen, in their order.
#[derive(Clone, Copy)]
pub struct ChosenColumns(RwSignal<Vec<ListColumn>>);

impl ChosenColumns {
    /// The usual ones, replaced by the kept ones when the page has been taken over.
    pub fn new() -> Self {
        let columns = RwSignal::new(ListColumn::USUAL.to_vec());
        Effect::new(move |_| {
            let kept = window()
                .local_storage()
                .ok()
                .flatten()
                .and_then(|storage| storage.get_item(KEPT).ok().flatten());
            if let Some(kept) = kept {
                columns.set(kept.split(',').filter_map(ListColumn::parse).collect());
            }
        });
        Self(columns)
    }

    /// The columns now.
    pub fn get(self) -> Vec<ListColumn> {
        self.0.get()
    }

    /// Chooses others.
    pub fn set(self, columns: Vec<ListColumn>) {
        let words = columns.iter().map(|column| column.field()).collect::<Vec<_>>().join(",");
        if let Some(storage) = window().local_storage().ok().flatten() {
            // A browser that keeps nothing simply forgets.
            drop(storage.set_item(KEPT, &words));
        }
        self.0.set(columns);
    }
}
