//! The rows themselves. What is kept twice, on the task and with each of its people, is written here and nowhere else.

use kernel::db::{Q, Tx, Val};
use kernel::{Context, OpenRecord, Result, StaffId, TaskId};

use crate::TaskDraft;

/// Where a new task stands among those that one rule makes.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// The first one of them, if there is a series yet.
    pub series: Option<i64>,
    /// The place, from 1 on.
    pub number: i64,
}

/// Writes a new task.
pub(super) async fn insert(
    cx: &Context,
    tx: &Tx,
    on: Option<&OpenRecord>,
    draft: &TaskDraft,
    place: Place,
    created_by: Option<StaffId>,
) -> Result<TaskId> {
    let id = Q::new(
        "insert into task (timeline_id, record_kind, record_id, series_id, occurrence, created_by,",
    )
    .push("created_at, updated_at, kind, title, note, local_day, local_minute, due_at, minutes, repeats)")
    .push("values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
    .bind(on.map(|on| on.timeline_id))
    .bind(on.map(|on| on.record.kind.code()))
    .bind(on.map(|on| on.record.id))
    .bind(place.series)
    .bind(place.number)
    .bind(created_by)
    .bind(cx.now)
    .bind(cx.now)
    .bind_all(columns(cx, draft))
    .number(tx)
    .await
    .map(TaskId)?;
    assign(tx, id, &draft.assignees).await?;
    Ok(id)
}

/// What a draft is in the columns `kind` to `repeats`.
pub(super) fn columns(cx: &Context, draft: &TaskDraft) -> Vec<Val> {
    vec![
        draft.kind.code().into(),
        draft.title.as_str().into(),
        draft.note.as_str().into(),
        draft.day.map(|day| day.0).into(),
        draft.time.map(|time| time.minutes()).into(),
        draft.due_at(&cx.organisation().zone).into(),
        draft.minutes.into(),
        Val::Json(draft.repeat.as_ref().and_then(|rule| serde_json::to_value(rule).ok())),
    ]
}

/// Makes these the people of a task.
pub(super) async fn assign(tx: &Tx, id: TaskId, staff: &[StaffId]) -> Result<()> {
    Q::new("delete from task_assignee where task_id = ?").bind(id).run(tx).await?;
    Q::new("insert into task_assignee (task_id, staff_id, due_at, is_open)")
        .push("select t.id, s.id, t.due_at, t.done_at is null and t.deleted_at is null from task t, staff s")
        .push("where t.id = ? and")
        .bind(id)
        .any_of("s.id", staff.iter().map(|id| id.0))
        .run(tx)
        .await
        .map(drop)
}

/// Carries what is kept twice over to the people of a task, after the task changed.
pub(super) async fn settle(tx: &Tx, id: TaskId) -> Result<()> {
    Q::new("update task_assignee set due_at = (select t.due_at from task t where t.id = task_assignee.task_id),")
        .push("is_open = (select t.done_at is null and t.deleted_at is null from task t where t.id = task_assignee.task_id)")
        .push("where task_id = ?")
        .bind(id)
        .run(tx)
        .await
        .map(drop)
}

/// Takes the tasks of timelines that are no more out of the database.
pub(crate) async fn purge(tx: &Tx, timelines: &[i64]) -> Result<()> {
    Q::new("delete from task_assignee where task_id in (select id from task where")
        .any_of("timeline_id", timelines.iter().copied())
        .push(")")
        .run(tx)
        .await?;
    Q::new("delete from task where").any_of("timeline_id", timelines.iter().copied()).run(tx).await.map(drop)
}
