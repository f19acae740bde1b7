use futures::future::BoxFuture;
use kernel::db::Tx;
use kernel::{Context, CustomerId, Result};

/// Asks whether a customer has documents of one kind: invoices, estimates, contracts. Each feature with documents leaves
/// one in `Feature::parts`. A customer with documents does not go again when the conversion that made it is taken back.
#[derive(Clone, Copy)]
pub struct Documents(pub for<'a> fn(&'a Tx, CustomerId) -> BoxFuture<'a, Result<bool>>);

/// Whether a customer has documents of any kind.
///
/// # Errors
/// Those of the database.
pub async fn has_documents(cx: &Context, tx: &Tx, id: CustomerId) -> Result<bool> {
    for Documents(has) in cx.foyer.parts::<Documents>() {
        if has(tx, id).await? {
            return Ok(true);
        }
    }
    Ok(false)
}
