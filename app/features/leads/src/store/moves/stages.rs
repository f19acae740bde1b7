use std::collections::HashMap;

use kernel::db::On;
use kernel::{Context, Result, StageId};

use crate::store::{totals, words};
use crate::{Lead, LeadPatch, Stage};

/// The stages that one transaction, or one dry run, moves leads between: each is read once, and those that came and went
/// are counted on.
#[derive(Default)]
pub(in crate::store) struct Stages {
    known: HashMap<StageId, Stage>,
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
            return Ok(());
        }
        let stage = self.get(on, stage).await?;
        let missing = stage.missing(after);
        let answered = answers.0.iter().filter(|(field, _)| missing.contains(&field.as_str()));
        let answered = LeadPatch(answered.map(|(field, value)| (field.clone(), value.clone())).collect());
        if !answered.is_empty() {
            after.profile = answered.apply(&after.profile)?;
        }
        stage.can_enter(after, self.standing(on, stage.id()).await?)?;
        after.stage_since = cx.now;
        for (lead, by) in [(before, -1), (&*after, 1)] {
            if lead.is_on_board() {
                *self.moved.entry(lead.stage_id()).or_default() += by;
            }
        }
        Ok(())
    }

    /// Lets a new lead into its stage, if the stage takes it.
    pub(in crate::store) async fn admit(&mut self, on: On<'_>, lead: &Lead) -> Result<Stage> {
        let stage = self.get(on, lead.stage_id()).await?;
        stage.can_enter(lead, self.standing(on, stage.id()).await?)?;
        if lead.is_on_board() {
            *self.moved.entry(stage.id()).or_default() += 1;
        }
        Ok(stage)
    }
}
