//! The portal: what a contact sees of its own company, and nothing of any other.

mod api;
mod home;
mod pages;
mod place;

pub use api::*;
pub use home::{Company, PortalHome, SiteLine};
pub use pages::Routes;
pub use place::{PLACES, Place};

#[cfg(not(target_arch = "wasm32"))]
pub mod store;

/// The texts of this crate.
#[cfg(not(target_arch = "wasm32"))]
pub const TEXTS: &[(kernel::Language, &str)] = kernel::texts!();

/// What this crate gives to the house.
#[cfg(not(target_arch = "wasm32"))]
pub fn feature() -> kernel::Feature {
    kernel::Feature { texts: TEXTS, ..kernel::Feature::default() }
}
