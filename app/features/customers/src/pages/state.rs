use std::sync::Arc;

use kernel::{CustomerId, Error, Problems, RecordRef, TimelineId, use_live, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::{Contact, Customer, CustomerDetails, Dictionaries, get_customer};

/// The customer of a page, kept as the server has it. A copyable handle.
#[derive(Clone, Copy)]
pub(super) struct CustomerState {
    /// The customer as it is shown.
    pub customer: RwSignal<Customer>,
    /// Its contacts, the primary one first.
    pub contacts: RwSignal<Vec<Contact>>,
    /// How many sites it has.
    pub sites: RwSignal<i64>,
    /// Whether its profile is being typed; what others do is shown when that is over.
    pub is_editing: RwSignal<bool>,
    words: StoredValue<Arc<Dictionaries>>,
    problems: Problems,
}

/// The title of a card, out of a text.
pub(super) fn titled(title: Signal<String>) -> Signal<Option<String>> {
    Signal::derive(move || Some(title.get()))
}

impl CustomerState {
    /// For a customer that has arrived; follows the feed from here on.
    pub fn new(details: CustomerDetails, words: Arc<Dictionaries>) -> Self {
        let state = Self {
            customer: RwSignal::new(details.customer),
            contacts: RwSignal::new(details.contacts),
            sites: RwSignal::new(details.sites),
            is_editing: RwSignal::new(false),
            words: StoredValue::new(words),
            problems: use_problems(),
        };
        state.follow();
        state
    }

    /// The customer whose page this is a part of.
    pub fn here() -> Option<Self> {
        use_context()
    }

    /// The customer as a record with its timeline, and whether the person may only look.
    pub fn opened(self) -> (RecordRef, TimelineId, Signal<bool>) {
        let locked = Signal::stored(Customer::can_edit(&use_me().actor).is_err());
        self.customer.with_untracked(|customer| (customer.record(), customer.timeline_id, locked))
    }

    /// The words that customers are described with.
    pub fn dictionaries(self) -> Arc<Dictionaries> {
        self.words.get_value()
    }

    /// Takes a customer as it came back from the server.
    pub fn take(self, now: Customer) {
        self.customer.update(|customer| {
            if now.id == customer.id && now.version >= customer.version {
                *customer = now;
            }
        });
    }

    /// Puts a contact in as it came back from the server, unless the feed was quicker.
    pub fn put(self, contact: Contact) {
        self.contacts.update(|contacts| match contacts.iter_mut().find(|known| known.id == contact.id) {
            Some(known) if known.version <= contact.version => {
                // A change of fields brings no picture along.
                *known = Contact { picture: known.picture, ..contact };
            }
            Some(_) => {}
            None => contacts.push(contact),
        });
    }

    /// Fetches the customer anew.
    pub fn again(self) {
        self.fetch(self.customer.with_untracked(|customer| customer.id));
    }

    fn fetch(self, id: CustomerId) {
        spawn_local(async move {
            match get_customer(id).await {
                Ok(fresh) => {
                    let _gone = self.contacts.try_set(fresh.contacts);
                    let _gone = self.sites.try_set(fresh.sites);
                    self.take(fresh.customer);
                }
                Err(Error::Unreachable) => {}
                Err(error) => self.problems.report(error),
            }
        });
    }

    /// Keeps the page as others leave the customer; what is typed here stays.
    fn follow(self) {
        let live = use_live();
        let (id, record, line) = self.customer.with_untracked(|one| (one.id, one.record(), one.timeline_id));
        let again = move || self.fetch(id);
        live.on_event(move |event| {
            let is_own = ["customer.", "contact.", "tag."].iter().any(|area| event.kind.starts_with(area));
            // One that was deleted says so in the toast of who deleted it; there is nothing to fetch.
            let is_here = event.record == record && is_own && event.kind != "customer.deleted";
            // The lead that the customer came from has the same tags; contacts with their pictures and sites have the same
            // history.
            let is_shared =
                ["tag.", "contact.", "picture.", "site."].iter().any(|area| event.kind.starts_with(area));
            if is_here || (is_shared && event.timeline_id == Some(line)) {
                again();
            }
        });
        live.on_catch_up(again);
    }
}
