//! What staff do about a contact's access to the portal.

use kernel::{ContactId, I18n, Problems, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use staff::pages::{Attempt, SettingsForm};
use ui::{Dialog, DialogSize, Field, IconName, InputKind, MenuItem, TextInput, Toast, Toasts};

use crate::{Contact, send_contact_link, set_contact_password};

/// What can be done, and what opens for it. A copyable handle.
#[derive(Clone, Copy)]
pub(super) struct Access {
    id: ContactId,
    name: StoredValue<String>,
    may_sign_in: bool,
    asking: RwSignal<bool>,
    i18n: I18n,
    toasts: Toasts,
    problems: Problems,
}

impl Access {
    pub(super) fn of(contact: &Contact) -> Self {
        let person = &contact.person;
        Self {
            id: contact.id,
            name: StoredValue::new(person.name()),
            may_sign_in: person.has_portal && person.is_active,
            asking: RwSignal::new(false),
            i18n: use_i18n(),
            toasts: Toasts::here(),
            problems: use_problems(),
        }
    }

    fn form(self) -> String {
        format!("view-contact-{}", self.id)
    }

    fn told(self, key: &str) {
        let text = self.i18n.text(key, &[("name", self.name.get_value().into())]);
        self.toasts.show(Toast::positive(text));
    }

    fn send(self) {
        spawn_local(async move {
            match send_contact_link(self.id).await {
                Ok(()) => self.told("contact-link-sent"),
                Err(error) => self.problems.report(error),
            }
        });
    }

    /// The entries of the contact's menu.
    pub(super) fn items(self, locked: Option<&String>) -> Vec<MenuItem> {
        let word = |key: &str| self.i18n.text(key, &[]);
        let none = (!self.may_sign_in).then(|| word("contact-no-login"));
        let because = locked.cloned().or(none);
        let form = self.form();
        let link = MenuItem::run(word("contact-send-link"), move || self.send()).icon(IconName::Mail);
        let password = MenuItem::run(word("contact-set-password"), move || self.asking.set(true));
        let view = MenuItem::run(word("contact-view-as"), move || ui::submit_form(&form));
        [link.starts_group(), password.icon(IconName::Key), view.icon(IconName::Eye)]
            .into_iter()
            .map(|item| item.disabled_because(because.clone()))
            .collect()
    }
}

/// What the entries open.
#[component]
pub(super) fn AccessParts(access: Access) -> impl IntoView {
    let title = Signal::derive(move || {
        access.i18n.text("contact-password-of", &[("name", access.name.get_value().into())])
    });
    let id = access.id;
    let action = format!("/view-as/contact/{id}");
    view! {
        <form id=access.form() method="post" action=action hidden></form>
        <Dialog id=format!("contact-password-{id}") title=title close_label=ts!("customer-close") open=access.asking size=DialogSize::Small>
            {move || view! { <PasswordForm access=access /> }}
        </Dialog>
    }
}

#[component]
fn PasswordForm(access: Access) -> impl IntoView {
    let (attempt, password) = (Attempt::in_form(), RwSignal::new(String::new()));
    let send = move |()| {
        attempt.run(set_contact_password(access.id, password.get_untracked()), move |()| {
            access.asking.set(false);
            access.told("contact-password-set");
        });
    };
    view! {
        <SettingsForm attempt=attempt label=ts!("customer-save") on_send=send>
            <Field label=ts!("contact-password") name="password" id=format!("password-of-{}", access.id) hint=ts!("contact-password-set-hint") error=attempt.problems().of("password") required=true>
                <TextInput name="password" kind=InputKind::Password value=password autocomplete="new-password" max_length=200 />
            </Field>
        </SettingsForm>
    }
}
