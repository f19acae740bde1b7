use kernel::{ts, use_me};
use leptos::prelude::*;
use ui::{Button, EmptyState, IconName, Tone};

mod form;

use super::{LoadProblem, SettingsLayout};
use crate::{Role, list_roles};
use form::RoleForm;

/// The roles, each with its rights as a matrix of checkboxes.
#[component]
pub(super) fn RolesPage() -> impl IntoView {
    let roles = Resource::new(|| (), |()| list_roles());
    let (is_admin, adding) = (use_me().actor.is_admin(), RwSignal::new(false));
    let changed = Callback::new(move |()| {
        adding.set(false);
        roles.refetch();
    });
    let add = move || is_admin.then(|| view! { <AddButton adding /> });
    view! {
        <SettingsLayout title=ts!("role-title") lead=ts!("role-lead") actions=add>
            <div class="settings-stack">
                {move || adding.get().then(|| view! { <RoleForm role=None changed is_admin=true /> })}
                <Transition>
                    {move || Suspend::new(async move {
                        match roles.await {
                            Ok(roles) => view! { <RoleList roles changed is_admin /> }.into_any(),
                            Err(error) => view! { <LoadProblem error /> }.into_any(),
                        }
                    })}
                </Transition>
            </div>
        </SettingsLayout>
    }
}

#[component]
fn AddButton(adding: RwSignal<bool>) -> impl IntoView {
    view! { <Button label=ts!("role-add") icon=IconName::Plus tone=Tone::Primary on_press=move |()| adding.set(true) /> }
}

#[component]
fn RoleList(roles: Vec<Role>, changed: Callback<()>, is_admin: bool) -> impl IntoView {
    if roles.is_empty() {
        let empty =
            view! { <EmptyState icon=IconName::Shield title=ts!("role-none") text=ts!("role-lead") /> };
        return empty.into_any();
    }
    let form = move |role: Role| view! { <RoleForm role=Some(role) changed is_admin /> };
    roles.into_iter().map(form).collect_view().into_any()
}
