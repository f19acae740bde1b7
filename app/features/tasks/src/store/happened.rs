//! What is written down of every change.

use kernel::{Arg, Audience, Context, NewEvent, OpenRecord, RecordKind, RecordRef, StaffId, TaskId, Text};
use serde_json::{Value, json};

use crate::{Assignee, TaskDraft, TaskKind};

/// A task as an event tells of it.
pub(super) struct Subject<'a> {
    pub id: TaskId,
    pub title: &'a str,
    pub on: Option<&'a OpenRecord>,
    pub created_by: Option<StaffId>,
    /// Who is to do it, before and after.
    pub involved: Vec<StaffId>,
}

impl Subject<'_> {
    /// What happened. A task on a record stands on the record's timeline, for all who see that. Of one's own task the
    /// words stay out: administrators learn that there was a change, not what it is about.
    pub fn event(&self, cx: &Context, kind: &'static str, details: Value) -> NewEvent {
        let Some(on) = self.on else { return self.own(cx, kind) };
        let mut payload = json!({ "task_id": self.id, "title": self.title });
        if let (Some(all), Value::Object(details)) = (payload.as_object_mut(), details) {
            all.extend(details);
        }
        NewEvent {
            kind,
            record: on.record,
            timeline_id: Some(on.timeline_id),
            version: on.version,
            payload,
            audience: on.audience.clone(),
        }
    }

    fn own(&self, cx: &Context, kind: &'static str) -> NewEvent {
        let maker = self.created_by.or(cx.staff_id());
        let mut staff: Vec<StaffId> = maker.into_iter().chain(self.involved.iter().copied()).collect();
        staff.sort_unstable();
        staff.dedup();
        let whose = maker.or(staff.first().copied()).map_or(0, |id| id.0);
        let audience = Audience { staff, ..Audience::default() };
        let event = NewEvent { audience, ..NewEvent::new(kind, RecordKind::Staff, whose) };
        event.payload(json!({ "task_id": self.id }))
    }

    /// The record to which it happened.
    pub fn record(&self) -> Option<RecordRef> {
        self.on.map(|on| on.record)
    }
}

/// For when it is, in the words of the timeline.
pub(super) fn when(draft: &TaskDraft) -> Value {
    let text = match (draft.day, draft.time) {
        (Some(day), Some(time)) => Text::new("task-for-time").with("day", day).with("time", time.to_string()),
        (Some(day), None) => Text::new("task-for-day").with("day", day),
        (None, _) => Text::new("task-for-no-day"),
    };
    json!(Arg::from(text))
}

/// What differs, with the old and the new values as people read them and, where these are no values, as programs do.
pub(super) fn changes(
    old: &TaskDraft,
    new: &TaskDraft,
    before: &[Assignee],
    after: &[Assignee],
) -> Vec<Value> {
    let row = |field: &str, old: Value, new: Value| {
        (old != new).then(|| json!({ "field": field, "old": old, "new": new }))
    };
    let kind = |kind: TaskKind| json!(Arg::from(kind.text()));
    let day = |draft: &TaskDraft| json!(draft.day.map(Arg::from));
    let rule = |draft: &TaskDraft| json!(draft.repeat.as_ref().map(|rule| Arg::from(rule.text())));
    let names = |all: &[Assignee]| json!(all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>());
    let with_raw = |change: Value, was: Value, now: Value| {
        let mut change = change;
        change["was"] = was;
        change["now"] = now;
        change
    };
    let rows = [
        row("task_title", json!(old.title), json!(new.title)),
        row("task_kind", kind(old.kind), kind(new.kind))
            .map(|change| with_raw(change, json!(old.kind), json!(new.kind))),
        row("task_day", day(old), day(new)).map(|change| with_raw(change, json!(old.day), json!(new.day))),
        row("task_time", json!(old.time), json!(new.time)),
        row("task_minutes", json!(old.minutes), json!(new.minutes)),
        row("task_assignees", names(before), names(after))
            .map(|change| with_raw(change, json!(old.assignees), json!(new.assignees))),
        row("task_repeat", rule(old), rule(new))
            .map(|change| with_raw(change, json!(old.repeat), json!(new.repeat))),
        row("task_note", json!(old.note), json!(new.note)),
    ];
    rows.into_iter().flatten().collect()
}
