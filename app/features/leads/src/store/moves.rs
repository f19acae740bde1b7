//! Moves of cards, one or many: each card by the same rules, all that are allowed in one transaction.

use std::collections::HashMap;

use fields::FieldChange;
use kernel::db::{On, Q, Tx};
use kernel::{Context, Error, LeadId, Result, StageId, Text, invalid};
use serde_json::json;

use super::write::{self, Change};
use super::{require_edit, row, save, words};
use crate::{Lead, LeadMove, LeadPatch, Move, Profile, Rank};

mod place;
mod respace;
mod stages;

use place::Place;
pub(super) use stages::Stages;

/// Moves a lead into a stage and to an exact place in it. The one operation behind drags, keys, menus, forms and the API.
///
/// # Errors
/// `NotFound` for a lead that is not there or not seen, `Conflict` with the fresh lead when somebody was quicker,
/// `Forbidden` or `Invalid` when the stage refuses, see [`crate::Stage::can_enter`].
pub async fn run(cx: &Context, id: LeadId, to: &Move) -> Result<Lead> {
    let only = [LeadMove { id, to: to.clone() }];
    let moved = run_all(cx, &only, &LeadPatch::default()).await?;
    moved.into_iter().next().unwrap_or(Err(Error::NotFound))
}

/// Makes up to 200 moves together, each as [`run`] would, one after the other. A card that is refused stays and the
/// others go; the answers come in the order of the moves. `answers` are what the person answered to the stage's
/// questions: each card takes of them what it lacks.
///
/// # Errors
/// `Invalid` for none, too many, or a lead that is named twice. Nothing was moved then, as with any other error that is
/// not about one of the cards.
pub async fn run_all(cx: &Context, moves: &[LeadMove], answers: &LeadPatch) -> Result<Vec<Result<Lead>>> {
    let ids: Vec<LeadId> = moves.iter().map(|one| one.id).collect();
    let mut different = ids.clone();
    different.sort();
    different.dedup();
    if ids.is_empty() || ids.len() > LeadMove::MOST || different.len() < ids.len() {
        return Err(invalid("moves", "lead-moves-unfit"));
    }
    let ids = &ids;
    cx.tx(|tx| async move {
        let mut leads = row::several(cx, &tx, ids).await?;
        let mut stages = Stages::default();
        let enters =
            |one: &&LeadMove| leads.get(&one.id).is_some_and(|lead| lead.stage_id() != one.to.stage_id);
        stages.hold(On::Tx(&tx), moves.iter().filter(enters).map(|one| one.to.stage_id)).await?;
        let mut judged = Vec::with_capacity(moves.len());
        for one in moves {
            let allowed = match leads.remove(&one.id) {
                Some(before) => allow(cx, &tx, &mut stages, before, &one.to, answers).await,
                None => Err(Error::NotFound),
            };
            judged.push(kernel::refusal(allowed)?);
        }
        for run in place::runs(moves, &mut judged) {
            place::give(cx, &tx, run).await?;
        }
        tell(cx, &tx, &mut stages, judged).await
    })
    .await
}

/// A lead before and after its move, which is allowed.
struct Going {
    before: Lead,
    after: Lead,
}

impl Going {
    /// Whether more than its stage changes.
    fn has_new_fields(&self) -> bool {
        let profile = Profile { stage_id: self.after.profile.stage_id, ..self.before.profile.clone() };
        profile != self.after.profile
    }
}

/// Whether a lead may go where it is to go; what it will be, its place excepted.
async fn allow(
    cx: &Context,
    tx: &Tx,
    stages: &mut Stages,
    before: Lead,
    to: &Move,
    answers: &LeadPatch,
) -> Result<Going> {
    require_edit(cx, &before)?;
    if before.version != to.version {
        return Err(overtaken(tx, &before).await?);
    }
    if to.fields.0.contains_key("stage_id") {
        return Err(invalid("stage_id", "lead-field-unfit"));
    }
    if to.after_id == Some(before.id) {
        return Err(invalid("after_id", "lead-field-unfit"));
    }
    let mut after = before.clone();
    if !to.fields.is_empty() {
        after.profile = save::filled_in(cx, On::Tx(tx), &before.profile, &to.fields).await?;
    }
    stages.enter(cx, On::Tx(tx), &before, &mut after, to.stage_id, answers).await?;
    Ok(Going { before, after })
}

