use kernel::db::{FromRow, On, Q, Tx};
use kernel::{ContactId, Context, CustomerId, NewEvent, Result, Version, normal};
use serde_json::json;

use super::find::{administrators, find, find_row, sight};
use super::{audience, known, record, search};
use crate::rules::checked_person;
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
    let person = checked_person(person, "")?;
    let found = find_row(cx, tx, customer, false).await?;
    let is_primary = of(tx, customer).await?.is_empty();
    let before = known::likeness_now(cx, tx, &found).await?;
    let contact = insert(cx, tx, &found, &person, is_primary).await?;
    known::write(cx, tx, customer, before, known::likeness_now(cx, tx, &found).await?).await?;
    let administrators = administrators(tx, customer).await?;
    search::index(tx, customer, &found.profile, &administrators).await?;
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
    let country = cx.organisation().country.clone();
    let id = Q::new(
        "insert into contact (customer_id, first_name, last_name, email, email_norm, phone, phone_norm,",
    )
    .push("position, is_primary, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
    .bind(customer.id)
    .bind(person.first_name.as_str())
    .bind(person.last_name.as_str())
    .bind(person.email.clone())
    .bind(person.email.as_deref().and_then(normal::email))
    .bind(person.phone.clone())
    .bind(person.phone.as_deref().and_then(|phone| normal::phone(phone, &country)))
    .bind(person.position.clone())
    .bind(is_primary)
    .bind(cx.now)
    .number(tx)
    .await?;
    let administrators = administrators(tx, customer.id).await?;
    let event = NewEvent {
        kind: "contact.created",
        record: record(customer.id),
        timeline_id: Some(customer.timeline_id),
        version: customer.version,
        payload: json!({ "contact_id": id, "name": person.name() }),
        audience: audience(customer.profile.manager_id, &administrators),
    };
    cx.record(tx, event).await?;
    Ok(Contact {
        id: ContactId(id),
        customer_id: customer.id,
        person: person.clone(),
        is_primary,
        version: 1,
    })
}

/// The contacts of a customer that the actor may see, the primary one first.
///
/// # Errors
/// `NotFound`.
pub async fn contacts_of(cx: &Context, customer: CustomerId) -> Result<Vec<Contact>> {
    find(cx, customer).await?;
    of(cx.db(), customer).await
}

pub(super) async fn of(on: impl Into<On<'_>>, customer: CustomerId) -> Result<Vec<Contact>> {
    let rows: Vec<Row> =
        Q::new("select id, customer_id, first_name, last_name, email, phone, position, is_primary, version")
            .push("from contact where customer_id = ? and deleted_at is null order by is_primary desc, id")
            .bind(customer)
            .all(on)
            .await?;
    Ok(rows.into_iter().map(Row::into_contact).collect())
}

/// A contact with this address (as [`normal::email`] makes it) at a customer that the actor may see, the oldest one.
///
/// # Errors
/// `Unauthenticated`; `Forbidden` without any view of customers.
pub async fn find_contact_by_email(cx: &Context, norm: &str) -> Result<Option<ContactMatch>> {
    let sight = sight(&cx.actor)?;
    let q = Q::new("select p.id, p.first_name, p.last_name, c.id, c.name from contact p")
        .push("join customer c on c.id = p.customer_id")
        .push("where p.email_norm = ? and p.deleted_at is null and c.deleted_at is null")
        .bind(norm)
        .append(sight.condition())
        .push("order by p.id limit 1");
    let found: Option<(ContactId, String, String, CustomerId, String)> = q.optional(cx.db()).await?;
    Ok(found.map(|(contact_id, first, last, customer_id, customer)| {
        let contact = format!("{first} {last}").trim().to_owned();
        ContactMatch { contact_id, contact, customer_id, customer }
    }))
}

#[derive(FromRow)]
struct Row {
    id: ContactId,
    customer_id: CustomerId,
    first_name: String,
    last_name: String,
    email: Option<String>,
    phone: Option<String>,
    position: Option<String>,
    is_primary: bool,
    version: Version,
}

impl Row {
    fn into_contact(self) -> Contact {
        let Self { id, customer_id, first_name, last_name, email, phone, position, is_primary, version } =
            self;
        Contact {
            id,
            customer_id,
            person: Person { first_name, last_name, email, phone, position },
            is_primary,
            version,
        }
    }
}
