use kernel::{ts, use_i18n, use_me};
use leptos::prelude::*;
use ui::{Button, ButtonKind, Card, Field, FormActions, FormStack, InputKind, TextInput, Toast, Toasts};

use crate::change_my_password;
use crate::pages::Attempt;

/// Another password for whoever is signed in. The other sessions end.
#[component]
pub fn PasswordCard() -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::new());
    let (old, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let problems = attempt.problems();
    let email = use_me().email.clone();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        attempt.run(change_my_password(old.get_untracked(), new.get_untracked()), move |()| {
            old.set(String::new());
            new.set(String::new());
            toasts.show(Toast::positive(i18n.text("password-changed", &[])));
        });
    };
    view! {
        <Card title=ts!("sign-in-password")>
            <form on:submit=save novalidate=true>
                // For those who keep passwords for people: whose this one is.
                <input type="text" name="username" autocomplete="username" value=email hidden />
                <FormStack>
                    <Field label=ts!("password-current") name="current_password" required=true error=problems.of("current_password")>
                        <TextInput name="current_password" kind=InputKind::Password value=old autocomplete="current-password" max_length=200 />
                    </Field>
                    <Field
                        label=ts!("password-new-label")
                        name="password"
                        required=true
                        hint=ts!("password-rules")
                        error=problems.of("password")
                    >
                        <TextInput name="password" kind=InputKind::Password value=new autocomplete="new-password" max_length=200 />
                    </Field>
                    <FormActions>
                        <Button label=ts!("password-change") kind=ButtonKind::Submit busy=attempt.busy() />
                    </FormActions>
                </FormStack>
            </form>
        </Card>
    }
}
