//! Two records become one, and two again.
//!
//! A merge is a change of the one and the end of the other, for one reason, through the same door as all changes: so every
//! kind of record can be merged without knowing of it, by its own rules. Nothing that hangs on the other one is moved; its
//! history is read with the survivor's (`kernel::merged`).

use fields::{Ahead, AnyKind, FieldChange, FieldKey, Record, Seen, Values, Work};
use kernel::db::{FromRow, Json, On, Q, Tx};
use kernel::{
    Can, Cause, Context, Error, Event, NewEvent, RecordKind, RecordRef, Result, Text, TimelineId, feed,
    invalid, merged,
};
use records::store::timeline::{arg, label};
use records::store::{tags, undo};
use serde_json::{Value, json};

use super::compared;
use super::joined::{self, Joining};
use crate::{Compare, Comparison, FieldPair, MergeWish, Merged};

/// The event of a merge, on the one that is left.
pub const MERGED: &str = "record.merged";
/// The event that takes it back, on both.
pub const UNMERGED: &str = "record.unmerged";

/// Two records that may be merged, the older one first.
struct Two {
    survivor: Record,
    other: Record,
}

/// What the two have in their fields, side by side.
///
/// # Errors
/// As [`run`].
pub async fn compare(cx: &Context, kind: RecordKind, one: i64, other: i64) -> Result<Comparison> {
    let any = fields::kind_of(cx, kind)?;
    let two = two(cx, On::Db(cx.db()), any, one, other).await?;
    let differing: Vec<FieldChange> = keys(any, &two).iter().filter_map(|key| differs(key, &two)).collect();
    let part = compared(cx).find(|part| part.kind == kind);
    let told = match part {
        Some(part) => (part.words)(cx.clone(), differing).await?,
        None => differing,
    };
    let taken = usual(any, &two);
    let field = |change: FieldChange| FieldPair {
        label: label(change.field.as_str(), change.name.as_deref()),
        survivor: arg(&change.old),
        other: arg(&change.new),
        takes_other: taken.contains(&change.field),
        key: change.field,
    };
    let side = |record: &Record| Compare {
        id: record.open.record.id,
        title: record.open.title.clone(),
        version: record.open.version,
    };
    Ok(Comparison {
        survivor: side(&two.survivor),
        other: side(&two.other),
        fields: told.into_iter().map(field).collect(),
    })
}

/// Merges two records: the older one stays.
///
/// # Errors
/// `NotFound` for what is not there or not seen; `Forbidden` without the right to edit both and to delete, and as the
/// rules of the kind say; `Conflict` if one was changed meanwhile or was merged already; `Invalid` for the fields.
pub async fn run(cx: &Context, kind: RecordKind, wish: &MergeWish) -> Result<Merged> {
    let kind = fields::kind_of(cx, kind)?;
    cx.tx(|tx| async move {
        let two = two(cx, On::Tx(&tx), kind, wish.one, wish.other).await?;
        check_seen(&two, &wish.seen)?;
        let take = match &wish.take {
            Some(take) => checked(kind, &two, take)?,
            None => usual(kind, &two),
        };
        let values: Values =
            take.into_iter().map(|key| (key.clone(), two.other.values.get(key.as_str()).cloned())).collect();
        merge(cx, &tx, kind, &two, values).await
    })
    .await
}

