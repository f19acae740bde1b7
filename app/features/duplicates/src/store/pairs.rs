use std::collections::{BTreeSet, HashMap, HashSet};

use fields::{Alike, Likeness};
use kernel::db::{On, Q};
use kernel::{
    Can, Context, Cursor, Error, Instant, NewEvent, Page, RecordKind, RecordRef, Result, invalid, setting,
};
use serde_json::json;

use super::matches::{COMMON, members};
use super::{Known, known};
use crate::{DuplicateSetting, Match, Pair, PairLine};

/// So many lines make a page.
const PAGE: usize = 20;
/// So many groups are read at a time.
const BATCH: i64 = 50;
/// No more groups are looked through in one request: who sees few of them goes on from there.
const LOOKED: i64 = 400;

/// A key that several records have, and since when.
type Group = (Instant, i64);

/// Pairs of records that may be about the same, as far as the actor sees both, the newest suspicion first.
///
/// # Errors
/// `NotFound` for a kind of record that is not merged; `Forbidden` without a view of it.
pub async fn list(cx: &Context, kind: RecordKind, after: Option<&Cursor>) -> Result<Page<PairLine>> {
    // It says whether the actor sees any at all.
    fields::kind_of(cx, kind)?.listing(&cx.actor)?;
    let counted = setting::read::<DuplicateSetting>(cx.db()).await?.counted;
    let mut place = after.and_then(Cursor::values::<Group>);
    let (mut lines, mut looked) = (Vec::new(), 0);
    loop {
        let groups = groups(cx, &counted, place).await?;
        let is_last = (groups.len() as i64) < BATCH;
        let batch = Batch::read(cx, kind, &counted, &groups).await?;
        for group in groups {
            place = Some(group);
            batch.lines(group, &mut lines);
            if lines.len() >= PAGE {
                break;
            }
        }
        looked += BATCH;
        if lines.len() >= PAGE || looked >= LOOKED {
            return Ok(Page { items: lines, next_cursor: place.map(|place| Cursor::new(&place)) });
        }
        if is_last {
            return Ok(Page { items: lines, next_cursor: None });
        }
    }
}

/// The next groups of what counts, the newest first: of each sign by its index.
async fn groups(cx: &Context, counted: &[Alike], before: Option<Group>) -> Result<Vec<Group>> {
    if counted.is_empty() {
        return Ok(Vec::new());
    }
    let (at, key) = before.unwrap_or((Instant(i64::MAX), i64::MAX));
    let part = |alike: &Alike| {
        Q::new("select last_at, key from (select last_at, key from duplicate_group where alike = ?")
            .push("and (last_at, key) < (?, ?) order by last_at desc, key desc limit ?) g")
            .bind(alike.number())
            .bind(at)
            .bind(key)
            .bind(BATCH)
    };
    let q = Q::join(counted.iter().map(part), "union all").push("order by last_at desc, key desc limit ?");
    q.bind(BATCH).all(cx.db()).await
}

/// What it takes to say which pairs some groups hold.
struct Batch {
    counted: HashSet<Alike>,
    members: HashMap<i64, Vec<RecordRef>>,
    records: HashMap<i64, Known>,
    told_apart: HashSet<(i64, i64)>,
    groups: HashMap<i64, Group>,
    may_delete: bool,
}

impl Batch {
    async fn read(cx: &Context, kind: RecordKind, counted: &[Alike], groups: &[Group]) -> Result<Self> {
        let keys: BTreeSet<i64> = groups.iter().map(|(_, key)| *key).collect();
        let mut of_groups = members(cx.db(), keys.clone()).await?;
        let ids: BTreeSet<i64> = of_kind(kind, of_groups.values().flatten()).collect();
        let records = known(cx, kind, ids.iter().copied().collect()).await?;
        let counts = |one: &&Likeness| counted.contains(&one.by);
        // What two have in common elsewhere decides where they are shown.
        let all = records.iter().flat_map(|one| one.likeness.iter().filter(counts).map(Likeness::key));
        let other: BTreeSet<i64> = all.filter(|key| !keys.contains(key)).collect();
        let mut by_key: HashMap<i64, Group> = groups.iter().map(|group| (group.1, *group)).collect();
        by_key.extend(known_groups(cx, &other).await?.into_iter().map(|group| (group.1, group)));
        let other = other.into_iter().filter(|key| by_key.contains_key(key)).collect();
        of_groups.extend(members(cx.db(), other).await?);
        Ok(Self {
            counted: counted.iter().copied().collect(),
            members: of_groups,
            told_apart: told_apart(cx, kind, &ids).await?,
            records: records.into_iter().map(|one| (one.record.id, one)).collect(),
            groups: by_key,
            may_delete: cx.actor.has(kind.area(), Can::Delete),
        })
    }

