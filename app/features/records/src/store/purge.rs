//! The bin is emptied: what has lain in it for long enough is taken out of the database for good, with all that hangs on
//! it. This is the one place that removes events.

use fields::{AnyKind, KindPart};
use futures::future::BoxFuture;
use kernel::db::{On, Q, Tx};
use kernel::{Context, NewEvent, RecordKind, Result, TimelineId};

use super::files::Keys;
use super::pictures;
use crate::undo::UNDO_FOR;

/// So many records go at a time, each time in a transaction of its own.
const BATCH: i64 = 50;

/// A table whose rows stand on timelines, by the statement that selects their timelines. Each feature with such records
/// leaves one: what stands on a timeline that another record shares is that record's history, too, and stays.
#[derive(Clone, Copy)]
pub struct StandsOn(pub &'static str);

/// Takes away what a feature hangs on these timelines.
#[derive(Clone, Copy)]
pub struct HangsOn(pub for<'a> fn(&'a Tx, &'a [i64]) -> BoxFuture<'a, Result<()>>);

/// Records of a kind that rows of another table cannot do without, by the statement that selects their ids: they stay in
/// the bin. Each feature with such a table leaves one.
#[derive(Clone, Copy)]
pub struct Needs {
    /// The kind of record that is needed.
    pub kind: RecordKind,
    /// `select customer_id from lead where customer_id is not null`
    pub select: &'static str,
}

/// Removes what went into the bin more than 30 days ago, and says how many records. A server that is killed goes on with
/// what is left; the bytes of files go last, and those that it did not come to are swept as strays.
///
/// # Errors
/// As [`Q::all`]; what is gone is gone.
pub async fn purge(cx: &Context) -> Result<usize> {
    let mut gone = 0;
    for KindPart(kind) in cx.foyer.parts::<KindPart>() {
        let mut after = 0;
        while let Some((last, purged)) = batch(cx, *kind, after).await? {
            (after, gone) = (last, gone + purged);
            if cx.foyer.stop.is_asked() {
                return Ok(gone);
            }
        }
    }
    if gone > 0 {
        tracing::info!(gone, "the bin was emptied");
    }
    Ok(gone)
}

/// Some records of a kind, behind this number: the last one that was looked at, and how many are gone. `None` at the end.
async fn batch(cx: &Context, kind: &dyn AnyKind, after: i64) -> Result<Option<(i64, usize)>> {
    let before = cx.now.plus(-UNDO_FOR);
    let needed = cx.foyer.parts::<Needs>().filter(|needs| needs.kind == kind.about().kind);
    let unless = |q: Q, needs: &Needs| q.push("and id not in (").push(needs.select).push(")");
    let q = Q::new("select id from")
        .push(kind.about().table)
        .push("where deleted_at is not null and deleted_at < ? and id > ?")
        .bind(before)
        .bind(after)
        // What was merged into another record is part of that one's history, and goes with it.
        .push(
            "and id not in (select other_id from record_merge where record_kind = ? and released_at is null)",
        )
        .bind(kind.about().kind.code());
    let q = needed.fold(q, unless).push("order by id limit ?").bind(BATCH);
    let due: Vec<(i64,)> = q.all(cx.db()).await?;
    let ids: Vec<i64> = due.into_iter().map(|(id,)| id).collect();
    let Some(last) = ids.last().copied() else { return Ok(None) };
    let ids = &ids;
    let (purged, keys) = cx
        .tx(|tx| async move {
            // Locked and read again: somebody may have taken one out of the bin meanwhile.
            let records = kind.read(cx, On::Tx(&tx), ids).await?;
            let is_due = |id: &&i64| {
                records.get(id).is_some_and(|record| record.deleted_at.is_some_and(|at| at < before))
            };
            let ids: Vec<i64> = ids.iter().filter(is_due).copied().collect();
            let timelines =
                ids.iter().filter_map(|id| records.get(id)).map(|record| record.open.timeline_id.0);
            let keys = remove(cx, &tx, kind, &ids, timelines.collect()).await?;
            Ok((ids.len(), keys))
        })
        .await?;
    for key in keys {
        cx.foyer.files.remove(&key).await;
    }
    Ok(Some((last, purged)))
}

/// Removes records and what stands on timelines that are theirs alone; gives the keys of files whose bytes are to go.
async fn remove(
    cx: &Context,
    tx: &Tx,
    kind: &dyn AnyKind,
    ids: &[i64],
    timelines: Vec<i64>,
) -> Result<Vec<String>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let record_kind = kind.about().kind;
    kind.purge(cx, tx, ids).await?;
    let shared = shared(cx, tx, &timelines).await?;
    let own: Vec<i64> = timelines.into_iter().filter(|timeline| !shared.contains(timeline)).collect();
    let mut keys = empty(cx, tx, &own).await?;
    keys.extend(pictures::forget(tx, record_kind, ids).await?);
    Q::new("delete from notification where record_kind = ?")
        .bind(record_kind.code())
        .push("and")
        .any_of("record_id", ids.iter().copied())
        .run(tx)
        .await?;
    forget_merges(tx, record_kind, ids).await?;
    let told = ids.iter().map(|id| NewEvent::new(record_kind.purged(), record_kind, *id));
    cx.record_all(tx, &told.collect::<Vec<_>>()).await?;
    Ok(keys)
}

