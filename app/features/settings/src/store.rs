//! The organisation, and the outbox.

pub mod mail;

use kernel::{Context, Result};
use staff::OrganisationForm;
use staff::fields::Fields;
use staff::store::house;

/// The organisation, as the form shows it.
///
/// # Errors
/// `Forbidden` for all but administrators.
pub async fn organisation(cx: &Context) -> Result<OrganisationForm> {
    cx.actor.require_admin()?;
    Ok(OrganisationForm::from(cx.organisation().as_ref()))
}

/// Changes the organisation. Pages that are loaded from now on show it.
///
/// # Errors
/// `Forbidden` for all but administrators; `Invalid` for `organisation_name`, `currency`, `country`, `time_zone`.
pub async fn save_organisation(cx: &Context, form: &OrganisationForm) -> Result<()> {
    cx.actor.require_admin()?;
    let mut fields = Fields::default();
    let organisation = &form.read(&mut fields);
    fields.done()?;
    cx.tx(|tx| async move { house::write_organisation(cx, &tx, organisation).await }).await?;
    cx.foyer.reload_organisation().await
}
