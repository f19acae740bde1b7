//! Taking an import back: what it created goes, what it changed is restored field by field, what people changed since stays.

use fields::AnyKind;
use kernel::{Cause, Context, Error, Event, ImportId, Result, StaffId, feed};
use records::store::take_back::{self, Taken, TakenBack};
use serde_json::Value as Json;

use crate::acting::acting;
use crate::run::fail;
use crate::store::{self, keep_left, load, progress, set_state};
use crate::{ImportState, Importer, KeptRecord, Purpose, Records};

/// Records that are looked at in one transaction.
const STEP: i64 = 500;
/// Changes that are taken back in one transaction.
const CHANGES: i64 = 50;
/// Records that are named in the end.
const MOST_NAMED: usize = 200;

/// The job `import.undo`. Done twice it finds nothing left to do.
///
/// # Errors
/// Only those that time heals; others end the undo, and it can be asked for again.
pub async fn job(cx: Context, payload: Json) -> Result<()> {
    let id = ImportId(payload["import"].as_i64().unwrap_or_default());
    let staff = payload["staff"].as_i64().map(StaffId);
    match go_back(&cx, id, staff).await {
        Err(error @ (Error::Busy | Error::Unavailable)) => Err(error),
        Err(error) => fail(&cx, id, &error).await,
        Ok(()) => Ok(()),
    }
}

async fn go_back(cx: &Context, id: ImportId, staff: Option<StaffId>) -> Result<()> {
    let kept = load(cx, id).await?;
    if kept.import.state != ImportState::Undoing {
        return Ok(());
    }
    let who = acting(cx, staff).await?;
    let importer = store::importer(&who, &kept.import.kind)?;
    let records = (importer.begin)(who.clone(), Purpose { import: id, run: kept.run_id }).await?;
    let mut left = remove(&who, records.as_ref()).await?;
    if let Some(run) = kept.run_id {
        restore(&who, importer, run, &mut left).await?;
    }
    left.truncate(MOST_NAMED);
    let left = &left;
    cx.tx(|tx| async move {
        if set_state(cx, &tx, id, &[ImportState::Undoing], ImportState::Undone).await? {
            keep_left(&tx, id, left).await?;
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
        let named = |kept: crate::Kept| KeptRecord {
            id: kept.record,
            title: kept.title,
            fields: Vec::new(),
            reason: None,
        };
        left.extend(step.kept.into_iter().map(named));
        match step.last {
            Some(last) if last > after => after = last,
            Some(_) => return Err(Error::internal("an undo does not get on")),
            None => return Ok(left),
        }
    }
}

/// Takes back what rows changed in records that were there. Records that the import made are gone, or stay as they are.
async fn restore(cx: &Context, importer: Importer, run: i64, left: &mut Vec<KeptRecord>) -> Result<()> {
    let Some(kind) = importer.changes.map(|kind| fields::kind_of(cx, kind)).transpose()? else {
        return Ok(());
    };
    let told = kind.about().told;
    let parts = importer.parts.map(|kind| fields::kind_of(cx, kind)).transpose()?;
    // Whom it concerns is told once for all of it.
    let cx = &cx.because(Cause { run_id: Some(run), ..Cause::default() });
    if let Some(parts) = parts {
        let of_parts = parts.about().told;
        // What came goes whole; what rows changed of it before is nobody's work.
        go_through(cx, run, (parts, told.created), &[of_parts.created], left).await?;
        go_through(cx, run, (parts, told.created), &[of_parts.changed], left).await?;
    }
    go_through(cx, run, (kind, told.created), &[told.changed, told.deleted, "tag.added"], left).await
}

/// Takes these events of a run back, but for those of records that it made: `made` is what was told of that.
async fn go_through(
    cx: &Context,
    run: i64,
    (kind, made): (&'static dyn AnyKind, &str),
    kinds: &[&str],
    left: &mut Vec<KeptRecord>,
) -> Result<()> {
    let mut before = i64::MAX;
    loop {
        let events = feed::run_events(cx.db(), run, kinds, before, CHANGES).await?;
        let Some(last) = events.last() else { return Ok(()) };
        before = last.id;
        let timelines = events.iter().filter_map(|event| event.timeline_id);
        let made = feed::made_in(cx.db(), run, made, timelines).await?;
        let is_others = |event: &Event| event.timeline_id.is_some_and(|timeline| !made.contains(&timeline));
        let of_others: Vec<Event> = events.into_iter().filter(is_others).collect();
        let of_others = &of_others;
        let taken = cx.tx(|tx| async move { take_back::take_back(cx, &tx, kind, of_others).await }).await?;
        for (event, taken) in of_others.iter().zip(taken) {
            name(left, event.record.id, taken);
        }
    }
}

/// Names a record of which something stays, each field once.
fn name(left: &mut Vec<KeptRecord>, id: i64, taken: TakenBack) {
    let (fields, reason) = match taken.taken {
        Taken::Back | Taken::Already | Taken::Not(Error::NotFound) => return,
        Taken::InPart(fields) => (fields, None),
        Taken::Not(Error::Invalid(fields)) => {
            (Vec::new(), fields.into_iter().next().map(|field| field.problem))
        }
        Taken::Not(error) => (Vec::new(), Some(error.text())),
    };
    let (has_room, title) = (left.len() < MOST_NAMED, taken.title.unwrap_or_default());
    match left.iter_mut().find(|kept| kept.id == id) {
        Some(kept) => {
            let more: Vec<_> = fields.into_iter().filter(|label| !kept.fields.contains(label)).collect();
            kept.fields.extend(more);
            kept.title = title;
        }
        None if has_room => left.push(KeptRecord { id, title, fields, reason }),
        None => {}
    }
}
