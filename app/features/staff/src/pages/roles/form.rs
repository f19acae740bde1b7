use kernel::{Area, Can, Capabilities, t, ts, use_i18n};
use leptos::prelude::*;
use ui::{
    Button, ButtonKind, Checkbox, Field, FormActions, FormStack, IconName, TextInput, Toast, Toasts, Tone,
};

use crate::pages::Attempt;
use crate::role::grantable;
use crate::{Role, add_role, change_role, delete_role};

/// One role, or the one that is being made.
#[component]
pub(super) fn RoleForm(role: Option<Role>, changed: Callback<()>, is_admin: bool) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::new());
    let prefix = role.as_ref().map_or_else(|| "role-new".to_owned(), |role| format!("role-{}", role.id));
    let name = RwSignal::new(role.as_ref().map(|role| role.name.clone()).unwrap_or_default());
    let rights = RwSignal::new(role.as_ref().map_or(Capabilities::NONE, |role| role.capabilities));
    let viewed = role.as_ref().map(|role| role.id);
    let kept = StoredValue::new(role.clone());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (name, chosen) = (name.get_untracked(), rights.get_untracked());
        let saved = move || toasts.show(Toast::positive(i18n.text("role-saved", &[])));
        match kept.get_value() {
            // The other roles are not loaded again: what is being changed there would be lost.
            Some(role) => attempt.run(change_role(role.id, name, chosen, role.version), move |role| {
                rights.set(role.capabilities);
                kept.set_value(Some(role));
                saved();
            }),
            None => attempt.run(add_role(name, chosen), move |_| {
                saved();
                changed.run(());
            }),
        }
    };
    view! {
        <form class="role" on:submit=save novalidate=true>
            <FormStack>
                <Field label=ts!("role-name") name="name" id=format!("{prefix}-name") required=true error=attempt.problems().of("name")>
                    <TextInput name="name" value=name max_length=60 read_only=!is_admin />
                </Field>
                {Area::ALL.map(|area| view! { <AreaRights area rights prefix=prefix.clone() is_admin /> })}
                {is_admin.then(|| view! { <Actions role attempt changed /> })}
            </FormStack>
        </form>
        {viewed.filter(|_| is_admin).map(|id| view! {
            <form id=format!("view-role-{id}") method="post" action=format!("/view-as/role/{id}") hidden></form>
        })}
    }
}

/// The rights of one area, one line of the matrix.
#[component]
fn AreaRights(area: Area, rights: RwSignal<Capabilities>, prefix: String, is_admin: bool) -> impl IntoView {
    let i18n = use_i18n();
    let name = move || i18n.text(&format!("role-area-{}", area.code()), &[]);
    let cell = move |can: Can| {
        let checked = RwSignal::new(rights.get_untracked().has(area, can));
        let label =
            Signal::derive(move || i18n.text(&format!("role-can-{}", can.code().replace('_', "-")), &[]));
        let id = format!("{prefix}-{}-{}", area.code(), can.code());
        // The server adds rights that another one needs.
        Effect::new(move |_| checked.set(rights.get().has(area, can)));
        let choose = move |on: bool| rights.update(|set| *set = changed(*set, area, can, on));
        view! { <Checkbox label=label name=can.code() id=id checked=checked disabled=!is_admin on_change=choose /> }
    };
    view! {
        <fieldset class="role__area">
            // A legend cannot stand in a line with what it names, so the eyes get a name of their own.
            <legend class="visually-hidden">{name}</legend>
            <div class="role__line">
                <span class="role__area-name" aria-hidden="true">{name}</span>
                <div class="role__rights">{grantable(area).iter().copied().map(cell).collect_view()}</div>
            </div>
        </fieldset>
    }
}

fn changed(set: Capabilities, area: Area, can: Can, on: bool) -> Capabilities {
    let others = set.iter().filter(|one| *one != (area, can));
    let without = others.fold(Capabilities::NONE, |set, (area, can)| set.with(area, can));
    if on { without.with(area, can) } else { without }
}

#[component]
fn Actions(role: Option<Role>, attempt: Attempt, changed: Callback<()>) -> impl IntoView {
    let (i18n, toasts) = (use_i18n(), Toasts::here());
    let people = role.as_ref().map_or(0, |role| role.people);
    let in_use = Signal::derive(move || (people > 0).then(|| i18n.text("role-in-use", &[])));
    let delete = move |id| {
        attempt.run(delete_role(id), move |()| {
            toasts.show(Toast::positive(i18n.text("role-deleted", &[])));
            changed.run(());
        });
    };
    view! {
        <FormActions>
            <Button label=ts!("staff-save") kind=ButtonKind::Submit tone=Tone::Primary busy=attempt.busy() />
            {match role {
                Some(role) => {
                    let id = role.id;
                    view! {
                        <Button label=ts!("role-view-as") icon=IconName::Eye on_press=move |()| ui::submit_form(&format!("view-role-{id}")) />
                        <Button label=ts!("role-delete") tone=Tone::Quiet icon=IconName::Trash disabled_because=in_use on_press=move |()| delete(id) />
                        <span class="settings-note">{t!("role-people", count = role.people)}</span>
                    }
                        .into_any()
                }
                None => view! { <Button label=ts!("staff-cancel") on_press=move |()| changed.run(()) /> }.into_any(),
            }}
        </FormActions>
    }
}
