use futures::FutureExt;
use futures::future::BoxFuture;
use kernel::db::{FromRow, Q, Tx, Val};
use kernel::{Context, Day, Instant, Result, TaskId};
use serde_json::{Value, json};

use crate::{LocalTime, due_at};

/// The job that works out anew from when on tasks are overdue.
pub const JOB: &str = "tasks.rezone";
/// So many tasks are looked at in one transaction.
const BATCH: usize = 1_000;

/// Queues the job when the organisation's settings change, its time zone among them.
pub fn hook(cx: Context, tx: Tx) -> BoxFuture<'static, Result<()>> {
    async move { cx.enqueue(&tx, JOB, Value::Null, cx.now, Some("tasks.rezone.now".to_owned())).await }
        .boxed()
}

#[derive(FromRow)]
struct Row {
    id: TaskId,
    local_day: i64,
    local_minute: Option<i64>,
    due_at: Option<Instant>,
}

/// Works out anew from when on each open task is overdue. Those for which that is the same moment are left alone, so it
/// can be done at any time; what is done or deleted is looked at when it is taken back.
///
/// # Errors
/// As [`Q::all`]; what was worked out stays.
pub async fn run(cx: &Context) -> Result<()> {
    // The settings may have been changed on another server.
    cx.foyer.reload_organisation().await?;
    let mut behind = TaskId(0);
    loop {
        let rows: Vec<Row> = Q::new("select id, local_day, local_minute, due_at from task")
            .push("where id > ? and done_at is null and deleted_at is null and local_day is not null")
            .push("order by id limit ?")
            .bind(behind)
            .bind(BATCH)
            .all(cx.db())
            .await?;
        let Some(last) = rows.last() else { return Ok(()) };
        behind = last.id;
        let zone = cx.organisation().zone.clone();
        let moved = |row: &Row| {
            let day = Day(i32::try_from(row.local_day).ok()?);
            let due = due_at(day, row.local_minute.and_then(LocalTime::from_minutes), &zone);
            (row.due_at != Some(due)).then(|| json!([row.id, row.local_day, row.local_minute, due]))
        };
        let moved: Vec<Value> = rows.iter().filter_map(moved).collect();
        if !moved.is_empty() {
            let moved = &moved;
            cx.tx(|tx| async move { write(&tx, moved).await }).await?;
        }
    }
}

/// A task whose day was changed in the meantime was worked out by who changed it. It is no change that people made, so
/// its version stays, and nobody is told.
async fn write(tx: &Tx, moved: &[Value]) -> Result<()> {
    let from = |q: Q| {
        q.dialect("from json_each(?) r", "from jsonb_array_elements(?) r(value)").bind(Val::json(&moved))
    };
    from(Q::new("update task set due_at = cast(r.value->>3 as bigint)"))
        .push("where task.id = cast(r.value->>0 as bigint) and task.local_day = cast(r.value->>1 as bigint)")
        .push("and coalesce(task.local_minute, -1) = coalesce(cast(r.value->>2 as bigint), -1)")
        .run(tx)
        .await?;
    from(Q::new(
        "update task_assignee set due_at = (select t.due_at from task t where t.id = task_assignee.task_id)",
    ))
    .push("where task_assignee.task_id = cast(r.value->>0 as bigint)")
    .run(tx)
    .await
    .map(drop)
}
