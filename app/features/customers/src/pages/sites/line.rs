use std::sync::Arc;

use fields::{CustomField, Facts, FieldType, Vocabulary, shown_value};
use kernel::{Error, I18n, t, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Map, Value as Json};
use ui::{Icon, IconName, Menu, MenuItem, Toast, Toasts};

use super::dialog::Wanted;
use crate::pages::address::address_line;
use crate::pages::state::CustomerState;
use crate::{Customer, Place, Site, delete_site, restore_site};

/// A site with its address, whom to turn to there, and what can be done.
#[component]
pub(super) fn SiteLine(
    state: CustomerState,
    site: Site,
    fields: StoredValue<Vec<CustomField>>,
    wanted: RwSignal<Option<Wanted>>,
    again: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let Site { id, place, contact, .. } = site.clone();
    let label = i18n.text("site-actions", &[("name", place.name.as_str().into())]);
    let items = actions(i18n, site, wanted, again);
    let Place { street, postcode, city, region, country, .. } = &place;
    let parts = [street, postcode, city, region, country].map(Option::as_ref);
    let address = address_line(i18n, parts);
    let added = added(state, &place, &fields.get_value());
    view! {
        <li class="customers__contact">
            <span class="customers__site-icon"><Icon name=IconName::Pin /></span>
            <div class="customers__person">
                <p class="customers__person-name"><bdi>{place.name}</bdi></p>
                {(!address.is_empty()).then(|| view! { <p class="customers__position"><bdi>{address}</bdi></p> })}
                <p class="customers__ways">
                    {contact.map(|name| view! { <span class="customers__site-contact"><Icon name=IconName::User size=ui::IconSize::Small /> <bdi>{name}</bdi></span> })}
                    {place.phone.map(|phone| shown_value(FieldType::Phone, phone))}
                    {place.email.map(|email| shown_value(FieldType::Email, email))}
                </p>
                {added}
                {place.access_notes.map(|notes| view! {
                    <details class="customers__access">
                        <summary>{t!("field-access_notes")}</summary>
                        <p class="customers__notes"><bdi>{notes}</bdi></p>
                    </details>
                })}
            </div>
            <div class="customers__contact-menu">
                <Menu id=format!("site-{id}") label=label items=items align_end=true />
            </div>
        </li>
    }
}

/// What the fields hold that the organisation added; nothing where they are empty.
fn added(state: CustomerState, place: &Place, fields: &[CustomField]) -> Option<AnyView> {
    if place.custom.is_empty() {
        return None;
    }
    let staff = state.dictionaries().staff.clone();
    let words = Arc::new(Vocabulary { staff, ..Vocabulary::default() });
    let values: Map<String, Json> =
        place.custom.iter().map(|(key, json)| (key.to_string(), json.clone())).collect();
    Some(
        view! { <Facts own=&[] added=fields.to_vec() values=Signal::stored(values) words=words /> }
            .into_any(),
    )
}

fn actions(
    i18n: I18n,
    site: Site,
    wanted: RwSignal<Option<Wanted>>,
    again: Callback<()>,
) -> Signal<Vec<MenuItem>> {
    let (me, problems, toasts) = (use_me(), use_problems(), Toasts::here());
    let why = |refused: Option<Error>| refused.map(|reason| i18n.render(&reason.text()));
    let (edits, deletes) =
        (why(Customer::can_edit(&me.actor).err()), why(Customer::can_delete(&me.actor).err()));
    let (id, name) = (site.id, site.place.name.clone());
    let back = move || {
        spawn_local(async move {
            match restore_site(id).await {
                Ok(()) => again.run(()),
                Err(error) => problems.report(error),
            }
        });
    };
    let remove = move || {
        let name = name.clone();
        spawn_local(async move {
            match delete_site(id).await {
                Ok(()) => {
                    let toast = Toast::neutral(i18n.text("site-removed", &[("name", name.into())]));
                    toasts.show(toast.action(i18n.text("record-undo", &[]), back));
                    again.run(());
                }
                Err(error) => problems.report(error),
            }
        });
    };
    let site = StoredValue::new(site);
    Signal::derive(move || {
        let text = |key| i18n.text(key, &[]);
        let change = move || wanted.set(Some(Wanted::One(Box::new(site.get_value()))));
        let edit = MenuItem::run(text("customer-edit"), change).icon(IconName::Pencil);
        let remove = MenuItem::run(text("site-remove"), remove.clone()).icon(IconName::Trash).danger();
        vec![edit.disabled_because(edits.clone()), remove.starts_group().disabled_because(deletes.clone())]
    })
}
