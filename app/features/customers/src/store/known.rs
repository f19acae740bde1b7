//! Customers among the records that are told from each other: by what they have themselves, and by their contacts.

use duplicates::{Compared, Known, Marks};
use fields::Likeness;
use futures::FutureExt;
use kernel::db::{Q, Tx};
use kernel::{Context, CustomerId, RecordKind, Result};

use super::find::sight;
use super::{contacts, find, record};
use crate::{Contact, Customer, CustomerKind, Person, Profile};

/// What compares customers with other records.
pub fn part() -> Compared {
    Compared {
        kind: RecordKind::Customer,
        known: |cx, ids| async move { known(&cx, &ids).await }.boxed(),
        // Nobody compares customers field by field yet.
        words: |_, changes| async move { Ok(changes) }.boxed(),
        ids: |cx, after, limit| async move { ids(&cx, after, limit).await }.boxed(),
    }
}

/// Writes what tells a customer, before and after a change.
pub(super) async fn write(
    cx: &Context,
    tx: &Tx,
    customer: CustomerId,
    before: Vec<Likeness>,
    after: Vec<Likeness>,
) -> Result<()> {
    let marks = Marks { id: customer.0, before, after, at: cx.now };
    duplicates::write_keys(tx, RecordKind::Customer, vec![marks]).await
}

/// What tells a customer with these contacts.
pub(super) fn likeness<'a>(
    cx: &Context,
    profile: &Profile,
    people: impl IntoIterator<Item = &'a Person>,
) -> Vec<Likeness> {
    let company = (profile.kind != CustomerKind::Residential).then_some(profile.name.as_str());
    let mut all = fields::likeness(cx, |key| match key {
        "email" => profile.email.as_deref(),
        "phone" => profile.phone.as_deref(),
        "website" => profile.website.as_deref(),
        "country" => profile.country.as_deref(),
        "company" => company,
        _ => None,
    });
    for person in people {
        all.extend(fields::likeness(cx, |key| match key {
            "email" => person.email.as_deref(),
            "phone" => person.phone.as_deref(),
            _ => None,
        }));
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// The same of one that is stored, with its contacts as they are in this transaction.
pub(super) async fn likeness_now(cx: &Context, tx: &Tx, customer: &Customer) -> Result<Vec<Likeness>> {
    let contacts = contacts::of(tx, customer.id).await?;
    Ok(likeness(cx, &customer.profile, contacts.iter().map(|contact| &contact.person)))
}

async fn known(cx: &Context, ids: &[i64]) -> Result<Vec<Known>> {
    let q = Q::new("select c.id from customer c where c.deleted_at is null and")
        .any_of("c.id", ids.iter().copied());
    let rows: Vec<(CustomerId,)> =
        q.append(sight(&cx.actor)?.condition()).push("order by c.id").all(cx.db()).await?;
    let mut found = Vec::with_capacity(rows.len());
    for (id,) in rows {
        let customer = find(cx, id).await?;
        let contacts = contacts::of(cx.db(), id).await?;
        found.push(one(cx, &customer, &contacts));
    }
    Ok(found)
}

fn one(cx: &Context, customer: &Customer, contacts: &[Contact]) -> Known {
    let profile = &customer.profile;
    let first = contacts.first().map(|contact| contact.person.name());
    let parts = [
        first.as_ref().filter(|name| **name != profile.name),
        profile.email.as_ref(),
        profile.phone.as_ref(),
    ];
    Known {
        record: record(customer.id),
        title: profile.name.clone(),
        hint: parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · "),
        path: format!("/customers/{}", customer.id),
        created_at: customer.created_at,
        likeness: likeness(cx, profile, contacts.iter().map(|contact| &contact.person)),
        can_take: false,
    }
}

async fn ids(cx: &Context, after: i64, limit: i64) -> Result<Vec<i64>> {
    let q = Q::new("select id from customer where id > ? and deleted_at is null order by id limit ?");
    let rows: Vec<(i64,)> = q.bind(after).bind(limit).all(cx.db()).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
