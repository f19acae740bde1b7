use fields::Asked;
use kernel::db::On;
use kernel::{Context, Cursor, CustomerId, RecordKind, Result, invalid};

use super::row;
use crate::Directory;

/// A piece of the directory: by name, unless another order is asked for. The ids come first and the rows by id afterwards:
/// a customer that was deleted in between, or that the actor sees no more, is not among them.
///
/// # Errors
/// `Forbidden` for staff who may see no customers; `Invalid` for an unfit filter, order or limit, or a cursor of another
/// order.
pub async fn list(
    cx: &Context,
    asked: &Asked,
    sort: &str,
    after: Option<&Cursor>,
    limit: Option<usize>,
) -> Result<Directory> {
    let limit = match limit.unwrap_or(50) {
        limit @ 1..=200 => limit,
        _ => return Err(invalid("limit", "fields-limit-unfit")),
    };
    let listing = fields::listing(cx, RecordKind::Customer).await?;
    let catalogue = listing.catalogue(&cx.actor);
    let wanted = fields::ListQuery {
        filter: catalogue.read(asked)?,
        sorts: catalogue.sorts(sort)?,
        cursor: after.cloned(),
        limit,
    };
    let found = fields::list(cx, On::Db(cx.db()), &listing, &wanted).await?;
    let ids: Vec<CustomerId> = found.ids.into_iter().map(CustomerId).collect();
    let mut customers = row::several(cx, cx.db(), &ids).await?;
    let there = ids.iter().filter_map(|id| customers.remove(id));
    let items = there.filter(|customer| customer.deleted_at.is_none()).collect();
    Ok(Directory { items, next_cursor: found.next, looked: found.looked })
}
