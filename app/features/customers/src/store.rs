//! Where customers and their contacts are kept.

mod attached;
mod bulk;
mod contacts;
mod details;
mod documents;
mod kind;
mod known;
mod list;
mod listed;
/// The lists of words that customers are described with.
pub mod lists;
mod row;
mod save;
mod scope;
mod search;
pub mod seed;
mod words;
mod write;

pub use attached::{has_contact, remove_unchanged};
pub use contacts::{add_contact, add_contact_in, contacts_of, find_contact_by_email};
pub use details::{details, dictionaries};
pub use documents::{Documents, has_documents};
pub use list::list;
pub use row::{find, find_in};
pub use save::{
    NewCustomer, create, delete, delete_for_undo, duplicates, edit, insert_in, restore, tell, update,
};
pub use search::{find_hits, search};

use kernel::Parts;

/// How customers and their contacts are opened by those who put notes, files and pictures on them.
pub fn doors() -> Vec<kernel::Door> {
    vec![fields::door::<kind::Customers>(), contacts::door()]
}

/// What other mechanisms ask of customers.
pub fn parts() -> Parts {
    Parts::default()
        .with(fields::part::<kind::Customers>())
        .with(records::StandsOn("select timeline_id from customer"))
        .with(known::part())
        .with(staff::OrganisationHook(lists::hook))
}
