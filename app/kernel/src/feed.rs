//! The one table of what happened: it is written in the transaction of each change, and read as the timeline,
//! as the audit trail and as the realtime feed.

use serde_json::{Value, json};
use sqlx::types::Json;

mod follow;
mod of_run;

pub use follow::Feed;
pub use of_run::{OfRun, changed_beside, made_in, run_events, touched_beside};

use crate::db::{FromRow, On, Q, Tx, Val};
use crate::{
    Audience, Context, Event, Instant, RecordKind, RecordRef, Result, StaffId, TimelineId, Version, merged,
};

/// Events that are kept for browsers that were away; an older cursor means "load again".
pub const KEPT_FOR_CATCH_UP: i64 = 7 * Instant::DAY;

/// Something that happened and is about to be written down.
#[derive(Clone, Debug)]
pub struct NewEvent {
    /// What: `lead.moved`.
    pub kind: &'static str,
    /// To which record.
    pub record: RecordRef,
    /// On which timeline it stands.
    pub timeline_id: Option<TimelineId>,
    /// The record's version after it.
    pub version: Version,
    /// Small details.
    pub payload: Value,
    /// Who may learn of it.
    pub audience: Audience,
}

impl NewEvent {
    /// An event of a record that stands on no timeline and that only the area's viewers of everything see.
    pub fn new(kind: &'static str, record: RecordKind, id: i64) -> Self {
        let record = RecordRef { kind: record, id };
        Self {
            kind,
            record,
            timeline_id: None,
            version: 0,
            payload: Value::Null,
            audience: Audience::default(),
        }
    }

    /// The same with these details.
    pub fn payload(self, payload: Value) -> Self {
        Self { payload, ..self }
    }
}

impl Context {
    /// Writes down what happened, in the transaction in which it happens.
    ///
    /// # Errors
    /// As [`Q::all`].
    pub async fn record(&self, tx: &Tx, event: NewEvent) -> Result<()> {
        self.record_all(tx, std::slice::from_ref(&event)).await
    }

    /// Writes down many events with one statement.
    ///
    /// # Errors
    /// As [`Q::all`].
    pub async fn record_all(&self, tx: &Tx, events: &[NewEvent]) -> Result<()> {
        let rows: Vec<Value> = events.iter().map(as_row).collect();
        Q::new("insert into event (at, kind, record_kind, record_id, timeline_id, version, staff_id, run_id, undoes,")
            .push("payload, audience) select ?, r.value->>'kind', r.value->>'record_kind', cast(r.value->>'record_id' as bigint),")
            .push("cast(r.value->>'timeline_id' as bigint), cast(r.value->>'version' as bigint), ?, ?, ?,")
            .push("r.value->'payload', r.value->'audience'")
            .dialect("from json_each(?) r", "from jsonb_array_elements(?) r(value)")
            .bind(self.now)
            .bind(self.staff_id())
            .bind(self.cause.run_id)
            .bind(self.cause.undoes)
            .bind(Val::json(&rows))
            .run(tx)
            .await?;
        tx.mark_events().await;
        Ok(())
    }
}

fn as_row(event: &NewEvent) -> Value {
    let payload = details(&event.payload);
    json!({
        "kind": event.kind,
        "record_kind": event.record.kind.code(),
        "record_id": event.record.id,
        "timeline_id": event.timeline_id,
        "version": event.version,
        "payload": payload,
        "audience": event.audience,
    })
}

/// Details as they are stored: none are an empty object, since a null of JSON is told from a null of SQL by too few
/// tools, a backup's among them.
pub(crate) fn details(payload: &Value) -> Value {
    if payload.is_null() { json!({}) } else { payload.clone() }
}

#[derive(FromRow)]
struct EventRow {
    id: i64,
    xid: i64,
    at: Instant,
    kind: String,
    record_kind: String,
    record_id: i64,
    timeline_id: Option<TimelineId>,
    version: Version,
    staff_id: Option<StaffId>,
    undoes: Option<i64>,
    run_id: Option<i64>,
    payload: Json<Value>,
    audience: Json<Audience>,
}

impl EventRow {
    fn into_event(self) -> Option<Event> {
        Some(Event {
            cursor: format!("{}.{}", self.xid, self.id),
            id: self.id,
            at: self.at,
            kind: self.kind,
            record: RecordRef { kind: RecordKind::parse(&self.record_kind)?, id: self.record_id },
            timeline_id: self.timeline_id,
            version: self.version,
            staff_id: self.staff_id,
            undoes: self.undoes,
            run_id: self.run_id,
            payload: self.payload.0,
            audience: self.audience.0,
        })
    }
}

const COLUMNS: &str = "select id, xid, at, kind, record_kind, record_id, timeline_id, version, staff_id, undoes, run_id, payload, \
     audience from event";

