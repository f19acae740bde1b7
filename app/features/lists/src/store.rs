//! Lists of any kind from the database. They give numbers; the kind reads its rows by these, with its own rules of sight.

use fields::{Asked, Found, MOST_GROUPS, Total};
use kernel::db::On;
use kernel::{Context, RecordKind, Result, invalid};

use crate::{ListQuery, check_limit};

/// The numbers of a piece of the list. A record that was deleted before its row is read is to be left out by whoever reads
/// the rows.
///
/// # Errors
/// `Forbidden` for staff who may see no records of the kind, `Invalid` for an unfit filter, order or limit, or a cursor of
/// another order.
pub async fn find(cx: &Context, kind: RecordKind, query: &ListQuery) -> Result<Found> {
    let limit = check_limit(query.limit)?;
    let listing = fields::listing(cx, kind).await?;
    let catalogue = listing.catalogue(&cx.actor);
    let wanted = fields::ListQuery {
        filter: catalogue.read(&query.filter)?,
        sorts: catalogue.sorts(&query.sort)?,
        cursor: query.cursor.clone(),
        limit,
    };
    fields::list(cx, On::Db(cx.db()), &listing, &wanted).await
}

/// How many records there are under a filter, exact up to 1,000.
///
/// # Errors
/// As [`find`].
pub async fn count(cx: &Context, kind: RecordKind, filter: &Asked) -> Result<Total> {
    let listing = fields::listing(cx, kind).await?;
    let filter = listing.catalogue(&cx.actor).read(filter)?;
    fields::count(cx, On::Db(cx.db()), &listing, &filter).await
}

/// The same for each of these groups: what belongs to a group is one more condition.
///
/// # Errors
/// As [`find`]; `Invalid` for more groups than a field makes.
pub async fn count_groups(
    cx: &Context,
    kind: RecordKind,
    filter: &Asked,
    groups: &[String],
) -> Result<Vec<Total>> {
    if groups.len() > MOST_GROUPS {
        return Err(invalid("groups", "fields-unfit"));
    }
    let listing = fields::listing(cx, kind).await?;
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
