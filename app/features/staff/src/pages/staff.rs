use kernel::{t, ts, use_i18n, use_me};
use leptos::prelude::*;
use ui::{Avatar, Badge, Button, Card, IconName, Meaning, Menu, MenuItem, Table, Toast, Toasts, Tone};

mod form;

use super::{Attempt, LoadProblem, SettingsLayout};
use crate::{Member, Role, end_staff_sessions, list_roles, list_staff, send_password_link, set_staff_active};
use form::{Editing, StaffForm};

/// What the page and its rows share.
#[derive(Clone, Copy)]
struct People {
    /// Called after each change, to load again.
    changed: Callback<()>,
    /// Who is being edited or added, if anybody.
    editing: RwSignal<Option<Editing>>,
    attempt: Attempt,
}

/// Everybody who works here: add, change, let go.
#[component]
pub(super) fn StaffPage() -> impl IntoView {
    let people_now = Resource::new(
        || (),
        |()| async { Ok::<_, kernel::Error>((list_staff().await?, list_roles().await?)) },
    );
    let changed = Callback::new(move |()| people_now.refetch());
    let people = People { changed, editing: RwSignal::new(None), attempt: Attempt::new() };
    let is_admin = use_me().actor.is_admin();
    let add = move || is_admin.then(|| view! { <AddButton people /> });
    view! {
        <SettingsLayout title=ts!("staff-title") lead=ts!("staff-lead") actions=add>
            <Transition>
                {move || Suspend::new(async move {
                    match people_now.await {
                        Ok((members, roles)) => view! { <StaffList members roles people is_admin /> }.into_any(),
                        Err(error) => view! { <LoadProblem error /> }.into_any(),
                    }
                })}
            </Transition>
        </SettingsLayout>
    }
}

#[component]
fn AddButton(people: People) -> impl IntoView {
    let add = move |()| people.editing.set(Some(Editing::New));
    view! { <Button label=ts!("staff-add") icon=IconName::UserPlus tone=Tone::Primary on_press=add /> }
}

#[component]
fn StaffList(members: Vec<Member>, roles: Vec<Role>, people: People, is_admin: bool) -> impl IntoView {
    let row = move |member: Member| view! { <StaffRow member people is_admin /> };
    view! {
        <Card flush=true>
            <Table caption=ts!("staff-title")>
                <thead>
                    <tr>
                        <th scope="col">{t!("staff-name")}</th>
                        <th scope="col">{t!("staff-role")}</th>
                        <th scope="col">{t!("staff-last-seen")}</th>
                        <th scope="col"><span class="visually-hidden">{t!("staff-actions")}</span></th>
                    </tr>
                </thead>
                <tbody>{members.into_iter().map(row).collect_view()}</tbody>
            </Table>
        </Card>
        <StaffForm editing=people.editing roles=roles changed=people.changed />
    }
}

#[component]
fn StaffRow(member: Member, people: People, is_admin: bool) -> impl IntoView {
    let i18n = use_i18n();
    let (name, email, seen) = (member.name.clone(), member.email.clone(), member.last_seen_at);
    let role = member.role_name.clone();
    let (is_member_admin, is_active, has_password) = (member.is_admin, member.is_active, member.has_password);
    let role_text = move || match (is_member_admin, &role) {
        (true, _) => i18n.text("staff-administrator", &[]),
        (false, Some(role)) => role.clone(),
        (false, None) => i18n.text("staff-no-role", &[]),
    };
    let last_seen = move || seen.map_or_else(|| i18n.text("staff-never-seen", &[]), |at| i18n.date_time(at));
    view! {
        <tr class=(!is_active).then_some("settings-left")>
            <td class="table__cell--main">
                <span class="settings-person">
                    <Avatar name=name.clone() name_shown_beside=true />
                    <span class="settings-person__words">
                        <bdi>{name}</bdi>
                        <bdi class="settings-person__email">{email}</bdi>
                    </span>
                    <StaffState is_active has_password />
                </span>
            </td>
            <td data-label=t!("staff-role")>{role_text}</td>
            <td data-label=t!("staff-last-seen")>{last_seen}</td>
            <td>{is_admin.then(|| view! { <StaffMenu member people /> })}</td>
        </tr>
    }
}

#[component]
fn StaffState(is_active: bool, has_password: bool) -> impl IntoView {
    match (is_active, has_password) {
        (false, _) => Some(view! { <Badge text=ts!("staff-left") /> }.into_any()),
        (true, false) => {
            Some(view! { <Badge text=ts!("staff-invited") meaning=Meaning::Warning /> }.into_any())
        }
        (true, true) => None,
    }
}

#[component]
fn StaffMenu(member: Member, people: People) -> impl IntoView {
    let (i18n, toasts) = (use_i18n(), Toasts::here());
    let name = member.name.clone();
    let label = Signal::derive(move || i18n.text("staff-actions-of", &[("name", name.as_str().into())]));
    let id = format!("staff-{}", member.id);
    let word = move |key: &str| i18n.text(key, &[]);
    let told = move |key: &'static str| {
        toasts.show(Toast::positive(i18n.text(key, &[])));
        people.changed.run(());
    };
    let (staff, version, is_active) = (member.id, member.version, member.is_active);
    let set_active = move |is_active: bool| {
        let done = if is_active { "staff-is-back" } else { "staff-is-out" };
        people.attempt.run(set_staff_active(staff, is_active, version), move |_| told(done));
    };
    let items = Signal::derive(move || {
        let edited = member.clone();
        let edit = move || people.editing.set(Some(Editing::Member(edited.clone())));
        let mut items = vec![MenuItem::run(word("staff-edit"), edit).icon(IconName::Pencil)];
        if !is_active {
            items.push(MenuItem::run(word("staff-activate"), move || set_active(true)).icon(IconName::Undo));
            return items;
        }
        let send = move || people.attempt.run(send_password_link(staff), move |()| told("staff-link-sent"));
        let end = move || people.attempt.run(end_staff_sessions(staff), move |()| told("staff-signed-out"));
        items.push(MenuItem::run(word("staff-send-link"), send).icon(IconName::Mail));
        items.push(MenuItem::run(word("staff-end-sessions"), end).icon(IconName::LogOut));
        let leave = MenuItem::run(word("staff-deactivate"), move || set_active(false)).icon(IconName::Lock);
        items.push(leave.danger().starts_group());
        items
    });
    view! { <Menu id=id label=label items=items align_end=true /> }
}
