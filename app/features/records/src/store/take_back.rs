//! What one run did to many records is taken back: event by event as from the history, and in the transactions of the
//! run that does it.

use std::collections::HashMap;

use fields::{Ahead, AnyKind, FieldChange, Record, Seen, Work};
use kernel::db::{On, Tx};
use kernel::{Cause, Context, Error, Event, Result, TagId, Text, feed, invalid, refusal};

use super::tags::{self, Tagging};
use super::timeline::label;
use super::undo::{Way, going_back, hidden, is, is_fresh, undone, way};
use crate::Tag;

/// What became of an event that was to be taken back.
#[derive(Clone, Debug, PartialEq)]
pub enum Taken {
    /// It is as it was before.
    Back,
    /// Some fields are as they were before; these were changed later and stay.
    InPart(Vec<Text>),
    /// Nothing is left of it to take back.
    Already,
    /// It stays, for this reason.
    Not(Error),
}

/// An event that was to be taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenBack {
    /// What the record is called; nothing if it is not there or not seen.
    pub title: Option<String>,
    /// What became of it.
    pub taken: Taken,
}

/// The kinds of events that can be taken back so.
pub fn kinds(kind: &dyn AnyKind) -> Vec<&'static str> {
    let told = kind.about().told;
    vec![told.created, told.changed, told.deleted, told.restored, "tag.added", "tag.removed"]
}

/// Takes back what these events did to records of one kind, in their order, which is the newest first. What somebody
/// changed later stays.
///
/// # Errors
/// One that is not about a single record; nothing was done then.
pub async fn take_back(
    cx: &Context,
    tx: &Tx,
    kind: &'static dyn AnyKind,
    events: &[Event],
) -> Result<Vec<TakenBack>> {
    let mut ids: Vec<i64> = events.iter().map(|event| event.record.id).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut records = kind.read(cx, On::Tx(tx), &ids).await?;
    let undone = undone(tx, events.iter().map(|event| event.id)).await?;
    let mut taken = Vec::with_capacity(events.len());
    for event in events {
        let one = One { cx: &cx.because(Cause { undoes: Some(event.id), ..cx.cause }), tx, kind, event };
        let done = match undone.contains(&event.id) {
            true => Err(invalid("event", "undo-undone")),
            false => one.take_back(&mut records).await,
        };
        let taken_one = refusal(done)?.unwrap_or_else(Taken::Not);
        let title = records.get(&event.record.id).map(|record| record.open.title.clone());
        taken.push(TakenBack { title, taken: taken_one });
    }
    Ok(taken)
}

struct One<'a> {
    cx: &'a Context,
    tx: &'a Tx,
    kind: &'static dyn AnyKind,
    event: &'a Event,
}

impl One<'_> {
    async fn take_back(&self, records: &mut HashMap<i64, Record>) -> Result<Taken> {
        let id = self.event.record.id;
        let record = records.get(&id).ok_or(Error::NotFound)?;
        if !is_fresh(self.cx, self.event) {
            return Err(invalid("event", "undo-too-late"));
        }
        let work = match self.event.kind.as_str() {
            "tag.added" => return self.tag(record, Tagging::Off).await,
            "tag.removed" => return self.tag(record, Tagging::On).await,
            _ => match way(self.cx, self.event)? {
                Way::Restore(_) if record.deleted_at.is_none() => return Ok(Taken::Already),
                Way::Delete(_) if record.deleted_at.is_some() => return Ok(Taken::Already),
                // What was changed since is somebody's work.
                Way::Delete(_)
                    if record.open.version != self.event.version
                        && feed::changed_beside(self.tx, self.event).await? =>
                {
                    return Err(invalid("event", "undo-changed-since"));
                }
                Way::Restore(_) => Work::Restore { id },
                Way::Delete(_) => Work::Delete { id, seen: Seen::Whatever },
                Way::Fields(_, changes) => {
                    let (taken, after) = self.fields(record, &changes).await?;
                    records.extend(after.map(|after| (id, after)));
                    return Ok(taken);
                }
                Way::Hanging(_) => return Err(invalid("event", "undo-unfit")),
            },
        };
        records.insert(id, self.work(work).await?);
        Ok(Taken::Back)
    }

    async fn fields(&self, record: &Record, changes: &[FieldChange]) -> Result<(Taken, Option<Record>)> {
        let kept = &hidden(self.event);
        let values = going_back(self.kind, changes.iter().chain(kept), &record.values, &[]);
        let goes = |change: &&FieldChange| values.names(change.field.as_str());
        let is_before = |change: &&FieldChange| is(self.kind, change, change.before(), &record.values);
        let later = changes.iter().filter(|change| !goes(change) && !is_before(change));
        let later: Vec<Text> =
            later.map(|change| label(change.field.as_str(), change.name.as_deref())).collect();
        if changes.iter().any(|change| goes(&change)) {
            let id = record.open.record.id;
            let after = self.work(Work::Change { id, seen: Seen::Whatever, values }).await?;
            let taken = if later.is_empty() { Taken::Back } else { Taken::InPart(later) };
            return Ok((taken, Some(after)));
        }
        match later.is_empty() {
            true => Ok((Taken::Already, None)),
            false => Err(invalid("event", "undo-changed-later")),
        }
    }

    async fn work(&self, work: Work) -> Result<Record> {
        let done = fields::run(self.cx, self.tx, self.kind, vec![work], &mut Ahead::default()).await?;
        done.into_iter().next().unwrap_or(Err(Error::NotFound))
    }

    /// Puts a tag back that was taken off, or takes it off again.
    async fn tag(&self, record: &Record, tagging: Tagging) -> Result<Taken> {
        if record.deleted_at.is_some() {
            return Err(Error::NotFound);
        }
        let payload = &self.event.payload;
        let name = payload["tag"].as_str().unwrap_or_default().to_owned();
        let tag = match tagging {
            Tagging::On => tags::find_or_create(self.tx, &name).await?,
            Tagging::Off => Tag { id: TagId(payload["tag_id"].as_i64().unwrap_or_default()), name, hue: 0 },
        };
        let timeline = record.open.timeline_id;
        let has = tags::tags_of(self.tx, &[timeline]).await?.remove(&timeline).unwrap_or_default();
        let tag = std::slice::from_ref(&tag);
        tags::may_tag(&record.open, &has, tag, tagging)?;
        let changed = tags::tag_all(self.cx, self.tx, &[&record.open], tag, tagging).await?;
        Ok(if changed.is_empty() { Taken::Already } else { Taken::Back })
    }
}
