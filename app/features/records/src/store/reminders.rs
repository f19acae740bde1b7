use std::collections::HashMap;

use kernel::db::{FromRow, On, Q, Tx};
use kernel::{
    Context, Error, Instant, OpenRecord, RecordKind, RecordRef, ReminderId, Result, StaffId, Text,
    TimelineId, Version, invalid,
};
use serde_json::json;
use staff::{Notice, Telling};

use super::event;
use crate::reminder::{NextReminder, Reminder, ReminderDraft};

/// Adds a reminder for oneself or a colleague.
///
/// # Errors
/// `NotFound` and `Forbidden` as the record says; `Invalid` as [`ReminderDraft::checked`], and for `staff_id` if there
/// is no such colleague any more or the colleague may not see the record.
pub async fn add(cx: &Context, record: RecordRef, draft: &ReminderDraft) -> Result<Reminder> {
    let on = &cx.open(record).await?;
    on.require_edit()?;
    let draft = &draft.checked(cx.now)?;
    require_sight(cx, record, draft.staff_id).await?;
    let id = cx.tx(|tx| async move {
        let id = insert_in(cx, &tx, on.timeline_id, record, draft).await?;
        cx.record(&tx, event(on, "reminder.created", payload(id, &draft.text, draft.due_at))).await?;
        Ok(id)
    });
    let id = id.await?;
    find(cx, on, id).await
}

/// A reminder is for somebody who can open what it is about; it must not tell others of it either.
async fn require_sight(cx: &Context, record: RecordRef, staff: StaffId) -> Result<()> {
    if cx.staff_id() == Some(staff) {
        return Ok(());
    }
    let colleague = match staff::acting(cx, staff).await {
        Ok(Some(colleague)) => colleague,
        Ok(None) | Err(Error::NotFound) => return Err(invalid("staff_id", "reminder-nobody")),
        Err(error) => return Err(error),
    };
    match colleague.open(record).await {
        Err(Error::NotFound | Error::Forbidden(_)) => {
            let name = colleague.actor.staff()?.name.as_str();
            Err(invalid("staff_id", Text::new("reminder-unseen").with("name", name)))
        }
        seen => seen.map(drop),
    }
}

/// Adds a reminder without asking and without an event: for imports and the demo company.
///
/// # Errors
/// As [`Q::all`].
pub async fn insert_in(
    cx: &Context,
    tx: &Tx,
    timeline: TimelineId,
    record: RecordRef,
    draft: &ReminderDraft,
) -> Result<ReminderId> {
    Q::new("insert into reminder (timeline_id, record_kind, record_id, staff_id, text, due_at, created_by, created_at)")
        .push("values (?, ?, ?, ?, ?, ?, ?, ?) returning id")
        .bind(timeline)
        .bind(record.kind.code())
        .bind(record.id)
        .bind(draft.staff_id)
        .bind(draft.text.as_str())
        .bind(draft.due_at)
        .bind(cx.staff_id())
        .bind(cx.now)
        .number(tx)
        .await
        .map(ReminderId)
}

/// Ticks a reminder off, or takes that back.
///
/// # Errors
/// `NotFound`, or `Forbidden` if the record may only be looked at and the reminder is somebody else's.
pub async fn set_done(cx: &Context, record: RecordRef, id: ReminderId, done: bool) -> Result<Reminder> {
    let on = &cx.open(record).await?;
    let reminder = &find(cx, on, id).await?;
    require_own_or_edit(cx, on, reminder)?;
    cx.tx(|tx| async move {
        let touched = Q::new("update reminder set done_at = ?, version = version + 1 where id = ? and")
            .push(if done { "done_at is null" } else { "done_at is not null" })
            .bind(done.then_some(cx.now))
            .bind(id)
            .run(&tx)
            .await?;
        if touched == 0 {
            return Ok(());
        }
        let kind = if done { "reminder.done" } else { "reminder.reopened" };
        cx.record(&tx, event(on, kind, payload(id, &reminder.text, reminder.due_at))).await
    })
    .await?;
    find(cx, on, id).await
}

