use kernel::{ts, use_i18n, use_me};
use leptos::prelude::*;
use ui::{
    Button, ButtonKind, Card, Field, FormActions, FormStack, InputKind, TextInput, Toast, Toasts, Tone,
};

use crate::pages::Attempt;
use crate::rename_me;

/// The name that others see, and the address to sign in with.
#[component]
pub(super) fn Profile() -> impl IntoView {
    let (i18n, me, toasts, attempt) = (use_i18n(), use_me(), Toasts::here(), Attempt::new());
    let name = RwSignal::new(me.actor.staff().map(|staff| staff.name.clone()).unwrap_or_default());
    let email = RwSignal::new(me.email.clone());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        attempt.run(rename_me(name.get_untracked()), move |()| {
            toasts.show(Toast::positive(i18n.text("staff-saved", &[])));
        });
    };
    view! {
        <Card title=ts!("staff-me-profile")>
            <form on:submit=save novalidate=true>
                <FormStack>
                    <Field label=ts!("staff-name") name="name" required=true error=attempt.problems().of("name")>
                        <TextInput name="name" value=name autocomplete="name" max_length=100 />
                    </Field>
                    <Field label=ts!("sign-in-email") name="email" hint=ts!("staff-me-email-hint")>
                        <TextInput name="email" kind=InputKind::Email value=email read_only=true />
                    </Field>
                    <FormActions>
                        <Button label=ts!("staff-save") kind=ButtonKind::Submit tone=Tone::Primary busy=attempt.busy() />
                    </FormActions>
                </FormStack>
            </form>
        </Card>
    }
}
