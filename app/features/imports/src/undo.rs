//! Taking an import back: what it created goes, what it changed is restored, what people changed since stays.

use kernel::db::{Json as JsonColumn, Q, Val};
use kernel::{Context, Error, ImportId, Result, StaffId};
use serde_json::Value as Json;

use crate::acting::acting;
use crate::run::fail;
use crate::store::{self, load, progress, set_state};
use crate::{ImportState, KeptRecord, Purpose, Records};

/// Records that are looked at in one transaction.
const STEP: i64 = 500;
/// Records that are named in the end.
const MOST_NAMED: usize = 200;

/// The job `import.undo`. Done twice it finds nothing left to do.
///
/// # Errors
/// Only those that time heals; others end the undo, and it can be asked for again.
pub async fn job(cx: Context, payload: Json) -> Result<()> {
    let id = ImportId(payload["import"].as_i64().unwrap_or_default());
    let staff = payload["staff"].as_i64().map(StaffId);
    match take_back(&cx, id, staff).await {
        Err(error @ (Error::Busy | Error::Unavailable)) => Err(error),
        Err(error) => fail(&cx, id, &error).await,
        Ok(()) => Ok(()),
    }
}

async fn take_back(cx: &Context, id: ImportId, staff: Option<StaffId>) -> Result<()> {
    let kept = load(cx, id).await?;
    if kept.import.state != ImportState::Undoing {
        return Ok(());
    }
    let who = acting(cx, staff).await?;
    let importer = store::importer(&who, &kept.import.kind)?;
    let records = (importer.begin)(who.clone(), Purpose { import: id }).await?;
    let mut left = restore(&who, id, records.as_ref()).await?;
    left.extend(remove(&who, records.as_ref()).await?);
    left.truncate(MOST_NAMED);
    let left = &left;
    cx.tx(|tx| async move {
        if set_state(cx, &tx, id, &[ImportState::Undoing], ImportState::Undone).await? {
            Q::new("update import set kept = ? where id = ?").bind(Val::json(left)).bind(id).run(&tx).await?;
            progress(cx, &tx, id, "import.undone").await?;
        }
        Ok(())
    })
    .await
}

async fn remove(cx: &Context, records: &dyn Records) -> Result<Vec<KeptRecord>> {
    let (mut after, mut left) = (0, Vec::new());
    loop {
        let step = cx.tx(|tx| async move { records.undo(&tx, after, STEP).await }).await?;
        left.extend(step.kept.into_iter().map(|kept| KeptRecord { id: kept.record, title: kept.title }));
        match step.last {
            Some(last) if last > after => after = last,
            Some(_) => return Err(Error::internal("an undo does not get on")),
            None => return Ok(left),
        }
    }
}

async fn restore(cx: &Context, id: ImportId, records: &dyn Records) -> Result<Vec<KeptRecord>> {
    let mut left = Vec::new();
    loop {
        let step = cx.tx(|tx| async move {
            let changes: Vec<(i64, JsonColumn<Json>)> = Q::new("select record_id, before from import_change")
                .push("where import_id = ? order by record_id limit ?")
                .bind(id)
                .bind(STEP)
                .all(&tx)
                .await?;
            let changes: Vec<_> = changes.into_iter().map(|(record, before)| (record, before.0)).collect();
            let kept = records.restore(&tx, &changes).await?;
            Q::new("delete from import_change where import_id = ?")
                .bind(id)
                .any_of("and record_id", changes.iter().map(|(record, _)| *record))
                .run(&tx)
                .await?;
            Ok((changes.len(), kept))
        });
        let (restored, kept) = step.await?;
        left.extend(kept.into_iter().map(|kept| KeptRecord { id: kept.record, title: kept.title }));
        if restored == 0 {
            return Ok(left);
        }
    }
}
