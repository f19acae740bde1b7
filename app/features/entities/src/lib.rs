//! Legal entities: companies as the law knows them. Those of the organisation write its documents, those of a customer get
//! them; a document names both.

mod api;
mod company;
mod entity;
mod iban;
mod own;
mod pages;

pub use api::*;
pub use company::Company;
pub use entity::{CustomerEntities, Entity, Profile};
pub use own::{OwnEntity, OwnName};
pub use pages::{Routes, TabRoutes, profile_tab, settings_links};

#[cfg(not(target_arch = "wasm32"))]
pub mod store;

/// The texts of this crate.
#[cfg(not(target_arch = "wasm32"))]
pub const TEXTS: &[(kernel::Language, &str)] = kernel::texts!();

#[cfg(not(target_arch = "wasm32"))]
pub use store::feature;
