use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use kernel::db::{Q, Tx, Val};
use kernel::{
    Arg, Context, Cursor, Event, OpenRecord, Page, RecordRef, Result, StaffId, Text, Texts, TimelineId, feed,
};
use serde_json::Value;

use super::{files, notes, reminders, undo};
use crate::entry::{Change, Content, TimelineEntry, TimelineFilter};

/// So many entries come at a time, unless told otherwise.
const PAGE: usize = 30;
/// So many can be asked for at a time.
const MOST: usize = 300;
/// So many events are looked through at a time for those that pass the filter.
const BATCH: i64 = 200;

/// Begins a timeline, for a new record.
///
/// # Errors
/// As [`Q::all`].
pub async fn begin(cx: &Context, tx: &Tx) -> Result<TimelineId> {
    Q::new("insert into timeline (created_at) values (?) returning id")
        .bind(cx.now)
        .number(tx)
        .await
        .map(TimelineId)
}

/// Begins as many timelines as there are new records.
///
/// # Errors
/// As [`Q::all`].
pub async fn begin_many(cx: &Context, tx: &Tx, count: usize) -> Result<Vec<TimelineId>> {
    let rows: Vec<(TimelineId,)> = Q::new("insert into timeline (created_at) select cast(r.value as bigint)")
        .dialect("from json_each(?) r", "from jsonb_array_elements_text(?) r(value)")
        .push("returning id")
        .bind(Val::json(&vec![cx.now; count]))
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// What happened to a record, newest first, in pages of `limit` (30, at most 300).
///
/// # Errors
/// `NotFound` if the record may not be seen.
pub async fn list(
    cx: &Context,
    record: RecordRef,
    filter: TimelineFilter,
    before: Option<&Cursor>,
    limit: Option<usize>,
) -> Result<Page<TimelineEntry>> {
    let limit = limit.unwrap_or(PAGE).clamp(1, MOST);
    let on = cx.open(record).await?;
    let mut events = Vec::new();
    let mut place = before.and_then(Cursor::values::<i64>);
    while events.len() <= limit {
        let batch = feed::timeline_events(cx.db(), on.timeline_id, place, BATCH).await?;
        place = batch.last().map(|event| event.id);
        let is_last = (batch.len() as i64) < BATCH;
        events.extend(batch.into_iter().filter(|event| filter.lets_through(&event.kind)));
        if is_last {
            break;
        }
    }
    let page = Page::cut(events, limit, |event: &Event| Cursor::new(&event.id));
    let contents = Contents::of(cx, &on, &page.items).await?;
    let texts = cx.foyer.texts(cx.language);
    Ok(page.map(|event| contents.entry(event, &texts)))
}

/// Everything that a page of events speaks of, fetched with one statement per kind.
struct Contents {
    names: HashMap<StaffId, String>,
    by_event: HashMap<(&'static str, i64), Content>,
    can_undo: HashSet<i64>,
    undone: HashSet<i64>,
}

impl Contents {
    async fn of(cx: &Context, on: &OpenRecord, events: &[Event]) -> Result<Self> {
        let timeline = on.timeline_id;
        let ids = |area: &str, key: &str| -> Vec<i64> {
            let of_area = events.iter().filter(|event| event.kind.starts_with(area));
            of_area.filter_map(|event| event.payload[key].as_i64()).collect()
        };
        let names = staff::names(cx).await?.into_iter().map(|staff| (staff.id, staff.name)).collect();
        let mut by_event = HashMap::new();
        let note_ids = ids("note.created", "note_id");
        if !note_ids.is_empty() {
            let notes = notes::by_ids(cx.db(), timeline, &note_ids).await?;
            by_event.extend(notes.into_iter().map(|note| (("note", note.id.0), Content::Note(note))));
        }
        let file_ids = ids("file.", "file_id");
        if !file_ids.is_empty() {
            let files = files::by_ids(cx.db(), timeline, &file_ids).await?;
            by_event.extend(files.into_iter().map(|file| (("file", file.id.0), Content::File(file))));
        }
        let reminder_ids = ids("reminder.created", "reminder_id");
        if !reminder_ids.is_empty() {
            let reminders = reminders::by_ids(cx.db(), timeline, &reminder_ids).await?;
            by_event
                .extend(reminders.into_iter().map(|one| (("reminder", one.id.0), Content::Reminder(one))));
        }
        let (can_undo, undone) = undo::state_of(cx, on, events).await?;
        Ok(Self { names, by_event, can_undo, undone })
    }

    fn entry(&self, event: Event, texts: &Texts) -> TimelineEntry {
        let content = match event.kind.as_str() {
            "note.created" => event.payload["note_id"].as_i64().map(|id| ("note", id)),
            "file.created" => event.payload["file_id"].as_i64().map(|id| ("file", id)),
            "reminder.created" => event.payload["reminder_id"].as_i64().map(|id| ("reminder", id)),
            _ => None,
        };
        let content = content.and_then(|key| self.by_event.get(&key)).cloned().unwrap_or(Content::None);
        TimelineEntry {
            id: event.id,
            at: event.at,
            record: event.record,
            staff_id: event.staff_id,
            who: event.staff_id.and_then(|id| self.names.get(&id).cloned()),
            sentence: told(&event, texts),
            can_undo: self.can_undo.contains(&event.id),
            is_undone: self.undone.contains(&event.id),
            changes: changes(&event.payload),
            kind: event.kind,
            content,
        }
    }
}

/// What happened, that it took something back, and that an import did it.
pub(super) fn told(event: &Event, texts: &Texts) -> Text {
    let what = sentence(&event.kind, &event.payload, texts);
    match (event.undoes, event.run_id) {
        (Some(_), _) => Text::new("event-undone").with("what", what),
        // Imports count their runs downwards.
        (None, Some(run)) if run < 0 => Text::new("event-by-import").with("what", what).with("import", -run),
        _ => what,
    }
}

/// The text `event-<kind>` with every word, number, moment and amount of the payload in its gaps. A kind without a text
/// of its own reads as "made a change".
pub(super) fn sentence(kind: &str, payload: &Value, texts: &Texts) -> Text {
    let key = format!("event-{}", kind.replace(['.', '_'], "-"));
    if !texts.knows(&key) {
        return Text::new("event-other");
    }
    let fields = payload.as_object().into_iter().flatten();
    let args = fields.filter_map(|(name, value)| Some((Cow::Owned(name.clone()), arg(value)?))).collect();
    Text { key: Cow::Owned(key), args }
}

fn changes(payload: &Value) -> Vec<Change> {
    payload["changes"].as_array().into_iter().flatten().filter_map(shown_change).collect()
}

/// A changed field as people read it.
pub(super) fn shown_change(change: &Value) -> Option<Change> {
    let field = change["field"].as_str()?;
    Some(Change {
        label: label(field, change["name"].as_str()),
        old: arg(&change["old"]),
        new: arg(&change["new"]),
    })
}

/// What a field is called; an added one has the name that it had then.
pub fn label(field: &str, name: Option<&str>) -> Text {
    if let Some(name) = name {
        return Text::new("record-value").with("value", name);
    }
    Text { key: Cow::Owned(format!("field-{field}")), args: Vec::new() }
}

/// A value of a payload: a word, a number, yes or no, or a [`kernel::Arg`] such as `{"money": {..}}`,
/// `{"instant": ..}`, `{"day": ..}`, `{"nested": {"key": ..}}`.
pub fn arg(value: &Value) -> Option<Arg> {
    match value {
        Value::String(text) if text.is_empty() => None,
        Value::String(text) => Some(Arg::Text(text.clone())),
        Value::Number(number) => {
            Some(number.as_i64().map_or_else(|| Arg::Text(number.to_string()), Arg::Number))
        }
        Value::Bool(true) => Some(Text::new("record-yes").into()),
        Value::Bool(false) => Some(Text::new("record-no").into()),
        Value::Array(values) => {
            let words: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
            (!words.is_empty()).then(|| Arg::Text(words.join(", ")))
        }
        Value::Object(_) => serde_json::from_value(value.clone()).ok(),
        Value::Null => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn changes_read_as_field_old_and_new() {
        let payload = json!({ "changes": [
            { "field": "is_public", "old": false, "new": true },
            { "field": "value", "old": null, "new": { "money": { "minor": 5000, "currency": "EUR" } } },
        ]});
        let changes = changes(&payload);
        assert_eq!(changes[0].label.key, "field-is_public");
        assert_eq!(changes[0].new, Some(Text::new("record-yes").into()));
        assert_eq!(changes[1].old, None);
        assert!(matches!(changes[1].new, Some(Arg::Money(_))));
    }
}
