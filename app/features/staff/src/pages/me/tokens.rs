use kernel::{Area, Scope, t, ts, use_i18n};
use leptos::prelude::*;
use ui::{
    Button, ButtonKind, Card, Choice, Field, FormActions, FormRow, FormStack, Icon, IconName, Select, Size,
    TextInput, Toast, Toasts,
};

use crate::pages::{Attempt, LoadProblem};
use crate::{TokenRow, add_token, delete_token, list_my_tokens};

/// The keys with which programs act for one.
#[component]
pub(super) fn Tokens() -> impl IntoView {
    let tokens = Resource::new(|| (), |()| list_my_tokens());
    let changed = Callback::new(move |()| tokens.refetch());
    view! {
        <Card title=ts!("token-title")>
            <FormStack>
                <p class="settings-note">{t!("token-lead")}</p>
                <Transition>
                    {move || Suspend::new(async move {
                        match tokens.await {
                            Ok(tokens) => view! { <TokenList tokens changed /> }.into_any(),
                            Err(error) => view! { <LoadProblem error /> }.into_any(),
                        }
                    })}
                </Transition>
                <NewToken changed />
            </FormStack>
        </Card>
    }
}

#[component]
fn TokenList(tokens: Vec<TokenRow>, changed: Callback<()>) -> impl IntoView {
    let line = move |token: TokenRow| view! { <TokenLine token changed /> };
    view! { <ul class="settings-rows" role="list">{tokens.into_iter().map(line).collect_view()}</ul> }
}

#[component]
fn TokenLine(token: TokenRow, changed: Callback<()>) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::new());
    let (id, used) = (token.id, token.last_used_at);
    let scope = scope_key(&token.scope);
    let about = move || {
        let used = used.map_or_else(
            || i18n.text("token-never-used", &[]),
            |at| i18n.text("token-last-used", &[("at", at.into())]),
        );
        format!("{} · {used}", i18n.text(&scope, &[]))
    };
    let delete = move |()| {
        attempt.run(delete_token(id), move |()| {
            toasts.show(Toast::positive(i18n.text("token-deleted", &[])));
            changed.run(());
        });
    };
    view! {
        <li class="settings-row">
            <span class="settings-row__icon"><Icon name=IconName::Key /></span>
            <span class="settings-row__words">
                <bdi class="settings-row__title">{token.name}</bdi>
                <span class="settings-row__about">{about}</span>
            </span>
            <Button label=ts!("token-delete") size=Size::Small on_press=delete busy=attempt.busy() />
        </li>
    }
}

#[component]
fn NewToken(changed: Callback<()>) -> impl IntoView {
    let (i18n, attempt) = (use_i18n(), Attempt::new());
    let (name, scope) = (RwSignal::new(String::new()), RwSignal::new("full".to_owned()));
    let secret = RwSignal::new(None::<String>);
    let scopes = Signal::derive(move || {
        let areas = Area::ALL.into_iter().map(Scope::Area);
        let all = [Scope::Full, Scope::Read].into_iter().chain(areas);
        all.map(|scope| Choice::new(scope.code(), i18n.text(&scope_key(&scope), &[]))).collect::<Vec<_>>()
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(chosen) = scope.with_untracked(|scope| Scope::parse(scope)) else { return };
        attempt.run(add_token(name.get_untracked(), chosen), move |made| {
            name.set(String::new());
            secret.set(Some(made));
            changed.run(());
        });
    };
    view! {
        <form on:submit=save novalidate=true>
            <FormStack>
                <FormRow>
                    <Field label=ts!("token-name") name="name" id="token-name" required=true hint=ts!("token-name-hint") error=attempt.problems().of("name")>
                        <TextInput name="name" value=name max_length=60 autocomplete="off" />
                    </Field>
                    <Field label=ts!("token-scope") name="scope">
                        <Select name="scope" value=scope choices=scopes />
                    </Field>
                </FormRow>
                <FormActions>
                    <Button label=ts!("token-add") icon=IconName::Plus kind=ButtonKind::Submit busy=attempt.busy() />
                </FormActions>
                <div aria-live="polite">{move || secret.get().map(|secret| view! { <Secret secret /> })}</div>
            </FormStack>
        </form>
    }
}

/// The secret of a token that has just been made, this once.
#[component]
fn Secret(secret: String) -> impl IntoView {
    let (i18n, toasts) = (use_i18n(), Toasts::here());
    let text = secret.clone();
    let copy = move |()| {
        // Where the clipboard is closed to us, the person can still select the text.
        drop(window().navigator().clipboard().write_text(&text));
        toasts.show(Toast::positive(i18n.text("token-copied", &[])));
    };
    view! {
        <div class="token-secret">
            <p>{t!("token-once")}</p>
            <code class="token-secret__text" dir="ltr">{secret}</code>
            <Button label=ts!("token-copy") icon=IconName::Copy size=Size::Small on_press=copy />
        </div>
    }
}

fn scope_key(scope: &Scope) -> String {
    format!("token-scope-{}", scope.code())
}
