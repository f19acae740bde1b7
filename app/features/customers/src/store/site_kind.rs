//! Sites as a kind of record among others. Their history is that of their customer, and who sees a site is who sees its
//! customer.

use std::collections::HashMap;

use fields::store::definitions;
use fields::store::index::{self, Written};
use fields::{About, Branch, FieldType, Going, Kind, OwnField, Patch, Record, Told, Wish};
use kernel::db::{On, Q, Tx};
use kernel::{
    Actor, ContactId, Context, CustomerId, Error, NewEvent, OpenRecord, RecordKind, Result, invalid,
};
use serde_json::{Value as Json, json};

use super::{row, scope, search, site_row, words};
use crate::{Customer, Site};

/// Sites, for everything that works on records of any kind.
pub(super) struct Sites;

/// A site with the customer whose it is.
#[derive(Clone)]
pub(super) struct Placed {
    pub site: Site,
    pub customer: Customer,
}

const TOLD: Told = Told {
    created: "site.created",
    changed: "site.updated",
    deleted: "site.deleted",
    restored: "site.restored",
};

const FIELDS: &[OwnField] = &[
    OwnField::new("name", FieldType::Text).column("l.name"),
    OwnField::new("contact_id", FieldType::Choice).column("l.contact_id"),
    OwnField::new("phone", FieldType::Phone).column("l.phone"),
    OwnField::new("email", FieldType::Email).column("l.email"),
    OwnField::new("street", FieldType::Text).column("l.street"),
    OwnField::new("postcode", FieldType::Text).column("l.postcode"),
    OwnField::new("city", FieldType::Text).column("l.city"),
    OwnField::new("region", FieldType::Text).column("l.region"),
    OwnField::new("country", FieldType::Country).column("l.country"),
    OwnField::new("access_notes", FieldType::LongText).column("l.access_notes"),
];

impl Kind for Sites {
    type Row = Placed;
    type Ahead = ();
    const ABOUT: About = About { kind: RecordKind::Site, table: "site", told: TOLD };
    const FIELDS: &'static [OwnField] = FIELDS;

    fn branches(actor: &Actor) -> Result<Vec<Branch>> {
        scope::part_branches(actor)
    }

    fn record(cx: &Context, Placed { site, customer }: &Placed) -> Record {
        let open = OpenRecord {
            record: site.record(),
            timeline_id: customer.timeline_id,
            version: site.version,
            title: site.place.name.clone(),
            audience: customer.audience(),
            locked: Customer::can_edit(&cx.actor).err(),
        };
        let values = fields::profile_values(Self::FIELDS, &site.place, &site.place.custom);
        Record { open, deleted_at: site.deleted_at, values }
    }

    async fn find(cx: &Context, on: On<'_>, ids: &[i64]) -> Result<Vec<Placed>> {
        let whose = |sites: &[Site]| sites.iter().map(|site| site.customer_id).collect::<Vec<_>>();
        let known = whose(&site_row::several(on, ids).await?);
        // In a transaction the customer is locked, and with it everything that hangs on it.
        let customers = match row::several(cx, on, &known).await {
            Err(Error::Forbidden(_)) => HashMap::new(),
            found => found?,
        };
        // Read behind the lock: what was written meanwhile is known.
        let sites = site_row::several(on, ids).await?;
        if whose(&sites).iter().any(|customer| !known.contains(customer)) {
            // It went to another customer in this very moment.
            return Err(Error::Busy);
        }
        let placed = sites.into_iter().filter_map(|site| {
            let customer = customers.get(&site.customer_id).filter(|one| one.deleted_at.is_none())?;
            Some(Placed { site, customer: customer.clone() })
        });
        Ok(placed.collect())
    }

