//! Keys of records that were there before keys were kept, and what two transactions at the same moment did not see of each
//! other.

use kernel::db::Q;
use kernel::setting::{self, Setting};
use kernel::{Context, Result};
use serde::{Deserialize, Serialize};

use super::{Compared, Marks, compared, known, write_keys};

/// The job that fills; an upgrade queues it.
pub const JOB: &str = "duplicates.fill";

/// So many records at a time: on SQLite everybody waits meanwhile.
const BATCH: i64 = 200;
/// So many missed groups are found at a time.
const MISSED: i64 = 5_000;

/// How far the filling is: the last id of each kind.
#[derive(Clone, Default, Serialize, Deserialize)]
struct Mark(std::collections::BTreeMap<String, i64>);

impl Setting for Mark {
    const KEY: &'static str = "duplicates-filled";
}

/// Gives every record its keys. Goes on where it was broken off, and may be done again.
///
/// # Errors
/// As [`Q::all`].
pub async fn run(cx: &Context) -> Result<()> {
    let mut mark: Mark = setting::read(cx.db()).await?;
    for part in compared(cx) {
        loop {
            let after = mark.0.get(part.kind.code()).copied().unwrap_or_default();
            let Some(last) = batch(cx, part, after, &mark).await? else { break };
            mark.0.insert(part.kind.code().to_owned(), last);
        }
    }
    Ok(())
}

/// The next records behind `after`; answers the last one.
async fn batch(cx: &Context, part: &Compared, after: i64, mark: &Mark) -> Result<Option<i64>> {
    let ids = (part.ids)(cx.clone(), after, BATCH).await?;
    let Some(last) = ids.last().copied() else { return Ok(None) };
    let records = &known(cx, part.kind, ids).await?;
    let (kind, mut mark) = (part.kind, mark.clone());
    mark.0.insert(kind.code().to_owned(), last);
    let mark = &mark;
    cx.tx(|tx| async move {
        let marks = records.iter().map(|one| Marks {
            id: one.record.id,
            before: Vec::new(),
            after: one.likeness.clone(),
            at: one.created_at,
        });
        write_keys(&tx, kind, marks.collect()).await?;
        setting::keep(&tx, mark).await
    })
    .await?;
    Ok(Some(last))
}

/// Finds groups that nobody noted: on PostgreSQL two who save the same address at the same moment do not see each other's.
/// Says how many there were.
///
/// # Errors
/// As [`Q::all`].
pub async fn recount(cx: &Context) -> Result<usize> {
    let missed: Vec<(i64,)> = Q::new("select d.key from duplicate_key d group by d.key having count(*) > 1")
        .push("and not exists (select 1 from duplicate_group g where g.key = d.key) order by d.key limit ?")
        .bind(MISSED)
        .all(cx.db())
        .await?;
    let missed: &Vec<i64> = &missed.into_iter().map(|(key,)| key).collect();
    if missed.is_empty() {
        return Ok(0);
    }
    cx.tx(|tx| async move {
        Q::new("insert into duplicate_group (key, alike, last_at) select distinct d.key, d.key & 3, cast(? as bigint)")
            .bind(cx.now)
            .push("from duplicate_key d where")
            .any_of("d.key", missed.iter().copied())
            .push("and (select 1 from duplicate_key o where o.key = d.key limit 1 offset 1) is not null")
            .push("on conflict do nothing")
            .run(&tx)
            .await
    })
    .await?;
    tracing::info!(missed = missed.len(), "groups of possible duplicates were noted afterwards");
    Ok(missed.len())
}
