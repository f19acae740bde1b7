//! What a person filters with, for every kind of record: the bar with the button and the often asked, the conditions in
//! words below it, and the dialog in which they are put together. And what is known of one record, and who was first.

mod ask;
mod bar;
mod builder;
mod chips;
mod clashes;
mod control;
mod facts;
mod group;
mod groups;
mod row;
mod sketch;
mod typed;
mod vocabulary;
mod wording;

pub use bar::{FilterBar, Filtering, Quick};
pub use chips::FilterChips;
pub use clashes::{ClashForm, Clashing, Shown};
pub use facts::{Facts, shown_value};
pub use groups::{Group, MOST_GROUPS, groups, is_grouping};
pub use vocabulary::{Offered, Vocabulary};
pub use wording::Wording;
