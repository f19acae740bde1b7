use std::time::Duration;

use kernel::{Cursor, I18n, Page, WebhookId, t, ts, use_i18n};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use staff::pages::{Attempt, LoadProblem};
use ui::{
    Badge, Button, ButtonKind, Card, EmptyState, Field, FormActions, FormRow, IconName, InputKind,
    LinkButton, Meaning, Size, Table, TextInput, Toast, Toasts,
};

use super::list::Desk;
use super::path;
use crate::{Delivery, DeliveryState, list_deliveries, retry_delivery, retry_failed_deliveries};

/// What was just sent has mostly arrived after so long.
const SOON: Duration = Duration::from_secs(2);

/// What became of each delivery, the newest first.
#[component]
pub(super) fn Log(id: WebhookId, desk: Desk) -> impl IntoView {
    let query = use_query_map();
    let after = Memo::new(move |_| query.with(|query| query.get("after")));
    let source = move || (after.get(), desk.changes.get());
    let page = Resource::new(source, move |(after, _)| list_deliveries(id, after.map(Cursor)));
    Effect::new(move |before: Option<u32>| {
        let changes = desk.changes.get();
        if before.is_some() {
            let later = set_timeout_with_handle(move || page.refetch(), SOON);
            on_cleanup(move || drop(later.map(|later| later.clear())));
        }
        changes
    });
    let refresh = move || {
        let press = move |()| page.refetch();
        view! { <Button label=ts!("webhook-log-refresh") icon=IconName::Refresh size=Size::Small on_press=press /> }
    };
    view! {
        <Card title=ts!("webhook-log") actions=refresh>
            <div class="settings-stack">
                <Transition>
                    {move || Suspend::new(async move {
                        match page.await {
                            Ok(page) => view! { <Lines page id desk /> }.into_any(),
                            Err(error) => view! { <LoadProblem error /> }.into_any(),
                        }
                    })}
                </Transition>
                <FailedAgain id desk />
            </div>
        </Card>
    }
}

#[component]
fn Lines(page: Page<Delivery>, id: WebhookId, desk: Desk) -> impl IntoView {
    if page.items.is_empty() {
        let empty = view! {
            <EmptyState icon=IconName::History title=ts!("webhook-log-none") text=ts!("webhook-log-none-text") />
        };
        return empty.into_any();
    }
    let older = page.next_cursor.map(|cursor| format!("{}&after={}", path(id), cursor.0));
    let line = move |delivery: Delivery| view! { <Line delivery id desk /> };
    view! {
        <Table caption=ts!("webhook-log")>
            <thead>
                <tr>
                    <th scope="col">{t!("webhook-log-kind")}</th>
                    <th scope="col">{t!("webhook-log-at")}</th>
                    <th scope="col">{t!("webhook-state")}</th>
                    <th scope="col">{t!("webhook-log-tries")}</th>
                    <th scope="col">{t!("webhook-log-next")}</th>
                    <th scope="col"><span class="visually-hidden">{t!("webhook-log-again")}</span></th>
                </tr>
            </thead>
            <tbody>{page.items.into_iter().map(line).collect_view()}</tbody>
        </Table>
        {older.map(|href| view! { <LinkButton label=ts!("webhook-log-older") href=href size=Size::Small /> })}
    }
    .into_any()
}

