//! Where the fields that an organisation added are kept, and lists of records of any kind, under any filter and in any
//! order, from the database.
//!
//! Nothing here is made of what comes from outside: conditions are put together from text that stands in the program,
//! and values are bound.

mod added;
mod among;
mod branch;
mod clash;
mod column;
mod conditions;
mod count;
pub mod definitions;
mod folding;
pub mod index;
mod list;
mod order;
mod plan;
mod purge;
mod run;

pub use among::among;
pub use branch::{Branch, Index, Listed, Listing, WordIndex};
pub use clash::clash;
pub use column::Column;
pub use count::count;
pub use list::{Bounds, Found, ListQuery, list};
pub use plan::conditions;

pub(crate) use purge::purge;
