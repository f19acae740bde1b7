//! Where notes, files, reminders and tags are kept. Every change opens the record first: that asks for permission and
//! finds the timeline.

pub(crate) use undoers::parts as undoer_parts;

use kernel::{NewEvent, OpenRecord};
use serde_json::Value;

/// The bin, for all kinds of records.
pub mod bin;
/// Files: checked on arrival, given out to be saved, with small pictures.
pub mod files;
pub mod history;
/// Notes: what people write about a record.
pub mod notes;
/// Pictures of records: a company's logo, a person's photo.
pub mod pictures;
mod preview;
/// What has lain in the bin for long enough goes for good.
pub mod purge;
/// Reminders: told once at their time, in the app and by mail.
pub mod reminders;
/// Tags: words shared by all records.
pub mod tags;
/// What one run did, taken back.
pub mod take_back;
/// Timelines: what happened to a record, as people read it.
pub mod timeline;
/// Changes taken back from the history.
pub mod undo;
mod undoers;

/// What happened to something that hangs on a record, for those who see the record.
fn event(on: &OpenRecord, kind: &'static str, payload: Value) -> NewEvent {
    NewEvent {
        kind,
        record: on.record,
        timeline_id: Some(on.timeline_id),
        version: on.version,
        payload,
        audience: on.audience.clone(),
    }
}

/// The beginning of a text, for the payload of an event.
fn excerpt(text: &str) -> String {
    let mut short: String = text.chars().take(400).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
