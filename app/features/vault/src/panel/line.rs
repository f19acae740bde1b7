use kernel::{RecordRef, use_i18n, use_problems};
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, IconName, Menu, MenuItem, Size, Toast, Toasts};

use super::Editing;
use super::shown::Shown;
use crate::{Look, Opened, SHOWN_FOR, VaultEntry, delete_vault_entry, look_vault_entry, restore_vault_entry};

/// What is shown of an entry, for a while. A copyable handle.
#[derive(Clone, Copy)]
struct Showing {
    opened: RwSignal<Option<Opened>>,
    end: StoredValue<Option<TimeoutHandle>>,
}

impl Showing {
    fn new() -> Self {
        let showing = Self { opened: RwSignal::new(None), end: StoredValue::new(None) };
        on_cleanup(move || showing.forget_end());
        showing
    }

    /// Shows it until its time is over.
    fn show(self, opened: Opened) {
        self.forget_end();
        // The page may have been left meanwhile.
        if self.opened.try_set(Some(opened)).is_none() {
            let end = set_timeout_with_handle(move || drop(self.opened.try_set(None)), SHOWN_FOR);
            self.end.set_value(end.ok());
        }
    }

    fn hide(self) {
        self.forget_end();
        self.opened.set(None);
    }

    fn forget_end(self) {
        if let Some(Some(end)) = self.end.try_update_value(Option::take) {
            end.clear();
        }
    }
}

/// An entry: what it is for, who may look, and, when somebody looked, what it holds.
#[component]
pub(super) fn VaultLine(
    record: RecordRef,
    entry: VaultEntry,
    #[prop(into)] may_change: Signal<bool>,
    editing: RwSignal<Option<Editing>>,
    again: Callback<()>,
) -> impl IntoView {
    let (i18n, problems) = (use_i18n(), use_problems());
    let (showing, busy) = (Showing::new(), RwSignal::new(false));
    let id = entry.id;
    let press = move |()| {
        if showing.opened.with_untracked(Option::is_some) {
            return showing.hide();
        }
        busy.set(true);
        spawn_local(async move {
            match look_vault_entry(record, id, Look::Whole).await {
                Ok(opened) => showing.show(opened),
                Err(error) => problems.report(error),
            }
            let _gone = busy.try_set(false);
        });
    };
    let entry = StoredValue::new(entry);
    let label = Signal::derive(move || {
        let key = if showing.opened.with(Option::is_some) { "vault-hide" } else { "vault-look" };
        entry.with_value(|entry| i18n.text(key, &[("name", (&entry.name).into())]))
    });
    view! {
        <li class="vault-entry">
            <div class="vault-entry__words">
                <p class="vault-entry__name"><bdi>{entry.with_value(|entry| entry.name.clone())}</bdi></p>
                <p class="vault-entry__facts">{move || entry.with_value(|entry| facts(i18n, entry))}</p>
            </div>
            <div class="vault-entry__tools">
                <Button label=label icon=IconName::Eye size=Size::Small busy=busy on_press=press />
                <Show when=move || may_change.get()>
                    <EntryMenu record=record entry=entry.get_value() editing=editing again=again />
                </Show>
            </div>
            <div class="vault-entry__open" aria-live="polite">
                {move || showing.opened.get().map(|opened| view! { <Shown opened=opened /> })}
            </div>
        </li>
    }
}

/// Who may look, and who made it.
fn facts(i18n: kernel::I18n, entry: &VaultEntry) -> String {
    let names: Vec<&str> = entry.roles.iter().map(|role| role.name.as_str()).collect();
    let seen = match names.is_empty() {
        true => i18n.text("vault-for-nobody", &[]),
        false => i18n.text("vault-for", &[("roles", names.join(", ").into())]),
    };
    let at = entry.created_at.into();
    let made = match &entry.created_by {
        Some(who) => i18n.text("vault-made-by", &[("who", who.into()), ("at", at)]),
        None => i18n.text("vault-made", &[("at", at)]),
    };
    format!("{seen} · {made}")
}

#[component]
fn EntryMenu(
    record: RecordRef,
    entry: VaultEntry,
    editing: RwSignal<Option<Editing>>,
    again: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let change = changing(record, &entry, editing);
    let delete = deleting(record, &entry, again);
    let items = move || {
        let edit = MenuItem::run(i18n.text("vault-edit", &[]), move || change.run(()));
        let delete = MenuItem::run(i18n.text("vault-delete", &[]), move || delete.run(()));
        vec![edit.icon(IconName::Pencil), delete.icon(IconName::Trash).danger()]
    };
    let menu_id = format!("vault-entry-{}-menu", entry.id);
    let label = Signal::derive(move || i18n.text("vault-actions", &[("name", (&entry.name).into())]));
    view! { <Menu id=menu_id label=label items=Signal::derive(items) size=Size::Small align_end=true /> }
}

/// Opens an entry to be changed: what stands around the secret is a look as well, the secret itself stays where it is.
fn changing(record: RecordRef, entry: &VaultEntry, editing: RwSignal<Option<Editing>>) -> Callback<()> {
    let (problems, id) = (use_problems(), entry.id);
    Callback::new(move |()| {
        spawn_local(async move {
            match look_vault_entry(record, id, Look::Around).await {
                Ok(opened) => drop(editing.try_set(Some(Editing::Change(Box::new(opened))))),
                Err(error) => problems.report(error),
            }
        });
    })
}

fn deleting(record: RecordRef, entry: &VaultEntry, again: Callback<()>) -> Callback<()> {
    let (i18n, problems, toasts) = (use_i18n(), use_problems(), Toasts::here());
    let (id, name) = (entry.id, StoredValue::new(entry.name.clone()));
    let restore = move || {
        spawn_local(async move {
            match restore_vault_entry(record, id).await {
                Ok(()) => {
                    let _gone = again.try_run(());
                }
                Err(error) => problems.report(error),
            }
        });
    };
    Callback::new(move |()| {
        let said = i18n.text("vault-deleted", &[("name", name.get_value().into())]);
        spawn_local(async move {
            match delete_vault_entry(record, id).await {
                Ok(()) => {
                    toasts.show(Toast::neutral(said).action(i18n.text("record-undo", &[]), restore));
                    let _gone = again.try_run(());
                }
                Err(error) => problems.report(error),
            }
        });
    })
}
