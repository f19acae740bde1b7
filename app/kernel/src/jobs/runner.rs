//! Who does the jobs.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::{JoinError, JoinHandle};

use super::queue::{self, Job};
use super::{JobKind, Stop};
use crate::{Context, Foyer, Instant, Result};

/// How long things take that tests cannot wait for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    /// How long a job is held before somebody else may take it over, in microseconds.
    pub lease: i64,
    /// How often the lease of a running job is renewed.
    pub beat: Duration,
    /// How long a running job may go on after the process was asked to stop.
    pub grace: Duration,
}

impl Pace {
    const ORDINARY: Self =
        Self { lease: Instant::MINUTE, beat: Duration::from_secs(15), grace: Duration::from_secs(10) };
}

/// How often the queue is looked at when nobody rings.
const LOOK: Duration = Duration::from_secs(2);

/// Does jobs of these kinds.
#[derive(Clone)]
pub(super) struct Runner {
    pub foyer: Arc<Foyer>,
    pub kinds: Arc<[JobKind]>,
    pub pace: Pace,
}

/// How a job came to its end.
enum End {
    Done(std::result::Result<Result<()>, JoinError>),
    /// The process stops, and the job did not end in time.
    Stopped,
    /// Somebody else does it now.
    Lost,
}

/// A job as a task of its own, which ends when nobody waits for it any more.
struct Task(JoinHandle<Result<()>>);

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Runner {
    /// Does the jobs of this Foyer's features.
    pub fn of(foyer: Arc<Foyer>) -> Self {
        Self { kinds: foyer.jobs().into(), foyer, pace: Pace::ORDINARY }
    }

    /// Does jobs until the process is asked to stop.
    pub async fn run(self, workers: usize) {
        if let Err(error) = self.prepare().await {
            tracing::error!(%error, "the regular jobs could not be scheduled");
        }
        futures::future::join_all((0..workers).map(|_| self.work())).await;
    }

    async fn prepare(&self) -> Result<()> {
        let cx = &Context::system(&self.foyer);
        if self.foyer.db.is_sqlite() {
            // One process uses the file: whoever held a job has been killed. Elsewhere another server may be at it.
            queue::release_all(cx).await?;
        }
        cx.tx(|tx| async move {
            for kind in self.kinds.iter() {
                queue::schedule(cx, &tx, kind).await?;
            }
            Ok(())
        })
        .await
    }

    async fn work(&self) {
        let (bell, stop) = (self.foyer.db.jobs_bell(), &self.foyer.stop);
        while !stop.is_asked() {
            match self.run_one().await {
                Ok(true) => continue,
                Ok(false) => {}
                Err(error) => tracing::warn!(%error, "the queue could not be read; trying again"),
            }
            tokio::select! {
                () = stop.asked() => {}
                _ = tokio::time::timeout(LOOK, bell.notified()) => {}
            }
        }
    }

    /// Does one job, if one is due; says whether there was one.
    pub async fn run_one(&self) -> Result<bool> {
        let cx = Context::system(&self.foyer);
        let Some(mut job) = queue::claim(&cx, self.pace.lease).await? else { return Ok(false) };
        if self.foyer.stop.is_asked() {
            // The wish came while the queue was read: what is not begun is not begun any more.
            queue::give_back(&cx, &job).await?;
            return Ok(false);
        }
        let Some(kind) = self.kinds.iter().find(|kind| kind.name == job.kind) else {
            queue::fail(&cx, &job, "this version does not know this kind of job").await?;
            return Ok(true);
        };
        let end = self.hold(&cx, &mut job, kind).await;
        let cx = Context::system(&self.foyer);
        match end {
            End::Done(Ok(Ok(()))) => queue::finish(&cx, &job, kind).await?,
            End::Done(Ok(Err(error))) => queue::fail(&cx, &job, &error.to_string()).await?,
            End::Done(Err(panic)) => queue::fail(&cx, &job, &panic.to_string()).await?,
            End::Stopped => {
                tracing::info!(job.id = job.id.0, job.kind, "a job is left for the next start");
                queue::give_back(&cx, &job).await?;
            }
            End::Lost => tracing::warn!(job.id = job.id.0, job.kind, "a job was taken over by somebody else"),
        }
        Ok(true)
    }

    /// Does the job and renews its lease meanwhile.
    async fn hold(&self, cx: &Context, job: &mut Job, kind: &JobKind) -> End {
        // A panic in a job must not take the worker down with it.
        let mut task = Task(tokio::spawn((kind.run)(cx.clone(), job.payload.0.clone())));
        let overtime = overtime(&self.foyer.stop, self.pace.grace);
        tokio::pin!(overtime);
        loop {
            tokio::select! {
                outcome = &mut task.0 => return End::Done(outcome),
                () = &mut overtime => return break_off(task).await,
                () = tokio::time::sleep(self.pace.beat) => {
                    match queue::renew(&Context::system(&self.foyer), job, self.pace.lease).await {
                        Ok(true) => {}
                        Ok(false) => return End::Lost,
                        // There is time for some more tries before the lease ends.
                        Err(error) => tracing::warn!(%error, "the lease of a job could not be renewed"),
                    }
                }
            }
        }
    }
}

async fn overtime(stop: &Stop, grace: Duration) {
    stop.asked().await;
    tokio::time::sleep(grace).await;
}

/// Ends a job where it stands. What it had begun to write is rolled back before the job is given back.
async fn break_off(mut task: Task) -> End {
    task.0.abort();
    match tokio::time::timeout(Duration::from_secs(1), &mut task.0).await {
        // It ended after all, at the last moment.
        Ok(Ok(outcome)) => End::Done(Ok(outcome)),
        _ => End::Stopped,
    }
}
