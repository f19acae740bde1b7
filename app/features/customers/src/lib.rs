//! Customers: the parties that the organisation deals with, and the people there.

mod api;
mod contact;
mod customer;
mod details;
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod rules;

pub use api::*;
pub use contact::{Contact, Person};
pub use customer::{Customer, CustomerKind, CustomerRow, Profile};
pub use details::{ContactMatch, CustomerDetails};
pub use pages::Routes;

#[cfg(not(target_arch = "wasm32"))]
pub mod store;

/// The texts of this crate.
#[cfg(not(target_arch = "wasm32"))]
pub const TEXTS: &[(kernel::Language, &str)] = kernel::texts!();

/// What this crate gives to the house.
#[cfg(not(target_arch = "wasm32"))]
pub fn feature() -> kernel::Feature {
    kernel::Feature {
        texts: TEXTS,
        doors: vec![store::door()],
        searches: vec![store::search],
        parts: kernel::Parts::default()
            .with(records::StandsOn("select timeline_id from customer"))
            .with(store::known_part()),
        ..Default::default()
    }
}
