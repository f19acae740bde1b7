//! What is looked after once an hour: runs that nobody is at, and files that nobody needs.

use kernel::db::Q;
use kernel::{Context, ImportId, Instant, Result};

use super::steps::{progress, set_state};
use crate::ImportState;

/// A file is kept for so long after its import came to an end; the refused rows and what can be undone stay.
const FILES_KEPT: i64 = 30 * Instant::DAY;
/// So many at a time.
const MOST: i64 = 1_000;

/// Goes on with runs that were broken off, gives up choices that nobody came back to, and takes files off the disk
/// whose imports ended a month ago.
///
/// # Errors
/// As [`Q::all`]; what was done stays done.
pub(crate) async fn tidy(cx: &Context) -> Result<()> {
    go_on(cx).await?;
    give_up(cx).await?;
    remove_files(cx).await
}

/// A run of the command line has no job. When its process is killed, this finds it; when it is still at work, no row is
/// brought in twice all the same, since each batch is taken by one of the two.
async fn go_on(cx: &Context) -> Result<()> {
    let left: Vec<(ImportId,)> =
        Q::new("select i.id from import i where i.state = 'running' and not exists (")
            .push("select 1 from job j where j.kind = 'import.run'")
            .push("and cast(j.payload->>'import' as bigint) = i.id) order by i.id limit ?")
            .bind(MOST)
            .all(cx.db())
            .await?;
    let left = &left;
    cx.tx(|tx| async move {
        for (id,) in left {
            crate::run::enqueue(cx, &tx, *id).await?;
        }
        Ok(())
    })
    .await
}

async fn give_up(cx: &Context) -> Result<()> {
    let open = [ImportState::Draft, ImportState::Ready];
    let left: Vec<(ImportId,)> =
        Q::new("select id from import where state in ('draft', 'ready') and created_at <= ? limit ?")
            .bind(cx.now.plus(-FILES_KEPT))
            .bind(MOST)
            .all(cx.db())
            .await?;
    for (id,) in left {
        cx.tx(|tx| async move {
            if set_state(cx, &tx, id, &open, ImportState::Cancelled).await? {
                progress(cx, &tx, id, "import.progress").await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn remove_files(cx: &Context) -> Result<()> {
    let over: Vec<(ImportId, String)> = Q::new("select id, storage_key from import where storage_key <> ''")
        .push("and state in ('done', 'failed', 'cancelled', 'undone') and finished_at <= ? limit ?")
        .bind(cx.now.plus(-FILES_KEPT))
        .bind(MOST)
        .all(cx.db())
        .await?;
    for (_, key) in &over {
        cx.foyer.files.remove(key).await;
    }
    let over = &over;
    cx.tx(|tx| async move {
        let ids = over.iter().map(|(id, _)| id.0);
        Q::new("update import set storage_key = '' where").any_of("id", ids).run(&tx).await.map(drop)
    })
    .await
}
