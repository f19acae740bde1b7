//! What people look at again and again: which records, in which order, laid out how, under a name.
//!
//! A view shows each person their own rows: what one may see is asked anew by whatever lists the records, and "me" is
//! whoever looks.

mod api;
mod bar;
mod look;
mod view;

pub use api::*;
pub use bar::{ViewBar, Viewing};
pub use look::{Opened, opened};
pub use view::{Layout, Look, Sharing, View, ViewDraft, Views};

#[cfg(not(target_arch = "wasm32"))]
pub mod store;
#[cfg(not(target_arch = "wasm32"))]
mod native {
    /// The texts of this crate.
    pub const TEXTS: &[(kernel::Language, &str)] = kernel::texts!();

    /// What this crate gives to the house.
    pub fn feature() -> kernel::Feature {
        kernel::Feature { texts: TEXTS, ..kernel::Feature::default() }
    }
}
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;
