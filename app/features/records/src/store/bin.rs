//! The bin: records of any kind that were deleted and can be taken back.

use std::collections::HashMap;

use fields::{Ahead, AnyKind, Record, Work};
use kernel::db::{On, Q};
use kernel::{Can, Context, Cursor, Error, Instant, Page, RecordKind, Result, StaffId, invalid, normal};

use crate::BinEntry;

/// So many entries come at a time.
const PAGE: usize = 50;
/// So many records can be taken out at a time.
pub const MOST: usize = 200;
/// So many records are looked through at a time for those that the actor may see.
const BATCH: usize = 200;
/// No further is looked for words in one request; the next one goes on from there.
const REACH: usize = 20 * BATCH;

/// What lies in the bin and may be taken out of it by the actor, what went there last first; with `words` only records
/// whose title has all of them, however they are written.
///
/// # Errors
/// `NotFound` for a kind of record that has no bin, `Forbidden` without the right to delete.
pub async fn list(
    cx: &Context,
    kind: RecordKind,
    words: &str,
    before: Option<&Cursor>,
) -> Result<Page<BinEntry>> {
    let kind = fields::kind_of(cx, kind)?;
    cx.actor.require(kind.about().kind.area(), Can::Delete)?;
    let wanted = normal::search_words(words);
    let mut place = before.and_then(Cursor::values::<(Instant, i64)>);
    let (mut found, mut reached) = (Vec::new(), 0);
    loop {
        let batch = batch(cx, kind, place).await?;
        reached += batch.len();
        let is_last = batch.len() < BATCH;
        for (id, at) in &batch {
            place = Some((*at, *id));
        }
        let ids: Vec<i64> = batch.iter().map(|(id, _)| *id).collect();
        let mut records = kind.read(cx, On::Db(cx.db()), &ids).await?;
        let seen = ids.iter().filter_map(|id| records.remove(id));
        found.extend(seen.filter(|record| has_words(record, &wanted)));
        if is_last || found.len() > PAGE {
            return Ok(Page::cut(entries(cx, kind, found).await?, PAGE, cursor));
        }
        if reached >= REACH {
            // Few words match: what there is so far comes, and the next request goes on behind it.
            let next_cursor = place.map(|place| Cursor::new(&place));
            return Ok(Page { items: entries(cx, kind, found).await?, next_cursor });
        }
    }
}

fn cursor(entry: &BinEntry) -> Cursor {
    Cursor::new(&(entry.deleted_at, entry.record.id))
}

async fn batch(
    cx: &Context,
    kind: &dyn AnyKind,
    before: Option<(Instant, i64)>,
) -> Result<Vec<(i64, Instant)>> {
    let (at, id) = before.unwrap_or((Instant(i64::MAX), i64::MAX));
    Q::new("select id, deleted_at from")
        .push(kind.about().table)
        .push("where deleted_at is not null and (deleted_at, id) < (?, ?)")
        .bind(at)
        .bind(id)
        // What was merged into another record is there, and comes back from there.
        .push(
            "and id not in (select other_id from record_merge where record_kind = ? and released_at is null)",
        )
        .bind(kind.about().kind.code())
        .push("order by deleted_at desc, id desc limit ?")
        .bind(BATCH)
        .all(cx.db())
        .await
}

fn has_words(record: &Record, wanted: &[String]) -> bool {
    let title = normal::search_words(&record.open.title);
    wanted.iter().all(|word| title.iter().any(|own| own.starts_with(word.as_str())))
}

async fn entries(cx: &Context, kind: &dyn AnyKind, records: Vec<Record>) -> Result<Vec<BinEntry>> {
    let who = who(cx, kind, &records).await?;
    let entry = |record: Record| {
        let deleted_at = record.deleted_at?;
        let who = who.get(&record.open.record.id).cloned();
        Some(BinEntry { record: record.open.record, title: record.open.title, deleted_at, who })
    };
    Ok(records.into_iter().filter_map(entry).collect())
}

/// Who put each of these records into the bin.
async fn who(cx: &Context, kind: &dyn AnyKind, records: &[Record]) -> Result<HashMap<i64, String>> {
    if records.is_empty() {
        return Ok(HashMap::new());
    }
    let about = kind.about();
    let rows: Vec<(i64, Option<StaffId>)> =
        Q::new("select record_id, staff_id from event where record_kind = ? and kind = ?")
            .bind(about.kind.code())
            .bind(about.told.deleted)
            .push("and")
            .any_of("record_id", records.iter().map(|record| record.open.record.id))
            .push("order by id")
            .all(cx.db())
            .await?;
    let names: HashMap<StaffId, String> =
        staff::names(cx).await?.into_iter().map(|staff| (staff.id, staff.name)).collect();
    // The last one counts: a record may have been there before.
    Ok(rows.into_iter().filter_map(|(id, staff)| Some((id, names.get(&staff?)?.clone()))).collect())
}

/// Takes records out of the bin, each by itself: what may not come out stays. The answers come in the order of `ids`.
///
/// # Errors
/// `NotFound` for a kind of record that has no bin, `Forbidden` without the right to delete, `Invalid` for none and for more than 200 at a time.
pub async fn restore(cx: &Context, kind: RecordKind, ids: &[i64]) -> Result<Vec<Result<()>>> {
    let kind = fields::kind_of(cx, kind)?;
    cx.actor.require(kind.about().kind.area(), Can::Delete)?;
    if ids.is_empty() || ids.len() > MOST {
        return Err(invalid("ids", "bin-ids-unfit"));
    }
    let done = cx.tx(|tx| async move {
        let works = ids.iter().map(|id| Work::Restore { id: *id }).collect();
        fields::run(cx, &tx, kind, works, &mut Ahead::default()).await
    });
    let done: Vec<Result<Record, Error>> = done.await?;
    Ok(done.into_iter().map(|answer| answer.map(drop)).collect())
}
