use customers::{CustomerKind, Person};
use fields::{FieldType, Target, definitions};
use kernel::db::{Q, Tx};
use kernel::{
    Context, CustomerId, Error, LeadId, NewEvent, RecordKind, Result, StageId, Version, forbidden, invalid,
    normal,
};
use serde_json::{Value, json};

use super::write::{self, Change};
use super::{find, find_any, moves, require_edit, stale, words};
use crate::{Conversion, Lead, guess_names};

/// Makes a customer with its primary contact of a lead, or attaches the person to a customer that is there. The lead
/// goes to the conversion stage. Notes, files, tags, reminders and the history are the customer's from now on, since
/// both share one timeline.
///
/// # Errors
/// `NotFound`; `Forbidden` without the right to make customers; `Conflict` when the lead was changed or converted by
/// somebody else; `Invalid` for names and addresses that do not fit.
pub async fn run(cx: &Context, id: LeadId, conversion: &Conversion) -> Result<(Lead, CustomerId)> {
    cx.tx(|tx| async move {
        let before = find_any(cx, &tx, id).await?;
        require_edit(cx, &before)?;
        stale(&before, conversion.version)?;
        if before.customer_id.is_some() {
            return Err(forbidden("lead-is-converted"));
        }
        let person = person(&before, conversion);
        let customer = match conversion.attach_to {
            Some(customer) => attach(cx, &tx, &before, customer, &person).await?,
            None => begin(cx, &tx, &before, conversion, person).await?,
        };
        let mut after = before.clone();
        after.customer_id = Some(customer);
        after.converted_at = Some(cx.now);
        let stage = conversion_stage(&tx, before.stage_id()).await?;
        moves::enter(cx, &tx, &before, &mut after, stage).await?;
        after.rank = moves::to_top(cx, &tx, &after).await?;
        let payload = json!({ "customer_id": customer, "from": before.stage_id() });
        write::update(cx, &tx, &before, &mut after, Change::new("lead.converted", payload)).await?;
        Ok((after, customer))
    })
    .await
}

fn person(lead: &Lead, conversion: &Conversion) -> Person {
    let (first, last) = guess_names(&lead.profile.name);
    let or = |given: &Option<String>, own: &Option<String>| given.clone().or_else(|| own.clone());
    Person {
        first_name: conversion.first_name.clone().unwrap_or(first),
        last_name: conversion.last_name.clone().unwrap_or(last),
        email: or(&conversion.email, &lead.profile.email),
        phone: or(&conversion.phone, &lead.profile.phone),
        position: lead.profile.position.clone(),
    }
}

async fn begin(
    cx: &Context,
    tx: &Tx,
    lead: &Lead,
    conversion: &Conversion,
    contact: Person,
) -> Result<CustomerId> {
    let own = &lead.profile;
    let kind = match &conversion.kind {
        Some(kind) => CustomerKind::parse(kind).ok_or_else(|| invalid("kind", "lead-field-unfit"))?,
        None if own.company.is_some() => CustomerKind::Commercial,
        None => CustomerKind::Residential,
    };
    let active: Vec<_> = staff::names(cx).await?.into_iter().filter(|s| s.is_active).map(|s| s.id).collect();
    let name =
        conversion.customer_name.clone().or_else(|| own.company.clone()).unwrap_or_else(|| own.name.clone());
    let owner = own.owner_id.filter(|owner| active.contains(owner));
    let profile = customers::Profile {
        kind,
        name,
        email: own.email.clone(),
        phone: own.phone.clone(),
        website: own.website.clone(),
        street: own.street.clone(),
        city: own.city.clone(),
        region: own.region.clone(),
        postcode: own.postcode.clone(),
        country: own.country.clone(),
        manager_id: owner.or(cx.staff_id()),
        language: own.language,
        is_active: true,
        ..customers::Profile::default()
    };
    let profile = with_added(tx, lead, conversion, profile).await?;
    let administrators = cx.staff_id().filter(|_| conversion.administrator).into_iter().collect();
    let origin = Some((lead.id, lead.timeline_id));
    let new = customers::store::NewCustomer { profile, contact, origin, administrators };
    customers::store::insert_in(cx, tx, &new).await
}

/// What an added field of a lead can become in a customer, in the order of its form.
pub(super) fn targets() -> Vec<Target> {
    let text = |field: &str| Target::new(field, &format!("field-{field}"), FieldType::Text);
    let mut all: Vec<Target> = ["street", "postcode", "city", "region"].map(text).into();
    all.push(Target::new("website", "field-website", FieldType::Link));
    all.push(Target::new("manager_id", "field-manager", FieldType::Staff));
    all
}

