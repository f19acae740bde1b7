//! The shell around the features: the document, the frame of every page, and the list of what there is.

mod app;
pub mod features;
mod focus;
mod layout;
mod not_found;
mod page_data;
mod palette;
mod preferences;
mod problems;
mod search;
mod sign_in_again;

pub use app::App;
pub use search::{SearchRecords, search_records};

#[cfg(not(target_arch = "wasm32"))]
mod document;
#[cfg(not(target_arch = "wasm32"))]
pub mod strays;
#[cfg(not(target_arch = "wasm32"))]
pub use document::{PageHead, shell};
#[cfg(not(target_arch = "wasm32"))]
pub use features::features;

#[cfg(target_arch = "wasm32")]
mod posting;
#[cfg(target_arch = "wasm32")]
mod start;
#[cfg(target_arch = "wasm32")]
pub use start::start;

/// The texts of the shell.
#[cfg(not(target_arch = "wasm32"))]
pub const TEXTS: &[(kernel::Language, &str)] = kernel::texts!();
