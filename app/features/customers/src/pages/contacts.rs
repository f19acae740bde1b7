//! The people at a customer: who they are, how they are reached, what they may see.

mod editor;
mod line;

use kernel::{ContactId, t, ts, use_me};
use leptos::prelude::*;
use ui::{Button, Card, IconName, Size};

use super::state::{CustomerState, titled};
use crate::{Contact, Customer};
use editor::{ContactEditor, NewContactForm};
use line::ContactLine;

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
    let line =
        move |contact: Contact| {
            let id = contact.id;
            let is_edited = Memo::new(move |_| editing.get() == Some(id));
            let contact = StoredValue::new(contact);
            move || match is_edited.get() {
                true => view! { <ContactEditor state=state contact=contact.get_value() editing=editing /> }
                    .into_any(),
                false => view! { <ContactLine state=state contact=contact.get_value() editing=editing /> }
                    .into_any(),
            }
        };
    // A row that is being typed in stays as it is; it is stored over what it was made of, and asks if need be.
    let key = move |contact: &Contact| match editing.get_untracked() == Some(contact.id) {
        true => (contact.id, 0, false),
        false => (contact.id, contact.version, contact.is_primary),
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
                    <For each=move || state.contacts.get() key=key let:contact>
                        {line(contact)}
                    </For>
                </ul>
            </Show>
        </Card>
    }
}
