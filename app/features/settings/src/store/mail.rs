//! The outbox, for administrators.

use kernel::db::{FromRow, Q};
use kernel::{Context, Cursor, Error, Instant, MailId, NewEvent, Page, RecordKind, Result, forbidden};
use serde_json::json;

use crate::{MailLetter, MailLine, MailState};

/// How many mails a page shows.
const PAGE: usize = 50;

#[derive(FromRow)]
struct Row {
    id: MailId,
    recipient: String,
    subject: String,
    state: String,
    attempts: i64,
    last_error: Option<String>,
    created_at: Instant,
    sent_at: Option<Instant>,
}

impl From<Row> for MailLine {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            recipient: row.recipient,
            subject: row.subject,
            state: MailState::parse(&row.state),
            attempts: row.attempts,
            last_error: row.last_error,
            created_at: row.created_at,
            sent_at: row.sent_at,
        }
    }
}

const LINES: &str =
    "select id, recipient, subject, state, attempts, last_error, created_at, sent_at from mail";

/// The mails, newest first, fifty at a time.
///
/// # Errors
/// `Forbidden` for all but administrators.
pub async fn list(cx: &Context, after: Option<&Cursor>) -> Result<Page<MailLine>> {
    cx.actor.require_admin()?;
    let before: i64 = after.and_then(Cursor::values).unwrap_or(i64::MAX);
    let query = Q::new(LINES).push("where id < ? order by id desc limit ?").bind(before).bind(PAGE + 1);
    let rows: Vec<Row> = query.all(cx.db()).await?;
    Ok(Page::cut(rows.into_iter().map(MailLine::from).collect(), PAGE, |line: &MailLine| {
        Cursor::new(&line.id.0)
    }))
}

/// One mail with its words.
///
/// # Errors
/// `Forbidden` for all but administrators; `NotFound`.
pub async fn find(cx: &Context, id: MailId) -> Result<MailLetter> {
    cx.actor.require_admin()?;
    let line: MailLine = Q::new(LINES).push("where id = ?").bind(id).one::<Row>(cx.db()).await?.into();
    let (body, language): (String, String) =
        Q::new("select body, language from mail where id = ?").bind(id).one(cx.db()).await?;
    let body = if line.state == MailState::Sent { without_secrets(&body) } else { body };
    Ok(MailLetter { line, language, body })
}

/// `?token=...` without what follows: a link that was sent is its reader's alone.
fn without_secrets(body: &str) -> String {
    let mut parts = body.split("token=");
    let first = parts.next().unwrap_or_default().to_owned();
    let is_secret = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    parts.fold(first, |text, part| text + "token=…" + part.trim_start_matches(is_secret))
}

/// Tries a mail again that could not be sent, or that was kept while there was no mail server.
///
/// # Errors
/// `Forbidden` for all but administrators, and for a mail that was sent or waits already; `NotFound`.
pub async fn retry(cx: &Context, id: MailId) -> Result<()> {
    cx.actor.require_admin()?;
    cx.tx(|tx| async move {
        Q::new("select id from mail where id = ?")
            .bind(id)
            .optional::<(MailId,)>(&tx)
            .await?
            .ok_or(Error::NotFound)?;
        let update = Q::new("update mail set state = 'queued', attempts = 0, last_error = null where id = ?");
        let again = update.push("and state in ('failed', 'kept')").bind(id).run(&tx).await?;
        if again == 0 {
            return Err(forbidden("settings-mail-not-again"));
        }
        cx.enqueue(&tx, "mail.send", json!({ "id": id }), cx.now, None).await?;
        cx.record(&tx, NewEvent::new("mail.retried", RecordKind::Setting, id.0)).await
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sent_link_is_shown_without_its_secret() {
        let body = "Hello\n\nhttps://foyer.test/new-password?token=aB-9_z\n\nBye";
        assert_eq!(without_secrets(body), "Hello\n\nhttps://foyer.test/new-password?token=…\n\nBye");
    }
}
