//! Leads: who may become a customer, on a board that a team drags them across.

pub mod api;
mod board;
mod conversion;
mod filter;
mod lead;
mod month;
mod moving;
mod pages;
mod rank;
mod stage;
mod word;

pub use board::{
    Board, BoardChanges, BoardGroup, BoardQuery, BoardSort, Column, Dictionaries, LeadCard, LeadList, Totals,
};
pub use conversion::{Conversion, LeadSetting};
pub use customers::guess_names;
pub use fields::{Edit as LeadEdit, Patch as LeadPatch};
pub use fields::{LINE_LIMIT, TEXT_LIMIT};
pub use filter::{OLD, Standing, asked};
pub use lead::{Lead, Outcome, Profile};
pub use lists::ListQuery;
pub use moving::{LeadMove, Move};
pub use pages::{Routes, board_path, settings_links};
pub use rank::Rank;
pub use stage::{LostReason, Pipeline, REQUIRABLE, Source, Stage, StageKind};
pub use word::{Word, WordEdit, WordList};

#[cfg(not(target_arch = "wasm32"))]
pub mod store;

/// The texts of leads and the board.
#[cfg(not(target_arch = "wasm32"))]
pub const TEXTS: &[(kernel::Language, &str)] = kernel::texts!();
