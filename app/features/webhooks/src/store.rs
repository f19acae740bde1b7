//! Where webhooks and their deliveries are kept.

pub(crate) mod collect;
pub mod endpoints;
pub mod log;
pub(crate) mod queue;
mod row;
mod rules;

pub use endpoints::{create, delete, find, list, rotate_secret, update};
pub use log::{deliveries, retry, retry_failed, test};