/// The next events behind a cursor, oldest first; `None` if the cursor is not one of ours.
///
/// On PostgreSQL an event is handed out only when every transaction that began before it has ended; otherwise one
/// that commits late would be missed.
///
/// # Errors
/// As [`Q::all`].
pub async fn events_after(on: impl Into<On<'_>>, cursor: &str, limit: i64) -> Result<Option<Vec<Event>>> {
    let Some((xid, id)) = parse_cursor(cursor) else { return Ok(None) };
    let rows: Vec<EventRow> = after(xid, id, limit).all(on).await?;
    Ok(Some(rows.into_iter().filter_map(EventRow::into_event).collect()))
}

fn after(xid: i64, id: i64, limit: i64) -> Q {
    Q::new(COLUMNS)
        .dialect(
            // It has one writer and no numbers of transactions. Of a pair it would look up the first half only, and read
            // every event there ever was.
            "where xid = ? and id > ?",
            "where (xid, id) > (?, ?) and xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint",
        )
        .push("order by xid, id limit ?")
        .bind(xid)
        .bind(id)
        .bind(limit)
}

fn parse_cursor(cursor: &str) -> Option<(i64, i64)> {
    let (xid, id) = cursor.split_once('.')?;
    Some((xid.parse().ok()?, id.parse().ok()?))
}

/// A cursor from which nothing that happens from now on is missed. On PostgreSQL the feed may repeat what was written
/// just before, since transactions that began earlier may still be open.
///
/// # Errors
/// As [`Q::all`].
pub async fn cursor_now(on: impl Into<On<'_>>) -> Result<String> {
    let (xid, id): (i64, i64) = Q::new("select")
        .dialect(
            "0, coalesce((select max(id) from event), 0)",
            "pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1, 9223372036854775807",
        )
        .one(on)
        .await?;
    Ok(format!("{xid}.{id}"))
}

/// The events of a timeline and of those of records that were merged into its record, newest first, those before `before` (an event's id) if given.
///
/// # Errors
/// As [`Q::all`].
pub async fn timeline_events(
    on: impl Into<On<'_>>,
    timeline: TimelineId,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Event>> {
    let on = on.into();
    let part = |timeline: TimelineId| {
        let q = Q::new(COLUMNS).push("where timeline_id = ? and id < ? order by id desc limit ?");
        q.bind(timeline).bind(before.unwrap_or(i64::MAX)).bind(limit)
    };
    let q = match merged::timelines(on, timeline).await?.as_slice() {
        [] | [_] => part(timeline),
        // Each by its own index: together they would be sorted from their beginning.
        lines => {
            let parts = lines.iter().map(|line| Q::new("select * from (").append(part(*line)).push(") e"));
            Q::join(parts, "union all").push("order by id desc limit ?").bind(limit)
        }
    };
    let rows: Vec<EventRow> = q.all(on).await?;
    Ok(rows.into_iter().filter_map(EventRow::into_event).collect())
}

/// One event of a timeline, if it is there.
///
/// # Errors
/// As [`Q::all`].
pub async fn timeline_event(on: impl Into<On<'_>>, timeline: TimelineId, id: i64) -> Result<Option<Event>> {
    let q = Q::new(COLUMNS).push("where timeline_id = ? and id = ?").bind(timeline).bind(id);
    Ok(q.optional::<EventRow>(on).await?.and_then(EventRow::into_event))
}

/// One event by its number, if it is there.
///
/// # Errors
/// As [`Q::all`].
pub async fn find_event(on: impl Into<On<'_>>, id: i64) -> Result<Option<Event>> {
    Ok(find_events(on, &[id]).await?.pop())
}

/// Those of these events that are there.
///
/// # Errors
/// As [`Q::all`].
pub async fn find_events(on: impl Into<On<'_>>, ids: &[i64]) -> Result<Vec<Event>> {
    let q = Q::new(COLUMNS).push("where").any_of("id", ids.iter().copied());
    let rows: Vec<EventRow> = q.all(on).await?;
    Ok(rows.into_iter().filter_map(EventRow::into_event).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    crate::contract! {
        with Vec::new();

        async fn the_feed_is_read_from_its_end(house: TestHouse) {
            let db = &house.foyer.db;
            // PostgreSQL looks a pair up as a whole, and plans by how many rows there are: a test has none.
            if !db.is_sqlite() {
                return;
            }
            let plan = Q::new("explain query plan").append(after(0, 5, 10));
            let steps = plan.all::<(i64, i64, i64, String)>(db).await.unwrap();
            assert!(steps.iter().any(|step| step.3.contains("event_feed (xid=? AND id>?)")), "{steps:?}");
        }
    }
}
