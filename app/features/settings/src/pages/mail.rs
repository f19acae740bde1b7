use kernel::{Cursor, MailId, Page, t, ts, use_i18n};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use staff::pages::{LoadProblem, SettingsLayout};
use ui::{Badge, Card, EmptyState, IconName, LinkButton, Meaning, Size, Table};

mod letter;

use crate::{MailLine, MailState, list_mails};
use letter::Letter;

/// The outbox: what was sent, what waits, what was refused. A mail that is opened stands in the address: `?mail=7`.
#[component]
pub(super) fn MailPage() -> impl IntoView {
    let query = use_query_map();
    let after = Memo::new(move |_| query.with(|query| query.get("after")));
    let opened =
        Memo::new(move |_| query.with(|query| query.get("mail")).and_then(|id| id.parse::<MailId>().ok()));
    let mails = Resource::new(move || after.get(), |after| list_mails(after.map(Cursor)));
    let changed = Callback::new(move |()| mails.refetch());
    view! {
        <SettingsLayout title=ts!("settings-mail") lead=ts!("settings-mail-lead")>
            <div class="settings-stack">
                {move || opened.get().map(|id| view! { <Letter id changed /> })}
                <Transition>
                    {move || Suspend::new(async move {
                        match mails.await {
                            Ok(page) => view! { <MailList page /> }.into_any(),
                            Err(error) => view! { <LoadProblem error /> }.into_any(),
                        }
                    })}
                </Transition>
            </div>
        </SettingsLayout>
    }
}

#[component]
fn MailList(page: Page<MailLine>) -> impl IntoView {
    if page.items.is_empty() {
        let empty = view! {
            <EmptyState icon=IconName::Mail title=ts!("settings-mail-none") text=ts!("settings-mail-none-hint") />
        };
        return empty.into_any();
    }
    let older = page.next_cursor.map(|cursor| format!("/settings/mail?after={}", cursor.0));
    view! {
        <Card flush=true>
            <Table caption=ts!("settings-mail")>
                <thead>
                    <tr>
                        <th scope="col">{t!("settings-mail-subject")}</th>
                        <th scope="col">{t!("settings-mail-recipient")}</th>
                        <th scope="col">{t!("settings-mail-state")}</th>
                        <th scope="col">{t!("settings-mail-written")}</th>
                    </tr>
                </thead>
                <tbody>{page.items.into_iter().map(|line| view! { <MailRow line /> }).collect_view()}</tbody>
            </Table>
        </Card>
        {older.map(|href| view! { <LinkButton label=ts!("settings-mail-older") href=href size=Size::Small /> })}
    }
    .into_any()
}

#[component]
fn MailRow(line: MailLine) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <tr>
            <td class="table__cell--main">
                <a class="settings-mail__link" href=format!("/settings/mail?mail={}", line.id)>
                    <bdi>{line.subject}</bdi>
                </a>
            </td>
            <td data-label=t!("settings-mail-recipient")><bdi>{line.recipient}</bdi></td>
            <td data-label=t!("settings-mail-state")><StateBadge state=line.state /></td>
            <td data-label=t!("settings-mail-written")>{move || i18n.date_time(line.created_at)}</td>
        </tr>
    }
}

/// How far a mail has come, as a word.
#[component]
fn StateBadge(state: MailState) -> impl IntoView {
    let i18n = use_i18n();
    let text = Signal::derive(move || i18n.text(&format!("settings-mail-{}", state.code()), &[]));
    let meaning = match state {
        MailState::Queued => Meaning::Neutral,
        MailState::Sent => Meaning::Positive,
        MailState::Kept => Meaning::Accent,
        MailState::Failed => Meaning::Negative,
    };
    view! { <Badge text=text meaning=meaning /> }
}
