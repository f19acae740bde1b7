//! Customers are made and changed.

use fields::store::definitions;
use fields::{Edit, Kind, Patch, Tidy};
use kernel::db::{On, Q, Tx};
use kernel::{
    Area, Can, Context, CustomerId, Error, LeadId, RecordKind, Result, Text, TimelineId, Version, forbidden,
    invalid, setting,
};
use serde_json::json;

use super::bulk::fresh;
use super::kind::Customers;
use super::row::find_any;
use super::{belonging, contacts, has_documents, known, portal, sites, words, write};
use crate::contact::checked_as;
use crate::{Customer, CustomerSetting, Greeting, Person, Place, Profile};

/// A customer that is about to be made.
#[derive(Clone, Debug, Default)]
pub struct NewCustomer {
    /// The profile. Without a manager it gets who makes it.
    pub profile: Profile,
    /// The primary contact; an empty one is left out.
    pub contact: Person,
    /// How it learns of the portal.
    pub greeting: Greeting,
    /// Whether its billing address is its first site, with the primary contact as the person to turn to.
    pub has_site: bool,
    /// The lead that it is made from.
    pub origin: Option<LeadId>,
    /// The lead's timeline, if they share it from now on; otherwise it begins one of its own.
    pub timeline: Option<TimelineId>,
    /// Names of tags, made if they are new.
    pub tags: Vec<String>,
}

/// Makes a customer with its primary contact, and with its first site if that is wished.
///
/// # Errors
/// `Forbidden`; `Invalid` for the fields of the profile, and for those of the contact with `contact_` before the name.
pub async fn create(cx: &Context, new: &NewCustomer) -> Result<CustomerId> {
    let hash = &portal::hashed(cx, &new.contact, &new.greeting).await?;
    cx.tx(|tx| async move {
        let id = insert_in(cx, &tx, new).await?;
        if new.greeting == Greeting::default() {
            return Ok(id);
        }
        if let Some(contact) = contacts::of(&tx, id).await?.first() {
            let customer = find_any(cx, &tx, id).await?;
            portal::greet(cx, &tx, &customer, contact, &new.greeting, hash.as_deref()).await?;
        }
        Ok(id)
    })
    .await
}

/// The records that may be about the same as a customer with this profile, as far as the actor sees them.
///
/// # Errors
/// Those of the database.
pub async fn duplicates(cx: &Context, profile: &Profile) -> Result<Vec<::duplicates::Match>> {
    ::duplicates::matches(cx, RecordKind::Customer, &profile.telling(), None).await
}

/// Makes a customer inside a transaction that does more, such as a conversion.
///
/// # Errors
/// As [`create`].
pub async fn insert_in(cx: &Context, tx: &Tx, new: &NewCustomer) -> Result<CustomerId> {
    cx.actor.require(Area::Customers, Can::Create)?;
    let (profile, person) = checked(new)?;
    let mut customer = draft(cx, On::Tx(tx), profile).await?;
    if new.origin.is_none() {
        require_words(On::Tx(tx), &customer.profile).await?;
    }
    customer.origin_lead_id = new.origin;
    if let Some(timeline) = new.timeline {
        customer.timeline_id = timeline;
    }
    let people: Vec<Person> = person.into_iter().collect();
    let customer = insert(cx, tx, customer, &people).await?;
    if new.has_site {
        sites::insert_billing(cx, tx, &customer).await?;
    }
    for name in &new.tags {
        let tag = records::store::tags::find_or_create(tx, name).await?;
        records::store::tags::attach(tx, customer.timeline_id, &[tag.id]).await?;
    }
    Ok(customer.id)
}

/// Profile, contact and site are checked together, so that a person is told everything at once.
fn checked(new: &NewCustomer) -> Result<(Profile, Option<Person>)> {
    let profile = new.profile.clone().checked();
    let person = match new.contact.is_empty() {
        true => Ok(None),
        false => checked_as(&new.contact, "contact_").map(Some),
    };
    let site = match new.has_site && Place::of_billing(&new.profile).is_none() {
        true => Err(invalid("street", "site-needs-address")),
        false => Ok(()),
    };
    match (profile, person, site) {
        (Ok(profile), Ok(person), Ok(())) => Ok((profile, person)),
        (profile, person, site) => {
            let errors = [profile.err(), person.err(), site.err()].into_iter().flatten();
            Err(together(errors)?)
        }
    }
}

/// What is wrong with several forms at once.
///
/// # Errors
/// One that is not about fields.
fn together(errors: impl Iterator<Item = Error>) -> Result<Error> {
    let mut all = Vec::new();
    for error in errors {
        match error {
            Error::Invalid(fields) => all.extend(fields),
            error => return Err(error),
        }
    }
    Ok(Error::Invalid(all))
}

