//! The fields of a profile and of a contact, as the forms show them.

use kernel::{Error, Language, Result, ts, use_i18n};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Checkbox, Choice, Field, FieldWidth, Fieldset, FormRow, FormStack, InputKind, Select, TextInput};

use super::typed::{TypedPerson, TypedProfile, problem};
use crate::CustomerKind;

/// One line of text with its label and what is wrong with it. `key` is the text of the label.
#[component]
fn Line(
    #[prop(into)] name: String,
    #[prop(optional, into)] id: Option<String>,
    key: &'static str,
    value: RwSignal<String>,
    error: RwSignal<Option<Error>>,
    #[prop(optional)] kind: InputKind,
    #[prop(optional)] width: FieldWidth,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] autocomplete: Option<String>,
    #[prop(optional)] max_length: Option<u32>,
) -> impl IntoView {
    let i18n = use_i18n();
    let error = problem(i18n, error, name.clone());
    let input = name.clone();
    let id = id.unwrap_or_else(|| format!("field-{name}"));
    view! {
        <Field label=Signal::derive(move || i18n.text(key, &[])) name=name id=id error=error required=required width=width>
            <TextInput name=input value=value kind=kind autocomplete=autocomplete.unwrap_or_else(|| "off".into()) max_length=max_length.unwrap_or(200) />
        </Field>
    }
}

/// Everything that people know of a customer.
#[component]
pub(super) fn ProfileFields(typed: TypedProfile, error: RwSignal<Option<Error>>) -> impl IntoView {
    let i18n = use_i18n();
    let kinds = move || {
        let choice = |kind: CustomerKind| Choice::new(kind.code(), i18n.text(kind.label(), &[]));
        CustomerKind::ALL.into_iter().map(choice).collect::<Vec<_>>()
    };
    view! {
        <FormStack>
            <FormRow>
                <Field label=ts!("field-kind") name="kind">
                    <Select name="kind" value=typed.kind choices=Signal::derive(kinds) />
                </Field>
                <Line name="name" key="field-name" value=typed.name error=error required=true />
            </FormRow>
            <FormRow>
                <Line name="email" key="field-email" value=typed.email error=error kind=InputKind::Email />
                <Line name="phone" key="field-phone" value=typed.phone error=error kind=InputKind::Tel />
            </FormRow>
            <Line name="website" key="field-website" value=typed.website error=error kind=InputKind::Url />
            <Fieldset legend=ts!("customer-address")>
                <Line name="street" key="field-street" value=typed.street error=error />
                <FormRow>
                    <Line name="postcode" key="field-postcode" value=typed.postcode error=error width=FieldWidth::Short />
                    <Line name="city" key="field-city" value=typed.city error=error />
                </FormRow>
                <FormRow>
                    <Line name="region" key="field-region" value=typed.region error=error />
                    <Line name="country" key="customer-country-code" value=typed.country error=error width=FieldWidth::Short max_length=2 />
                </FormRow>
            </Fieldset>
            <Dealings typed=typed error=error />
        </FormStack>
    }
}

/// How we deal with the customer: who, in which language, in which currency.
#[component]
fn Dealings(typed: TypedProfile, error: RwSignal<Option<Error>>) -> impl IntoView {
    let i18n = use_i18n();
    let people = RwSignal::new(Vec::new());
    Effect::new(move |_| {
        spawn_local(async move {
            people.set(staff::list_staff_names().await.unwrap_or_default());
        });
    });
    let managers = move || {
        let chosen = typed.manager.get();
        let offered = move |one: &staff::StaffName| one.is_active || one.id.to_string() == chosen;
        let people = people.get().into_iter().filter(offered);
        people.map(|one: staff::StaffName| Choice::new(one.id.to_string(), one.name)).collect::<Vec<_>>()
    };
    let languages = || Language::ALL.into_iter().map(|l| Choice::new(l.code(), l.name())).collect::<Vec<_>>();
    let (nobody, own) = (ts!("customer-no-manager"), ts!("customer-language-own"));
    view! {
        <FormRow>
            <Field label=ts!("field-manager") name="manager_id" error=problem(i18n, error, "manager_id".into())>
                <Select
                    name="manager_id"
                    value=typed.manager
                    choices=Signal::derive(managers)
                    empty_label=Signal::derive(move || Some(nobody.get()))
                />
            </Field>
            <Field label=ts!("field-language") name="language">
                <Select
                    name="language"
                    value=typed.language
                    choices=Signal::derive(languages)
                    empty_label=Signal::derive(move || Some(own.get()))
                />
            </Field>
            <Line name="currency" key="field-currency" value=typed.currency error=error width=FieldWidth::Short max_length=3 />
        </FormRow>
        <Checkbox label=ts!("field-is_active") name="is_active" checked=typed.is_active />
    }
}

/// What people know of a contact. `prefix` stands before the names of the fields, where a profile stands beside them.
#[component]
pub(super) fn PersonFields(
    typed: TypedPerson,
    error: RwSignal<Option<Error>>,
    prefix: &'static str,
    /// Without a first name nothing is saved.
    required: bool,
) -> impl IntoView {
    let name = move |field: &str| format!("{prefix}{field}");
    // The form of a profile may stand on the same page with fields of the same names.
    let id = move |field: &str| format!("contact-{field}");
    view! {
        <FormStack>
            <FormRow>
                <Line id=id("first_name") name=name("first_name") key="customer-first-name" value=typed.first_name error=error required=required />
                <Line id=id("last_name") name=name("last_name") key="customer-last-name" value=typed.last_name error=error />
            </FormRow>
            <Line id=id("position") name=name("position") key="field-position" value=typed.position error=error />
            <FormRow>
                <Line id=id("email") name=name("email") key="field-email" value=typed.email error=error kind=InputKind::Email />
                <Line id=id("phone") name=name("phone") key="field-phone" value=typed.phone error=error kind=InputKind::Tel />
            </FormRow>
        </FormStack>
    }
}

/// Keeps what is wrong with the fields where the form shows it, and gives everything else back.
pub(super) fn keep<T>(outcome: Result<T>, error: RwSignal<Option<Error>>) -> Result<Option<T>> {
    match outcome {
        Ok(value) => {
            error.set(None);
            Ok(Some(value))
        }
        Err(problem @ Error::Invalid(_)) => {
            error.set(Some(problem));
            Ok(None)
        }
        Err(other) => Err(other),
    }
}
