//! The deliveries that are to be tried: who tries one holds it, and says what came of it.

use kernel::db::{FromRow, Q, Tx};
use kernel::{Context, DeliveryId, Instant, Result, StaffId, Version, WebhookId};

use super::endpoints::switch_off;
use crate::{OffBecause, Problem};

/// So long a delivery is held: longer than a try can take. A server that is killed meanwhile is missed after that.
const LEASE: i64 = 30 * Instant::SECOND;
/// A webhook to which nothing has arrived for so long is switched off.
pub(crate) const PATIENCE: i64 = 5 * Instant::DAY;

/// Where a webhook leads to, and with what its deliveries are signed.
#[derive(FromRow)]
pub(crate) struct Endpoint {
    pub url: String,
    pub secret: String,
    pub former_secret: Option<String>,
    pub former_until: Option<Instant>,
    pub staff_id: Option<StaffId>,
    pub rights: Option<String>,
    pub version: Version,
}

/// A delivery that somebody holds.
#[derive(FromRow)]
pub(crate) struct Due {
    pub id: DeliveryId,
    pub message_id: String,
    pub event_id: Option<i64>,
    pub created_at: Instant,
    /// This try among them.
    pub tries: i64,
    leased_until: Instant,
}

/// What came of a try.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outcome {
    /// Nothing, when it has arrived.
    pub problem: Option<Problem>,
    pub status: Option<u16>,
    pub answer: Option<String>,
    /// Microseconds.
    pub duration: i64,
    /// After so many microseconds it is tried again; without it, it is given up.
    pub pause: Option<i64>,
}

/// The webhook, if it is on.
pub(crate) async fn endpoint(cx: &Context, id: WebhookId) -> Result<Option<Endpoint>> {
    Q::new("select url, secret, former_secret, former_until, staff_id, rights, version from webhook")
        .push("where id = ? and state = 'on'")
        .bind(id)
        .optional(cx.db())
        .await
}

/// Whether a delivery of a webhook is to be tried now.
pub(crate) async fn is_due(cx: &Context, webhook: WebhookId) -> Result<bool> {
    Ok(next(cx, webhook, Q::default()).optional::<(i64,)>(cx.db()).await?.is_some())
}

fn next(cx: &Context, webhook: WebhookId, q: Q) -> Q {
    q.push("select id from webhook_delivery where webhook_id = ? and state = 'waiting' and next_at <= ?")
        // One at a time, also with several servers: what happened first arrives first.
        .push("and not exists (select 1 from webhook_delivery held where held.webhook_id = ?")
        .push("and held.leased_until is not null and held.state = 'waiting' and held.leased_until >= ?)")
        .push("order by next_at, id limit 1")
        .bind(webhook)
        .bind(cx.now)
        .bind(webhook)
        .bind(cx.now)
}

/// Takes the next delivery of a webhook that is due, those that have waited longest first.
pub(crate) async fn claim(cx: &Context, webhook: WebhookId) -> Result<Option<Due>> {
    cx.tx(|tx| async move {
        lock(&tx, webhook).await?;
        let update = Q::new("update webhook_delivery set tries = tries + 1, leased_until = ? where id = (");
        next(cx, webhook, update.bind(cx.now.plus(LEASE)))
            .push(") returning id, message_id, event_id, created_at, tries, leased_until")
            .optional(&tx)
            .await
    })
    .await
}

/// Holds the webhook before its deliveries, as whoever sends again does: two that lock in another order wait for each
/// other in vain.
async fn lock(tx: &Tx, webhook: WebhookId) -> Result<()> {
    let lock = Q::new("select id from webhook where id = ?").bind(webhook).dialect("", "for update");
    lock.optional::<(i64,)>(tx).await.map(drop)
}

/// Lets go of what a process held that is not there any more: of SQLite there is only one.
pub(crate) async fn release_all(cx: &Context) -> Result<()> {
    let held =
        Q::new("select count(*) from webhook_delivery where leased_until is not null and state = 'waiting'");
    if held.number(cx.db()).await? == 0 {
        return Ok(());
    }
    cx.tx(|tx| async move {
        let release = Q::new("update webhook_delivery set leased_until = null");
        release.push("where leased_until is not null and state = 'waiting'").run(&tx).await.map(drop)
    })
    .await
}

/// Notes what came of a try. Who held it too long has nothing to say any more, and what an address answered says nothing
/// of one that somebody has put in its place meanwhile.
pub(crate) async fn settle(
    cx: &Context,
    webhook: WebhookId,
    endpoint: &Endpoint,
    due: &Due,
    outcome: &Outcome,
) -> Result<()> {
    let seen = endpoint.version;
    let because = cx
        .tx(|tx| async move {
            lock(&tx, webhook).await?;
            if note(cx, &tx, due, outcome).await? == 0 {
                return Ok(None);
            }
            let failing_since = note_health(cx, &tx, webhook, seen, outcome).await?;
            Ok(match failing_since {
                _ if outcome.status == Some(410) => Some(OffBecause::Gone),
                Some(since) if since.plus(PATIENCE) <= cx.now => Some(OffBecause::Failing),
                _ => None,
            })
        })
        .await?;
    match because {
        Some(because) => switch_off(cx, webhook, seen, because).await,
        None => Ok(()),
    }
}

async fn note(cx: &Context, tx: &Tx, due: &Due, outcome: &Outcome) -> Result<u64> {
    let state = match (outcome.problem, outcome.pause) {
        (None, _) => "delivered",
        (Some(_), Some(_)) => "waiting",
        (Some(_), None) => "failed",
    };
    Q::new("update webhook_delivery set state = ?, status = ?, problem = ?, answer = ?, duration = ?, tried_at = ?,")
        .push("next_at = ?, leased_until = null where id = ? and leased_until = ?")
        .bind(state)
        .bind(outcome.status.map(i64::from))
        .bind(outcome.problem.map(Problem::code))
        .bind(outcome.answer.as_deref())
        .bind(outcome.duration)
        .bind(cx.now)
        .bind(cx.now.plus(outcome.pause.unwrap_or(0)))
        .bind(due.id)
        .bind(due.leased_until)
        .run(tx)
        .await
}

/// Notes whether the webhook can be reached; since when it cannot. What was never sent says nothing of that.
async fn note_health(
    cx: &Context,
    tx: &Tx,
    webhook: WebhookId,
    seen: Version,
    outcome: &Outcome,
) -> Result<Option<Instant>> {
    match outcome.problem {
        None => {
            let update = Q::new("update webhook set failing_since = null");
            let update = update.push("where id = ? and version = ? and failing_since is not null");
            update.bind(webhook).bind(seen).run(tx).await?;
            Ok(None)
        }
        Some(problem) if problem.is_ours() => Ok(None),
        Some(_) => {
            let update = Q::new("update webhook set failing_since = coalesce(failing_since, ?)")
                .push("where id = ? and version = ? returning failing_since")
                .bind(cx.now)
                .bind(webhook)
                .bind(seen);
            let row: Option<(Option<Instant>,)> = update.optional(tx).await?;
            Ok(row.and_then(|(since,)| since))
        }
    }
}
