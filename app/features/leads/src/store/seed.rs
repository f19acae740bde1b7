//! The leads of a demonstration company: a story for the tour, a corpus for measuring.

mod corpus;
mod history;
mod own;
mod plans;
mod tour;

pub use corpus::{Corpus, corpus};
pub use tour::tour;

use kernel::db::Q;
use kernel::{Context, Result};

/// Whether there is no lead and no customer, not even a deleted one.
///
/// # Errors
/// As [`Q::all`].
pub async fn is_empty(cx: &Context) -> Result<bool> {
    let q = Q::new("select (select count(*) from (select id from lead limit 1) l)")
        .push("+ (select count(*) from (select id from customer limit 1) c)");
    Ok(q.number(cx.db()).await? == 0)
}
