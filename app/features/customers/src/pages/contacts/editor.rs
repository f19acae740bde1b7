use std::sync::Arc;

use fields::{Clashing, Draft, Edit, Shown, Typed};
use kernel::{ContactId, Error, Problems, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use records::Guard;
use ui::{Button, ButtonKind, FormActions, FormErrors, FormStack, Toasts, Tone};

use super::portal_fields::{Greets, PortalFields};
use crate::pages::fields::{PersonFields, contact_vocabulary};
use crate::pages::profile::ClashDialog;
use crate::pages::state::CustomerState;
use crate::{Contact, Person, PortalRules, add_contact, contact, edit_contact};

/// The form for one more person.
#[component]
pub(super) fn NewContactForm(state: CustomerState, adding: RwSignal<bool>) -> impl IntoView {
    let (i18n, problems, toasts) = (use_i18n(), use_problems(), Toasts::here());
    let customer = state.customer.with_untracked(|customer| customer.id);
    let rules = state.dictionaries().portal.clone();
    let start = StoredValue::new(rules.person());
    let draft = Draft::new(contact::FIELDS, &[], &start.get_value());
    let (busy, greets) = (RwSignal::new(false), Greets::new());
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
            match add_contact(customer, person, greets.read()).await {
                Ok(contact) => {
                    state.put(contact);
                    toasts.show(ui::Toast::positive(i18n.text("customer-contact-added", &[])));
                    adding.set(false);
                }
                Err(error @ Error::Invalid(_)) => {
                    greets.problem.set(error.problem_of("password").map(|text| i18n.render(text)));
                    draft.error.set(Some(error));
                }
                Err(error) => problems.report(error),
            }
            busy.set(false);
        });
    };
    let cancel = Callback::new(move |()| adding.set(false));
    let dirty = Signal::derive(move || !busy.get() && start.with_value(|start| draft.differs_from(start)));
    view! { <Form draft=draft rules=rules greets=Some(greets) busy=busy dirty=dirty save=Arc::new(save) cancel=cancel prefix="contact" /> }
}

/// The form of a person who is there. What was typed stays until it is stored or given up; where somebody else was
/// quicker, one is asked.
#[component]
pub(super) fn ContactEditor(
    state: CustomerState,
    contact: Contact,
    editing: RwSignal<Option<ContactId>>,
) -> impl IntoView {
    let (i18n, draft) = (use_i18n(), Draft::new(contact::FIELDS, &[], &contact.person));
    let (id, base) = (contact.id, StoredValue::new(contact.person));
    let busy = RwSignal::new(false);
    let dirty = Signal::derive(move || !busy.get() && base.with_value(|base| draft.differs_from(base)));
    let clashing = RwSignal::new(None::<Clashing>);
    let saving = Saving { state, draft, busy, clashing, problems: use_problems(), id, editing };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match untrack(|| draft.read::<Person>()).and_then(Person::checked) {
            Err(error) => draft.error.set(Some(error)),
            Ok(typed) => saving.send(base.with_value(|base| Edit::between(base, &typed))),
        }
    };
    let words = Arc::new(contact_vocabulary(i18n));
    let shown = StoredValue::new(Shown::of(i18n, contact::FIELDS, Vec::new(), words));
    let cancel = Callback::new(move |()| editing.set(None));
    view! {
        <li>
            <Form draft=draft rules=state.dictionaries().portal.clone() greets=None busy=busy dirty=dirty save=Arc::new(save) cancel=cancel prefix="person" />
            <ClashDialog clashing=clashing shown=shown id="contact-clash" />
        </li>
    }
}

/// What is typed, the buttons, and the question before it is left.
#[component]
fn Form(
    draft: Draft,
    rules: PortalRules,
    greets: Option<Greets>,
    busy: RwSignal<bool>,
    dirty: Signal<bool>,
    save: Arc<dyn Fn(leptos::ev::SubmitEvent) + Send + Sync>,
    cancel: Callback<()>,
    prefix: &'static str,
) -> impl IntoView {
    view! {
        <form class="customers__form customers__form--inside" novalidate=true on:submit=move |event| save(event)>
            <FormStack>
                <FormErrors id=format!("{prefix}-errors") title=ts!("form-check") errors=draft.problems(prefix) />
                <PersonFields draft=draft required=true prefix=prefix />
                {match greets {
                    Some(greets) => view! { <PortalFields draft=draft rules=rules prefix=prefix greets=greets /> }.into_any(),
                    None => view! { <PortalFields draft=draft rules=rules prefix=prefix /> }.into_any(),
                }}
            </FormStack>
            <FormActions>
                <Button label=ts!("customer-save") tone=Tone::Primary kind=ButtonKind::Submit busy=busy />
                <Button label=ts!("customer-cancel") on_press=move |()| cancel.run(()) />
            </FormActions>
            <Guard id=format!("{prefix}-guard") dirty=dirty />
        </form>
    }
}

/// A form that is being stored. A copyable handle.
#[derive(Clone, Copy)]
struct Saving {
    state: CustomerState,
    draft: Draft,
    busy: RwSignal<bool>,
    clashing: RwSignal<Option<Clashing>>,
    problems: Problems,
    id: ContactId,
    editing: RwSignal<Option<ContactId>>,
}

impl Saving {
    fn send(self, edit: Edit) {
        if edit.to.0.is_empty() {
            return self.editing.set(None);
        }
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            match edit_contact(self.id, edit.clone()).await {
                Ok(contact) => {
                    // The form goes first: what was stored is no text that could be lost.
                    self.editing.set(None);
                    self.state.put(contact);
                }
                Err(error @ Error::Invalid(_)) => self.draft.error.set(Some(error)),
                Err(error) => match Clashing::of(&error, &edit, move |(_, edit)| self.send(edit)) {
                    Some(clashing) => self.clashing.set(Some(clashing)),
                    None => self.problems.report(error),
                },
            }
            self.busy.set(false);
        });
    }
}
