//! Changes are taken back from the history, for thirty days: by today's rules, with the rights of who takes them back, and
//! never over what somebody changed later, unless that is wished.

use std::collections::{HashMap, HashSet};

use fields::{Ahead, AnyKind, FieldChange, Seen, Values, Work};
use futures::future::BoxFuture;
use kernel::db::{On, Q, Tx};
use kernel::{Cause, Context, Error, Event, Instant, OpenRecord, RecordRef, Result, feed, invalid};

use super::timeline::{arg, label, sentence};
use crate::undo::{UNDO_FOR, UndoField, UndoState, Undoing};

/// How something is taken back that hangs on a record. A feature leaves one for each kind of its events in
/// `Feature::parts`.
pub struct Undoer {
    /// The kind of event: `tag.added`.
    pub event: &'static str,
    /// Takes it back on this record, by the same operation that a person would use. Where the event names another one of
    /// the record by `changed`, that one's fields are shown, and those that go back whatever became of them are given.
    pub undo: fn(Context, RecordRef, Event, Vec<String>) -> BoxFuture<'static, Result<()>>,
}

/// How an event is taken back.
pub(super) enum Way<'a> {
    /// Fields get the values that they had.
    Fields(&'static dyn AnyKind, Vec<FieldChange>),
    /// The record that was made goes to the bin.
    Delete(&'static dyn AnyKind),
    /// It comes out of the bin.
    Restore(&'static dyn AnyKind),
    /// It hangs on the record.
    Hanging(&'a Undoer),
}

/// What would happen if an event of a record's history were taken back now.
///
/// # Errors
/// `NotFound` for a record or an event that is not there or not seen; `Forbidden` if the record may only be looked at;
/// `Invalid` if it is too long ago, was taken back already, or cannot be taken back.
pub async fn preview(cx: &Context, record: RecordRef, event: i64) -> Result<Undoing> {
    let (on, event) = find(cx, record, event).await?;
    let texts = cx.foyer.texts(cx.language);
    let changed = match event.payload["changed"].as_i64() {
        Some(id) => feed::timeline_event(cx.db(), on.timeline_id, id).await?,
        None => None,
    };
    let besides = changed.is_some();
    let changed = changed.as_ref().unwrap_or(&event);
    let fields = match way(cx, changed)? {
        Way::Fields(kind, changes) => {
            let mut records = kind.read(cx, On::Db(cx.db()), &[event.record.id]).await?;
            let values = records.remove(&event.record.id).ok_or(Error::NotFound)?.values;
            fields_of(cx, &on, changed, &changes, &values).await?
        }
        Way::Delete(_) | Way::Restore(_) | Way::Hanging(_) => Vec::new(),
    };
    Ok(Undoing { sentence: sentence(&event.kind, &event.payload, &texts), fields, besides })
}

/// Takes an event back. Fields that were changed later stay, but for those that are named in `over`.
///
/// # Errors
/// As [`preview`]; `Invalid` if nothing is left that could go back; what the rules of the record say today.
pub async fn run(cx: &Context, record: RecordRef, event: i64, over: &[String]) -> Result<()> {
    let (_, event) = find(cx, record, event).await?;
    let cx = &cx.because(Cause { undoes: Some(event.id), ..cx.cause });
    let id = event.record.id;
    match way(cx, &event)? {
        Way::Hanging(undoer) => (undoer.undo)(cx.clone(), record, event, over.to_vec()).await,
        Way::Delete(kind) => work(cx, kind, Work::Delete { id, seen: Seen::Whatever }).await,
        Way::Restore(kind) => work(cx, kind, Work::Restore { id }).await,
        Way::Fields(kind, changes) => {
            let (changes, kept) = (&changes, &hidden(&event));
            cx.tx(|tx| async move {
                match put_back(cx, &tx, kind, id, changes, kept, over).await? {
                    true => Ok(()),
                    false => Err(invalid("event", "undo-nothing-left")),
                }
            })
            .await
        }
    }
}

/// The fields of a change that go back, with what they go back to: those that are still as it left them, and those that
/// are named.
pub(super) fn going_back<'a>(
    kind: &dyn AnyKind,
    changes: impl Iterator<Item = &'a FieldChange>,
    values: &Values,
    over: &[String],
) -> Values {
    let goes = |change: &&FieldChange| {
        is(kind, change, change.after(), values) || over.iter().any(|key| key == change.field.as_str())
    };
    let back = changes.filter(goes);
    back.filter_map(|change| Some((change.field.clone(), read(kind, change, change.before())?))).collect()
}

/// Puts the fields of a change back in the transaction of something larger, as far as nobody changed them later; those in
/// `over` in any case.
///
/// # Errors
/// `NotFound`; what the rules of the record say.
pub async fn put_fields_back(cx: &Context, tx: &Tx, event: &Event, over: &[String]) -> Result<()> {
    match way(cx, event)? {
        Way::Fields(kind, changes) => {
            put_back(cx, tx, kind, event.record.id, &changes, &hidden(event), over).await.map(drop)
        }
        Way::Delete(_) | Way::Restore(_) | Way::Hanging(_) => Ok(()),
    }
}

/// Says whether there was anything left to put back.
async fn put_back(
    cx: &Context,
    tx: &Tx,
    kind: &'static dyn AnyKind,
    id: i64,
    changes: &[FieldChange],
    kept: &[FieldChange],
    over: &[String],
) -> Result<bool> {
    let mut records = kind.read(cx, On::Tx(tx), &[id]).await?;
    let values = records.remove(&id).ok_or(Error::NotFound)?.values;
    let values = going_back(kind, changes.iter().chain(kept), &values, over);
    if !changes.iter().any(|change| values.names(change.field.as_str())) {
        return Ok(false);
    }
    let works = vec![Work::Change { id, seen: Seen::Whatever, values }];
    let done = fields::run(cx, tx, kind, works, &mut Ahead::default()).await?.pop();
    done.unwrap_or(Err(Error::NotFound)).map(|_| true)
}

async fn work(cx: &Context, kind: &'static dyn AnyKind, work: Work) -> Result<()> {
    let work = &work;
    let done = cx
        .tx(|tx| async move { fields::run(cx, &tx, kind, vec![work.clone()], &mut Ahead::default()).await });
    done.await?.pop().unwrap_or(Err(Error::NotFound)).map(drop)
}

/// Which of these events may be taken back by the actor on this record, and which were taken back already.
pub(super) async fn state_of(
    cx: &Context,
    on: &OpenRecord,
    events: &[Event],
) -> Result<(HashSet<i64>, HashSet<i64>)> {
    if events.is_empty() {
        return Ok(Default::default());
    }
    let undone = undone(cx.db(), events.iter().map(|event| event.id)).await?;
    let may = |event: &&Event| {
        // What happened to a record before it was merged is taken back after that is taken apart.
        let is_own = event.timeline_id == Some(on.timeline_id);
        on.locked.is_none()
            && is_own
            && is_fresh(cx, event)
            && !undone.contains(&event.id)
            && way(cx, event).is_ok()
    };
    Ok((events.iter().filter(may).map(|event| event.id).collect(), undone))
}

/// Those of these events that were taken back already.
pub(super) async fn undone(on: impl Into<On<'_>>, ids: impl Iterator<Item = i64>) -> Result<HashSet<i64>> {
    let q = Q::new("select undoes from event where").any_of("undoes", ids);
    let rows: Vec<(i64,)> = q.all(on).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub(super) fn is_fresh(cx: &Context, event: &Event) -> bool {
    event.at.plus(UNDO_FOR) >= cx.now
}

/// The event on the record's timeline, if it may be taken back at all.
async fn find(cx: &Context, record: RecordRef, event: i64) -> Result<(OpenRecord, Event)> {
    let on = cx.open(record).await?;
    on.require_edit()?;
    let event = feed::timeline_event(cx.db(), on.timeline_id, event).await?.ok_or(Error::NotFound)?;
    if !is_fresh(cx, &event) {
        return Err(invalid("event", "undo-too-late"));
    }
    if !undone(cx.db(), std::iter::once(event.id)).await?.is_empty() {
        return Err(invalid("event", "undo-undone"));
    }
    Ok((on, event))
}

/// How an event is taken back, if it can be: events of older versions keep names only, which nothing can go back to.
pub(super) fn way<'a>(cx: &'a Context, event: &Event) -> Result<Way<'a>> {
    if let Some(undoer) = cx.foyer.parts::<Undoer>().find(|undoer| undoer.event == event.kind) {
        return Ok(Way::Hanging(undoer));
    }
    let unfit = || invalid("event", "undo-unfit");
    let kind = fields::kind_of(cx, event.record.kind).map_err(|_| unfit())?;
    let told = kind.about().told;
    if event.kind == told.created || event.kind == told.restored {
        return Ok(Way::Delete(kind));
    }
    if event.kind == told.deleted {
        return Ok(Way::Restore(kind));
    }
    let changes: Vec<FieldChange> =
        serde_json::from_value(event.payload["changes"].clone()).map_err(|_| unfit())?;
    let is_whole = |change: &FieldChange| {
        read(kind, change, change.before()).is_some() && read(kind, change, change.after()).is_some()
    };
    if changes.is_empty() || !changes.iter().all(is_whole) {
        Err(unfit())
    } else {
        Ok(Way::Fields(kind, changes))
    }
}

/// What an event keeps only to be taken back: the place on a board, of which the history tells nothing.
pub(super) fn hidden(event: &Event) -> Vec<FieldChange> {
    serde_json::from_value(event.payload["kept"].clone()).unwrap_or_default()
}

/// A value of a change as its field has it; `None` if the field is not there or the value is none of its own.
#[allow(clippy::option_option)] // Whether it can be read, and whether there is one.
fn read(kind: &dyn AnyKind, change: &FieldChange, json: &serde_json::Value) -> Option<Option<fields::Value>> {
    if change.field.custom_id().is_some() {
        // Events keep such values as they are stored; whether they still fit is asked when they are put back.
        return Some((!json.is_null()).then(|| fields::Value::Added(json.clone())));
    }
    let field = kind.fields().iter().find(|field| field.key == change.field.as_str())?;
    field.kind.read(json).ok()
}

/// Whether a field holds this.
pub(super) fn is(
    kind: &dyn AnyKind,
    change: &FieldChange,
    json: &serde_json::Value,
    values: &Values,
) -> bool {
    read(kind, change, json).is_some_and(|value| value.as_ref() == values.get(change.field.as_str()))
}

async fn fields_of(
    cx: &Context,
    on: &OpenRecord,
    event: &Event,
    changes: &[FieldChange],
    values: &Values,
) -> Result<Vec<UndoField>> {
    let kind = fields::kind_of(cx, event.record.kind)?;
    let later = later(cx, on, event).await?;
    let field = |change: &FieldChange| {
        let key = change.field.to_string();
        let (state, now) = match later.get(&key) {
            _ if is(kind, change, change.before(), values) => (UndoState::Already, &change.old),
            _ if is(kind, change, change.after(), values) => (UndoState::Back, &change.new),
            Some((who, at, new)) => (UndoState::Later { who: who.clone(), at: Some(*at) }, new),
            None => (UndoState::Later { who: None, at: None }, &serde_json::Value::Null),
        };
        UndoField {
            label: label(&key, change.name.as_deref()),
            then: arg(&change.old),
            now: arg(now),
            key,
            state,
        }
    };
    Ok(changes.iter().map(field).collect())
}

/// Who changed which field last, and when, since the event; as far as the last 300 events of the history tell.
async fn later(
    cx: &Context,
    on: &OpenRecord,
    event: &Event,
) -> Result<HashMap<String, (Option<String>, Instant, serde_json::Value)>> {
    let names: HashMap<_, _> =
        staff::names(cx).await?.into_iter().map(|staff| (staff.id, staff.name)).collect();
    let mut later = HashMap::new();
    let events = feed::timeline_events(cx.db(), on.timeline_id, None, 300).await?;
    for one in events.into_iter().filter(|one| one.id > event.id && one.record == event.record) {
        let changes: Vec<FieldChange> =
            serde_json::from_value(one.payload["changes"].clone()).unwrap_or_default();
        let who = one.staff_id.and_then(|id| names.get(&id).cloned());
        for change in changes {
            // The newest comes first.
            later.entry(change.field.to_string()).or_insert((who.clone(), one.at, change.new));
        }
    }
    Ok(later)
}
