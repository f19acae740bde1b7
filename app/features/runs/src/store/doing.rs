//! What an action means for records of a kind: asked by the preview, done by the run, the same code in both.

use std::collections::HashMap;

use fields::{Ahead, AnyKind, FieldKey, Seen, Value, Values, Work};
use kernel::db::{On, Q, Tx};
use kernel::{Can, Context, Error, Result, TagId, Version, invalid, refusal};
use records::Tag;
use records::store::tags::{self, Tagging};
use serde_json::{Map, Value as Json};

use crate::{Action, Set, Tally};

/// What becomes of one record.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome {
    Done,
    Same,
    Gone,
    /// Its title and the reason.
    Refused(String, Error),
}

impl Outcome {
    pub fn tally(outcomes: &[Self]) -> Tally {
        let count = |is: fn(&Self) -> bool| outcomes.iter().filter(|one| is(one)).count() as i64;
        Tally {
            done: count(|one| *one == Self::Done),
            same: count(|one| *one == Self::Same),
            gone: count(|one| *one == Self::Gone),
            refused: count(|one| matches!(one, Self::Refused(..))),
        }
    }
}

/// An action on records of one kind.
pub(super) struct Doing {
    kind: &'static dyn AnyKind,
    plan: Plan,
}

enum Plan {
    Set { values: Values, missing: Values },
    Tag(Vec<String>, Tagging),
    Delete,
    Restore,
}

/// A record as it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    pub version: Version,
    pub is_deleted: bool,
}

impl Doing {
    /// # Errors
    /// `Invalid` for a field or a value that cannot be, `Forbidden` for who may not do such a thing to any record.
    pub fn new(cx: &Context, kind: &'static dyn AnyKind, action: &Action) -> Result<Self> {
        let (plan, right) = match action {
            Action::Set(Set { values, missing }) if !values.is_empty() => {
                (Plan::Set { values: read(cx, kind, values)?, missing: read(cx, kind, missing)? }, Can::Edit)
            }
            Action::AddTags(names) if !names.is_empty() => {
                (Plan::Tag(tag_names(names)?, Tagging::On), Can::Edit)
            }
            Action::RemoveTags(names) if !names.is_empty() => {
                (Plan::Tag(tag_names(names)?, Tagging::Off), Can::Edit)
            }
            Action::Delete => (Plan::Delete, Can::Delete),
            Action::Restore => (Plan::Restore, Can::Delete),
            Action::Set(_) | Action::AddTags(_) | Action::RemoveTags(_) | Action::TakeBack(_) => {
                return Err(invalid("action", "run-action-unfit"));
            }
        };
        cx.actor.require(kind.about().kind.area(), right)?;
        Ok(Self { kind, plan })
    }

    /// Which of these records are there for what is to be done, as they stand.
    pub async fn standing(&self, on: On<'_>, ids: &[i64]) -> Result<HashMap<i64, Standing>> {
        let q = Q::new("select id, version, deleted_at is not null from")
            .push(self.kind.about().table)
            .push("where")
            .any_of("id", ids.iter().copied())
            .push("order by id");
        let q = if matches!(on, On::Tx(_)) { q.dialect("", "for update") } else { q };
        let rows: Vec<(i64, Version, bool)> = q.all(on).await?;
        let rows = rows.into_iter().map(|(id, version, is_deleted)| (id, Standing { version, is_deleted }));
        Ok(rows.filter(|(_, one)| matches!(self.plan, Plan::Restore) || !one.is_deleted).collect())
    }

    /// What would become of these records, in their order; nothing is written.
    pub async fn ask(&self, cx: &Context, on: On<'_>, ids: &[i64]) -> Result<Vec<Outcome>> {
        if let Plan::Tag(names, tagging) = &self.plan {
            let known = tags::named(on, names).await?;
            return Ok(self.taggable(cx, on, ids, &as_tags(names, known), *tagging).await?.0);
        }
        let works = self.works(cx, on, ids).await?;
        let judged = self.kind.prepare(cx, on, works, &mut Ahead::default()).await?;
        let outcome = |one: Result<fields::Ready>| match one {
            Ok(ready) if ready.changes() => Outcome::Done,
            Ok(_) => Outcome::Same,
            Err(error) => refused(error),
        };
        self.titled(cx, on, ids, judged.into_iter().map(outcome).collect()).await
    }

    /// Does it to these records, in their order.
    pub async fn run(&self, cx: &Context, tx: &Tx, items: &[(i64, Standing)]) -> Result<Vec<Outcome>> {
        let ids: Vec<i64> = items.iter().map(|(id, _)| *id).collect();
        if let Plan::Tag(names, tagging) = &self.plan {
            return self.tag(cx, tx, &ids, names, *tagging).await;
        }
        let works = self.works(cx, On::Tx(tx), &ids).await?;
        let done = fields::run(cx, tx, self.kind, works, &mut Ahead::default()).await?;
        let outcome = |((_, before), one): (&(i64, Standing), Result<fields::Record>)| match one {
            Ok(record) if record.open.version == before.version => Outcome::Same,
            Ok(_) => Outcome::Done,
            Err(error) => refused(error),
        };
        self.titled(cx, On::Tx(tx), &ids, items.iter().zip(done).map(outcome).collect()).await
    }

