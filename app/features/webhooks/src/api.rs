//! What the browser may ask about webhooks.
#![allow(missing_docs, reason = "`#[server]` makes structs whose fields cannot be described")]

#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{Cursor, DeliveryId, Instant, Page, Result, Version, WebhookId};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[cfg(not(target_arch = "wasm32"))]
use crate::store;
use crate::{Delivery, MadeWebhook, Webhook, WebhookEdit};

/// How many deliveries a page of the log shows.
#[cfg(not(target_arch = "wasm32"))]
const PAGE: usize = 50;

/// All webhooks.
#[server(endpoint = "list_webhooks", input = Json)]
pub async fn list_webhooks() -> Result<Vec<Webhook>> {
    store::list(&Context::current()?).await
}

/// One webhook.
#[server(endpoint = "get_webhook", input = Json)]
pub async fn get_webhook(id: WebhookId) -> Result<Webhook> {
    store::find(&Context::current()?, id).await
}

/// Sets a webhook up; its secret comes along this once.
#[server(endpoint = "create_webhook", input = Json)]
pub async fn create_webhook(edit: WebhookEdit) -> Result<MadeWebhook> {
    store::create(&Context::current()?, &edit).await
}

/// Changes a webhook.
#[server(endpoint = "update_webhook", input = Json)]
pub async fn update_webhook(id: WebhookId, version: Version, edit: WebhookEdit) -> Result<Webhook> {
    store::update(&Context::current()?, id, version, &edit).await
}

/// Takes a webhook away.
#[server(endpoint = "delete_webhook", input = Json)]
pub async fn delete_webhook(id: WebhookId) -> Result<()> {
    store::delete(&Context::current()?, id).await
}

/// Gives a webhook a new secret, this once.
#[server(endpoint = "rotate_webhook_secret", input = Json)]
pub async fn rotate_webhook_secret(id: WebhookId) -> Result<String> {
    store::rotate_secret(&Context::current()?, id).await
}

/// Sends a test.
#[server(endpoint = "test_webhook", input = Json)]
pub async fn test_webhook(id: WebhookId) -> Result<()> {
    store::test(&Context::current()?, id).await
}

/// The deliveries of a webhook, the newest first.
#[server(endpoint = "list_deliveries", input = Json)]
pub async fn list_deliveries(id: WebhookId, after: Option<Cursor>) -> Result<Page<Delivery>> {
    store::deliveries(&Context::current()?, id, after.as_ref(), PAGE).await
}

/// Sends one delivery again.
#[server(endpoint = "retry_delivery", input = Json)]
pub async fn retry_delivery(id: WebhookId, delivery: DeliveryId) -> Result<()> {
    store::retry(&Context::current()?, id, delivery).await
}

/// Sends all deliveries again that were given up of what has happened since a moment.
#[server(endpoint = "retry_failed_deliveries", input = Json)]
pub async fn retry_failed_deliveries(id: WebhookId, since: Option<Instant>) -> Result<u64> {
    store::retry_failed(&Context::current()?, id, since).await
}
