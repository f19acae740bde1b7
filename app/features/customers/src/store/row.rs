use std::collections::HashMap;

use fields::CustomValues;
use kernel::db::{FromRow, Json, On, Q, Tx};
use kernel::{
    ChannelId, Context, CustomerId, CustomerStatusId, Error, GroupId, Instant, Language, LeadId, RecordKind,
    RecordRef, Result, SegmentId, StaffId, TimelineId, Version, merged,
};

use super::scope;
use crate::{Customer, CustomerKind, Profile};

/// The columns of a [`Row`], for a table named `l`.
const COLUMNS: &str = "select l.id, l.kind, l.name, l.number, l.division, l.email, l.phone, l.mobile, l.website, \
     l.vat_number, l.segment_id, l.status_id, l.channel_id, l.manager_id, l.service_manager_id, l.currency, l.language, \
     l.street, l.postcode, l.city, l.region, l.country, l.shipping_street, l.shipping_postcode, l.shipping_city, \
     l.shipping_region, l.shipping_country, l.is_active, l.custom, l.timeline_id, l.origin_lead_id, l.version, \
     l.created_by, l.created_at, l.updated_at, l.deleted_at from customer l";

/// A row of the table, as both databases give it.
#[derive(FromRow)]
struct Row {
    id: CustomerId,
    kind: String,
    name: String,
    number: Option<String>,
    division: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    mobile: Option<String>,
    website: Option<String>,
    vat_number: Option<String>,
    segment_id: Option<SegmentId>,
    status_id: Option<CustomerStatusId>,
    channel_id: Option<ChannelId>,
    manager_id: Option<StaffId>,
    service_manager_id: Option<StaffId>,
    currency: String,
    language: Option<String>,
    street: Option<String>,
    postcode: Option<String>,
    city: Option<String>,
    region: Option<String>,
    country: Option<String>,
    shipping_street: Option<String>,
    shipping_postcode: Option<String>,
    shipping_city: Option<String>,
    shipping_region: Option<String>,
    shipping_country: Option<String>,
    is_active: bool,
    custom: Json<CustomValues>,
    timeline_id: TimelineId,
    origin_lead_id: Option<LeadId>,
    version: Version,
    created_by: Option<StaffId>,
    created_at: Instant,
    updated_at: Instant,
    deleted_at: Option<Instant>,
}

impl Row {
    /// The customer, still without what stands in tables of its own: groups, administrators, tags.
    fn into_customer(self) -> Customer {
        let profile = Profile {
            kind: CustomerKind::parse(&self.kind).unwrap_or_default(),
            name: self.name,
            number: self.number,
            division: self.division,
            email: self.email,
            phone: self.phone,
            mobile: self.mobile,
            website: self.website,
            vat_number: self.vat_number,
            segment_id: self.segment_id,
            status_id: self.status_id,
            channel_id: self.channel_id,
            groups: Vec::new(),
            manager_id: self.manager_id,
            service_manager_id: self.service_manager_id,
            administrators: Vec::new(),
            currency: self.currency.parse().ok(),
            language: self.language.as_deref().and_then(Language::parse),
            street: self.street,
            postcode: self.postcode,
            city: self.city,
            region: self.region,
            country: self.country,
            shipping_street: self.shipping_street,
            shipping_postcode: self.shipping_postcode,
            shipping_city: self.shipping_city,
            shipping_region: self.shipping_region,
            shipping_country: self.shipping_country,
            is_active: self.is_active,
            custom: self.custom.0,
        };
        Customer {
            id: self.id,
            profile,
            tags: Vec::new(),
            contact: None,
            picture: None,
            timeline_id: self.timeline_id,
            origin_lead_id: self.origin_lead_id,
            version: self.version,
            created_by: self.created_by,
            created_at: self.created_at,
            updated_at: self.updated_at,
            deleted_at: self.deleted_at,
        }
    }
}

/// A customer, if the actor may see it and it is not in the bin; of one that was merged into another, that other one.
///
/// # Errors
/// `NotFound` in both other cases alike; `Unauthenticated` for nobody.
pub async fn find(cx: &Context, id: CustomerId) -> Result<Customer> {
    match in_use(cx, cx.db(), id).await {
        Err(Error::NotFound) => {
            let record = RecordRef { kind: RecordKind::Customer, id: id.0 };
            let survivor = merged::survivor(cx.db(), record).await?.ok_or(Error::NotFound)?;
            in_use(cx, cx.db(), CustomerId(survivor.id)).await
        }
        answer => answer,
    }
}

