//! Exports: records of any kind as a file, under the filter and in the order in which somebody sees them.
//!
//! CSV goes out while it is read; a workbook is made in the background and lies ready for a day. What is written, our own
//! import reads back without loss.

mod api;
mod export;
mod pages;
mod panel;

pub use api::*;
pub use export::{Delimiter, Export, ExportState, ExportWish, Offer, OfferedColumn};
pub use pages::Routes;
pub use panel::ExportButton;

#[cfg(not(target_arch = "wasm32"))]
mod cell;
#[cfg(not(target_arch = "wasm32"))]
mod column;
#[cfg(not(target_arch = "wasm32"))]
mod exporter;
#[cfg(not(target_arch = "wasm32"))]
mod rows;
#[cfg(not(target_arch = "wasm32"))]
mod run;
#[cfg(not(target_arch = "wasm32"))]
pub mod store;
#[cfg(not(target_arch = "wasm32"))]
mod text;
#[cfg(not(target_arch = "wasm32"))]
mod workbook;

/// What only the server has.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use futures::FutureExt;
    use kernel::{Feature, Instant, JobKind, Language};

    pub use crate::exporter::{Exporter, Names};
    pub use crate::text::{Streamed, stream};

    /// The texts of exports.
    pub const TEXTS: &[(Language, &str)] = kernel::texts!();

    /// What exports give to the house.
    pub fn feature() -> Feature {
        let jobs = vec![
            JobKind {
                name: "export.run",
                run: |cx, payload| crate::run::job(cx, payload).boxed(),
                every: None,
            },
            JobKind {
                name: "export.tidy",
                run: |cx, _| async move { crate::store::tidy(&cx).await }.boxed(),
                every: Some(Instant::HOUR),
            },
        ];
        Feature { texts: TEXTS, jobs, ..Feature::default() }
    }
}
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;
