use kernel::{ts, use_i18n};
use leptos::prelude::*;
use ui::{Badge, Button, Card, Icon, IconName, Meaning, Size, Toast, Toasts};

use crate::pages::{Attempt, LoadProblem};
use crate::{SessionRow, end_other_sessions, end_session, list_my_sessions};

/// Where one is signed in.
#[component]
pub fn SessionsCard() -> impl IntoView {
    let sessions = Resource::new(|| (), |()| list_my_sessions());
    let changed = Callback::new(move |()| sessions.refetch());
    view! {
        <Card title=ts!("staff-sessions") actions=move || view! { <EndOthers changed /> }>
            <Transition>
                {move || Suspend::new(async move {
                    match sessions.await {
                        Ok(sessions) => view! { <SessionList sessions changed /> }.into_any(),
                        Err(error) => view! { <LoadProblem error /> }.into_any(),
                    }
                })}
            </Transition>
        </Card>
    }
}

#[component]
fn EndOthers(changed: Callback<()>) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::new());
    let end = move |()| {
        attempt.run(end_other_sessions(), move |()| {
            toasts.show(Toast::positive(i18n.text("staff-sessions-ended", &[])));
            changed.run(());
        });
    };
    view! { <Button label=ts!("staff-sessions-end-others") size=Size::Small on_press=end busy=attempt.busy() /> }
}

#[component]
fn SessionList(sessions: Vec<SessionRow>, changed: Callback<()>) -> impl IntoView {
    let line = move |session: SessionRow| view! { <SessionLine session changed /> };
    view! { <ul class="settings-rows" role="list">{sessions.into_iter().map(line).collect_view()}</ul> }
}

#[component]
fn SessionLine(session: SessionRow, changed: Callback<()>) -> impl IntoView {
    let (i18n, attempt) = (use_i18n(), Attempt::new());
    let (id, seen, address) = (session.id, session.last_seen_at, session.address.clone());
    let browser = session.browser();
    let about = move || {
        i18n.text("staff-session-about", &[("address", address.as_str().into()), ("at", seen.into())])
    };
    let end = move |()| attempt.run(end_session(id), move |()| changed.run(()));
    view! {
        <li class="settings-row">
            <span class="settings-row__icon"><Icon name=IconName::Globe /></span>
            <span class="settings-row__words">
                <bdi class="settings-row__title">{browser}</bdi>
                <span class="settings-row__about">{about}</span>
            </span>
            {match session.is_current {
                true => view! { <Badge text=ts!("staff-session-current") meaning=Meaning::Positive /> }.into_any(),
                false => view! { <Button label=ts!("staff-session-end") size=Size::Small on_press=end busy=attempt.busy() /> }.into_any(),
            }}
        </li>
    }
}
