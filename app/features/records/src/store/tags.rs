use std::collections::{HashMap, HashSet};

use kernel::db::{FromRow, Json, On, Q, Tx, Val};
use kernel::{Context, Error, NewEvent, OpenRecord, RecordRef, Result, TagId, Text, TimelineId, invalid};
use serde_json::{Value, json};

use super::event;
use crate::tag::{TAGS_LIMIT, Tag, tag_name};

/// All tags, by name.
///
/// # Errors
/// `Unauthenticated` for nobody, `Forbidden` for contacts.
pub async fn list(cx: &Context) -> Result<Vec<Tag>> {
    cx.actor.require_house()?;
    let rows: Vec<Row> = Q::new("select id, name, hue from tag order by name_norm, id").all(cx.db()).await?;
    Ok(rows.into_iter().map(Row::into_tag).collect())
}

/// The tag of this name, whatever its case; it is made if there is none.
///
/// # Errors
/// `Invalid` for `tags` if this cannot be a tag's name.
pub async fn find_or_create(tx: &Tx, typed: &str) -> Result<Tag> {
    let name = tag_name(typed)?;
    let norm = name.to_lowercase();
    Q::new("insert into tag (name, name_norm, hue) values (?, ?, ?) on conflict (name_norm) do nothing")
        .bind(name.as_str())
        .bind(norm.as_str())
        .bind(hue_of(&norm))
        .run(tx)
        .await?;
    let q = Q::new("select id, name, hue from tag where name_norm = ?").bind(norm);
    q.one::<Row>(tx).await.map(Row::into_tag)
}

/// Gives a tag another name, on all records that have it.
///
/// # Errors
/// `Invalid` for `tags` if this cannot be a tag's name; `Duplicate` if another tag has it; `NotFound`.
pub async fn rename(tx: &Tx, id: TagId, typed: &str) -> Result<()> {
    let name = tag_name(typed)?;
    let norm = name.to_lowercase();
    let q = Q::new("update tag set name = ?, name_norm = ? where id = ?").bind(name).bind(norm);
    there_was_one(q.bind(id).run(tx).await?)
}

/// Takes a tag off all records and deletes it.
///
/// # Errors
/// `NotFound`.
pub async fn delete(tx: &Tx, id: TagId) -> Result<()> {
    Q::new("delete from tagging where tag_id = ?").bind(id).run(tx).await?;
    there_was_one(Q::new("delete from tag where id = ?").bind(id).run(tx).await?)
}

fn there_was_one(rows: u64) -> Result<()> {
    if rows == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// A colour that stays with the name.
fn hue_of(norm: &str) -> i64 {
    i64::from(norm.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte))) % 10)
}

/// Puts tags on a timeline without asking and without events: for imports, new records and the demo company.
///
/// # Errors
/// As [`Q::all`].
pub async fn attach(tx: &Tx, timeline: TimelineId, tags: &[TagId]) -> Result<()> {
    for tag in tags {
        attach_one(tx, timeline, *tag).await?;
    }
    Ok(())
}

async fn attach_one(tx: &Tx, timeline: TimelineId, tag: TagId) -> Result<bool> {
    let q = Q::new("insert into tagging (timeline_id, tag_id) values (?, ?) on conflict do nothing");
    Ok(q.bind(timeline).bind(tag).run(tx).await? > 0)
}

/// Gives a timeline the tags of another one that it lacks, for records whose histories become one. Answers which those
/// were, for [`part`].
///
/// # Errors
/// As [`Q::all`].
pub async fn unite(tx: &Tx, into: TimelineId, other: TimelineId) -> Result<Vec<i64>> {
    let mut tags = tags_of(tx, &[into, other]).await?;
    let own: HashSet<TagId> = tags.remove(&into).unwrap_or_default().into_iter().map(|tag| tag.id).collect();
    let others = tags.remove(&other).unwrap_or_default();
    let new: Vec<TagId> = others.into_iter().map(|tag| tag.id).filter(|id| !own.contains(id)).collect();
    attach(tx, into, &new).await?;
    Ok(new.into_iter().map(|id| id.0).collect())
}

