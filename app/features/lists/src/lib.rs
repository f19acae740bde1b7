//! Lists of records of any kind: rows that are fetched piece by piece and follow what others do, in columns that people
//! choose, in an order and in groups, under a filter, as the address or a saved view says.
//!
//! A kind says with [`About`] and [`ListKind`] what is its own: its words, its texts, and the cells that are changed where
//! they stand. What does not depend on the type of a record is written for all kinds at once, so that a further kind adds
//! little to the program.

mod about;
pub mod address;
mod bulk;
mod cell;
mod chosen;
mod column_dialog;
mod columns;
mod filtering;
mod frame;
mod groups;
mod head;
mod index_bar;
mod known;
mod looks;
mod nothing;
mod piece;
mod query;
mod recount;
mod row;
mod rows;
pub mod saved;
mod sections;
mod sheet;
mod sorting;
mod state;
mod table;
mod tags;

pub use about::{About, Answer, ListKind, ListWords, Says};
pub use bulk::{Bulk, BulkFields, BulkWords, TagNames, tag_names};
pub use cell::Cell;
pub use chosen::ChosenColumns;
pub use column_dialog::ColumnButton;
pub use columns::ListColumn;
pub use filtering::{Unread, filtering};
pub use frame::Frame;
pub use groups::{Counts, Grouping};
pub use looks::{CardLook, Laid, LookSwitch};
pub use query::{List, ListQuery, check_limit};
pub use rows::{First, Rows};
pub use sheet::{Loading, Opening, Sheet, Shown};
pub use state::ListState;

/// A derived copy would ask that records can be copied too, of which these hold handles only.
macro_rules! copied {
    ($($name:ident),+ $(,)?) => {$(
        impl<L: ListKind> Clone for $name<L> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<L: ListKind> Copy for $name<L> {}
    )+};
}
copied! { Cell, Loading, Rows, Sheet }

#[cfg(not(target_arch = "wasm32"))]
pub mod store;
#[cfg(not(target_arch = "wasm32"))]
mod native {
    /// The texts of this crate.
    pub const TEXTS: &[(kernel::Language, &str)] = kernel::texts!();

    /// What this crate gives to the house.
    pub fn feature() -> kernel::Feature {
        kernel::Feature { texts: TEXTS, ..kernel::Feature::default() }
    }
}
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;
