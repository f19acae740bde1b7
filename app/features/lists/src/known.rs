use std::sync::Arc;

use fields::{Catalogue, CustomField, Vocabulary};
use kernel::use_i18n;
use leptos::prelude::*;

use crate::{About, ListColumn, ListWords};

/// The fields of a kind as this person sees them, and how they are called: of the words of a page what does not depend on
/// their type. A copyable handle.
#[derive(Clone, Copy)]
pub struct Known {
    /// The kind.
    pub about: &'static About,
    fields: StoredValue<Arc<(Catalogue, Vec<CustomField>)>>,
    /// How fields and choices are called; worked out when somebody asks.
    pub vocabulary: Memo<Arc<Vocabulary>>,
}

impl Known {
    /// What these words say.
    pub fn new<W: ListWords>(about: &'static About, words: Arc<W>) -> Self {
        let i18n = use_i18n();
        let fields = Arc::new((words.catalogue().clone(), words.added().to_vec()));
        let vocabulary = Memo::new(move |_| Arc::new(words.vocabulary(i18n)));
        Self { about, fields: StoredValue::new(fields), vocabulary }
    }

    /// Reads what the person can filter and sort by.
    pub fn with_catalogue<T>(self, read: impl FnOnce(&Catalogue) -> T) -> T {
        self.fields.with_value(|fields| read(&fields.0))
    }

    /// The column of the name, which is always there and always the first.
    pub fn name(self) -> Option<ListColumn> {
        self.fields.with_value(|fields| {
            fields.0.field(ListColumn::NAME).map(|field| ListColumn::of(field, &fields.1))
        })
    }

    /// All columns there can be besides the name.
    pub fn all(self) -> Vec<ListColumn> {
        let mut all =
            self.fields.with_value(|fields| ListColumn::all(self.about.usual, &fields.0, &fields.1));
        all.retain(|column| !self.about.columnless.contains(&column.key.as_str()));
        all
    }

    /// What somebody sees who has not chosen, with the added fields that are listed.
    pub fn usual(self) -> Vec<ListColumn> {
        self.all().into_iter().filter(|column| column.is_usual(self.about.usual)).collect()
    }

    /// The fields by which the list can stand in groups.
    pub fn grouping(self) -> Vec<ListColumn> {
        self.fields.with_value(|fields| {
            let makes = |field: &&fields::Field| self.about.makes_groups(field);
            fields.0.fields().iter().filter(makes).map(|field| ListColumn::of(field, &fields.1)).collect()
        })
    }
}
