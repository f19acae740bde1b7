//! Where imports are kept, and what can be done with them.

mod act;
mod mappings;
mod rows;
mod steps;
mod tidy;
mod upload;

pub use act::{cancel, dry_run, inspect, set_options, start, start_by_header, undo};
pub use mappings::{delete_mapping, rename_mapping, save_mapping, use_mapping};
pub use rows::{Refusal, find, kinds, list, refusals};
pub use upload::{Incoming, LARGEST_FILE, begin};

pub(crate) use act::{BATCH, count, prepare, propose_all};
pub(crate) use mappings::{header_keys, usable};
pub(crate) use rows::{Kept, importer, load, unfinished};
pub(crate) use steps::{ended, keep_error, keep_left, move_on, note, progress, set_state};
pub(crate) use tidy::tidy;
