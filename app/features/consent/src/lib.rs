//! Consent to marketing: whether somebody agrees, and who noted that, when and how. It is off until it is given, and can be
//! withdrawn by a link at any time.

mod api;
mod consent;
mod pages;
mod panel;

pub use api::*;
pub use consent::{Consent, ConsentChange, How, NOTE_LIMIT};
pub use pages::Routes;
pub use panel::{ConsentPanel, Subject};

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