/// Both records, locked in a transaction, if they may be merged by the actor.
async fn two(cx: &Context, on: On<'_>, kind: &dyn AnyKind, one: i64, other: i64) -> Result<Two> {
    let records = kind.read(cx, on, &[one.min(other), one.max(other)]).await?;
    let mut found = Vec::with_capacity(2);
    for id in [one.min(other), one.max(other)] {
        let record = records.get(&id).cloned().ok_or(Error::NotFound)?;
        if record.deleted_at.is_some() {
            // That one was merged is told to those who may see where it is now.
            let left = merged::survivor(on, record.open.record).await?.ok_or(Error::NotFound)?;
            // On the same connection: who waits for another one while he holds locks makes all wait.
            let left = kind.read(cx, on, &[left.id]).await?.remove(&left.id).ok_or(Error::NotFound)?.open;
            let reason =
                Text::new("merge-already").with("name", &record.open.title).with("into", &left.title);
            return Err(Error::conflict(reason, &left.record));
        }
        record.open.require_edit()?;
        found.push(record);
    }
    cx.actor.require(kind.about().kind.area(), Can::Delete)?;
    if one == other {
        return Err(invalid("other", "merge-same"));
    }
    let other = found.pop().ok_or(Error::NotFound)?;
    Ok(Two { survivor: found.pop().ok_or(Error::NotFound)?, other })
}

fn check_seen(two: &Two, seen: &[(i64, i64)]) -> Result<()> {
    for record in [&two.survivor, &two.other] {
        let is_newer =
            |(id, version): &(i64, i64)| *id == record.open.record.id && *version != record.open.version;
        if seen.iter().any(is_newer) {
            let reason = Text::new("fields-changed-meanwhile").with("name", &record.open.title);
            return Err(Error::conflict(reason, &json!({ "version": record.open.version })));
        }
    }
    Ok(())
}

/// The fields that people fill in, in the order of forms; added ones last.
fn keys(kind: &dyn AnyKind, two: &Two) -> Vec<FieldKey> {
    let own = kind.fields().iter().filter(|field| !field.is_kept).map(|field| FieldKey::own(field.key));
    let all = two.survivor.values.iter().chain(two.other.values.iter());
    let mut added: Vec<FieldKey> =
        all.filter(|(key, _)| key.custom_id().is_some()).map(|(key, _)| key.clone()).collect();
    added.sort_by_key(FieldKey::custom_id);
    added.dedup();
    own.chain(added).collect()
}

fn differs(key: &FieldKey, two: &Two) -> Option<FieldChange> {
    let json = |record: &Record| record.values.get(key.as_str()).map_or(Value::Null, fields::Value::to_json);
    let (old, new) = (json(&two.survivor), json(&two.other));
    (old != new).then(|| FieldChange::new(key.clone(), old, new))
}

/// The fields that only the one that goes has filled in.
fn usual(kind: &dyn AnyKind, two: &Two) -> Vec<FieldKey> {
    let has = |record: &Record, key: &FieldKey| record.values.get(key.as_str()).is_some();
    keys(kind, two).into_iter().filter(|key| !has(&two.survivor, key) && has(&two.other, key)).collect()
}

fn checked(kind: &dyn AnyKind, two: &Two, take: &[FieldKey]) -> Result<Vec<FieldKey>> {
    let known = keys(kind, two);
    match take.iter().find(|key| !known.contains(key)) {
        Some(unknown) => Err(invalid(unknown.as_str(), "fields-unknown")),
        None => Ok(take.to_vec()),
    }
}

async fn merge(cx: &Context, tx: &Tx, kind: &dyn AnyKind, two: &Two, values: Values) -> Result<Merged> {
    let (survivor, other) = (&two.survivor.open, &two.other.open);
    let merging = &cx.because(Cause { merges: Some(survivor.record), ..cx.cause });
    let works = vec![
        Work::Change { id: survivor.record.id, seen: Seen::Whatever, values },
        Work::Delete { id: other.record.id, seen: Seen::Whatever },
    ];
    let mut done = fields::run(merging, tx, kind, works, &mut Ahead::default()).await?.into_iter();
    let after = done.next().unwrap_or(Err(Error::NotFound))?;
    done.next().unwrap_or(Err(Error::NotFound))?;
    let changed = match after.open.version == survivor.version {
        true => None,
        false => Some(last_event(tx, survivor.record, kind.about().told.changed).await?),
    };
    let tags = tags::unite(tx, survivor.timeline_id, other.timeline_id).await?;
    let joining = Joining {
        kind: survivor.record.kind.code(),
        survivor: (survivor.record.id, survivor.timeline_id),
        other: (other.record.id, other.timeline_id),
        tags: &tags,
    };
    let row = joined::join(cx, tx, &joining).await?;
    let payload =
        json!({ "merge_id": row, "other_id": other.record.id, "name": other.title, "changed": changed });
    cx.record(tx, event(MERGED, &after, payload)).await?;
    let event = last_event(tx, survivor.record, MERGED).await?;
    Ok(Merged { record: survivor.record, title: after.open.title, event })
}

