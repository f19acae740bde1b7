//! Places for many new cards at once: below the cards of each stage, in the order of the rows.

use std::collections::BTreeMap;

use kernel::db::{Q, Tx};
use kernel::{Error, Result, StageId};

use crate::{Lead, Rank};

/// Gives new leads their ranks, below all cards that stand in their stages. `chance` keeps those apart who do so at the
/// same moment and do not see each other's cards yet; the same chance gives the same ranks.
pub(super) async fn rank_below(tx: &Tx, leads: &mut [Lead], chance: u64) -> Result<()> {
    let mut by_stage: BTreeMap<StageId, Vec<&mut Lead>> = BTreeMap::new();
    for lead in leads {
        by_stage.entry(lead.stage_id()).or_default().push(lead);
    }
    for (stage, leads) in by_stage {
        let mut last = last_rank(tx, stage).await?.or_else(|| (chance > 0).then(Rank::middle));
        for (place, lead) in leads.into_iter().enumerate() {
            let rank = Rank::between(last.as_ref(), None, if place == 0 { chance } else { 0 })
                .ok_or_else(|| Error::internal("a column has no end"))?;
            lead.rank = rank.clone();
            last = Some(rank);
        }
    }
    Ok(())
}

async fn last_rank(tx: &Tx, stage: StageId) -> Result<Option<Rank>> {
    let q =
        Q::new("select rank from lead where on_board and stage_id = ? order by rank desc, id desc limit 1")
            .bind(stage);
    let row: Option<(Rank,)> = q.optional(tx).await?;
    Ok(row.map(|(rank,)| rank))
}
