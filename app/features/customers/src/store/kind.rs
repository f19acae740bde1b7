//! Customers as a kind of record among others.

use fields::{
    About, Branch, Going, Kind, Likeness, Listed, OwnField, Patch, Record, Told, Value, Values, Wish,
};
use kernel::db::{On, Tx};
use kernel::{Actor, Context, CustomerId, Error, OpenRecord, RecordKind, Result};
use serde_json::Value as Json;

use super::{listed, row, save, scope, write};
use crate::{Customer, Profile};

/// Customers, for everything that works on records of any kind.
pub(super) struct Customers;

const TOLD: Told = Told {
    created: "customer.created",
    changed: "customer.updated",
    deleted: "customer.deleted",
    restored: "customer.restored",
};

impl Kind for Customers {
    type Row = Customer;
    type Ahead = ();
    const ABOUT: About = About { kind: RecordKind::Customer, table: "customer", told: TOLD };
    const FIELDS: &'static [OwnField] = listed::FIELDS;
    const LISTED: Listed = listed::LISTED;

    fn branches(actor: &Actor) -> Result<Vec<Branch>> {
        Ok(scope::branches(actor)?.into_iter().map(scope::Branch::listed).collect())
    }

    fn record(cx: &Context, customer: &Customer) -> Record {
        let open = OpenRecord {
            record: customer.record(),
            timeline_id: customer.timeline_id,
            version: customer.version,
            title: customer.profile.name.clone(),
            audience: customer.audience(),
            locked: Customer::can_edit(&cx.actor).err(),
        };
        let tags: Vec<i64> = customer.tags.iter().map(|tag| tag.id.0).collect();
        let values = fields::profile_values(Self::FIELDS, &customer.profile, &customer.profile.custom)
            .with("created_at", Value::Moment(customer.created_at))
            .with("created_by", customer.created_by.map(|id| Value::Id(id.0)))
            .with("updated_at", Value::Moment(customer.updated_at))
            .with("contact", customer.contact.clone().map(Value::Text))
            .with("tags", (!tags.is_empty()).then(|| Value::ids(tags)));
        Record { open, deleted_at: customer.deleted_at, values }
    }

    fn likeness(cx: &Context, values: &Values) -> Vec<Likeness> {
        let is_person = values.text("kind") == Some(crate::CustomerKind::Residential.code());
        fields::likeness(cx, |key| match key {
            "company" if is_person => None,
            "company" => values.text("name"),
            key => values.text(key),
        })
    }

    async fn find(cx: &Context, on: On<'_>, ids: &[i64]) -> Result<Vec<Customer>> {
        let ids: Vec<CustomerId> = ids.iter().copied().map(CustomerId).collect();
        match row::several(cx, on, &ids).await {
            // Who sees no customers at all learns nothing of these.
            Err(Error::Forbidden(_)) => Ok(Vec::new()),
            found => Ok(found?.into_values().collect()),
        }
    }

    async fn allow(
        cx: &Context,
        on: On<'_>,
        before: Option<&Customer>,
        wish: Wish<'_>,
        _: &mut (),
    ) -> Result<Customer> {
        match (wish, before) {
            (Wish::Create(values), _) | (Wish::Change(values), None) => {
                let profile = Patch(values.to_json()).apply(&Profile::begin())?;
                save::draft(cx, on, profile).await
            }
            (Wish::Change(values), Some(before)) => {
                save::changed(cx, on, before, &Patch(filled(values))).await
            }
            (Wish::Delete, Some(before)) => save::binned(cx, on, before).await,
            (Wish::Restore, Some(before)) => Ok(Customer { deleted_at: None, ..before.clone() }),
            (Wish::Delete | Wish::Restore, None) => Err(Error::NotFound),
        }
    }

    async fn commit(cx: &Context, tx: &Tx, allowed: Vec<Going<Customer>>) -> Result<Vec<Customer>> {
        let mut customers = Vec::with_capacity(allowed.len());
        for Going { before, after } in allowed {
            customers.push(match before {
                None => save::insert(cx, tx, after, &[]).await?,
                Some(before) if before.deleted_at.is_some() != after.deleted_at.is_some() => {
                    save::put_away(cx, tx, &before, after).await?
                }
                Some(before) => save::store(cx, tx, &before, after).await?,
            });
        }
        Ok(customers)
    }

    async fn purge(_: &Context, tx: &Tx, ids: &[i64]) -> Result<()> {
        write::purge(tx, ids).await
    }
}

/// Values as a profile reads them: no groups are an empty list and not nothing.
fn filled(values: &Values) -> serde_json::Map<String, Json> {
    let mut fields = values.to_json();
    for key in ["groups", "administrators"] {
        if let Some(value) = fields.get_mut(key).filter(|value| value.is_null()) {
            *value = Json::Array(Vec::new());
        }
    }
    fields
}
