//! The contact that comes with a lead which is attached to a customer, and goes again with it.

use kernel::db::{Q, Tx};
use kernel::{Actor, ContactId, Context, CustomerId, Error, Result};
use serde_json::json;

use super::change::event;
use super::find::{administrators, find_row};
use super::{audience, contacts, known, search};

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
    let found = match find_row(&cx.on_behalf(Actor::System), tx, customer, false).await {
        Err(Error::NotFound) => return Ok(false),
        found => found?,
    };
    let all = contacts::of(tx, customer).await?;
    let Some(gone) = all.into_iter().find(|one| one.id == contact && one.version == 1) else {
        return Ok(false);
    };
    let before = known::likeness_now(cx, tx, &found).await?;
    let q = Q::new("update contact set deleted_at = ? where id = ?");
    q.bind(cx.now).bind(contact).run(tx).await?;
    choose_primary(tx, customer).await?;
    known::write(cx, tx, customer, before, known::likeness_now(cx, tx, &found).await?).await?;
    let administrators = administrators(tx, customer).await?;
    search::index(tx, customer, &found.profile, &administrators).await?;
    let payload = json!({ "contact_id": contact, "name": gone.person.name() });
    let seen = audience(found.profile.manager_id, &administrators);
    cx.record(tx, event("contact.deleted", &found, payload, seen)).await?;
    Ok(true)
}

/// The oldest contact becomes the primary one where that is gone.
async fn choose_primary(tx: &Tx, customer: CustomerId) -> Result<()> {
    Q::new("update contact set is_primary = ? where id = (select min(id) from contact where customer_id = ?")
        .push("and deleted_at is null) and not exists (select 1 from contact p where p.customer_id = ?")
        .push("and p.is_primary and p.deleted_at is null)")
        .bind(true)
        .bind(customer)
        .bind(customer)
        .run(tx)
        .await
        .map(drop)
}
