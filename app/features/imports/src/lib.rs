//! Imports: bring records in from a file, safely.
//!
//! The mechanism knows no leads: a kind of record plugs in with an [`Importer`].

mod field;

pub use field::{FieldInfo, FieldKind};

#[cfg(not(target_arch = "wasm32"))]
mod kind;
#[cfg(not(target_arch = "wasm32"))]
mod row;

#[cfg(not(target_arch = "wasm32"))]
pub use kind::{
    Dictionary, Entry, ImportField, Importer, Importers, Kept, Match, Place, Purpose, Records, Undone,
};
#[cfg(not(target_arch = "wasm32"))]
pub use row::{Row, Value, Word};

/// The texts of imports.
#[cfg(not(target_arch = "wasm32"))]
pub const TEXTS: &[(kernel::Language, &str)] = kernel::texts!();
