//! Search in all records at once, as one types.

use kernel::{Hit, Result};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

/// The most of one kind that a search shows.
#[cfg(not(target_arch = "wasm32"))]
const EACH: usize = 8;
/// The longest text that is searched for; what is pasted beyond it finds nothing more.
#[cfg(not(target_arch = "wasm32"))]
const LONGEST: usize = 200;

/// The records of every kind that fit what is typed, best first within each kind, and only those that the person may see.
#[server(endpoint = "search_records", input = Json)]
pub async fn search_records(
    /// What is typed.
    q: String,
) -> Result<Vec<Hit>> {
    let cx = kernel::Context::current()?;
    cx.actor.staff()?;
    let q: String = q.trim().chars().take(LONGEST).collect();
    let mut hits = Vec::new();
    if !q.is_empty() {
        for search in cx.foyer.searches() {
            hits.extend(search(cx.clone(), q.clone(), EACH).await?);
        }
    }
    Ok(hits)
}
