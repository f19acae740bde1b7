use fields::AnyKind;
use kernel::db::{On, Q, Val};
use kernel::{Can, Context, Error, Result, RunId, Text, invalid};

use super::batch::reason;
use super::doing::{Doing, Outcome};
use super::{KEPT, back, job, rows};
use crate::{Action, Preview, Reason, Run, RunState, Selection};

/// So many records are asked before a run begins.
const LOOKED: i64 = 500;
/// So many reasons, and so many titles of each, are named.
const NAMED: usize = 10;
const TITLES: usize = 3;

/// What a run would do to its first 500 records, as they are now.
///
/// # Errors
/// As [`start`].
pub async fn preview(cx: &Context, id: RunId, action: &Action) -> Result<Preview> {
    let kept = rows::own(cx, id).await?;
    let doing = Doing::new(cx, kind(cx, &kept.run)?, action)?;
    let items: Vec<(i64,)> =
        Q::new("select record_id from run_item where run_id = ? order by record_id limit ?")
            .bind(id)
            .bind(LOOKED)
            .all(cx.db())
            .await?;
    let ids: Vec<i64> = items.into_iter().map(|(id,)| id).collect();
    let standing = doing.standing(On::Db(cx.db()), &ids).await?;
    let there: Vec<i64> = ids.iter().copied().filter(|id| standing.contains_key(id)).collect();
    let outcomes = doing.ask(cx, On::Db(cx.db()), &there).await?;
    let mut tally = Outcome::tally(&outcomes);
    tally.gone += (ids.len() - there.len()) as i64;
    Ok(Preview { looked: ids.len() as i64, tally, reasons: reasons(outcomes) })
}

fn kind(cx: &Context, run: &Run) -> Result<&'static dyn AnyKind> {
    fields::kind_of(cx, run.kind)
}

fn reasons(outcomes: Vec<Outcome>) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Vec::new();
    for outcome in outcomes {
        let Outcome::Refused(title, error) = outcome else { continue };
        let why = reason(&error);
        let known = reasons.iter_mut().find(|known| known.reason == why);
        match known {
            Some(known) => {
                known.count += 1;
                if known.titles.len() < TITLES {
                    known.titles.push(title);
                }
            }
            None => reasons.push(Reason { reason: why, count: 1, titles: vec![title] }),
        }
    }
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.count));
    reasons.truncate(NAMED);
    reasons
}

/// Begins a run whose records were chosen, in the background. Asked twice for the same, it begins once.
///
/// # Errors
/// `NotFound` for a run of somebody else, `Forbidden` without the right, `Invalid` for an action that cannot be and for no
/// record at all, `Conflict` if it was begun with another action or given up.
pub async fn start(cx: &Context, id: RunId, action: &Action) -> Result<Run> {
    let kept = rows::own(cx, id).await?;
    Doing::new(cx, kind(cx, &kept.run)?, action)?;
    if kept.run.total == 0 {
        return Err(invalid("selection", "run-nothing-chosen"));
    }
    cx.tx(|tx| async move {
        let begun = Q::new("update run set action = ?, rights = ?, state = 'queued', version = version + 1")
            .push("where id = ? and state = 'draft'")
            .bind(Val::json(action))
            .bind(staff::rights_within(&cx.actor))
            .bind(id)
            .run(&tx)
            .await?;
        if begun == 1 {
            job::enqueue(cx, &tx, id).await?;
            rows::tell(cx, &tx, id).await?;
        }
        Ok(())
    })
    .await?;
    let run = rows::find(cx, id).await?;
    if run.action.as_ref() == Some(action) { Ok(run) } else { Err(conflict(&run)) }
}

fn conflict(run: &Run) -> Error {
    Error::conflict(Text::new("run-conflict"), run)
}

/// Stops a run before its next batch. What was done stays and can be taken back.
///
/// # Errors
/// `Conflict` if it is over; as [`super::find`].
pub async fn cancel(cx: &Context, id: RunId) -> Result<Run> {
    rows::own(cx, id).await?;
    let stopped = cx.tx(|tx| async move { job::end(cx, &tx, id, RunState::Cancelled).await }).await?;
    let run = rows::find(cx, id).await?;
    if stopped || run.state == RunState::Cancelled { Ok(run) } else { Err(conflict(&run)) }
}

/// Takes back what a run did, as a run of its own. Asked twice, there is one.
///
/// # Errors
/// `Invalid` if there is nothing to take back or it is too long ago, `Conflict` while it is under way, `Forbidden` without
/// the right; as [`super::find`].
pub async fn undo(cx: &Context, id: RunId) -> Result<Run> {
    let run = rows::own(cx, id).await?.run;
    if !run.state.is_over() {
        return Err(conflict(&run));
    }
    if let Some(by) = run.undone_by {
        return rows::find(cx, by).await;
    }
    let kind = kind(cx, &run)?;
    let right =
        if matches!(run.action, Some(Action::Delete | Action::Restore)) { Can::Delete } else { Can::Edit };
    cx.actor.require(kind.about().kind.area(), right)?;
    if run.finished_at.is_some_and(|at| at.plus(KEPT) < cx.now) {
        return Err(invalid("run", "undo-too-late"));
    }
    let total = back::count(cx, kind, id).await?;
    if total == 0 {
        return Err(invalid("run", "run-nothing-done"));
    }
    match insert_undo(cx, &run, total).await {
        Ok(undo) => rows::find(cx, undo).await,
        // Somebody was quicker by a moment.
        Err(Error::Duplicate(_)) => {
            let by = rows::own(cx, id).await?.run.undone_by.ok_or(Error::Busy)?;
            rows::find(cx, by).await
        }
        Err(error) => Err(error),
    }
}

async fn insert_undo(cx: &Context, run: &Run, total: i64) -> Result<RunId> {
    cx.tx(|tx| async move {
        let id = Q::new("insert into run (kind, selection, action, state, total, next_id, told, undoes, staff_id, rights,")
            .push("created_at) values (?, ?, ?, 'queued', ?, ?, ?, ?, ?, ?, ?) returning id")
            .bind(run.kind.code())
            .bind(Val::json(&Selection::Ids(Vec::new())))
            .bind(Val::json(&Action::TakeBack(run.id)))
            .bind(total)
            .bind(i64::MAX)
            .bind(Val::json(&run.told))
            .bind(run.id)
            .bind(cx.staff_id())
            .bind(staff::rights_within(&cx.actor))
            .bind(cx.now)
            .number(&tx)
            .await
            .map(RunId)?;
        job::enqueue(cx, &tx, id).await?;
        rows::tell(cx, &tx, id).await?;
        Ok(id)
    })
    .await
}
