//! What a long run did, by its events.

use super::{COLUMNS, EventRow};
use crate::db::{On, Q, Val};
use crate::{Event, RecordKind, Result, TimelineId};

/// What a long run did to records of one kind, by these kinds of events.
#[derive(Clone, Copy, Debug)]
pub struct OfRun<'a> {
    /// The run: [`crate::Cause::run_id`].
    pub run_id: i64,
    /// The kind of record.
    pub record: RecordKind,
    /// The kinds of events.
    pub kinds: &'a [&'a str],
}

impl OfRun<'_> {
    fn narrowed(self, q: Q) -> Q {
        q.push("where run_id = ? and record_kind = ? and kind")
            .dialect("in (select value from json_each(?))", "in (select jsonb_array_elements_text(?))")
            .bind(self.run_id)
            .bind(self.record.code())
            .bind(Val::json(&self.kinds))
    }

    /// How many there are.
    ///
    /// # Errors
    /// As [`Q::all`].
    pub async fn count(self, on: impl Into<On<'_>>) -> Result<i64> {
        self.narrowed(Q::new("select count(*) from event")).number(on).await
    }

    /// The newest before `before` (an event's id), newest first.
    ///
    /// # Errors
    /// As [`Q::all`].
    pub async fn before(self, on: impl Into<On<'_>>, before: i64, limit: i64) -> Result<Vec<Event>> {
        let q = self.narrowed(Q::new(COLUMNS)).push("and id < ? order by id desc limit ?");
        let rows: Vec<EventRow> = q.bind(before).bind(limit).all(on).await?;
        Ok(rows.into_iter().filter_map(EventRow::into_event).collect())
    }
}

/// Events of a long run that nobody has taken back, the last first: those of one of these kinds, before `before` (an event's
/// id).
///
/// # Errors
/// As [`Q::all`].
pub async fn run_events(
    on: impl Into<On<'_>>,
    run: i64,
    kinds: &[&str],
    before: i64,
    limit: i64,
) -> Result<Vec<Event>> {
    let rows: Vec<EventRow> = Q::new(COLUMNS)
        .push("where run_id = ? and id < ? and kind")
        .dialect("in (select value from json_each(?))", "in (select jsonb_array_elements_text(?))")
        .push("and undoes is null and not exists (select 1 from event u where u.undoes = event.id)")
        .push("order by id desc limit ?")
        .bind(run)
        .bind(before)
        .bind(Val::json(&kinds))
        .bind(limit)
        .all(on)
        .await?;
    Ok(rows.into_iter().filter_map(EventRow::into_event).collect())
}

/// Those of these timelines whose records this run made: `kind` is what it tells of that.
///
/// # Errors
/// As [`Q::all`].
pub async fn made_in(
    on: impl Into<On<'_>>,
    run: i64,
    kind: &str,
    timelines: impl IntoIterator<Item = TimelineId>,
) -> Result<Vec<TimelineId>> {
    let rows: Vec<(TimelineId,)> = Q::new("select timeline_id from event where")
        .any_of("timeline_id", timelines.into_iter().map(|id| id.0))
        .push("and run_id = ? and kind = ?")
        .bind(run)
        .bind(kind)
        .all(on)
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Those of these timelines that tell of something which did not happen in this run: of notes, files, changes by people.
///
/// # Errors
/// As [`Q::all`].
pub async fn touched_beside(
    on: impl Into<On<'_>>,
    run: i64,
    timelines: impl IntoIterator<Item = TimelineId>,
) -> Result<Vec<TimelineId>> {
    let rows: Vec<(TimelineId,)> = Q::new("select distinct timeline_id from event where")
        .any_of("timeline_id", timelines.into_iter().map(|id| id.0))
        .push("and (run_id is null or run_id <> ?)")
        .bind(run)
        .all(on)
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Whether anything is told of the record of an event after it that did not happen in the same run.
///
/// # Errors
/// As [`Q::all`].
pub async fn changed_beside(on: impl Into<On<'_>>, event: &Event) -> Result<bool> {
    let q = Q::new("select count(*) from event where record_kind = ? and record_id = ? and id > ?")
        .push("and (run_id is null or run_id <> ?)")
        .bind(event.record.kind.code())
        .bind(event.record.id)
        .bind(event.id)
        .bind(event.run_id.unwrap_or_default());
    Ok(q.number(on).await? > 0)
}
