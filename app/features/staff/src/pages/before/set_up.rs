use kernel::{Language, ts, use_i18n};
use leptos::prelude::*;
use ui::{Field, Fieldset, InputKind, Meaning, TextInput};

use super::{Entrance, EntranceForm, Notice, asked};
use crate::OrganisationForm;
use crate::pages::{FormProblems, OrganisationFields, OrganisationSignals};

const FIELDS: &[&str] =
    &["organisation_name", "country", "currency", "language", "time_zone", "name", "email", "password"];

/// The first visit: the organisation and its first administrator.
#[component]
pub(in crate::pages) fn SetUpPage() -> impl IntoView {
    let problems = FormProblems::of_address();
    let signals = OrganisationSignals::new(&begun());
    guess_time_zone(signals.time_zone);
    view! {
        <div class="entrance-place">
            <Entrance title=ts!("set-up-title") lead=ts!("set-up-lead")>
                <Notice text=problems.elsewhere(FIELDS) meaning=Meaning::Negative />
                <EntranceForm action="/set-up" submit=ts!("set-up-submit")>
                    <Fieldset legend=ts!("set-up-the-organisation")>
                        <OrganisationFields signals problems />
                    </Fieldset>
                    <Administrator problems />
                </EntranceForm>
            </Entrance>
        </div>
    }
}

#[component]
fn Administrator(problems: FormProblems) -> impl IntoView {
    let (name, email) = (RwSignal::new(asked("name")), RwSignal::new(asked("email")));
    view! {
        <Fieldset legend=ts!("set-up-the-administrator") hint=ts!("set-up-the-administrator-hint")>
            <Field label=ts!("staff-name") name="name" required=true error=problems.of("name")>
                <TextInput name="name" value=name autocomplete="name" max_length=100 />
            </Field>
            <Field label=ts!("sign-in-email") name="email" required=true error=problems.of("email")>
                <TextInput name="email" kind=InputKind::Email value=email autocomplete="username" max_length=254 />
            </Field>
            <Field
                label=ts!("sign-in-password")
                name="password"
                required=true
                hint=ts!("password-rules")
                error=problems.of("password")
            >
                <TextInput name="password" kind=InputKind::Password autocomplete="new-password" max_length=200 />
            </Field>
        </Fieldset>
    }
}

/// What was typed before the form came back, or what the visitor's language suggests.
fn begun() -> OrganisationForm {
    let language = Language::parse(&asked("language")).unwrap_or_else(|| use_i18n().language());
    let or = |typed: String, usual: &str| if typed.is_empty() { usual.to_owned() } else { typed };
    let country = match language {
        Language::It => "IT",
        Language::Fr => "FR",
        Language::En | Language::Ar => "",
    };
    OrganisationForm {
        organisation_name: asked("organisation_name"),
        currency: or(asked("currency"), "EUR"),
        country: or(asked("country"), country),
        language,
        time_zone: or(asked("time_zone"), "Europe/Rome"),
    }
}

/// Where the browser says that it is, unless the visitor has chosen already.
fn guess_time_zone(time_zone: RwSignal<String>) {
    let is_chosen = !asked("time_zone").is_empty();
    Effect::new(move |_| {
        let format = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new());
        let found = js_sys::Reflect::get(&format.resolved_options(), &"timeZone".into());
        if let (false, Some(zone)) = (is_chosen, found.ok().and_then(|zone| zone.as_string())) {
            time_zone.set(zone);
        }
    });
}
