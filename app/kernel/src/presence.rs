//! Who else is here: who looks at a record, who types on it, who carries its card.
//!
//! It is no row and no event. A page says every ten seconds where it is ([`tell_presence`]), the server keeps that in
//! memory ([`Whereabouts`]) and forgets it when it hears no more. Streams of events tell it to those who are there, too.

mod page;
#[cfg(target_arch = "wasm32")]
mod saying;
#[cfg(not(target_arch = "wasm32"))]
mod servers;
#[cfg(not(target_arch = "wasm32"))]
mod whereabouts;

pub use page::{Presence, Stand, use_presence};
#[cfg(not(target_arch = "wasm32"))]
pub use whereabouts::{LASTS, Told, Whereabouts};

use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

use crate::{RecordKind, RecordRef, Result, StaffId};

/// What somebody does at a record. Who does several things there does the last of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doing {
    /// Has it open.
    Looks,
    /// Has its card in hand on a board.
    Moves,
    /// Types on it.
    Types,
}

/// Where a page is. Empty when it is nowhere that anybody is told about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// The kind of records whose board is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub board: Option<RecordKind>,
    /// The records that are open or in hand; at most [`Spot::MOST`] count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub at: Vec<At>,
}

/// A record that a page shows, and what is done there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct At {
    /// The record.
    pub record: RecordRef,
    /// What.
    pub doing: Doing,
}

/// Somebody else at a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Here {
    /// The record.
    pub record: RecordRef,
    /// Who.
    pub staff_id: StaffId,
    /// The name.
    pub name: String,
    /// What is done there.
    pub doing: Doing,
}

impl Spot {
    /// A page shows one record, and a hand holds one card.
    pub const MOST: usize = 3;

    /// Whether nobody is told of it.
    pub fn is_nowhere(&self) -> bool {
        self.board.is_none() && self.at.is_empty()
    }
}

/// A page says where it is. It is there only where the person may look: a record that may not be seen is left out without
/// a word, as one that there is not.
#[server(endpoint = "tell_presence", input = Json)]
pub async fn tell_presence(
    /// The page, by a number that it gave itself.
    page: u64,
    /// Counts what the page says, so that what was said first and arrives last is not believed.
    number: u64,
    /// Where it is.
    spot: Spot,
) -> Result<()> {
    crate::Context::current()?.be_present(page, number, spot).await
}
