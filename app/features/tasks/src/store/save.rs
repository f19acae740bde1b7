use kernel::db::{Q, Tx};
use kernel::{
    Context, Error, OpenRecord, RecordRef, Result, StaffId, TaskId, Text, Version, forbidden, invalid,
};
use serde_json::{Value, json};
use staff::{Notice, Telling};

use super::happened::{Subject, changes, when};
use super::reach::{Reached, find, reach};
use super::row;
use super::write::{self, Place};
use crate::{Task, TaskDraft};

/// Makes a task, on a record or on nobody's. Who makes it is to do it, unless others are named.
///
/// # Errors
/// `NotFound` and `Forbidden` as the record says; `Invalid` as [`TaskDraft::checked`], and for `assignees` if somebody
/// does not work here any more or may not see the record.
pub async fn add(cx: &Context, record: Option<RecordRef>, draft: &TaskDraft) -> Result<Task> {
    let on = &open_to_edit(cx, record).await?;
    let mut draft = draft.checked()?;
    if draft.assignees.is_empty() {
        draft.assignees.extend(cx.staff_id());
    }
    if draft.assignees.is_empty() {
        return Err(invalid("assignees", "task-nobody"));
    }
    require_sight(cx, record, &draft.assignees).await?;
    let draft = &draft;
    let id = cx.tx(|tx| async move {
        let id = write::insert(cx, &tx, on.as_ref(), draft, Place { series: None, number: 1 }, cx.staff_id())
            .await?;
        let subject = Subject {
            id,
            title: &draft.title,
            on: on.as_ref(),
            created_by: cx.staff_id(),
            involved: draft.assignees.clone(),
        };
        cx.record(&tx, subject.event(cx, "task.created", json!({ "when": when(draft) }))).await?;
        tell(cx, &tx, &draft.assignees, &draft.title, on.as_ref()).await?;
        Ok(id)
    });
    find(cx, record, id.await?).await
}

async fn open_to_edit(cx: &Context, record: Option<RecordRef>) -> Result<Option<OpenRecord>> {
    let Some(record) = record else {
        return cx.actor.require_house().map(|()| None);
    };
    let on = cx.open(record).await?;
    on.require_edit()?;
    Ok(Some(on))
}

/// A task is for people who work here and can open what it is about; it must not tell others of it either.
async fn require_sight(cx: &Context, record: Option<RecordRef>, staff: &[StaffId]) -> Result<()> {
    for id in staff.iter().filter(|id| cx.staff_id() != Some(**id)) {
        let colleague = match staff::acting(cx, *id).await {
            Ok(Some(colleague)) => colleague,
            Ok(None) | Err(Error::NotFound) => return Err(invalid("assignees", "task-nobody")),
            Err(error) => return Err(error),
        };
        let Some(record) = record else { continue };
        match colleague.open(record).await {
            Err(Error::NotFound | Error::Forbidden(_)) => {
                let name = colleague.actor.staff()?.name.as_str();
                return Err(invalid("assignees", Text::new("task-unseen").with("name", name)));
            }
            seen => seen.map(drop)?,
        }
    }
    Ok(())
}

/// Changes a task.
///
/// # Errors
/// `Conflict` with the task as it is now if somebody was quicker; `Forbidden` unless the actor made it, is to do it, or
/// may change its record; otherwise as [`add`].
pub async fn update(
    cx: &Context,
    through: Option<RecordRef>,
    id: TaskId,
    version: Version,
    draft: &TaskDraft,
) -> Result<Task> {
    let before = &alive(reach(cx, through, id).await?, false)?;
    before.require_change(cx)?;
    let mut draft = draft.checked()?;
    let old = &before.row.draft(&before.assignees);
    if draft.assignees.is_empty() {
        draft.assignees.clone_from(&old.assignees);
    }
    draft.assignees.sort_unstable();
    let new: Vec<StaffId> =
        draft.assignees.iter().copied().filter(|id| !old.assignees.contains(id)).collect();
    require_sight(cx, before.on.as_ref().map(|on| on.record), &new).await?;
    let draft = &draft;
    let is_stale = cx.tx(|tx| async move {
        if row::find(&tx, id).await?.version != version {
            return Ok(true);
        }
        if draft != old {
            overwrite(cx, &tx, before, version, draft).await?;
        }
        Ok(false)
    });
    if is_stale.await? {
        return Err(Error::conflict(Text::new("task-conflict"), &find(cx, through, id).await?));
    }
    find(cx, through, id).await
}

