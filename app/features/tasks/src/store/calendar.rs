//! The calendar feed: who has the address of one, and what is in it.

use std::collections::HashMap;

use kernel::db::{FromRow, Q};
use kernel::{
    Audience, Context, Day, Error, Instant, Limit, NewEvent, RecordKind, Result, StaffId, TaskId, Zone,
    entropy, forbidden,
};
use records::Reminder;
use serde_json::json;

use super::reach::seen;
use super::row::{COLUMNS, Row};
use crate::calendar::{Alarm, Entry, Span, Writer};
use crate::{CalendarFeed, Task, TaskKind, due_at};

/// How often one calendar may ask, and how often one address may ask for calendars that there are not.
const OFTEN: Limit = Limit { tries: 120, window: Instant::HOUR };
const GUESSED: Limit = Limit { tries: 30, window: Instant::HOUR };
/// From so many days ago to so many days ahead.
const WINDOW: (i64, i64) = (30, 365);
/// What comes again is shown so many days ahead.
const AHEAD: i32 = 90;
/// The most tasks, and the most days of one that comes again.
const MOST: (i64, usize) = (2_000, 100);
/// What has a time but no length takes so many minutes.
const SHORT: i64 = 30;
/// Days are told of at nine.
const MORNING: i64 = 9;

#[derive(FromRow)]
struct Feed {
    staff_id: StaffId,
    created_at: Instant,
    last_used_at: Option<Instant>,
}

/// A calendar on its way out.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// iCalendar.
    pub text: String,
    /// What tells it from an earlier one.
    pub tag: String,
}

/// What the person who asks has.
///
/// # Errors
/// `Unauthenticated`.
pub async fn mine(cx: &Context) -> Result<Option<CalendarFeed>> {
    let q = Q::new("select staff_id, created_at, last_used_at from calendar_feed where staff_id = ?");
    let feed: Option<Feed> = q.bind(cx.actor.staff()?.id).optional(cx.db()).await?;
    Ok(feed.map(|feed| CalendarFeed { created_at: feed.created_at, last_used_at: feed.last_used_at }))
}

/// Makes the person who asks a new address and gives it, this once; the one of before is dead from now on.
///
/// # Errors
/// `Unauthenticated`; `Forbidden` for a program, which must not make itself a way in that outlives its token.
pub async fn make(cx: &Context) -> Result<String> {
    let me = own(cx)?;
    let secret = &entropy::secret();
    cx.tx(|tx| async move {
        Q::new("insert into calendar_feed (staff_id, secret_hash, created_at) values (?, ?, ?)")
            .push("on conflict (staff_id) do update set secret_hash = excluded.secret_hash,")
            .push("created_at = excluded.created_at, last_used_at = null")
            .bind(me)
            .bind(entropy::digest(secret))
            .bind(cx.now)
            .run(&tx)
            .await?;
        cx.record(&tx, told(me, "calendar.made")).await
    })
    .await?;
    Ok(format!("{}/calendar/{secret}.ics", cx.foyer.base_url))
}

/// Ends the address of the person who asks.
///
/// # Errors
/// As [`make`].
pub async fn end(cx: &Context) -> Result<()> {
    let me = own(cx)?;
    cx.tx(|tx| async move {
        let ended = Q::new("delete from calendar_feed where staff_id = ?").bind(me).run(&tx).await?;
        if ended == 0 { Ok(()) } else { cx.record(&tx, told(me, "calendar.ended")).await }
    })
    .await
}

fn own(cx: &Context) -> Result<StaffId> {
    let staff = cx.actor.staff()?;
    if staff.token.is_some() { Err(forbidden("calendar-own-only")) } else { Ok(staff.id) }
}

fn told(staff: StaffId, kind: &'static str) -> NewEvent {
    let audience = Audience { staff: vec![staff], ..Audience::default() };
    NewEvent { audience, ..NewEvent::new(kind, RecordKind::Staff, staff.0) }.payload(json!({}))
}

/// The calendar of whoever has this secret, with the rights that the person has now. `address` is where the request
/// comes from.
///
/// # Errors
/// `NotFound` for a secret that nobody has any more, and of who does not work here any more; `TooMany`.
pub async fn open(system: &Context, secret: &str, address: &str) -> Result<Calendar> {
    let q = Q::new("select staff_id, created_at, last_used_at from calendar_feed where secret_hash = ?");
    let found: Option<Feed> = q.bind(entropy::digest(secret)).optional(system.db()).await?;
    let Some(feed) = found else {
        system.count_try(&format!("calendar-guess:{address}"), GUESSED).await?;
        return Err(Error::NotFound);
    };
    system.count_try(&format!("calendar:{}", feed.staff_id), OFTEN).await?;
    let cx = staff::acting(system, feed.staff_id).await?.ok_or(Error::NotFound)?;
    if feed.last_used_at.is_none_or(|at| at.plus(Instant::HOUR) <= cx.now) {
        touch(&cx, feed.staff_id).await?;
    }
    let text = write(&cx, entries(&cx, feed.staff_id).await?);
    let tag = format!("\"{}\"", entropy::digest(&text));
    Ok(Calendar { text, tag })
}

