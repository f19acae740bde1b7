//! Many new customers with their contacts at once: one statement for each table.

use kernel::db::Tx;
use kernel::{Context, CustomerId, ImportId, NewEvent, Result, TimelineId};
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
    let made = new.iter().map(|(profile, people)| (fresh(cx, profile.clone()), people.clone())).collect();
    let customers = insert_made(cx, tx, made, import).await?;
    Ok(customers.into_iter().map(|customer| customer.id).collect())
}

/// The same of customers that are not stored yet.
///
/// # Errors
/// As [`kernel::db::Q::all`].
pub(super) async fn insert_made(
    cx: &Context,
    tx: &Tx,
    new: Vec<(Customer, Vec<Person>)>,
    import: Option<ImportId>,
) -> Result<Vec<Customer>> {
    let timelines = records::timeline::begin_many(cx, tx, new.len()).await?;
    let (mut customers, people): (Vec<Customer>, Vec<Vec<Person>>) = new.into_iter().unzip();
    for (customer, timeline_id) in customers.iter_mut().zip(timelines) {
        customer.timeline_id = timeline_id;
    }
    let people: Vec<&[Person]> = people.iter().map(Vec::as_slice).collect();
    write::insert(cx, tx, &mut customers, &people, import).await?;
    let created: Vec<NewEvent> = customers.iter().map(|one| created(one, import)).collect();
    cx.record_all(tx, &created).await?;
    contacts::insert_all(cx, tx, &customers, &people).await?;
    Ok(customers)
}

/// What is told of a new customer, and from which import it comes.
fn created(customer: &Customer, import: Option<ImportId>) -> NewEvent {
    let name = &customer.profile.name;
    let payload = match import {
        Some(import) => json!({ "name": name, "import_id": import }),
        None => json!({ "name": name }),
    };
    write::event("customer.created", None, customer, payload)
}
