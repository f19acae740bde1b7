//! What is to be done later: a queue in the database, filled in the transaction that wants it done.

use std::sync::Arc;
use std::time::Duration;

use futures::future::BoxFuture;
use serde_json::Value;
use sqlx::types::Json;

use crate::db::{FromRow, Q, Tx};
use crate::feed::details;
use crate::{Context, Foyer, Instant, JobId, Result};

/// A kind of job and how it is done. Each feature lists its own.
#[derive(Clone, Copy)]
pub struct JobKind {
    /// The name in the queue: `mail.send`.
    pub name: &'static str,
    /// Does it. It may be done twice if the server dies in between, so it has to bear that.
    pub run: fn(Context, Value) -> BoxFuture<'static, Result<()>>,
    /// How often it is done by itself, in microseconds, if it is.
    pub every: Option<i64>,
}

/// How long a job may take before somebody else may take it over.
const LEASE: i64 = 10 * Instant::MINUTE;
/// After so many tries a job is left for a person to look at. With the back-off that is more than a day.
const TRIES: i64 = 12;

impl Context {
    /// Queues a job for `at`. With a `dedupe_key`, a job of the same key that has not begun yet is enough.
    ///
    /// # Errors
    /// As [`Q::all`].
    pub async fn enqueue(
        &self,
        tx: &Tx,
        kind: &'static str,
        payload: Value,
        at: Instant,
        dedupe_key: Option<String>,
    ) -> Result<()> {
        Q::new("insert into job (kind, payload, dedupe_key, run_at, created_at) values (?, ?, ?, ?, ?)")
            .push("on conflict do nothing")
            .bind(kind)
            .bind(details(&payload))
            .bind(dedupe_key)
            .bind(at)
            .bind(self.now)
            .run(tx)
            .await?;
        tx.mark_jobs().await;
        Ok(())
    }
}

#[derive(Debug, FromRow)]
struct Job {
    id: JobId,
    kind: String,
    payload: Json<Value>,
    attempts: i64,
}

/// Does jobs until it is dropped: `workers` at a time.
pub async fn run(foyer: Arc<Foyer>, workers: usize) {
    let kinds: Arc<[JobKind]> = foyer.jobs().into();
    if let Err(error) = schedule(&foyer, &kinds).await {
        tracing::error!(%error, "the regular jobs could not be scheduled");
    }
    let loops = (0..workers).map(|_| work(foyer.clone(), kinds.clone()));
    futures::future::join_all(loops).await;
}

async fn schedule(foyer: &Arc<Foyer>, kinds: &[JobKind]) -> Result<()> {
    let cx = &Context::system(foyer);
    cx.tx(|tx| async move {
        for kind in kinds {
            let Some(every) = kind.every else { continue };
            cx.enqueue(&tx, kind.name, Value::Null, cx.now.plus(every), Some(kind.name.into())).await?;
        }
        Ok(())
    })
    .await
}

async fn work(foyer: Arc<Foyer>, kinds: Arc<[JobKind]>) {
    let bell = foyer.db.jobs_bell();
    loop {
        match run_one(&foyer, &kinds).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::warn!(%error, "the queue could not be read; trying again"),
        }
        let _ = tokio::time::timeout(Duration::from_secs(2), bell.notified()).await;
    }
}

/// Does every job that is due, in this task, and says how many. For tests and the command line.
///
/// # Errors
/// As [`Q::all`]; a job's own failure is noted with the job.
pub async fn drain(foyer: &Arc<Foyer>, kinds: &[JobKind]) -> Result<usize> {
    let mut done = 0;
    while run_one(foyer, kinds).await? {
        done += 1;
    }
    Ok(done)
}

async fn run_one(foyer: &Arc<Foyer>, kinds: &[JobKind]) -> Result<bool> {
    let cx = Context::system(foyer);
    let Some(job) = claim(&cx).await? else { return Ok(false) };
    let Some(kind) = kinds.iter().find(|kind| kind.name == job.kind) else {
        fail(&cx, &job, "this version does not know this kind of job").await?;
        return Ok(true);
    };
    // A panic in a job must not take the worker down with it.
    let outcome = tokio::spawn((kind.run)(cx.clone(), job.payload.0.clone())).await;
    match outcome {
        Ok(Ok(())) => finish(&cx, &job, kind).await?,
        Ok(Err(error)) => fail(&cx, &job, &error.to_string()).await?,
        Err(panic) => fail(&cx, &job, &panic.to_string()).await?,
    }
    Ok(true)
}

async fn claim(cx: &Context) -> Result<Option<Job>> {
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
        due(update.bind(cx.now.plus(LEASE)))
            .dialect("", "for update skip locked")
            .push(") returning id, kind, payload, attempts")
            .optional(&tx)
            .await
    })
    .await
}

async fn finish(cx: &Context, job: &Job, kind: &JobKind) -> Result<()> {
    cx.tx(|tx| async move {
        Q::new("delete from job where id = ?").bind(job.id).run(&tx).await?;
        let Some(every) = kind.every else { return Ok(()) };
        cx.enqueue(&tx, kind.name, Value::Null, cx.now.plus(every), Some(kind.name.into())).await
    })
    .await
}

async fn fail(cx: &Context, job: &Job, cause: &str) -> Result<()> {
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
