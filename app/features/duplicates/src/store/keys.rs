//! The keys of records, written in the transaction that writes the records.

use std::collections::BTreeSet;

use fields::Likeness;
use kernel::db::{Q, Tx, Val};
use kernel::{Instant, RecordKind, Result};

/// What tells a record before and after a change; nothing before it was made, and nothing while it is not in use.
#[derive(Clone, Debug)]
pub struct Marks {
    /// The record.
    pub id: i64,
    /// Before.
    pub before: Vec<Likeness>,
    /// After.
    pub after: Vec<Likeness>,
    /// When what is new of it came.
    pub at: Instant,
}

/// Writes what has changed of the keys of these records, with one statement for each table.
///
/// A key that two records have stands in `duplicate_group`, and only such a one: most keys belong to one record, and
/// cost a row of the one table.
///
/// # Errors
/// As [`Q::all`].
pub async fn write_keys(tx: &Tx, kind: RecordKind, records: Vec<Marks>) -> Result<()> {
    let (mut gone, mut new) = (BTreeSet::new(), BTreeSet::new());
    for Marks { id, before, after, at } in records {
        let keys = |all: &[Likeness]| all.iter().map(Likeness::key).collect::<BTreeSet<i64>>();
        let (before, after) = (keys(&before), keys(&after));
        gone.extend(before.difference(&after).map(|key| (*key, id)));
        new.extend(after.difference(&before).map(|key| (*key, id, at.0)));
    }
    if !gone.is_empty() {
        remove(tx, kind, &gone).await?;
    }
    if !new.is_empty() {
        insert(tx, kind, &new).await?;
    }
    Ok(())
}

/// In the order of keys, as all who write them: so nobody waits for another crosswise, and neighbours share a page.
async fn insert(tx: &Tx, kind: RecordKind, new: &BTreeSet<(i64, i64, i64)>) -> Result<()> {
    let rows: Vec<Vec<Val>> =
        new.iter().map(|(key, id, at)| vec![(*key).into(), (*id).into(), (*at).into()]).collect();
    let rows = Val::rows(&rows);
    Q::new("insert into duplicate_key (key, record_kind, record_id)")
        .push("select cast(r.value->>0 as bigint), ?, cast(r.value->>1 as bigint)")
        .dialect("from json_each(?) r where true", "from jsonb_array_elements(?) r(value)")
        .push("on conflict do nothing")
        .bind(kind.code())
        .bind(rows.clone())
        .run(tx)
        .await?;
    Q::new("insert into duplicate_group (key, alike, last_at) select n.key, n.key & 3, n.at from")
        .push("(select cast(r.value->>0 as bigint) as key, max(cast(r.value->>2 as bigint)) as at")
        .dialect("from json_each(?) r", "from jsonb_array_elements(?) r(value)")
        .push("group by 1) n where")
        .push(
            "(select 1 from duplicate_key d where d.key = n.key limit 1 offset 1) is not null order by n.key",
        )
        .push("on conflict (key) do update set last_at =")
        .dialect(
            "max(duplicate_group.last_at, excluded.last_at)",
            "greatest(duplicate_group.last_at, excluded.last_at)",
        )
        .bind(rows)
        .run(tx)
        .await
        .map(drop)
}

async fn remove(tx: &Tx, kind: RecordKind, gone: &BTreeSet<(i64, i64)>) -> Result<()> {
    let rows: Vec<Vec<Val>> = gone.iter().map(|(key, id)| vec![(*key).into(), (*id).into()]).collect();
    Q::new("delete from duplicate_key where (key, record_kind, record_id) in")
        .push("(select cast(r.value->>0 as bigint), ?, cast(r.value->>1 as bigint)")
        .dialect("from json_each(?) r)", "from jsonb_array_elements(?) r(value))")
        .bind(kind.code())
        .bind(Val::rows(&rows))
        .run(tx)
        .await?;
    Q::new("delete from duplicate_group where")
        .any_of("key", gone.iter().map(|(key, _)| *key))
        .push(
            "and (select 1 from duplicate_key d where d.key = duplicate_group.key limit 1 offset 1) is null",
        )
        .run(tx)
        .await
        .map(drop)
}
