//! What is to be done: to-dos, calls and meetings, on a record or on one's own, once or again and again.
//!
//! The day and the time that people said are kept as they said them; the moment from which a task is overdue is worked
//! out from those and the organisation's time zone. [`Task::is_overdue`] is the one answer to whether it is.

mod api;
mod calendar;
mod line;
mod pages;
mod panels;
mod repeat;
mod section;
mod task;
mod when;

pub use api::*;
pub use calendar::CalendarFeed;
pub use line::{LineWords, Spoken};
pub use pages::{MY_DAY, OverdueCount, Routes, settings_links};
pub use panels::TaskPanel;
pub use repeat::{Counted, Ends, MonthDay, Repeat, Rhythm};
pub use section::Section;
pub use task::{Assignee, DayQuery, MyDay, Overdue, Task, TaskDraft, TaskKind, Ticked};
pub use when::{LocalTime, due_at};

#[cfg(not(target_arch = "wasm32"))]
pub mod store;
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use futures::FutureExt;
    use kernel::{Feature, Instant, JobKind, Language, Parts};

    use crate::store::{purge, rezone};

    /// The texts of this crate.
    pub const TEXTS: &[(Language, &str)] = kernel::texts!();

    /// What this crate gives to the house.
    pub fn feature() -> Feature {
        let jobs = vec![JobKind {
            name: rezone::JOB,
            run: |cx, _| async move { rezone::run(&cx).await }.boxed(),
            every: Some(Instant::DAY),
        }];
        let parts = Parts::default().with(staff::OrganisationHook(rezone::hook));
        let parts = parts.with(records::HangsOn(|tx, timelines| purge(tx, timelines).boxed()));
        Feature { texts: TEXTS, jobs, parts, ..Feature::default() }
    }
}
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;
