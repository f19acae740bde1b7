//! What administrators' browsers may ask about the house.
// The macro makes a struct of each function's arguments; what they mean stands at the function.
#![allow(missing_docs)]

#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{Cursor, MailId, Page, Result};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use staff::OrganisationForm;

#[cfg(not(target_arch = "wasm32"))]
use crate::store;
use crate::{MailLetter, MailLine};

/// The organisation, as the form shows it.
#[server(endpoint = "get_organisation", input = Json)]
pub async fn get_organisation() -> Result<OrganisationForm> {
    store::organisation(&Context::current()?).await
}

/// Changes the organisation.
#[server(endpoint = "save_organisation", input = Json)]
pub async fn save_organisation(form: OrganisationForm) -> Result<()> {
    store::save_organisation(&Context::current()?, &form).await
}

/// The mails of the outbox, newest first.
#[server(endpoint = "list_mails", input = Json)]
pub async fn list_mails(after: Option<Cursor>) -> Result<Page<MailLine>> {
    store::mail::list(&Context::current()?, after.as_ref()).await
}

/// One mail with its words.
#[server(endpoint = "get_mail", input = Json)]
pub async fn get_mail(id: MailId) -> Result<MailLetter> {
    store::mail::find(&Context::current()?, id).await
}

/// Tries a mail again.
#[server(endpoint = "retry_mail", input = Json)]
pub async fn retry_mail(id: MailId) -> Result<()> {
    store::mail::retry(&Context::current()?, id).await
}
