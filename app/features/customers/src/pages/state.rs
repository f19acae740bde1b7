use std::sync::Arc;

use kernel::{Error, use_live, use_problems};
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
    /// Whether its profile is being typed; what others do is shown when that is over.
    pub is_editing: RwSignal<bool>,
    words: StoredValue<Arc<Dictionaries>>,
}

impl CustomerState {
    /// For a customer that has arrived; follows the feed from here on.
    pub fn new(details: CustomerDetails, words: Arc<Dictionaries>) -> Self {
        let state = Self {
            customer: RwSignal::new(details.customer),
            contacts: RwSignal::new(details.contacts),
            is_editing: RwSignal::new(false),
            words: StoredValue::new(words),
        };
        state.follow();
        state
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

    /// Keeps the page as others leave the customer; what is typed here stays.
    fn follow(self) {
        let (live, problems) = (use_live(), use_problems());
        let (id, record, line) = self.customer.with_untracked(|one| (one.id, one.record(), one.timeline_id));
        let again = move || {
            spawn_local(async move {
                match get_customer(id).await {
                    Ok(fresh) => {
                        let _gone = self.contacts.try_set(fresh.contacts);
                        self.take(fresh.customer);
                    }
                    Err(Error::Unreachable) => {}
                    Err(error) => problems.report(error),
                }
            });
        };
        live.on_event(move |event| {
            let is_own = ["customer.", "contact.", "tag."].iter().any(|area| event.kind.starts_with(area));
            // One that was deleted says so in the toast of who deleted it; there is nothing to fetch.
            let is_here = event.record == record && is_own && event.kind != "customer.deleted";
            // The lead that the customer came from has the same tags; its people have pictures of their own.
            let is_shared = event.timeline_id == Some(line)
                && ["tag.", "picture."].iter().any(|area| event.kind.starts_with(area));
            if is_here || is_shared {
                again();
            }
        });
        live.on_catch_up(again);
    }
}
