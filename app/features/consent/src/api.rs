//! What the browser may ask about consent.
// The macro makes structs of the arguments; the functions say what they are.
#![allow(missing_docs)]

#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{RecordRef, Result};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[cfg(not(target_arch = "wasm32"))]
use crate::store;
use crate::{Consent, How};

/// How it stands with the consent of these records, in their order.
#[server(endpoint = "list_consents", input = Json)]
pub async fn list_consents(records: Vec<RecordRef>) -> Result<Vec<Consent>> {
    store::list(&Context::current()?, &records).await
}

/// Notes that consent was given or withdrawn, and how.
#[server(endpoint = "note_consent", input = Json)]
pub async fn note_consent(record: RecordRef, is_given: bool, how: How, note: String) -> Result<Consent> {
    store::note(&Context::current()?, record, is_given, how, &note).await
}

/// The consent of the contact who asks.
#[server(endpoint = "get_my_consent", input = Json)]
pub async fn get_my_consent() -> Result<bool> {
    store::mine(&Context::current()?).await
}

/// Gives or withdraws the consent of the contact who asks.
#[server(endpoint = "save_my_consent", input = Json)]
pub async fn save_my_consent(is_given: bool) -> Result<()> {
    store::save_mine(&Context::current()?, is_given).await
}
