use kernel::db::{On, Q, Tx, Val};
use kernel::{
    Area, Arg, Audience, Can, Context, CustomerId, Error, LeadId, NewEvent, Result, StaffId, Text,
    TimelineId, Version, invalid, normal,
};
use serde_json::{Value, json};

use super::find::{administrators, find, find_row};
use super::{audience, contacts, known, record, search};
use crate::rules::{checked_person, checked_profile};
use crate::{Customer, Person, Profile};

/// A customer that is about to be made.
#[derive(Clone, Debug, Default)]
pub struct NewCustomer {
    /// The profile. Without a manager it gets who makes it.
    pub profile: Profile,
    /// The primary contact; an empty one is left out.
    pub contact: Person,
    /// The lead that it is made from.
    pub origin: Option<LeadId>,
    /// The lead's timeline, if they share it from now on; otherwise it begins one of its own.
    pub timeline: Option<TimelineId>,
    /// Staff who may see it without the general permission.
    pub administrators: Vec<StaffId>,
}

/// Makes a customer with its primary contact.
///
/// # Errors
/// `Forbidden`; `Invalid` for the fields of the profile, and for those of the contact with `contact_` before the name.
pub async fn create(cx: &Context, new: &NewCustomer) -> Result<CustomerId> {
    cx.tx(|tx| async move { insert_in(cx, &tx, new).await }).await
}

/// Makes a customer inside a transaction that does more, such as a conversion.
///
/// # Errors
/// As [`create`].
pub async fn insert_in(cx: &Context, tx: &Tx, new: &NewCustomer) -> Result<CustomerId> {
    cx.actor.require(Area::Customers, Can::Create)?;
    let (profile, person) = checked(cx, tx, new).await?;
    let timeline_id = match new.timeline {
        Some(timeline) => timeline,
        None => records::timeline::begin(cx, tx).await?,
    };
    let id = write(cx, tx, &profile, timeline_id, new.origin).await?;
    for staff in &new.administrators {
        let q = Q::new(
            "insert into customer_administrator (customer_id, staff_id) values (?, ?) on conflict do nothing",
        );
        q.bind(id).bind(*staff).run(tx).await?;
    }
    let (created_at, updated_at, version) = (cx.now, cx.now, 1);
    let origin_lead_id = new.origin;
    let customer = Customer { id, profile, timeline_id, origin_lead_id, version, created_at, updated_at };
    let all = audience(customer.profile.manager_id, &new.administrators);
    let payload = json!({ "name": customer.profile.name, "origin_lead_id": origin_lead_id });
    cx.record(tx, event("customer.created", &customer, payload, all)).await?;
    if let Some(person) = &person {
        contacts::insert(cx, tx, &customer, person, true).await?;
    }
    search::index(tx, id, &customer.profile, &new.administrators).await?;
    let told = known::likeness(cx, &customer.profile, person.as_ref());
    known::write(cx, tx, id, Vec::new(), told).await?;
    Ok(id)
}

/// Checks profile and contact together, so that a person is told everything at once.
async fn checked(cx: &Context, tx: &Tx, new: &NewCustomer) -> Result<(Profile, Option<Person>)> {
    let profile = checked_profile(&new.profile);
    let person = match new.contact.is_empty() {
        true => Ok(None),
        false => checked_person(&new.contact, "contact_").map(Some),
    };
    let (mut profile, person) = match (profile, person) {
        (Ok(profile), Ok(person)) => (profile, person),
        (Err(Error::Invalid(mut one)), Err(Error::Invalid(other))) => {
            one.extend(other);
            return Err(Error::Invalid(one));
        }
        (Err(error), _) | (_, Err(error)) => return Err(error),
    };
    profile.manager_id = profile.manager_id.or(cx.staff_id());
    require_manager(cx, On::Tx(tx), profile.manager_id, None).await?;
    Ok((profile, person))
}

/// A manager is somebody who works here; one who has left stays where he is, but is not chosen anew.
async fn require_manager(
    cx: &Context,
    on: On<'_>,
    manager: Option<StaffId>,
    before: Option<StaffId>,
) -> Result<()> {
    let Some(id) = manager.filter(|id| Some(*id) != before) else { return Ok(()) };
    let known = staff::names_on(cx, on).await?.iter().any(|staff| staff.id == id && staff.is_active);
    if known { Ok(()) } else { Err(invalid("manager_id", "customer-manager-unknown")) }
}

