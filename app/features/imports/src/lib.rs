//! Imports: bring records in from a file, safely.
//!
//! The mechanism knows no leads: a kind of record plugs in with an [`Importer`].

mod api;
mod field;
mod format;
mod import;
mod inspection;
mod options;
mod pages;
mod saved;

pub use api::*;
pub use field::{FieldInfo, FieldKind};
pub use format::{DateOrder, Delimiter, Encoding, Format, Source};
pub use import::{DryRun, Import, ImportState, KeptRecord, RecordChange, RowFate, RowNote, Tally};
pub use inspection::{Column, DateQuestion, DictionaryInfo, Inspection, UnknownWord};
pub use options::{ByHeader, Decision, Duplicates, Options, Outcome};
pub use pages::Routes;
pub use saved::{NAME_LIMIT, SavedMapping};

#[cfg(not(target_arch = "wasm32"))]
mod acting;
#[cfg(not(target_arch = "wasm32"))]
pub mod added;
#[cfg(not(target_arch = "wasm32"))]
mod apply;
#[cfg(not(target_arch = "wasm32"))]
mod bring;
#[cfg(not(target_arch = "wasm32"))]
mod dates;
#[cfg(not(target_arch = "wasm32"))]
mod file;
#[cfg(not(target_arch = "wasm32"))]
pub mod headers;
#[cfg(not(target_arch = "wasm32"))]
mod inspect;
#[cfg(not(target_arch = "wasm32"))]
mod judge;
#[cfg(not(target_arch = "wasm32"))]
mod kind;
#[cfg(not(target_arch = "wasm32"))]
mod mapping;
#[cfg(not(target_arch = "wasm32"))]
mod memory;
#[cfg(not(target_arch = "wasm32"))]
mod of_kind;
#[cfg(not(target_arch = "wasm32"))]
mod plan;
#[cfg(not(target_arch = "wasm32"))]
mod preview;
#[cfg(not(target_arch = "wasm32"))]
pub mod reading;
#[cfg(not(target_arch = "wasm32"))]
mod refusals;
#[cfg(not(target_arch = "wasm32"))]
mod row;
#[cfg(not(target_arch = "wasm32"))]
mod rows;
#[cfg(not(target_arch = "wasm32"))]
mod run;
#[cfg(not(target_arch = "wasm32"))]
pub mod store;
#[cfg(not(target_arch = "wasm32"))]
mod undo;
#[cfg(not(target_arch = "wasm32"))]
mod unpacked;
#[cfg(not(target_arch = "wasm32"))]
mod values;
#[cfg(not(target_arch = "wasm32"))]
mod words;

/// What only the server has.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use futures::FutureExt;
    use kernel::{Feature, Instant, JobKind, Language};

    pub use crate::file::{CliOptions, Report, run_file};
    pub use crate::kind::{
        ALIKE, Act, Begin, CALLED, Dictionary, Entry, HeldPart, ImportField, Importer, Kept, Match, NUMBER,
        Part, Place, Purpose, Records, Tells, Undone,
    };
    pub use crate::of_kind::values_of;
    pub use crate::refusals::refusals_csv;
    pub use crate::row::{Row, Value, Word, all_of};

    /// The texts of imports.
    pub const TEXTS: &[(Language, &str)] = kernel::texts!();

    /// What imports give to the house.
    pub fn feature() -> Feature {
        let jobs = vec![
            JobKind {
                name: "import.run",
                run: |cx, payload| crate::run::job(cx, payload).boxed(),
                every: None,
            },
            JobKind {
                name: "import.undo",
                run: |cx, payload| crate::undo::job(cx, payload).boxed(),
                every: None,
            },
            JobKind {
                name: "import.tidy",
                run: |cx, _| async move { crate::store::tidy(&cx).await }.boxed(),
                every: Some(Instant::HOUR),
            },
        ];
        Feature { texts: TEXTS, jobs, ..Feature::default() }
    }
}
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;
