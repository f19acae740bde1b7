//! Fields that an organisation adds to its records.

use std::collections::BTreeMap;

use kernel::{RecordKind, Text, Version, plain};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::{FieldKey, FieldType, Value};

/// The most entries of one field's list.
pub const OPTIONS_LIMIT: usize = 200;
/// The longest name of a field and of an entry, in characters.
pub const NAME_LIMIT: usize = 60;
/// The longest text of a field of one line, in characters.
pub const LINE_LIMIT: usize = 300;
/// The longest text of a field of lines, in characters.
pub const TEXT_LIMIT: usize = 20_000;
/// The most fields that stand on a card.
pub const CARD_LIMIT: usize = 3;
/// The most entries that a record can have in one field.
pub const CHOICES_LIMIT: usize = 50;

/// A field that an organisation added to a kind of record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct CustomField {
    /// Which one; 0 for one that is not stored yet.
    #[serde(default)]
    pub id: i64,
    /// Of which kind of record.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = String, example = "lead"))]
    pub record_kind: RecordKind,
    /// What people call it.
    pub name: String,
    /// What its values are. It stays what it is once the field is there.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = String, example = "choice"))]
    pub kind: FieldType,
    /// Whether people have to fill it in when they make a record.
    #[serde(default)]
    pub is_required: bool,
    /// Whether the list of records shows it to who has not chosen columns.
    #[serde(default)]
    pub is_listed: bool,
    /// Whether the card on a board shows it: at most [`CARD_LIMIT`] fields of a kind of record.
    #[serde(default)]
    pub is_on_card: bool,
    /// The field of a customer that its value becomes when the record is converted; it stays in the record as well.
    #[serde(default)]
    pub becomes: Option<String>,
    /// Whether lists find and sort by it at once, however many records there are: it is kept in an index.
    #[serde(default)]
    pub is_indexed: bool,
    /// Whether that index is whole; it is being filled otherwise.
    #[serde(default)]
    pub is_ready: bool,
    /// What a new record has in it unless something else is said, as records hold it; nothing for `null`.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<Object>))]
    pub default_value: Option<Json>,
    /// The entries to choose from, in their order.
    #[serde(default)]
    pub options: Vec<FieldOption>,
    /// Its version.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub version: Version,
}

/// An entry of a field's list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct FieldOption {
    /// Which one; 0 for one that is not stored yet.
    #[serde(default)]
    pub id: i64,
    /// What people call it.
    pub name: String,
    /// Whether it is offered. One that is not stays where it was chosen.
    #[serde(default = "yes")]
    pub is_offered: bool,
}

fn yes() -> bool {
    true
}

impl CustomField {
    /// What the values of an added field can be, in the order in which people choose.
    pub const KINDS: [FieldType; 11] = [
        FieldType::Text,
        FieldType::LongText,
        FieldType::Number,
        FieldType::Money,
        FieldType::Day,
        FieldType::Moment,
        FieldType::Choice,
        FieldType::Choices,
        FieldType::Flag,
        FieldType::Link,
        FieldType::Staff,
    ];

    /// A new field of this kind.
    pub fn new(record_kind: RecordKind, name: &str, kind: FieldType) -> Self {
        Self {
            id: 0,
            record_kind,
            name: name.to_owned(),
            kind,
            is_required: false,
            is_listed: false,
            is_on_card: false,
            becomes: None,
            is_indexed: false,
            is_ready: false,
            default_value: None,
            options: Vec::new(),
            version: 0,
        }
    }

    /// The key of its values in records: `c12`.
    pub fn key(&self) -> FieldKey {
        FieldKey::custom(self.id)
    }

    /// Whether a card has room for its values.
    pub fn fits_on_card(&self) -> bool {
        self.kind != FieldType::LongText
    }

    /// Whether it can be kept in an index.
    pub fn can_be_indexed(kind: FieldType) -> bool {
        kind != FieldType::LongText
    }

