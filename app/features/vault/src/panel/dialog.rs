use kernel::{Error, RecordRef, Result, RoleId, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Banner, Button, ButtonKind, Checkbox, Dialog, DialogBody, DialogFooter, Field, Fieldset, FormStack,
    InputKind, Meaning, TextArea, TextInput, Toast, Toasts, Tone,
};

use super::Editing;
use crate::{Vault, VaultDraft, VaultEntry, add_vault_entry, update_vault_entry};

/// What is typed for an entry. A copyable handle.
#[derive(Clone, Copy)]
struct Typed {
    name: RwSignal<String>,
    user_name: RwSignal<String>,
    secret: RwSignal<String>,
    address: RwSignal<String>,
    note: RwSignal<String>,
    roles: StoredValue<Vec<(RoleId, String, RwSignal<bool>)>>,
}

impl Typed {
    fn new(draft: VaultDraft, vault: &Vault) -> Self {
        let role = |role: &crate::VaultRole| {
            (role.id, role.name.clone(), RwSignal::new(draft.roles.contains(&role.id)))
        };
        let roles = StoredValue::new(vault.roles.iter().map(role).collect());
        let [name, user_name, secret, address, note] =
            [draft.name, draft.user_name, draft.secret, draft.address, draft.note].map(RwSignal::new);
        Self { name, user_name, secret, address, note, roles }
    }

    fn draft(self) -> VaultDraft {
        let roles = self.roles.with_value(|roles| {
            roles.iter().filter(|(_, _, on)| on.get_untracked()).map(|(id, ..)| *id).collect()
        });
        let [name, user_name, secret, address, note] =
            [self.name, self.user_name, self.secret, self.address, self.note]
                .map(|text| text.get_untracked());
        VaultDraft { name, user_name, secret, address, note, roles }
    }
}

/// The dialog for a new entry and for one that is changed. It opens when `editing` is set.
#[component]
pub(super) fn VaultDialog(
    record: RecordRef,
    vault: RwSignal<Vault>,
    editing: RwSignal<Option<Editing>>,
    again: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(editing.with(Option::is_some)));
    let title = Signal::derive(move || {
        let is_new = editing.with(|editing| !matches!(editing, Some(Editing::Change(_))));
        i18n.text(if is_new { "vault-new-title" } else { "vault-edit-title" }, &[])
    });
    let done = Callback::new(move |()| {
        open.set(false);
        again.run(());
    });
    let form = move || {
        let editing = editing.get_untracked()?;
        let vault = vault.get_untracked();
        Some(view! { <VaultForm record=record vault=vault editing=editing open=open done=done /> })
    };
    view! {
        <Dialog id="vault-dialog" title=title close_label=ts!("record-cancel") open=open on_close=move |()| editing.set(None)>
            {form}
        </Dialog>
    }
}

#[component]
fn VaultForm(
    record: RecordRef,
    vault: Vault,
    editing: Editing,
    open: RwSignal<bool>,
    done: Callback<()>,
) -> impl IntoView {
    let (i18n, problems, toasts) = (use_i18n(), use_problems(), Toasts::here());
    let is_new = matches!(editing, Editing::New);
    let begins = match &editing {
        Editing::New => VaultDraft { roles: vault.own_role.into_iter().collect(), ..VaultDraft::default() },
        Editing::Change(opened) => opened.holds.clone(),
    };
    let typed = Typed::new(begins, &vault);
    let (error, busy) = (RwSignal::new(None::<Error>), RwSignal::new(false));
    let editing = StoredValue::new(editing);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let draft = typed.draft();
        match draft.checked(is_new) {
            _ if busy.get_untracked() => return,
            Ok(_) => {}
            Err(refused) => return error.set(Some(refused)),
        }
        busy.set(true);
        spawn_local(async move {
            let answer = send(record, editing.get_value(), draft).await;
            let _gone = busy.try_set(false);
            match answer {
                Ok(()) => {
                    toasts.show(Toast::positive(i18n.text("vault-saved", &[])));
                    let _gone = done.try_run(());
                }
                Err(refused @ (Error::Invalid(_) | Error::Conflict(_) | Error::Forbidden(_))) => {
                    drop(error.try_set(Some(refused)));
                }
                Err(other) => problems.report(other),
            }
        });
    };
    view! {
        <form on:submit=save novalidate autocomplete="off">
            <DialogBody>
                <FormStack>
                    <Refused error=error editing=editing />
                    <VaultFields typed=typed error=error is_new=is_new />
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("record-cancel") on_press=move |()| open.set(false) />
                <Button label=ts!("record-save") tone=Tone::Primary kind=ButtonKind::Submit busy=busy />
            </DialogFooter>
        </form>
    }
}

