//! Customers: the parties that the organisation deals with, the people there, and their sites.

mod access;
mod api;
mod contact;
mod customer;
mod details;
mod kind;
mod list;
mod pages;
mod portal;
mod profile;
mod seer;
mod setting;
mod site;
mod vat;

pub use access::{Notices, Permissions};
pub use api::*;
pub use contact::{Contact, Direction, Person, Scope, guess_names};
pub use customer::Customer;
pub use details::{ContactMatch, CustomerDetails, Dictionaries, Directory, Entry};
pub use kind::CustomerKind;
pub use list::{CustomerList, EntryEdit, ListedWords};
pub use pages::{
    AddressFields, ClashDialog, CustomerRoute, ProfileTab, ProfileTabs, Routes, Storing, TabRoutes,
    address_line, profile_tabs, settings_links,
};
pub use portal::{Greeting, PermissionSet, PortalRules, PortalSetting};
pub use profile::Profile;
pub use seer::{Seer, Sight};
pub use setting::CustomerSetting;
pub use site::{CustomerSites, Place, Site};

#[cfg(not(target_arch = "wasm32"))]
pub mod store;

/// The texts of this crate.
#[cfg(not(target_arch = "wasm32"))]
pub const TEXTS: &[(kernel::Language, &str)] = kernel::texts!();

/// What this crate gives to the house.
#[cfg(not(target_arch = "wasm32"))]
pub fn feature() -> kernel::Feature {
    let begin = kernel::JobKind {
        name: "customers.begin_lists",
        run: |cx, _| Box::pin(async move { store::lists::begin(&cx).await }),
        every: None,
    };
    kernel::Feature {
        texts: TEXTS,
        jobs: vec![begin],
        doors: store::doors(),
        searches: vec![store::search],
        parts: store::parts(),
    }
}
