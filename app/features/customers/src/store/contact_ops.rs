//! What people do with contacts that are there.

use fields::{Edit, Kind, Patch, Wish};
use kernel::db::{On, Q, Tx};
use kernel::{Area, Can, ContactId, Context, Error, Result, Text, Version};
use serde_json::json;

use super::contact_kind::{self, Contacts, Placed};
use super::contact_row;
use crate::{Contact, Customer};

/// A contact that the actor may see.
///
/// # Errors
/// `NotFound`.
pub async fn find_contact(cx: &Context, id: ContactId) -> Result<Contact> {
    let found = Contacts::find(cx, On::Db(cx.db()), &[id.0]).await?.into_iter().next();
    let there = found.map(|placed| placed.contact).filter(|contact| contact.deleted_at.is_none());
    there.ok_or(Error::NotFound)
}

/// Changes fields that the person saw as the edit says. What others did to other fields meanwhile stays.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Conflict` when a field holds something else by now: it brings the fresh contact and, as
/// `clashes`, who changed which of the fields and when; `Invalid` for fields.
pub async fn edit_contact(cx: &Context, id: ContactId, edit: &Edit) -> Result<Contact> {
    cx.tx(|tx| async move {
        let before = changeable(cx, &tx, id).await?;
        let (contact, clashing) = (&before.contact, edit.clashing(&before.contact.person));
        if !clashing.is_empty() {
            let name = contact.person.name();
            return Err(fields::clash(&tx, contact.record(), contact, &name, clashing).await?);
        }
        change(cx, &tx, &before, &edit.to).await
    })
    .await
}

/// Changes fields of a contact.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Conflict` with the fresh contact when `version` is not the newest; `Invalid` for fields.
pub async fn update_contact(cx: &Context, id: ContactId, version: Version, patch: &Patch) -> Result<Contact> {
    cx.tx(|tx| async move {
        let before = changeable(cx, &tx, id).await?;
        if before.contact.version != version {
            let reason = Text::new("fields-changed-meanwhile").with("name", before.contact.person.name());
            return Err(Error::conflict(reason, &before.contact));
        }
        change(cx, &tx, &before, patch).await
    })
    .await
}

async fn change(cx: &Context, tx: &Tx, before: &Placed, patch: &Patch) -> Result<Contact> {
    let contact = contact_kind::changed(cx, On::Tx(tx), &before.contact, patch).await?;
    if contact == before.contact {
        return Ok(contact);
    }
    let after = Placed { contact, customer: before.customer.clone() };
    Ok(contact_kind::store(cx, tx, before, after).await?.contact)
}

/// Removes a contact: it can be taken back for 30 days. Was it the primary one, the oldest of the others is from now on.
///
/// # Errors
/// `NotFound`; `Forbidden` without the right to delete customers.
pub async fn delete_contact(cx: &Context, id: ContactId) -> Result<()> {
    cx.tx(|tx| async move {
        let before = seen(cx, &tx, id).await?;
        cx.actor.require(Area::Customers, Can::Delete)?;
        let after = Contacts::allow(cx, On::Tx(&tx), Some(&before), Wish::Delete, &mut ()).await?;
        contact_kind::store(cx, &tx, &before, after).await.map(drop)
    })
    .await
}

/// Takes a removed contact back. Nothing happens to one that is there.
///
/// # Errors
/// `NotFound`; `Forbidden` without the right to delete customers; `Invalid` where its address is another login by now.
pub async fn restore_contact(cx: &Context, id: ContactId) -> Result<()> {
    cx.tx(|tx| async move {
        let found = Contacts::find(cx, On::Tx(&tx), &[id.0]).await?.into_iter().next();
        let before = found.ok_or(Error::NotFound)?;
        cx.actor.require(Area::Customers, Can::Delete)?;
        if before.contact.deleted_at.is_none() {
            return Ok(());
        }
        let after = Contacts::allow(cx, On::Tx(&tx), Some(&before), Wish::Restore, &mut ()).await?;
        contact_kind::store(cx, &tx, &before, after).await.map(drop)
    })
    .await
}

/// Makes a contact the one to turn to first, in place of the one that was. Nothing happens where it is that already.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn make_primary(cx: &Context, id: ContactId) -> Result<()> {
    cx.tx(|tx| async move {
        let before = changeable(cx, &tx, id).await?;
        if before.contact.is_primary {
            return Ok(());
        }
        let others = Q::new("update contact set is_primary = ?, version = version + 1 where customer_id = ?");
        others.push("and is_primary").bind(false).bind(before.customer.id).run(&tx).await?;
        let contact =
            Contact { is_primary: true, version: before.contact.version + 1, ..before.contact.clone() };
        contact_row::update(cx, &tx, &before.customer, &contact).await?;
        let payload = json!({ "contact_id": id, "name": contact.person.name() });
        let event = super::write::event("contact.primary", None, &before.customer, payload);
        cx.record(&tx, event).await
    })
    .await
}

/// Changes fields of a contact in the transaction of something larger, and says whether that changed anything.
pub(super) async fn patch_in(cx: &Context, tx: &Tx, id: ContactId, patch: &Patch) -> Result<bool> {
    let before = changeable(cx, tx, id).await?;
    Ok(change(cx, tx, &before, patch).await? != before.contact)
}

/// A contact that the actor may see now, locked with its customer.
async fn seen(cx: &Context, tx: &Tx, id: ContactId) -> Result<Placed> {
    let found = Contacts::find(cx, On::Tx(tx), &[id.0]).await?.into_iter().next();
    found.filter(|placed| placed.contact.deleted_at.is_none()).ok_or(Error::NotFound)
}

/// One that the actor may change.
pub(super) async fn changeable(cx: &Context, tx: &Tx, id: ContactId) -> Result<Placed> {
    let found = seen(cx, tx, id).await?;
    Customer::can_edit(&cx.actor)?;
    Ok(found)
}
