//! Webhooks: which addresses are told what happens, and what became of it.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::{Area, Can, DeliveryId, Instant, WebhookId};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use webhooks::{Delivery, MadeWebhook, Webhook, WebhookEdit, store};

use super::answer::{created, list, nothing, ok, page, versioned};
use super::caller::Caller;
use super::fields::Fields;
use super::once::with_secret;
use super::operation::{CURSOR, LIMIT, Operation};
use super::problem::{Answer, Refusal};
use super::query::Query;
use super::records::id_in;
use super::seen::Seen;

/// A new secret, this once.
#[derive(Serialize, ToSchema)]
struct WebhookSecret {
    /// `whsec_` and base64. An answer that is given again, to the same `Idempotency-Key`, comes without it.
    #[schema(required = false)]
    secret: String,
}

/// What is sent again.
#[derive(Serialize, Deserialize, ToSchema)]
struct FailedSince {
    /// Only what has happened since, microseconds UTC; all that the log has if left out.
    #[schema(value_type = Option<i64>)]
    since: Option<Instant>,
}

/// How many are sent again.
#[derive(Serialize, ToSchema)]
struct SentAgain {
    /// How many.
    count: u64,
}

const RIGHT: &str = "settings.edit";

pub fn operations() -> Vec<Operation> {
    let mut all = vec![
        Operation::get("/api/v1/webhooks", "list_webhooks", RIGHT, list_all)
            .about("All webhooks, the oldest first.")
            .answers_page::<Webhook>(),
        Operation::post("/api/v1/webhooks", "create_webhook", RIGHT, create)
            .about("Sets a webhook up. It is told what the caller may see. Its secret is answered this once.")
            .takes::<WebhookEdit>()
            .creates::<MadeWebhook>(),
        Operation::get("/api/v1/webhooks/{id}", "get_webhook", RIGHT, find)
            .about("A webhook.")
            .answers::<Webhook>(),
        Operation::patch("/api/v1/webhooks/{id}", "update_webhook", RIGHT, update)
            .about(
                "Changes the fields that are sent. Who changes the address or the events answers for it from now on.",
            )
            .takes::<WebhookEdit>()
            .answers::<Webhook>()
            .versioned(),
        Operation::delete("/api/v1/webhooks/{id}", "delete_webhook", RIGHT, delete)
            .about("Deletes a webhook with its log."),
    ];
    all.extend(of_deliveries());
    all
}

fn of_deliveries() -> Vec<Operation> {
    vec![
        Operation::post("/api/v1/webhooks/{id}/secret", "rotate_webhook_secret", RIGHT, rotate)
            .about("Makes a new secret, answered this once. The one before it signs too for 24 hours.")
            .answers::<WebhookSecret>(),
        Operation::post("/api/v1/webhooks/{id}/test", "test_webhook", RIGHT, test)
            .about("Sends a test event, `webhook.test`."),
        Operation::get("/api/v1/webhooks/{id}/deliveries", "list_deliveries", RIGHT, list_deliveries)
            .about("What became of each delivery, the newest first; those of the last 30 days.")
            .query(&[CURSOR, LIMIT])
            .answers_page::<Delivery>(),
        Operation::post("/api/v1/webhooks/{id}/deliveries/{delivery}/retry", "retry_delivery", RIGHT, retry)
            .about("Sends a delivery again, under the same `webhook-id`."),
        Operation::post("/api/v1/webhooks/{id}/retry-failed", "retry_failed_deliveries", RIGHT, retry_failed)
            .about("Sends all deliveries again that were given up.")
            .takes::<FailedSince>()
            .answers::<SentAgain>(),
    ]
}

/// The webhook in an address such as `/api/v1/webhooks/7`.
struct At(WebhookId);

impl<S: Send + Sync> FromRequestParts<S> for At {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        Ok(Self(WebhookId(id_in(parts.uri.path(), 4)?)))
    }
}

/// The delivery in an address such as `/api/v1/webhooks/7/deliveries/9/retry`.
struct DeliveryAt(DeliveryId);

impl<S: Send + Sync> FromRequestParts<S> for DeliveryAt {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        Ok(Self(DeliveryId(id_in(parts.uri.path(), 6)?)))
    }
}

async fn list_all(caller: Caller) -> Answer {
    list(&store::list(&caller.cx).await?)
}

async fn create(caller: Caller, fields: Fields) -> Answer {
    caller.cx.actor.require(Area::Settings, Can::Edit)?;
    let made = store::create(&caller.cx, &fields.over(&WebhookEdit::default())?).await?;
    let answer =
        created(&made, &format!("/api/v1/webhooks/{}", made.webhook.id), Some(made.webhook.version))?;
    with_secret(answer, &made.webhook)
}

async fn find(caller: Caller, At(id): At) -> Answer {
    let found = store::find(&caller.cx, id).await?;
    versioned(&found, found.version)
}

async fn update(caller: Caller, At(id): At, seen: Seen, mut fields: Fields) -> Answer {
    let before = store::find(&caller.cx, id).await?;
    let wanted = seen.or(fields.take("version")?)?;
    let edit = fields.over(&before.edit)?;
    let version = wanted.version(async { Ok(before.version) }).await?;
    let saved = store::update(&caller.cx, id, version, &edit).await;
    let saved = saved.map_err(|error| wanted.refuse(error))?;
    versioned(&saved, saved.version)
}

async fn delete(caller: Caller, At(id): At) -> Answer {
    store::delete(&caller.cx, id).await?;
    nothing()
}

async fn rotate(caller: Caller, At(id): At) -> Answer {
    let answer = ok(&WebhookSecret { secret: store::rotate_secret(&caller.cx, id).await? })?;
    with_secret(answer, &json!({}))
}

async fn test(caller: Caller, At(id): At) -> Answer {
    store::test(&caller.cx, id).await?;
    ok(&json!({}))
}

async fn list_deliveries(caller: Caller, At(id): At, query: Query) -> Answer {
    let found = store::deliveries(&caller.cx, id, query.cursor()?.as_ref(), query.limit()?).await?;
    page(&found.items, found.next_cursor)
}

async fn retry(caller: Caller, At(id): At, DeliveryAt(delivery): DeliveryAt) -> Answer {
    store::retry(&caller.cx, id, delivery).await?;
    ok(&json!({}))
}

async fn retry_failed(caller: Caller, At(id): At, fields: Fields) -> Answer {
    let FailedSince { since } = fields.into()?;
    ok(&SentAgain { count: store::retry_failed(&caller.cx, id, since).await? })
}
