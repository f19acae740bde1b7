//! Who reaches which task: the one place where it is said.

use std::collections::HashMap;

use futures::{StreamExt, TryStreamExt};
use kernel::db::{On, Q};
use kernel::{Actor, Context, Error, OpenRecord, RecordRef, Result, TaskId, forbidden};

use super::row::{self, COLUMNS, Row};
use crate::{Assignee, Task};

/// So many records are opened at the same time.
const AT_ONCE: usize = 8;
/// The most open tasks of a record that are listed, and the most that are done.
const MOST: (usize, usize) = (200, 50);

/// A task that may be seen.
#[derive(Clone)]
pub(super) struct Reached {
    pub row: Row,
    pub assignees: Vec<Assignee>,
    /// The record through which it was reached; `None` for one on nobody's record.
    pub on: Option<OpenRecord>,
}

impl Reached {
    /// Refuses who may only look: a task is changed by who made it, by who is to do it, and by whoever may change its
    /// record.
    ///
    /// # Errors
    /// The record's own reason.
    pub fn require_change(&self, cx: &Context) -> Result<()> {
        match &self.on {
            _ if is_involved(cx, &self.row, &self.assignees) => Ok(()),
            Some(on) => on.require_edit(),
            None => Err(forbidden("error-forbidden")),
        }
    }

    pub fn into_task(self, cx: &Context) -> Task {
        let may_change = self.require_change(cx).is_ok();
        let record = self.on.as_ref().map(|on| on.record);
        self.row.into_task(record, self.on.map(|on| on.title), self.assignees, may_change)
    }
}

/// Whether who asks made the task or is to do it.
fn is_involved(cx: &Context, row: &Row, assignees: &[Assignee]) -> bool {
    let me = cx.staff_id();
    matches!(cx.actor, Actor::System)
        || (me.is_some()
            && (row.created_by == me || assignees.iter().any(|assignee| Some(assignee.id) == me)))
}

/// Reaches a task: through this record, or through the one that it was put on, or because it is one's own.
///
/// # Errors
/// `NotFound` if there is none, or none that may be seen, or it hangs on another record. As the record says if one is
/// named that may not be seen.
pub(super) async fn reach(cx: &Context, through: Option<RecordRef>, id: TaskId) -> Result<Reached> {
    cx.actor.require_house()?;
    let named = match through {
        Some(record) => Some(cx.open(record).await?),
        None => None,
    };
    let row = row::find(cx.db(), id).await?;
    let on = match (named, row.record()) {
        (Some(on), _) if !hangs_on(cx, &row, &on).await? => return Err(Error::NotFound),
        (Some(on), _) => Some(on),
        (None, Some(record)) => Some(cx.open(record).await.map_err(hidden)?),
        (None, None) => None,
    };
    let assignees = row::assignees(cx.db(), [id]).await?.remove(&id).unwrap_or_default();
    if on.is_none() && !is_involved(cx, &row, &assignees) {
        return Err(Error::NotFound);
    }
    Ok(Reached { row, assignees, on })
}

/// Whether a task hangs on this record, or on one that was merged into it.
async fn hangs_on(cx: &Context, row: &Row, on: &OpenRecord) -> Result<bool> {
    let Some(line) = row.timeline_id else { return Ok(false) };
    Ok(line == on.timeline_id || kernel::merged::timelines(cx.db(), on.timeline_id).await?.contains(&line))
}

/// A task that may not be seen answers like one that there is not, whatever its record says.
fn hidden(error: Error) -> Error {
    if matches!(error, Error::Forbidden(_)) { Error::NotFound } else { error }
}

/// One task.
///
/// # Errors
/// `NotFound` also if it was deleted.
pub async fn find(cx: &Context, through: Option<RecordRef>, id: TaskId) -> Result<Task> {
    let reached = reach(cx, through, id).await?;
    if reached.row.deleted_at.is_some() { Err(Error::NotFound) } else { Ok(reached.into_task(cx)) }
}

/// The tasks of a record: open ones by the moment from which they are overdue, those without one last; then those that
/// are done, the newest first. At most 200 and 50.
///
/// # Errors
/// `NotFound` if the record may not be seen.
pub async fn list(cx: &Context, record: RecordRef) -> Result<Vec<Task>> {
    let on = cx.open(record).await?;
    let all =
        Q::new(COLUMNS).push("where t.deleted_at is null and").on_timeline("t.timeline_id", on.timeline_id);
    let open = all
        .clone()
        .push("and t.done_at is null order by t.due_at is null, t.due_at, t.id limit ?")
        .bind(MOST.0);
    let done = all.push("and t.done_at is not null order by t.done_at desc, t.id desc limit ?").bind(MOST.1);
    let mut rows: Vec<Row> = open.all(cx.db()).await?;
    rows.extend(done.all::<Row>(cx.db()).await?);
    let mut assignees = row::assignees(cx.db(), rows.iter().map(|row| row.id)).await?;
    let task = |row: Row| {
        let assignees = assignees.remove(&row.id).unwrap_or_default();
        Reached { row, assignees, on: Some(on.clone()) }.into_task(cx)
    };
    Ok(rows.into_iter().map(task).collect())
}

/// Those of these rows that may be seen, in their order. Each record is opened once.
pub(super) async fn seen(cx: &Context, on: impl Into<On<'_>>, rows: Vec<Row>) -> Result<Vec<Task>> {
    let mut records: Vec<RecordRef> = rows.iter().filter_map(Row::record).collect();
    records.sort_unstable_by_key(|record| (record.kind as u8, record.id));
    records.dedup();
    let opened: HashMap<RecordRef, OpenRecord> = futures::stream::iter(records)
        .map(|record| async move {
            match cx.open(record).await {
                Ok(open) => Ok(Some((record, open))),
                Err(Error::NotFound | Error::Forbidden(_)) => Ok(None),
                Err(error) => Err(error),
            }
        })
        .buffered(AT_ONCE)
        .try_filter_map(|found| async move { Ok(found) })
        .try_collect()
        .await?;
    let mut assignees = row::assignees(on, rows.iter().map(|row| row.id)).await?;
    let task = |row: Row| {
        let assignees = assignees.remove(&row.id).unwrap_or_default();
        let on = row.record().map(|record| opened.get(&record).cloned());
        let is_seen = match &on {
            Some(on) => on.is_some(),
            None => is_involved(cx, &row, &assignees),
        };
        is_seen.then(|| Reached { row, assignees, on: on.flatten() }.into_task(cx))
    };
    Ok(rows.into_iter().filter_map(task).collect())
}
