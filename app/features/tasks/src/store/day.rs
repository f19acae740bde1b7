use kernel::db::Q;
use kernel::{Area, Can, Context, Error, Instant, Result, StaffId, forbidden};

use super::reach::seen;
use super::row::{COLUMNS, Row};
use crate::{DayQuery, MyDay, Overdue};

/// The most tasks with a day, without one, and done that are shown.
const MOST: (usize, usize, usize) = (300, 100, 50);
/// Overdue ones are counted up to here.
const COUNTED: usize = 100;

/// Somebody's tasks. One's own are those that one is to do; of somebody else's those are left out that are not to be
/// seen.
///
/// # Errors
/// `Unauthenticated`; `Forbidden` for somebody else's without the right to see all of something.
pub async fn my_day(cx: &Context, query: &DayQuery) -> Result<MyDay> {
    let me = cx.actor.staff()?.id;
    let whose = query.whose.unwrap_or(me);
    if whose != me && !sees_others(cx) {
        return Err(forbidden("day-others-forbidden"));
    }
    let dated = open(me, whose, query).push("and a.due_at is not null order by a.due_at, a.task_id limit ?");
    let undated = open(me, whose, query).push("and a.due_at is null order by a.task_id limit ?");
    let mut rows: Vec<Row> = dated.bind(MOST.0 + 1).all(cx.db()).await?;
    let more: Vec<Row> = undated.bind(MOST.1 + 1).all(cx.db()).await?;
    let is_cut = rows.len() > MOST.0 || more.len() > MOST.1;
    rows.truncate(MOST.0);
    rows.extend(more.into_iter().take(MOST.1));
    let done = done(cx, me, whose, query).all(cx.db()).await?;
    Ok(MyDay { open: seen(cx, cx.db(), rows).await?, done: seen(cx, cx.db(), done).await?, is_cut })
}

/// Whether who asks sees everything of some kind of record: others' tasks there are no secret then.
fn sees_others(cx: &Context) -> bool {
    [Area::Leads, Area::Customers].into_iter().any(|area| cx.actor.has(area, Can::ViewAll))
}

/// What somebody is to do, along the index of their day.
fn open(me: StaffId, whose: StaffId, query: &DayQuery) -> Q {
    let q = Q::new(COLUMNS)
        .push("join task_assignee a on a.task_id = t.id where a.staff_id = ? and a.is_open")
        .bind(whose);
    narrowed(q, me, whose, query)
}

/// What somebody was to do and was done since midnight, the newest first.
fn done(cx: &Context, me: StaffId, whose: StaffId, query: &DayQuery) -> Q {
    let zone = &cx.organisation().zone;
    let midnight: Instant = zone.instant(zone.day(cx.now), 0);
    let q = Q::new(COLUMNS)
        .push("join task_assignee a on a.task_id = t.id")
        .push("where t.done_at >= ? and t.done_at is not null and t.deleted_at is null and a.staff_id = ?")
        .bind(midnight)
        .bind(whose);
    narrowed(q, me, whose, query).push("order by t.done_at desc, t.id desc limit ?").bind(MOST.2)
}

fn narrowed(q: Q, me: StaffId, whose: StaffId, query: &DayQuery) -> Q {
    let q = match query.kind {
        Some(kind) => q.push("and t.kind = ?").bind(kind.code()),
        None => q,
    };
    if whose == me {
        return q;
    }
    // What others keep to themselves must not use up the room of what may be seen.
    q.push("and (t.timeline_id is not null or t.created_by = ?")
        .push("or exists (select 1 from task_assignee own where own.task_id = t.id and own.staff_id = ?))")
        .bind(me)
        .bind(me)
}

/// How many of one's own tasks are overdue: as many as one's day shows.
///
/// # Errors
/// `Unauthenticated`.
pub async fn overdue(cx: &Context) -> Result<Overdue> {
    let me = cx.actor.staff()?.id;
    let mine = || open(me, me, &DayQuery::default());
    let rows: Vec<Row> = mine()
        .push("and a.due_at < ? order by a.due_at, a.task_id limit ?")
        .bind(cx.now)
        .bind(COUNTED)
        .all(cx.db())
        .await?;
    let next = mine().push("and a.due_at >= ? order by a.due_at, a.task_id limit 1").bind(cx.now);
    let next_at = match next.one::<Row>(cx.db()).await {
        Ok(row) => row.due_at.map(|due| due.plus(1)),
        Err(Error::NotFound) => None,
        Err(error) => return Err(error),
    };
    Ok(Overdue { count: seen(cx, cx.db(), rows).await?.len(), next_at })
}
