//! Rows of sites, as both databases give and take them.

use fields::CustomValues;
use kernel::db::{FromRow, Json, On, Q, Tx, Val};
use kernel::{ContactId, Context, Cursor, CustomerId, Instant, Page, Result, SiteId, Version, normal};

use crate::site::Place;
use crate::{Customer, Site};

/// The columns of a [`Row`], for a table named `l`. Who was removed, or is at another customer by now, is not shown.
const COLUMNS: &str = "select l.id, l.customer_id, l.name, l.contact_id, l.phone, l.email, l.street, l.postcode, l.city, \
     l.region, l.country, l.access_notes, l.custom, l.version, l.created_at, l.updated_at, l.deleted_at, \
     p.first_name, p.last_name from site l \
     left join contact p on p.id = l.contact_id and p.customer_id = l.customer_id and p.deleted_at is null";

/// Stores a new site and gives its number.
pub(super) async fn insert(cx: &Context, tx: &Tx, customer: CustomerId, place: &Place) -> Result<SiteId> {
    let q = Q::new("insert into site (name, sort_key, contact_id, phone, email, street, postcode, city, region, country,")
        .push("access_notes, custom, customer_id, created_by, created_at, updated_at)")
        .push("values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
        .bind_all(values(place))
        .bind(customer)
        .bind(cx.staff_id())
        .bind(cx.now)
        .bind(cx.now);
    q.number(tx).await.map(SiteId)
}

/// Stores a changed site.
pub(super) async fn update(tx: &Tx, site: &Site) -> Result<()> {
    Q::new("update site set name = ?, sort_key = ?, contact_id = ?, phone = ?, email = ?, street = ?, postcode = ?,")
        .push("city = ?, region = ?, country = ?, access_notes = ?, custom = ?, version = ?, updated_at = ?,")
        .push("deleted_at = ? where id = ?")
        .bind_all(values(&site.place))
        .bind(site.version)
        .bind(site.updated_at)
        .bind(site.deleted_at)
        .bind(site.id)
        .run(tx)
        .await
        .map(drop)
}

/// The values of the columns from `name` to `custom`.
fn values(place: &Place) -> Vec<Val> {
    vec![
        (&place.name).into(),
        normal::sort_key(&place.name).into(),
        place.contact_id.into(),
        place.phone.clone().into(),
        place.email.clone().into(),
        place.street.clone().into(),
        place.postcode.clone().into(),
        place.city.clone().into(),
        place.region.clone().into(),
        place.country.clone().into(),
        place.access_notes.clone().into(),
        Val::json(&place.custom),
    ]
}

/// Takes removed sites out of the database, with what is kept of their moves.
pub(super) async fn purge(tx: &Tx, ids: &[i64]) -> Result<()> {
    let moves = Q::new("delete from customer_part_move where record_kind = 'site' and");
    moves.any_of("part_id", ids.iter().copied()).run(tx).await?;
    Q::new("delete from site where").any_of("id", ids.iter().copied()).run(tx).await.map(drop)
}

/// These sites, also those that were removed. Whoever asks decides who sees them.
pub(super) async fn several(on: impl Into<On<'_>>, ids: &[i64]) -> Result<Vec<Site>> {
    let q = Q::new(COLUMNS).push("where").any_of("l.id", ids.iter().copied()).push("order by l.id");
    all(q, on).await
}

/// The sites of a customer by name, those that were removed not among them.
pub(super) async fn of(on: impl Into<On<'_>>, customer: CustomerId) -> Result<Vec<Site>> {
    let q =
        Q::new(COLUMNS).push("where l.customer_id = ? and l.deleted_at is null order by l.sort_key, l.id");
    all(q.bind(customer), on).await
}

/// How many there are.
pub(super) async fn count(on: impl Into<On<'_>>, customer: CustomerId) -> Result<i64> {
    let q = Q::new("select count(*) from site where customer_id = ? and deleted_at is null");
    q.bind(customer).number(on).await
}

/// A piece of them.
pub(super) async fn page(
    cx: &Context,
    customer: &Customer,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Page<Site>> {
    let (name, id) = after.and_then(Cursor::values::<(String, i64)>).unwrap_or_default();
    let q = Q::new(COLUMNS)
        .push("where l.customer_id = ? and l.deleted_at is null and (l.sort_key, l.id) > (?, ?)")
        .push("order by l.sort_key, l.id limit ?")
        .bind(customer.id)
        .bind(name)
        .bind(id)
        .bind(limit + 1);
    let sites = all(q, cx.db()).await?;
    Ok(Page::cut(sites, limit, |site| Cursor::new(&(normal::sort_key(&site.place.name), site.id))))
}

async fn all(q: Q, on: impl Into<On<'_>>) -> Result<Vec<Site>> {
    let rows: Vec<Row> = q.all(on).await?;
    Ok(rows.into_iter().map(Row::into_site).collect())
}

#[derive(FromRow)]
struct Row {
    id: SiteId,
    customer_id: CustomerId,
    name: String,
    contact_id: Option<ContactId>,
    phone: Option<String>,
    email: Option<String>,
    street: Option<String>,
    postcode: Option<String>,
    city: Option<String>,
    region: Option<String>,
    country: Option<String>,
    access_notes: Option<String>,
    custom: Json<CustomValues>,
    version: Version,
    created_at: Instant,
    updated_at: Instant,
    deleted_at: Option<Instant>,
    first_name: Option<String>,
    last_name: Option<String>,
}

impl Row {
    fn into_site(self) -> Site {
        let place = Place {
            name: self.name,
            contact_id: self.contact_id,
            phone: self.phone,
            email: self.email,
            street: self.street,
            postcode: self.postcode,
            city: self.city,
            region: self.region,
            country: self.country,
            access_notes: self.access_notes,
            custom: self.custom.0,
        };
        let last_name = self.last_name.unwrap_or_default();
        let contact = self.first_name.map(|first| format!("{first} {last_name}").trim().to_owned());
        let Self { id, customer_id, version, created_at, updated_at, deleted_at, .. } = self;
        Site { id, customer_id, place, contact, version, created_at, updated_at, deleted_at }
    }
}