    async fn allow(
        cx: &Context,
        on: On<'_>,
        before: Option<&Placed>,
        wish: Wish<'_>,
        _: &mut (),
    ) -> Result<Placed> {
        let Some(before) = before else { return Err(invalid("customer_id", "error-required")) };
        let site = match wish {
            Wish::Create(_) => return Err(invalid("customer_id", "error-required")),
            Wish::Change(values) => changed(on, &before.site, &Patch(values.to_json())).await?,
            Wish::Delete => Site { deleted_at: Some(cx.now), ..before.site.clone() },
            Wish::Restore => Site { deleted_at: None, ..before.site.clone() },
        };
        Ok(Placed { site, customer: before.customer.clone() })
    }

    async fn commit(cx: &Context, tx: &Tx, allowed: Vec<Going<Placed>>) -> Result<Vec<Placed>> {
        let mut stored = Vec::with_capacity(allowed.len());
        for Going { before, after } in allowed {
            let before = before.ok_or(Error::NotFound)?;
            stored.push(store(cx, tx, &before, after).await?);
        }
        Ok(stored)
    }

    async fn purge(_: &Context, tx: &Tx, ids: &[i64]) -> Result<()> {
        site_row::purge(tx, ids).await
    }
}

/// What becomes of a site when these fields change, if they may.
pub(super) async fn changed(on: On<'_>, before: &Site, patch: &Patch) -> Result<Site> {
    let mut place = patch.apply(&before.place)?;
    if place.contact_id != before.place.contact_id {
        check_contact(on, before.customer_id, place.contact_id).await?;
    }
    let had = Some(&before.place.custom);
    place.custom = definitions::check(on, RecordKind::Site, had, &place.custom).await?;
    Ok(Site { place, ..before.clone() })
}

/// Only somebody who is at this customer is turned to at its sites.
pub(super) async fn check_contact(
    on: On<'_>,
    customer: CustomerId,
    contact: Option<ContactId>,
) -> Result<()> {
    let Some(contact) = contact else { return Ok(()) };
    let q = Q::new("select count(*) from contact where id = ? and customer_id = ? and deleted_at is null");
    match q.bind(contact).bind(customer).number(on).await? {
        0 => Err(invalid("contact_id", "site-contact-unknown")),
        _ => Ok(()),
    }
}

/// Stores a site that may be so, with what its customer is found by, and tells of it.
pub(super) async fn store(cx: &Context, tx: &Tx, before: &Placed, mut after: Placed) -> Result<Placed> {
    after.site.version = before.site.version + 1;
    after.site.updated_at = cx.now;
    site_row::update(tx, &after.site).await?;
    tell(cx, tx, Some(before), after).await
}

/// Writes what goes with the row of a site: the index of its added fields, the words of its customer, and the event.
pub(super) async fn tell(cx: &Context, tx: &Tx, before: Option<&Placed>, after: Placed) -> Result<Placed> {
    let id = after.site.id.0;
    let custom = before.map(|before| &before.site.place.custom);
    let written = Written { id, before: custom, after: &after.site.place.custom };
    index::put(tx, RecordKind::Site, [written]).await?;
    search::index(tx, &after.customer).await?;
    cx.record(tx, event(cx, tx, before, &after).await?).await?;
    let site = site_row::several(tx, &[id]).await?.pop().ok_or(Error::NotFound)?;
    Ok(Placed { site, ..after })
}

/// What became of a site, in words.
async fn event(cx: &Context, tx: &Tx, before: Option<&Placed>, after: &Placed) -> Result<NewEvent> {
    let mut event = fields::event::<Sites>(cx, before, after);
    let name = &before.unwrap_or(after).site.place.name;
    let changes = match before {
        Some(before) if event.kind == TOLD.changed => {
            let of = |placed| Sites::record(cx, placed).values;
            let changes = fields::changes(&of(before), &of(after));
            json!(words::in_words(On::Tx(tx), RecordKind::Site, changes).await?)
        }
        _ => Json::Null,
    };
    event.payload = match changes {
        Json::Null => json!({ "name": name }),
        changes => json!({ "name": name, "changes": changes }),
    };
    Ok(event)
}
