use futures::future::BoxFuture;
use kernel::db::{FromRow, On, Q, Tx};
use kernel::{
    Context, Error, Instant, NoteId, OpenRecord, RecordRef, Result, StaffId, Text, TimelineId, Version,
};
use serde_json::{Value, json};

use super::{event, excerpt};
use crate::note::{Note, NoteDraft};

/// What others do when somebody got in touch, in the transaction of the note that tells of it: leads keep the moment of
/// the last contact. A feature leaves it in `Feature::parts`.
pub struct ContactHook(pub fn(Context, Tx, RecordRef, Instant) -> BoxFuture<'static, Result<()>>);

/// Writes a note.
///
/// # Errors
/// `NotFound` and `Forbidden` as the record says; `Invalid` as [`NoteDraft::checked`].
pub async fn add(cx: &Context, record: RecordRef, draft: &NoteDraft) -> Result<Note> {
    let on = &cx.open(record).await?;
    on.require_edit()?;
    let draft = &draft.checked(cx.now)?;
    cx.tx(|tx| async move {
        let id = insert_in(cx, &tx, on.timeline_id, draft).await?;
        let payload = json!({ "note_id": id, "contacted_at": draft.contacted_at });
        cx.record(&tx, event(on, "note.created", payload)).await?;
        tell_of_contact(cx, &tx, on.record, draft.contacted_at).await?;
        by_id(&tx, on.timeline_id, id).await
    })
    .await
}

/// Writes a note into a timeline without asking and without an event: for imports and the demo company.
///
/// # Errors
/// As [`Q::all`].
pub async fn insert_in(cx: &Context, tx: &Tx, timeline: TimelineId, draft: &NoteDraft) -> Result<NoteId> {
    Q::new("insert into note (timeline_id, body, contacted_at, staff_id, created_at, updated_at)")
        .push("values (?, ?, ?, ?, ?, ?) returning id")
        .bind(timeline)
        .bind(draft.body.as_str())
        .bind(draft.contacted_at)
        .bind(cx.staff_id())
        .bind(cx.now)
        .bind(cx.now)
        .number(tx)
        .await
        .map(NoteId)
}

/// Changes a note.
///
/// # Errors
/// `Conflict` with the note as it is now if somebody was quicker; `Forbidden` unless the actor wrote it or is an
/// administrator; otherwise as [`add`].
pub async fn update(
    cx: &Context,
    record: RecordRef,
    id: NoteId,
    version: Version,
    draft: &NoteDraft,
) -> Result<Note> {
    let on = &cx.open(record).await?;
    on.require_edit()?;
    let draft = &draft.checked(cx.now)?;
    cx.tx(|tx| async move {
        let old = by_id(&tx, on.timeline_id, id).await?;
        require_author(cx, old.staff_id)?;
        if old.version != version {
            return Err(Error::conflict(Text::new("note-conflict"), &old));
        }
        if (&old.body, old.contacted_at) == (&draft.body, draft.contacted_at) {
            return Ok(old);
        }
        write(cx, &tx, &old, draft).await?;
        cx.record(&tx, event(on, "note.updated", changes(&old, draft))).await?;
        tell_of_contact(cx, &tx, on.record, draft.contacted_at).await?;
        by_id(&tx, on.timeline_id, id).await
    })
    .await
}

async fn write(cx: &Context, tx: &Tx, old: &Note, draft: &NoteDraft) -> Result<()> {
    let q = Q::new("update note set body = ?, contacted_at = ?, updated_at = ?, version = version + 1");
    let touched = q
        .push("where id = ? and version = ?")
        .bind(draft.body.as_str())
        .bind(draft.contacted_at)
        .bind(cx.now)
        .bind(old.id)
        .bind(old.version)
        .run(tx)
        .await?;
    // On PostgreSQL another transaction may have ended between our reading and our writing.
    if touched == 0 { Err(Error::Busy) } else { Ok(()) }
}

fn changes(old: &Note, new: &NoteDraft) -> Value {
    let mut changes = Vec::new();
    if old.body != new.body {
        changes.push(json!({ "field": "note", "old": excerpt(&old.body), "new": excerpt(&new.body) }));
    }
    if old.contacted_at != new.contacted_at {
        let instant = |at: Option<Instant>| at.map(|at| json!({ "instant": at }));
        let change = json!({ "field": "contacted_at", "old": instant(old.contacted_at), "new": instant(new.contacted_at) });
        changes.push(change);
    }
    // The words are cut; who takes the change back needs all of them, and to know whether it is still the last one.
    let before = NoteDraft { body: old.body.clone(), contacted_at: old.contacted_at };
    json!({
        "note_id": old.id,
        "note_version": old.version + 1,
        "contacted_at": new.contacted_at,
        "changes": changes,
        "before": before,
    })
}

/// Deletes a note. It can be taken back with [`restore`].
///
/// # Errors
/// `NotFound`; `Forbidden` unless the actor wrote it or is an administrator.
pub async fn delete(cx: &Context, record: RecordRef, id: NoteId) -> Result<()> {
    set_deleted(cx, record, id, true).await
}

/// Takes a deleted note back.
///
/// # Errors
/// As [`delete`].
pub async fn restore(cx: &Context, record: RecordRef, id: NoteId) -> Result<()> {
    set_deleted(cx, record, id, false).await
}

async fn set_deleted(cx: &Context, record: RecordRef, id: NoteId, gone: bool) -> Result<()> {
    let on = &cx.open(record).await?;
    on.require_edit()?;
    cx.tx(|tx| async move {
        let q = Q::new("update note set deleted_at = ?, version = version + 1 where id = ? and");
        let (author, body): (Option<StaffId>, String) = q
            .bind(gone.then_some(cx.now))
            .bind(id)
            .on_timeline("timeline_id", on.timeline_id)
            .push(if gone { "and deleted_at is null" } else { "and deleted_at is not null" })
            .push("returning staff_id, body")
            .one(&tx)
            .await?;
        require_author(cx, author)?;
        let kind = if gone { "note.deleted" } else { "note.restored" };
        cx.record(&tx, event(on, kind, json!({ "note_id": id, "excerpt": excerpt(&body) }))).await
    })
    .await
}

fn require_author(cx: &Context, author: Option<StaffId>) -> Result<()> {
    let is_own = author.is_some() && author == cx.staff_id();
    if is_own || cx.actor.is_admin() { Ok(()) } else { Err(kernel::forbidden("note-not-yours")) }
}

/// The notes of a record, newest first, those before `before` if given.
///
/// # Errors
/// `NotFound` if the record may not be seen.
pub async fn list(
    cx: &Context,
    record: RecordRef,
    before: Option<NoteId>,
    limit: usize,
) -> Result<Vec<Note>> {
    let on: OpenRecord = cx.open(record).await?;
    Q::new(COLUMNS)
        .push("where")
        .on_timeline("timeline_id", on.timeline_id)
        .push("and deleted_at is null and id < ? order by id desc limit ?")
        .bind(before.map_or(i64::MAX, |id| id.0))
        .bind(limit)
        .all::<Row>(cx.db())
        .await
        .map(|rows| rows.into_iter().map(Row::into_note).collect())
}

/// Notes by their numbers, deleted ones left out.
pub(super) async fn by_ids(on: impl Into<On<'_>>, timeline: TimelineId, ids: &[i64]) -> Result<Vec<Note>> {
    let q = Q::new(COLUMNS).push("where").any_of("id", ids.iter().copied());
    let q = q.push("and").on_timeline("timeline_id", timeline).push("and deleted_at is null");
    let rows: Vec<Row> = q.all(on).await?;
    Ok(rows.into_iter().map(Row::into_note).collect())
}

async fn by_id(tx: &Tx, timeline: TimelineId, id: NoteId) -> Result<Note> {
    let q = Q::new(COLUMNS).push("where id = ? and deleted_at is null and").bind(id);
    q.on_timeline("timeline_id", timeline).one::<Row>(tx).await.map(Row::into_note)
}

/// Tells others that somebody got in touch, if it was at a moment, in the transaction of what tells of it.
///
/// # Errors
/// Theirs.
pub async fn tell_of_contact(cx: &Context, tx: &Tx, record: RecordRef, at: Option<Instant>) -> Result<()> {
    let Some(at) = at else { return Ok(()) };
    for hook in cx.foyer.parts::<ContactHook>() {
        (hook.0)(cx.clone(), tx.clone(), record, at).await?;
    }
    Ok(())
}

const COLUMNS: &str = "select id, body, contacted_at, staff_id, version, created_at, updated_at from note";

#[derive(FromRow)]
struct Row {
    id: NoteId,
    body: String,
    contacted_at: Option<Instant>,
    staff_id: Option<StaffId>,
    version: Version,
    created_at: Instant,
    updated_at: Instant,
}

impl Row {
    fn into_note(self) -> Note {
        let Self { id, body, contacted_at, staff_id, version, created_at, updated_at } = self;
        Note { id, body, contacted_at, staff_id, version, created_at, updated_at }
    }
}
