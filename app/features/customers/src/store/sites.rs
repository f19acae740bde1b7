//! What people do with the sites of customers.

use fields::store::definitions;
use fields::{Edit, Kind, Patch, Typed, Wish};
use kernel::db::{On, Q, Tx};
use kernel::{
    Area, Can, Context, Cursor, CustomerId, Error, Page, RecordKind, Result, SiteId, Text, Version,
};

use super::row::{find, find_in};
use super::site_kind::{self, Placed, Sites};
use super::{contacts, site_row};
use crate::site::Place;
use crate::{Customer, CustomerSites, Site};

/// So many sites come at a time unless it is said.
const PAGE: usize = 50;

/// The sites of a customer that the actor may see, by name.
///
/// # Errors
/// `Unauthenticated`; `NotFound` for a customer that is not there or not seen.
pub async fn sites_of(
    cx: &Context,
    customer: CustomerId,
    after: Option<&Cursor>,
    limit: Option<usize>,
) -> Result<Page<Site>> {
    // Of one that was merged into another, that other one's.
    let customer = find(cx, customer).await?;
    site_row::page(cx, &customer, after, limit.unwrap_or(PAGE)).await
}

/// The same with the fields that the organisation added to sites, as the page of a customer needs them.
///
/// # Errors
/// As [`sites_of`].
pub async fn list_sites(cx: &Context, customer: CustomerId, after: Option<&Cursor>) -> Result<CustomerSites> {
    let sites = sites_of(cx, customer, after, None).await?;
    Ok(CustomerSites { sites, fields: definitions::list(cx.db(), RecordKind::Site).await? })
}

/// A site that the actor may see.
///
/// # Errors
/// `NotFound`.
pub async fn find_site(cx: &Context, id: SiteId) -> Result<Site> {
    let found = Sites::find(cx, On::Db(cx.db()), &[id.0]).await?.pop();
    let there = found.map(|placed| placed.site).filter(|site| site.deleted_at.is_none());
    there.ok_or(Error::NotFound)
}

/// Adds a site to a customer.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid` for fields, and for a contact person who is not at this customer.
pub async fn add_site(cx: &Context, customer: CustomerId, place: &Place) -> Result<Site> {
    cx.tx(|tx| async move { add_site_in(cx, &tx, customer, place).await }).await
}

/// The same in the transaction of something larger.
///
/// # Errors
/// As [`add_site`].
pub async fn add_site_in(cx: &Context, tx: &Tx, customer: CustomerId, place: &Place) -> Result<Site> {
    Customer::can_edit(&cx.actor)?;
    let found = find_in(cx, tx, customer).await?;
    insert(cx, tx, found, place.clone()).await
}

/// Makes the site that a new customer's billing address is, with its primary contact as the person to turn to. Whoever
/// may make the customer may make this.
pub(super) async fn insert_billing(cx: &Context, tx: &Tx, customer: &Customer) -> Result<()> {
    let place = Place::of_billing(&customer.profile).ok_or(Error::NotFound)?;
    let contact_id = contacts::of(tx, customer.id).await?.first().map(|contact| contact.id);
    insert(cx, tx, customer.clone(), Place { contact_id, ..place }).await.map(drop)
}

async fn insert(cx: &Context, tx: &Tx, customer: Customer, place: Place) -> Result<Site> {
    let mut place = place.checked()?;
    site_kind::check_contact(On::Tx(tx), customer.id, place.contact_id).await?;
    place.custom = definitions::check(tx, RecordKind::Site, None, &place.custom).await?;
    let id = site_row::insert(cx, tx, customer.id, &place).await?;
    let site = site_row::several(tx, &[id.0]).await?.pop().ok_or(Error::NotFound)?;
    Ok(site_kind::tell(cx, tx, None, Placed { site, customer }).await?.site)
}

