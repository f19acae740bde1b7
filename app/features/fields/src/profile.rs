//! What people type in about a record, as the values of its fields.

use serde::Serialize;
use serde_json::Value as Json;

use crate::{CustomValues, FieldKey, OwnField, Patch, Value, Values, values_of};

/// What the fields of a profile hold, the added ones among them.
pub fn profile_values(own: &[OwnField], profile: &impl Serialize, added: &CustomValues) -> Values {
    let own = match serde_json::to_value(profile) {
        Ok(Json::Object(profile)) => values_of(own, &profile),
        _ => Values::default(),
    };
    let added = added.iter().map(|(key, json)| (key.clone(), Value::Added(json.clone())));
    added.fold(own, |values, (key, value)| values.with(key, value))
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

/// Of what a record is to hold, the fields that a change names.
pub fn named(values: &Values, patch: &Patch) -> Values {
    let keys = patch.0.keys().map(|key| FieldKey::from(key.as_str()));
    keys.map(|key| (key.clone(), values.get(key.as_str()).cloned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FieldType;

    #[derive(Serialize)]
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
    fn a_change_names_what_it_empties_too() {
        let values = profile_values(FIELDS, &argo(), &argo().custom);
        let named = named(&values, &Patch::one("city", Json::Null).and("c7", "oak"));
        assert!(named.names("city") && named.get("city").is_none() && !named.names("name"));
        assert_eq!(named.get("c7"), Some(&Value::Added(Json::from("oak"))));
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
