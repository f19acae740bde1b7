//! How what hangs on a record is taken back from its history.

use futures::FutureExt;
use kernel::{
    Context, Error, Event, FileId, NoteId, Parts, PictureId, RecordRef, ReminderId, Result, TagId, invalid,
};

use super::undo::Undoer;
use super::{files, notes, pictures, reminders, tags};
use crate::{NoteDraft, ReminderDraft};

macro_rules! undoers {
    ($parts:expr, $($event:literal => $undo:expr),+ $(,)?) => {
        $parts$(.with(Undoer {
            event: $event,
            undo: |cx, record, event, _| async move { $undo(&cx, record, &event).await }.boxed(),
        }))+
    };
}

/// What this crate's events ask for.
pub(crate) fn parts() -> Parts {
    undoers! {
        Parts::default(),
        "tag.added" => tag_off,
        "tag.removed" => tag_on,
        "note.created" => note_away,
        "note.restored" => note_away,
        "note.deleted" => note_back,
        "note.updated" => note_as_it_was,
        "file.created" => file_away,
        "file.restored" => file_away,
        "file.deleted" => file_back,
        "picture.changed" => picture_back,
        "picture.removed" => picture_back,
        "reminder.created" => reminder_away,
        "reminder.deleted" => reminder_back,
        "reminder.done" => reminder_open,
        "reminder.reopened" => reminder_done,
    }
}

/// The number that an event names.
fn id(event: &Event, name: &str) -> Result<i64> {
    event.payload[name].as_i64().ok_or(Error::NotFound)
}

async fn tag_off(cx: &Context, record: RecordRef, event: &Event) -> Result<()> {
    tags::remove(cx, record, TagId(id(event, "tag_id")?)).await.map(drop)
}

async fn tag_on(cx: &Context, record: RecordRef, event: &Event) -> Result<()> {
    tags::add(cx, record, event.payload["tag"].as_str().unwrap_or_default()).await.map(drop)
}

async fn note_away(cx: &Context, record: RecordRef, event: &Event) -> Result<()> {
    notes::delete(cx, record, NoteId(id(event, "note_id")?)).await
}

async fn note_back(cx: &Context, record: RecordRef, event: &Event) -> Result<()> {
    notes::restore(cx, record, NoteId(id(event, "note_id")?)).await
}

async fn note_as_it_was(cx: &Context, record: RecordRef, event: &Event) -> Result<()> {
    let before = serde_json::from_value::<NoteDraft>(event.payload["before"].clone());
    let before = before.map_err(|_| invalid("event", "undo-unfit"))?;
    let version = id(event, "note_version")?;
    notes::update(cx, record, NoteId(id(event, "note_id")?), version, &before).await.map(drop)
}

async fn file_away(cx: &Context, record: RecordRef, event: &Event) -> Result<()> {
    files::delete(cx, record, FileId(id(event, "file_id")?)).await
}

async fn file_back(cx: &Context, record: RecordRef, event: &Event) -> Result<()> {
    files::restore(cx, record, FileId(id(event, "file_id")?)).await
}

/// The picture of a part of a customer stands on the customer's timeline: the event says whose it is.
async fn picture_back(cx: &Context, _: RecordRef, event: &Event) -> Result<()> {
    let picture = |name: &str| event.payload[name].as_i64().map(PictureId);
    pictures::put_back(cx, event.record, picture("picture_id"), picture("former_id")).await
}

async fn reminder_away(cx: &Context, record: RecordRef, event: &Event) -> Result<()> {
    reminders::delete(cx, record, ReminderId(id(event, "reminder_id")?)).await.map(drop)
}

async fn reminder_back(cx: &Context, record: RecordRef, event: &Event) -> Result<()> {
    let before = serde_json::from_value::<ReminderDraft>(event.payload["before"].clone());
    reminders::add(cx, record, &before.map_err(|_| invalid("event", "undo-unfit"))?).await.map(drop)
}

async fn reminder_open(cx: &Context, record: RecordRef, event: &Event) -> Result<()> {
    reminders::set_done(cx, record, ReminderId(id(event, "reminder_id")?), false).await.map(drop)
}

async fn reminder_done(cx: &Context, record: RecordRef, event: &Event) -> Result<()> {
    reminders::set_done(cx, record, ReminderId(id(event, "reminder_id")?), true).await.map(drop)
}
