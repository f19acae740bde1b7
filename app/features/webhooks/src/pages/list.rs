use kernel::{WebhookId, t, ts, use_i18n};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use staff::pages::{LoadProblem, SettingsLayout};
use ui::{Badge, Button, Card, EmptyState, IconName, Meaning, Skeleton, Table, Tone};

use super::detail::Detail;
use super::form::{Editing, WebhookDialog};
use super::path;
use super::secret::Secret;
use crate::{Webhook, WebhookState, list_webhooks};

/// What the parts of the page share. A copyable handle.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    /// Which webhook is being set up or changed, if any.
    pub editing: RwSignal<Option<Editing>>,
    /// The secret that was made last, while it is shown.
    pub secret: RwSignal<Option<String>>,
    /// Counts up with every change: what is shown is read again.
    pub changes: RwSignal<u32>,
}

impl Desk {
    /// Something was changed.
    pub fn changed(self) {
        self.changes.update(|changes| *changes += 1);
    }
}

/// `/settings/webhooks`: which other programs are told what happens. One that is opened stands in the address, with the
/// place in its log: `?webhook=7&after=..`.
#[component]
pub(super) fn WebhooksPage() -> impl IntoView {
    let query = use_query_map();
    let opened = Memo::new(move |_| {
        query.with(|query| query.get("webhook")).and_then(|id| id.parse::<WebhookId>().ok())
    });
    let desk = Desk { editing: RwSignal::new(None), secret: RwSignal::new(None), changes: RwSignal::new(0) };
    let actions = move || {
        let add = move |()| desk.editing.set(Some(Editing::default()));
        view! { <Button label=ts!("webhook-add") icon=IconName::Plus tone=Tone::Primary on_press=add /> }
    };
    view! {
        <SettingsLayout title=ts!("webhook-title") lead=ts!("webhook-lead") actions=actions>
            <div class="settings-stack">
                <div aria-live="polite">{move || desk.secret.get().map(|secret| view! { <Secret secret /> })}</div>
                {move || match opened.get() {
                    Some(id) => view! { <Detail id desk /> }.into_any(),
                    None => view! { <Overview desk /> }.into_any(),
                }}
            </div>
        </SettingsLayout>
        <WebhookDialog desk />
    }
}

#[component]
fn Overview(desk: Desk) -> impl IntoView {
    let all = Resource::new_blocking(move || desk.changes.get(), |_| list_webhooks());
    let again = Callback::new(move |()| all.refetch());
    view! {
        <Transition fallback=|| view! { <Skeleton label=ts!("webhook-loading") count=3 /> }>
            {move || Suspend::new(async move {
                match all.await {
                    Ok(all) => view! { <WebhookList all /> }.into_any(),
                    Err(error) => view! { <LoadProblem error on_again=again /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn WebhookList(all: Vec<Webhook>) -> impl IntoView {
    if all.is_empty() {
        let empty = view! { <EmptyState icon=IconName::Link title=ts!("webhook-none") text=ts!("webhook-none-text") /> };
        return empty.into_any();
    }
    view! {
        <Card flush=true>
            <Table caption=ts!("webhook-title")>
                <thead>
                    <tr>
                        <th scope="col">{t!("webhook-url")}</th>
                        <th scope="col">{t!("webhook-state")}</th>
                        <th scope="col">{t!("webhook-count-waiting")}</th>
                        <th scope="col">{t!("webhook-count-failed")}</th>
                    </tr>
                </thead>
                <tbody>{all.into_iter().map(|webhook| view! { <WebhookRow webhook /> }).collect_view()}</tbody>
            </Table>
        </Card>
    }
    .into_any()
}

#[component]
fn WebhookRow(webhook: Webhook) -> impl IntoView {
    let i18n = use_i18n();
    let (waiting, failed, state) = (webhook.waiting, webhook.failed, webhook.state);
    let description = Some(webhook.edit.description).filter(|text| !text.is_empty());
    view! {
        <tr>
            <td class="table__cell--main">
                <a class="webhook__link" href=path(webhook.id)>
                    <bdi dir="ltr">{webhook.edit.url}</bdi>
                </a>
                {description.map(|text| view! { <span class="webhook__about"><bdi>{text}</bdi></span> })}
            </td>
            <td data-label=t!("webhook-state")><StateBadge state /></td>
            <td data-label=t!("webhook-count-waiting")>{move || i18n.number(waiting)}</td>
            <td data-label=t!("webhook-count-failed")>{move || i18n.number(failed)}</td>
        </tr>
    }
}

/// Whether a webhook is told anything, as a word.
#[component]
pub(super) fn StateBadge(state: WebhookState) -> impl IntoView {
    let i18n = use_i18n();
    let text = Signal::derive(move || i18n.text(state.label(), &[]));
    let meaning = match state {
        WebhookState::On => Meaning::Positive,
        WebhookState::Paused => Meaning::Neutral,
        WebhookState::Off => Meaning::Negative,
    };
    view! { <Badge text=text meaning=meaning /> }
}
