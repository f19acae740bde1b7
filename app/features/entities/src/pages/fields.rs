//! The fields of a company, as both forms show them, and what is shown of one.

use std::sync::Arc;

use customers::{AddressFields, address_line};
use fields::{Draft, FieldControl, Vocabulary};
use kernel::{ts, use_i18n};
use leptos::prelude::*;
use ui::{Fieldset, FormRow};

use crate::Company;

/// Name, numbers, address and bank.
#[component]
pub(super) fn CompanyFields(
    draft: Draft,
    /// Before the ids.
    prefix: &'static str,
) -> impl IntoView {
    let words = StoredValue::new(Arc::new(Vocabulary::default()));
    let control = move |name: &'static str| {
        let required = name == "registered_name";
        view! { <FieldControl name=name draft=draft words=words.get_value() required=required prefix=prefix /> }
    };
    view! {
        {control("registered_name")}
        <FormRow>{control("registration_number")} {control("tax_number")}</FormRow>
        <Fieldset legend=ts!("entity-address")>
            <AddressFields draft=draft prefix=prefix />
        </Fieldset>
        <Fieldset legend=ts!("entity-bank")>
            {control("bank")}
            {control("iban")}
            {control("bic")}
        </Fieldset>
    }
}

/// What is known of a company, each piece in a line of its own: numbers, address, bank. What is empty is left out.
#[component]
pub(super) fn CompanyLines(company: Company) -> impl IntoView {
    let i18n = use_i18n();
    let iban = company.iban_shown();
    let told = move |key: &'static str, number: String| {
        let label = move || i18n.text(key, &[]);
        view! { <span class="entities__fact"><span class="entities__label">{label}</span> " " <bdi>{number}</bdi></span> }
    };
    let Company { street, postcode, city, region, country, .. } = &company;
    let parts = [street, postcode, city, region, country].map(Option::as_ref);
    let address = address_line(i18n, parts);
    let numbers = [
        company.registration_number.map(|number| told("field-registration_number", number)),
        company.tax_number.map(|number| told("field-tax_number", number)),
    ];
    let bank = [
        company.bank.map(|bank| told("field-bank", bank)),
        iban.map(|iban| told("field-iban", iban)),
        company.bic.map(|bic| told("field-bic", bic)),
    ];
    let facts = numbers.into_iter().chain(bank).flatten().collect::<Vec<_>>();
    view! {
        {(!address.is_empty()).then(|| view! { <p class="entities__address"><bdi>{address}</bdi></p> })}
        {(!facts.is_empty()).then(|| view! { <p class="entities__facts">{facts}</p> })}
    }
}
