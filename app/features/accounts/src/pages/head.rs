use customers::Customer;
use kernel::{Area, Can, Error, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use ui::{Badge, IconName, Menu, MenuItem, Toast, Toasts};

use super::detail::Here;
use super::form::AccountDialog;
use super::words::{balance, meaning};
use crate::{Account, Profile, Status, delete_account, restore_account, update_account};

/// What the account is called, how it stands, and what can be done with it as a whole.
#[component]
pub(super) fn Head(here: Here) -> impl IntoView {
    let (i18n, me) = (use_i18n(), use_me());
    let editing = RwSignal::new(false);
    let customer = here.details.with_untracked(|details| details.account.customer_id);
    let account = Signal::derive(move || here.details.with(|details| details.account.clone()));
    let status = Memo::new(move |_| account.with(|account| account.profile.status));
    let done = Callback::new(move |fresh: Account| {
        editing.set(false);
        here.details.update(|details| details.account = fresh);
    });
    let (stand, delete) = (standing(here), deleting(here));
    let locked = StoredValue::new(Customer::can_edit(&me.actor).err());
    let undeletable = StoredValue::new(me.actor.require(Area::Customers, Can::Delete).err());
    let reason = move |error: Option<Error>| error.map(|error| i18n.render(&error.text()));
    let items = move || {
        let (edit_reason, has_entries) =
            (reason(locked.get_value()), here.details.with(|details| details.has_entries));
        let edit =
            MenuItem::run(i18n.text("account-edit", &[]), move || editing.set(true)).icon(IconName::Pencil);
        let others = Status::ALL.into_iter().filter(|other| *other != status.get());
        let to = |other: Status| {
            let item = MenuItem::run(i18n.text(verb(other), &[]), move || stand.run(other));
            item.icon(icon(other)).disabled_because(edit_reason.clone())
        };
        let used = has_entries.then(|| i18n.text("account-has-entries", &[]));
        let delete = MenuItem::run(i18n.text("account-delete", &[]), move || delete.run(()));
        let delete = delete.icon(IconName::Trash).danger().starts_group();
        let delete = delete.disabled_because(used.or(reason(undeletable.get_value())));
        let edit = edit.disabled_because(edit_reason.clone());
        std::iter::once(edit).chain(others.map(to)).chain([delete]).collect::<Vec<_>>()
    };
    let owed = move || here.details.with(|details| balance(i18n, details.balance));
    view! {
        <header class="accounts__head">
            <h1 class="accounts__title"><bdi>{move || account.with(Account::title)}</bdi></h1>
            <Badge text=Signal::derive(move || i18n.text(status.get().label(), &[])) meaning=Signal::derive(move || meaning(status.get())) />
            <p class="accounts__balance" role="status"><bdi>{owed}</bdi></p>
            <div class="accounts__menu">
                <Menu id="account-menu" label=ts!("account-actions") items=Signal::derive(items) align_end=true />
            </div>
        </header>
        <AccountDialog open=editing customer=customer account=Signal::derive(move || Some(account.get())) done=done />
    }
}

fn verb(status: Status) -> &'static str {
    match status {
        Status::Open => "account-reopen",
        Status::Suspended => "account-suspend",
        Status::Closed => "account-close",
    }
}

fn icon(status: Status) -> IconName {
    match status {
        Status::Open => IconName::Play,
        Status::Suspended => IconName::Pause,
        Status::Closed => IconName::Lock,
    }
}

/// Opens, suspends or closes the account.
fn standing(here: Here) -> Callback<Status> {
    let problems = use_problems();
    Callback::new(move |status: Status| {
        let (id, seen) =
            here.details.with_untracked(|details| (details.account.id, details.account.profile.clone()));
        let wanted = Profile { status, ..seen.clone() };
        spawn_local(async move {
            match update_account(id, seen, wanted).await {
                Ok(fresh) => here.details.update(|details| details.account = fresh),
                Err(error) => problems.report(error),
            }
        });
    })
}

/// Puts the account into the bin, with a way back in the toast.
fn deleting(here: Here) -> Callback<()> {
    let (i18n, problems, toasts, navigate) = (use_i18n(), use_problems(), Toasts::here(), use_navigate());
    Callback::new(move |()| {
        let navigate = navigate.clone();
        let account = here.details.with_untracked(|details| details.account.clone());
        let (id, list) = (account.id, format!("/customers/{}/accounts", account.customer_id));
        let restore = move || {
            spawn_local(async move {
                if let Err(error) = restore_account(id).await {
                    problems.report(error);
                }
            });
        };
        spawn_local(async move {
            match delete_account(id, account.version).await {
                Ok(()) => {
                    let text = i18n.text("account-deleted", &[("number", account.profile.number.into())]);
                    toasts.show(Toast::neutral(text).action(i18n.text("record-undo", &[]), restore));
                    navigate(&list, NavigateOptions::default());
                }
                Err(error) => problems.report(error),
            }
        });
    })
}