async fn last_event(tx: &Tx, record: RecordRef, kind: &'static str) -> Result<i64> {
    let q = Q::new("select max(id) from event where record_kind = ? and record_id = ? and kind = ?");
    q.bind(record.kind.code()).bind(record.id).bind(kind).number(tx).await
}

fn event(kind: &'static str, on: &Record, payload: Value) -> NewEvent {
    let open = &on.open;
    NewEvent {
        kind,
        record: open.record,
        timeline_id: Some(open.timeline_id),
        version: open.version,
        payload,
        audience: open.audience.clone(),
    }
}

#[derive(FromRow)]
struct Row {
    survivor_id: i64,
    other_id: i64,
    survivor_timeline: TimelineId,
    tags: Json<Vec<i64>>,
}

/// Takes a merge apart: the other record is what it was, the survivor gives back what it got, as far as nobody changed that
/// later; fields named in `over` in any case.
///
/// # Errors
/// `NotFound`, `Forbidden` as for [`run`]; `Invalid` if it was taken apart already; what the rules of the kind say.
pub async fn release(cx: &Context, record: RecordRef, event: &Event, over: &[String]) -> Result<()> {
    let kind = fields::kind_of(cx, record.kind)?;
    let merge_id = event.payload["merge_id"].as_i64().ok_or(Error::NotFound)?;
    cx.tx(|tx| async move {
        let q = Q::new("select survivor_id, other_id, survivor_timeline, tags from record_merge")
            .push("where id = ? and record_kind = ? and released_at is null")
            .dialect("", "for update")
            .bind(merge_id)
            .bind(record.kind.code());
        let row: Row = q.optional(&tx).await?.ok_or_else(|| invalid("event", "undo-undone"))?;
        take_apart(cx, &tx, kind, &row, event, over).await?;
        joined::part(cx, &tx, merge_id).await
    })
    .await
}

async fn take_apart(
    cx: &Context,
    tx: &Tx,
    kind: &dyn AnyKind,
    row: &Row,
    merged: &Event,
    over: &[String],
) -> Result<()> {
    let area = kind.about().kind.area();
    cx.actor.require(area, Can::Edit)?;
    let mut records = kind.read(cx, On::Tx(tx), &[row.survivor_id, row.other_id]).await?;
    let survivor = records.remove(&row.survivor_id).ok_or(Error::NotFound)?;
    survivor.open.require_edit()?;
    let record = survivor.open.record;
    let merging = &cx.because(Cause { merges: Some(record), ..cx.cause });
    if let Some(changed) = merged.payload["changed"].as_i64()
        && let Some(changed) = feed::timeline_event(tx, row.survivor_timeline, changed).await?
    {
        undo::put_fields_back(merging, tx, &changed, over).await?;
    }
    let works = vec![Work::Restore { id: row.other_id }];
    let back = fields::run(merging, tx, kind, works, &mut Ahead::default()).await?.pop();
    let back = back.unwrap_or(Err(Error::NotFound))?;
    tags::part(tx, row.survivor_timeline, &row.tags.0, merged.id).await?;
    let survivor = kind.read(cx, On::Tx(tx), &[row.survivor_id]).await?.remove(&row.survivor_id);
    let survivor = survivor.ok_or(Error::NotFound)?;
    let told = |of: &Record| json!({ "name": of.open.title });
    let events = [event(UNMERGED, &survivor, told(&back)), event(UNMERGED, &back, told(&survivor))];
    cx.record_all(tx, &events).await
}
