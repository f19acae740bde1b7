use kernel::db::{FromRow, Json, On, Q, Tx, Val};
use kernel::{
    Arg, Audience, Cause, Context, Cursor, Error, Instant, NewEvent, Page, RecordKind, Result, RunId,
    StaffId, Text, Version,
};
use serde_json::{Value, json};

use super::KEPT;
use crate::{Action, Run, RunState, Selection, Stayed, Tally};

const COLUMNS: &str = "select r.id, r.kind, r.selection, r.action, r.told, r.state, r.total, r.done, r.same, r.gone, \
    r.refused, r.next_id, r.error, r.staff_id, r.rights, r.version, r.created_at, r.started_at, r.finished_at, \
    s.name as who, \
    (select min(u.id) from run u where u.undoes = r.id and u.state in ('queued', 'running', 'done')) as undone_by, \
    (select count(*) from run a where r.state = 'queued' and (a.state = 'running' or a.state = 'queued' and a.id < r.id)) \
    as ahead from run r left join staff s on s.id = r.staff_id";

/// A run with what only the server needs.
pub(super) struct Kept {
    /// What people see.
    pub run: Run,
    /// Which records were chosen.
    pub selection: Selection,
    /// Where the next batch begins.
    pub next_id: i64,
    /// What the program may that began it, where that is less than its member of staff may.
    pub rights: Option<String>,
    /// When its turn came.
    pub started_at: Option<Instant>,
}

#[derive(FromRow)]
struct Row {
    id: RunId,
    kind: String,
    selection: Json<Value>,
    action: Option<Json<Value>>,
    told: Json<Vec<(Text, Option<Arg>)>>,
    state: String,
    total: i64,
    done: i64,
    same: i64,
    gone: i64,
    refused: i64,
    next_id: i64,
    error: Option<Json<Text>>,
    staff_id: Option<StaffId>,
    rights: Option<String>,
    version: Version,
    created_at: Instant,
    started_at: Option<Instant>,
    finished_at: Option<Instant>,
    who: Option<String>,
    undone_by: Option<RunId>,
    ahead: i64,
}

impl Row {
    fn into_kept(self, now: Instant) -> Result<Kept> {
        let unread = |what: &str| Error::internal(format!("run {} has an unknown {what}", self.id));
        let state = RunState::parse(&self.state).ok_or_else(|| unread("state"))?;
        let tally = Tally { done: self.done, same: self.same, gone: self.gone, refused: self.refused };
        let is_fresh = self.finished_at.is_some_and(|at| at.plus(KEPT) >= now);
        let action = self.action.map(|action| serde_json::from_value::<Action>(action.0));
        let run = Run {
            id: self.id,
            kind: RecordKind::parse(&self.kind).ok_or_else(|| unread("kind of record"))?,
            action: action.transpose().map_err(|_| unread("action"))?,
            told: self.told.0,
            state,
            total: self.total,
            tally,
            error: self.error.map(|error| error.0),
            undone_by: self.undone_by,
            staff_id: self.staff_id,
            who: self.who,
            ahead: self.ahead,
            can_undo: state.is_over() && tally.done > 0 && is_fresh && self.undone_by.is_none(),
            version: self.version,
            created_at: self.created_at,
            finished_at: self.finished_at,
        };
        let selection = serde_json::from_value(self.selection.0).map_err(|_| unread("selection"))?;
        let (next_id, rights, started_at) = (self.next_id, self.rights, self.started_at);
        Ok(Kept { run, selection, next_id, rights, started_at })
    }
}

/// A run, whoever began it.
///
/// # Errors
/// `NotFound`.
pub(super) async fn load(cx: &Context, on: impl Into<On<'_>>, id: RunId) -> Result<Kept> {
    Q::new(COLUMNS).push("where r.id = ?").bind(id).one::<Row>(on).await?.into_kept(cx.now)
}

/// The same, held for the batch to come.
pub(super) async fn lock(cx: &Context, tx: &Tx, id: RunId) -> Result<Kept> {
    let q = Q::new("update run set version = version + 1 where id = ?").bind(id);
    match q.run(tx).await? {
        0 => Err(Error::NotFound),
        _ => load(cx, tx, id).await,
    }
}

