//! The vault: secrets that hang on a record, such as the code of a door or a login. They are kept encrypted, shown only to
//! the roles that are named with them, and each look is written down.

mod api;
mod entry;
mod pages;
mod panel;

pub use api::*;
pub use entry::{
    ADDRESS_LIMIT, Look, NAME_LIMIT, NOTE_LIMIT, Opened, SECRET_LIMIT, SHOWN_FOR, USER_NAME_LIMIT, Vault,
    VaultDraft, VaultEntry, VaultRole,
};
pub use pages::TabRoutes;
pub use panel::VaultPanel;

#[cfg(not(target_arch = "wasm32"))]
pub mod store;
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use futures::FutureExt;
    use kernel::{Feature, Instant, JobKind, Language};

    use crate::store::gone;

    /// The texts of this crate.
    pub const TEXTS: &[(Language, &str)] = kernel::texts!();

    /// What this crate gives to the house.
    pub fn feature() -> Feature {
        let jobs = vec![JobKind {
            name: "vault.sweep",
            run: |cx, _| async move { gone::sweep(&cx).await }.boxed(),
            every: Some(Instant::DAY),
        }];
        let parts = gone::undoers();
        let parts = parts.with(records::HangsOn(|tx, timelines| gone::purge(tx, timelines).boxed()));
        Feature { texts: TEXTS, jobs, parts, ..Feature::default() }
    }
}
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;