/// Deletes a reminder and gives it back, so that it can be added again.
///
/// # Errors
/// As [`set_done`].
pub async fn delete(cx: &Context, record: RecordRef, id: ReminderId) -> Result<Reminder> {
    let on = &cx.open(record).await?;
    let reminder = find(cx, on, id).await?;
    require_own_or_edit(cx, on, &reminder)?;
    let gone = &reminder;
    cx.tx(|tx| async move {
        Q::new("delete from reminder where id = ?").bind(id).run(&tx).await?;
        let mut details = payload(id, &gone.text, gone.due_at);
        let Reminder { staff_id, ref text, due_at, .. } = *gone;
        details["before"] = json!(ReminderDraft { staff_id, text: text.clone(), due_at });
        cx.record(&tx, event(on, "reminder.deleted", details)).await
    })
    .await?;
    Ok(reminder)
}

fn require_own_or_edit(cx: &Context, on: &OpenRecord, reminder: &Reminder) -> Result<()> {
    if cx.staff_id() == Some(reminder.staff_id) { Ok(()) } else { on.require_edit() }
}

fn payload(id: ReminderId, text: &str, due_at: Instant) -> serde_json::Value {
    json!({ "reminder_id": id, "text": text, "due_at": { "instant": due_at } })
}

/// The reminders of a record: open ones by their time, then those that are done, newest first.
///
/// # Errors
/// `NotFound` if the record may not be seen.
pub async fn list(cx: &Context, record: RecordRef) -> Result<Vec<Reminder>> {
    let on = cx.open(record).await?;
    let all = Q::new(COLUMNS).push("where").on_timeline("r.timeline_id", on.timeline_id);
    let open = all.clone().push("and r.done_at is null order by r.due_at, r.id limit 200");
    let done = all.push("and r.done_at is not null order by r.done_at desc limit 50");
    let mut rows: Vec<Row> = open.all(cx.db()).await?;
    rows.extend(done.all::<Row>(cx.db()).await?);
    Ok(rows.into_iter().filter_map(Row::into_reminder).collect())
}

/// The open reminders of who asks, by their time, at most 200.
///
/// # Errors
/// `Unauthenticated` for nobody.
pub async fn mine(cx: &Context) -> Result<Vec<Reminder>> {
    let me = cx.actor.staff()?.id;
    let q =
        Q::new(COLUMNS).push("where r.staff_id = ? and r.done_at is null order by r.due_at, r.id limit 200");
    let rows: Vec<Row> = q.bind(me).all(cx.db()).await?;
    Ok(rows.into_iter().filter_map(Row::into_reminder).collect())
}

/// The open reminders of who asks with a time in this span, by their time, at most 1,000, each with what its record is
/// called; none about what they may not see any more.
///
/// # Errors
/// `Unauthenticated` for nobody.
pub async fn between(cx: &Context, from: Instant, to: Instant) -> Result<Vec<(Reminder, String)>> {
    let rows: Vec<Row> = Q::new(COLUMNS)
        .push("where r.staff_id = ? and r.done_at is null and r.due_at >= ? and r.due_at <= ?")
        .push("order by r.due_at, r.id limit 1000")
        .bind(cx.actor.staff()?.id)
        .bind(from)
        .bind(to)
        .all(cx.db())
        .await?;
    let mut titles: HashMap<RecordRef, Option<String>> = HashMap::new();
    let mut seen = Vec::with_capacity(rows.len());
    for reminder in rows.into_iter().filter_map(Row::into_reminder) {
        let title = match titles.get(&reminder.record) {
            Some(title) => title.clone(),
            None => {
                let title = match cx.open(reminder.record).await {
                    Ok(open) => Some(open.title),
                    Err(Error::NotFound | Error::Forbidden(_)) => None,
                    Err(error) => return Err(error),
                };
                titles.insert(reminder.record, title.clone());
                title
            }
        };
        seen.extend(title.map(|title| (reminder, title)));
    }
    Ok(seen)
}

