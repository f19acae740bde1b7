//! Rows of contacts, as both databases give and take them.

use kernel::db::{FromRow, On, Q, Tx, Val};
use kernel::{ContactId, Context, CustomerId, Instant, Language, RecordKind, Result, Version, normal};
use staff::store::logins::{self, Login};

use crate::contact::{Direction, Scope};
use crate::{Contact, Customer, Notices, Permissions, Person};

/// Each column with its value by place in a row of JSON: [`values`].
const INSERT: &str = "insert into contact (customer_id, first_name, last_name, email, email_norm, phone, phone_norm, \
    position, is_primary, created_at, mobile, mobile_norm, direction, language, is_active, has_portal, scope, \
    permissions, notices) select \
    cast(r.value->>0 as bigint), cast(r.value->>1 as text), cast(r.value->>2 as text), cast(r.value->>3 as text), \
    cast(r.value->>4 as text), cast(r.value->>5 as text), cast(r.value->>6 as text), cast(r.value->>7 as text), \
    cast(r.value->>8 as boolean), cast(r.value->>9 as bigint), cast(r.value->>10 as text), \
    cast(r.value->>11 as text), cast(r.value->>12 as text), cast(r.value->>13 as text), \
    cast(r.value->>14 as boolean), cast(r.value->>15 as boolean), cast(r.value->>16 as text), \
    cast(r.value->>17 as bigint), cast(r.value->>18 as bigint)";

const COLUMNS: &str = "select id, customer_id, first_name, last_name, email, phone, mobile, position, direction, \
    language, is_active, has_portal, scope, permissions, notices, is_primary, version, deleted_at from contact";

/// A new contact's row.
pub(super) fn values(cx: &Context, customer: &Customer, person: &Person, is_primary: bool) -> Vec<Val> {
    let phone = dialled(cx, customer);
    vec![
        customer.id.into(),
        (&person.first_name).into(),
        (&person.last_name).into(),
        person.email.clone().into(),
        person.email.as_deref().and_then(normal::email).into(),
        person.phone.clone().into(),
        phone(person.phone.as_ref()).into(),
        person.position.clone().into(),
        is_primary.into(),
        cx.now.into(),
        person.mobile.clone().into(),
        phone(person.mobile.as_ref()).into(),
        person.direction.map(|direction| direction.code().to_owned()).into(),
        person.language.map(|language| language.code().to_owned()).into(),
        person.is_active.into(),
        person.has_portal.into(),
        person.scope.code().into(),
        person.sees.bits().into(),
        person.told.bits().into(),
    ]
}

/// How the numbers of a customer's people are dialled from abroad.
fn dialled(cx: &Context, customer: &Customer) -> impl Fn(Option<&String>) -> Option<String> {
    let country = customer.profile.country.clone().unwrap_or_else(|| cx.organisation().country.clone());
    move |phone| phone.and_then(|phone| normal::phone(phone, &country))
}

/// The numbers of new rows, in the order of the rows.
pub(super) async fn insert_rows(tx: &Tx, rows: &[Vec<Val>]) -> Result<Vec<ContactId>> {
    let q = Q::new(INSERT).dialect("from json_each(?) r", "from jsonb_array_elements(?) r(value)");
    let mut ids: Vec<(ContactId,)> = q.push("returning id").bind(Val::rows(rows)).all(tx).await?;
    // Both databases number the rows in the order of the array, but may answer in another.
    ids.sort_unstable();
    Ok(ids.into_iter().map(|(id,)| id).collect())
}

/// Stores a changed contact.
pub(super) async fn update(cx: &Context, tx: &Tx, customer: &Customer, contact: &Contact) -> Result<()> {
    let (person, phone) = (&contact.person, dialled(cx, customer));
    Q::new("update contact set first_name = ?, last_name = ?, email = ?, email_norm = ?, phone = ?, phone_norm = ?,")
        .push("mobile = ?, mobile_norm = ?, position = ?, direction = ?, language = ?, is_active = ?,")
        .push("has_portal = ?, scope = ?, permissions = ?, notices = ?, is_primary = ?, version = ?, deleted_at = ?")
        .push("where id = ?")
        .bind(&person.first_name)
        .bind(&person.last_name)
        .bind(person.email.clone())
        .bind(person.email.as_deref().and_then(normal::email))
        .bind(person.phone.clone())
        .bind(phone(person.phone.as_ref()))
        .bind(person.mobile.clone())
        .bind(phone(person.mobile.as_ref()))
        .bind(person.position.clone())
        .bind(person.direction.map(|direction| direction.code().to_owned()))
        .bind(person.language.map(|language| language.code().to_owned()))
        .bind(person.is_active)
        .bind(person.has_portal)
        .bind(person.scope.code())
        .bind(person.sees.bits())
        .bind(person.told.bits())
        .bind(contact.is_primary)
        .bind(contact.version)
        .bind(contact.deleted_at)
        .bind(contact.id)
        .run(tx)
        .await?;
    sign_in(tx, contact).await
}

