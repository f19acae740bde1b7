use fields::{FieldChange, FieldKey};
use kernel::{Error, FieldError, Result, Text};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::Profile;

/// A change to some fields of a lead: their new values by name, `null` empties a field.
///
/// Only fields of [`Profile`] can be named; anything else is refused, so that no request can set what is kept by the
/// system.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LeadPatch(pub Map<String, Value>);

impl LeadPatch {
    /// A change of one field.
    pub fn one(field: &str, value: impl Serialize) -> Self {
        Self::default().and(field, value)
    }

    /// The same change with one field more.
    pub fn and(mut self, field: &str, value: impl Serialize) -> Self {
        self.0.insert(field.into(), serde_json::to_value(value).unwrap_or_default());
        self
    }

    /// What has to change to get from one profile to another.
    pub fn between(old: &Profile, new: &Profile) -> Self {
        Self(changes(old, new).into_iter().map(|change| (change.field.to_string(), change.new)).collect())
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The profile with the change made, tidied and checked.
    ///
    /// # Errors
    /// `Invalid`, naming each field that is unknown or has a value that does not fit.
    pub fn apply(&self, profile: &Profile) -> Result<Profile> {
        let mut fields = as_map(profile);
        let mut problems = Vec::new();
        for (field, value) in &self.0 {
            let before = fields.insert(field.clone(), value.clone());
            // An added field that is empty is not there; whether there is such a field, the server knows.
            let is_known = before.is_some() || FieldKey::from(field.as_str()).custom_id().is_some();
            let fits = is_known && serde_json::from_value::<Profile>(Value::Object(fields.clone())).is_ok();
            if !fits {
                problems.push(FieldError { field: field.clone(), problem: Text::new("lead-field-unfit") });
                match before {
                    Some(before) => fields.insert(field.clone(), before),
                    None => fields.remove(field),
                };
            }
        }
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        serde_json::from_value::<Profile>(Value::Object(fields))
            .map_err(|_| Error::Invalid(Vec::new()))?
            .checked()
    }
}

fn as_map(profile: &Profile) -> Map<String, Value> {
    match serde_json::to_value(profile) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// The fields in which two profiles differ, in the order of their names.
pub fn changes(old: &Profile, new: &Profile) -> Vec<FieldChange> {
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
mod tests {
    use super::*;
    use serde_json::json;

    fn ada() -> Profile {
        Profile { name: "Ada".into(), company: Some("Engines".into()), ..Profile::default() }
    }

    #[test]
    fn a_patch_changes_what_it_names_and_null_empties() {
        let patch = LeadPatch::one("company", Value::Null).and("city", "Turin");
        let after = patch.apply(&ada()).unwrap();
        assert_eq!((after.company, after.city.as_deref(), after.name.as_str()), (None, Some("Turin"), "Ada"));
    }

    #[test]
    fn what_the_system_keeps_cannot_be_set() {
        for field in ["id", "version", "created_by", "customer_id", "timeline_id", "rank", "is_admin"] {
            let answer = LeadPatch::one(field, 7).apply(&ada());
            assert!(matches!(answer, Err(Error::Invalid(f)) if f[0].field == field), "{field}");
        }
    }

    #[test]
    fn values_of_the_wrong_kind_name_their_field() {
        let answer = LeadPatch::one("owner_id", json!("me")).and("city", "Turin").apply(&ada());
        assert!(matches!(answer, Err(Error::Invalid(f)) if f.len() == 1 && f[0].field == "owner_id"));
    }

    #[test]
    fn the_difference_of_two_profiles_is_a_patch() {
        let new = Profile { city: Some("Turin".into()), company: None, ..ada() };
        assert_eq!(LeadPatch::between(&ada(), &new).apply(&ada()), Ok(new));
    }
}
