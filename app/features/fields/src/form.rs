//! Added fields in a form: what is typed, and a control for each.

use kernel::{Currency, Error, Instant, Money, Result, Zone, invalid};
use leptos::prelude::*;
use serde_json::{Value as Json, json};

use crate::custom::{CustomField, CustomValues};
use crate::{FieldType, decimal};

mod control;
mod draft;
mod field;

pub use control::CustomControls;
pub use draft::Draft;
pub use field::FieldControl;

/// The values of added fields while they are typed. A copyable handle.
#[derive(Clone, Copy)]
pub struct CustomDraft {
    typed: StoredValue<Vec<(CustomField, Blank)>>,
    /// Values of fields that this form does not know: they stay as they are.
    rest: StoredValue<CustomValues>,
}

/// What is typed in one field; which of them, its kind says.
#[derive(Clone, Copy)]
pub(crate) struct Blank {
    pub(crate) text: RwSignal<String>,
    pub(crate) many: RwSignal<Vec<String>>,
    pub(crate) flag: RwSignal<bool>,
    pub(crate) minor: RwSignal<Option<i64>>,
    pub(crate) currency: RwSignal<String>,
    pub(crate) unreadable: RwSignal<bool>,
}

impl CustomDraft {
    /// A form that begins with these values; amounts are in `currency` where there is none yet.
    pub fn new(fields: &[CustomField], values: &CustomValues, currency: Currency, zone: &Zone) -> Self {
        let typed = |field: &CustomField| (field.clone(), Blank::new(currency));
        let draft = Self {
            typed: StoredValue::new(fields.iter().map(typed).collect()),
            rest: StoredValue::new(CustomValues::default()),
        };
        draft.fill(values, zone);
        draft
    }

    /// Puts values into the form.
    pub fn fill(self, values: &CustomValues, zone: &Zone) {
        self.typed.with_value(|typed| {
            for (field, typed) in typed {
                typed.fill(field.kind, values.get(&field.key()), zone);
            }
        });
        self.rest.set_value(values.clone());
    }

    /// The values as they are typed now.
    ///
    /// # Errors
    /// `Invalid` for what cannot be read; other rules are the server's.
    pub fn values(self, zone: &Zone) -> Result<CustomValues> {
        let mut values = self.rest.get_value();
        self.typed.with_value(|typed| {
            for (field, typed) in typed {
                let value = typed.value(field.kind, zone);
                let value = value.map_err(|key| invalid(field.key().as_str(), key))?;
                values.set(field.key(), value);
            }
            Ok::<_, Error>(())
        })?;
        Ok(values)
    }

    /// What the field of this key is called.
    pub fn name_of(self, key: &str) -> Option<String> {
        self.typed.with_value(|typed| {
            typed.iter().find(|(field, _)| field.key().as_str() == key).map(|(field, _)| field.name.clone())
        })
    }

    pub(crate) fn parts(self) -> Vec<(CustomField, Blank)> {
        self.typed.get_value()
    }
}

impl Blank {
    fn fill(self, kind: FieldType, json: Option<&Json>, zone: &Zone) {
        let text = match (kind, json) {
            (FieldType::Moment, Some(at)) => at.as_i64().map(|at| zone.format_local(Instant(at))),
            (_, Some(Json::String(text))) => Some(text.clone()),
            (_, Some(Json::Number(number))) => Some(number.to_string()),
            _ => None,
        };
        self.text.set(text.unwrap_or_default());
        let ids = json.and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_i64);
        self.many.set(ids.map(|id| id.to_string()).collect());
        self.flag.set(json.and_then(Json::as_bool).unwrap_or_default());
        let money = json.and_then(|json| serde_json::from_value::<Money>(json.clone()).ok());
        self.unreadable.set(false);
        self.minor.set(money.map(|money| money.minor));
        if let Some(money) = money {
            self.currency.set(money.currency.to_string());
        }
    }

    /// The value as it is sent; the error is the key of what is wrong with it.
    fn value(self, kind: FieldType, zone: &Zone) -> std::result::Result<Option<Json>, &'static str> {
        let text = self.text.get();
        let text = text.trim();
        if kind == FieldType::Money {
            return match (self.unreadable.get(), self.minor.get(), self.currency.get().parse::<Currency>()) {
                (true, ..) => Err("error-money"),
                (false, Some(minor), Ok(currency)) => Ok(Some(json!(Money::new(minor, currency)))),
                _ => Ok(None),
            };
        }
        match kind {
            FieldType::Flag => return Ok(self.flag.get().then_some(json!(true))),
            FieldType::Choices => {
                let mut ids: Vec<i64> = self.many.get().iter().filter_map(|id| id.parse().ok()).collect();
                ids.sort_unstable();
                return Ok((!ids.is_empty()).then(|| json!(ids)));
            }
            _ if text.is_empty() => return Ok(None),
            _ => {}
        }
        match kind {
            FieldType::Number => {
                let plain = text.replace(' ', "").replace(',', ".");
                let number = crate::millionths(&plain).ok_or("fields-number")?;
                Ok(Some(json!(decimal(number))))
            }
            FieldType::Moment => zone.parse_local(text).map(|at| Some(json!(at))).ok_or("fields-unfit"),
            FieldType::Choice | FieldType::Staff => {
                text.parse::<i64>().map(|id| Some(json!(id))).map_err(|_| "fields-unfit")
            }
            _ => Ok(Some(json!(text))),
        }
    }
}
