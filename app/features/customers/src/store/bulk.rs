//! Many new customers with their contacts at once: one statement for each table.

use kernel::db::Tx;
use kernel::{Context, CustomerId, ImportId, Result, TimelineId};
use serde_json::json;

use super::{contacts, write};
use crate::{Customer, Person, Profile};

/// A new customer that is not stored yet, made now by who acts.
pub(super) fn fresh(cx: &Context, profile: Profile) -> Customer {
    Customer {
        id: CustomerId(0),
        profile,
        tags: Vec::new(),
        contact: None,
        picture: None,
        timeline_id: TimelineId(0),
        origin_lead_id: None,
        version: 1,
        created_by: cx.staff_id(),
        created_at: cx.now,
        updated_at: cx.now,
        deleted_at: None,
    }
}

/// Stores new customers, each with its contacts, the first of whom is the primary one. The fields have to be in order.
///
/// # Errors
/// As [`kernel::db::Q::all`].
pub(super) async fn insert(
    cx: &Context,
    tx: &Tx,
    new: &[(Profile, Vec<Person>)],
    import: Option<ImportId>,
) -> Result<Vec<CustomerId>> {
    let timelines = records::timeline::begin_many(cx, tx, new.len()).await?;
    let customer = |((profile, _), timeline_id): (&(Profile, Vec<Person>), TimelineId)| Customer {
        timeline_id,
        ..fresh(cx, profile.clone())
    };
    let mut customers: Vec<Customer> = new.iter().zip(timelines).map(customer).collect();
    let people: Vec<&[Person]> = new.iter().map(|(_, people)| people.as_slice()).collect();
    write::insert(cx, tx, &mut customers, &people, import).await?;
    let created = customers.iter().map(|customer| {
        write::event("customer.created", None, customer, json!({ "name": customer.profile.name }))
    });
    cx.record_all(tx, &created.collect::<Vec<_>>()).await?;
    contacts::insert_all(cx, tx, &customers, &people).await?;
    Ok(customers.into_iter().map(|customer| customer.id).collect())
}
