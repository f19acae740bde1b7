//! What belongs to a customer and is a record of its own, personal accounts for example: who sees the customer sees it,
//! and its history is the customer's.

use std::collections::HashMap;

use fields::{Branch, Record, Value, Values};
use kernel::db::{On, Q};
use kernel::{Actor, Context, CustomerId, Error, Instant, OpenRecord, Result, StaffId, TimelineId, Version};

use super::find::{Sight, sight};
use super::{audience, record};
use crate::Customer;

/// Those of these customers that the actor may see, also from the bin, as their parts need to know them: of
/// their fields, the currency.
///
/// # Errors
/// `Unauthenticated` for nobody. Who may see no customers at all sees none of these.
pub async fn of_parts(cx: &Context, on: impl Into<On<'_>>, ids: &[i64]) -> Result<HashMap<i64, Record>> {
    let on: On<'_> = on.into();
    let sight = match sight(&cx.actor) {
        Err(Error::Forbidden(_)) => return Ok(HashMap::new()),
        sight => sight?,
    };
    let q = Q::new("select c.id, c.name, c.manager_id, c.timeline_id, c.version, c.deleted_at, c.currency")
        .push("from customer c where")
        .any_of("c.id", ids.iter().copied())
        .append(sight.condition());
    let rows: Vec<(CustomerId, String, Option<StaffId>, TimelineId, Version, Option<Instant>, String)> =
        q.all(on).await?;
    let q = Q::new("select customer_id, staff_id from customer_administrator where");
    let administrators: Vec<(CustomerId, StaffId)> =
        q.any_of("customer_id", ids.iter().copied()).all(on).await?;
    let locked = Customer::can_edit(&cx.actor).err();
    let opened = rows.into_iter().map(|(id, title, manager, timeline_id, version, deleted_at, currency)| {
        let own = administrators.iter().filter(|(customer, _)| *customer == id).map(|(_, staff)| *staff);
        let audience = audience(manager, &own.collect::<Vec<_>>());
        let locked = locked.clone();
        let open = OpenRecord { record: record(id), timeline_id, version, title, audience, locked };
        let values = Values::default().with("currency", Value::from(currency.as_str()));
        (id.0, Record { open, deleted_at, values })
    });
    Ok(opened.collect())
}

/// Which parts an actor sees, for lists of them: `l.customer_id` says whose each is.
///
/// # Errors
/// `Unauthenticated`; `Forbidden` without any view of customers.
pub fn part_branches(actor: &Actor) -> Result<Vec<Branch>> {
    Ok(vec![match sight(actor)? {
        Sight::All => Branch::all(),
        own @ Sight::Of(_) => Branch::all().and(
            Q::new("exists (select 1 from customer c where c.id = l.customer_id")
                .append(own.condition())
                .push(")"),
        ),
    }])
}