/// A new customer with what is usual filled in, without a timeline yet, and not stored.
pub(super) async fn draft(cx: &Context, on: On<'_>, mut profile: Profile) -> Result<Customer> {
    profile.manager_id = profile.manager_id.or(cx.staff_id());
    profile.currency = profile.currency.or(Some(cx.organisation().currency));
    words::check(cx, on, &profile, None).await?;
    profile.custom = definitions::check(on, RecordKind::Customer, None, &profile.custom).await?;
    Ok(fresh(cx, profile))
}

/// Refuses a new customer without the words that the house asks for; of a list that offers nothing, nobody is asked.
/// One that is made of a lead is asked for them later: nobody knows a lead's segment.
async fn require_words(on: On<'_>, profile: &Profile) -> Result<()> {
    let asked: CustomerSetting = setting::read(on).await?;
    let q = Q::new("select (select count(*) from segment where archived_at is null),")
        .push("(select count(*) from customer_status where archived_at is null),")
        .push("(select count(*) from channel where archived_at is null)");
    let (segments, statuses, channels): (i64, i64, i64) = q.one(on).await?;
    require_chosen(&asked, (segments > 0, statuses > 0, channels > 0), |key| match key {
        "segment_id" => profile.segment_id.is_none(),
        "status_id" => profile.status_id.is_none(),
        _ => profile.channel_id.is_none(),
    })
}

/// The same where it is known which of the lists (segments, statuses, channels) offer anything.
///
/// # Errors
/// `Invalid`, naming each field that lacks its word.
pub(super) fn require_chosen(
    asked: &CustomerSetting,
    (segments, statuses, channels): (bool, bool, bool),
    lacks: impl Fn(&str) -> bool,
) -> Result<()> {
    let mut tidy = Tidy::default();
    let words = [
        ("segment_id", asked.requires_segment && segments && lacks("segment_id")),
        ("status_id", asked.requires_status && statuses && lacks("status_id")),
        ("channel_id", asked.requires_channel && channels && lacks("channel_id")),
    ];
    for (field, _) in words.into_iter().filter(|(_, is_missing)| *is_missing) {
        tidy.refuse(field, "error-required");
    }
    tidy.done(())
}

/// Stores a new customer with its contacts, the first of whom is the primary one.
pub(super) async fn insert(
    cx: &Context,
    tx: &Tx,
    mut customer: Customer,
    people: &[Person],
) -> Result<Customer> {
    if customer.timeline_id == TimelineId(0) {
        customer.timeline_id = records::store::timeline::begin(cx, tx).await?;
    }
    write::insert(cx, tx, std::slice::from_mut(&mut customer), &[people], None).await?;
    let payload = json!({ "name": customer.profile.name, "origin_lead_id": customer.origin_lead_id });
    cx.record(tx, write::event("customer.created", None, &customer, payload)).await?;
    for (place, person) in people.iter().enumerate() {
        contacts::insert(cx, tx, &customer, person, place == 0).await?;
    }
    Ok(customer)
}

/// Changes fields of the profile.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Conflict` with the fresh customer when `version` is not the newest; `Invalid` for fields.
pub async fn update(cx: &Context, id: CustomerId, version: Version, patch: &Patch) -> Result<Customer> {
    cx.tx(|tx| async move {
        let before = changeable(cx, &tx, id).await?;
        if before.version != version {
            let reason = Text::new("fields-changed-meanwhile").with("name", &before.profile.name);
            return Err(Error::conflict(reason, &before));
        }
        let after = changed(cx, &tx, &before, patch).await?;
        store(cx, &tx, &before, after).await
    })
    .await
}

/// Changes fields that the person saw as the edit says. What others did to other fields meanwhile stays.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Conflict` when a field holds something else by now: it brings the fresh customer and, as
/// `clashes`, who changed which of the fields and when; `Invalid` for fields.
pub async fn edit(cx: &Context, id: CustomerId, edit: &Edit) -> Result<Customer> {
    cx.tx(|tx| async move {
        let before = changeable(cx, &tx, id).await?;
        let clashing = edit.clashing(&before.profile);
        if !clashing.is_empty() {
            let clash = fields::clash(&tx, before.record(), &before, &before.profile.name, clashing);
            return Err(clash.await?);
        }
        let after = changed(cx, &tx, &before, &edit.to).await?;
        store(cx, &tx, &before, after).await
    })
    .await
}

/// A customer that the actor may change now, locked.
async fn changeable(cx: &Context, tx: &Tx, id: CustomerId) -> Result<Customer> {
    let customer = find_any(cx, tx, id).await?;
    if customer.deleted_at.is_some() {
        return Err(Error::NotFound);
    }
    Customer::can_edit(&cx.actor)?;
    Ok(customer)
}

