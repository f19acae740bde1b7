//! The outbox's rows.

use kernel::db::{FromRow, Q};
use kernel::{Context, MailId, Result};

/// A mail that is to be sent.
#[derive(Debug, FromRow)]
pub struct Waiting {
    /// Its number for mail servers, without angle brackets.
    pub message_id: String,
    /// The address.
    pub recipient: String,
    /// The subject line.
    pub subject: String,
    /// The text.
    pub body: String,
    /// How often it was tried.
    pub attempts: i64,
}

/// The mail, if it is still to be sent.
pub async fn waiting(cx: &Context, id: MailId) -> Result<Option<Waiting>> {
    Q::new(
        "select message_id, recipient, subject, body, attempts from mail where id = ? and state = 'queued'",
    )
    .bind(id)
    .optional(cx.db())
    .await
}

/// Notes what became of the mail: `sent`, `failed` or `kept`.
pub async fn settle(cx: &Context, id: MailId, state: &str, reason: Option<&str>) -> Result<()> {
    let sent_at = (state == "sent").then(|| cx.foyer.clock.now());
    cx.tx(|tx| async move {
        Q::new("update mail set state = ?, last_error = ?, sent_at = ?, attempts = attempts + 1 where id = ?")
            .bind(state)
            .bind(reason)
            .bind(sent_at)
            .bind(id)
            .run(&tx)
            .await
            .map(drop)
    })
    .await
}

/// Notes a try that may go better the next time.
pub async fn note_try(cx: &Context, id: MailId, reason: &str) -> Result<()> {
    cx.tx(|tx| async move {
        Q::new("update mail set last_error = ?, attempts = attempts + 1 where id = ?")
            .bind(reason)
            .bind(id)
            .run(&tx)
            .await
            .map(drop)
    })
    .await
}
