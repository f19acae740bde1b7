use kernel::db::{Q, Tx};
use kernel::{Actor, ContactId, Context, CustomerId, Error, NewEvent, RecordKind, RecordRef, Result};
use serde_json::json;

use super::contact_row::{insert_rows, sign_in, values};
pub(super) use super::contact_row::{of, of_many};
use super::row::{find, find_any, find_in};
use super::{known, scope, write};
use crate::contact::checked_as;
use crate::{Contact, ContactMatch, Customer, Person};

/// Adds a contact to a customer; the first one is the primary contact.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid` as the rules say.
pub async fn add_contact(cx: &Context, customer: CustomerId, person: &Person) -> Result<Contact> {
    cx.tx(|tx| async move { add_contact_in(cx, &tx, customer, person).await }).await
}

/// The same in the transaction of something larger: of a lead's conversion.
///
/// # Errors
/// As [`add_contact`].
pub async fn add_contact_in(cx: &Context, tx: &Tx, customer: CustomerId, person: &Person) -> Result<Contact> {
    Customer::can_edit(&cx.actor)?;
    let found = find_in(cx, tx, customer).await?;
    let person = checked_as(person, "")?;
    let is_primary = of(tx, customer).await?.is_empty();
    let told = known::likeness_now(cx, tx, &found).await?;
    let contact = insert(cx, tx, &found, &person, is_primary).await?;
    write::retell(cx, tx, &found, told).await?;
    Ok(contact)
}

/// Writes a contact and its event.
pub(super) async fn insert(
    cx: &Context,
    tx: &Tx,
    customer: &Customer,
    person: &Person,
    is_primary: bool,
) -> Result<Contact> {
    let ids = insert_rows(tx, &[values(cx, customer, person, is_primary)]).await?;
    let id = ids.first().copied().ok_or(Error::NotFound)?;
    cx.record(tx, created(customer, id, person)).await?;
    let (customer_id, person) = (customer.id, person.clone());
    let contact =
        Contact { id, customer_id, person, is_primary, picture: None, version: 1, deleted_at: None };
    sign_in(tx, &contact).await?;
    Ok(contact)
}

/// What is told of a new contact, in the history of its customer.
fn created(customer: &Customer, id: ContactId, person: &Person) -> NewEvent {
    let payload = json!({ "contact_id": id, "name": person.name() });
    let record = RecordRef { kind: RecordKind::Contact, id: id.0 };
    NewEvent { record, version: 1, ..write::event("contact.created", None, customer, payload) }
}

/// Writes the contacts of many new customers with one statement, the first of each being the primary one, and their
/// events.
pub(super) async fn insert_all(
    cx: &Context,
    tx: &Tx,
    customers: &[Customer],
    people: &[&[Person]],
) -> Result<()> {
    let of_each = customers.iter().zip(people);
    let pairs: Vec<(&Customer, &Person)> =
        of_each.flat_map(|(customer, people)| people.iter().map(move |person| (customer, person))).collect();
    let mut rows = Vec::with_capacity(pairs.len());
    for (customer, people) in customers.iter().zip(people) {
        let of = |(place, person): (usize, &Person)| values(cx, customer, person, place == 0);
        rows.extend(people.iter().enumerate().map(of));
    }
    let ids = insert_rows(tx, &rows).await?;
    let mut events = Vec::with_capacity(pairs.len());
    for ((customer, person), id) in pairs.into_iter().zip(ids) {
        events.push(created(customer, id, person));
        if !person.has_portal {
            continue;
        }
        let (customer_id, person) = (customer.id, person.clone());
        let contact = Contact {
            id,
            customer_id,
            person,
            is_primary: false,
            picture: None,
            version: 1,
            deleted_at: None,
        };
        sign_in(tx, &contact).await?;
    }
    cx.record_all(tx, &events).await
}

/// The contacts of a customer that the actor may see, the primary one first.
///
/// # Errors
/// `NotFound`.
pub async fn contacts_of(cx: &Context, customer: CustomerId) -> Result<Vec<Contact>> {
    let id = find(cx, customer).await?.id;
    shown(cx, id).await
}

/// The same with their pictures, of a customer that the actor may see.
pub(super) async fn shown(cx: &Context, customer: CustomerId) -> Result<Vec<Contact>> {
    let mut contacts = of(cx.db(), customer).await?;
    let ids: Vec<i64> = contacts.iter().map(|contact| contact.id.0).collect();
    let mut pictures = records::pictures::of(cx.db(), RecordKind::Contact, &ids).await?;
    for contact in &mut contacts {
        contact.picture = pictures.remove(&contact.id.0);
    }
    Ok(contacts)
}

