//! The changes of a record's fields, as a table reads them.

use std::collections::{BTreeMap, HashMap};

use kernel::{Context, Cursor, Event, OpenRecord, Page, RecordRef, Result, StaffId, Text, feed, normal};
use serde_json::Value;

use super::timeline::{label, shown_change, told};
use super::undo;
use crate::{History, HistoryQuery, HistoryRow};

/// So many saves come at a time.
const PAGE: usize = 30;
/// So many events are looked through at a time.
const BATCH: i64 = 200;
/// What can be narrowed to is gathered from so many of the newest events.
const GATHERED: usize = 5_000;

/// The changes of fields on a record's timeline, newest first.
///
/// # Errors
/// `NotFound` if the record may not be seen.
pub async fn list(cx: &Context, record: RecordRef, query: &HistoryQuery) -> Result<History> {
    let on = &cx.open(record).await?;
    let names: HashMap<StaffId, String> =
        staff::names(cx).await?.into_iter().map(|one| (one.id, one.name)).collect();
    let mut found = Found::default();
    let mut place = query.before.as_ref().and_then(Cursor::values::<i64>);
    let is_first = place.is_none();
    // The first page goes on to learn what there is to narrow to; the others stop when they are full.
    while found.events.len() <= PAGE || (is_first && found.seen < GATHERED) {
        let batch = feed::timeline_events(cx.db(), on.timeline_id, place, BATCH).await?;
        place = batch.last().map(|event| event.id);
        let is_last = (batch.len() as i64) < BATCH;
        batch.into_iter().for_each(|event| found.take(event, query));
        if is_last {
            break;
        }
    }
    let (fields, mut people) = (found.fields.into_iter().collect(), Vec::new());
    people.extend(found.people.into_iter().filter_map(|id| Some((id, names.get(&id)?.clone()))));
    people.sort_by_cached_key(|(id, name)| (normal::sort_key(name), *id));
    let page = Page::cut(found.events, PAGE, |event: &Event| Cursor::new(&event.id));
    Ok(History { rows: rows(cx, on, page, query, &names).await?, fields, people })
}

#[derive(Default)]
struct Found {
    events: Vec<Event>,
    seen: usize,
    fields: BTreeMap<String, Text>,
    people: std::collections::BTreeSet<StaffId>,
}

impl Found {
    fn take(&mut self, event: Event, query: &HistoryQuery) {
        self.seen += 1;
        let mut is_wanted = false;
        for (key, change) in changes(&event.payload) {
            self.fields.entry(key.to_owned()).or_insert_with(|| label(key, change["name"].as_str()));
            is_wanted |= query.field.as_deref().is_none_or(|field| field == key);
            self.people.extend(event.staff_id);
        }
        if is_wanted && query.staff.is_none_or(|staff| event.staff_id == Some(staff)) {
            self.events.push(event);
        }
    }
}

/// The changed fields that an event tells of, by key.
fn changes(payload: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let all = payload["changes"].as_array().into_iter().flatten();
    all.filter_map(|change| Some((change["field"].as_str()?, change)))
}

async fn rows(
    cx: &Context,
    on: &OpenRecord,
    page: Page<Event>,
    query: &HistoryQuery,
    names: &HashMap<StaffId, String>,
) -> Result<Page<HistoryRow>> {
    let (can_undo, undone) = undo::state_of(cx, on, &page.items).await?;
    let texts = cx.foyer.texts(cx.language);
    let mut rows = Vec::new();
    for event in &page.items {
        let sentence = told(event, &texts);
        let wanted = |(key, _): &(&str, &Value)| query.field.as_deref().is_none_or(|field| field == *key);
        for (_, change) in changes(&event.payload).filter(wanted) {
            let Some(change) = shown_change(change) else { continue };
            rows.push(HistoryRow {
                event: event.id,
                at: event.at,
                record: event.record,
                who: event.staff_id.and_then(|id| names.get(&id).cloned()),
                sentence: sentence.clone(),
                change,
                can_undo: can_undo.contains(&event.id),
                is_undone: undone.contains(&event.id),
            });
        }
    }
    Ok(Page { items: rows, next_cursor: page.next_cursor })
}
