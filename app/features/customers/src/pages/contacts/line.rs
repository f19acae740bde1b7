use fields::{FieldType, shown_value};
use kernel::{ContactId, Error, I18n, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use records::SmallPictureField;
use ui::{Badge, IconName, Meaning, Menu, MenuItem, Toast, Toasts};

use super::access::{Access, AccessParts};
use crate::pages::state::CustomerState;
use crate::{Contact, Customer, delete_contact, make_contact_primary, restore_contact};

/// A person with the ways to reach them, and what can be done.
#[component]
pub(super) fn ContactLine(
    state: CustomerState,
    contact: Contact,
    editing: RwSignal<Option<ContactId>>,
) -> impl IntoView {
    let (record, locked) = (contact.record(), Customer::can_edit(&use_me().actor).is_err());
    let access = Access::of(&contact);
    let Contact { id, person, is_primary, picture, .. } = contact;
    let (i18n, name) = (use_i18n(), person.name());
    let label = i18n.text("contact-actions", &[("name", name.clone().into())]);
    let items = actions(i18n, state, access, (id, name.clone(), is_primary), editing);
    let (is_active, has_portal) = (person.is_active, person.has_portal);
    view! {
        <li class="customers__contact">
            <SmallPictureField record=record name=name.clone() picture=picture locked=locked />
            <div class="customers__person">
                <p class="customers__person-name">
                    <bdi>{name}</bdi>
                    {is_primary.then(|| view! { " " <Badge text=ts!("customer-contact-primary") meaning=Meaning::Accent /> })}
                    {has_portal.then(|| view! { " " <Badge text=ts!("contact-portal") /> })}
                    {(!is_active).then(|| view! { " " <Badge text=ts!("customer-inactive") /> })}
                </p>
                {person.position.map(|position| view! { <p class="customers__position"><bdi>{position}</bdi></p> })}
                <p class="customers__ways">
                    {person.email.map(|email| shown_value(FieldType::Email, email))}
                    {person.phone.map(|phone| shown_value(FieldType::Phone, phone))}
                    {person.mobile.map(|mobile| shown_value(FieldType::Phone, mobile))}
                </p>
            </div>
            <div class="customers__contact-menu">
                <Menu id=format!("contact-{id}") label=label items=items align_end=true />
                <AccessParts access=access />
            </div>
        </li>
    }
}

fn actions(
    i18n: I18n,
    state: CustomerState,
    access: Access,
    (id, name, is_primary): (ContactId, String, bool),
    editing: RwSignal<Option<ContactId>>,
) -> Signal<Vec<MenuItem>> {
    let (me, problems, toasts) = (use_me(), use_problems(), Toasts::here());
    let why = |refused: Option<Error>| refused.map(|reason| i18n.render(&reason.text()));
    let (edits, deletes) =
        (why(Customer::can_edit(&me.actor).err()), why(Customer::can_delete(&me.actor).err()));
    let name_primary = move || {
        spawn_local(async move {
            match make_contact_primary(id).await {
                Ok(()) => state.again(),
                Err(error) => problems.report(error),
            }
        });
    };
    let back = move || {
        spawn_local(async move {
            match restore_contact(id).await {
                Ok(()) => state.again(),
                Err(error) => problems.report(error),
            }
        });
    };
    let remove = move || {
        let name = name.clone();
        spawn_local(async move {
            match delete_contact(id).await {
                Ok(()) => {
                    let toast = Toast::neutral(i18n.text("contact-removed", &[("name", name.into())]));
                    toasts.show(toast.action(i18n.text("record-undo", &[]), back));
                    state.again();
                }
                Err(error) => problems.report(error),
            }
        });
    };
    Signal::derive(move || {
        let text = |key| i18n.text(key, &[]);
        let edit = MenuItem::run(text("customer-edit"), move || editing.set(Some(id))).icon(IconName::Pencil);
        let primary = MenuItem::run(text("contact-make-primary"), name_primary).icon(IconName::Star);
        let remove = MenuItem::run(text("contact-remove"), remove.clone()).icon(IconName::Trash).danger();
        let primary = (!is_primary).then(|| primary.disabled_because(edits.clone()));
        let card = MenuItem::download(text("contact-card"), format!("/contacts/{id}/card.vcf"));
        let first = [edit.disabled_because(edits.clone()), card.icon(IconName::Download)];
        let portal = access.items(edits.as_ref());
        first
            .into_iter()
            .chain(primary)
            .chain(portal)
            .chain([remove.starts_group().disabled_because(deletes.clone())])
            .collect()
    })
}
