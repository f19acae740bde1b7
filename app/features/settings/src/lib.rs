//! What the whole house agrees on: the organisation's name, money, language and time, and the mails that it sends.

mod api;
mod mail;
mod pages;

pub use api::*;
pub use mail::{MailLetter, MailLine, MailState};
pub use pages::{Routes, settings_links};

/// What only the server has.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use kernel::{Feature, Language};

    /// The texts of this crate.
    pub const TEXTS: &[(Language, &str)] = kernel::texts!();

    /// What this crate gives to the house.
    pub fn feature() -> Feature {
        Feature { texts: TEXTS, ..Feature::default() }
    }
}
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;

#[cfg(not(target_arch = "wasm32"))]
pub mod store;
