//! Where tasks are kept. A task on a record is reached through its record, which asks for permission; one on nobody's
//! record is reached by who made it and by those who are to do it.

/// The calendar that other programs subscribe to.
pub mod calendar;
/// Somebody's day, and how much of it is overdue.
pub mod day;
mod done;
mod happened;
mod reach;
/// What is worked out from the organisation's time zone.
pub mod rezone;
mod row;
mod save;
mod write;

pub use done::set_done;
pub use reach::{find, list};
pub use save::{add, delete, restore, update};
pub(crate) use write::purge;
