//! Webhooks: other programs are told what happens, at an address of theirs, signed as Standard Webhooks says.
//!
//! Nothing is written for them where things happen. Each address follows the feed of events with a cursor of its own; what
//! concerns it becomes a delivery, which is tried until it arrives or is given up. So each event arrives at least once,
//! whatever is killed in between. An address is told what the person may see who answers for it, at the moment of sending.

mod api;
mod delivery;
mod pages;
mod webhook;

pub use api::*;
pub use delivery::{Delivery, DeliveryState, Problem};
pub use pages::{Routes, settings_links};
pub use webhook::{GROUPS, KINDS_LIMIT, MadeWebhook, OffBecause, Webhook, WebhookEdit, WebhookState};

/// What only the server has.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use futures::FutureExt;
    use kernel::{Feature, Instant, JobKind, Language};

    pub use crate::sending::lanes::{drain, run};
    pub use crate::sending::schedule;
    pub use crate::sending::signature::Key;

    /// The texts of this crate.
    pub const TEXTS: &[(Language, &str)] = kernel::texts!();

    /// What this crate gives to the house.
    pub fn feature() -> Feature {
        let tidy = JobKind {
            name: "webhooks.tidy",
            run: |cx, _| async move { crate::store::log::tidy(&cx).await }.boxed(),
            every: Some(Instant::DAY),
        };
        Feature { texts: TEXTS, jobs: vec![tidy], ..Feature::default() }
    }
}
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;

#[cfg(not(target_arch = "wasm32"))]
mod sending;
#[cfg(not(target_arch = "wasm32"))]
pub mod store;
