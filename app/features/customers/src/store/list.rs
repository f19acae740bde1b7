use fields::{Asked, Total};
use kernel::{Context, CustomerId, RecordKind, Result};
use lists::ListQuery;

use super::row;
use crate::Directory;

/// A piece of the directory: by name, unless another order is asked for. The ids come first and the rows by id afterwards:
/// a customer that was deleted in between, or that the actor sees no more, is not among them.
///
/// # Errors
/// `Forbidden` for staff who may see no customers; `Invalid` for an unfit filter, order or limit, or a cursor of another
/// order.
pub async fn list(cx: &Context, query: &ListQuery) -> Result<Directory> {
    let found = lists::store::find(cx, RecordKind::Customer, query).await?;
    let ids: Vec<CustomerId> = found.ids.into_iter().map(CustomerId).collect();
    let mut customers = row::several(cx, cx.db(), &ids).await?;
    let there = ids.iter().filter_map(|id| customers.remove(id));
    let items = there.filter(|customer| customer.deleted_at.is_none()).collect();
    Ok(Directory { items, next_cursor: found.next, looked: found.looked })
}

/// How many customers there are under a filter, exact up to 1,000.
///
/// # Errors
/// As [`list`].
pub async fn count(cx: &Context, filter: &Asked) -> Result<Total> {
    lists::store::count(cx, RecordKind::Customer, filter).await
}

/// The same for each of these groups: what belongs to a group is one more condition.
///
/// # Errors
/// As [`list`]; `Invalid` for more groups than a field makes.
pub async fn count_groups(cx: &Context, filter: &Asked, groups: &[String]) -> Result<Vec<Total>> {
    lists::store::count_groups(cx, RecordKind::Customer, filter, groups).await
}
