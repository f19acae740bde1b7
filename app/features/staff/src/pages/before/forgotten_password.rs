use kernel::{t, ts, use_i18n};
use leptos::prelude::*;
use ui::{Field, InputKind, Meaning, TextInput};

use super::{Entrance, EntranceForm, Notice, asked};
use crate::pages::FormProblems;

/// Asks for a link to set a new password. The answer is the same whether or not somebody has this address.
#[component]
pub(in crate::pages) fn ForgottenPasswordPage() -> impl IntoView {
    let i18n = use_i18n();
    let email = RwSignal::new(asked("email"));
    let is_sent = !asked("sent").is_empty();
    let sent = Signal::derive(move || is_sent.then(|| i18n.text("password-forgotten-sent", &[])));
    let problem = FormProblems::of_address().elsewhere(&[]);
    view! {
        <div class="entrance-place">
            <Entrance title=ts!("password-forgotten-title") lead=ts!("password-forgotten-lead")>
                <Notice text=sent meaning=Meaning::Positive />
                <Notice text=problem meaning=Meaning::Negative />
                <EntranceForm action="/forgotten-password" submit=ts!("password-forgotten-submit")>
                    <Field label=ts!("sign-in-email") name="email" required=true>
                        <TextInput name="email" kind=InputKind::Email value=email autocomplete="username" max_length=254 />
                    </Field>
                </EntranceForm>
                <p class="entrance__aside">
                    <a class="entrance__link" href="/sign-in">{t!("password-back-to-sign-in")}</a>
                </p>
            </Entrance>
        </div>
    }
}
