//! The rows of the queue.

use serde_json::Value;
use sqlx::types::Json;

use super::JobKind;
use crate::db::{FromRow, Q, Tx};
use crate::{Context, Instant, JobId, Result};

/// After so many tries a job is left for a person to look at. With the back-off that is more than a day.
const TRIES: i64 = 12;

/// A job that somebody holds.
#[derive(Debug, FromRow)]
pub(super) struct Job {
    pub id: JobId,
    pub kind: String,
    pub payload: Json<Value>,
    pub attempts: i64,
    /// How long it is held: who wants to renew the lease names the end that they know.
    pub leased_until: Instant,
}

/// Takes the next job that is due, until `lease` microseconds from now.
pub(super) async fn claim(cx: &Context, lease: i64) -> Result<Option<Job>> {
    let due = |q: Q| {
        q.push("select id from job where failed_at is null and run_at <= ?")
            .push("and (leased_until is null or leased_until < ?)")
            .push("order by run_at, id limit 1")
            .bind(cx.now)
            .bind(cx.now)
    };
    // Looking first costs the readers nothing; taking the writer for an empty queue would.
    if due(Q::default()).optional::<(i64,)>(cx.db()).await?.is_none() {
        return Ok(None);
    }
    cx.tx(|tx| async move {
        let update = Q::new("update job set attempts = attempts + 1, leased_until = ? where id = (");
        due(update.bind(cx.now.plus(lease)))
            .dialect("", "for update skip locked")
            .push(") returning id, kind, payload, attempts, leased_until")
            .optional(&tx)
            .await
    })
    .await
}

/// Holds the job longer. False if somebody else has taken it over, because this process slept for example.
pub(super) async fn renew(cx: &Context, job: &mut Job, lease: i64) -> Result<bool> {
    let (id, known, until) = (job.id, job.leased_until, cx.now.plus(lease));
    let renewed = cx
        .tx(|tx| async move {
            let renew = Q::new("update job set leased_until = ? where id = ? and leased_until = ?");
            renew.bind(until).bind(id).bind(known).run(&tx).await
        })
        .await?;
    if renewed == 1 {
        job.leased_until = until;
    }
    Ok(renewed == 1)
}

/// Puts back what could not be ended, as if it had not been begun: it is due at once.
pub(super) async fn give_back(cx: &Context, job: &Job) -> Result<()> {
    cx.tx(|tx| async move {
        // Meanwhile another job of the same key may have been queued.
        Q::new("update job set leased_until = null, attempts = attempts - 1, dedupe_key = null")
            .push("where id = ? and leased_until = ?")
            .bind(job.id)
            .bind(job.leased_until)
            .run(&tx)
            .await
            .map(drop)
    })
    .await
}

/// Ends all leases. Only where nobody else can hold one.
pub(super) async fn release_all(cx: &Context) -> Result<()> {
    let held = Q::new("select count(*) from job where leased_until is not null").number(cx.db()).await?;
    if held == 0 {
        return Ok(());
    }
    tracing::info!(held, "jobs that were broken off are taken up again");
    cx.tx(|tx| async move {
        let release =
            Q::new("update job set leased_until = null, dedupe_key = null where leased_until is not null");
        release.run(&tx).await.map(drop)
    })
    .await
}

/// Takes a job that is done out of the queue, and queues the next one of those that are done regularly.
pub(super) async fn finish(cx: &Context, job: &Job, kind: &JobKind) -> Result<()> {
    cx.tx(|tx| async move {
        Q::new("delete from job where id = ?").bind(job.id).run(&tx).await?;
        schedule(cx, &tx, kind).await
    })
    .await
}

/// Queues the next one of a kind that is done regularly.
pub(super) async fn schedule(cx: &Context, tx: &Tx, kind: &JobKind) -> Result<()> {
    let Some(every) = kind.every else { return Ok(()) };
    cx.enqueue(tx, kind.name, Value::Null, cx.now.plus(every), Some(kind.name.into())).await
}

/// Notes why a job failed, and puts it back for later.
pub(super) async fn fail(cx: &Context, job: &Job, cause: &str) -> Result<()> {
    tracing::warn!(job.id = job.id.0, job.kind, job.attempts, cause, "a job failed");
    let gives_up = job.attempts >= TRIES;
    let pause = Instant::SECOND * 15 * (1 << job.attempts.clamp(0, 12));
    cx.tx(|tx| async move {
        Q::new("update job set last_error = ?, leased_until = null, run_at = ?, failed_at = ?,")
            .push("dedupe_key = null where id = ?")
            .bind(cause)
            .bind(cx.now.plus(pause))
            .bind(gives_up.then_some(cx.now))
            .bind(job.id)
            .run(&tx)
            .await
            .map(drop)
    })
    .await
}
