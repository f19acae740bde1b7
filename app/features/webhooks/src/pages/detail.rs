use kernel::{I18n, WebhookId, t, ts, use_i18n};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use staff::pages::{Attempt, LoadProblem, SettingsForm};
use ui::{
    Banner, Button, Card, Dialog, DialogSize, IconName, KeyValue, KeyValues, LinkButton, Meaning, Size,
    Toast, Toasts, Tone,
};

use super::form::Editing;
use super::list::{Desk, StateBadge};
use super::log::Log;
use crate::{
    Webhook, WebhookEdit, WebhookState, delete_webhook, get_webhook, rotate_webhook_secret, test_webhook,
    update_webhook,
};

/// One webhook: how it is, what can be done with it, and what became of its deliveries.
#[component]
pub(super) fn Detail(id: WebhookId, desk: Desk) -> impl IntoView {
    let webhook = Resource::new_blocking(move || (id, desk.changes.get()), |(id, _)| get_webhook(id));
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match webhook.await {
                    Ok(webhook) => view! { <Opened webhook desk /> }.into_any(),
                    Err(error) => view! { <LoadProblem error /> }.into_any(),
                }
            })}
        </Transition>
        <Log id desk />
    }
}

#[component]
fn Opened(webhook: Webhook, desk: Desk) -> impl IntoView {
    let i18n = use_i18n();
    let kept = StoredValue::new(webhook.clone());
    let away = RwSignal::new(false);
    let actions =
        move || view! { <LinkButton label=ts!("webhook-all") href="/settings/webhooks" size=Size::Small /> };
    let (created_at, id) = (webhook.created_at, webhook.id);
    let description = Some(webhook.edit.description.clone()).filter(|text| !text.is_empty());
    let former = webhook.former_until;
    view! {
        <Card title=webhook.edit.url.clone() actions=actions>
            <div class="settings-stack">
                {trouble(i18n, &webhook)}
                <KeyValues>
                    <KeyValue label=ts!("webhook-state")><StateBadge state=webhook.state /></KeyValue>
                    {description.map(|text| view! { <KeyValue label=ts!("webhook-description")><bdi>{text}</bdi></KeyValue> })}
                    <KeyValue label=ts!("webhook-kinds")>{kinds(i18n, &webhook.edit)}</KeyValue>
                    {webhook.staff_name.map(|name| view! { <KeyValue label=ts!("webhook-owner")><bdi>{name}</bdi></KeyValue> })}
                    <KeyValue label=ts!("webhook-created")>{move || i18n.date_time(created_at)}</KeyValue>
                    {former.map(|at| view! { <KeyValue label=ts!("webhook-former")>{move || i18n.date_time(at)}</KeyValue> })}
                </KeyValues>
                <Buttons webhook=kept desk away />
            </div>
        </Card>
        <DeleteDialog id desk open=away />
    }
}

/// What keeps it from being told anything.
fn trouble(i18n: I18n, webhook: &Webhook) -> Option<AnyView> {
    let text = match (webhook.state, webhook.off_because, webhook.failing_since) {
        (WebhookState::Off, Some(because), _) => Signal::derive(move || i18n.text(because.label(), &[])),
        (WebhookState::On, _, Some(since)) => {
            Signal::derive(move || i18n.text("webhook-failing-since", &[("at", since.into())]))
        }
        _ => return None,
    };
    let meaning = if webhook.state == WebhookState::Off { Meaning::Negative } else { Meaning::Warning };
    Some(view! { <Banner text=text meaning=meaning /> }.into_any())
}

fn kinds(i18n: I18n, edit: &WebhookEdit) -> AnyView {
    match edit.kinds.is_empty() {
        true => view! { {move || i18n.text("webhook-kinds-all", &[])} }.into_any(),
        false => view! { <bdi dir="ltr">{edit.kinds.join(", ")}</bdi> }.into_any(),
    }
}

#[component]
fn Buttons(webhook: StoredValue<Webhook>, desk: Desk, away: RwSignal<bool>) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::new());
    let Webhook { id, version, state, .. } = webhook.get_value();
    let edit = move || webhook.with_value(|webhook| webhook.edit.clone());
    let change = move |()| desk.editing.set(Some(Editing { id: Some(id), version, edit: edit() }));
    let is_on = state == WebhookState::On;
    let turn = move |()| {
        let edit = WebhookEdit { is_paused: is_on, ..edit() };
        attempt.run(update_webhook(id, version, edit), move |_| desk.changed());
    };
    let test = move |()| {
        attempt.run(test_webhook(id), move |()| {
            toasts.show(Toast::neutral(i18n.text("webhook-tested", &[])));
            desk.changed();
        });
    };
    let rotate = move |()| {
        attempt.run(rotate_webhook_secret(id), move |secret| {
            desk.secret.set(Some(secret));
            desk.changed();
        });
    };
    let (turn_label, turn_icon) =
        if is_on { ("webhook-pause", IconName::Pause) } else { ("webhook-resume", IconName::Play) };
    let turn_label = Signal::derive(move || i18n.text(turn_label, &[]));
    let busy = attempt.busy();
    view! {
        <div class="webhook__buttons">
            <Button label=ts!("webhook-test") icon=IconName::Send size=Size::Small on_press=test busy=busy />
            <Button label=ts!("webhook-change") icon=IconName::Pencil size=Size::Small on_press=change />
            <Button label=turn_label icon=turn_icon size=Size::Small on_press=turn busy=busy />
            <Button label=ts!("webhook-rotate") icon=IconName::Key size=Size::Small on_press=rotate busy=busy />
            <Button label=ts!("webhook-delete") icon=IconName::Trash size=Size::Small tone=Tone::Danger on_press=move |()| away.set(true) />
        </div>
    }
}

/// Asks before a webhook is taken away: its secret and its log do not come back.
#[component]
fn DeleteDialog(id: WebhookId, desk: Desk, open: RwSignal<bool>) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::in_form());
    let navigate = StoredValue::new(use_navigate());
    let delete = move |()| {
        attempt.run(delete_webhook(id), move |()| {
            open.set(false);
            toasts.show(Toast::positive(i18n.text("webhook-deleted", &[])));
            navigate.with_value(|navigate| navigate("/settings/webhooks", Default::default()));
            desk.changed();
        });
    };
    view! {
        <Dialog id="webhook-delete" title=ts!("webhook-delete-title") close_label=ts!("webhook-close") open=open size=DialogSize::Small>
            <SettingsForm attempt=attempt label=ts!("webhook-delete") tone=Tone::Danger on_send=delete>
                <p>{t!("webhook-delete-text")}</p>
            </SettingsForm>
        </Dialog>
    }
}
