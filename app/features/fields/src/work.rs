//! What can be done to records of any kind, and the one way in which it is done.

use std::borrow::Cow;

use futures::FutureExt;
use kernel::db::{On, Tx};
use kernel::{Area, Can, Context, Door, Error, OpenRecord, Result, Text, Version};
use serde_json::Value as Json;

use crate::{Ahead, AnyKind, FieldKey, Kind, Record, Values, Wish};

/// What is to be done to one record.
#[derive(Clone, Debug, PartialEq)]
pub enum Work {
    /// A new one with these values.
    Create(Values),
    /// Other values in some fields.
    Change {
        /// Which one.
        id: i64,
        /// What whoever wishes it knew of it.
        seen: Seen,
        /// The fields that change.
        values: Values,
    },
    /// Values for those of these fields that are empty; the others stay as they are.
    Fill {
        /// Which one.
        id: i64,
        /// The fields that get something.
        values: Values,
    },
    /// Into the bin.
    Delete {
        /// Which one.
        id: i64,
        /// What whoever wishes it knew of it.
        seen: Seen,
    },
    /// Out of the bin. Nothing happens to one that is not in it.
    Restore {
        /// Which one.
        id: i64,
    },
}

/// What somebody knew of a record when he wished to change it.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    /// This version, and it has to be the newest.
    Version(Version),
    /// These values in the fields that matter to him; others may have changed.
    Values(Values),
    /// Whatever there is: bulk work means it so.
    Whatever,
}

impl Seen {
    /// # Errors
    /// `Conflict` with what the fields hold now.
    fn check(&self, record: &Record) -> Result<()> {
        let is_fresh = match self {
            Self::Version(version) => record.open.version == *version,
            Self::Values(values) => values.iter().all(|(key, seen)| record.values.get(key.as_str()) == seen),
            Self::Whatever => true,
        };
        let reason = || Text::new("fields-changed-meanwhile").with("name", &record.open.title);
        if is_fresh { Ok(()) } else { Err(Error::conflict(reason(), &Json::Object(record.values.to_json()))) }
    }
}

impl Work {
    /// The record that it is about; `None` for a new one.
    pub fn id(&self) -> Option<i64> {
        match self {
            Self::Create(_) => None,
            Self::Change { id, .. }
            | Self::Fill { id, .. }
            | Self::Delete { id, .. }
            | Self::Restore { id } => Some(*id),
        }
    }

    /// The same work, now that the record is known: what is filled is a change of what is empty.
    pub(crate) fn settled(&self, record: Option<&Record>) -> Cow<'_, Self> {
        let Self::Fill { id, values } = self else { return Cow::Borrowed(self) };
        let is_empty =
            |key: &FieldKey| record.is_some_and(|record| record.values.get(key.as_str()).is_none());
        let empty = values.iter().filter(|(key, _)| is_empty(key));
        let values = empty.map(|(key, value)| (key.clone(), value.cloned())).collect();
        Cow::Owned(Self::Change { id: *id, seen: Seen::Whatever, values })
    }

    /// What is wished, if the actor may wish it of this record at all.
    ///
    /// # Errors
    /// `NotFound`, `Forbidden`, `Conflict`.
    pub(crate) fn asked(&self, cx: &Context, area: Area, record: Option<&Record>) -> Result<Wish<'_>> {
        let is_there = |record: &&Record| record.deleted_at.is_none();
        match self {
            Self::Create(values) => {
                cx.actor.require(area, Can::Create)?;
                Ok(Wish::Create(values))
            }
            Self::Fill { values, .. } => {
                record.ok_or(Error::NotFound)?.open.require_edit()?;
                Ok(Wish::Change(values))
            }
            Self::Change { seen, values, .. } => {
                let record = record.ok_or(Error::NotFound)?;
                record.open.require_edit()?;
                seen.check(record)?;
                Ok(Wish::Change(values))
            }
            Self::Delete { seen, .. } => {
                let record = record.filter(is_there).ok_or(Error::NotFound)?;
                cx.actor.require(area, Can::Delete)?;
                seen.check(record)?;
                Ok(Wish::Delete)
            }
            Self::Restore { .. } => {
                record.ok_or(Error::NotFound)?;
                cx.actor.require(area, Can::Delete)?;
                Ok(Wish::Restore)
            }
        }
    }
}

/// Does what may be done of this, in one transaction; what is refused is left, with the reason. The answers come in the
/// order of the work.
///
/// # Errors
/// One that is not about a single record; nothing was done then.
pub async fn run(
    cx: &Context,
    tx: &Tx,
    kind: &dyn AnyKind,
    works: Vec<Work>,
    ahead: &mut Ahead,
) -> Result<Vec<Result<Record>>> {
    let judged = kind.prepare(cx, On::Tx(tx), works, ahead).await?;
    let (mut ready, mut answers) = (Vec::new(), Vec::with_capacity(judged.len()));
    for one in judged {
        // A place for what is done below.
        answers.push(one.map(|one| ready.push(one)));
    }
    let mut records = kind.commit(cx, tx, ready).await?.into_iter();
    let mut record = |()| records.next().ok_or_else(|| Error::internal("a kind of record lost a record"));
    Ok(answers.into_iter().map(|answer| answer.and_then(&mut record)).collect())
}

/// How records of a kind are opened for others, who put notes, files and reminders on them.
pub fn door<K: Kind>() -> Door {
    Door { kind: K::ABOUT.kind, open: |cx, id| async move { open::<K>(&cx, id).await }.boxed() }
}

async fn open<K: Kind>(cx: &Context, id: i64) -> Result<OpenRecord> {
    let rows = K::find(cx, On::Db(cx.db()), &[id]).await?;
    let mut records = rows.iter().map(|row| K::record(cx, row));
    records.find(|record| record.deleted_at.is_none()).map(|record| record.open).ok_or(Error::NotFound)
}
