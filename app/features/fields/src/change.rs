use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use crate::{FieldKey, Value, Values};

/// One field that changed, as an event carries it: what the history shows, and what it takes to take it back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldChange {
    /// The field's key.
    pub field: FieldKey,
    /// The value before, in words: a name, `{"money": ..}`, `{"instant": ..}`, `{"day": ..}`.
    pub old: Json,
    /// The value after, in words.
    pub new: Json,
    /// The value before as [`crate::FieldType::read`] takes it, where the words are another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<Json>,
    /// The value after, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<Json>,
    /// What the field was called then, if the organisation added it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl FieldChange {
    /// A change of which the history shows the values themselves.
    pub fn new(field: impl Into<FieldKey>, old: Json, new: Json) -> Self {
        Self { field: field.into(), old, new, was: None, now: None, name: None }
    }

    /// The same change, told in these words.
    pub fn told(self, old: Json, new: Json) -> Self {
        let kept = |value: Json, words: &Json| (value != *words).then_some(value);
        let (was, now) = (kept(self.old, &old), kept(self.new, &new));
        Self { field: self.field, old, new, was, now, name: self.name }
    }

    /// The same change of a field that is called so.
    pub fn called(self, name: &str) -> Self {
        Self { name: Some(name.to_owned()), ..self }
    }

    /// The value before, to go back to.
    pub fn before(&self) -> &Json {
        self.was.as_ref().unwrap_or(&self.old)
    }

    /// The value after, to tell whether it is still there.
    pub fn after(&self) -> &Json {
        self.now.as_ref().unwrap_or(&self.new)
    }
}

/// The fields in which two records differ, in the order of their keys.
pub fn changes(before: &Values, after: &Values) -> Vec<FieldChange> {
    let keys: std::collections::BTreeSet<&FieldKey> =
        before.iter().chain(after.iter()).map(|(key, _)| key).collect();
    let differing = keys.into_iter().filter_map(|key| {
        let (old, new) = (before.get(key.as_str()), after.get(key.as_str()));
        let json = |value: Option<&Value>| value.map_or(Json::Null, Value::to_json);
        let change = FieldChange::new(key.clone(), json(old), json(new));
        (old != new).then(|| change.told(in_words(old), in_words(new)))
    });
    differing.collect()
}

/// A value as the history can write it in the language of who reads it.
fn in_words(value: Option<&Value>) -> Json {
    match value {
        None => Json::Null,
        Some(Value::Money(money)) => json!({ "money": money }),
        Some(Value::Moment(at)) => json!({ "instant": at }),
        Some(Value::Day(day)) => json!({ "day": day }),
        Some(value) => value.to_json(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Instant;

    #[test]
    fn a_change_keeps_its_values_beside_its_words() {
        let before = Values::default().with("name", Value::from("Ada"));
        let after = before.clone().with("at", Value::Moment(Instant(5)));
        let changes = changes(&before, &after);
        assert_eq!(changes.len(), 1);
        assert_eq!((&changes[0].new, changes[0].after()), (&json!({ "instant": 5 }), &json!(5)));
        assert_eq!((&changes[0].old, changes[0].before()), (&Json::Null, &Json::Null));
        let stored = serde_json::to_value(&changes[0]).unwrap();
        assert_eq!(stored, json!({ "field": "at", "old": null, "new": { "instant": 5 }, "now": 5 }));
    }
}
