use kernel::{Language, MailId, t, ts, use_i18n};
use leptos::prelude::*;
use staff::pages::{Attempt, LoadProblem};
use ui::{Banner, Button, Card, IconName, KeyValue, KeyValues, LinkButton, Meaning, Size, Toast, Toasts};

use super::StateBadge;
use crate::{MailLetter, MailState, get_mail, retry_mail};

/// One mail with its words.
#[component]
pub(super) fn Letter(id: MailId, changed: Callback<()>) -> impl IntoView {
    let letter = Resource::new(move || id, get_mail);
    let again = Callback::new(move |()| {
        letter.refetch();
        changed.run(());
    });
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match letter.await {
                    Ok(letter) => view! { <Opened letter changed=again /> }.into_any(),
                    Err(error) => view! { <LoadProblem error /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Opened(letter: MailLetter, changed: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let MailLetter { line, language, body } = letter;
    let direction = Language::parse(&language).map_or("auto", Language::direction);
    let sent = line.sent_at;
    let may_retry = matches!(line.state, MailState::Failed | MailState::Kept);
    let id = line.id;
    let actions = move || {
        view! {
            {may_retry.then(|| view! { <Retry id changed /> })}
            <LinkButton label=ts!("staff-close") href="/settings/mail" size=Size::Small />
        }
    };
    view! {
        <Card title=line.subject actions=actions>
            <div class="settings-stack">
                {line.last_error.map(|reason| view! { <Banner title=ts!("settings-mail-reason") text=reason meaning=Meaning::Negative /> })}
                <KeyValues>
                    <KeyValue label=ts!("settings-mail-recipient")><bdi>{line.recipient}</bdi></KeyValue>
                    <KeyValue label=ts!("settings-mail-state")><StateBadge state=line.state /></KeyValue>
                    <KeyValue label=ts!("settings-mail-written")>{move || i18n.date_time(line.created_at)}</KeyValue>
                    {sent.map(|at| view! { <KeyValue label=ts!("settings-mail-sent-at")>{move || i18n.date_time(at)}</KeyValue> })}
                </KeyValues>
                <div class="settings-mail__body" lang=language dir=direction role="group" aria-label=t!("settings-mail-body")>
                    {body}
                </div>
            </div>
        </Card>
    }
}

#[component]
fn Retry(id: MailId, changed: Callback<()>) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::new());
    let retry = move |()| {
        attempt.run(retry_mail(id), move |()| {
            toasts.show(Toast::neutral(i18n.text("settings-mail-retried", &[])));
            changed.run(());
        });
    };
    view! { <Button label=ts!("settings-mail-retry") icon=IconName::Send size=Size::Small on_press=retry busy=attempt.busy() /> }
}
