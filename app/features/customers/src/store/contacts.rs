use futures::FutureExt;
use kernel::db::{FromRow, On, Q, Tx, Val};
use kernel::{
    Actor, ContactId, Context, CustomerId, Door, Error, OpenRecord, RecordKind, RecordRef, Result, Version,
    normal,
};
use serde_json::json;

use super::row::{find, find_any, find_in};
use super::{known, scope, write};
use crate::contact::checked_as;
use crate::{Contact, ContactMatch, Customer, Person};

/// Each column with its value by place in a row of JSON.
const INSERT: &str = "insert into contact (customer_id, first_name, last_name, email, email_norm, phone, phone_norm, \
    position, is_primary, created_at) select \
    cast(r.value->>0 as bigint), cast(r.value->>1 as text), cast(r.value->>2 as text), cast(r.value->>3 as text), \
    cast(r.value->>4 as text), cast(r.value->>5 as text), cast(r.value->>6 as text), cast(r.value->>7 as text), \
    cast(r.value->>8 as boolean), cast(r.value->>9 as bigint)";

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
    let ids = insert_rows(tx, &[row(cx, customer, person, is_primary)]).await?;
    let id = ids.first().copied().ok_or(Error::NotFound)?;
    let payload = json!({ "contact_id": id, "name": person.name() });
    cx.record(tx, write::event("contact.created", None, customer, payload)).await?;
    Ok(Contact {
        id,
        customer_id: customer.id,
        person: person.clone(),
        is_primary,
        picture: None,
        version: 1,
    })
}

/// Writes the contacts of many new customers with one statement, the first of each being the primary one, and their
/// events.
pub(super) async fn insert_all(
    cx: &Context,
    tx: &Tx,
    customers: &[Customer],
    people: &[&[Person]],
) -> Result<()> {
    let pairs =
        || customers.iter().zip(people).flat_map(|(one, people)| people.iter().map(move |p| (one, p)));
    let rows = customers.iter().zip(people).flat_map(|(customer, people)| {
        let of = move |(place, person): (usize, &Person)| row(cx, customer, person, place == 0);
        people.iter().enumerate().map(of)
    });
    let ids = insert_rows(tx, &rows.collect::<Vec<_>>()).await?;
    let events = pairs().zip(ids).map(|((customer, person), id)| {
        let payload = json!({ "contact_id": id, "name": person.name() });
        write::event("contact.created", None, customer, payload)
    });
    cx.record_all(tx, &events.collect::<Vec<_>>()).await
}

fn row(cx: &Context, customer: &Customer, person: &Person, is_primary: bool) -> Vec<Val> {
    let country = customer.profile.country.clone().unwrap_or_else(|| cx.organisation().country.clone());
    vec![
        customer.id.into(),
        (&person.first_name).into(),
        (&person.last_name).into(),
        person.email.clone().into(),
        person.email.as_deref().and_then(normal::email).into(),
        person.phone.clone().into(),
        person.phone.as_deref().and_then(|phone| normal::phone(phone, &country)).into(),
        person.position.clone().into(),
        is_primary.into(),
        cx.now.into(),
    ]
}

/// The numbers of new rows, in the order of the rows.
async fn insert_rows(tx: &Tx, rows: &[Vec<Val>]) -> Result<Vec<ContactId>> {
    let mut ids: Vec<(ContactId,)> = Q::new(INSERT)
        .dialect("from json_each(?) r", "from jsonb_array_elements(?) r(value)")
        .push("returning id")
        .bind(Val::rows(rows))
        .all(tx)
        .await?;
    // Both databases number the rows in the order of the array, but may answer in another.
    ids.sort_unstable();
    Ok(ids.into_iter().map(|(id,)| id).collect())
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

/// How contacts are opened by those who hang pictures on them: on the timeline of their customer, by who sees that.
pub(super) fn door() -> Door {
    Door { kind: RecordKind::Contact, open: |cx, id| async move { open(&cx, ContactId(id)).await }.boxed() }
}

async fn open(cx: &Context, id: ContactId) -> Result<OpenRecord> {
    let q = Q::new(COLUMNS).push("where id = ? and deleted_at is null").bind(id);
    let contact = q.one::<Row>(cx.db()).await?.into_contact();
    let customer = find(cx, contact.customer_id).await?;
    Ok(OpenRecord {
        record: contact.record(),
        timeline_id: customer.timeline_id,
        version: contact.version,
        title: contact.person.name(),
        audience: customer.audience(),
        locked: Customer::can_edit(&cx.actor).err(),
    })
}

const COLUMNS: &str =
    "select id, customer_id, first_name, last_name, email, phone, position, is_primary, version from contact";

pub(super) async fn of(on: impl Into<On<'_>>, customer: CustomerId) -> Result<Vec<Contact>> {
    let q = Q::new(COLUMNS).push("where customer_id = ? and deleted_at is null order by is_primary desc, id");
    let rows: Vec<Row> = q.bind(customer).all(on).await?;
    Ok(rows.into_iter().map(Row::into_contact).collect())
}

/// The contacts of these customers.
pub(super) async fn of_many(on: impl Into<On<'_>>, customers: &[Customer]) -> Result<Vec<Contact>> {
    let q = Q::new(COLUMNS).push("where deleted_at is null and");
    let ids = customers.iter().map(|customer| customer.id.0);
    let rows: Vec<Row> = q.any_of("customer_id", ids).push("order by id").all(on).await?;
    Ok(rows.into_iter().map(Row::into_contact).collect())
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
            let q = Q::new("update contact set deleted_at = ? where customer_id = ? and deleted_at is null");
            q.bind(at).bind(before.id).run(tx).await.map(drop)
        }
        (None, Some(at), None) => {
            let q = Q::new("update contact set deleted_at = null where customer_id = ? and deleted_at = ?");
            q.bind(before.id).bind(at).run(tx).await.map(drop)
        }
        _ => Ok(()),
    }
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
            picture: None,
            version,
        }
    }
}
