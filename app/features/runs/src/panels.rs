//! Bulk work in a page: rows that are marked, the bar that says how many, the dialog that asks before anything happens,
//! and how far it is.

mod bar;
mod dialog;
mod marks;
mod open;
mod progress;
mod words;

pub use bar::BulkBar;
pub use dialog::{Ask, RunDialog};
pub use marks::{MarkAll, MarkRow, Marks, Picked, mark_by_key};
pub use open::{OpenRuns, take_back};
pub use progress::RunProgress;
pub(crate) use progress::{Line, Stop};
pub(crate) use words::{ended, link, what};
