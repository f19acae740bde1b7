//! Who works here, what they may do, and how they sign in.

mod access;
#[cfg(not(target_arch = "wasm32"))]
mod acting;
mod api;
#[cfg(not(target_arch = "wasm32"))]
pub mod fields;
mod member;
mod notice;
mod notification;
mod organisation;
pub mod pages;
pub mod places;
pub mod role;

pub use access::{SessionRow, TokenRow};
pub use api::*;
pub use member::{Member, MemberChange, StaffName};
pub use notice::{Channel, Notice, NoticeChoice};
pub use notification::Notification;
pub use organisation::OrganisationForm;
pub use pages::{Routes, SettingsLink, SettingsLinks};
pub use role::Role;

/// What only the server has.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use kernel::{Feature, Language};

    use crate::store::digest;

    pub use crate::acting::{acting, acting_within, rights_within};
    pub use crate::store::house::OrganisationHook;
    pub use crate::store::notifications::{Telling, notify, notify_of};
    pub use crate::store::{names, names_on};

    /// The texts of this crate.
    pub const TEXTS: &[(Language, &str)] = kernel::texts!();

    /// What this crate gives to the house.
    pub fn feature() -> Feature {
        let jobs = vec![crate::password::ASKED, crate::store::tidy::TIDY, digest::DIGEST, digest::GATHERED];
        Feature { texts: TEXTS, jobs, ..Feature::default() }
    }
}
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;

#[cfg(not(target_arch = "wasm32"))]
pub mod guests;
#[cfg(not(target_arch = "wasm32"))]
pub mod password;
#[cfg(not(target_arch = "wasm32"))]
pub mod sessions;
#[cfg(not(target_arch = "wasm32"))]
pub mod setup;
#[cfg(not(target_arch = "wasm32"))]
pub mod store;
#[cfg(not(target_arch = "wasm32"))]
#[doc(hidden)]
pub mod testing;
#[cfg(not(target_arch = "wasm32"))]
pub mod tokens;
#[cfg(not(target_arch = "wasm32"))]
pub mod viewing;