/// A run of the actor's own; administrators see all.
///
/// # Errors
/// `NotFound` for any other.
pub(super) async fn own(cx: &Context, id: RunId) -> Result<Kept> {
    cx.actor.staff().map(drop).or_else(|error| if cx.actor.is_admin() { Ok(()) } else { Err(error) })?;
    let kept = load(cx, cx.db(), id).await?;
    let is_own = cx.staff_id().is_some() && kept.run.staff_id == cx.staff_id();
    if is_own || cx.actor.is_admin() { Ok(kept) } else { Err(Error::NotFound) }
}

/// How far a run is.
///
/// # Errors
/// `NotFound` for a run of somebody else, unless one is an administrator.
pub async fn find(cx: &Context, id: RunId) -> Result<Run> {
    own(cx, id).await.map(|kept| kept.run)
}

/// The actor's runs that were begun, for administrators all, the newest first.
///
/// # Errors
/// `Unauthenticated` for nobody.
pub async fn list(cx: &Context, after: Option<&Cursor>, limit: usize) -> Result<Page<Run>> {
    let before = after.and_then(Cursor::values::<i64>).unwrap_or(i64::MAX);
    let q = mine(cx)?.push("and r.action is not null and r.id < ? order by r.id desc limit ?");
    let rows: Vec<Row> = q.bind(before).bind(limit + 1).all(cx.db()).await?;
    let page = Page::cut(rows, limit, |row| Cursor::new(&row.id));
    let runs = page.items.into_iter().map(|row| Ok(row.into_kept(cx.now)?.run)).collect::<Result<_>>()?;
    Ok(Page { items: runs, next_cursor: page.next_cursor })
}

/// The actor's own runs that are under way or wait for their turn.
///
/// # Errors
/// `Unauthenticated` for nobody.
pub async fn open(cx: &Context) -> Result<Vec<Run>> {
    let q = Q::new(COLUMNS).push("where r.state in ('queued', 'running') and r.staff_id = ? order by r.id");
    let rows: Vec<Row> = q.bind(cx.actor.staff()?.id).all(cx.db()).await?;
    rows.into_iter().map(|row| Ok(row.into_kept(cx.now)?.run)).collect()
}

fn mine(cx: &Context) -> Result<Q> {
    if cx.actor.is_admin() {
        return Ok(Q::new(COLUMNS).push("where true"));
    }
    Ok(Q::new(COLUMNS).push("where r.staff_id = ?").bind(cx.actor.staff()?.id))
}

/// The records behind `after` that a run left as they were, or in part, in the order of their ids.
///
/// # Errors
/// As [`find`].
pub async fn stayed(cx: &Context, id: RunId, after: i64, limit: usize) -> Result<Vec<Stayed>> {
    own(cx, id).await?;
    let rows: Vec<(i64, Option<String>, Json<Text>)> =
        Q::new("select record_id, title, reason from run_item where run_id = ? and outcome is not null")
            .push("and reason is not null and record_id > ? order by record_id limit ?")
            .bind(id)
            .bind(after)
            .bind(limit)
            .all(cx.db())
            .await?;
    let stayed = |(id, title, reason): (i64, Option<String>, Json<Text>)| Stayed {
        id,
        title: title.unwrap_or_default(),
        reason: reason.0,
    };
    Ok(rows.into_iter().map(stayed).collect())
}

/// Tells the browsers of who began it, and of administrators, how far a run is.
pub(super) async fn tell(cx: &Context, tx: &Tx, id: RunId) -> Result<()> {
    let run = load(cx, tx, id).await?.run;
    let audience = Audience { staff: run.staff_id.into_iter().collect(), ..Audience::default() };
    let event =
        NewEvent { version: run.version, audience, ..NewEvent::new("run.progress", RecordKind::Run, id.0) };
    let payload =
        json!({ "state": run.state, "total": run.total, "tally": run.tally, "staff_id": run.staff_id });
    // It is no change of a record that could be taken back.
    cx.because(Cause::default()).record(tx, event.payload(payload)).await
}

/// Brings a run from one of these states into another one; false if it is in none of them.
pub(super) async fn turn(cx: &Context, tx: &Tx, id: RunId, from: &[RunState], to: RunState) -> Result<bool> {
    let from: Vec<&str> = from.iter().map(|state| state.code()).collect();
    let turned =
        Q::new("update run set state = ?, finished_at = ?, version = version + 1 where id = ? and state")
            .dialect("in (select value from json_each(?))", "in (select jsonb_array_elements_text(?))")
            .bind(to.code())
            .bind(to.is_over().then_some(cx.now))
            .bind(id)
            .bind(Val::json(&from))
            .run(tx)
            .await?;
    Ok(turned == 1)
}
