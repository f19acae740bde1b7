//! The people at a customer: who they are, how they are reached, what they may see.

mod access;
mod editor;
mod line;
mod portal_fields;

use kernel::{ContactId, t, ts, use_me};
use leptos::prelude::*;
use ui::{Button, Card, IconName, Size};

use super::state::{CustomerState, titled};
use crate::{Contact, Customer};
use editor::{ContactEditor, NewContactForm};
use line::ContactLine;
pub(super) use portal_fields::{GreetingFields, Greets};

/// The people at a customer, a form for one more, and the form of the one that is being changed.
#[component]
pub(super) fn ContactsCard(state: CustomerState) -> impl IntoView {
    let (adding, editing) = (RwSignal::new(false), RwSignal::new(None::<ContactId>));
    let may_edit = Customer::can_edit(&use_me().actor).is_ok();
    let actions = move || {
        view! {
            <Show when=move || may_edit && !adding.get()>
                <Button label=ts!("customer-contact-add") size=Size::Small icon=IconName::UserPlus on_press=move |()| adding.set(true) />
            </Show>
        }
    };
    // A row that is being typed in stays as it is, whatever others do to its contact: what is typed is stored over what it
    // was made of, and asks if need be.
    let line = move |first: Contact| {
        let id = first.id;
        let find = move |all: &Vec<Contact>| all.iter().find(|contact| contact.id == id).cloned();
        let contact = Memo::new(move |_| state.contacts.with(find).unwrap_or_else(|| first.clone()));
        let is_edited = Memo::new(move |_| editing.get() == Some(id));
        move || match is_edited.get() {
            true => {
                let contact = contact.get_untracked();
                view! { <ContactEditor state=state contact=contact editing=editing /> }.into_any()
            }
            false => view! { <ContactLine state=state contact=contact.get() editing=editing /> }.into_any(),
        }
    };
    view! {
        <Card title=titled(ts!("customer-contacts")) actions=actions>
            <Show when=move || adding.get()>
                <NewContactForm state=state adding=adding />
            </Show>
            <Show
                when=move || state.contacts.with(|contacts| !contacts.is_empty())
                fallback=|| view! { <p class="customers__none">{t!("customer-contacts-none")}</p> }
            >
                <ul class="customers__contacts" role="list">
                    <For each=move || state.contacts.get() key=|contact| contact.id let:contact>
                        {line(contact)}
                    </For>
                </ul>
            </Show>
        </Card>
    }
}