/// Takes off the tags that [`unite`] gave before this event, but for those that somebody has put on since.
///
/// # Errors
/// As [`Q::all`].
pub async fn part(tx: &Tx, timeline: TimelineId, tags: &[i64], event: i64) -> Result<()> {
    let since: Vec<(Json<Value>,)> =
        Q::new("select payload from event where timeline_id = ? and id > ? and kind = 'tag.added'")
            .bind(timeline)
            .bind(event)
            .all(tx)
            .await?;
    let since: HashSet<i64> =
        since.into_iter().filter_map(|(payload,)| payload.0["tag_id"].as_i64()).collect();
    Q::new("delete from tagging where timeline_id = ? and")
        .bind(timeline)
        .any_of("tag_id", tags.iter().copied().filter(|tag| !since.contains(tag)))
        .run(tx)
        .await
        .map(drop)
}

/// Puts the tag of this name on a record and answers all its tags.
///
/// # Errors
/// `NotFound` and `Forbidden` as the record says; `Invalid` for `tags`.
pub async fn add(cx: &Context, record: RecordRef, name: &str) -> Result<Vec<Tag>> {
    let on = &cx.open(record).await?;
    on.require_edit()?;
    cx.tx(|tx| async move {
        let tag = find_or_create(&tx, name).await?;
        tag_all(cx, &tx, &[on], &[tag], Tagging::On).await?;
        let tags = tags_of(&tx, &[on.timeline_id]).await?.remove(&on.timeline_id).unwrap_or_default();
        require_few(tags.len()).map(|()| tags)
    })
    .await
}

/// # Errors
/// `Invalid` for `tags` if a record would have more than it can.
fn require_few(tags: usize) -> Result<()> {
    match tags > TAGS_LIMIT {
        true => Err(invalid("tags", Text::new("tag-too-many").with("limit", TAGS_LIMIT))),
        false => Ok(()),
    }
}

/// Takes a tag off a record and answers the tags that are left.
///
/// # Errors
/// `NotFound` and `Forbidden` as the record says.
pub async fn remove(cx: &Context, record: RecordRef, tag: TagId) -> Result<Vec<Tag>> {
    let on = &cx.open(record).await?;
    on.require_edit()?;
    cx.tx(|tx| async move {
        let q =
            Q::new("delete from tagging where timeline_id = ? and tag_id = ?").bind(on.timeline_id).bind(tag);
        if q.run(&tx).await? > 0 {
            let (name,): (String,) = Q::new("select name from tag where id = ?").bind(tag).one(&tx).await?;
            cx.record(&tx, event(on, "tag.removed", json!({ "tag_id": tag, "tag": name }))).await?;
        }
        Ok(tags_of(&tx, &[on.timeline_id]).await?.remove(&on.timeline_id).unwrap_or_default())
    })
    .await
}

/// The tags of these names that there are.
///
/// # Errors
/// `Invalid` for `tags` for what cannot be a tag's name.
pub async fn named(on: impl Into<On<'_>>, names: &[String]) -> Result<Vec<Tag>> {
    let norms = names.iter().map(|name| Ok(tag_name(name)?.to_lowercase())).collect::<Result<Vec<_>>>()?;
    let rows: Vec<Row> = Q::new("select id, name, hue from tag where name_norm")
        .dialect("in (select value from json_each(?))", "in (select jsonb_array_elements_text(?))")
        .push("order by id")
        .bind(Val::json(&norms))
        .all(on)
        .await?;
    Ok(rows.into_iter().map(Row::into_tag).collect())
}

/// What is done with tags of many records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tagging {
    /// They are put on.
    On,
    /// They are taken off.
    Off,
}

