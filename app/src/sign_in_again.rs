//! When the session has ended: a sign-in over the page, which leaves the page and what was typed alone.

use kernel::{Error, t, ts, use_i18n, use_live, use_me, use_problems};
use leptos::prelude::*;
use ui::{
    Banner, Button, ButtonKind, Dialog, DialogBody, DialogFooter, DialogSize, Field, FormStack, InputKind,
    Meaning, TextInput,
};
use ui::{Toast, Toasts, Tone};

/// Opens when somebody reports that the session has ended.
#[component]
pub(crate) fn SignInAgain() -> impl IntoView {
    let problems = use_problems();
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if problems.last().get() == Some(Error::Unauthenticated) {
            open.set(true);
        }
    });
    sign_in_dialog(open, move || open.set(false), open)
}

kernel::lazy_part! {
    shell_later: fn sign_in_dialog(open: RwSignal<bool>) => view! {
        <Dialog
            id="sign-in-again"
            title=ts!("shell-session-ended")
            close_label=ts!("shell-close")
            open=open
            size=DialogSize::Small
        >
            <SignInForm open=open />
        </Dialog>
    }
}

/// Only for the person whose page this is: somebody else would see what is not theirs.
#[component]
fn SignInForm(open: RwSignal<bool>) -> impl IntoView {
    let (email, password) = (RwSignal::new(use_me().email.clone()), RwSignal::new(String::new()));
    let (busy, refused) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let (i18n, live, toasts) = (use_i18n(), use_live(), Toasts::here());
    let field = NodeRef::<leptos::html::Input>::new();
    Effect::new(move |_| {
        // After the dialog has given the focus to its first control, which holds what is known already.
        if let Some(field) = field.get() {
            request_animation_frame(move || request_animation_frame(move || drop(field.focus())));
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = sign_in(&email.get_untracked(), &password.get_untracked()).await;
            busy.set(false);
            match answer {
                Ok(None) => {
                    open.set(false);
                    live.wake();
                    toasts.show(Toast::positive(i18n.text("shell-session-renewed", &[])));
                }
                Ok(Some((problem, seconds))) => {
                    refused.set(Some(i18n.text(&problem, &[("seconds", seconds.into())])))
                }
                Err(error) => refused.set(Some(i18n.render(&error.text()))),
            }
        });
    };
    view! {
        <form on:submit=submit method="post" action="/sign-in">
            <DialogBody>
                <FormStack>
                    <p>{t!("shell-session-ended-text")}</p>
                    {move || refused.get().map(|text| view! { <Banner text=text meaning=Meaning::Negative live=true /> })}
                    <Field label=ts!("shell-email") name="email">
                        <TextInput name="email" value=email kind=InputKind::Email autocomplete="username" read_only=true />
                    </Field>
                    <Field label=ts!("shell-password") name="password">
                        <TextInput name="password" value=password kind=InputKind::Password autocomplete="current-password" node_ref=field />
                    </Field>
                    <p>
                        <a href="/sign-in" rel="external">{t!("shell-session-other-person")}</a>
                    </p>
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("shell-sign-in") kind=ButtonKind::Submit tone=Tone::Primary busy=busy />
            </DialogFooter>
        </form>
    }
}

/// `None` when it went well, otherwise the key of the reason and the seconds to wait.
async fn sign_in(email: &str, password: &str) -> kernel::Result<Option<(String, i64)>> {
    #[cfg(target_arch = "wasm32")]
    {
        let refusal = crate::posting::post("/sign-in", &[("email", email), ("password", password)]).await?;
        Ok(refusal.map(|refusal| (refusal.problem, refusal.seconds)))
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = (email, password);
        Err(Error::Unreachable)
    }
}
