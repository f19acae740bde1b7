use kernel::{t, ts};
use leptos::prelude::*;
use ui::{Field, InputKind, Meaning, TextInput};

use super::{Entrance, EntranceForm, Notice, asked};
use crate::pages::FormProblems;

/// Where the link in a mail leads: a new password.
#[component]
pub(in crate::pages) fn NewPasswordPage() -> impl IntoView {
    let problems = FormProblems::of_address();
    let token = asked("token");
    view! {
        <div class="entrance-place">
            <Entrance title=ts!("password-new-title") lead=ts!("password-new-lead")>
                <Notice text=problems.elsewhere(&["password"]) meaning=Meaning::Negative />
                <EntranceForm action="/new-password" submit=ts!("password-new-submit")>
                    <input type="hidden" name="token" value=token />
                    <Field
                        label=ts!("password-new-label")
                        name="password"
                        required=true
                        hint=ts!("password-rules")
                        error=problems.of("password")
                    >
                        <TextInput name="password" kind=InputKind::Password autocomplete="new-password" max_length=200 />
                    </Field>
                </EntranceForm>
                <p class="entrance__aside">
                    <a class="entrance__link" href="/forgotten-password">{t!("password-ask-again")}</a>
                </p>
            </Entrance>
        </div>
    }
}
