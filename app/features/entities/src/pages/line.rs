use std::sync::Arc;

use customers::Customer;
use fields::{CustomField, Facts, Vocabulary};
use kernel::{Error, I18n, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Map, Value as Json};
use staff::StaffName;
use ui::{Icon, IconName, Menu, MenuItem, Toast, Toasts};

use super::dialog::Wanted;
use super::fields::CompanyLines;
use crate::{Entity, OwnName, Profile, delete_entity, restore_entity};

/// A legal entity with its numbers, its bank, who bills it, and what can be done.
#[component]
pub(super) fn EntityLine(
    entity: Entity,
    own: Vec<OwnName>,
    fields: Vec<CustomField>,
    staff: Vec<StaffName>,
    wanted: RwSignal<Option<Wanted>>,
    again: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (id, name) = (entity.id, entity.name().to_owned());
    let label = i18n.text("entity-actions", &[("name", name.as_str().into())]);
    let (billed, added) = (billed(&entity.profile, &own), added(&entity.profile, fields, staff));
    let company = entity.profile.company.clone();
    let items = actions(i18n, entity, wanted, again);
    let billed = billed.map(|(key, name)| {
        let text = move || i18n.text(key, &[("name", name.as_str().into())]);
        view! { <p class="entities__billed">{text}</p> }
    });
    view! {
        <li class="entities__line">
            <span class="entities__icon"><Icon name=IconName::Building /></span>
            <div class="entities__about">
                <p class="entities__name"><bdi>{name}</bdi></p>
                <CompanyLines company=company />
                {billed}
                {added}
            </div>
            <div class="entities__menu">
                <Menu id=format!("entity-{id}") label=label items=items align_end=true />
            </div>
        </li>
    }
}

/// Who bills it, and whether that was said or is so because nothing was; nothing while the organisation has entered none
/// of its own.
fn billed(profile: &Profile, own: &[OwnName]) -> Option<(&'static str, String)> {
    let chosen = own.iter().find(|one| Some(one.id) == profile.billed_by_id);
    let usual =
        || own.iter().find(|one| one.is_default).map(|one| ("entity-billed-default", one.name.clone()));
    chosen.map(|one| ("entity-billed", one.name.clone())).or_else(usual)
}

/// What the fields hold that the organisation added; nothing where they are empty.
fn added(profile: &Profile, fields: Vec<CustomField>, staff: Vec<StaffName>) -> Option<AnyView> {
    if profile.custom.is_empty() {
        return None;
    }
    let words = Arc::new(Vocabulary { staff, ..Vocabulary::default() });
    let values: Map<String, Json> =
        profile.custom.iter().map(|(key, json)| (key.to_string(), json.clone())).collect();
    Some(view! { <Facts own=&[] added=fields values=Signal::stored(values) words=words /> }.into_any())
}

fn actions(
    i18n: I18n,
    entity: Entity,
    wanted: RwSignal<Option<Wanted>>,
    again: Callback<()>,
) -> Signal<Vec<MenuItem>> {
    let (me, problems, toasts) = (use_me(), use_problems(), Toasts::here());
    let why = |refused: Option<Error>| refused.map(|reason| i18n.render(&reason.text()));
    let (edits, deletes) =
        (why(Customer::can_edit(&me.actor).err()), why(Customer::can_delete(&me.actor).err()));
    let (id, name) = (entity.id, entity.name().to_owned());
    let back = move || {
        spawn_local(async move {
            match restore_entity(id).await {
                Ok(()) => again.run(()),
                Err(error) => problems.report(error),
            }
        });
    };
    let remove = move || {
        let name = name.clone();
        spawn_local(async move {
            match delete_entity(id).await {
                Ok(()) => {
                    let toast = Toast::neutral(i18n.text("entity-removed", &[("name", name.into())]));
                    toasts.show(toast.action(i18n.text("record-undo", &[]), back));
                    again.run(());
                }
                Err(error) => problems.report(error),
            }
        });
    };
    let entity = StoredValue::new(entity);
    Signal::derive(move || {
        let text = |key| i18n.text(key, &[]);
        let change = move || wanted.set(Some(Wanted::One(Box::new(entity.get_value()))));
        let edit = MenuItem::run(text("customer-edit"), change).icon(IconName::Pencil);
        let remove = MenuItem::run(text("entity-remove"), remove.clone()).icon(IconName::Trash).danger();
        vec![edit.disabled_because(edits.clone()), remove.starts_group().disabled_because(deletes.clone())]
    })
}
