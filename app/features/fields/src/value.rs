use std::collections::BTreeMap;

use kernel::{Day, Instant, Money};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use crate::{FieldKey, decimal, millionths};

/// What the values of a field are. Closed: whatever shows, reads, compares or stores values knows all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldType {
    /// One line.
    Text,
    /// Lines.
    LongText,
    /// A number with up to six decimals.
    Number,
    /// An amount of money.
    Money,
    /// A calendar day.
    Day,
    /// A moment.
    Moment,
    /// One entry of a list.
    Choice,
    /// Several entries of a list.
    Choices,
    /// Yes or no.
    Flag,
    /// An address of the web.
    Link,
    /// A member of staff.
    Staff,
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// A country, ISO 3166 alpha-2 or as typed.
    Country,
    /// One of a few words that the kind of record itself knows: a language, what became of a lead.
    Word,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Text of any kind, and words.
    Text(String),
    /// A number in millionths.
    Number(i64),
    /// An amount.
    Money(Money),
    /// A day.
    Day(Day),
    /// A moment, microseconds UTC.
    Moment(Instant),
    /// An entry of a list, a member of staff.
    Id(i64),
    /// Entries of a list, in ascending order.
    Ids(Vec<i64>),
    /// Yes or no.
    Flag(bool),
    /// The value of an added field as it is stored: what it means, its definition says.
    Added(Json),
}

impl FieldType {
    /// The value that stands in JSON as in the REST API: a number with decimals is text, so that nobody rounds it; an
    /// amount is `{"currency", "minor"}`, a moment microseconds. Empty text and `null` are no value.
    ///
    /// # Errors
    /// The JSON is not a value of this type.
    pub fn read(self, json: &Json) -> Result<Option<Value>, Unfit> {
        let value = match (self, json) {
            (_, Json::Null) => return Ok(None),
            (Self::Number, Json::String(text)) => millionths(text).map(Value::Number),
            (Self::Number, Json::Number(number)) => millionths(&number.to_string()).map(Value::Number),
            (Self::Money, _) => from_json(json).map(Value::Money),
            (Self::Day, _) => from_json(json).map(Value::Day),
            (Self::Moment, _) => from_json(json).map(Value::Moment),
            (Self::Choice | Self::Staff, _) => from_json(json).map(Value::Id),
            (Self::Choices, Json::Array(all)) if all.is_empty() => return Ok(None),
            (Self::Choices, _) => from_json(json).map(Value::ids),
            (Self::Flag, _) => from_json(json).map(Value::Flag),
            (_, Json::String(text)) if text.is_empty() => return Ok(None),
            (_, Json::String(text)) => Some(Value::Text(text.clone())),
            _ => None,
        };
        value.map(Some).ok_or(Unfit)
    }
}

/// A value does not fit its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfit;

fn from_json<T: serde::de::DeserializeOwned>(json: &Json) -> Option<T> {
    serde_json::from_value(json.clone()).ok()
}

impl Value {
    /// Entries of a list, each once.
    pub fn ids(mut ids: Vec<i64>) -> Self {
        ids.sort_unstable();
        ids.dedup();
        Self::Ids(ids)
    }

    /// The value as JSON, as [`FieldType::read`] takes it.
    pub fn to_json(&self) -> Json {
        match self {
            Self::Text(text) => json!(text),
            Self::Number(number) => json!(decimal(*number)),
            Self::Money(money) => json!(money),
            Self::Day(day) => json!(day),
            Self::Moment(at) => json!(at),
            Self::Id(id) => json!(id),
            Self::Ids(ids) => json!(ids),
            Self::Flag(flag) => json!(flag),
            Self::Added(json) => json.clone(),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// Values by field. In a record a field that is not named is empty; in a change it stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Values(BTreeMap<FieldKey, Option<Value>>);

impl Values {
    /// The same with this value.
    pub fn with(mut self, key: impl Into<FieldKey>, value: impl Into<Option<Value>>) -> Self {
        self.0.insert(key.into(), value.into());
        self
    }

    /// The same, not naming this field.
    #[must_use]
    pub fn without(mut self, key: &str) -> Self {
        self.0.remove(key);
        self
    }

    /// The value of a field, if it has one.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key).and_then(Option::as_ref)
    }

    /// The text of a field.
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The fields that are named, with their values, in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&FieldKey, Option<&Value>)> {
        self.0.iter().map(|(key, value)| (key, value.as_ref()))
    }

    /// Whether a field is named, be it empty.
    pub fn names(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// Whether no field is named.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same with the fields of a change, an emptied one being empty.
    pub fn changed_by(mut self, change: &Self) -> Self {
        self.0.extend(change.0.clone());
        self
    }

    /// Whether both mean the same record: not naming a field and naming it empty are the same.
    pub fn is_same(&self, other: &Self) -> bool {
        let all = self.0.keys().chain(other.0.keys());
        all.into_iter().all(|key| self.get(key.as_str()) == other.get(key.as_str()))
    }

    /// The values as an object of JSON, as [`FieldType::read`] takes them.
    pub fn to_json(&self) -> serde_json::Map<String, Json> {
        let json = |value: Option<&Value>| value.map_or(Json::Null, Value::to_json);
        self.iter().map(|(key, value)| (key.to_string(), json(value))).collect()
    }
}

impl FromIterator<(FieldKey, Option<Value>)> for Values {
    fn from_iter<T: IntoIterator<Item = (FieldKey, Option<Value>)>>(fields: T) -> Self {
        Self(fields.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_survive_the_way_through_json() {
        let euros = Money::new(1250, "EUR".parse().unwrap());
        let samples = [
            (FieldType::Text, "Ada".into()),
            (FieldType::Number, Value::Number(12_500_000)),
            (FieldType::Money, Value::Money(euros)),
            (FieldType::Day, Value::Day(Day(20_000))),
            (FieldType::Moment, Value::Moment(Instant(5))),
            (FieldType::Staff, Value::Id(7)),
            (FieldType::Choices, Value::ids(vec![3, 1, 3])),
            (FieldType::Flag, Value::Flag(false)),
        ];
        for (kind, value) in samples {
            assert_eq!(kind.read(&value.to_json()), Ok(Some(value)), "{kind:?}");
        }
    }

    #[test]
    fn what_does_not_fit_is_told_from_what_is_empty() {
        assert_eq!(FieldType::Text.read(&json!("")), Ok(None));
        assert_eq!(FieldType::Choices.read(&json!([])), Ok(None));
        assert_eq!(FieldType::Flag.read(&Json::Null), Ok(None));
        let unfit = [
            (FieldType::Text, json!(7)),
            (FieldType::Number, json!("seven")),
            (FieldType::Number, json!(0.00000001)),
            (FieldType::Money, json!({ "minor": 5 })),
            (FieldType::Day, json!("2026-02-30")),
            (FieldType::Staff, json!("me")),
            (FieldType::Choices, json!(["a"])),
            (FieldType::Flag, json!("yes")),
        ];
        for (kind, json) in unfit {
            assert_eq!(kind.read(&json), Err(Unfit), "{kind:?} {json}");
        }
    }

    #[test]
    fn a_change_names_what_it_empties() {
        let record = Values::default().with("name", Value::from("Ada")).with("city", Value::from("Turin"));
        let after = record.clone().changed_by(&Values::default().with("city", None));
        assert_eq!((after.text("name"), after.get("city")), (Some("Ada"), None));
        assert!(after.is_same(&Values::default().with("name", Value::from("Ada"))));
        assert!(!after.is_same(&record));
    }
}
