use fields::{CustomField, Field, FieldKey, FieldType};
use kernel::I18n;

use crate::Dictionaries;

/// A column of the list: a field of leads, its own or one that the organisation added.
#[derive(Clone, Debug, PartialEq)]
pub struct ListColumn {
    /// Which field.
    pub key: FieldKey,
    /// What its values are.
    pub kind: FieldType,
    /// Whether the list can be in its order.
    pub is_sorted: bool,
    /// The field as the organisation added it, if it did.
    pub added: Option<CustomField>,
}

/// The fields that are shown to somebody who has not chosen.
const USUAL: [&str; 8] =
    ["company", "stage_id", "owner_id", "value", "source_id", "tags", "last_contact_at", "created_at"];

impl ListColumn {
    /// The column of the lead's name, which is always there and always the first.
    pub fn name(words: &Dictionaries) -> Option<Self> {
        words.catalogue.field("name").map(|field| Self::of(field, words))
    }

    /// All columns there can be besides the name: whatever the person can filter or sort by. The usual ones come first.
    pub fn all(words: &Dictionaries) -> Vec<Self> {
        let shown = |field: &&Field| (field.is_tested || field.is_sorted) && field.key.as_str() != "name";
        let mut all: Vec<Self> =
            words.catalogue.fields().iter().filter(shown).map(|field| Self::of(field, words)).collect();
        let place = |column: &Self| USUAL.iter().position(|key| *key == column.key.as_str());
        all.sort_by_key(|column| place(column).unwrap_or(USUAL.len()));
        all
    }

    /// What somebody sees who has not chosen, with the added fields that are listed.
    pub fn usual(words: &Dictionaries) -> Vec<Self> {
        let is_usual = |column: &Self| match &column.added {
            Some(field) => field.is_listed,
            None => USUAL.contains(&column.key.as_str()),
        };
        Self::all(words).into_iter().filter(is_usual).collect()
    }

    /// The column of a field.
    pub fn of(field: &Field, words: &Dictionaries) -> Self {
        let added = words.fields.iter().find(|added| added.key() == field.key).cloned();
        Self { key: field.key.clone(), kind: field.kind, is_sorted: field.is_sorted, added }
    }

    /// What stands in its head.
    pub fn label(&self, i18n: I18n) -> String {
        match &self.added {
            Some(field) => field.name.clone(),
            None => i18n.text(&format!("field-{}", self.key), &[]),
        }
    }

    /// Whether it holds figures.
    pub fn is_number(&self) -> bool {
        matches!(self.kind, FieldType::Money | FieldType::Number)
    }

    /// Whether its first order is from the end: the highest and newest first, texts from A.
    pub fn begins_down(&self) -> bool {
        !matches!(self.kind, FieldType::Text | FieldType::Link)
    }

    /// Whether its values read from left to right in every language.
    pub fn is_ltr(&self) -> bool {
        matches!(self.kind, FieldType::Email | FieldType::Phone | FieldType::Link)
    }

    /// Whether its values are not broken over lines.
    pub fn is_whole(&self) -> bool {
        matches!(self.kind, FieldType::Day | FieldType::Moment | FieldType::Phone | FieldType::Number)
    }
}
