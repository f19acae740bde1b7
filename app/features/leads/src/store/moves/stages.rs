use std::collections::HashMap;

use kernel::db::Tx;
use kernel::{Context, Result, StageId};

use crate::store::{totals, words};
use crate::{Lead, LeadPatch, Stage};

/// The stages that one transaction moves leads between: each is read once, and those that came and went are counted on.
pub(super) struct Stages<'a> {
    tx: &'a Tx,
    known: HashMap<StageId, Stage>,
    standing: HashMap<StageId, i64>,
    moved: HashMap<StageId, i64>,
}

impl<'a> Stages<'a> {
    pub(super) fn new(tx: &'a Tx) -> Self {
        Self { tx, known: HashMap::new(), standing: HashMap::new(), moved: HashMap::new() }
    }

    /// One stage.
    pub(super) async fn get(&mut self, id: StageId) -> Result<Stage> {
        if let Some(stage) = self.known.get(&id) {
            return Ok(stage.clone());
        }
        let stage = words::stage(self.tx, id).await?;
        self.known.insert(id, stage.clone());
        Ok(stage)
    }

    /// How many leads stand in a stage by now, whoever may see them.
    async fn standing(&mut self, id: StageId) -> Result<i64> {
        let kept = match self.standing.get(&id) {
            Some(kept) => *kept,
            None => totals::standing(self.tx, id).await?,
        };
        self.standing.insert(id, kept);
        Ok(kept + self.moved.get(&id).copied().unwrap_or(0))
    }

    /// Puts a lead into another stage, if the stage takes it; what it lacks for that it takes from `answers`. In its
    /// own stage nothing is asked.
    pub(super) async fn enter(
        &mut self,
        cx: &Context,
        before: &Lead,
        after: &mut Lead,
        stage: StageId,
        answers: &LeadPatch,
    ) -> Result<()> {
        after.profile.stage_id = Some(stage);
        if stage == before.stage_id() {
            return Ok(());
        }
        let stage = self.get(stage).await?;
        let missing = stage.missing(after);
        let answered = answers.0.iter().filter(|(field, _)| missing.contains(&field.as_str()));
        let answered = LeadPatch(answered.map(|(field, value)| (field.clone(), value.clone())).collect());
        if !answered.is_empty() {
            after.profile = answered.apply(&after.profile)?;
        }
        stage.can_enter(after, self.standing(stage.id()).await?)?;
        after.stage_since = cx.now;
        for (lead, by) in [(before, -1), (&*after, 1)] {
            if lead.is_on_board() {
                *self.moved.entry(lead.stage_id()).or_default() += by;
            }
        }
        Ok(())
    }
}