/// The customer with what added fields become: the values of the form, or the lead's. An empty one leaves what the lead's
/// own fields give.
async fn with_added(
    tx: &Tx,
    lead: &Lead,
    conversion: &Conversion,
    profile: customers::Profile,
) -> Result<customers::Profile> {
    let fields = definitions::list(tx, RecordKind::Lead).await?;
    let becomes = |name: &str| fields.iter().find(|field| field.becomes.as_deref() == Some(name));
    if let Some(unknown) = conversion.fields.keys().find(|name| becomes(name).is_none()) {
        return Err(invalid(unknown, "lead-field-unfit"));
    }
    let Ok(Value::Object(mut own)) = serde_json::to_value(&profile) else { return Ok(profile) };
    for target in targets() {
        let name = target.field.as_str();
        let Some(field) = becomes(name) else { continue };
        let had = lead.profile.custom.get(&field.key());
        let value = match conversion.fields.get(name) {
            Some(given) => {
                field.checked(given, had).map_err(|problem| invalid(name, problem))?.map(|v| v.to_json())
            }
            None => had.cloned(),
        };
        if let Some(value) = value {
            own.insert(target.field, value);
        }
    }
    serde_json::from_value(Value::Object(own)).map_err(|_| invalid("fields", "lead-field-unfit"))
}

/// Adds the person to a customer that is there. The lead keeps its timeline; the customer's gets a line that leads to it.
async fn attach(
    cx: &Context,
    tx: &Tx,
    lead: &Lead,
    customer: CustomerId,
    person: &Person,
) -> Result<CustomerId> {
    let found = customers::store::find(cx, customer)
        .await
        .map_err(|_| invalid("attach_to", "lead-customer-unknown"))?;
    let norm = person.email.as_deref().and_then(normal::email);
    let known = match &norm {
        Some(norm) => customers::store::find_contact_by_email(cx, norm)
            .await?
            .is_some_and(|m| m.customer_id == customer),
        None => false,
    };
    if !known {
        customers::store::add_contact_in(cx, tx, customer, person).await?;
    }
    let mut event = NewEvent::new("customer.lead_attached", RecordKind::Customer, customer.0)
        .payload(json!({ "lead_id": lead.id, "name": lead.profile.name }));
    event.timeline_id = Some(found.timeline_id);
    event.version = found.version;
    event.audience = lead.audience();
    cx.record(tx, event).await?;
    Ok(customer)
}

async fn conversion_stage(tx: &Tx, stage: StageId) -> Result<StageId> {
    let pipeline = words::stage(tx, stage).await?.pipeline_id;
    let q = Q::new("select id from stage where pipeline_id = ? and is_conversion").bind(pipeline);
    q.number(tx).await.map(StageId)
}

/// The customer at whom a contact has the lead's e-mail address already, with its name.
///
/// # Errors
/// `NotFound` for a lead that is not seen.
pub async fn known_customer(cx: &Context, id: LeadId) -> Result<Option<(CustomerId, String)>> {
    let lead = find(cx, id).await?;
    let Some(norm) = lead.profile.email.as_deref().and_then(normal::email) else { return Ok(None) };
    match customers::store::find_contact_by_email(cx, &norm).await {
        Ok(found) => Ok(found.map(|found| (found.customer_id, found.customer))),
        Err(Error::Forbidden(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Takes a conversion back: the lead returns to the stage it came from, and the customer that was made for it goes to
/// the bin. A customer that it was only attached to stays as it is.
///
/// # Errors
/// `NotFound`, `Forbidden` when the lead is not converted, `Conflict` when it was changed.
pub async fn undo(cx: &Context, id: LeadId, version: Version) -> Result<Lead> {
    cx.tx(|tx| async move {
        let before = find_any(cx, &tx, id).await?;
        require_edit(cx, &before)?;
        stale(&before, version)?;
        let customer = before.customer_id.ok_or_else(|| forbidden("lead-is-not-converted"))?;
        let mut after = Lead { customer_id: None, converted_at: None, ..before.clone() };
        let stage = former_stage(cx, &tx, &before).await?;
        moves::enter(cx, &tx, &before, &mut after, stage).await?;
        after.rank = moves::to_top(cx, &tx, &after).await?;
        let was_made =
            "select count(*) from customer where id = ? and origin_lead_id = ? and deleted_at is null";
        if Q::new(was_made).bind(customer).bind(id).number(&tx).await? > 0 {
            customers::store::delete_for_undo(cx, &tx, customer).await?;
        }
        let payload = json!({ "customer_id": customer });
        write::update(cx, &tx, &before, &mut after, Change::new("lead.conversion_undone", payload)).await?;
        Ok(after)
    })
    .await
}

/// The stage that a converted lead came from, if it is still there; otherwise the stage of new leads.
async fn former_stage(cx: &Context, tx: &Tx, lead: &Lead) -> Result<StageId> {
    let last: Option<(kernel::db::Json<serde_json::Value>,)> = Q::new(
        "select payload from event where record_kind = 'lead' and record_id = ? and kind = 'lead.converted'",
    )
    .push("order by id desc limit 1")
    .bind(lead.id)
    .optional(tx)
    .await?;
    let former = last.and_then(|(payload,)| payload.0["from"].as_i64()).map(StageId);
    if let Some(stage) = former
        && words::stage(tx, stage).await.is_ok_and(|stage| !stage.is_conversion)
    {
        return Ok(stage);
    }
    words::default_stage(cx, tx).await
}
