use std::collections::{BTreeSet, HashMap};

use kernel::db::On;
use kernel::{Context, Result, StageId};

use crate::store::{save, totals, words};
use crate::{Lead, LeadPatch, Stage};

/// The stages that one transaction, or one dry run, moves leads between: each is read once, and those that came and went
/// are counted on.
#[derive(Default)]
pub(in crate::store) struct Stages {
    known: HashMap<StageId, Stage>,
    /// Those whose door this transaction holds.
    held: HashMap<StageId, Stage>,
    standing: HashMap<StageId, i64>,
    moved: HashMap<StageId, i64>,
}

impl Stages {
    /// One stage.
    pub(in crate::store) async fn get(&mut self, on: On<'_>, id: StageId) -> Result<Stage> {
        if let Some(stage) = self.known.get(&id) {
            return Ok(stage.clone());
        }
        let stage = words::stage(on, id).await?;
        self.known.insert(id, stage.clone());
        Ok(stage)
    }

    /// A stage that a lead is to enter, held so that what is counted stays true until the transaction is over.
    async fn at_the_door(&mut self, on: On<'_>, id: StageId) -> Result<Stage> {
        if let Some(stage) = self.held.get(&id) {
            return Ok(stage.clone());
        }
        let stage = words::stage_to_enter(on, id).await?;
        self.held.insert(id, stage.clone());
        self.known.insert(id, stage.clone());
        Ok(stage)
    }

    /// Holds the doors of several stages in the order of their ids, so that two who move between the same ones never
    /// wait for each other crosswise. One that is not there is told of when a lead is to enter it.
    pub(in crate::store) async fn hold(
        &mut self,
        on: On<'_>,
        ids: impl Iterator<Item = StageId>,
    ) -> Result<()> {
        let ids: BTreeSet<StageId> = ids.collect();
        for id in ids {
            drop(kernel::refusal(self.at_the_door(on, id).await)?);
        }
        Ok(())
    }

    /// How many leads stand in a stage by now, whoever may see them.
    async fn standing(&mut self, on: On<'_>, id: StageId) -> Result<i64> {
        let kept = match self.standing.get(&id) {
            Some(kept) => *kept,
            None => totals::standing(on, id).await?,
        };
        self.standing.insert(id, kept);
        Ok(kept + self.moved.get(&id).copied().unwrap_or(0))
    }

    /// Puts a lead into another stage, if the stage takes it; what it lacks for that it takes from `answers`. In its
    /// own stage nothing is asked.
    pub(in crate::store) async fn enter(
        &mut self,
        cx: &Context,
        on: On<'_>,
        before: &Lead,
        after: &mut Lead,
        stage: StageId,
        answers: &LeadPatch,
    ) -> Result<()> {
        after.profile.stage_id = Some(stage);
        if stage == before.stage_id() {
            return self.come_back(on, before, after).await;
        }
        let stage = self.at_the_door(on, stage).await?;
        let missing = stage.missing(after);
        let answered = answers.0.iter().filter(|(field, _)| missing.contains(field));
        let answered = LeadPatch(answered.map(|(field, value)| (field.clone(), value.clone())).collect());
        if !answered.is_empty() {
            after.profile = save::filled_in(cx, on, &after.profile, &answered).await?;
        }
        stage.can_enter(after, self.standing(on, stage.id()).await?)?;
        after.stage_since = cx.now;
        self.count(before, after);
        Ok(())
    }

    /// Lets a lead that was lost or in the bin back to the board, into the stage that it has, if that has room.
    pub(in crate::store) async fn come_back(
        &mut self,
        on: On<'_>,
        before: &Lead,
        after: &Lead,
    ) -> Result<()> {
        if after.is_on_board() && !before.is_on_board() {
            let stage = self.at_the_door(on, after.stage_id()).await?;
            stage.has_room(self.standing(on, stage.id()).await?)?;
        }
        self.count(before, after);
        Ok(())
    }

    fn count(&mut self, before: &Lead, after: &Lead) {
        for (lead, by) in [(before, -1), (after, 1)] {
            if lead.is_on_board() {
                *self.moved.entry(lead.stage_id()).or_default() += by;
            }
        }
    }

    /// Lets a new lead into its stage, if the stage takes it.
    pub(in crate::store) async fn admit(&mut self, on: On<'_>, lead: &Lead) -> Result<Stage> {
        let stage = self.at_the_door(on, lead.stage_id()).await?;
        stage.can_enter(lead, self.standing(on, stage.id()).await?)?;
        if lead.is_on_board() {
            *self.moved.entry(stage.id()).or_default() += 1;
        }
        Ok(stage)
    }
}
