use futures::future::try_join_all;
use kernel::db::On;
use kernel::{Context, Cursor, Result, invalid};

use super::Listing;
use super::conditions::Asking;
use super::order::{Order, Place};
use super::plan::parts;
use super::run::{Reached, Rows};
use crate::{Filter, Reader, Sort};

/// Which piece of a list.
#[derive(Clone, Debug, Default)]
pub struct ListQuery {
    /// Which records.
    pub filter: Filter,
    /// In which order; the kind's usual one if empty.
    pub sorts: Vec<Sort>,
    /// Behind this place.
    pub cursor: Option<Cursor>,
    /// So many rows at most.
    pub limit: usize,
}

/// A piece of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The records, in their order.
    pub ids: Vec<i64>,
    /// Where the next piece begins; `None` at the end.
    pub next: Option<Cursor>,
    /// The piece may be short: so many rows were looked through, and there are more behind them. Ask for the next piece.
    pub looked: Option<i64>,
}

/// How much a request may look at.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// How many rows are looked through at a time; the first times fewer, since mostly the rows of a page stand near.
    pub window: i64,
    /// How many rows are looked through in one request.
    pub looked: i64,
    /// For how long in one request, in microseconds: no further window is begun after that.
    pub patience: i64,
    /// How many rows are few enough to be sorted.
    pub few: i64,
    /// How many rows are looked through to count.
    pub counted: i64,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { window: 8_000, looked: 32_000, patience: 25_000, few: 5_000, counted: 100_000 }
    }
}

/// A piece of a list. It takes no longer than the bounds say, whatever the filter: a piece that was looked for long
/// enough is short and says where to go on.
///
/// # Errors
/// `Invalid` for a cursor of another order, for a field that the actor does not see, for a limit of nothing.
pub async fn list(cx: &Context, on: On<'_>, listing: &Listing, query: &ListQuery) -> Result<Found> {
    if query.limit == 0 {
        return Err(invalid("limit", "fields-limit-unfit"));
    }
    let asking = &Asking { cx, listing, reader: Reader::of(cx) };
    let order = &Order::of(listing, &cx.actor, &query.sorts)?;
    let after = query.cursor.as_ref().map(|cursor| order.read(cursor)).transpose()?;
    let branches = listing.branches.iter().map(|branch| parts(asking, &query.filter, branch));
    let branches = branches.collect::<Result<Vec<_>>>()?;
    let after = after.as_ref();
    let reached = try_join_all(branches.iter().map(|parts| {
        let rows = Rows { asking, on, order, parts };
        async move { rows.reach(after, query.limit + 1).await }
    }));
    Ok(together(order, reached.await?, query.limit))
}

/// The rows of all branches in one order, no further than every branch was looked at.
fn together(order: &Order, branches: Vec<Reached>, limit: usize) -> Found {
    let looked = branches.iter().map(|branch| branch.looked).sum();
    let (mut places, mut ends): (Vec<Place>, Vec<Place>) = (Vec::new(), Vec::new());
    for branch in branches {
        places.extend(branch.places);
        ends.extend(branch.end);
    }
    places.sort_by(|a, b| order.compare(a, b));
    let end = ends.into_iter().min_by(|a, b| order.compare(a, b));
    if let Some(end) = &end {
        places.retain(|place| order.compare(place, end).is_le());
    }
    let is_full = places.len() > limit;
    places.truncate(limit);
    let next = if is_full { places.last() } else { end.as_ref() };
    let next = next.map(|place| order.cursor(place));
    let looked = (!is_full && next.is_some()).then_some(looked);
    Found { ids: places.iter().map(|place| place.id).collect(), next, looked }
}
