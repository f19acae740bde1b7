//! Personal accounts of customers: what they are charged for, what they have paid, and a ledger of both that is only ever
//! added to.
//!
//! A balance is the sum of the entries and stands nowhere else. Each posting has entries that sum to zero, so the whole
//! ledger does; a mistake is reversed by a further posting, and the database refuses any other change.

mod account;
mod api;
mod ledger;
mod pages;
mod service;

pub use account::{Account, AccountDetails, AccountLine, Profile, Status};
pub use api::*;
pub use ledger::{PostingKind, Statement, StatementLine, StatementQuery};
pub use pages::{AccountsPanel, Routes, TabRoutes, profile_tab};
pub use service::{Service, ServiceDraft};

#[cfg(not(target_arch = "wasm32"))]
pub mod store;

/// The texts of this crate.
#[cfg(not(target_arch = "wasm32"))]
pub const TEXTS: &[(kernel::Language, &str)] = kernel::texts!();

#[cfg(not(target_arch = "wasm32"))]
pub use store::feature;