/// Tells of what was moved: an event for each card, then the totals.
async fn tell(
    cx: &Context,
    tx: &Tx,
    stages: &mut Stages,
    judged: Vec<Result<Going>>,
) -> Result<Vec<Result<Lead>>> {
    let mut changes = Vec::with_capacity(judged.len());
    for going in judged.iter().flatten() {
        changes.push(describe(tx, stages, going).await?);
    }
    let leads = judged.iter().flatten().map(|going| (&going.before, &going.after));
    write::finish_all(cx, tx, leads.zip(changes)).await?;
    Ok(judged.into_iter().map(|going| going.map(|going| going.after)).collect())
}

/// Puts a lead into another stage, if the stage takes it. In its own stage nothing is asked.
pub(super) async fn enter(
    cx: &Context,
    tx: &Tx,
    before: &Lead,
    after: &mut Lead,
    stage: StageId,
) -> Result<()> {
    Stages::default().enter(cx, On::Tx(tx), before, after, stage, &LeadPatch::default()).await
}

/// What the second of two people is told: where the lead stands now and who put it there.
async fn overtaken(tx: &Tx, lead: &Lead) -> Result<Error> {
    let last: Option<(Option<String>,)> =
        Q::new("select s.name from event e left join staff s on s.id = e.staff_id")
            .push("where e.record_kind = 'lead' and e.record_id = ? order by e.id desc limit 1")
            .bind(lead.id)
            .optional(tx)
            .await?;
    let stage = words::stage(tx, lead.stage_id()).await?;
    let text = match last.and_then(|(name,)| name) {
        Some(who) => Text::new("lead-moved-by").with("who", who),
        None => Text::new("lead-moved-meanwhile"),
    };
    Ok(Error::conflict(text.with("name", &lead.profile.name).with("stage", stage.name), lead))
}

async fn describe(tx: &Tx, stages: &mut Stages, going: &Going) -> Result<Change> {
    let (from, to) = (going.before.stage_id(), going.after.stage_id());
    let (stage, others): (Vec<_>, Vec<_>) = fields::differences(&going.before.profile, &going.after.profile)
        .into_iter()
        .partition(|change| change.field.as_str() == "stage_id");
    let mut changes = words::in_words(tx, others).await?;
    for change in stage {
        // The names of stages are known from the move itself; many cards ask for them once.
        let (old, new) = (stages.get(On::Tx(tx), from).await?.name, stages.get(On::Tx(tx), to).await?.name);
        changes.push(change.told(json!(old), json!(new)));
    }
    changes.sort_by(|a, b| a.field.cmp(&b.field));
    let is_history = !changes.is_empty();
    let mut payload = write::changed_fields(changes, former_place(&going.before, &going.after));
    (payload["from"], payload["to"]) = (json!(from), json!(to));
    Ok(Change { kind: "lead.moved", payload, is_history })
}

/// The place that a lead leaves, for who takes its move back.
pub(super) fn former_place(before: &Lead, after: &Lead) -> Option<FieldChange> {
    let is_gone = before.stage_id() != after.stage_id();
    is_gone.then(|| FieldChange::new("rank", json!(before.rank), json!(after.rank)))
}

/// A lead that goes to another stage by a form, an import or a change of the list: to the top of it.
pub(super) async fn to_top(cx: &Context, tx: &Tx, lead: &Lead) -> Result<Rank> {
    let ranks = place::ranks(cx, tx, lead.stage_id(), &[lead.id], Place::Top).await?;
    ranks.into_iter().next().ok_or_else(|| Error::internal("a card got no place"))
}

/// Where those that stay would have gone, for the cards that were to follow them.
type Stayed = HashMap<LeadId, Place>;
