//! Who works here, what they may do, and how they sign in.

mod access;
mod api;
mod member;

pub use access::{SessionRow, TokenRow};
pub use api::*;
pub use member::{Member, StaffName};

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use kernel::{Context, Feature, Language, Result};

    /// The texts of this crate.
    pub const TEXTS: &[(Language, &str)] = kernel::texts!();

    /// What this crate gives to the house.
    pub fn feature() -> Feature {
        Feature { texts: TEXTS, ..Feature::default() }
    }

    /// Everybody who works or worked here, by name. For owners and authors.
    ///
    /// # Errors
    /// `Unauthenticated` for nobody; otherwise as [`kernel::db::Q::all`].
    pub async fn names(cx: &Context) -> Result<Vec<crate::StaffName>> {
        crate::store::names(cx).await
    }
}
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;
#[cfg(not(target_arch = "wasm32"))]
pub use notifications::notify;

#[cfg(not(target_arch = "wasm32"))]
pub mod notifications;
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
