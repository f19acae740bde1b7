use kernel::{Currency, Language, ts, use_i18n};
use leptos::prelude::*;
use ui::{Choice, Field, FormRow, Select, TextInput};

use super::FormProblems;
use crate::OrganisationForm;
use crate::places::{COUNTRIES, TIME_ZONES, currency_of};

/// What stands in the fields about the organisation.
#[derive(Clone, Copy)]
pub struct OrganisationSignals {
    /// The name.
    pub name: RwSignal<String>,
    /// ISO 3166 alpha-2 code.
    pub country: RwSignal<String>,
    /// ISO 4217 code.
    pub currency: RwSignal<String>,
    /// The code of the language.
    pub language: RwSignal<String>,
    /// IANA name.
    pub time_zone: RwSignal<String>,
}

impl OrganisationSignals {
    /// Fields that begin with this.
    pub fn new(form: &OrganisationForm) -> Self {
        Self {
            name: RwSignal::new(form.organisation_name.clone()),
            country: RwSignal::new(form.country.clone()),
            currency: RwSignal::new(form.currency.clone()),
            language: RwSignal::new(form.language.code().into()),
            time_zone: RwSignal::new(form.time_zone.clone()),
        }
    }

    /// What stands in the fields now.
    pub fn form(self) -> OrganisationForm {
        OrganisationForm {
            organisation_name: self.name.get_untracked(),
            country: self.country.get_untracked(),
            currency: self.currency.get_untracked(),
            language: self.language.with_untracked(|code| Language::parse(code)).unwrap_or_default(),
            time_zone: self.time_zone.get_untracked(),
        }
    }
}

/// The fields about the organisation, at set-up and under Settings.
#[component]
pub fn OrganisationFields(signals: OrganisationSignals, problems: FormProblems) -> impl IntoView {
    let i18n = use_i18n();
    let countries =
        with_chosen(signals.country, || COUNTRIES.iter().map(|(code, name, _)| Choice::new(*code, *name)));
    let currencies = with_chosen(signals.currency, || Currency::offered().map(currency_choice));
    let zones =
        with_chosen(signals.time_zone, || TIME_ZONES.iter().map(|zone| Choice::new(*zone, spaced(zone))));
    let languages = Signal::stored(Language::ALL.map(|l| Choice::new(l.code(), l.name())).to_vec());
    let choose = Signal::derive(move || Some(i18n.text("set-up-choose", &[])));
    let follow_country = move |country: String| {
        if let Some(currency) = currency_of(&country) {
            signals.currency.set(currency.into());
        }
    };
    view! {
        <Field label=ts!("set-up-organisation") name="organisation_name" required=true error=problems.of("organisation_name")>
            <TextInput name="organisation_name" value=signals.name autocomplete="organization" max_length=100 />
        </Field>
        <FormRow>
            <Field label=ts!("set-up-country-label") name="country" required=true error=problems.of("country")>
                <Select name="country" value=signals.country choices=countries empty_label=choose on_change=follow_country />
            </Field>
            <Field label=ts!("set-up-currency-label") name="currency" required=true error=problems.of("currency")>
                <Select name="currency" value=signals.currency choices=currencies />
            </Field>
        </FormRow>
        <FormRow>
            <Field label=ts!("set-up-language-label") name="language" required=true error=problems.of("language")>
                <Select name="language" value=signals.language choices=languages />
            </Field>
            <Field label=ts!("set-up-time-zone-label") name="time_zone" required=true error=problems.of("time_zone")>
                <Select name="time_zone" value=signals.time_zone choices=zones />
            </Field>
        </FormRow>
    }
}

fn currency_choice(currency: Currency) -> Choice {
    let (code, symbol) = (currency.code(), currency.symbol());
    let label = if code == symbol { code.to_owned() } else { format!("{code} ({symbol})") };
    Choice::new(code, label)
}

/// `America/New_York` as people read it.
fn spaced(zone: &str) -> String {
    zone.replace('_', " ").replace('/', " / ")
}

/// The choices, and what is chosen if it is none of them: a rare currency stays when the form is saved.
fn with_chosen<I: Iterator<Item = Choice>>(
    chosen: RwSignal<String>,
    offered: impl Fn() -> I + Send + Sync + 'static,
) -> Signal<Vec<Choice>> {
    Signal::derive(move || {
        let mut choices: Vec<Choice> = offered().collect();
        let chosen = chosen.get();
        if !chosen.is_empty() && choices.iter().all(|choice| choice.value != chosen) {
            choices.insert(0, Choice::new(chosen.clone(), chosen));
        }
        choices
    })
}
