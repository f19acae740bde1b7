use std::collections::HashMap;

use kernel::db::{FromRow, Json, On, Q};
use kernel::{Day, Instant, RecordKind, RecordRef, Result, StaffId, TaskId, TimelineId, Version};

use crate::{Assignee, LocalTime, Repeat, Task, TaskDraft, TaskKind};

/// The columns of a [`Row`], for a table named `t`.
pub(super) const COLUMNS: &str = "select t.id, t.timeline_id, t.record_kind, t.record_id, t.kind, t.title, t.note, t.local_day, \
     t.local_minute, t.due_at, t.minutes, t.repeats, t.series_id, t.occurrence, t.done_at, t.done_by, t.created_by, \
     t.deleted_at, t.version from task t";

/// A row of the table.
#[derive(Clone, FromRow)]
pub(super) struct Row {
    pub id: TaskId,
    pub timeline_id: Option<TimelineId>,
    record_kind: Option<String>,
    record_id: Option<i64>,
    kind: String,
    pub title: String,
    note: String,
    local_day: Option<i64>,
    local_minute: Option<i64>,
    pub due_at: Option<Instant>,
    minutes: Option<i64>,
    repeats: Option<Json<Repeat>>,
    pub series_id: Option<i64>,
    pub occurrence: i64,
    pub done_at: Option<Instant>,
    done_by: Option<StaffId>,
    pub created_by: Option<StaffId>,
    pub deleted_at: Option<Instant>,
    pub version: Version,
}

impl Row {
    /// The record that the task was put on.
    pub fn record(&self) -> Option<RecordRef> {
        let kind = RecordKind::parse(self.record_kind.as_deref()?)?;
        Some(RecordRef { kind, id: self.record_id? })
    }

    pub fn kind(&self) -> TaskKind {
        TaskKind::parse(&self.kind).unwrap_or_default()
    }

    pub fn day(&self) -> Option<Day> {
        self.local_day.and_then(|days| i32::try_from(days).ok()).map(Day)
    }

    pub fn time(&self) -> Option<LocalTime> {
        self.local_minute.and_then(LocalTime::from_minutes)
    }

    /// What a person would type to make it the same.
    pub fn draft(&self, assignees: &[Assignee]) -> TaskDraft {
        TaskDraft {
            kind: self.kind(),
            title: self.title.clone(),
            note: self.note.clone(),
            day: self.day(),
            time: self.time(),
            minutes: self.minutes.and_then(|minutes| u32::try_from(minutes).ok()),
            assignees: assignees.iter().map(|assignee| assignee.id).collect(),
            repeat: self.repeats.as_ref().map(|rule| rule.0.clone()),
        }
    }

    /// The task as it is given out, seen from `record`.
    pub fn into_task(
        self,
        record: Option<RecordRef>,
        about: Option<String>,
        assignees: Vec<Assignee>,
        may_change: bool,
    ) -> Task {
        let TaskDraft { kind, title, note, day, time, minutes, repeat, .. } = self.draft(&[]);
        Task {
            id: self.id,
            record,
            about,
            kind,
            title,
            note,
            day,
            time,
            due_at: self.due_at,
            minutes,
            assignees,
            repeat,
            done_at: self.done_at,
            done_by: self.done_by,
            created_by: self.created_by,
            may_change,
            version: self.version,
        }
    }
}

#[derive(FromRow)]
struct AssigneeRow {
    task_id: TaskId,
    staff_id: StaffId,
    name: String,
}

/// Who is to do each of these.
pub(super) async fn assignees(
    on: impl Into<On<'_>>,
    tasks: impl IntoIterator<Item = TaskId>,
) -> Result<HashMap<TaskId, Vec<Assignee>>> {
    let rows: Vec<AssigneeRow> = Q::new(
        "select a.task_id, a.staff_id, s.name from task_assignee a join staff s on s.id = a.staff_id where",
    )
    .any_of("a.task_id", tasks.into_iter().map(|id| id.0))
    .push("order by a.task_id, a.staff_id")
    .all(on)
    .await?;
    let mut found: HashMap<TaskId, Vec<Assignee>> = HashMap::new();
    for AssigneeRow { task_id, staff_id: id, name } in rows {
        found.entry(task_id).or_default().push(Assignee { id, name });
    }
    Ok(found)
}

/// One row, also of a deleted task; in a transaction it is locked for the change to come.
pub(super) async fn find(on: impl Into<On<'_>>, id: TaskId) -> Result<Row> {
    let on = on.into();
    let q = Q::new(COLUMNS).push("where t.id = ?").bind(id);
    let q = if matches!(on, On::Tx(_)) { q.dialect("", "for update") } else { q };
    q.one(on).await
}