/// A contact with this address (as [`normal::email`] makes it) at a customer that the actor may see, the oldest one.
///
/// # Errors
/// `Unauthenticated`; `Forbidden` without any view of customers.
pub async fn find_contact_by_email(cx: &Context, norm: &str) -> Result<Option<ContactMatch>> {
    let sight = scope::condition(&cx.actor)?;
    let q = Q::new("select p.id, p.first_name, p.last_name, c.id, c.name from contact p")
        .push("join customer c on c.id = p.customer_id")
        .push("where p.email_norm = ? and p.deleted_at is null and c.deleted_at is null")
        .bind(norm)
        .append(sight)
        .push("order by p.id limit 1");
    let found: Option<(ContactId, String, String, CustomerId, String)> = q.optional(cx.db()).await?;
    Ok(found.map(|(contact_id, first, last, customer_id, customer)| {
        let contact = format!("{first} {last}").trim().to_owned();
        ContactMatch { contact_id, contact, customer_id, customer }
    }))
}

/// The contacts go where their customer goes: into the bin and out of it, and into the customer that it is merged into,
/// from which they come back when the merge is taken apart.
pub(super) async fn follow(cx: &Context, tx: &Tx, before: &Customer, after: &Customer) -> Result<()> {
    let survivor = cx.cause.merges.filter(|survivor| is_customer(*survivor)).map(|one| CustomerId(one.id));
    match (survivor, before.deleted_at, after.deleted_at) {
        (Some(survivor), None, Some(_)) => join(cx, tx, before.id, survivor).await,
        (Some(survivor), Some(_), None) => part(cx, tx, before.id, survivor).await,
        // No other customer is offered because of an address that is not in use.
        (None, None, Some(at)) => {
            sign_out(tx, before.id).await?;
            let q = Q::new("update contact set deleted_at = ? where customer_id = ? and deleted_at is null");
            q.bind(at).bind(before.id).run(tx).await.map(drop)
        }
        (None, Some(at), None) => {
            let q = Q::new("update contact set deleted_at = null where customer_id = ? and deleted_at = ?");
            q.bind(before.id).bind(at).run(tx).await?;
            for contact in of(tx, before.id).await? {
                sign_in(tx, &contact).await?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Nobody of a customer that goes signs in any more, and the addresses are free for others. A session in an open browser
/// ends by itself: whose customer is in the bin is nobody.
async fn sign_out(tx: &Tx, customer: CustomerId) -> Result<()> {
    let q =
        Q::new("delete from login_email where contact_id in (select id from contact where customer_id = ?)");
    q.bind(customer).run(tx).await.map(drop)
}

fn is_customer(record: RecordRef) -> bool {
    record.kind == RecordKind::Customer
}

/// The contacts of one customer become those of another, which keeps its own primary contact.
async fn join(cx: &Context, tx: &Tx, from: CustomerId, to: CustomerId) -> Result<()> {
    let survivor = find_any(&cx.on_behalf(Actor::System), tx, to).await?;
    let told = known::likeness_now(cx, tx, &survivor).await?;
    Q::new("insert into customer_part_move (record_kind, part_id, from_id, to_id, was_primary)")
        .push("select 'contact', id, customer_id, cast(? as bigint), is_primary from contact")
        .push("where customer_id = ? and deleted_at is null")
        .bind(to)
        .bind(from)
        .run(tx)
        .await?;
    Q::new("update contact set customer_id = ?, is_primary = ? where customer_id = ? and deleted_at is null")
        .bind(to)
        .bind(false)
        .bind(from)
        .run(tx)
        .await?;
    choose_primary(tx, to).await?;
    write::retell(cx, tx, &survivor, told).await
}

/// What came from a customer goes back to it.
async fn part(cx: &Context, tx: &Tx, to: CustomerId, from: CustomerId) -> Result<()> {
    let survivor = find_any(&cx.on_behalf(Actor::System), tx, from).await?;
    let told = known::likeness_now(cx, tx, &survivor).await?;
    Q::new(
        "update contact set customer_id = ?, is_primary = (select m.was_primary from customer_part_move m",
    )
    .push("where m.record_kind = 'contact' and m.part_id = contact.id and m.from_id = ? and m.to_id = ?)")
    .push("where id in (select part_id from customer_part_move where record_kind = 'contact' and from_id = ?")
    .push("and to_id = ?) and customer_id = ?")
    .bind(to)
    .bind(to)
    .bind(from)
    .bind(to)
    .bind(from)
    .bind(from)
    .run(tx)
    .await?;
    Q::new("delete from customer_part_move where record_kind = 'contact' and from_id = ? and to_id = ?")
        .bind(to)
        .bind(from)
        .run(tx)
        .await?;
    choose_primary(tx, from).await?;
    choose_primary(tx, to).await?;
    write::retell(cx, tx, &survivor, told).await
}

/// The oldest contact becomes the primary one where there is none.
pub(super) async fn choose_primary(tx: &Tx, customer: CustomerId) -> Result<()> {
    Q::new("update contact set is_primary = ? where id = (select min(id) from contact where customer_id = ?")
        .push("and deleted_at is null) and not exists (select 1 from contact p where p.customer_id = ?")
        .push("and p.is_primary and p.deleted_at is null)")
        .bind(true)
        .bind(customer)
        .bind(customer)
        .run(tx)
        .await
        .map(drop)
}