async fn touch(cx: &Context, staff: StaffId) -> Result<()> {
    cx.tx(|tx| async move {
        let q = Q::new("update calendar_feed set last_used_at = ? where staff_id = ?");
        q.bind(cx.now).bind(staff).run(&tx).await.map(drop)
    })
    .await
}

async fn entries(cx: &Context, me: StaffId) -> Result<Vec<Entry>> {
    let (from, to) = (cx.now.plus(-WINDOW.0 * Instant::DAY), cx.now.plus(WINDOW.1 * Instant::DAY));
    let rows: Vec<Row> = Q::new(COLUMNS)
        .push("join task_assignee a on a.task_id = t.id where a.staff_id = ? and a.is_open")
        .push("and a.due_at >= ? and a.due_at <= ? order by a.due_at, a.task_id limit ?")
        .bind(me)
        .bind(from)
        .bind(to)
        .bind(MOST.0)
        .all(cx.db())
        .await?;
    let series: HashMap<TaskId, (i64, i64)> =
        rows.iter().map(|row| (row.id, (row.series_id.unwrap_or(row.id.0), row.occurrence))).collect();
    let tasks = seen(cx, cx.db(), rows).await?;
    let zone = &cx.organisation().zone;
    let mut entries = Vec::new();
    for task in &tasks {
        let (series, number) = series.get(&task.id).copied().unwrap_or((task.id.0, 1));
        entries.extend(
            days(task, number, zone.day(cx.now)).into_iter().map(|day| of_task(cx, task, series, day)),
        );
    }
    let reminders = records::reminders::between(cx, from, to).await?;
    entries.extend(reminders.iter().map(|reminder| of_reminder(cx, reminder)));
    Ok(entries)
}

/// The days of a task: its own and, if it comes again, those that follow if each is done on its day.
fn days(task: &Task, number: i64, today: Day) -> Vec<Day> {
    let Some(first) = task.day else { return Vec::new() };
    let (mut days, last) = (vec![first], Day(today.0 + AHEAD));
    let Some(rule) = &task.repeat else { return days };
    let (mut due, mut number) = (first, number);
    while days.len() < MOST.1 {
        // What is overdue is done today at the earliest.
        match rule.next(due, due.max(today), number) {
            Some(next) if next <= last => {
                days.push(next);
                (due, number) = (next, number + 1);
            }
            _ => break,
        }
    }
    days
}

fn of_task(cx: &Context, task: &Task, series: i64, day: Day) -> Entry {
    let zone = &cx.organisation().zone;
    let minutes = task.minutes.map_or(SHORT, i64::from);
    let span = task.time.map_or(Span::Day(day), |time| Span::Time(due_at(day, Some(time), zone), minutes));
    let is_on_time = task.time.is_some();
    let lead = if task.kind == TaskKind::ToDo { 0 } else { 10 };
    Entry {
        uid: uid(cx, &format!("task-{series}-{day}")),
        version: task.version,
        span,
        title: titled(&task.title, task.about.as_deref()),
        text: task.note.clone(),
        url: task.path().map(|path| format!("{}{path}", cx.foyer.base_url)),
        is_busy: is_on_time && task.kind.is_contact(),
        alarm: if is_on_time { Alarm::Before(lead) } else { Alarm::At(MORNING) },
    }
}

fn of_reminder(cx: &Context, (reminder, about): &(Reminder, String)) -> Entry {
    let path = reminder.record.path();
    Entry {
        uid: uid(cx, &format!("reminder-{}", reminder.id)),
        version: reminder.version,
        span: Span::Time(reminder.due_at, SHORT),
        title: titled(&reminder.text, Some(about)),
        text: String::new(),
        url: path.map(|path| format!("{}{path}", cx.foyer.base_url)),
        is_busy: false,
        alarm: Alarm::Before(0),
    }
}

/// What a calendar shows: what is to be done, and about whom.
fn titled(title: &str, about: Option<&str>) -> String {
    let title = title.lines().next().unwrap_or_default();
    match about.filter(|about| !title.contains(*about)) {
        Some(about) => format!("{title} · {about}"),
        None => title.to_owned(),
    }
}

fn uid(cx: &Context, what: &str) -> String {
    let host = cx.foyer.base_url.split("://").last().unwrap_or_default();
    format!("{what}@{host}")
}

fn write(cx: &Context, entries: Vec<Entry>) -> String {
    let mut writer = Writer::default();
    let organisation = cx.organisation();
    let name = cx.foyer.texts(cx.language).text(
        "calendar-name",
        &[("organisation", organisation.name.as_str().into())],
        &organisation.zone,
    );
    writer.line("BEGIN", "VCALENDAR");
    writer.line("VERSION", "2.0");
    writer.line("PRODID", "-//Foyer//Calendar//EN");
    writer.line("CALSCALE", "GREGORIAN");
    writer.line("METHOD", "PUBLISH");
    writer.escaped("NAME", &name);
    writer.escaped("X-WR-CALNAME", &name);
    writer.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
    writer.line("X-PUBLISHED-TTL", "PT1H");
    // The same all day long, so that a calendar that asks again gets nothing anew unless something changed.
    let midnight = Zone::utc().instant(Zone::utc().day(cx.now), 0);
    entries.iter().for_each(|entry| entry.write(&mut writer, midnight));
    writer.line("END", "VCALENDAR");
    writer.end()
}
