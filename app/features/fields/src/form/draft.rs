use kernel::{Currency, Error, FieldError, I18n, Result, Zone, invalid, use_i18n, use_me};
use leptos::prelude::*;
use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::{Blank, CustomDraft};
use crate::custom::{CustomField, CustomValues};
use crate::{FieldType, Typed};

/// What people type in about a record of one kind, while it is typed. A copyable handle.
///
/// It is made of the kind's own fields, each with what its values are, and of those that the organisation added.
#[derive(Clone, Copy)]
pub struct Draft {
    own: StoredValue<Vec<(&'static str, FieldType, Blank)>>,
    /// What is typed in the fields that the organisation added.
    pub custom: CustomDraft,
    /// What is not typed here stays as it was.
    rest: StoredValue<Map<String, Json>>,
    zone: StoredValue<Zone>,
    /// What stands before the names of the fields in what was refused.
    before: &'static str,
    /// What was refused.
    pub error: RwSignal<Option<Error>>,
}

impl Draft {
    /// A form with these fields of the kind and these added ones, that begins with what was typed in before.
    pub fn new<T: Serialize>(own: &[(&'static str, FieldType)], added: &[CustomField], start: &T) -> Self {
        let (currency, zone) = (use_me().organisation.currency, use_i18n().zone());
        let blank = |(key, kind): &(&'static str, FieldType)| (*key, *kind, Blank::new(currency));
        let draft = Self {
            own: StoredValue::new(own.iter().map(blank).collect()),
            custom: CustomDraft::new(added, &CustomValues::default(), currency, &zone),
            rest: StoredValue::new(Map::new()),
            zone: StoredValue::new(zone),
            before: "",
            error: RwSignal::new(None),
        };
        draft.fill(start);
        draft
    }

    /// The same as a part of another form, whose error it shows: its fields are refused as `contact_name`.
    #[must_use]
    pub fn within(self, error: RwSignal<Option<Error>>, before: &'static str) -> Self {
        Self { error, before, ..self }
    }

    /// Puts in what was typed in before.
    pub fn fill<T: Serialize>(self, start: &T) {
        let Ok(Json::Object(fields)) = serde_json::to_value(start) else { return };
        let custom: CustomValues = serde_json::from_value(Json::Object(fields.clone())).unwrap_or_default();
        self.zone.with_value(|zone| {
            for (key, kind, blank) in self.own.get_value() {
                blank.fill(kind, fields.get(key), zone);
            }
            self.custom.fill(&custom, zone);
        });
        self.rest.set_value(fields);
        self.error.set(None);
    }

    /// What is typed in now, as the kind of record has it.
    ///
    /// # Errors
    /// `Invalid` for what cannot be read; other rules are those of the whole.
    pub fn read<T: Typed>(self) -> Result<T> {
        let mut fields = self.rest.get_value();
        let custom = self.zone.with_value(|zone| {
            for (key, kind, blank) in self.own.get_value() {
                let value = blank.value(kind, zone).map_err(|problem| invalid(key, problem))?;
                let value = value.unwrap_or_else(|| nothing(kind, fields.get(key)));
                fields.insert(key.to_owned(), value);
            }
            self.custom.values(zone)
        })?;
        fields.retain(|key, _| crate::FieldKey::from(key.as_str()).custom_id().is_none());
        fields.extend(custom.iter().map(|(key, json)| (key.to_string(), json.clone())));
        serde_json::from_value(Json::Object(fields)).map_err(|_| Error::Invalid(Vec::new()))
    }

    /// What is typed in one field, of the kind's own or an added one; `null` if it is empty.
    ///
    /// # Errors
    /// `Invalid` for what cannot be read.
    pub fn value(self, key: &str) -> Result<Json> {
        self.zone.with_value(|zone| match self.blank(key) {
            Some((kind, blank)) => {
                let value = blank.value(kind, zone).map_err(|problem| invalid(key, problem))?;
                Ok(value.unwrap_or_else(|| nothing(kind, None)))
            }
            None => Ok(self.custom.values(zone)?.get(&key.into()).cloned().unwrap_or_default()),
        })
    }

    /// Whether something was typed that is not in `stored`.
    pub fn differs_from<T: Typed + PartialEq>(self, stored: &T) -> bool {
        self.read::<T>().is_ok_and(|typed| typed != *stored)
    }

    /// What a field is called where it stands among those of another form.
    pub(super) fn name_of(self, key: &str) -> String {
        format!("{}{key}", self.before)
    }

    /// What stands in a field of one line, or of one choice.
    pub fn text(self, key: &str) -> RwSignal<String> {
        self.blank(key).map(|(_, blank)| blank.text).unwrap_or_default()
    }

    /// Whether a field of yes or no says yes.
    pub fn flag(self, key: &str) -> RwSignal<bool> {
        self.blank(key).map(|(_, blank)| blank.flag).unwrap_or_default()
    }

    pub(super) fn blank(self, key: &str) -> Option<(FieldType, Blank)> {
        self.own.with_value(|own| {
            own.iter().find(|(own, ..)| *own == key).map(|(_, kind, blank)| (*kind, *blank))
        })
    }

    /// The problem of a field, in the reader's language.
    pub fn problem(self, i18n: I18n, key: &str) -> Signal<Option<String>> {
        let key = self.name_of(key);
        Signal::derive(move || {
            self.error.with(|error| error.as_ref()?.field(&key)).map(|text| i18n.render(&text))
        })
    }

    /// All problems, for the list above the form whose ids begin with `prefix`.
    pub fn problems(self, prefix: &'static str) -> Signal<Vec<ui::FormError>> {
        let i18n = use_i18n();
        let line = move |field: FieldError| {
            let label = self.custom.name_of(&field.field);
            let label = label.unwrap_or_else(|| i18n.text(&format!("field-{}", field.field), &[]));
            let message = format!("{label}: {}", i18n.render(&field.problem));
            ui::FormError { field_id: format!("{prefix}-{}", field.field), message }
        };
        Signal::derive(move || match self.error.get() {
            Some(Error::Invalid(fields)) => fields.into_iter().map(line).collect(),
            _ => Vec::new(),
        })
    }
}

/// How a record holds an empty field. A text that has to be there is empty, and no field without a value: that it is
/// missing, the rules of the whole say.
fn nothing(kind: FieldType, before: Option<&Json>) -> Json {
    match (kind, before) {
        (FieldType::Flag, _) => Json::Bool(false),
        (FieldType::Choices, _) => Json::Array(Vec::new()),
        (FieldType::Text | FieldType::LongText, Some(Json::String(_))) => Json::String(String::new()),
        _ => Json::Null,
    }
}

impl Blank {
    pub(super) fn new(currency: Currency) -> Self {
        Self {
            text: RwSignal::new(String::new()),
            many: RwSignal::new(Vec::new()),
            flag: RwSignal::new(false),
            minor: RwSignal::new(None),
            currency: RwSignal::new(currency.to_string()),
            unreadable: RwSignal::new(false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_emptied_text_that_has_to_be_there_stays_a_text() {
        assert_eq!(nothing(FieldType::Text, Some(&json!("Ada"))), json!(""));
        assert_eq!(nothing(FieldType::Text, Some(&Json::Null)), Json::Null);
        assert_eq!(nothing(FieldType::Word, Some(&json!("it"))), Json::Null);
        assert_eq!(nothing(FieldType::Choices, None), json!([]));
    }
}