/// What becomes of a customer when these fields change, if they may.
pub(super) async fn changed<'a>(
    cx: &Context,
    on: impl Into<On<'a>>,
    before: &Customer,
    patch: &Patch,
) -> Result<Customer> {
    let on = on.into();
    let mut profile: Profile = patch.apply(&before.profile)?;
    profile.manager_id = profile.manager_id.or(before.profile.manager_id);
    profile.currency = profile.currency.or(before.profile.currency);
    if profile.currency != before.profile.currency && has_documents(cx, on, before.id).await? {
        return Err(invalid("currency", "customer-currency-stays"));
    }
    words::check(cx, on, &profile, Some(&before.profile)).await?;
    let had = Some(&before.profile.custom);
    profile.custom = definitions::check(on, RecordKind::Customer, had, &profile.custom).await?;
    Ok(Customer { profile, ..before.clone() })
}

/// Stores a customer whose fields may change so; nothing happens where none does.
pub(super) async fn store(cx: &Context, tx: &Tx, before: &Customer, mut after: Customer) -> Result<Customer> {
    let changes = fields::differences(&before.profile, &after.profile);
    if changes.is_empty() {
        return Ok(before.clone());
    }
    let told = known::likeness_now(cx, tx, before).await?;
    write::update(cx, tx, before, &mut after, told).await?;
    let changes = words::in_words(On::Tx(tx), RecordKind::Customer, changes).await?;
    let payload = json!({ "changes": changes });
    cx.record(tx, write::event("customer.updated", Some(before), &after, payload)).await?;
    Ok(after)
}

/// What becomes of a customer that goes to the bin, if it may.
pub(super) async fn binned(cx: &Context, on: On<'_>, before: &Customer) -> Result<Customer> {
    // One that goes into another takes what hangs on it along.
    if cx.cause.merges.is_none() && has_documents(cx, on, before.id).await? {
        return Err(forbidden("customer-has-documents"));
    }
    Ok(Customer { deleted_at: Some(cx.now), ..before.clone() })
}

/// Deletes a customer: it goes to the bin, from where it can be taken back for 30 days.
///
/// # Errors
/// `NotFound`; `Forbidden` without the right, and for one with documents.
pub async fn delete(cx: &Context, id: CustomerId) -> Result<()> {
    cx.tx(|tx| async move {
        let before = find_any(cx, &tx, id).await?;
        if before.deleted_at.is_some() {
            return Err(Error::NotFound);
        }
        Customer::can_delete(&cx.actor)?;
        let after = binned(cx, On::Tx(&tx), &before).await?;
        put_away(cx, &tx, &before, after).await.map(drop)
    })
    .await
}

/// Takes a customer out of the bin. Nothing happens to one that is not in it.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid` for one that went into another.
pub async fn restore(cx: &Context, id: CustomerId) -> Result<()> {
    cx.tx(|tx| async move {
        Customer::can_delete(&cx.actor)?;
        let before = find_any(cx, &tx, id).await?;
        if before.deleted_at.is_none() {
            return Ok(());
        }
        fields::require_alone(cx, On::Tx(&tx), &Customers::record(cx, &before)).await?;
        let after = Customer { deleted_at: None, ..before.clone() };
        put_away(cx, &tx, &before, after).await.map(drop)
    })
    .await
}

/// Takes a customer away whose conversion is undone. The caller has asked for permission to undo it.
///
/// # Errors
/// `NotFound`.
pub async fn delete_for_undo(cx: &Context, tx: &Tx, id: CustomerId) -> Result<()> {
    let before = find_any(&cx.on_behalf(kernel::Actor::System), tx, id).await?;
    let after = Customer { deleted_at: Some(cx.now), ..before.clone() };
    put_away(cx, tx, &before, after).await.map(drop)
}

/// Stores a customer that goes to the bin or comes out of it, with its contacts.
pub(super) async fn put_away(
    cx: &Context,
    tx: &Tx,
    before: &Customer,
    mut after: Customer,
) -> Result<Customer> {
    // What it is told by is asked before its contacts go, and written when they have.
    let told = known::likeness_now(cx, tx, before).await?;
    // Before the contacts: with them the words are written anew by which the other customer of a merge is found.
    belonging::follow(cx, tx, before, &after).await?;
    contacts::follow(cx, tx, before, &after).await?;
    sites::follow(cx, tx, before, &after).await?;
    write::update(cx, tx, before, &mut after, told).await?;
    let kind = if after.deleted_at.is_some() { "customer.deleted" } else { "customer.restored" };
    let mut event = write::event(kind, None, &after, json!({ "name": after.profile.name }));
    // That it was merged is told where it was merged.
    if cx.cause.merges.is_some() {
        event.timeline_id = None;
    }
    cx.record(tx, event).await?;
    Ok(after)
}

/// Tells in a customer's history of what another feature did, in its transaction. The caller has asked for permission.
///
/// # Errors
/// `NotFound`.
pub async fn tell(
    cx: &Context,
    tx: &Tx,
    id: CustomerId,
    kind: &'static str,
    payload: serde_json::Value,
) -> Result<()> {
    let customer = super::row::find_in(&cx.on_behalf(kernel::Actor::System), tx, id).await?;
    cx.record(tx, write::event(kind, None, &customer, payload)).await
}
