//! What became of each delivery, and sending again.

use std::collections::HashSet;

use kernel::db::{FromRow, Q, Tx};
use kernel::{
    Area, Can, Context, Cursor, DeliveryId, Error, Instant, Page, RecordKind, RecordRef, Result, Sight,
    WebhookId, entropy, feed,
};

use super::endpoints::announce;
use super::row;
use crate::{Delivery, DeliveryState, Problem};

/// What has arrived or was given up stays in the log for so long.
const KEPT: i64 = 30 * Instant::DAY;
/// The log is tidied in steps of so many rows.
const STEP: i64 = 1_000;
/// What a test says that it is.
pub(crate) const TEST: &str = "webhook.test";

#[derive(FromRow)]
struct Row {
    id: DeliveryId,
    message_id: String,
    event_id: Option<i64>,
    kind: String,
    record_kind: Option<String>,
    record_id: Option<i64>,
    state: String,
    tries: i64,
    next_at: Instant,
    status: Option<i64>,
    problem: Option<String>,
    answer: Option<String>,
    duration: Option<i64>,
    tried_at: Option<Instant>,
    created_at: Instant,
}

const COLUMNS: &str = "select id, message_id, event_id, kind, record_kind, record_id, state, tries, next_at, status, problem, answer, \
     duration, tried_at, created_at from webhook_delivery";

impl From<Row> for Delivery {
    fn from(row: Row) -> Self {
        let kind = row.record_kind.as_deref().and_then(RecordKind::parse);
        let state = DeliveryState::parse(&row.state).unwrap_or(DeliveryState::Failed);
        Self {
            id: row.id,
            message_id: row.message_id,
            kind: row.kind,
            record: kind.zip(row.record_id).map(|(kind, id)| RecordRef { kind, id }),
            state,
            tries: row.tries,
            status: row.status,
            problem: row.problem.as_deref().and_then(Problem::parse),
            answer: row.answer,
            duration: row.duration,
            tried_at: row.tried_at,
            next_at: (state == DeliveryState::Waiting).then_some(row.next_at),
            created_at: row.created_at,
        }
    }
}

/// The deliveries of a webhook, the newest first. Of a record that the asker may not see there is no more than that
/// something happened.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `NotFound`.
pub async fn deliveries(
    cx: &Context,
    webhook: WebhookId,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Page<Delivery>> {
    super::find(cx, webhook).await?;
    let before: i64 = after.and_then(Cursor::values).unwrap_or(i64::MAX);
    let q = Q::new(COLUMNS).push("where webhook_id = ? and id < ? order by id desc limit ?");
    let mut rows: Vec<Row> = q.bind(webhook).bind(before).bind(limit + 1).all(cx.db()).await?;
    cover(cx, &mut rows).await?;
    let cursor = |delivery: &Delivery| Cursor::new(&delivery.id.0);
    Ok(Page::cut(rows.into_iter().map(Delivery::from).collect(), limit, cursor))
}

/// Takes out of the log what tells of records that the asker may not see: which they are, and what was answered, since a
/// receiver may say what it was sent.
async fn cover(cx: &Context, rows: &mut [Row]) -> Result<()> {
    let ids: Vec<i64> = rows.iter().filter_map(|row| row.event_id).collect();
    let events = feed::find_events(cx.db(), &ids).await?;
    let seen: HashSet<i64> = events
        .iter()
        .filter(|event| event.audience.sight(&cx.actor, event.record.kind.area()) == Sight::Full)
        .map(|event| event.id)
        .collect();
    for row in rows.iter_mut().filter(|row| row.event_id.is_some_and(|id| !seen.contains(&id))) {
        (row.record_kind, row.record_id, row.answer) = (None, None, None);
    }
    Ok(())
}

/// Sends one delivery again, as if it had not been tried: the receiver knows it by the same number.
///
/// # Errors
/// As [`deliveries`].
pub async fn retry(cx: &Context, webhook: WebhookId, delivery: DeliveryId) -> Result<()> {
    again(cx, webhook, |q| q.push("and id = ?").bind(delivery), true).await.map(drop)
}

/// Sends all deliveries again that were given up of what has happened since a moment, or of all that the log has. Says
/// how many there are.
///
/// # Errors
/// As [`deliveries`].
pub async fn retry_failed(cx: &Context, webhook: WebhookId, since: Option<Instant>) -> Result<u64> {
    let since = since.unwrap_or(Instant(0));
    again(cx, webhook, |q| q.push("and state = 'failed' and created_at >= ?").bind(since), false).await
}

async fn again(cx: &Context, webhook: WebhookId, which: impl Fn(Q) -> Q, must_exist: bool) -> Result<u64> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let which = &which;
    cx.tx(|tx| async move {
        let found = row::one(&tx, webhook).await?;
        let q = Q::new(
            "update webhook_delivery set state = 'waiting', tries = 0, next_at = ?, leased_until = null",
        )
        .push("where webhook_id = ?")
        .bind(cx.now)
        .bind(webhook);
        let touched = which(q).run(&tx).await?;
        match touched {
            0 if must_exist => return Err(Error::NotFound),
            0 => {}
            // The event also wakes who sends.
            _ => announce(cx, &tx, "webhook.resent", webhook, &found.edit.url).await?,
        }
        Ok(touched)
    })
    .await
}

/// Sends a test, which is tried and signed like everything else.
///
/// # Errors
/// As [`deliveries`].
pub async fn test(cx: &Context, webhook: WebhookId) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    cx.tx(|tx| async move {
        let found = row::one(&tx, webhook).await?;
        insert_test(cx, &tx, webhook).await?;
        announce(cx, &tx, "webhook.tested", webhook, &found.edit.url).await
    })
    .await
}

async fn insert_test(cx: &Context, tx: &Tx, webhook: WebhookId) -> Result<()> {
    Q::new("insert into webhook_delivery (webhook_id, message_id, kind, state, next_at, created_at)")
        .push("values (?, ?, ?, 'waiting', ?, ?)")
        .bind(webhook)
        .bind(message_id())
        .bind(TEST)
        .bind(cx.now)
        .bind(cx.now)
        .run(tx)
        .await
        .map(drop)
}

/// A number for a delivery that no other one has, in whichever database: one that is restored may not make its receiver
/// take new events for known ones.
pub(super) fn message_id() -> String {
    format!("msg_{}{}", entropy::word(), entropy::word())
}

/// Forgets what arrived or was given up long ago; for the job.
pub(crate) async fn tidy(cx: &Context) -> Result<()> {
    let old = |q: Q| {
        q.push("select id from webhook_delivery where created_at < ? and state <> 'waiting' limit ?")
            .bind(cx.now.plus(-KEPT))
            .bind(STEP)
    };
    while !cx.foyer.stop.is_asked() && old(Q::default()).optional::<(i64,)>(cx.db()).await?.is_some() {
        cx.tx(|tx| async move {
            let delete = Q::new("delete from webhook_delivery where id in (");
            old(delete).push(")").run(&tx).await.map(drop)
        })
        .await?;
    }
    Ok(())
}