/// Keeps the address with which a contact signs in, if it may.
pub(super) async fn sign_in(tx: &Tx, contact: &Contact) -> Result<()> {
    let (login, address) = (Login::Contact(contact.id), contact.login());
    let taken = |error| logins::taken(error, "email", "contact-login-taken");
    logins::set(tx, login, address.as_deref()).await.map_err(taken)
}

/// Takes removed contacts out of the database, with what stands of them in tables of others.
pub(super) async fn purge(tx: &Tx, ids: &[i64]) -> Result<()> {
    // The bytes of their pictures are swept: nothing knows them any more.
    drop(records::pictures::forget(tx, RecordKind::Contact, ids).await?);
    let parts = Q::new("delete from customer_part_move where record_kind = 'contact' and");
    parts.any_of("part_id", ids.iter().copied()).run(tx).await?;
    logins::purge_contacts(tx, ids).await?;
    consent::store::purge(tx, RecordKind::Contact, ids).await?;
    Q::new("delete from contact where").any_of("id", ids.iter().copied()).run(tx).await.map(drop)
}

/// The contacts of a customer, the primary one first; those that were removed are not among them.
pub(super) async fn of(on: impl Into<On<'_>>, customer: CustomerId) -> Result<Vec<Contact>> {
    let q = Q::new(COLUMNS).push("where customer_id = ? and deleted_at is null order by is_primary desc, id");
    all(q.bind(customer), on).await
}

/// The contacts of these customers.
pub(super) async fn of_many(on: impl Into<On<'_>>, customers: &[Customer]) -> Result<Vec<Contact>> {
    let ids: Vec<CustomerId> = customers.iter().map(|customer| customer.id).collect();
    of_these(on, &ids).await
}

/// The same of customers by their numbers.
pub(super) async fn of_these(on: impl Into<On<'_>>, customers: &[CustomerId]) -> Result<Vec<Contact>> {
    let q = Q::new(COLUMNS).push("where deleted_at is null and");
    let ids = customers.iter().map(|customer| customer.0);
    all(q.any_of("customer_id", ids).push("order by id"), on).await
}

/// These contacts, also those that were removed. Whoever asks decides who sees them.
pub(super) async fn several(on: impl Into<On<'_>>, ids: &[i64]) -> Result<Vec<Contact>> {
    let q = Q::new(COLUMNS).push("where").any_of("id", ids.iter().copied());
    all(q.push("order by id"), on).await
}

async fn all(q: Q, on: impl Into<On<'_>>) -> Result<Vec<Contact>> {
    let rows: Vec<Row> = q.all(on).await?;
    Ok(rows.into_iter().map(Row::into_contact).collect())
}

#[derive(FromRow)]
struct Row {
    id: ContactId,
    customer_id: CustomerId,
    first_name: String,
    last_name: String,
    email: Option<String>,
    phone: Option<String>,
    mobile: Option<String>,
    position: Option<String>,
    direction: Option<String>,
    language: Option<String>,
    is_active: bool,
    has_portal: bool,
    scope: String,
    permissions: i64,
    notices: i64,
    is_primary: bool,
    version: Version,
    deleted_at: Option<Instant>,
}

impl Row {
    fn into_contact(self) -> Contact {
        let person = Person {
            first_name: self.first_name,
            last_name: self.last_name,
            email: self.email,
            phone: self.phone,
            mobile: self.mobile,
            position: self.position,
            direction: self.direction.as_deref().and_then(Direction::parse),
            language: self.language.as_deref().and_then(Language::parse),
            is_active: self.is_active,
            has_portal: self.has_portal,
            scope: Scope::parse(&self.scope).unwrap_or_default(),
            sees: Permissions::of_bits(self.permissions),
            told: Notices::of_bits(self.notices),
        };
        let Self { id, customer_id, is_primary, version, deleted_at, .. } = self;
        Contact { id, customer_id, person, is_primary, picture: None, version, deleted_at }
    }
}
