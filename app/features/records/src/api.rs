//! What the browser may ask about notes, files, reminders, tags and timelines.
// The macro makes structs of the arguments; the functions say what they are.
#![allow(missing_docs)]

#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{
    Cursor, FileId, NoteId, Page, PictureId, RecordKind, RecordRef, ReminderId, Result, TagId, Version,
};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

#[cfg(not(target_arch = "wasm32"))]
use crate::store::{bin, files, history, notes, pictures, reminders, tags, timeline, undo};
use crate::{
    BinEntry, FileRow, History, HistoryQuery, Note, NoteDraft, PictureRef, Reminder, ReminderDraft, Tag,
    TimelineEntry, TimelineFilter, Undoing,
};

/// What happened to a record, newest first.
#[server(endpoint = "list_timeline", input = Json)]
pub async fn list_timeline(
    record: RecordRef,
    filter: TimelineFilter,
    before: Option<Cursor>,
    limit: Option<usize>,
) -> Result<Page<TimelineEntry>> {
    timeline::list(&Context::current()?, record, filter, before.as_ref(), limit).await
}

/// The changes of a record's fields as a table reads them, newest first.
#[server(endpoint = "list_history", input = Json)]
pub async fn list_history(record: RecordRef, query: HistoryQuery) -> Result<History> {
    history::list(&Context::current()?, record, &query).await
}

/// What would happen if an event of a record's history were taken back now.
#[server(endpoint = "preview_undo", input = Json)]
pub async fn preview_undo(record: RecordRef, event: i64) -> Result<Undoing> {
    undo::preview(&Context::current()?, record, event).await
}

/// Takes an event of a record's history back. Fields that were changed later stay, but for those that are named in `over`.
#[server(endpoint = "undo_event", input = Json)]
pub async fn undo_event(record: RecordRef, event: i64, over: Vec<String>) -> Result<()> {
    undo::run(&Context::current()?, record, event, &over).await
}

/// What lies in the bin of a kind of record, what went there last first; with `words` only what is called so.
#[server(endpoint = "list_bin", input = Json)]
pub async fn list_bin(kind: RecordKind, words: String, before: Option<Cursor>) -> Result<Page<BinEntry>> {
    bin::list(&Context::current()?, kind, &words, before.as_ref()).await
}

/// Takes records (at most 200) out of the bin; answers in the order of the ids.
#[server(endpoint = "restore_records", input = Json)]
pub async fn restore_records(kind: RecordKind, ids: Vec<i64>) -> Result<Vec<Result<()>>> {
    bin::restore(&Context::current()?, kind, &ids).await
}

/// Writes a note.
#[server(endpoint = "add_note", input = Json)]
pub async fn add_note(record: RecordRef, draft: NoteDraft) -> Result<Note> {
    notes::add(&Context::current()?, record, &draft).await
}

/// Changes a note.
#[server(endpoint = "update_note", input = Json)]
pub async fn update_note(record: RecordRef, id: NoteId, version: Version, draft: NoteDraft) -> Result<Note> {
    notes::update(&Context::current()?, record, id, version, &draft).await
}

/// Deletes a note.
#[server(endpoint = "delete_note", input = Json)]
pub async fn delete_note(record: RecordRef, id: NoteId) -> Result<()> {
    notes::delete(&Context::current()?, record, id).await
}

/// Takes a deleted note back.
#[server(endpoint = "restore_note", input = Json)]
pub async fn restore_note(record: RecordRef, id: NoteId) -> Result<()> {
    notes::restore(&Context::current()?, record, id).await
}

/// The files of a record, newest first.
#[server(endpoint = "list_files", input = Json)]
pub async fn list_files(record: RecordRef) -> Result<Vec<FileRow>> {
    files::list(&Context::current()?, record).await
}

/// Deletes a file.
#[server(endpoint = "delete_file", input = Json)]
pub async fn delete_file(record: RecordRef, id: FileId) -> Result<()> {
    files::delete(&Context::current()?, record, id).await
}

/// Takes a deleted file back.
#[server(endpoint = "restore_file", input = Json)]
pub async fn restore_file(record: RecordRef, id: FileId) -> Result<()> {
    files::restore(&Context::current()?, record, id).await
}

/// The picture of a record, if it has one.
#[server(endpoint = "get_picture", input = Json)]
pub async fn get_picture(record: RecordRef) -> Result<Option<PictureRef>> {
    pictures::find(&Context::current()?, record).await
}

/// Takes a record's picture away and answers which one it was, so that it can be taken back.
#[server(endpoint = "remove_picture", input = Json)]
pub async fn remove_picture(record: RecordRef) -> Result<Option<PictureRef>> {
    pictures::remove(&Context::current()?, record).await
}

/// Gives a record a picture back that it had.
#[server(endpoint = "restore_picture", input = Json)]
pub async fn restore_picture(record: RecordRef, id: PictureId) -> Result<()> {
    pictures::restore(&Context::current()?, record, id).await
}

/// The reminders of a record: open ones by their time, then those that are done.
#[server(endpoint = "list_reminders", input = Json)]
pub async fn list_reminders(record: RecordRef) -> Result<Vec<Reminder>> {
    reminders::list(&Context::current()?, record).await
}

/// The open reminders of who asks, by their time.
#[server(endpoint = "list_my_reminders", input = Json)]
pub async fn list_my_reminders() -> Result<Vec<Reminder>> {
    reminders::mine(&Context::current()?).await
}

/// Adds a reminder for oneself or a colleague.
#[server(endpoint = "add_reminder", input = Json)]
pub async fn add_reminder(record: RecordRef, draft: ReminderDraft) -> Result<Reminder> {
    reminders::add(&Context::current()?, record, &draft).await
}

/// Ticks a reminder off, or takes that back.
#[server(endpoint = "complete_reminder", input = Json)]
pub async fn complete_reminder(record: RecordRef, id: ReminderId, done: bool) -> Result<Reminder> {
    reminders::set_done(&Context::current()?, record, id, done).await
}

/// Deletes a reminder and gives it back, so that it can be added again.
#[server(endpoint = "delete_reminder", input = Json)]
pub async fn delete_reminder(record: RecordRef, id: ReminderId) -> Result<Reminder> {
    reminders::delete(&Context::current()?, record, id).await
}

/// All tags, by name.
#[server(endpoint = "list_tags", input = Json)]
pub async fn list_tags() -> Result<Vec<Tag>> {
    tags::list(&Context::current()?).await
}

/// Puts the tag of this name on a record and answers all its tags.
#[server(endpoint = "add_record_tag", input = Json)]
pub async fn add_record_tag(record: RecordRef, name: String) -> Result<Vec<Tag>> {
    tags::add(&Context::current()?, record, &name).await
}

/// Takes a tag off a record and answers the tags that are left.
#[server(endpoint = "remove_record_tag", input = Json)]
pub async fn remove_record_tag(record: RecordRef, id: TagId) -> Result<Vec<Tag>> {
    tags::remove(&Context::current()?, record, id).await
}
