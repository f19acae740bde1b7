use std::collections::HashSet;

use kernel::db::{On, Q};
use kernel::{Context, Result};

use super::Listing;
use super::conditions::Asking;
use super::order::Order;
use super::plan::{Read, parts};
use super::run::Rows;
use crate::{Filter, Reader};

/// Those of these records that a list under this filter has: for who went by such a list and comes back later.
///
/// # Errors
/// `Invalid` for a field that the actor does not see.
pub async fn among(
    cx: &Context,
    on: On<'_>,
    listing: &Listing,
    filter: &Filter,
    ids: &[i64],
) -> Result<HashSet<i64>> {
    let asking = &Asking { cx, listing, reader: Reader::of(cx) };
    let order = &Order::by_index(listing, &cx.actor, "")?;
    let mut found = HashSet::new();
    for branch in &listing.branches {
        let parts = &parts(asking, filter, branch)?;
        let rows = Rows { asking, on, order, parts };
        let q = rows.begun(Q::new("select l.id from"), Read::Ids, None).push("and");
        let ids: Vec<(i64,)> = q.any_of("l.id", ids.iter().copied()).all(on).await?;
        found.extend(ids.into_iter().map(|(id,)| id));
    }
    Ok(found)
}