/// The same in a transaction, where it is locked for what is to come; one that was merged is not there.
///
/// # Errors
/// As [`find`].
pub async fn find_in(cx: &Context, tx: &Tx, id: CustomerId) -> Result<Customer> {
    in_use(cx, tx, id).await
}

async fn in_use(cx: &Context, on: impl Into<On<'_>>, id: CustomerId) -> Result<Customer> {
    let customer = find_any(cx, on, id).await?;
    if customer.deleted_at.is_none() { Ok(customer) } else { Err(Error::NotFound) }
}

/// A customer that the actor may see, also from the bin; in a transaction it is locked.
///
/// # Errors
/// `NotFound` if there is none or it may not be seen; `Unauthenticated` for nobody.
pub(super) async fn find_any(cx: &Context, on: impl Into<On<'_>>, id: CustomerId) -> Result<Customer> {
    match several(cx, on, &[id]).await {
        // Who sees no customers at all learns nothing of this one.
        Err(Error::Forbidden(_)) => Err(Error::NotFound),
        found => found?.remove(&id).ok_or(Error::NotFound),
    }
}

/// Several customers that the actor may see, also from the bin; in a transaction they are locked, in the order of their
/// ids. Those that are not there or not seen are left out.
///
/// # Errors
/// Those of [`scope::branches`].
pub(super) async fn several(
    cx: &Context,
    on: impl Into<On<'_>>,
    ids: &[CustomerId],
) -> Result<HashMap<CustomerId, Customer>> {
    let (on, branches) = (on.into(), scope::branches(&cx.actor)?);
    let q = Q::new(COLUMNS).push("where").any_of("l.id", ids.iter().map(|id| id.0)).push("order by l.id");
    let q = if matches!(on, On::Tx(_)) { q.dialect("", "for update") } else { q };
    let rows: Vec<Row> = q.all(on).await?;
    let mut customers: Vec<Customer> = rows.into_iter().map(Row::into_customer).collect();
    complete(on, &mut customers).await?;
    customers.retain(|customer| branches.iter().any(|branch| branch.shows(customer)));
    Ok(customers.into_iter().map(|customer| (customer.id, customer)).collect())
}

/// Puts in what stands in tables of its own.
async fn complete(on: On<'_>, customers: &mut [Customer]) -> Result<()> {
    if customers.is_empty() {
        return Ok(());
    }
    let ids: Vec<i64> = customers.iter().map(|customer| customer.id.0).collect();
    let mut groups =
        linked(on, "select customer_id, group_id from customer_grouping where", &ids, GroupId).await?;
    let given = "select customer_id, staff_id from customer_administrator where";
    let mut given = linked(on, given, &ids, StaffId).await?;
    let mut contacts = primary_names(on, &ids).await?;
    let mut pictures = records::pictures::of(on, RecordKind::Customer, &ids).await?;
    let timelines: Vec<TimelineId> = customers.iter().map(|customer| customer.timeline_id).collect();
    let mut tags = records::store::tags::tags_of(on, &timelines).await?;
    for customer in customers {
        customer.profile.groups = groups.remove(&customer.id).unwrap_or_default();
        customer.profile.administrators = given.remove(&customer.id).unwrap_or_default();
        customer.tags = tags.remove(&customer.timeline_id).unwrap_or_default();
        customer.contact = contacts.remove(&customer.id);
        customer.picture = pictures.remove(&customer.id.0);
    }
    Ok(())
}

/// What is linked to each of these customers, in ascending order.
async fn linked<T: Ord>(
    on: On<'_>,
    select: &'static str,
    ids: &[i64],
    make: fn(i64) -> T,
) -> Result<HashMap<CustomerId, Vec<T>>> {
    let rows: Vec<(CustomerId, i64)> =
        Q::new(select).any_of("customer_id", ids.iter().copied()).all(on).await?;
    let mut linked: HashMap<CustomerId, Vec<T>> = HashMap::new();
    for (customer, id) in rows {
        linked.entry(customer).or_default().push(make(id));
    }
    linked.values_mut().for_each(|all| all.sort_unstable());
    Ok(linked)
}

async fn primary_names(on: On<'_>, ids: &[i64]) -> Result<HashMap<CustomerId, String>> {
    let q = Q::new(
        "select customer_id, first_name, last_name from contact where is_primary and deleted_at is null and",
    );
    let rows: Vec<(CustomerId, String, String)> =
        q.any_of("customer_id", ids.iter().copied()).all(on).await?;
    let name = |first: String, last: String| format!("{first} {last}").trim().to_owned();
    Ok(rows.into_iter().map(|(id, first, last)| (id, name(first, last))).collect())
}
