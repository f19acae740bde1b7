//! A batch: all of it or nothing, and with it how far the run is. Whoever is killed goes on behind it.

use std::collections::HashSet;

use fields::AnyKind;
use kernel::db::{On, Q, Tx, Val};
use kernel::feed::OfRun;
use kernel::{Arg, Cause, Context, Error, Result, RunId, Text, Version};
use records::store::timeline;
use serde_json::{Value as Json, json};

use super::doing::{Doing, Outcome, Standing};
use super::rows::{self, Kept};
use super::{back, job};
use crate::{Action, RunState, Selection, Set, Tally};

/// How a step ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// There is more to do.
    On,
    /// It was the last one.
    Over,
    /// Somebody stopped the run, or it is none that is under way.
    Stopped,
}

/// What a batch did.
#[derive(Default)]
pub(super) struct Batch {
    /// Where the next one begins; nothing if this was the last.
    pub next: Option<i64>,
    pub tally: Tally,
    pub stayed: Vec<Left>,
}

/// A record that was left as it was, or in part.
pub(super) struct Left {
    pub id: i64,
    pub is_part: bool,
    pub title: String,
    pub reason: Text,
}

/// Does the next records of a run, up to so many, with the rights of `cx`. Answers how long that held the database, in
/// microseconds.
pub(super) async fn step(cx: &Context, id: RunId, size: usize, tells: bool) -> Result<(Step, i64)> {
    let cx = &cx.because(Cause { run_id: Some(id.0), ..Cause::default() });
    cx.tx(|tx| async move {
        let begun = cx.foyer.clock.now();
        let kept = rows::lock(cx, &tx, id).await?;
        let Some(action) = kept.run.action.as_ref().filter(|_| kept.run.state == RunState::Running) else {
            return Ok((Step::Stopped, 0));
        };
        let kind = fields::kind_of(cx, kept.run.kind)?;
        let batch = match action {
            Action::TakeBack(run) => back::batch(cx, &tx, kind, *run, kept.next_id, size).await?,
            action => forward(cx, &tx, kind, &kept, action, size).await?,
        };
        note(&tx, id, &batch).await?;
        if kept.run.told.is_empty()
            && batch.tally.done > 0
            && let Action::Set(set) = action
        {
            say(&tx, id, &told(&tx, kind, id, set).await?).await?;
        }
        let step = if batch.next.is_none() { Step::Over } else { Step::On };
        if step == Step::Over {
            job::end(cx, &tx, id, RunState::Done).await?;
        } else if tells {
            rows::tell(cx, &tx, id).await?;
        }
        Ok((step, cx.foyer.clock.now().0 - begun.0))
    })
    .await
}

async fn forward(
    cx: &Context,
    tx: &Tx,
    kind: &'static dyn AnyKind,
    kept: &Kept,
    action: &Action,
    size: usize,
) -> Result<Batch> {
    let doing = Doing::new(cx, kind, action)?;
    let items: Vec<(i64, Version)> =
        Q::new("select record_id, seen_version from run_item where run_id = ? and record_id >= ?")
            .push("order by record_id limit ?")
            .bind(kept.run.id)
            .bind(kept.next_id)
            .bind(size)
            .all(tx)
            .await?;
    let next = items.last().filter(|_| items.len() == size).map(|(last, _)| last + 1);
    let meant = meant(cx, tx, kind, &doing, &kept.selection, &items).await?;
    let outcomes = doing.run(cx, tx, &meant).await?;
    let mut tally = Outcome::tally(&outcomes);
    tally.gone += (items.len() - meant.len()) as i64;
    let left = meant.iter().zip(outcomes).filter_map(|((id, _), outcome)| match outcome {
        Outcome::Refused(title, error) => {
            Some(Left { id: *id, is_part: false, title, reason: reason(&error) })
        }
        _ => None,
    });
    Ok(Batch { next, tally, stayed: left.collect() })
}

