//! Ways of selling: made, named, put in order, and taken away without losing a lead.

use std::collections::BTreeMap;

use kernel::db::{Q, Tx};
use kernel::{Area, Can, Context, Error, PipelineId, Result, StageId, Text, forbidden, invalid};

use super::edit::{announce, hand_over, insert_stage};
use super::{first_stages, locked_stage, pipeline_in, stage, stages_in};
use crate::store::{scope, totals};
use crate::{Pipeline, Stage};

/// The most pipelines of an organisation: each is a board of its own.
const MOST: i64 = 30;

/// Adds a pipeline (id 0) at the end, or changes one: its name, and, by `is_default`, that it opens by itself from now on.
/// A new one gets the stages of `like` with all their rules, or those that a new house begins with. Each pipeline has one
/// protected stage for converted leads from its first moment on.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `NotFound`; `Conflict` with the fresh pipeline; `Invalid` for the name
/// and when there are too many.
pub async fn save_pipeline(cx: &Context, new: &Pipeline, like: Option<PipelineId>) -> Result<Pipeline> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let name = &named(&new.name)?;
    cx.tx(|tx| async move {
        let id = match new.id {
            PipelineId(0) => add(cx, &tx, name, like).await?,
            id => change(&tx, id, new, name).await?,
        };
        if new.is_default {
            open_by_itself(&tx, id).await?;
        }
        announce(cx, &tx, "pipeline.saved", id.0).await?;
        pipeline_in(&tx, id).await
    })
    .await
}

fn named(name: &str) -> Result<String> {
    let name = name.replace('\0', "").split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(invalid("name", "error-required")),
        1..=60 => Ok(name),
        _ => Err(invalid("name", Text::new("error-too-long").with("limit", 60))),
    }
}

async fn add(cx: &Context, tx: &Tx, name: &str, like: Option<PipelineId>) -> Result<PipelineId> {
    if Q::new("select count(*) from pipeline").number(tx).await? >= MOST {
        return Err(invalid("name", Text::new("lead-pipelines-too-many").with("limit", MOST)));
    }
    let stages = match like {
        Some(like) => {
            pipeline_in(tx, like).await.map_err(|_| invalid("like", "lead-pipeline-unknown"))?;
            stages_in(tx, Some(like)).await?
        }
        None => first_stages(cx),
    };
    let id = Q::new(
        "insert into pipeline (name, position) select ?, coalesce(max(position), 0) + 1 from pipeline",
    )
    .push("returning id")
    .bind(name)
    .number(tx)
    .await?;
    for (position, stage) in stages.into_iter().enumerate() {
        insert_stage(tx, &Stage { pipeline_id: id, ..stage }, position).await?;
    }
    Ok(PipelineId(id))
}

async fn change(tx: &Tx, id: PipelineId, new: &Pipeline, name: &str) -> Result<PipelineId> {
    let before = pipeline_in(tx, id).await?;
    if before.version != new.version {
        return Err(Error::conflict("lead-pipeline-changed".into(), &before));
    }
    let q = Q::new("update pipeline set name = ?, version = version + 1 where id = ?");
    q.bind(name).bind(id).run(tx).await?;
    Ok(id)
}

/// There is one at every moment, which an index holds: the old one steps back first.
async fn open_by_itself(tx: &Tx, id: PipelineId) -> Result<()> {
    let others = Q::new("update pipeline set is_default = ? where is_default and id <> ?");
    others.bind(false).bind(id).run(tx).await?;
    Q::new("update pipeline set is_default = ? where id = ?").bind(true).bind(id).run(tx).await.map(drop)
}

/// Puts pipelines into this order.
///
/// # Errors
/// `Forbidden` without the right to edit settings.
pub async fn order_pipelines(cx: &Context, ids: &[PipelineId]) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    cx.tx(|tx| async move {
        for (position, id) in ids.iter().enumerate() {
            let q = Q::new("update pipeline set position = ? where id = ?");
            q.bind(position).bind(*id).run(&tx).await?;
        }
        announce(cx, &tx, "pipeline.ordered", 0).await
    })
    .await
}

/// Deletes a pipeline with its stages. `goes_to` says for each stage that holds leads, also lost ones and those in the
/// bin, to which stage of another pipeline they go; converted leads go to a stage for converted ones, and no others do.
/// Limits and required fields are not asked: who deletes decides.
///
/// # Errors
/// `Forbidden` without the right to edit settings and for the pipeline that opens by itself; `NotFound`; `Invalid` naming
/// `goes_to` where a stage has no target or one that does not fit.
pub async fn delete_pipeline(
    cx: &Context,
    id: PipelineId,
    goes_to: &BTreeMap<StageId, StageId>,
) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    cx.tx(|tx| async move {
        if pipeline_in(&tx, id).await?.is_default {
            return Err(forbidden("lead-pipeline-is-default"));
        }
        for stage in stages_in(&tx, Some(id)).await? {
            let gone = locked_stage(&tx, stage.id()).await?;
            if let Some(target) = target(&tx, &gone, goes_to).await? {
                hand_over(cx, &tx, &gone, &target).await?;
            }
            Q::new("delete from lead_total where stage_id = ?").bind(gone.id).run(&tx).await?;
            Q::new("delete from stage where id = ?").bind(gone.id).run(&tx).await?;
        }
        Q::new("delete from pipeline where id = ?").bind(id).run(&tx).await?;
        announce(cx, &tx, "pipeline.deleted", id.0).await
    })
    .await
}

/// Where the leads of a stage go; nowhere if it holds none.
async fn target(tx: &Tx, gone: &Stage, goes_to: &BTreeMap<StageId, StageId>) -> Result<Option<Stage>> {
    let held = Q::new("select count(*) from (select 1 from lead where stage_id = ? limit 1) l").bind(gone.id);
    if held.number(tx).await? == 0 {
        return Ok(None);
    }
    let unfit = |key: &'static str| invalid("goes_to", Text::new(key).with("stage", &gone.name));
    let id = goes_to.get(&gone.id()).ok_or_else(|| unfit("lead-stage-needs-target"))?;
    let target = locked_stage(tx, *id).await.map_err(|_| unfit("lead-stage-needs-target"))?;
    let fits = target.pipeline_id != gone.pipeline_id && target.is_conversion == gone.is_conversion;
    if fits { Ok(Some(target)) } else { Err(unfit("lead-stage-unfit-target")) }
}

/// Whether a stage holds more leads than it should, those included that the actor may not see: the same answer for all.
///
/// # Errors
/// `Forbidden` for who may see no leads; `Invalid` for a stage that is not there.
pub async fn is_over(cx: &Context, id: StageId) -> Result<bool> {
    scope::branches(&cx.actor)?;
    let stage = stage(cx.db(), id).await?;
    Ok(stage.wip_limit.is_some() && stage.is_over(totals::standing(cx.db(), id).await?))
}

/// How many leads each stage holds, also lost ones and those in the bin: what would have to go elsewhere.
///
/// # Errors
/// `Forbidden` without the right to see settings.
pub async fn held(cx: &Context) -> Result<Vec<(StageId, i64)>> {
    cx.actor.require(Area::Settings, Can::ViewAll)?;
    Q::new("select stage_id, count(*) from lead group by stage_id order by stage_id").all(cx.db()).await
}
