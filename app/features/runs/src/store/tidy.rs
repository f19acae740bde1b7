//! What is looked after once an hour: runs that nobody is at, those that nobody confirmed, and those of a month ago.

use kernel::db::{Q, Tx};
use kernel::{Context, Instant, Result, RunId};

use super::{KEPT, job};

/// Chosen records wait so long for somebody who confirms.
const DRAFT_KEPT: i64 = Instant::HOUR;
/// So many unconfirmed runs of one person are kept: every dialog makes one.
const DRAFTS: usize = 5;
/// So many rows go in one transaction, so that nobody waits for it.
const STEP: i64 = 5_000;

/// Goes on with runs that were broken off, and throws away what nobody needs any more.
///
/// # Errors
/// As [`Q::all`]; what was done stays done.
pub(crate) async fn tidy(cx: &Context) -> Result<()> {
    go_on(cx).await?;
    let over: Vec<(RunId,)> = Q::new(
        "select id from run where (state = 'draft' or action is null) and created_at <= ?",
    )
    .bind(cx.now.plus(-DRAFT_KEPT))
    .push("union all select id from run where state in ('done', 'cancelled', 'failed') and finished_at <= ?")
    .bind(cx.now.plus(-KEPT))
    .push("order by id")
    .all(cx.db())
    .await?;
    for (id,) in over {
        forget(cx, id).await?;
    }
    Ok(())
}

/// A job that failed too often is left lying; its run is taken up again.
async fn go_on(cx: &Context) -> Result<()> {
    let left: &Vec<(RunId,)> =
        &Q::new("select r.id from run r where r.state in ('queued', 'running') and not exists (")
            .push("select 1 from job j where j.kind = ? and j.failed_at is null")
            .push("and cast(j.payload->>'run' as bigint) = r.id) order by r.id")
            .bind(job::JOB)
            .all(cx.db())
            .await?;
    cx.tx(|tx| async move {
        for (id,) in left {
            job::enqueue(cx, &tx, *id).await?;
        }
        Ok(())
    })
    .await
}

/// Throws away the actor's older unconfirmed runs.
pub(super) async fn forget_drafts(cx: &Context) -> Result<()> {
    let drafts: Vec<(RunId,)> =
        Q::new("select id from run where state = 'draft' and coalesce(staff_id, 0) = ? order by id desc")
            .bind(cx.staff_id().map_or(0, |id| id.0))
            .all(cx.db())
            .await?;
    for (id,) in drafts.into_iter().skip(DRAFTS) {
        forget(cx, id).await?;
    }
    Ok(())
}

async fn forget(cx: &Context, id: RunId) -> Result<()> {
    while cx.tx(|tx| async move { forget_items(&tx, id).await }).await? > 0 {}
    // Somebody may have confirmed it at this very moment.
    cx.tx(|tx| async move {
        Q::new("delete from run where id = ? and state not in ('queued', 'running')")
            .push("and not exists (select 1 from run_item i where i.run_id = run.id)")
            .bind(id)
            .run(&tx)
            .await
            .map(drop)
    })
    .await
}

async fn forget_items(tx: &Tx, id: RunId) -> Result<u64> {
    Q::new("delete from run_item where run_id = ? and record_id in (select i.record_id from run_item i")
        .push("join run r on r.id = i.run_id where i.run_id = ? and r.state not in ('queued', 'running') limit ?)")
        .bind(id)
        .bind(id)
        .bind(STEP)
        .run(tx)
        .await
}