#[component]
fn Line(delivery: Delivery, id: WebhookId, desk: Desk) -> impl IntoView {
    let i18n = use_i18n();
    let (at, next, tries) = (delivery.created_at, delivery.next_at, delivery.tries);
    let record = delivery.record.and_then(|record| {
        let words = format!("{} {}", record.kind.code(), record.id);
        record
            .path()
            .map(|path| view! { <a class="webhook__record" href=path><bdi dir="ltr">{words}</bdi></a> })
    });
    let (state, kind) = (delivery.state, delivery.kind.clone());
    let outcome = outcome(i18n, &delivery);
    let answer = delivery.answer.map(|answer| view! { <Answer answer /> });
    view! {
        <tr>
            <td class="table__cell--main">
                <bdi dir="ltr">{delivery.kind}</bdi>
                {record}
            </td>
            <td data-label=t!("webhook-log-at")><time datetime=at.rfc3339()>{move || i18n.date_time(at)}</time></td>
            <td data-label=t!("webhook-state")>
                <DeliveryBadge state />
                <span class="webhook__about">{outcome}</span>
                {answer}
            </td>
            <td data-label=t!("webhook-log-tries")>{move || i18n.number(tries)}</td>
            <td data-label=t!("webhook-log-next")>{move || next.map_or_else(|| "–".to_owned(), |at| i18n.date_time(at))}</td>
            <td><Again id delivery=delivery.id kind desk /></td>
        </tr>
    }
}

/// What the last try brought: the status and how long it took, or why there was no answer.
fn outcome(i18n: I18n, delivery: &Delivery) -> Signal<String> {
    let (status, problem, duration) = (delivery.status, delivery.problem, delivery.duration);
    Signal::derive(move || {
        let said = problem.map(|problem| i18n.text(problem.label(), &[]));
        let status =
            status.map(|status| i18n.text("webhook-log-status", &[("status", status.to_string().into())]));
        let took = duration.filter(|_| status.is_some()).map(|micros| micros / 1_000);
        let took = took.map(|ms| i18n.text("webhook-log-took", &[("ms", ms.to_string().into())]));
        [said, status, took].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    })
}

#[component]
fn Answer(answer: String) -> impl IntoView {
    view! {
        <details class="webhook__answer">
            <summary>{t!("webhook-log-answer")}</summary>
            <pre class="webhook__answer-text" dir="auto">{answer}</pre>
        </details>
    }
}

#[component]
fn DeliveryBadge(state: DeliveryState) -> impl IntoView {
    let i18n = use_i18n();
    let text = Signal::derive(move || i18n.text(state.label(), &[]));
    let meaning = match state {
        DeliveryState::Waiting => Meaning::Neutral,
        DeliveryState::Delivered => Meaning::Positive,
        DeliveryState::Failed => Meaning::Negative,
    };
    view! { <Badge text=text meaning=meaning /> }
}

#[component]
fn Again(id: WebhookId, delivery: kernel::DeliveryId, kind: String, desk: Desk) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::new());
    let label = Signal::derive(move || i18n.text("webhook-log-again-of", &[("kind", kind.as_str().into())]));
    let send = move |()| {
        attempt.run(retry_delivery(id, delivery), move |()| {
            toasts.show(Toast::neutral(i18n.text("webhook-resent", &[])));
            desk.changed();
        });
    };
    view! { <ui::IconButton label=label icon=IconName::Send on_press=send /> }
}

/// Sends all again that was given up, of what has happened since a moment.
#[component]
fn FailedAgain(id: WebhookId, desk: Desk) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::new());
    let (typed, unread) = (RwSignal::new(String::new()), RwSignal::new(false));
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = typed.get_untracked();
        let since = if text.is_empty() { None } else { i18n.zone().parse_local(&text) };
        unread.set(since.is_none() && !text.is_empty());
        if unread.get_untracked() {
            return;
        }
        attempt.run(retry_failed_deliveries(id, since), move |count| {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            toasts.show(Toast::neutral(i18n.text("webhook-resent-many", &[("count", count.into())])));
            desk.changed();
        });
    };
    let error = Signal::derive(move || unread.get().then(|| i18n.text("webhook-since-unfit", &[])));
    view! {
        <form on:submit=send novalidate=true>
            <FormRow>
                <Field label=ts!("webhook-since") name="since" id="webhook-since" hint=ts!("webhook-since-hint") error=error>
                    <TextInput name="since" kind=InputKind::DateTime value=typed />
                </Field>
            </FormRow>
            <FormActions>
                <Button label=ts!("webhook-failed-again") icon=IconName::Send kind=ButtonKind::Submit size=Size::Small busy=attempt.busy() />
            </FormActions>
        </form>
    }
}
