use kernel::{Error, FieldError, Result, Text};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{FieldChange, FieldKey};

/// What people type in about a record of one kind: a struct whose fields stand in JSON under their keys, and beside them
/// those that the organisation added.
pub trait Typed: Clone + Serialize + DeserializeOwned {
    /// The same without stray spaces and empty texts, if it can be stored.
    ///
    /// # Errors
    /// `Invalid`, naming each field that cannot.
    fn checked(self) -> Result<Self>;
}

/// A change to some fields of a record: their new values by name, `null` empties a field.
///
/// Only what people type in can be named; anything else is refused, so that no request can set what is kept by the
/// system.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Patch(pub Map<String, Value>);

impl Patch {
    /// A change of one field.
    pub fn one(field: &str, value: impl Serialize) -> Self {
        Self::default().and(field, value)
    }

    /// The same change with one field more.
    pub fn and(mut self, field: &str, value: impl Serialize) -> Self {
        self.0.insert(field.into(), serde_json::to_value(value).unwrap_or_default());
        self
    }

    /// What has to change to get from the one to the other.
    pub fn between<T: Serialize>(old: &T, new: &T) -> Self {
        Self(differences(old, new).into_iter().map(|change| (change.field.to_string(), change.new)).collect())
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What was typed in with the change made, tidied and checked.
    ///
    /// # Errors
    /// `Invalid`, naming each field that is unknown or has a value that does not fit.
    pub fn apply<T: Typed>(&self, before: &T) -> Result<T> {
        let mut fields = as_map(before);
        let mut problems = Vec::new();
        for (field, value) in &self.0 {
            let before = fields.insert(field.clone(), value.clone());
            // An added field that is empty is not there; whether there is such a field, the server knows.
            let is_known = before.is_some() || FieldKey::from(field.as_str()).custom_id().is_some();
            let fits = is_known && serde_json::from_value::<T>(Value::Object(fields.clone())).is_ok();
            if !fits {
                problems.push(FieldError { field: field.clone(), problem: Text::new("fields-unfit") });
                match before {
                    Some(before) => fields.insert(field.clone(), before),
                    None => fields.remove(field),
                };
            }
        }
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        serde_json::from_value::<T>(Value::Object(fields)).map_err(|_| Error::Invalid(Vec::new()))?.checked()
    }
}

fn as_map<T: Serialize>(typed: &T) -> Map<String, Value> {
    match serde_json::to_value(typed) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// The fields in which two of them differ, in the order of their names.
pub fn differences<T: Serialize>(old: &T, new: &T) -> Vec<FieldChange> {
    let mut before = as_map(old);
    let differing = as_map(new).into_iter().filter_map(|(field, new)| {
        let old = before.remove(&field).unwrap_or_default();
        (old != new).then(|| FieldChange::new(field, old, new))
    });
    let mut changes: Vec<FieldChange> = differing.collect();
    // What is left are added fields that are empty now.
    changes.extend(before.into_iter().map(|(field, old)| FieldChange::new(field, old, Value::Null)));
    changes.sort_by(|a, b| a.field.cmp(&b.field));
    changes
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::CustomValues;
    use serde_json::json;

    /// What people would type in about somebody.
    #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(default)]
    pub(crate) struct Sample {
        pub name: String,
        pub owner_id: Option<i64>,
        pub company: Option<String>,
        pub city: Option<String>,
        pub email: Option<String>,
        pub phone: Option<String>,
        #[serde(flatten)]
        pub custom: CustomValues,
    }

    impl Typed for Sample {
        fn checked(self) -> Result<Self> {
            Ok(self)
        }
    }

    fn ada() -> Sample {
        Sample { name: "Ada".into(), company: Some("Engines".into()), ..Sample::default() }
    }

    #[test]
    fn a_patch_changes_what_it_names_and_null_empties() {
        let patch = Patch::one("company", Value::Null).and("city", "Turin");
        let after = patch.apply(&ada()).unwrap();
        assert_eq!((after.company, after.city.as_deref(), after.name.as_str()), (None, Some("Turin"), "Ada"));
    }

    #[test]
    fn what_the_system_keeps_cannot_be_set() {
        for field in ["id", "version", "created_by", "customer_id", "timeline_id", "rank", "is_admin"] {
            let answer = Patch::one(field, 7).apply(&ada());
            assert!(matches!(answer, Err(Error::Invalid(f)) if f[0].field == field), "{field}");
        }
    }

    #[test]
    fn values_of_the_wrong_kind_name_their_field() {
        let answer = Patch::one("owner_id", json!("me")).and("city", "Turin").apply(&ada());
        assert!(matches!(answer, Err(Error::Invalid(f)) if f.len() == 1 && f[0].field == "owner_id"));
    }

    #[test]
    fn the_difference_of_two_is_a_patch() {
        let new = Sample { city: Some("Turin".into()), company: None, ..ada() };
        assert_eq!(Patch::between(&ada(), &new).apply(&ada()), Ok(new));
    }
}
