//! What is to be done later: a queue in the database, filled in the transaction that wants it done.
//!
//! Whoever does a job holds a short lease on it and renews it while the job runs. A server that is killed is therefore
//! missed within a minute, however long its job would have taken.

use std::sync::Arc;

use futures::future::BoxFuture;
use serde_json::Value;

use crate::db::{Q, Tx};
use crate::feed::details;
use crate::{Context, Foyer, Instant, Result};

mod queue;
mod runner;
mod stop;

use runner::Runner;
pub use stop::Stop;

/// A kind of job and how it is done. Each feature lists its own.
#[derive(Clone, Copy)]
pub struct JobKind {
    /// The name in the queue: `mail.send`.
    pub name: &'static str,
    /// Does it. It may be done twice if the server dies in between, and it is broken off at any `await` when the server
    /// stops and the job does not end in time, so it has to bear both. A long one looks at [`Foyer::stop`] where it can
    /// pause well.
    pub run: fn(Context, Value) -> BoxFuture<'static, Result<()>>,
    /// How often it is done by itself, in microseconds, if it is.
    pub every: Option<i64>,
}

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

/// Does jobs, `workers` at a time, until [`Foyer::stop`] is asked for. From then on no job is begun; those that run may
/// end within ten seconds, and are otherwise given back, so that the next start does them at once.
pub async fn run(foyer: Arc<Foyer>, workers: usize) {
    Runner::of(foyer).run(workers).await;
}

/// Does every job that is due, in this task, and says how many. For tests and the command line.
///
/// # Errors
/// As [`Q::all`]; a job's own failure is noted with the job.
pub async fn drain(foyer: &Arc<Foyer>, kinds: &[JobKind]) -> Result<usize> {
    let runner = Runner { kinds: kinds.into(), ..Runner::of(foyer.clone()) };
    let mut done = 0;
    while runner.run_one().await? {
        done += 1;
    }
    Ok(done)
}

#[cfg(test)]
#[path = "jobs/jobs_tests.rs"]
mod tests;