    /// Adds what is to be shown of a group.
    fn lines(&self, group: Group, lines: &mut Vec<PairLine>) {
        let (at, key) = group;
        let mut seen: Vec<&Known> =
            self.members.get(&key).into_iter().flatten().filter_map(|one| self.seen(one)).collect();
        seen.retain(|one| one.likeness.iter().any(|own| own.key() == key));
        seen.sort_by_key(|one| one.record.id);
        if self.is_common(key) {
            let shared = seen.first().and_then(|one| one.likeness.iter().find(|own| own.key() == key));
            let common = shared.filter(|_| seen.len() > 1);
            lines.extend(common.map(|own| PairLine::Common { by: own.by, value: own.value.clone() }));
            return;
        }
        for (place, other) in seen.iter().enumerate() {
            // The oldest from which nobody has told it apart.
            let is_apart = |one: &&&Known| self.told_apart.contains(&(one.record.id, other.record.id));
            let Some(one) = seen[..place].iter().find(|one| !is_apart(one)) else { continue };
            let shared: Vec<&Likeness> = one
                .likeness
                .iter()
                .filter(|own| self.counted.contains(&own.by) && other.likeness.contains(own))
                .collect();
            let is_first = shared.iter().all(|own| {
                let elsewhere = self.groups.get(&own.key()).filter(|_| !self.is_common(own.key()));
                elsewhere.is_none_or(|elsewhere| *elsewhere <= group)
            });
            if is_first {
                let reasons: BTreeSet<Alike> = shared.iter().map(|own| own.by).collect();
                lines.push(PairLine::Pair(Box::new(self.pair(
                    one,
                    other,
                    reasons.into_iter().collect(),
                    at,
                ))));
            }
        }
    }

    fn seen(&self, record: &RecordRef) -> Option<&Known> {
        self.records.get(&record.id).filter(|one| one.record == *record)
    }

    fn is_common(&self, key: i64) -> bool {
        self.members.get(&key).is_some_and(|members| members.len() as i64 > COMMON)
    }

    fn pair(&self, one: &Known, other: &Known, reasons: Vec<Alike>, at: Instant) -> Pair {
        let side = |known: &Known| Match {
            record: known.record,
            title: known.title.clone(),
            hint: known.hint.clone(),
            path: known.path.clone(),
            reasons: reasons.clone(),
            can_take: known.can_take,
        };
        let can_merge = self.may_delete && one.can_take && other.can_take;
        Pair { one: side(one), other: side(other), at, can_merge }
    }
}

fn of_kind<'a>(kind: RecordKind, records: impl Iterator<Item = &'a RecordRef>) -> impl Iterator<Item = i64> {
    records.filter(move |record| record.kind == kind).map(|record| record.id)
}

async fn known_groups(cx: &Context, keys: &BTreeSet<i64>) -> Result<Vec<Group>> {
    let q = Q::new("select last_at, key from duplicate_group where").any_of("key", keys.iter().copied());
    q.all(cx.db()).await
}

async fn told_apart(cx: &Context, kind: RecordKind, ids: &BTreeSet<i64>) -> Result<HashSet<(i64, i64)>> {
    let q = Q::new("select one_id, other_id from duplicate_not where record_kind = ? and").bind(kind.code());
    let rows: Vec<(i64, i64)> = q.any_of("one_id", ids.iter().copied()).all(cx.db()).await?;
    Ok(rows.into_iter().collect())
}

/// Says that two records are not about the same, or, with `apart` false, that they may be after all.
///
/// # Errors
/// `NotFound`; `Forbidden` unless both may be changed.
pub async fn tell_apart(cx: &Context, kind: RecordKind, one: i64, other: i64, apart: bool) -> Result<()> {
    let any = fields::kind_of(cx, kind)?;
    let (first, second) = (one.min(other), one.max(other));
    cx.tx(|tx| async move {
        let records = any.read(cx, On::Tx(&tx), &[first, second]).await?;
        for id in [first, second] {
            let record =
                records.get(&id).filter(|record| record.deleted_at.is_none()).ok_or(Error::NotFound)?;
            record.open.require_edit()?;
        }
        if first == second {
            return Err(invalid("other", "merge-same"));
        }
        let done = match apart {
            true => Q::new("insert into duplicate_not (record_kind, one_id, other_id, staff_id, at)")
                .push("values (?, ?, ?, ?, ?) on conflict do nothing")
                .bind(kind.code())
                .bind(first)
                .bind(second)
                .bind(cx.staff_id())
                .bind(cx.now),
            false => {
                Q::new("delete from duplicate_not where record_kind = ? and one_id = ? and other_id = ?")
                    .bind(kind.code())
                    .bind(first)
                    .bind(second)
            }
        };
        if done.run(&tx).await? == 0 {
            return Ok(());
        }
        let open = &records.get(&first).ok_or(Error::NotFound)?.open;
        let event = NewEvent {
            kind: if apart { "record.told_apart" } else { "record.suspected" },
            record: open.record,
            timeline_id: None,
            version: open.version,
            payload: json!({ "other_id": second }),
            audience: open.audience.clone(),
        };
        cx.record(&tx, event).await
    })
    .await
}
