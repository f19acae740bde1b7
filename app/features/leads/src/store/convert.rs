use customers::Person;
use kernel::db::{Q, Tx};
use kernel::{ContactId, Context, CustomerId, Error, LeadId, Result, StageId, forbidden, normal, setting};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::write::{self, Change};
use super::{find, find_any, moves, require_edit, stale, words};
use crate::{Conversion, Lead, LeadSetting, guess_names};

mod attach;
mod make;
mod undo;
mod welcome;

pub(super) use make::targets;
pub use undo::undo;

/// What a conversion did, as its event keeps it for who takes it back.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default)]
struct Done {
    customer_id: CustomerId,
    /// Whether the customer was there already.
    is_attached: bool,
    /// The contact that was added to it.
    contact_id: Option<ContactId>,
    /// Under which number the lead's history is part of the customer's.
    joined: Option<i64>,
    /// The tags that the customer got.
    tags: Vec<i64>,
}

impl Default for Done {
    fn default() -> Self {
        let (contact_id, joined, tags) = (None, None, Vec::new());
        Self { customer_id: CustomerId(0), is_attached: false, contact_id, joined, tags }
    }
}

/// Makes a customer with its primary contact of a lead, or attaches the person to a customer that is there. The lead
/// goes to the conversion stage. Notes, files, tags, reminders, tasks and the history are the customer's from now on: a
/// customer that is made shares the lead's timeline, one that was there reads it with its own.
///
/// # Errors
/// `NotFound`; `Forbidden` without the right to make customers, or to change the one that it is attached to; `Conflict`
/// when the lead was changed or converted by somebody else; `Invalid` for names and addresses that do not fit.
pub async fn run(cx: &Context, id: LeadId, conversion: &Conversion) -> Result<(Lead, CustomerId)> {
    cx.tx(|tx| async move {
        let before = find_any(cx, &tx, id).await?;
        require_edit(cx, &before)?;
        stale(&before, conversion.version)?;
        if before.customer_id.is_some() {
            return Err(forbidden("lead-is-converted"));
        }
        let person = person(&before, conversion);
        let done = match conversion.attach_to {
            Some(customer) => attach::run(cx, &tx, &before, customer, &person, conversion).await?,
            None => make::make(cx, &tx, &before, conversion, person.clone()).await?,
        };
        if conversion.welcome {
            welcome::post(cx, &tx, &before, done.customer_id, &person).await?;
        }
        let mut after = before.clone();
        after.customer_id = Some(done.customer_id);
        after.converted_at = Some(cx.now);
        let stage = conversion_stage(&tx, before.stage_id()).await?;
        moves::enter(cx, &tx, &before, &mut after, stage).await?;
        after.rank = moves::to_top(cx, &tx, &after).await?;
        after.is_locked = setting::read::<LeadSetting>(&tx).await?.locks_converted;
        let mut payload = json!(done);
        payload["from"] = json!(before.stage_id());
        write::update(cx, &tx, &before, &mut after, Change::new("lead.converted", payload)).await?;
        Ok((after, done.customer_id))
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
        ..Person::default()
    }
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