async fn send(record: RecordRef, editing: Editing, draft: VaultDraft) -> Result<()> {
    match editing {
        Editing::New => add_vault_entry(record, draft).await.map(drop),
        Editing::Change(opened) => update_vault_entry(record, opened.id, opened.version, draft).await,
    }
}

/// Why it was refused, when it is about no field in particular. What was typed stays; whoever saves again after somebody
/// else was quicker puts it over what is there now.
#[component]
fn Refused(error: RwSignal<Option<Error>>, editing: StoredValue<Editing>) -> impl IntoView {
    let i18n = use_i18n();
    Effect::new(move |_| {
        error.with(|error| {
            let Some(Error::Conflict(conflict)) = error else { return };
            let now = serde_json::from_value::<VaultEntry>(conflict.current.clone());
            editing.update_value(|editing| {
                if let (Editing::Change(opened), Ok(now)) = (editing, now) {
                    opened.version = now.version;
                }
            });
        });
    });
    move || {
        let refused = error.get().filter(|error| !matches!(error, Error::Invalid(_)))?;
        Some(view! { <Banner text=i18n.render(&refused.text()) meaning=Meaning::Warning live=true /> })
    }
}

#[component]
fn VaultFields(typed: Typed, error: RwSignal<Option<Error>>, is_new: bool) -> impl IntoView {
    let i18n = use_i18n();
    let error_of = move |field: &'static str| {
        let text = move || error.with(|error| error.as_ref().and_then(|error| error.field(field)));
        Signal::derive(move || text().map(|text| i18n.render(&text)))
    };
    let stays = Signal::derive(move || (!is_new).then(|| i18n.text("vault-secret-stays", &[])));
    let who = Signal::derive(move || Some(i18n.text("vault-roles-hint", &[])));
    let role = |(id, name, on): (RoleId, String, RwSignal<bool>)| {
        view! { <Checkbox label=name name="vault_role" id=format!("vault-role-{id}") checked=on /> }
    };
    view! {
        <Field label=ts!("field-vault_name") name="vault_name" error=error_of("vault_name") required=true>
            <TextInput name="vault_name" value=typed.name max_length=120 autocomplete="off" />
        </Field>
        <Field label=ts!("field-vault_user_name") name="vault_user_name" error=error_of("vault_user_name")>
            <TextInput name="vault_user_name" value=typed.user_name autocomplete="off" />
        </Field>
        <Field label=ts!("field-vault_secret") name="vault_secret" hint=stays error=error_of("vault_secret") required=is_new>
            <TextInput name="vault_secret" kind=InputKind::Password value=typed.secret autocomplete="new-password" />
        </Field>
        <Field label=ts!("field-vault_address") name="vault_address" error=error_of("vault_address")>
            <TextInput name="vault_address" value=typed.address autocomplete="off" />
        </Field>
        <Field label=ts!("field-vault_note") name="vault_note" error=error_of("vault_note")>
            <TextArea name="vault_note" value=typed.note rows=2 />
        </Field>
        <Fieldset legend=ts!("field-vault_roles") hint=who error=error_of("vault_roles")>
            {typed.roles.get_value().into_iter().map(role).collect_view()}
        </Fieldset>
    }
}
