use fields::{Asked, MOST_GROUPS, Total};
use kernel::db::On;
use kernel::{Context, LeadId, RecordKind, Result, invalid};

use super::row;
use crate::{LeadList, ListQuery, check_limit};

/// A piece of the list. The ids come first and the rows by id afterwards: a lead that was deleted in between, or that the
/// actor sees no more, is not among them.
///
/// # Errors
/// `Forbidden` for staff who may see no leads, `Invalid` for an unfit filter, order or limit, or a cursor of another order.
pub async fn find(cx: &Context, query: &ListQuery) -> Result<LeadList> {
    let limit = check_limit(query.limit)?;
    let listing = fields::listing(cx, RecordKind::Lead).await?;
    let catalogue = listing.catalogue(&cx.actor);
    let wanted = fields::ListQuery {
        filter: catalogue.read(&query.filter)?,
        sorts: catalogue.sorts(&query.sort)?,
        cursor: query.cursor.clone(),
        limit,
    };
    let found = fields::list(cx, On::Db(cx.db()), &listing, &wanted).await?;
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
    let listing = fields::listing(cx, RecordKind::Lead).await?;
    let filter = listing.catalogue(&cx.actor).read(filter)?;
    fields::count(cx, On::Db(cx.db()), &listing, &filter).await
}

/// The same for each of these groups: what belongs to a group is one more condition.
///
/// # Errors
/// As [`find`]; `Invalid` for more groups than a field makes.
pub async fn count_groups(cx: &Context, filter: &Asked, groups: &[String]) -> Result<Vec<Total>> {
    if groups.len() > MOST_GROUPS {
        return Err(invalid("groups", "fields-unfit"));
    }
    let listing = fields::listing(cx, RecordKind::Lead).await?;
    let catalogue = listing.catalogue(&cx.actor);
    let mut counts = Vec::with_capacity(groups.len());
    for group in groups {
        let asked =
            Asked { f: [filter.f.as_slice(), std::slice::from_ref(group)].concat(), ..filter.clone() };
        let filter = catalogue.read(&asked)?;
        counts.push(fields::count(cx, On::Db(cx.db()), &listing, &filter).await?);
    }
    Ok(counts)
}
