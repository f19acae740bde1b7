//! What a person is told: somebody gave them a lead, a reminder is due.

use kernel::db::{FromRow, Json, Q, Tx, Val};
use kernel::{Context, Instant, NotificationId, RecordKind, RecordRef, Result, StaffId, Text};
use serde_json::json;

use super::told;
use crate::Notification;

/// Tells a person something, in the transaction in which it happens. Their bell rings at once.
///
/// # Errors
/// As [`Q::all`].
pub async fn notify(
    cx: &Context,
    tx: &Tx,
    staff: StaffId,
    text: Text,
    about: Option<RecordRef>,
) -> Result<()> {
    let id = Q::new("insert into notification (staff_id, text, record_kind, record_id, created_at)")
        .push("values (?, ?, ?, ?, ?) returning id")
        .bind(staff)
        .bind(Val::json(&text))
        .bind(about.map(|record| record.kind.code()))
        .bind(about.map(|record| record.id))
        .bind(cx.now)
        .number(tx)
        .await?;
    // The words stay out of the event: administrators see that somebody was told something, not what.
    cx.record(tx, told("notification.created", staff, json!({ "notification_id": id }))).await
}

#[derive(FromRow)]
struct Row {
    id: NotificationId,
    text: Json<Text>,
    record_kind: Option<String>,
    record_id: Option<i64>,
    created_at: Instant,
    read_at: Option<Instant>,
}

impl From<Row> for Notification {
    fn from(row: Row) -> Self {
        let kind = row.record_kind.as_deref().and_then(RecordKind::parse);
        let record = kind.zip(row.record_id).map(|(kind, id)| RecordRef { kind, id });
        Self {
            id: row.id,
            text: row.text.0,
            record,
            created_at: row.created_at,
            is_read: row.read_at.is_some(),
        }
    }
}

/// The 30 newest notifications of the person who asks, newest first.
///
/// # Errors
/// `Unauthenticated`.
pub async fn list(cx: &Context) -> Result<Vec<Notification>> {
    let rows: Vec<Row> =
        Q::new("select id, text, record_kind, record_id, created_at, read_at from notification")
            .push("where staff_id = ? order by id desc limit 30")
            .bind(cx.actor.staff()?.id)
            .all(cx.db())
            .await?;
    Ok(rows.into_iter().map(Notification::from).collect())
}

/// How many notifications the person who asks has not read.
///
/// # Errors
/// `Unauthenticated`.
pub async fn count_unread(cx: &Context) -> Result<i64> {
    let count = Q::new("select count(*) from notification where staff_id = ? and read_at is null");
    count.bind(cx.actor.staff()?.id).number(cx.db()).await
}

/// Marks one notification of the person who asks as read, or all up to now.
///
/// # Errors
/// `Unauthenticated`.
pub async fn mark_read(cx: &Context, only: Option<NotificationId>) -> Result<()> {
    let me = cx.actor.staff()?.id;
    cx.tx(|tx| async move {
        let update = Q::new("update notification set read_at = ? where staff_id = ? and read_at is null");
        let update = update.bind(cx.now).bind(me);
        let update = match only {
            Some(id) => update.push("and id = ?").bind(id),
            None => update,
        };
        if update.run(&tx).await? > 0 {
            cx.record(&tx, told("notification.read", me, json!({ "notification_id": only }))).await?;
        }
        Ok(())
    })
    .await
}
