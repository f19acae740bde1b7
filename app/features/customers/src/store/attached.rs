//! The contact that comes with a lead which is attached to a customer, and goes again with it.

use kernel::db::{Q, Tx};
use kernel::{Actor, ContactId, Context, CustomerId, Error, Result};
use serde_json::json;

use super::{contact_row, contacts, known, row, write};
use crate::Contact;

/// Whether a contact of this customer has this address (as [`kernel::normal::email`] makes it).
///
/// # Errors
/// Those of the database.
pub async fn has_contact(tx: &Tx, customer: CustomerId, norm: &str) -> Result<bool> {
    let q = Q::new(
        "select count(*) from contact where customer_id = ? and email_norm = ? and deleted_at is null",
    );
    Ok(q.bind(customer).bind(norm).number(tx).await? > 0)
}

/// Takes a contact away again that nobody has changed since it came; says whether it went. The caller has asked for
/// permission to take back what brought it.
///
/// # Errors
/// Those of the database.
pub async fn remove_unchanged(
    cx: &Context,
    tx: &Tx,
    customer: CustomerId,
    contact: ContactId,
) -> Result<bool> {
    let found = match row::find_in(&cx.on_behalf(Actor::System), tx, customer).await {
        Err(Error::NotFound) => return Ok(false),
        found => found?,
    };
    let all = contacts::of(tx, customer).await?;
    let Some(gone) = all.into_iter().find(|one| one.id == contact && one.version == 1) else {
        return Ok(false);
    };
    let told = known::likeness_now(cx, tx, &found).await?;
    let q = Q::new("update contact set deleted_at = ?, is_primary = ? where id = ?");
    q.bind(cx.now).bind(false).bind(contact).run(tx).await?;
    contact_row::sign_in(tx, &Contact { deleted_at: Some(cx.now), ..gone.clone() }).await?;
    contacts::choose_primary(tx, customer).await?;
    write::retell(cx, tx, &found, told).await?;
    let payload = json!({ "contact_id": contact, "name": gone.person.name() });
    cx.record(tx, write::event("contact.deleted", None, &found, payload)).await?;
    Ok(true)
}
