//! Where customers, their contacts and their sites are kept.

mod attached;
mod belonging;
mod bulk;
/// Contacts as cards for address books.
pub mod cards;
mod contact_kind;
mod contact_ops;
mod contact_row;
mod contacts;
mod details;
mod documents;
mod export;
mod import;
mod kind;
mod known;
mod list;
mod listed;
/// The lists of words that customers are described with.
pub mod lists;
mod portal;
mod row;
mod save;
mod scope;
mod search;
pub mod seed;
mod seers;
mod sets;
mod site_kind;
mod site_row;
mod sites;
mod words;
mod write;

pub use attached::{has_contact, remove_unchanged};
pub use belonging::{Belonging, owners};
pub use contact_ops::{
    delete_contact, edit_contact, find_contact, make_primary, restore_contact, update_contact,
};
pub use contacts::{add_contact, add_contact_in, contacts_of, find_contact_by_email};
pub use details::{details, dictionaries};
pub use documents::{Documents, has_documents};
pub use list::{count, count_groups, list};
pub use portal::{invite_contact, send_contact_link, set_contact_password};
pub use row::{find, find_in};
pub use save::{
    NewCustomer, create, delete, delete_for_undo, duplicates, edit, insert_in, restore, tell, update,
};
pub use scope::part_branches;
pub use search::{find_hits, search};
pub use seers::seers;
pub use sets::{apply_set, delete_set, portal_rules, save_set};
pub use sites::{
    add_site, add_site_in, delete_site, edit_site, find_site, list_sites, restore_site, sites_of, update_site,
};

use kernel::{Parts, RecordKind};

/// How customers, their contacts and their sites are opened by those who put notes, files and pictures on them.
pub fn doors() -> Vec<kernel::Door> {
    vec![
        fields::door::<kind::Customers>(),
        fields::door::<contact_kind::Contacts>(),
        fields::door::<site_kind::Sites>(),
    ]
}

/// What other mechanisms ask of customers.
pub fn parts() -> Parts {
    Parts::default()
        .with(fields::part::<kind::Customers>())
        .with(fields::part::<contact_kind::Contacts>())
        .with(fields::part::<site_kind::Sites>())
        .with(Belonging {
            kind: RecordKind::Site,
            of: "select id from site where customer_id = ?",
            give: "update site set customer_id = ? where",
        })
        .with(records::StandsOn("select timeline_id from customer"))
        .with(export::exporter())
        .with(import::importer())
        .with(import::deleter())
        .with(known::part())
        .with(portal::guests())
        .with(staff::OrganisationHook(lists::hook))
}
