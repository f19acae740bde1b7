//! What a record's page shows of all this.
use kernel::RecordRef;
use leptos::prelude::*;

use crate::Tag;

/// Stub until the panels are drawn.
#[component]
pub fn Timeline(record: RecordRef) -> impl IntoView { let _ = record; }
/// Stub until the panels are drawn.
#[component]
pub fn FilePanel(record: RecordRef) -> impl IntoView { let _ = record; }
/// Stub until the panels are drawn.
#[component]
pub fn ReminderPanel(record: RecordRef) -> impl IntoView { let _ = record; }
/// Stub until the panels are drawn.
#[component]
pub fn TagEditor(record: RecordRef, #[prop(into)] tags: Signal<Vec<Tag>>) -> impl IntoView { let _ = (record, tags); }
