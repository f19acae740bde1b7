//! Records that may be about the same person or company: told while somebody types one in, listed as suspected pairs, and
//! merged into one in a way that can be taken back.
//!
//! What tells a record ([`fields::Likeness`]) is kept as a hash beside it, for every kind of record in one table, so that a
//! lead is told from a customer's contact by one look. A hash only finds; what is shown was compared by its values, and
//! was read with the rights of who asks: what somebody may not see is never hinted at.

mod api;
mod known;
mod pages;
mod panels;

pub use api::*;
pub use known::{Compare, Comparison, DuplicateSetting, FieldPair, Match, MergeWish, Merged, Pair, PairLine};
pub use pages::{Routes, settings_links};
pub use panels::{DuplicateNotice, Merge, Pairs, Watch, merge_path};

#[cfg(not(target_arch = "wasm32"))]
pub mod store;
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use futures::FutureExt;
    use kernel::{Feature, Instant, JobKind, Language, Parts};
    use records::store::undo::Undoer;

    pub use crate::store::matches::{known_by, matches, matches_of_many};
    pub use crate::store::{Compared, Known, Marks, write_keys};
    use crate::store::{fill, merge};

    /// The texts of this crate.
    pub const TEXTS: &[(Language, &str)] = kernel::texts!();

    /// What this crate gives to the house.
    pub fn feature() -> Feature {
        let fill = JobKind {
            name: fill::JOB,
            run: |cx, _| async move { fill::run(&cx).await }.boxed(),
            every: None,
        };
        let recount = JobKind {
            name: "duplicates.recount",
            run: |cx, _| async move { fill::recount(&cx).await.map(drop) }.boxed(),
            every: Some(Instant::DAY),
        };
        let parts = Parts::default().with(Undoer {
            event: merge::MERGED,
            undo: |cx, record, event, over| {
                async move { merge::release(&cx, record, &event, &over).await }.boxed()
            },
        });
        Feature { texts: TEXTS, jobs: vec![fill, recount], parts, ..Feature::default() }
    }
}
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;