    /// Whether lists can be in its order now. What is chosen has none.
    pub fn is_sorted(&self) -> bool {
        let is_chosen = matches!(self.kind, FieldType::Choice | FieldType::Choices | FieldType::Staff);
        self.is_indexed && self.is_ready && !is_chosen
    }

    /// Whether its values are entries of its list.
    pub fn has_options(&self) -> bool {
        matches!(self.kind, FieldType::Choice | FieldType::Choices)
    }

    /// What a new record has in it unless something else is said; nothing where that fits no more.
    pub fn usual(&self) -> Option<Value> {
        self.checked(self.default_value.as_ref()?, None).ok().flatten()
    }

    /// The name of an entry.
    pub fn option(&self, id: i64) -> Option<&str> {
        self.options.iter().find(|option| option.id == id).map(|option| option.name.as_str())
    }

    /// A value that is to be stored, tidied. An entry that is offered no more is taken only where `before` has it.
    ///
    /// # Errors
    /// Why it cannot be stored.
    pub fn checked(&self, json: &Json, before: Option<&Json>) -> Result<Option<Value>, Text> {
        let unfit = || Text::new("fields-unfit");
        let value = self.kind.read(json).map_err(|_| unfit())?;
        let Some(value) = value else { return Ok(None) };
        let had = before.and_then(|json| self.kind.read(json).ok().flatten());
        match value {
            Value::Text(text) => self.text(&text),
            Value::Id(id) if self.kind == FieldType::Choice => {
                let keeps = had == Some(Value::Id(id));
                self.may_choose(id, keeps).then_some(Some(Value::Id(id))).ok_or_else(unfit)
            }
            Value::Ids(ids) => {
                let had = match had {
                    Some(Value::Ids(ids)) => ids,
                    _ => Vec::new(),
                };
                if ids.len() > CHOICES_LIMIT {
                    return Err(Text::new("fields-too-many").with("limit", CHOICES_LIMIT));
                }
                let fits = ids.iter().all(|id| self.may_choose(*id, had.contains(id)));
                fits.then_some(Some(Value::Ids(ids))).ok_or_else(unfit)
            }
            value => Ok(Some(value)),
        }
    }

    fn may_choose(&self, id: i64, keeps: bool) -> bool {
        self.options.iter().any(|option| option.id == id && (option.is_offered || keeps))
    }

    fn text(&self, text: &str) -> Result<Option<Value>, Text> {
        let limit = if self.kind == FieldType::LongText { TEXT_LIMIT } else { LINE_LIMIT };
        let text = match self.kind {
            FieldType::LongText => plain::lines(text),
            _ => plain::line(text),
        };
        if text.chars().count() > limit {
            return Err(Text::new("error-too-long").with("limit", limit));
        }
        if text.is_empty() {
            return Ok(None);
        }
        let text = if self.kind == FieldType::Link { with_scheme(&text)? } else { text };
        Ok(Some(Value::Text(text)))
    }
}

/// Only addresses of the web become links: without a scheme it is `https://`, and no other scheme is taken.
pub(crate) fn with_scheme(link: &str) -> Result<String, Text> {
    let lower = link.to_ascii_lowercase();
    let known = lower.starts_with("https://") || lower.starts_with("http://");
    let has_space = link.contains(char::is_whitespace);
    match (known, link.contains("://"), has_space) {
        (_, _, true) | (false, true, _) => Err(Text::new("fields-link")),
        (true, ..) => Ok(link.to_owned()),
        (false, false, false) => Ok(format!("https://{link}")),
    }
}

/// The values of a record's added fields by their keys, as JSON as [`FieldType::read`] takes it. In the record itself
/// they stand beside its own fields.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct CustomValues(BTreeMap<FieldKey, Json>);

/// Takes the keys of added fields and leaves all others, since a record hands over whatever it does not know itself.
impl<'de> Deserialize<'de> for CustomValues {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let all = BTreeMap::<FieldKey, Json>::deserialize(deserializer)?;
        Ok(all.into_iter().collect())
    }
}