/// Changes fields that the person saw as the edit says. What others did to other fields meanwhile stays.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Conflict` when a field holds something else by now: it brings the fresh site and, as
/// `clashes`, who changed which of the fields and when; `Invalid` for fields.
pub async fn edit_site(cx: &Context, id: SiteId, edit: &Edit) -> Result<Site> {
    cx.tx(|tx| async move {
        let before = changeable(cx, &tx, id).await?;
        let (site, clashing) = (&before.site, edit.clashing(&before.site.place));
        if !clashing.is_empty() {
            return Err(fields::clash(&tx, site.record(), site, &site.place.name, clashing).await?);
        }
        change(cx, &tx, &before, &edit.to).await
    })
    .await
}

/// Changes fields of a site.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Conflict` with the fresh site when `version` is not the newest; `Invalid` for fields.
pub async fn update_site(cx: &Context, id: SiteId, version: Version, patch: &Patch) -> Result<Site> {
    cx.tx(|tx| async move {
        let before = changeable(cx, &tx, id).await?;
        if before.site.version != version {
            let reason = Text::new("fields-changed-meanwhile").with("name", &before.site.place.name);
            return Err(Error::conflict(reason, &before.site));
        }
        change(cx, &tx, &before, patch).await
    })
    .await
}

async fn change(cx: &Context, tx: &Tx, before: &Placed, patch: &Patch) -> Result<Site> {
    let site = site_kind::changed(On::Tx(tx), &before.site, patch).await?;
    if site == before.site {
        return Ok(site);
    }
    let after = Placed { site, customer: before.customer.clone() };
    Ok(site_kind::store(cx, tx, before, after).await?.site)
}

/// Removes a site: it can be taken back for 30 days.
///
/// # Errors
/// `NotFound`; `Forbidden` without the right to delete customers.
pub async fn delete_site(cx: &Context, id: SiteId) -> Result<()> {
    cx.tx(|tx| async move {
        let before = seen(cx, &tx, id).await?;
        cx.actor.require(Area::Customers, Can::Delete)?;
        let after = Sites::allow(cx, On::Tx(&tx), Some(&before), Wish::Delete, &mut ()).await?;
        site_kind::store(cx, &tx, &before, after).await.map(drop)
    })
    .await
}

/// Takes a removed site back. Nothing happens to one that is there.
///
/// # Errors
/// `NotFound`; `Forbidden` without the right to delete customers.
pub async fn restore_site(cx: &Context, id: SiteId) -> Result<()> {
    cx.tx(|tx| async move {
        let before = Sites::find(cx, On::Tx(&tx), &[id.0]).await?.pop().ok_or(Error::NotFound)?;
        cx.actor.require(Area::Customers, Can::Delete)?;
        if before.site.deleted_at.is_none() {
            return Ok(());
        }
        let after = Sites::allow(cx, On::Tx(&tx), Some(&before), Wish::Restore, &mut ()).await?;
        site_kind::store(cx, &tx, &before, after).await.map(drop)
    })
    .await
}

/// The sites go where their customer goes: into the bin and out of it. Into another customer they follow as everything
/// does that belongs to one.
pub(super) async fn follow(cx: &Context, tx: &Tx, before: &Customer, after: &Customer) -> Result<()> {
    if cx.cause.merges.is_some_and(|survivor| survivor.kind == RecordKind::Customer) {
        return Ok(());
    }
    let q = match (before.deleted_at, after.deleted_at) {
        (None, Some(at)) => {
            let q = Q::new("update site set deleted_at = ? where customer_id = ? and deleted_at is null");
            q.bind(at).bind(before.id)
        }
        (Some(at), None) => {
            let q = Q::new("update site set deleted_at = null where customer_id = ? and deleted_at = ?");
            q.bind(before.id).bind(at)
        }
        _ => return Ok(()),
    };
    q.run(tx).await.map(drop)
}

/// A site that the actor may see now, locked with its customer.
async fn seen(cx: &Context, tx: &Tx, id: SiteId) -> Result<Placed> {
    let found = Sites::find(cx, On::Tx(tx), &[id.0]).await?.pop();
    found.filter(|placed| placed.site.deleted_at.is_none()).ok_or(Error::NotFound)
}

/// One that the actor may change.
async fn changeable(cx: &Context, tx: &Tx, id: SiteId) -> Result<Placed> {
    let found = seen(cx, tx, id).await?;
    Customer::can_edit(&cx.actor)?;
    Ok(found)
}
