//! Products: what the organisation sells, in one catalogue, for whatever charges, offers or bills it.

mod api;
mod charge;
mod pages;
mod product;

pub use api::*;
pub use charge::Charge;
pub use pages::{Routes, settings_links};
pub use product::{Product, Profile};

#[cfg(not(target_arch = "wasm32"))]
pub mod store;

/// The texts of this crate.
#[cfg(not(target_arch = "wasm32"))]
pub const TEXTS: &[(kernel::Language, &str)] = kernel::texts!();

#[cfg(not(target_arch = "wasm32"))]
pub use store::feature;
