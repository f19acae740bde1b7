//! Runs: chosen, looked at, begun, done batch by batch, stopped, taken back, and thrown away after a month.

mod act;
mod back;
mod batch;
mod doing;
mod ended;
mod freeze;
/// The job that does runs.
pub mod job;
mod rows;
mod sheet;
pub(crate) mod tidy;

pub use act::{cancel, preview, start, undo};
pub use freeze::freeze;
pub use rows::{find, list, open, stayed};
pub use sheet::stayed_csv;

/// What is left of a run is kept for so long after its end.
pub(crate) const KEPT: i64 = records::UNDO_FOR;