    async fn works(&self, cx: &Context, on: On<'_>, ids: &[i64]) -> Result<Vec<Work>> {
        let known = match &self.plan {
            Plan::Set { missing, .. } if !missing.is_empty() => self.kind.read(cx, on, ids).await?,
            _ => HashMap::new(),
        };
        let seen = Seen::Whatever;
        let work = |id: i64| match &self.plan {
            Plan::Set { values, missing } => {
                let lacks =
                    |key: &FieldKey| known.get(&id).is_some_and(|one| one.values.get(key.as_str()).is_none());
                let lacked = missing.iter().filter(|(key, _)| lacks(key) && !values.names(key.as_str()));
                let lacked = lacked.map(|(key, value)| (key.clone(), value.cloned())).collect();
                Work::Change { id, seen: seen.clone(), values: values.clone().changed_by(&lacked) }
            }
            Plan::Restore => Work::Restore { id },
            Plan::Delete | Plan::Tag(..) => Work::Delete { id, seen: seen.clone() },
        };
        Ok(ids.iter().map(|id| work(*id)).collect())
    }

    /// The titles of those that are refused.
    async fn titled(
        &self,
        cx: &Context,
        on: On<'_>,
        ids: &[i64],
        mut outcomes: Vec<Outcome>,
    ) -> Result<Vec<Outcome>> {
        let refused = ids.iter().zip(&outcomes).filter(|(_, one)| matches!(one, Outcome::Refused(..)));
        let left: Vec<i64> = refused.map(|(id, _)| *id).collect();
        if left.is_empty() {
            return Ok(outcomes);
        }
        let records = self.kind.read(cx, on, &left).await?;
        for (id, one) in ids.iter().zip(&mut outcomes) {
            if let (Outcome::Refused(title, _), Some(record)) = (one, records.get(id)) {
                title.clone_from(&record.open.title);
            }
        }
        Ok(outcomes)
    }

    /// What tagging would do, and the records that may be tagged.
    async fn taggable(
        &self,
        cx: &Context,
        on: On<'_>,
        ids: &[i64],
        tags: &[Tag],
        tagging: Tagging,
    ) -> Result<(Vec<Outcome>, Vec<kernel::OpenRecord>)> {
        let mut records = self.kind.read(cx, on, ids).await?;
        let timelines: Vec<_> = records.values().map(|record| record.open.timeline_id).collect();
        let has = tags::tags_of(on, &timelines).await?;
        let (mut outcomes, mut may) = (Vec::with_capacity(ids.len()), Vec::new());
        for id in ids {
            let Some(record) = records.remove(id).filter(|record| record.deleted_at.is_none()) else {
                outcomes.push(Outcome::Gone);
                continue;
            };
            let has = has.get(&record.open.timeline_id).map(Vec::as_slice).unwrap_or_default();
            let is_there = |tag: &Tag| has.iter().any(|own| own.id == tag.id);
            let changes = tags.iter().any(|tag| is_there(tag) == (tagging == Tagging::Off));
            outcomes.push(match refusal(tags::may_tag(&record.open, has, tags, tagging))? {
                Err(error) => Outcome::Refused(record.open.title, error),
                Ok(()) if changes => {
                    may.push(record.open);
                    Outcome::Done
                }
                Ok(()) => Outcome::Same,
            });
        }
        Ok((outcomes, may))
    }

    async fn tag(
        &self,
        cx: &Context,
        tx: &Tx,
        ids: &[i64],
        names: &[String],
        tagging: Tagging,
    ) -> Result<Vec<Outcome>> {
        let mut known = Vec::with_capacity(names.len());
        match tagging {
            Tagging::Off => known = tags::named(tx, names).await?,
            Tagging::On => {
                for name in names {
                    known.push(tags::find_or_create(tx, name).await?);
                }
            }
        }
        let (outcomes, may) = self.taggable(cx, On::Tx(tx), ids, &known, tagging).await?;
        tags::tag_all(cx, tx, &may.iter().collect::<Vec<_>>(), &known, tagging).await?;
        Ok(outcomes)
    }
}

fn refused(error: Error) -> Outcome {
    match error {
        Error::NotFound => Outcome::Gone,
        error => Outcome::Refused(String::new(), error),
    }
}

/// Values as programs write them.
fn read(cx: &Context, kind: &dyn AnyKind, values: &Map<String, Json>) -> Result<Values> {
    let one = |(key, json): (&String, &Json)| {
        let key = FieldKey::from(key.as_str());
        if key.custom_id().is_some() {
            // What it means, its definition says, which the kind asks.
            return Ok((key, (!json.is_null()).then(|| Value::Added(json.clone()))));
        }
        let own = kind.fields().iter().find(|field| field.key == key.as_str() && !field.is_kept);
        let field = own.filter(|field| (field.sight)(&cx.actor));
        let field = field.ok_or_else(|| invalid(key.as_str(), "fields-unknown"))?;
        let value = field.kind.read(json).map_err(|_| invalid(key.as_str(), "fields-unfit"))?;
        Ok((FieldKey::own(field.key), value))
    };
    values.iter().map(one).collect()
}

fn tag_names(names: &[String]) -> Result<Vec<String>> {
    names.iter().map(|name| records::tag_name(name)).collect()
}

/// Tags of these names, also those that nobody has made yet.
fn as_tags(names: &[String], known: Vec<Tag>) -> Vec<Tag> {
    let is_new = |name: &&String| !known.iter().any(|tag| tag.name.to_lowercase() == name.to_lowercase());
    let new = names.iter().filter(is_new).map(|name| Tag { id: TagId(0), name: name.clone(), hue: 0 });
    let new: Vec<Tag> = new.collect();
    known.into_iter().chain(new).collect()
}
