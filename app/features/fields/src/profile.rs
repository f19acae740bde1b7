//! Kinds of records whose fields are a struct that serde knows, with keys as in the REST API.

use kernel::{Error, FieldError, Result, Text};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use crate::{CustomValues, FieldKey, OwnField, Value, Values, values_of};

/// What the fields of a profile hold, the added ones among them.
pub fn profile_values(own: &[OwnField], profile: &impl Serialize, added: &CustomValues) -> Values {
    let own = match serde_json::to_value(profile) {
        Ok(Json::Object(profile)) => values_of(own, &profile),
        _ => Values::default(),
    };
    let added = added.iter().map(|(key, json)| (key.clone(), Value::Added(json.clone())));
    added.fold(own, |values, (key, value)| values.with(key, value))
}

/// A profile with other values in some of its fields.
///
/// # Errors
/// `Invalid`, naming each field whose value is none of its own.
pub fn changed_profile<P: Serialize + DeserializeOwned>(profile: &P, values: &Values) -> Result<P> {
    let Ok(Json::Object(mut fields)) = serde_json::to_value(profile) else {
        return Err(Error::internal("a profile cannot be written as JSON"));
    };
    let mut problems = Vec::new();
    for (key, json) in values.to_json() {
        // What cannot be empty is asked for; anything else is no value of its field.
        let problem = if json.is_null() { "error-required" } else { "fields-unfit" };
        let before = fields.insert(key.clone(), json);
        if serde_json::from_value::<P>(Json::Object(fields.clone())).is_err() {
            fields.insert(key.clone(), before.unwrap_or_default());
            problems.push(FieldError { field: key, problem: Text::new(problem) });
        }
    }
    match problems.is_empty() {
        true => serde_json::from_value(Json::Object(fields)).map_err(Error::internal),
        false => Err(Error::Invalid(problems)),
    }
}

/// The fields in which two records differ: what they hold in the one, and what in the other.
pub fn differing(one: &Values, other: &Values) -> (Values, Values) {
    let differs = |key: &&FieldKey| one.get(key.as_str()) != other.get(key.as_str());
    let keys: Vec<&FieldKey> = one.iter().chain(other.iter()).map(|(key, _)| key).filter(differs).collect();
    let of = |values: &Values| -> Values {
        keys.iter().map(|key| ((*key).clone(), values.get(key.as_str()).cloned())).collect()
    };
    (of(one), of(other))
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::FieldType;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Boat {
        name: String,
        length: Option<i64>,
        #[serde(flatten)]
        custom: CustomValues,
    }

    const FIELDS: &[OwnField] =
        &[OwnField::new("name", FieldType::Text), OwnField::new("city", FieldType::Text)];

    fn argo() -> Boat {
        let custom = [(FieldKey::custom(7), Json::from("oak"))].into_iter().collect();
        Boat { name: "Argo".into(), length: Some(30), custom }
    }

    #[test]
    fn a_profile_holds_its_own_fields_and_the_added_ones() {
        let values = profile_values(FIELDS, &argo(), &argo().custom);
        assert_eq!((values.text("name"), values.names("city")), (Some("Argo"), false));
        assert_eq!(values.get("c7"), Some(&Value::Added(Json::from("oak"))));
    }

    #[test]
    fn what_does_not_fit_is_named_and_nothing_changes() {
        let unfit = Values::default().with("name", None).with("length", Value::from("long"));
        let error = changed_profile(&argo(), &unfit).unwrap_err();
        assert!(error.field("name").is_some() && error.field("length").is_some());
        let named = changed_profile(&argo(), &Values::default().with("name", Value::from("Dory"))).unwrap();
        assert_eq!(named, Boat { name: "Dory".into(), ..argo() });
    }

    #[test]
    fn only_what_differs_is_told_on_both_sides() {
        let one = Values::default().with("name", Value::from("Argo")).with("city", Value::from("Iolcus"));
        let other = Values::default().with("name", Value::from("Argo"));
        let (before, after) = differing(&one, &other);
        assert_eq!(
            (before.text("city"), after.names("city"), after.names("name")),
            (Some("Iolcus"), true, false)
        );
    }
}
