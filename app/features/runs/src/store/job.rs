//! The job that does runs. Whoever takes a run up finds it behind its last batch.

use kernel::db::{Q, Tx, Val};
use kernel::{Actor, Context, Error, Instant, Pace, Result, RunId, Text, forbidden};
use serde_json::{Value as Json, json};

use super::batch::{Step, step};
use super::ended;
use super::rows::{self, Kept};
use crate::RunState;

/// The name in the queue.
pub(crate) const JOB: &str = "runs.run";
/// The browsers are told at most twice a second.
const TELL_EVERY: i64 = Instant::SECOND / 2;
/// A job runs no longer than this and then queues itself again: others wait in the queue, too, and a lease ends.
const LONGEST_JOB: i64 = 4 * Instant::MINUTE;

/// Queues a run.
pub(super) async fn enqueue(cx: &Context, tx: &Tx, id: RunId) -> Result<()> {
    cx.enqueue(tx, JOB, json!({ "run": id }), cx.now, Some(format!("{JOB}:{id}"))).await
}

/// The job.
///
/// # Errors
/// Only those that time heals; others end the run.
pub async fn run(system: Context, payload: Json) -> Result<()> {
    let id = RunId(payload["run"].as_i64().unwrap_or_default());
    let until = system.now.plus(LONGEST_JOB);
    match go(&system, id, until).await {
        Err(error @ (Error::Busy | Error::Unavailable)) => Err(error),
        // It was thrown away.
        Err(Error::NotFound) => Ok(()),
        Err(error) => fail(&system, id, &error).await,
        Ok(()) => Ok(()),
    }
}

async fn go(system: &Context, id: RunId, until: Instant) -> Result<()> {
    if !begin(system, id).await? {
        return Ok(());
    }
    let (mut pace, mut told) = (Pace::of(system.db()), system.now);
    loop {
        let fresh = Context::new(system.foyer.clone(), Actor::System, system.language);
        let cx = acting(&fresh, &rows::load(&fresh, fresh.db(), id).await?).await?;
        let tells = cx.now.0 - told.0 >= TELL_EVERY;
        told = if tells { cx.now } else { told };
        let (reached, took) = step(&cx, id, pace.size, tells).await?;
        if reached != Step::On {
            return Ok(());
        }
        if cx.now > until || system.foyer.stop.is_asked() {
            let cx = &fresh;
            return cx.tx(|tx| async move { enqueue(cx, &tx, id).await }).await;
        }
        pace.breathe(system.db(), took).await;
    }
}

/// Whether it is the run's turn. SQLite has one writer, and runs take turns there.
async fn begin(cx: &Context, id: RunId) -> Result<bool> {
    let alone = cx.db().is_sqlite();
    cx.tx(|tx| async move {
        let q = Q::new("update run set state = 'running', started_at = ?, version = version + 1")
            .push("where id = ? and state = 'queued'")
            .push_if(alone, "and not exists (select 1 from run r where r.state = 'running')")
            .bind(cx.now)
            .bind(id);
        if q.run(&tx).await? == 1 {
            rows::tell(cx, &tx, id).await?;
            return Ok(true);
        }
        Ok(rows::load(cx, &tx, id).await?.run.state == RunState::Running)
    })
    .await
}

/// Who began the run, with the rights of now, and not with more than the program had through which it was begun.
async fn acting(system: &Context, kept: &Kept) -> Result<Context> {
    let Some(id) = kept.run.staff_id else { return Ok(system.clone()) };
    let cx = staff::acting_within(system, id, kept.rights.as_deref()).await?;
    cx.ok_or_else(|| forbidden("run-problem-staff"))
}

/// Brings a run to its end, and lets the others have their turn.
pub(super) async fn end(cx: &Context, tx: &Tx, id: RunId, to: RunState) -> Result<bool> {
    if !rows::turn(cx, tx, id, &[RunState::Draft, RunState::Queued, RunState::Running], to).await? {
        return Ok(false);
    }
    rows::tell(cx, tx, id).await?;
    ended::tell(cx, tx, id).await?;
    let waiting: Vec<(RunId,)> =
        Q::new("select id from run where state = 'queued' order by id limit 10").all(tx).await?;
    for (next,) in waiting {
        enqueue(cx, tx, next).await?;
    }
    Ok(true)
}

/// Ends a run that cannot go on, with the reason.
async fn fail(system: &Context, id: RunId, error: &Error) -> Result<()> {
    tracing::warn!(%error, run = id.0, "a run could not go on");
    let text: &Text = &error.text();
    let cx = &Context::new(system.foyer.clone(), Actor::System, system.language);
    cx.tx(|tx| async move {
        Q::new("update run set error = ? where id = ?").bind(Val::json(text)).bind(id).run(&tx).await?;
        end(cx, &tx, id, RunState::Failed).await.map(drop)
    })
    .await
}