/// Whether a record with these tags may be tagged so; nothing is written.
///
/// # Errors
/// The reason why the record may not be changed; `Invalid` for `tags` if it would have too many.
pub fn may_tag(on: &OpenRecord, has: &[Tag], tags: &[Tag], tagging: Tagging) -> Result<()> {
    on.require_edit()?;
    let new = tags.iter().filter(|tag| !has.iter().any(|own| own.id == tag.id)).count();
    match tagging {
        Tagging::On if new > 0 => require_few(has.len() + new),
        _ => Ok(()),
    }
}

/// Puts tags on many records or takes them off, each pair with its event, without asking: [`may_tag`] has. Answers the
/// timelines on which something changed.
///
/// # Errors
/// As [`Q::all`].
pub async fn tag_all(
    cx: &Context,
    tx: &Tx,
    on: &[&OpenRecord],
    tags: &[Tag],
    tagging: Tagging,
) -> Result<HashSet<TimelineId>> {
    let pairs = on.iter().flat_map(|on| tags.iter().map(|tag| json!([on.timeline_id, tag.id])));
    let pairs = Val::json(&pairs.collect::<Vec<_>>());
    let listed = "select cast(value->>0 as bigint), cast(value->>1 as bigint)";
    let q = match tagging {
        Tagging::On => Q::new("insert into tagging (timeline_id, tag_id)")
            .push(listed)
            .dialect("from json_each(?) where true", "from jsonb_array_elements(?) x(value)")
            .push("on conflict do nothing"),
        Tagging::Off => Q::new("delete from tagging where (timeline_id, tag_id) in (")
            .push(listed)
            .dialect("from json_each(?)", "from jsonb_array_elements(?) x(value)")
            .push(")"),
    };
    let changed: Vec<(TimelineId, TagId)> =
        q.push("returning timeline_id, tag_id").bind(pairs).all(tx).await?;
    let changed: HashSet<(TimelineId, TagId)> = changed.into_iter().collect();
    let kind = if tagging == Tagging::On { "tag.added" } else { "tag.removed" };
    let told = |on: &OpenRecord| -> Vec<NewEvent> {
        let here = tags.iter().filter(|tag| changed.contains(&(on.timeline_id, tag.id)));
        here.map(|tag| event(on, kind, json!({ "tag_id": tag.id, "tag": tag.name }))).collect()
    };
    let events: Vec<NewEvent> = on.iter().flat_map(|on| told(on)).collect();
    if !events.is_empty() {
        cx.record_all(tx, &events).await?;
    }
    Ok(changed.into_iter().map(|(timeline, _)| timeline).collect())
}

/// The tags of each of these timelines that has some, by name.
///
/// # Errors
/// As [`Q::all`].
pub async fn tags_of(
    on: impl Into<On<'_>>,
    timelines: &[TimelineId],
) -> Result<HashMap<TimelineId, Vec<Tag>>> {
    let mut tags: HashMap<TimelineId, Vec<Tag>> = HashMap::new();
    if timelines.is_empty() {
        return Ok(tags);
    }
    let rows: Vec<TaggingRow> = Q::new(
        "select g.timeline_id, t.id, t.name, t.hue from tagging g join tag t on t.id = g.tag_id where",
    )
    .any_of("g.timeline_id", timelines.iter().map(|id| id.0))
    .push("order by t.name_norm, t.id")
    .all(on)
    .await?;
    for row in rows {
        let tag = Row { id: row.id, name: row.name, hue: row.hue }.into_tag();
        tags.entry(row.timeline_id).or_default().push(tag);
    }
    Ok(tags)
}

#[derive(FromRow)]
struct TaggingRow {
    timeline_id: TimelineId,
    id: TagId,
    name: String,
    hue: i64,
}

#[derive(FromRow)]
struct Row {
    id: TagId,
    name: String,
    hue: i64,
}

impl Row {
    fn into_tag(self) -> Tag {
        Tag { id: self.id, name: self.name, hue: u8::try_from(self.hue.rem_euclid(10)).unwrap_or_default() }
    }
}
