use kernel::db::{Q, Tx};
use kernel::{Context, RecordRef, Result, TaskId, forbidden};
use serde_json::{Value, json};

use super::happened::{Subject, when};
use super::reach::{Reached, find, reach};
use super::row;
use super::save::{alive, subject, under_way};
use super::write::{self, Place};
use crate::{TaskDraft, Ticked};

/// Ticks a task off, or takes that back. Of one that comes again, ticking off makes the next one, and taking back takes
/// that one away again if nobody has touched it. A call or meeting that is done says when somebody got in touch.
///
/// # Errors
/// `NotFound`; `Forbidden` unless the actor made it, is to do it, or may change its record, and if it is reopened while
/// a later one of its series is under way.
pub async fn set_done(cx: &Context, through: Option<RecordRef>, id: TaskId, done: bool) -> Result<Ticked> {
    let reached = &alive(reach(cx, through, id).await?, false)?;
    reached.require_change(cx)?;
    let next = cx.tx(|tx| async move {
        if done { tick(cx, &tx, reached).await } else { reopen(cx, &tx, reached).await.map(|()| None) }
    });
    let next = match next.await.map_err(under_way)? {
        Some(next) => Some(find(cx, through, next).await?),
        None => None,
    };
    Ok(Ticked { task: find(cx, through, id).await?, next })
}

async fn tick(cx: &Context, tx: &Tx, reached: &Reached) -> Result<Option<TaskId>> {
    let id = reached.row.id;
    let touched = Q::new("update task set done_at = ?, done_by = ?, updated_at = ?, version = version + 1,")
        .push("series_id = case when repeats is null then series_id else coalesce(series_id, id) end")
        .push("where id = ? and done_at is null and deleted_at is null")
        .bind(cx.now)
        .bind(cx.staff_id())
        .bind(cx.now)
        .bind(id)
        .run(tx)
        .await?;
    if touched == 0 {
        return Ok(None);
    }
    write::settle(tx, id).await?;
    let subject = subject(reached, &reached.row.title, &[]);
    cx.record(tx, subject.event(cx, "task.done", Value::Null)).await?;
    if let (true, Some(record)) = (reached.row.kind().is_contact(), subject.record()) {
        records::tell_of_contact(cx, tx, record, Some(cx.now)).await?;
    }
    make_next(cx, tx, reached).await
}

/// Makes the next one, as the task is now: it may have been changed since it was read.
async fn make_next(cx: &Context, tx: &Tx, reached: &Reached) -> Result<Option<TaskId>> {
    let row = row::find(tx, reached.row.id).await?;
    let assignees = row::assignees(tx, [row.id]).await?.remove(&row.id).unwrap_or_default();
    let draft = row.draft(&assignees);
    let (Some(rule), Some(due)) = (&draft.repeat, draft.day) else { return Ok(None) };
    let today = cx.organisation().zone.day(cx.now);
    let Some(day) = rule.next(due, today, row.occurrence) else { return Ok(None) };
    let draft = TaskDraft { day: Some(day), ..draft };
    let place = Place { series: row.series_id, number: row.occurrence + 1 };
    let id = write::insert(cx, tx, reached.on.as_ref(), &draft, place, row.created_by).await?;
    let next = Subject { id, title: &draft.title, ..subject(reached, &draft.title, &[]) };
    cx.record(tx, next.event(cx, "task.repeated", json!({ "when": when(&draft) }))).await?;
    Ok(Some(id))
}

async fn reopen(cx: &Context, tx: &Tx, reached: &Reached) -> Result<()> {
    let row = &row::find(tx, reached.row.id).await?;
    if row.done_at.is_none() {
        return Ok(());
    }
    let taken_back = take_next_back(cx, tx, row).await?;
    Q::new(
        "update task set done_at = null, done_by = null, due_at = ?, updated_at = ?, version = version + 1",
    )
    .push("where id = ? and done_at is not null")
    .bind(row.draft(&[]).due_at(&cx.organisation().zone))
    .bind(cx.now)
    .bind(row.id)
    .run(tx)
    .await?;
    write::settle(tx, row.id).await?;
    let details = json!({ "taken_back": taken_back });
    cx.record(tx, subject(reached, &row.title, &[]).event(cx, "task.reopened", details)).await
}

/// Takes the next one of the series away, if there is one and it is as it was made.
async fn take_next_back(cx: &Context, tx: &Tx, row: &row::Row) -> Result<Option<TaskId>> {
    let Some(series) = row.series_id else { return Ok(None) };
    let open = Q::new(row::COLUMNS)
        .push("where t.series_id = ? and t.done_at is null and t.deleted_at is null")
        .bind(series);
    let Some(next) = open.optional::<row::Row>(tx).await? else { return Ok(None) };
    if next.version != 1 || next.occurrence != row.occurrence + 1 {
        return Err(forbidden("task-next-under-way"));
    }
    Q::new(
        "update task set deleted_at = ?, updated_at = ?, version = version + 1 where id = ? and version = 1",
    )
    .bind(cx.now)
    .bind(cx.now)
    .bind(next.id)
    .run(tx)
    .await?;
    write::settle(tx, next.id).await?;
    Ok(Some(next.id))
}
