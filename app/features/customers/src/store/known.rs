//! Customers among the records that are told from each other: by what they have themselves, and by their contacts.

use duplicates::{Compared, Known};
use fields::{FieldChange, Kind, Likeness, Value};
use futures::FutureExt;
use kernel::db::{On, Q, Tx};
use kernel::{Context, CustomerId, RecordKind, Result};

use super::kind::Customers;
use super::{contacts, row, words};
use crate::{Contact, Customer, Person};

/// What compares customers with other records.
pub(super) fn part() -> Compared {
    Compared {
        kind: RecordKind::Customer,
        known: |cx, ids| async move { known(&cx, &ids).await }.boxed(),
        words: |cx, changes| async move { told(&cx, changes).await }.boxed(),
        ids: |cx, after, limit| async move { ids(&cx, after, limit).await }.boxed(),
    }
}

async fn told(cx: &Context, changes: Vec<FieldChange>) -> Result<Vec<FieldChange>> {
    words::in_words(On::Db(cx.db()), RecordKind::Customer, changes).await
}

/// What tells a customer with these contacts; one in the bin is out of use.
pub(super) fn likeness<'a>(
    cx: &Context,
    customer: &Customer,
    people: impl IntoIterator<Item = &'a Person>,
) -> Vec<Likeness> {
    if customer.deleted_at.is_some() {
        return Vec::new();
    }
    let mobile = customer.profile.mobile.as_deref();
    let country = customer.profile.country.as_deref();
    let dialled = |phone: Option<&str>| {
        fields::likeness(cx, |key| match key {
            "phone" => phone,
            "country" => country,
            _ => None,
        })
    };
    let mut all = Customers::likeness(
        cx,
        &customer.profile.telling().with("kind", Value::from(customer.profile.kind.code())),
    );
    all.extend(dialled(mobile));
    for person in people {
        all.extend(dialled(person.phone.as_deref()));
        all.extend(fields::likeness(cx, |key| person.email.as_deref().filter(|_| key == "email")));
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// The same of one that is stored, with its contacts as they are in this transaction.
pub(super) async fn likeness_now(cx: &Context, tx: &Tx, customer: &Customer) -> Result<Vec<Likeness>> {
    let contacts = contacts::of(tx, customer.id).await?;
    Ok(likeness(cx, customer, contacts.iter().map(|contact| &contact.person)))
}

async fn known(cx: &Context, ids: &[i64]) -> Result<Vec<Known>> {
    let ids: Vec<CustomerId> = ids.iter().copied().map(CustomerId).collect();
    let mut customers: Vec<Customer> = row::several(cx, cx.db(), &ids).await?.into_values().collect();
    customers.retain(|customer| customer.deleted_at.is_none());
    customers.sort_by_key(|customer| customer.id);
    let contacts = contacts::of_many(cx.db(), &customers).await?;
    let contacts = |customer: &Customer| -> Vec<&Contact> {
        contacts.iter().filter(|contact| contact.customer_id == customer.id).collect()
    };
    Ok(customers.iter().map(|customer| one(cx, customer, &contacts(customer))).collect())
}

fn one(cx: &Context, customer: &Customer, contacts: &[&Contact]) -> Known {
    let profile = &customer.profile;
    let parts = [
        customer.contact.as_ref().filter(|name| **name != profile.name),
        profile.email.as_ref(),
        profile.phone.as_ref(),
    ];
    Known {
        record: customer.record(),
        title: profile.name.clone(),
        hint: parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · "),
        path: customer.path(),
        created_at: customer.created_at,
        likeness: likeness(cx, customer, contacts.iter().map(|contact| &contact.person)),
        can_take: Customer::can_edit(&cx.actor).is_ok(),
    }
}

async fn ids(cx: &Context, after: i64, limit: i64) -> Result<Vec<i64>> {
    let q = Q::new("select id from customer where id > ? and deleted_at is null order by id limit ?");
    let rows: Vec<(i64,)> = q.bind(after).bind(limit).all(cx.db()).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
