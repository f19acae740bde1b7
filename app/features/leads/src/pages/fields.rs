//! The fields of a lead as a form holds them, and each of them as a control with its label.

use fields::{CustomDraft, CustomField};
use kernel::{
    Currency, Error, I18n, Language, LostReasonId, Money, Result, SourceId, StaffId, StageId, Zone, invalid,
    use_i18n, use_me,
};
use leptos::prelude::*;

use crate::{Outcome, Profile};

mod control;

pub use control::{ProfileField, choices, stage_choices};

/// The fields that are plain text.
const TEXTS: [&str; 12] = [
    "name",
    "company",
    "position",
    "email",
    "phone",
    "website",
    "street",
    "city",
    "region",
    "postcode",
    "country",
    "description",
];
/// The fields that are chosen from a list.
const CHOICES: [&str; 5] = ["stage_id", "source_id", "owner_id", "language", "lost_reason_id"];

/// A profile while it is typed. A copyable handle.
#[derive(Clone, Copy)]
pub struct Draft {
    /// Texts and choices, in the order of their names above.
    texts: StoredValue<Vec<(&'static str, RwSignal<String>)>>,
    /// The value in minor units.
    pub minor: RwSignal<Option<i64>>,
    /// The currency of the value.
    pub currency: RwSignal<String>,
    /// Whether what was typed as the value is not an amount.
    pub unreadable: RwSignal<bool>,
    /// Whether all staff may see it.
    pub is_public: RwSignal<bool>,
    /// What is typed in the fields that the organisation added.
    pub custom: CustomDraft,
    /// What is not typed here: outcome, last contact.
    rest: StoredValue<Profile>,
    zone: StoredValue<Zone>,
    /// What was refused.
    pub error: RwSignal<Option<Error>>,
}

impl Draft {
    /// A form that begins with this profile, with these added fields.
    pub fn new(profile: &Profile, fields: &[CustomField]) -> Self {
        let (me, zone) = (use_me(), use_i18n().zone());
        let texts = TEXTS.iter().chain(&CHOICES).map(|name| (*name, RwSignal::new(String::new()))).collect();
        let draft = Self {
            texts: StoredValue::new(texts),
            minor: RwSignal::new(None),
            currency: RwSignal::new(me.organisation.currency.to_string()),
            unreadable: RwSignal::new(false),
            is_public: RwSignal::new(false),
            custom: CustomDraft::new(fields, &profile.custom, me.organisation.currency, &zone),
            zone: StoredValue::new(zone),
            rest: StoredValue::new(Profile::default()),
            error: RwSignal::new(None),
        };
        draft.fill(profile);
        draft
    }

    /// Puts a profile into the form.
    pub fn fill(self, profile: &Profile) {
        let json = serde_json::to_value(profile).unwrap_or_default();
        for (name, signal) in self.texts.get_value() {
            let text = match &json[name] {
                serde_json::Value::String(text) => text.clone(),
                serde_json::Value::Number(number) => number.to_string(),
                _ => String::new(),
            };
            signal.set(text);
        }
        self.unreadable.set(false);
        self.minor.set(profile.value.map(|value| value.minor));
        if let Some(value) = profile.value {
            self.currency.set(value.currency.to_string());
        }
        self.is_public.set(profile.is_public);
        self.zone.with_value(|zone| self.custom.fill(&profile.custom, zone));
        self.rest.set_value(profile.clone());
        self.error.set(None);
    }

    /// What stands in a text or choice.
    pub fn text(self, name: &str) -> RwSignal<String> {
        let found = self
            .texts
            .with_value(|texts| texts.iter().find(|(own, _)| *own == name).map(|(_, signal)| *signal));
        found.unwrap_or_default()
    }

    /// The profile as it is typed now.
    ///
    /// # Errors
    /// `Invalid` when the value is not an amount; other rules are the profile's own.
    pub fn profile(self) -> Result<Profile> {
        if self.unreadable.get() {
            return Err(invalid("value", "error-money"));
        }
        let text = |name: &str| Some(self.text(name).get()).filter(|text| !text.trim().is_empty());
        fn id<T>(text: Option<String>, make: impl Fn(i64) -> T) -> Option<T> {
            text.and_then(|text| text.parse().ok()).map(make)
        }
        let currency: Option<Currency> = self.currency.get().parse().ok();
        let value = self.minor.get().zip(currency).map(|(minor, currency)| Money::new(minor, currency));
        Ok(Profile {
            name: text("name").unwrap_or_default(),
            stage_id: id(text("stage_id"), StageId),
            source_id: id(text("source_id"), SourceId),
            owner_id: id(text("owner_id"), StaffId),
            company: text("company"),
            position: text("position"),
            email: text("email"),
            phone: text("phone"),
            website: text("website"),
            street: text("street"),
            city: text("city"),
            region: text("region"),
            postcode: text("postcode"),
            country: text("country"),
            value,
            language: text("language").and_then(|code| Language::parse(&code)),
            description: text("description"),
            is_public: self.is_public.get(),
            lost_reason_id: id(text("lost_reason_id"), LostReasonId),
            custom: self.zone.with_value(|zone| self.custom.values(zone))?,
            ..self.rest.get_value()
        })
    }

    /// Whether something was typed that is not in `stored`.
    pub fn differs_from(self, stored: &Profile) -> bool {
        self.profile().is_ok_and(|profile| profile != *stored) || self.unreadable.get()
    }

    /// The problem of a field, in the reader's language.
    pub fn problem(self, i18n: I18n, name: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.error.with(|error| error.as_ref()?.field(name)).map(|text| i18n.render(&text))
        })
    }

    /// All problems, for the list above the form whose ids begin with `prefix`.
    pub fn problems(self, prefix: &'static str) -> Signal<Vec<ui::FormError>> {
        let i18n = use_i18n();
        Signal::derive(move || match self.error.get() {
            Some(Error::Invalid(fields)) => {
                let line = |field: kernel::FieldError| {
                    let label = self.custom.name_of(&field.field);
                    let label = label.unwrap_or_else(|| i18n.text(&format!("field-{}", field.field), &[]));
                    let message = format!("{label}: {}", i18n.render(&field.problem));
                    ui::FormError { field_id: format!("{prefix}-{}", field.field), message }
                };
                fields.into_iter().map(line).collect()
            }
            _ => Vec::new(),
        })
    }
}

impl Outcome {
    /// The key of its words.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Active => "outcome-active",
            Self::Lost => "outcome-lost",
            Self::Junk => "outcome-junk",
        }
    }
}
