//! The organisation's own row, and whether the house was set up.

use futures::future::BoxFuture;
use kernel::db::{Q, Tx};
use kernel::setting::{self, Setting};
use kernel::{Context, NewEvent, Organisation, RecordKind, Result};
use serde_json::json;

/// What others do when the organisation is written down, in the same transaction: tasks have their moments worked out anew
/// in its time zone. A feature leaves it in `Feature::parts`.
pub struct OrganisationHook(pub fn(Context, Tx) -> BoxFuture<'static, Result<()>>);

/// Writes the organisation down, in a transaction that may do more. Call [`kernel::Foyer::reload_organisation`] after it.
///
/// # Errors
/// As [`Q::all`].
pub async fn write_organisation(cx: &Context, tx: &Tx, organisation: &Organisation) -> Result<()> {
    setting::keep(tx, organisation).await?;
    let payload = json!({
        "setting": Organisation::KEY,
        "name": organisation.name,
        "currency": organisation.currency,
        "country": organisation.country,
        "language": organisation.language,
        "time_zone": organisation.zone.name,
    });
    cx.record(tx, NewEvent::new("setting.changed", RecordKind::Setting, 0).payload(payload)).await?;
    for hook in cx.foyer.parts::<OrganisationHook>() {
        (hook.0)(cx.clone(), tx.clone()).await?;
    }
    Ok(())
}

/// Notes that the house is set up. Of many who try at once, one is told `true`: the others wait for it and are told `false`.
pub(crate) async fn claim_set_up(cx: &Context, tx: &Tx) -> Result<bool> {
    let claim = Q::new("insert into setting (key, value) values ('set-up', ?) on conflict (key) do nothing");
    Ok(claim.bind(json!({ "at": cx.now })).run(tx).await? == 1)
}
