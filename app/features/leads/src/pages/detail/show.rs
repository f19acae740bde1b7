use kernel::{I18n, Instant, Language, Money};
use serde_json::Value;

use crate::{Dictionaries, Outcome};

/// The value of a field in words, as the profile and a conflict show it.
pub fn show_value(i18n: I18n, words: &Dictionaries, field: &str, value: &Value) -> String {
    let id = value.as_i64().unwrap_or_default();
    let named = |found: Option<&String>| found.cloned().unwrap_or_else(|| id.to_string());
    if let Some(added) = words.fields.iter().find(|added| added.key().as_str() == field) {
        let shown = added.show(i18n, &words.staff, value);
        return shown.unwrap_or_else(|| i18n.text("field-none", &[]));
    }
    match (field, value) {
        (_, Value::Null) => i18n.text("field-none", &[]),
        ("stage_id", _) => named(words.stages.iter().find(|stage| stage.id == id).map(|stage| &stage.name)),
        ("source_id", _) => {
            named(words.sources.iter().find(|source| source.id.0 == id).map(|source| &source.name))
        }
        ("owner_id", _) => {
            named(words.staff.iter().find(|person| person.id.0 == id).map(|person| &person.name))
        }
        ("lost_reason_id", _) => {
            named(words.lost_reasons.iter().find(|r| r.id.0 == id).map(|reason| &reason.name))
        }
        ("value", value) => {
            serde_json::from_value::<Money>(value.clone()).map_or_else(|_| String::new(), |m| i18n.money(m))
        }
        ("last_contact_at", _) => i18n.date_time(Instant(id)),
        ("outcome", value) => {
            let outcome = serde_json::from_value::<Outcome>(value.clone()).unwrap_or_default();
            i18n.text(outcome.label(), &[])
        }
        ("language", Value::String(code)) => {
            Language::parse(code).map_or_else(|| code.clone(), |l| l.name().to_owned())
        }
        ("country", Value::String(country)) => i18n.country(country),
        (_, Value::Bool(on)) => i18n.text(if *on { "field-yes" } else { "field-no" }, &[]),
        (_, Value::String(text)) => text.clone(),
        (_, other) => other.to_string(),
    }
}
