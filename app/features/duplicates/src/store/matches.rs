use std::collections::{BTreeMap, BTreeSet, HashMap};

use fields::{Likeness, Values};
use kernel::db::{On, Q, Val};
use kernel::{Context, RecordKind, RecordRef, Result, setting};

use super::{Known, known};
use crate::{DuplicateSetting, Match};

/// So many records of one key are looked at. What more than these have in common tells nothing: a switchboard's number.
pub(super) const COMMON: i64 = 20;
/// So many keys are asked for with one statement.
const KEYS: usize = 100;

/// The records that may be about the same as one of this kind with these values, but for `except`, those with the most in
/// common first. Only what the actor may see.
///
/// # Errors
/// As [`Q::all`].
pub async fn matches(
    cx: &Context,
    kind: RecordKind,
    values: &Values,
    except: Option<i64>,
) -> Result<Vec<Match>> {
    let except = except.map(|id| RecordRef { kind, id });
    let mut found = matches_of_many(cx, kind, std::slice::from_ref(values)).await?.pop().unwrap_or_default();
    found.retain(|one| Some(one.record) != except);
    Ok(found)
}

/// The same for many at once, in their order: for the rows of a file.
///
/// # Errors
/// As [`Q::all`].
pub async fn matches_of_many(cx: &Context, kind: RecordKind, batch: &[Values]) -> Result<Vec<Vec<Match>>> {
    let counted = setting::read::<DuplicateSetting>(cx.db()).await?.counted;
    let told = batch.iter().map(|values| {
        let mut told = likeness(cx, kind, values);
        told.retain(|one| counted.contains(&one.by));
        told
    });
    let told: Vec<Vec<Likeness>> = told.collect();
    let members = members(cx.db(), told.iter().flatten().map(Likeness::key).collect()).await?;
    let mut ids: BTreeMap<&'static str, (RecordKind, BTreeSet<i64>)> = BTreeMap::new();
    for record in members.values().flatten() {
        ids.entry(record.kind.code()).or_insert((record.kind, BTreeSet::new())).1.insert(record.id);
    }
    let mut records: HashMap<RecordRef, Known> = HashMap::new();
    for (kind, ids) in ids.into_values() {
        let known = known(cx, kind, ids.into_iter().collect()).await?;
        records.extend(known.into_iter().map(|one| (one.record, one)));
    }
    let of = |told: &Vec<Likeness>| {
        let near: BTreeSet<(&str, i64)> = told
            .iter()
            .flat_map(|one| members.get(&one.key()).into_iter().flatten())
            .map(|record| (record.kind.code(), record.id))
            .collect();
        let near =
            near.iter().filter_map(|(code, id)| Some(RecordRef { kind: RecordKind::parse(code)?, id: *id }));
        let mut found: Vec<Match> = near.filter_map(|record| matched(records.get(&record)?, told)).collect();
        found.sort_by(|a, b| b.reasons.len().cmp(&a.reasons.len()).then(a.reasons.cmp(&b.reasons)));
        found
    };
    Ok(told.iter().map(of).collect())
}

/// What tells a record of this kind with these values.
fn likeness(cx: &Context, kind: RecordKind, values: &Values) -> Vec<Likeness> {
    match fields::kind_of(cx, kind) {
        Ok(kind) => kind.likeness(cx, values),
        Err(_) => fields::likeness(cx, |key| values.text(key)),
    }
}

/// The record as a match, if it has something of this in common by value: a hash alone is no proof.
fn matched(record: &Known, told: &[Likeness]) -> Option<Match> {
    let mut reasons: Vec<_> =
        told.iter().filter(|one| record.likeness.contains(one)).map(|one| one.by).collect();
    reasons.sort_unstable();
    let Known { record, title, hint, path, can_take, .. } = record.clone();
    (!reasons.is_empty()).then_some(Match { record, title, hint, path, reasons, can_take })
}

/// The numbers of those records of a kind that have one of these in common, of each the oldest [`COMMON`], whoever may see
/// them: for a place in a transaction too, in which what was just written is found. Who asks reads them with their own
/// rights and compares by value, for a hash alone is no proof.
///
/// # Errors
/// As [`Q::all`].
pub async fn known_by(
    on: impl Into<On<'_>>,
    kind: RecordKind,
    told: impl IntoIterator<Item = Likeness>,
) -> Result<BTreeSet<i64>> {
    let on = on.into();
    let keys = present(on, told.into_iter().map(|one| one.key()).collect()).await?;
    let mut ids = BTreeSet::new();
    for keys in keys.chunks(KEYS) {
        let of = |key: &i64| {
            Q::new("select record_id from (select record_id from duplicate_key where key = ? and record_kind = ?")
                .push("order by record_id limit ?) k")
                .bind(*key)
                .bind(kind.code())
                .bind(COMMON)
        };
        let rows: Vec<(i64,)> = Q::join(keys.iter().map(of), "union all").all(on).await?;
        ids.extend(rows.into_iter().map(|(id,)| id));
    }
    Ok(ids)
}

/// Those of these keys that some record has. Of the keys of a file most are nobody's: one statement finds that out.
async fn present(on: On<'_>, keys: BTreeSet<i64>) -> Result<Vec<i64>> {
    let keys: Vec<i64> = keys.into_iter().collect();
    if keys.len() <= KEYS {
        return Ok(keys);
    }
    let rows: Vec<(i64,)> = Q::new("select cast(r.value as bigint) from")
        .dialect("json_each(?) r", "unnest(?) r(value)")
        .push("where exists (select 1 from duplicate_key d where d.key = cast(r.value as bigint))")
        .bind(Val::Ints(keys))
        .all(on)
        .await?;
    Ok(rows.into_iter().map(|(key,)| key).collect())
}

/// The records of each of these keys, of each one more than [`COMMON`] at most, the oldest of a kind first.
pub(super) async fn members(
    on: impl Into<On<'_>>,
    keys: BTreeSet<i64>,
) -> Result<HashMap<i64, Vec<RecordRef>>> {
    let on = on.into();
    let keys = present(on, keys).await?;
    let mut members: HashMap<i64, Vec<RecordRef>> = HashMap::new();
    for keys in keys.chunks(KEYS) {
        let of = |key: &i64| {
            Q::new("select key, record_kind, record_id from (select key, record_kind, record_id from duplicate_key")
                .push("where key = ? order by record_kind, record_id limit ?) k")
                .bind(*key)
                .bind(COMMON + 1)
        };
        let rows: Vec<(i64, String, i64)> = Q::join(keys.iter().map(of), "union all").all(on).await?;
        for (key, kind, id) in rows {
            let record = RecordKind::parse(&kind).map(|kind| RecordRef { kind, id });
            members.entry(key).or_default().extend(record);
        }
    }
    Ok(members)
}
