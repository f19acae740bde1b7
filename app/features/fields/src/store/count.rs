use futures::future::try_join_all;
use kernel::db::{On, Q};
use kernel::{Context, Result};

use super::conditions::Asking;
use super::order::Order;
use super::plan::{Part, Read, few, ordered, parts};
use super::run::Rows;
use super::{Index, Listing};
use crate::{Filter, Reader, Total};

/// How many records there are under a filter: exact up to [`Total::MOST`], or what was met when enough was looked at.
///
/// # Errors
/// `Invalid` for a field that the actor does not see.
pub async fn count(cx: &Context, on: On<'_>, listing: &Listing, filter: &Filter) -> Result<Total> {
    let asking = &Asking { cx, listing, reader: Reader::of(cx) };
    let branches = listing.branches.iter().map(|branch| parts(asking, filter, branch));
    let branches = branches.collect::<Result<Vec<_>>>()?;
    let counts = try_join_all(branches.iter().map(|parts| of_branch(asking, on, parts))).await?;
    let met: i64 = counts.iter().map(|(met, _)| met).sum();
    Ok(match counts.iter().all(|(_, is_all)| *is_all) {
        _ if met > Total::MOST => Total::AtLeast(Total::MOST),
        true => Total::Exactly(met),
        false => Total::AtLeast(met),
    })
}

/// How many were met, and whether these are all.
async fn of_branch(asking: &Asking<'_>, on: On<'_>, parts: &[Part]) -> Result<(i64, bool)> {
    let bounds = asking.listing.bounds;
    let (best, field) = narrowest(asking.listing.listed.indexes, parts);
    let order = &Order::by_index(asking.listing, &asking.cx.actor, field)?;
    let rows = Rows { asking, on, order, parts };
    let (by, first, end) = match best {
        (by, true) => (by, None, None),
        (by, false) => match few(asking, on, parts, bounds.few).await? {
            Some((by, first)) => (by, Some(first), None),
            None => (by, None, rows.window_end(by, None, bounds.counted).await?),
        },
    };
    let q = rows.begun(Q::new("select count(*) from (select 1 from"), by, first);
    let q = end.iter().fold(q, |q, end| q.push("and").append(order.until(end)));
    let met = q.push("limit ?) met").bind(Total::MOST + 1).number(on).await?;
    Ok((met, end.is_none()))
}

/// The index that most of the conditions fix, whether it is all of them, and the field in whose order it is.
fn narrowest(indexes: &[Index], parts: &[Part]) -> ((Read, bool), &'static str) {
    let in_order = indexes.iter().filter(|index| !index.order.is_empty());
    let found = in_order.filter_map(|index| Some((ordered(indexes, parts, index.order)?, index.order)));
    let begun = |read: &Read| match read {
        Read::By(index) => index.begins.len(),
        Read::Ids | Read::Table | Read::Along(_) => 0,
    };
    let best = found.reduce(|best, next| if begun(&next.0.0) > begun(&best.0.0) { next } else { best });
    best.unwrap_or(((Read::Table, parts.is_empty()), ""))
}
