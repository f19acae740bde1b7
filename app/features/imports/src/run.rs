//! The run: batch after batch, each in a transaction of its own that also says how far the run is. A server that is
//! killed goes on with the next batch; no row is brought in twice.

use kernel::db::Tx;
use kernel::{Cause, Context, Error, ImportId, Instant, Pace, Result};
use serde_json::{Value as Json, json};

use crate::acting::acting;
use crate::apply::Applied;
use crate::memory::Memory;
use crate::plan::Plan;
use crate::reading::Record;
use crate::rows::Rows;
use crate::store::{self, ended, keep_error, load, move_on, progress, set_state};
use crate::{ImportState, Place};

/// The browsers are told at most twice a second.
const TELL_EVERY: i64 = Instant::SECOND / 2;
/// A job runs no longer than this and then queues itself again: others wait in the queue, too, and a lease ends.
const LONGEST_JOB: i64 = 4 * Instant::MINUTE;

/// Queues the run.
pub async fn enqueue(cx: &Context, tx: &Tx, id: ImportId) -> Result<()> {
    cx.enqueue(tx, "import.run", json!({ "import": id }), cx.now, Some(format!("import.run:{id}"))).await
}

/// The job `import.run`.
///
/// # Errors
/// Only those that time heals; others end the import.
pub async fn job(cx: Context, payload: Json) -> Result<()> {
    let id = ImportId(payload["import"].as_i64().unwrap_or_default());
    go(&cx, id, Some(cx.now.plus(LONGEST_JOB))).await
}

/// Brings rows in until the end of the file, or until `pause`.
pub async fn go(system: &Context, id: ImportId, pause: Option<Instant>) -> Result<()> {
    match bring_in(system, id, pause).await {
        Err(error @ (Error::Busy | Error::Unavailable)) => Err(error),
        Err(error) => fail(system, id, &error).await,
        Ok(()) => Ok(()),
    }
}

/// Ends what the import was doing, with the reason.
pub async fn fail(cx: &Context, id: ImportId, error: &Error) -> Result<()> {
    tracing::error!(%error, import = id.0, "an import could not go on");
    let text = &error.text();
    cx.tx(|tx| async move {
        if set_state(cx, &tx, id, &[ImportState::Running, ImportState::Undoing], ImportState::Failed).await? {
            keep_error(&tx, id, text).await?;
            progress(cx, &tx, id, "import.failed").await?;
            ended(cx, &tx, id).await?;
        }
        Ok(())
    })
    .await
}

async fn bring_in(system: &Context, id: ImportId, pause: Option<Instant>) -> Result<()> {
    let kept = load(system, id).await?;
    if kept.import.state != ImportState::Running {
        return Ok(());
    }
    let cause = Cause { run_id: kept.run_id, ..Cause::default() };
    let cx = &acting(system, kept.import.staff_id).await?.because(cause);
    let importer = store::importer(cx, &kept.import.kind)?;
    importer.require(&cx.actor)?;
    let mut rows = Rows::open(cx, &kept.storage_key, kept.import.options.format).await??;
    let mut plan = Plan::new(cx, importer, id, kept.import.options, rows.header.len()).await?;
    let (mut next_row, mut told) = (kept.next_row, system.now);
    let mut pace = Pace::of(system.db());
    let mut wanted = if next_row > 0 { store::BATCH } else { pace.size };
    loop {
        let mut records = rows.next(wanted).await??;
        if records.is_empty() {
            return finish(system, id).await;
        }
        // After a restart the rows that are in already are passed over.
        records.retain(|record| record.number >= next_row);
        let Some(last) = records.last().map(|record| record.number) else { continue };
        let now = system.foyer.clock.now();
        let tells = now.0 - told.0 >= TELL_EVERY;
        told = if tells { now } else { told };
        let Some((applied, took)) = batch(&plan, id, &records, (next_row, last + 1), tells).await? else {
            return Ok(());
        };
        plan.learn(applied);
        next_row = last + 1;
        pace.breathe(system.db(), took).await;
        wanted = pace.size;
        // A command on the operator's terminal runs to its end; it has no queue to come back from.
        if pause.is_some_and(|pause| now > pause || system.foyer.stop.is_asked()) {
            return system.tx(|tx| async move { enqueue(system, &tx, id).await }).await;
        }
    }
}

/// One batch: all of it or nothing, with how long it held the database. `None` if the run was stopped or somebody else
/// goes on with it.
async fn batch(
    plan: &Plan,
    id: ImportId,
    records: &[Record],
    (from, next): (i64, i64),
    tells: bool,
) -> Result<Option<(Applied, i64)>> {
    let cx = &plan.cx;
    cx.tx(|tx| async move {
        let begun = cx.foyer.clock.now();
        if !move_on(&tx, id, from, next).await? {
            return Ok(None);
        }
        let (read, mut done) = (plan.read(records), 0);
        let (mut memory, mut applied) = (Memory::default(), Applied::default());
        while done < records.len() {
            let verdicts = plan.judge(Place::Tx(&tx), &read[done..], &mut memory).await?;
            let step = verdicts.len();
            plan.apply(&tx, id, &records[done..done + step], verdicts, &mut applied).await?;
            done += step;
            if step == 0 {
                return Err(Error::internal("an import does not get on"));
            }
            memory = memory.carried_out();
        }
        if tells {
            progress(cx, &tx, id, "import.progress").await?;
        }
        Ok(Some((applied, cx.foyer.clock.now().0 - begun.0)))
    })
    .await
}

async fn finish(cx: &Context, id: ImportId) -> Result<()> {
    let now = &Context::new(cx.foyer.clone(), cx.actor.clone(), cx.language);
    cx.tx(|tx| async move {
        if set_state(now, &tx, id, &[ImportState::Running], ImportState::Done).await? {
            progress(now, &tx, id, "import.finished").await?;
            ended(now, &tx, id).await?;
        }
        Ok(())
    })
    .await
}
