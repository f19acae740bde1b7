use futures::future::BoxFuture;
use kernel::db::On;
use kernel::{Context, CustomerId, Result};

/// Asks whether a customer has documents of one kind: invoices, estimates, contracts. Each feature with documents leaves
/// one in `Feature::parts`. A customer with documents is not deleted, keeps its currency, and does not go again when the
/// conversion that made it is taken back.
#[derive(Clone, Copy)]
pub struct Documents(pub for<'a> fn(On<'a>, CustomerId) -> BoxFuture<'a, Result<bool>>);

/// Whether a customer has documents of any kind.
///
/// # Errors
/// Those of the database.
pub async fn has_documents<'a>(cx: &Context, on: impl Into<On<'a>>, id: CustomerId) -> Result<bool> {
    let on = on.into();
    for Documents(has) in cx.foyer.parts::<Documents>() {
        if has(on, id).await? {
            return Ok(true);
        }
    }
    Ok(false)
}
