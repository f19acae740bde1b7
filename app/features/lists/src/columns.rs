use fields::{Catalogue, CustomField, Field, FieldKey, FieldType};
use kernel::I18n;

/// A column of a list: a field of the kind, its own or one that the organisation added.
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

impl ListColumn {
    /// The key of the field by which people call a record.
    pub const NAME: &str = "name";
    /// The key of the field with its tags.
    pub const TAGS: &str = "tags";

    /// The column of a field, where these fields were added.
    pub fn of(field: &Field, added: &[CustomField]) -> Self {
        let added = added.iter().find(|added| added.key() == field.key).cloned();
        Self { key: field.key.clone(), kind: field.kind, is_sorted: field.is_sorted, added }
    }

    /// All columns there can be besides the name: whatever the person can filter or sort by. The usual ones come first.
    pub(crate) fn all(usual: &[&str], catalogue: &Catalogue, added: &[CustomField]) -> Vec<Self> {
        let shown = |field: &&Field| (field.is_tested || field.is_sorted) && field.key.as_str() != Self::NAME;
        let mut all: Vec<Self> =
            catalogue.fields().iter().filter(shown).map(|field| Self::of(field, added)).collect();
        let place = |column: &Self| usual.iter().position(|key| *key == column.key.as_str());
        all.sort_by_key(|column| place(column).unwrap_or(usual.len()));
        all
    }

    /// Whether somebody sees it who has not chosen.
    pub(crate) fn is_usual(&self, usual: &[&str]) -> bool {
        match &self.added {
            Some(field) => field.is_listed,
            None => usual.contains(&self.key.as_str()),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_columns_come_first_in_their_own_order_and_the_name_is_none_of_them() {
        let field = |key: &'static str, is_tested: bool| Field {
            key: FieldKey::own(key),
            kind: FieldType::Text,
            is_tested,
            is_sorted: false,
            words: Vec::new(),
        };
        let fields = [("name", true), ("city", true), ("rank", false), ("phone", true), ("owner_id", true)];
        let catalogue = fields.into_iter().map(|(key, is_tested)| field(key, is_tested)).collect();
        let usual = ["owner_id", "city"];
        let all = ListColumn::all(&usual, &catalogue, &[]);
        let keys = |columns: &[ListColumn]| columns.iter().map(|c| c.key.to_string()).collect::<Vec<_>>();
        assert_eq!(keys(&all), ["owner_id", "city", "phone"]);
        let shown: Vec<_> = all.into_iter().filter(|column| column.is_usual(&usual)).collect();
        assert_eq!(keys(&shown), usual);
    }
}