/// Those of the chosen records that are still meant: of those that were changed since, the ones that the list still has.
async fn meant(
    cx: &Context,
    tx: &Tx,
    kind: &'static dyn AnyKind,
    doing: &Doing,
    selection: &Selection,
    items: &[(i64, Version)],
) -> Result<Vec<(i64, Standing)>> {
    let ids: Vec<i64> = items.iter().map(|(id, _)| *id).collect();
    let standing = doing.standing(On::Tx(tx), &ids).await?;
    let is_changed =
        |(id, seen): &&(i64, Version)| standing.get(id).is_some_and(|standing| standing.version != *seen);
    let changed: Vec<i64> = items.iter().filter(is_changed).map(|(id, _)| *id).collect();
    let mut out: HashSet<i64> = HashSet::new();
    if let (Selection::Matching { filter, .. }, false) = (selection, changed.is_empty()) {
        let listing = fields::listing(cx, kind.about().kind).await?;
        let filter = listing.catalogue(&cx.actor).read(filter)?;
        let still = fields::among(cx, On::Tx(tx), &listing, &filter, &changed).await?;
        out.extend(changed.into_iter().filter(|id| !still.contains(id)));
    }
    let meant = ids.iter().filter(|id| !out.contains(id));
    Ok(meant.filter_map(|id| Some((*id, *standing.get(id)?))).collect())
}

/// Why a record is left, with the fields that are named.
pub(super) fn reason(error: &Error) -> Text {
    match error {
        Error::Invalid(fields) => fields.first().map_or_else(|| error.text(), |field| field.problem.clone()),
        error => error.text(),
    }
}

async fn note(tx: &Tx, id: RunId, batch: &Batch) -> Result<()> {
    let Batch { next, tally, stayed } = batch;
    Q::new(
        "update run set next_id = coalesce(?, next_id), done = done + ?, same = same + ?, gone = gone + ?,",
    )
    .push("refused = refused + ? where id = ?")
    .bind(*next)
    .bind(tally.done)
    .bind(tally.same)
    .bind(tally.gone)
    .bind(tally.refused)
    .bind(id)
    .run(tx)
    .await?;
    if stayed.is_empty() {
        return Ok(());
    }
    let row = |left: &Left| {
        json!([left.id, if left.is_part { "part" } else { "refused" }, left.title, left.reason])
    };
    Q::new("insert into run_item (run_id, record_id, outcome, title, reason)")
        .push("select ?, cast(r.value->>0 as bigint), r.value->>1, r.value->>2,")
        .dialect("r.value->3 from json_each(?) r where true", "r.value->3 from jsonb_array_elements(?) r(value)")
        .push("on conflict (run_id, record_id) do update set outcome = excluded.outcome, title = excluded.title,")
        .push("reason = excluded.reason")
        .bind(id)
        .bind(Val::json(&stayed.iter().map(row).collect::<Vec<_>>()))
        .run(tx)
        .await
        .map(drop)
}

/// What the fields hold now, in the words of the first event.
async fn told(tx: &Tx, kind: &dyn AnyKind, id: RunId, set: &Set) -> Result<Vec<(Text, Option<Arg>)>> {
    let kinds = [kind.about().told.changed];
    let of_run = OfRun { run_id: id.0, record: kind.about().kind, kinds: &kinds };
    let events = of_run.before(tx, i64::MAX, 1).await?;
    let changes =
        events.first().and_then(|event| event.payload["changes"].as_array()).cloned().unwrap_or_default();
    let said = |change: &Json| {
        let field = change["field"].as_str().filter(|field| set.values.contains_key(*field))?;
        Some((timeline::label(field, change["name"].as_str()), timeline::arg(&change["new"])))
    };
    Ok(changes.iter().filter_map(said).collect())
}

async fn say(tx: &Tx, id: RunId, told: &[(Text, Option<Arg>)]) -> Result<()> {
    Q::new("update run set told = ? where id = ?").bind(Val::json(&told)).bind(id).run(tx).await.map(drop)
}