async fn write(
    cx: &Context,
    tx: &Tx,
    profile: &Profile,
    timeline: TimelineId,
    origin: Option<LeadId>,
) -> Result<CustomerId> {
    Q::new("insert into customer (kind, name, sort_key, email, email_norm, phone, phone_norm, website, street, city, region,")
        .push("postcode, country, manager_id, currency, language, is_active, timeline_id, origin_lead_id, created_by,")
        .push("created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
        .bind_all(columns(cx, profile))
        .bind(timeline)
        .bind(origin)
        .bind(cx.staff_id())
        .bind(cx.now)
        .bind(cx.now)
        .number(tx)
        .await
        .map(CustomerId)
}

/// The values of the columns from `kind` to `is_active`.
pub(super) fn columns(cx: &Context, profile: &Profile) -> [Val; 17] {
    let organisation = cx.organisation();
    let phone = profile.phone.as_deref();
    [
        profile.kind.code().into(),
        profile.name.as_str().into(),
        normal::sort_key(&profile.name).into(),
        profile.email.clone().into(),
        profile.email.as_deref().and_then(normal::email).into(),
        profile.phone.clone().into(),
        phone.and_then(|phone| normal::phone(phone, &organisation.country)).into(),
        profile.website.clone().into(),
        profile.street.clone().into(),
        profile.city.clone().into(),
        profile.region.clone().into(),
        profile.postcode.clone().into(),
        profile.country.clone().into(),
        profile.manager_id.into(),
        profile.currency.unwrap_or(organisation.currency).into(),
        profile.language.map(kernel::Language::code).into(),
        profile.is_active.into(),
    ]
}

/// Changes the profile.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Invalid`; `Conflict` with the customer as it is now if somebody was quicker.
pub async fn update(cx: &Context, id: CustomerId, version: Version, profile: &Profile) -> Result<Customer> {
    let before = find(cx, id).await?;
    Customer::can_edit(&cx.actor)?;
    let profile = &checked_profile(profile)?;
    require_manager(cx, On::Db(cx.db()), profile.manager_id, before.profile.manager_id).await?;
    let names = &staff::names(cx).await?;
    cx.tx(|tx| async move {
        let old = find_row(cx, &tx, id, false).await?;
        if old.version != version {
            return Err(Error::conflict(Text::new("customer-conflict"), &old));
        }
        let profile = Profile { currency: profile.currency.or(old.profile.currency), ..profile.clone() };
        let name_of = |id: StaffId| names.iter().find(|staff| staff.id == id).map(|staff| staff.name.clone());
        let changes = changes(&old.profile, &profile, name_of);
        if changes.is_empty() {
            return Ok(old);
        }
        let before = known::likeness_now(cx, &tx, &old).await?;
        overwrite(cx, &tx, &old, &profile).await?;
        let administrators = administrators(&tx, id).await?;
        let new = Customer { profile, version: old.version + 1, updated_at: cx.now, ..old.clone() };
        search::index(&tx, id, &new.profile, &administrators).await?;
        known::write(cx, &tx, id, before, known::likeness_now(cx, &tx, &new).await?).await?;
        let seen = seen_by(&old, &new, &administrators);
        cx.record(&tx, event("customer.updated", &new, json!({ "changes": changes }), seen)).await?;
        Ok(new)
    })
    .await
}

async fn overwrite(cx: &Context, tx: &Tx, old: &Customer, profile: &Profile) -> Result<()> {
    let touched = Q::new(
        "update customer set (kind, name, sort_key, email, email_norm, phone, phone_norm, website, street,",
    )
    .push("city, region, postcode, country, manager_id, currency, language, is_active)")
    .push("= (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), updated_at = ?, version = version + 1")
    .push("where id = ? and version = ?")
    .bind_all(columns(cx, profile))
    .bind(cx.now)
    .bind(old.id)
    .bind(old.version)
    .run(tx)
    .await?;
    // On PostgreSQL another transaction may have ended between our reading and our writing.
    if touched == 0 { Err(Error::Busy) } else { Ok(()) }
}

fn seen_by(old: &Customer, new: &Customer, administrators: &[StaffId]) -> Audience {
    let mut seen = audience(new.profile.manager_id, administrators);
    let former = old.profile.manager_id.filter(|id| !seen.staff.contains(id));
    seen.former.extend(former);
    seen
}

fn changes(old: &Profile, new: &Profile, name_of: impl Fn(StaffId) -> Option<String>) -> Vec<Value> {
    let word = |key: &'static str| serde_json::to_value(Arg::from(Text::new(key))).unwrap_or_default();
    let row = |field: &str, old: Value, new: Value| {
        (old != new).then(|| json!({ "field": field, "old": old, "new": new }))
    };
    let text = |field: &str, old: &Option<String>, new: &Option<String>| row(field, json!(old), json!(new));
    let manager = |id: Option<StaffId>| json!(id.map(|id| name_of(id).unwrap_or_else(|| id.to_string())));
    let rows = [
        row("kind", word(old.kind.label()), word(new.kind.label())),
        row("name", json!(old.name), json!(new.name)),
        text("email", &old.email, &new.email),
        text("phone", &old.phone, &new.phone),
        text("website", &old.website, &new.website),
        text("street", &old.street, &new.street),
        text("city", &old.city, &new.city),
        text("region", &old.region, &new.region),
        text("postcode", &old.postcode, &new.postcode),
        text("country", &old.country, &new.country),
        row("manager", manager(old.manager_id), manager(new.manager_id)),
        row(
            "currency",
            json!(old.currency.map(|c| c.to_string())),
            json!(new.currency.map(|c| c.to_string())),
        ),
        row(
            "language",
            json!(old.language.map(kernel::Language::name)),
            json!(new.language.map(kernel::Language::name)),
        ),
        row("is_active", json!(old.is_active), json!(new.is_active)),
    ];
    rows.into_iter().flatten().collect()
}

/// Deletes a customer. It can be taken back with [`restore`].
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn delete(cx: &Context, id: CustomerId) -> Result<()> {
    find(cx, id).await?;
    Customer::can_delete(&cx.actor)?;
    cx.tx(|tx| async move {
        let customer = find_row(cx, &tx, id, false).await?;
        set_deleted(cx, &tx, &customer, true).await
    })
    .await
}

/// Takes a deleted customer back.
///
/// # Errors
/// As [`delete`].
pub async fn restore(cx: &Context, id: CustomerId) -> Result<()> {
    Customer::can_delete(&cx.actor)?;
    cx.tx(|tx| async move {
        let customer = find_row(cx, &tx, id, true).await?;
        set_deleted(cx, &tx, &customer, false).await
    })
    .await
}

/// Takes a customer away whose conversion is undone. The caller has asked for permission to undo it.
///
/// # Errors
/// `NotFound`.
pub async fn delete_for_undo(cx: &Context, tx: &Tx, id: CustomerId) -> Result<()> {
    let house = &cx.on_behalf(kernel::Actor::System);
    let customer = find_row(house, tx, id, false).await?;
    set_deleted(cx, tx, &customer, true).await
}

async fn set_deleted(cx: &Context, tx: &Tx, customer: &Customer, gone: bool) -> Result<()> {
    let q = Q::new("update customer set deleted_at = ?, updated_at = ?, version = version + 1 where id = ?");
    q.bind(gone.then_some(cx.now)).bind(cx.now).bind(customer.id).run(tx).await?;
    let before = if gone { known::likeness_now(cx, tx, customer).await? } else { Vec::new() };
    // Its contacts go and come with it: no other customer is offered because of an address that is not in use.
    let q = Q::new("update contact set deleted_at = ? where customer_id = ?");
    q.bind(gone.then_some(cx.now)).bind(customer.id).run(tx).await?;
    let administrators = administrators(tx, customer.id).await?;
    match gone {
        true => search::forget(tx, customer.id).await?,
        false => search::index(tx, customer.id, &customer.profile, &administrators).await?,
    }
    let after = if gone { Vec::new() } else { known::likeness_now(cx, tx, customer).await? };
    known::write(cx, tx, customer.id, before, after).await?;
    let new = Customer { version: customer.version + 1, ..customer.clone() };
    let kind = if gone { "customer.deleted" } else { "customer.restored" };
    let all = audience(customer.profile.manager_id, &administrators);
    cx.record(tx, event(kind, &new, json!({ "name": customer.profile.name }), all)).await
}

/// Tells in a customer's history of what another feature did, in its transaction. The caller has asked for permission.
///
/// # Errors
/// `NotFound`.
pub async fn tell(cx: &Context, tx: &Tx, id: CustomerId, kind: &'static str, payload: Value) -> Result<()> {
    let house = &cx.on_behalf(kernel::Actor::System);
    let customer = find_row(house, tx, id, false).await?;
    let seen = audience(customer.profile.manager_id, &administrators(tx, id).await?);
    cx.record(tx, event(kind, &customer, payload, seen)).await
}

pub(super) fn event(kind: &'static str, customer: &Customer, payload: Value, audience: Audience) -> NewEvent {
    let (timeline_id, version) = (Some(customer.timeline_id), customer.version);
    NewEvent { kind, record: record(customer.id), timeline_id, version, payload, audience }
}
