use fields::{Asked, Total};
use kernel::{Context, LeadId, RecordKind, Result};

use super::row;
use crate::{LeadList, ListQuery};

/// A piece of the list. The ids come first and the rows by id afterwards: a lead that was deleted in between, or that the
/// actor sees no more, is not among them.
///
/// # Errors
/// `Forbidden` for staff who may see no leads, `Invalid` for an unfit filter, order or limit, or a cursor of another order.
pub async fn find(cx: &Context, query: &ListQuery) -> Result<LeadList> {
    let found = lists::store::find(cx, RecordKind::Lead, query).await?;
    let ids: Vec<LeadId> = found.ids.into_iter().map(LeadId).collect();
    let mut leads = row::several(cx, cx.db(), &ids).await?;
    let there = ids.iter().filter_map(|id| leads.remove(id));
    let items = there.filter(|lead| lead.deleted_at.is_none()).collect();
    Ok(LeadList { items, next_cursor: found.next, looked: found.looked })
}

/// How many leads there are under a filter, exact up to 1,000.
///
/// # Errors
/// As [`find`].
pub async fn count(cx: &Context, filter: &Asked) -> Result<Total> {
    lists::store::count(cx, RecordKind::Lead, filter).await
}

/// The same for each of these groups: what belongs to a group is one more condition.
///
/// # Errors
/// As [`find`]; `Invalid` for more groups than a field makes.
pub async fn count_groups(cx: &Context, filter: &Asked, groups: &[String]) -> Result<Vec<Total>> {
    lists::store::count_groups(cx, RecordKind::Lead, filter, groups).await
}
