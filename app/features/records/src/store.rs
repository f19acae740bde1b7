//! Where notes, files, reminders and tags are kept. Every change opens the record first: that asks for permission and
//! finds the timeline.

use kernel::{NewEvent, OpenRecord};
use serde_json::Value;

pub mod files;
pub mod notes;
mod preview;
pub mod reminders;
pub mod tags;
pub mod timeline;

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
