use kernel::{Error, t, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Avatar, Badge, Button, ButtonKind, Card, FormActions, IconName, Meaning, Size, Tone};

use super::fields::{PersonFields, keep};
use super::typed::TypedPerson;
use crate::{Contact, Customer, CustomerDetails, add_contact};

/// The people at a customer, and a form for one more.
#[component]
pub(super) fn ContactsCard(details: RwSignal<CustomerDetails>) -> impl IntoView {
    let adding = RwSignal::new(false);
    let may_edit = Customer::can_edit(&use_me().actor).is_ok();
    let actions = move || {
        view! {
            <Show when=move || may_edit && !adding.get()>
                <Button label=ts!("customer-contact-add") size=Size::Small icon=IconName::UserPlus on_press=move |()| adding.set(true) />
            </Show>
        }
    };
    let title = ts!("customer-contacts");
    let contacts = move || details.with(|details| details.contacts.clone());
    view! {
        <Card title=Signal::derive(move || Some(title.get())) actions=actions>
            <Show
                when=move || details.with(|details| !details.contacts.is_empty())
                fallback=|| view! { <p class="customers__none">{t!("customer-contacts-none")}</p> }
            >
                <ul class="customers__contacts" role="list">
                    <For each=contacts key=|contact| (contact.id, contact.version) let:contact>
                        <ContactLine contact=contact />
                    </For>
                </ul>
            </Show>
            <Show when=move || adding.get()>
                <ContactForm details=details adding=adding />
            </Show>
        </Card>
    }
}

#[component]
fn ContactLine(contact: Contact) -> impl IntoView {
    let (person, is_primary) = (contact.person, contact.is_primary);
    let name = person.name();
    view! {
        <li class="customers__contact">
            <Avatar name=name.clone() seed=contact.id.to_string() name_shown_beside=true />
            <div class="customers__person">
                <p class="customers__person-name">
                    <bdi>{name}</bdi>
                    {is_primary.then(|| view! { " " <Badge text=ts!("customer-contact-primary") meaning=Meaning::Accent /> })}
                </p>
                {person.position.map(|position| view! { <p class="customers__position"><bdi>{position}</bdi></p> })}
                <p class="customers__ways">
                    {person.email.map(|email| view! { <a href=format!("mailto:{email}")><bdi>{email.clone()}</bdi></a> })}
                    {person
                        .phone
                        .map(|phone| view! { <a href=format!("tel:{}", phone.replace(' ', ""))><bdi dir="ltr">{phone.clone()}</bdi></a> })}
                </p>
            </div>
        </li>
    }
}

#[component]
fn ContactForm(details: RwSignal<CustomerDetails>, adding: RwSignal<bool>) -> impl IntoView {
    let (i18n, problems, toasts) = (use_i18n(), use_problems(), ui::Toasts::here());
    let customer = details.with_untracked(|details| details.customer.id);
    let typed = TypedPerson::new();
    let (error, busy) = (RwSignal::new(None::<Error>), RwSignal::new(false));
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let person = untrack(|| typed.person());
        spawn_local(async move {
            match keep(add_contact(customer, person).await, error) {
                Ok(Some(contact)) => {
                    show(details, contact);
                    toasts.show(ui::Toast::positive(i18n.text("customer-contact-added", &[])));
                    typed.clear();
                    adding.set(false);
                }
                Ok(None) => {}
                Err(other) => problems.report(other),
            }
            busy.set(false);
        });
    };
    view! {
        <form class="customers__form customers__form--inside" novalidate=true on:submit=save>
            <PersonFields typed=typed error=error prefix="" required=true />
            <FormActions>
                <Button label=ts!("customer-save") tone=Tone::Primary kind=ButtonKind::Submit busy=busy />
                <Button label=ts!("customer-cancel") on_press=move |()| adding.set(false) />
            </FormActions>
        </form>
    }
}

/// Puts a new contact into the list, unless the feed was quicker.
fn show(details: RwSignal<CustomerDetails>, contact: Contact) {
    details.update(|details| {
        if !details.contacts.iter().any(|known| known.id == contact.id) {
            details.contacts.push(contact);
        }
    });
}