/// The next open reminder of each of these timelines that has one.
///
/// # Errors
/// As [`Q::all`].
pub async fn next_reminders(
    on: impl Into<On<'_>>,
    timelines: &[TimelineId],
) -> Result<HashMap<TimelineId, NextReminder>> {
    if timelines.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(TimelineId, Instant, String)> =
        Q::new("select timeline_id, due_at, text from reminder where done_at is null and")
            .any_of("timeline_id", timelines.iter().map(|id| id.0))
            .push("order by due_at desc, id desc")
            .all(on)
            .await?;
    // The last one in is the earliest.
    Ok(rows.into_iter().map(|(timeline, due_at, text)| (timeline, NextReminder { due_at, text })).collect())
}

/// Reminders by their numbers.
pub(super) async fn by_ids(
    on: impl Into<On<'_>>,
    timeline: TimelineId,
    ids: &[i64],
) -> Result<Vec<Reminder>> {
    let q = Q::new(COLUMNS)
        .push("where")
        .on_timeline("r.timeline_id", timeline)
        .push("and")
        .any_of("r.id", ids.iter().copied());
    let rows: Vec<Row> = q.all(on).await?;
    Ok(rows.into_iter().filter_map(Row::into_reminder).collect())
}

async fn find(cx: &Context, on: &OpenRecord, id: ReminderId) -> Result<Reminder> {
    let q = Q::new(COLUMNS).push("where r.id = ? and").bind(id).on_timeline("r.timeline_id", on.timeline_id);
    q.one::<Row>(cx.db()).await?.into_reminder().ok_or(Error::NotFound)
}

/// Tells everybody whose reminder is due, in the app and by mail, each once: the mark that somebody was told is set in
/// the transaction that tells him.
///
/// # Errors
/// As [`Q::all`]; those who were told stay told.
pub async fn notify_due(cx: &Context) -> Result<()> {
    loop {
        let q = Q::new(COLUMNS).push("where r.due_at <= ? and r.done_at is null and r.notified_at is null");
        let due: Vec<Row> = q.push("order by r.due_at, r.id limit 100").bind(cx.now).all(cx.db()).await?;
        if due.is_empty() {
            return Ok(());
        }
        for reminder in due.into_iter().filter_map(Row::into_reminder) {
            tell(cx, &reminder).await?;
        }
    }
}

async fn tell(cx: &Context, reminder: &Reminder) -> Result<()> {
    // A record that was deleted in the meantime reminds nobody, nor does one that the person may not see any more.
    let colleague = staff::acting(cx, reminder.staff_id).await?;
    let on = &match colleague {
        Some(colleague) => colleague.open(reminder.record).await.ok(),
        None => None,
    };
    cx.tx(|tx| async move {
        let q = Q::new(
            "update reminder set notified_at = ? where id = ? and notified_at is null and done_at is null",
        );
        let touched = q.bind(cx.now).bind(reminder.id).run(&tx).await?;
        let (1, Some(on)) = (touched, on) else { return Ok(()) };
        staff::notify(cx, &tx, telling(reminder, on)).await
    })
    .await
}

fn telling(reminder: &Reminder, on: &OpenRecord) -> Telling {
    let says = |key| Text::new(key).with("text", reminder.text.as_str());
    let about =
        Text::new("reminder-mail-about").with("title", on.title.as_str()).with("due", reminder.due_at);
    Telling {
        notice: Notice::Reminder,
        to: reminder.staff_id,
        text: says("reminder-notification"),
        about: Some((reminder.record, on.audience.clone())),
        mail: Some((says("reminder-mail-subject"), vec![says("reminder-mail-text"), about])),
    }
}

const COLUMNS: &str = "select r.id, r.record_kind, r.record_id, r.staff_id, s.name as staff_name, r.text, r.due_at, \
                       r.done_at, r.version from reminder r join staff s on s.id = r.staff_id";

#[derive(FromRow)]
struct Row {
    id: ReminderId,
    record_kind: String,
    record_id: i64,
    staff_id: StaffId,
    staff_name: String,
    text: String,
    due_at: Instant,
    done_at: Option<Instant>,
    version: Version,
}

impl Row {
    fn into_reminder(self) -> Option<Reminder> {
        let Self { id, staff_id, staff_name, text, due_at, done_at, version, .. } = self;
        let record = RecordRef { kind: RecordKind::parse(&self.record_kind)?, id: self.record_id };
        Some(Reminder { id, record, staff_id, staff_name, text, due_at, done_at, version })
    }
}