/// What had been merged into these records is in the bin by itself from now on, and goes with the next round.
async fn forget_merges(tx: &Tx, kind: RecordKind, ids: &[i64]) -> Result<()> {
    let of = |q: &'static str| Q::new(q).bind(kind.code());
    let merges =
        of("delete from record_merge where record_kind = ? and").any_of("survivor_id", ids.iter().copied());
    merges.run(tx).await?;
    let parted =
        of("delete from record_merge where record_kind = ? and").any_of("other_id", ids.iter().copied());
    parted.run(tx).await?;
    let pairs =
        of("delete from duplicate_not where record_kind = ? and").any_of("one_id", ids.iter().copied());
    pairs.run(tx).await?;
    let pairs =
        of("delete from duplicate_not where record_kind = ? and").any_of("other_id", ids.iter().copied());
    pairs.run(tx).await.map(drop)
}

/// Those of these timelines on which a record stands.
async fn shared(cx: &Context, tx: &Tx, timelines: &[i64]) -> Result<Vec<i64>> {
    let mut shared = Vec::new();
    for StandsOn(select) in cx.foyer.parts::<StandsOn>() {
        let q = Q::new(select).push("where").any_of("timeline_id", timelines.iter().copied());
        let rows: Vec<(TimelineId,)> = q.all(tx).await?;
        shared.extend(rows.into_iter().map(|(timeline,)| timeline.0));
    }
    Ok(shared)
}

/// Removes timelines with all that hangs on them.
async fn empty(cx: &Context, tx: &Tx, timelines: &[i64]) -> Result<Vec<String>> {
    if timelines.is_empty() {
        return Ok(Vec::new());
    }
    let on = |q: Q, column| q.any_of(column, timelines.iter().copied());
    for HangsOn(remove) in cx.foyer.parts::<HangsOn>() {
        remove(tx, timelines).await?;
    }
    let files: Vec<Keys> =
        on(Q::new("select storage_key, preview_key, small_preview_key from file where"), "timeline_id")
            .all(tx)
            .await?;
    for delete in [
        "delete from note where",
        "delete from file where",
        "delete from reminder where",
        "delete from tagging where",
        "delete from event where",
    ] {
        on(Q::new(delete), "timeline_id").run(tx).await?;
    }
    on(Q::new("delete from timeline where"), "id").run(tx).await?;
    Ok(files.iter().flat_map(Keys::all).map(str::to_owned).collect())
}
