//! A person's tasks and reminders as a calendar that other programs subscribe to.

#[cfg(not(target_arch = "wasm32"))]
mod entry;
#[cfg(not(target_arch = "wasm32"))]
mod writer;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use entry::{Alarm, Entry, Span};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use writer::Writer;

use kernel::Instant;
use serde::{Deserialize, Serialize};

/// What a person knows of their own calendar feed. Its address is shown once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarFeed {
    /// When its address was made.
    pub created_at: Instant,
    /// When a calendar last asked for it, to the hour.
    pub last_used_at: Option<Instant>,
}
