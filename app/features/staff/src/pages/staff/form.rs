use kernel::{RoleId, t, ts, use_i18n};
use leptos::prelude::*;
use ui::{
    Button, ButtonKind, Checkbox, Choice, Dialog, DialogBody, DialogFooter, Field, FormStack, InputKind,
    Select, TextInput, Toast, Toasts, Tone,
};

use crate::pages::Attempt;
use crate::{Member, MemberChange, Role, add_staff, change_staff};

/// Who the form is about.
#[derive(Clone, PartialEq)]
pub(super) enum Editing {
    /// Somebody new.
    New,
    /// Somebody who is here.
    Member(Member),
}

/// The dialog in which a person is added or changed.
#[component]
pub(super) fn StaffForm(
    editing: RwSignal<Option<Editing>>,
    roles: Vec<Role>,
    changed: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(editing.with(Option::is_some)));
    let title = Signal::derive(move || match editing.get() {
        Some(Editing::Member(member)) => member.name,
        _ => i18n.text("staff-add", &[]),
    });
    let roles = StoredValue::new(roles);
    view! {
        <Dialog
            id="staff-form"
            title=title
            close_label=ts!("staff-close")
            open=open
            on_close=move |()| editing.set(None)
        >
            {move || editing.get().map(|who| view! { <Fields who roles=roles.get_value() changed open /> })}
        </Dialog>
    }
}

#[component]
fn Fields(who: Editing, roles: Vec<Role>, changed: Callback<()>, open: RwSignal<bool>) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::new());
    let problems = attempt.problems();
    let member = match &who {
        Editing::Member(member) => Some(member.clone()),
        Editing::New => None,
    };
    let text = |read: fn(&Member) -> String| RwSignal::new(member.as_ref().map(read).unwrap_or_default());
    let (name, email) = (text(|m| m.name.clone()), text(|m| m.email.clone()));
    let role = text(|m| m.role_id.map(|role| role.to_string()).unwrap_or_default());
    let is_admin = RwSignal::new(member.as_ref().is_some_and(|member| member.is_admin));
    let choices =
        roles.iter().map(|role| Choice::new(role.id.to_string(), role.name.clone())).collect::<Vec<_>>();
    let is_new = member.is_none();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let role_id = role.with_untracked(|role| role.parse::<RoleId>().ok());
        let change = MemberChange {
            name: name.get_untracked(),
            email: email.get_untracked(),
            role_id,
            is_admin: is_admin.get_untracked(),
        };
        let done = move |key: &'static str| {
            toasts.show(Toast::positive(i18n.text(key, &[])));
            open.set(false);
            changed.run(());
        };
        match &member {
            Some(member) => {
                attempt.run(change_staff(member.id, change, member.version), move |_| done("staff-saved"));
            }
            None => attempt.run(add_staff(change, None), move |_| done("staff-added")),
        }
    };
    view! {
        <form class="settings-dialog-form" on:submit=save novalidate=true>
            <DialogBody>
                <FormStack>
                    {is_new.then(|| view! { <p>{t!("staff-add-hint")}</p> })}
                    <Field label=ts!("staff-name") name="name" required=true error=problems.of("name")>
                        <TextInput name="name" value=name autocomplete="off" max_length=100 />
                    </Field>
                    <Field label=ts!("sign-in-email") name="email" required=true error=problems.of("email")>
                        <TextInput name="email" kind=InputKind::Email value=email autocomplete="off" max_length=254 />
                    </Field>
                    <Field label=ts!("staff-role") name="role_id" error=problems.of("role_id")>
                        <Select name="role_id" value=role choices=choices empty_label=ts!("staff-no-role") />
                    </Field>
                    <Checkbox label=ts!("staff-administrator") name="is_admin" checked=is_admin hint=ts!("staff-administrator-hint") />
                    {(!is_new).then(|| view! { <p class="settings-note">{t!("staff-rights-hint")}</p> })}
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("staff-cancel") on_press=move |()| open.set(false) />
                <Button label=ts!("staff-save") kind=ButtonKind::Submit tone=Tone::Primary busy=attempt.busy() />
            </DialogFooter>
        </form>
    }
}
