//! Long work over many records of any kind: chosen once, looked at before, done in the background, stopped at any
//! moment, and taken back as a whole.

mod action;
mod api;
mod pages;
mod panels;
mod run;
mod selection;

pub use action::{Action, Set, TagNames};
pub use api::*;
pub use pages::Routes;
pub use panels::{
    Ask, BulkBar, MarkAll, MarkRow, Marks, OpenRuns, Picked, RunDialog, RunProgress, mark_by_key, take_back,
};
pub use run::{Preview, Reason, Run, RunState, Stayed, Tally};
pub use selection::{MOST_IDS, Selection};

#[cfg(not(target_arch = "wasm32"))]
pub mod store;
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use futures::FutureExt;
    use kernel::{Feature, Instant, JobKind, Language};

    use crate::store::{job, tidy};

    /// The texts of this crate.
    pub const TEXTS: &[(Language, &str)] = kernel::texts!();

    /// What this crate gives to the house.
    pub fn feature() -> Feature {
        let jobs = vec![
            JobKind { name: job::JOB, run: |cx, payload| job::run(cx, payload).boxed(), every: None },
            JobKind {
                name: "runs.tidy",
                run: |cx, _| async move { tidy::tidy(&cx).await }.boxed(),
                every: Some(Instant::HOUR),
            },
        ];
        Feature { texts: TEXTS, jobs, ..Feature::default() }
    }
}
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;
