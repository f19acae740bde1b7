use fields::{Draft, FieldType, shown_value};
use kernel::{Error, t, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use records::SmallPictureField;
use ui::{Badge, Button, ButtonKind, Card, FormActions, FormStack, IconName, Meaning, Size, Tone};

use super::fields::PersonFields;
use super::state::CustomerState;
use crate::{Contact, Customer, Person, add_contact, contact};

/// The people at a customer, and a form for one more.
#[component]
pub(super) fn ContactsCard(state: CustomerState) -> impl IntoView {
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
    view! {
        <Card title=Signal::derive(move || Some(title.get())) actions=actions>
            <Show
                when=move || state.contacts.with(|contacts| !contacts.is_empty())
                fallback=|| view! { <p class="customers__none">{t!("customer-contacts-none")}</p> }
            >
                <ul class="customers__contacts" role="list">
                    <For each=move || state.contacts.get() key=|contact| (contact.id, contact.version, contact.is_primary, contact.picture) let:contact>
                        <ContactLine contact=contact may_edit=may_edit />
                    </For>
                </ul>
            </Show>
            <Show when=move || adding.get()>
                <ContactForm state=state adding=adding />
            </Show>
        </Card>
    }
}

#[component]
fn ContactLine(contact: Contact, may_edit: bool) -> impl IntoView {
    let (record, picture) = (contact.record(), contact.picture);
    let (person, is_primary) = (contact.person, contact.is_primary);
    let name = person.name();
    view! {
        <li class="customers__contact">
            <SmallPictureField record=record name=name.clone() picture=picture locked=!may_edit />
            <div class="customers__person">
                <p class="customers__person-name">
                    <bdi>{name}</bdi>
                    {is_primary.then(|| view! { " " <Badge text=ts!("customer-contact-primary") meaning=Meaning::Accent /> })}
                </p>
                {person.position.map(|position| view! { <p class="customers__position"><bdi>{position}</bdi></p> })}
                <p class="customers__ways">
                    {person.email.map(|email| shown_value(FieldType::Email, email))}
                    {person.phone.map(|phone| shown_value(FieldType::Phone, phone))}
                </p>
            </div>
        </li>
    }
}

#[component]
fn ContactForm(state: CustomerState, adding: RwSignal<bool>) -> impl IntoView {
    let (i18n, problems, toasts) = (use_i18n(), use_problems(), ui::Toasts::here());
    let customer = state.customer.with_untracked(|customer| customer.id);
    let draft = Draft::new(contact::FIELDS, &[], &Person::default());
    let busy = RwSignal::new(false);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let person = match untrack(|| draft.read::<Person>()) {
            Ok(person) => person,
            Err(error) => return draft.error.set(Some(error)),
        };
        busy.set(true);
        spawn_local(async move {
            match add_contact(customer, person).await {
                Ok(contact) => {
                    show(state, contact);
                    toasts.show(ui::Toast::positive(i18n.text("customer-contact-added", &[])));
                    adding.set(false);
                }
                Err(error @ Error::Invalid(_)) => draft.error.set(Some(error)),
                Err(error) => problems.report(error),
            }
            busy.set(false);
        });
    };
    view! {
        <form class="customers__form customers__form--inside" novalidate=true on:submit=save>
            <FormStack>
                <PersonFields draft=draft required=true prefix="contact" />
            </FormStack>
            <FormActions>
                <Button label=ts!("customer-save") tone=Tone::Primary kind=ButtonKind::Submit busy=busy />
                <Button label=ts!("customer-cancel") on_press=move |()| adding.set(false) />
            </FormActions>
        </form>
    }
}

/// Puts a new contact into the list, unless the feed was quicker.
fn show(state: CustomerState, contact: Contact) {
    state.contacts.update(|contacts| {
        if !contacts.iter().any(|known| known.id == contact.id) {
            contacts.push(contact);
        }
    });
}