async fn overwrite(
    cx: &Context,
    tx: &Tx,
    before: &Reached,
    version: Version,
    draft: &TaskDraft,
) -> Result<()> {
    let id = before.row.id;
    let touched =
        Q::new("update task set (kind, title, note, local_day, local_minute, due_at, minutes, repeats)")
            .push("= (?, ?, ?, ?, ?, ?, ?, ?), updated_at = ?, version = version + 1")
            .push("where id = ? and version = ? and deleted_at is null")
            .bind_all(write::columns(cx, draft))
            .bind(cx.now)
            .bind(id)
            .bind(version)
            .run(tx)
            .await?;
    // On PostgreSQL another transaction may have ended between our reading and our writing.
    if touched == 0 {
        return Err(Error::Busy);
    }
    write::assign(tx, id, &draft.assignees).await?;
    let after = row::assignees(tx, [id]).await?.remove(&id).unwrap_or_default();
    let changes = changes(&before.row.draft(&before.assignees), draft, &before.assignees, &after);
    let subject = subject(before, &draft.title, &draft.assignees);
    cx.record(tx, subject.event(cx, "task.updated", json!({ "changes": changes }))).await?;
    let had = |id: &StaffId| before.assignees.iter().any(|one| one.id == *id);
    let new: Vec<StaffId> = draft.assignees.iter().copied().filter(|id| !had(id)).collect();
    tell(cx, tx, &new, &draft.title, before.on.as_ref()).await
}

/// Tells those to whom somebody else has just given a task.
async fn tell(cx: &Context, tx: &Tx, to: &[StaffId], title: &str, on: Option<&OpenRecord>) -> Result<()> {
    let Ok(actor) = cx.actor.staff() else { return Ok(()) };
    for to in to.iter().copied() {
        let text = Text::new("task-given").with("who", &actor.name).with("title", title);
        let about = on.map(|on| (on.record, on.audience.clone()));
        staff::notify(cx, tx, Telling { notice: Notice::Task, to, text, about, mail: None }).await?;
    }
    Ok(())
}

/// The task as an event tells of it; who was to do it learns of the change, too.
pub(super) fn subject<'a>(of: &'a Reached, title: &'a str, after: &[StaffId]) -> Subject<'a> {
    let involved = of.assignees.iter().map(|one| one.id).chain(after.iter().copied()).collect();
    Subject { id: of.row.id, title, on: of.on.as_ref(), created_by: of.row.created_by, involved }
}

/// Deletes a task. It can be taken back with [`restore`]. One that comes again comes no more.
///
/// # Errors
/// `NotFound`; `Forbidden` as [`update`].
pub async fn delete(cx: &Context, through: Option<RecordRef>, id: TaskId) -> Result<()> {
    set_deleted(cx, through, id, true).await
}

/// Takes a deleted task back.
///
/// # Errors
/// As [`delete`]; `Forbidden` if another one of its series is open.
pub async fn restore(cx: &Context, through: Option<RecordRef>, id: TaskId) -> Result<Task> {
    set_deleted(cx, through, id, false).await.map_err(under_way)?;
    find(cx, through, id).await
}

/// Two of a series cannot be open at the same time.
pub(super) fn under_way(error: Error) -> Error {
    match error {
        Error::Duplicate(column) if column.starts_with("task.") => forbidden("task-next-under-way"),
        other => other,
    }
}

async fn set_deleted(cx: &Context, through: Option<RecordRef>, id: TaskId, gone: bool) -> Result<()> {
    let reached = &alive(reach(cx, through, id).await?, !gone)?;
    reached.require_change(cx)?;
    // A day may have become another moment meanwhile.
    let due_at = reached.row.draft(&[]).due_at(&cx.organisation().zone);
    cx.tx(|tx| async move {
        let touched =
            Q::new("update task set deleted_at = ?, due_at = ?, updated_at = ?, version = version + 1")
                .push("where id = ? and")
                .push(if gone { "deleted_at is null" } else { "deleted_at is not null" })
                .bind(gone.then_some(cx.now))
                .bind(due_at)
                .bind(cx.now)
                .bind(id)
                .run(&tx)
                .await?;
        if touched == 0 {
            return Err(Error::NotFound);
        }
        write::settle(&tx, id).await?;
        let kind = if gone { "task.deleted" } else { "task.restored" };
        cx.record(&tx, subject(reached, &reached.row.title, &[]).event(cx, kind, Value::Null)).await
    })
    .await
}

/// What is there, or, if it is the `deleted` one that is wanted, what is not.
pub(super) fn alive(reached: Reached, deleted: bool) -> Result<Reached> {
    if reached.row.deleted_at.is_some() == deleted { Ok(reached) } else { Err(Error::NotFound) }
}