impl FromIterator<(FieldKey, Json)> for CustomValues {
    fn from_iter<T: IntoIterator<Item = (FieldKey, Json)>>(values: T) -> Self {
        let own = |(key, json): &(FieldKey, Json)| key.custom_id().is_some() && !json.is_null();
        Self(values.into_iter().filter(own).collect())
    }
}

impl CustomValues {
    /// What a new record has in these fields.
    pub fn usual(fields: &[CustomField]) -> Self {
        fields.iter().filter_map(|field| Some((field.key(), field.usual()?.to_json()))).collect()
    }

    /// The value of a field, if it has one.
    pub fn get(&self, key: &FieldKey) -> Option<&Json> {
        self.0.get(key)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The values that there are, in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&FieldKey, &Json)> {
        self.0.iter()
    }

    /// Puts a value in, or takes it away.
    pub fn set(&mut self, key: FieldKey, value: Option<Json>) {
        match value {
            Some(json) => self.0.insert(key, json),
            None => self.0.remove(&key),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn choices() -> CustomField {
        let option = |id: i64, is_offered| FieldOption { id, name: format!("O{id}"), is_offered };
        CustomField {
            options: vec![option(1, true), option(2, false)],
            ..CustomField::new(RecordKind::Lead, "Roof", FieldType::Choices)
        }
    }

    #[test]
    fn an_entry_that_is_offered_no_more_stays_where_it_was_chosen() {
        let field = choices();
        assert_eq!(field.checked(&json!([1]), None), Ok(Some(Value::Ids(vec![1]))));
        assert!(field.checked(&json!([1, 2]), None).is_err());
        assert_eq!(field.checked(&json!([2, 1]), Some(&json!([2]))), Ok(Some(Value::Ids(vec![1, 2]))));
        assert!(field.checked(&json!([7]), Some(&json!([7]))).is_err(), "there never was such an entry");
    }

    #[test]
    fn a_new_record_begins_with_what_still_fits() {
        let with = |default: Json| CustomField { default_value: Some(default), ..choices() };
        assert_eq!(with(json!([1])).usual(), Some(Value::Ids(vec![1])));
        assert_eq!(with(json!([2])).usual(), None, "what is offered no more is nothing to begin with");
        assert_eq!(choices().usual(), None);
        let stored = CustomField { id: 7, ..with(json!([1])) };
        let values = CustomValues::usual(&[stored, CustomField { id: 8, ..choices() }]);
        assert_eq!(serde_json::to_value(values).unwrap(), json!({ "c7": [1] }));
    }

    #[test]
    fn texts_are_tidied_and_scripts_never_become_links() {
        let field = |kind| CustomField::new(RecordKind::Lead, "F", kind);
        assert_eq!(field(FieldType::Text).checked(&json!("  a \n b "), None), Ok(Some("a b".into())));
        assert_eq!(field(FieldType::LongText).checked(&json!(" a\nb "), None), Ok(Some("a\nb".into())));
        assert_eq!(field(FieldType::Text).checked(&json!("   "), None), Ok(None));
        assert!(field(FieldType::Text).checked(&json!("x".repeat(301)), None).is_err());
        let link = |text: &str| field(FieldType::Link).checked(&json!(text), None);
        assert_eq!(link("example.com/a"), Ok(Some("https://example.com/a".into())));
        assert!(link("javascript://x").is_err() && link("data://x").is_err() && link("a b").is_err());
        assert_eq!(link("javascript:alert(1)"), Ok(Some("https://javascript:alert(1)".into())));
    }

    #[test]
    fn values_of_added_fields_are_told_from_a_records_own() {
        let all = json!({ "name": "Ada", "c12": "7", "c13": null, "cx": 1, "city": "Turin" });
        let values: CustomValues = serde_json::from_value(all).unwrap();
        assert_eq!(serde_json::to_value(&values).unwrap(), json!({ "c12": "7" }));
    }
}
