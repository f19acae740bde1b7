use kernel::db::{On, Q, Tx, Val};
use kernel::{Area, Can, Context, Error, NewEvent, RecordKind, Result, StageId, forbidden, invalid};
use serde_json::json;

use super::{NAME_LIMIT, Requirable, board_changed, locked_stage, stage};
use crate::store::row::{COLUMNS, LeadRow};
use crate::store::totals;
use crate::store::write::{self, Change};
use crate::{Lead, Stage, StageKind};

/// Adds a stage at the end of its pipeline, or changes one.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `Conflict` with the fresh stage; `Invalid` for fields that do not
/// fit and for a conversion stage that should mean anything but "won".
pub async fn save_stage(cx: &Context, new: &Stage) -> Result<Stage> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    check(new)?;
    cx.tx(|tx| async move {
        let known = Requirable::all(On::Tx(&tx)).await?;
        fits("required_fields", new.required_fields.iter().all(|field| known.is_there(field)))?;
        let id = if new.id == 0 { add(&tx, new).await? } else { change(&tx, new).await? };
        if new.is_default {
            begin_here(&tx, new, id).await?;
        }
        announce(cx, &tx, "stage.saved", id).await?;
        stage(&tx, StageId(id)).await
    })
    .await
}

fn check(stage: &Stage) -> Result<()> {
    if stage.name.trim().is_empty() {
        return Err(invalid("name", "error-required"));
    }
    fits("name", stage.name.chars().count() <= NAME_LIMIT)?;
    fits("hue", (0..10).contains(&stage.hue))?;
    fits("probability", (0..=100).contains(&stage.probability))?;
    fits("wip_limit", stage.wip_limit.is_none_or(|limit| (1..=1_000_000).contains(&limit)))?;
    fits("stale_after_days", stage.stale_after_days.is_none_or(|days| (1..=3_650).contains(&days)))
}

fn fits(field: &'static str, fits: bool) -> Result<()> {
    if fits { Ok(()) } else { Err(invalid(field, "lead-field-unfit")) }
}

/// New leads of the pipeline come into this stage from now on. There is one at every moment, which an index holds.
async fn begin_here(tx: &Tx, new: &Stage, id: i64) -> Result<()> {
    if stage(tx, StageId(id)).await?.is_conversion {
        return Err(invalid("is_default", "lead-needs-conversion"));
    }
    let others = Q::new("update stage set is_default = ? where is_default and id <> ? and pipeline_id =")
        .push("(select pipeline_id from stage where id = ?)");
    others.bind(false).bind(id).bind(id).run(tx).await?;
    Q::new("update stage set is_default = ? where id = ?")
        .bind(new.is_default)
        .bind(id)
        .run(tx)
        .await
        .map(drop)
}

async fn add(tx: &Tx, new: &Stage) -> Result<i64> {
    let q = Q::new("select coalesce(max(position), 0) + 1 from stage where pipeline_id = ?")
        .bind(new.pipeline_id);
    let position = q.number(tx).await?;
    let pipelines =
        Q::new("select count(*) from pipeline where id = ?").bind(new.pipeline_id).number(tx).await?;
    if pipelines == 0 {
        return Err(Error::NotFound);
    }
    let stage = Stage { is_conversion: false, is_default: false, ..new.clone() };
    insert_stage(tx, &stage, usize::try_from(position).unwrap_or_default()).await
}

/// A further stage, for an import that names one: open, in the pipeline that opens by itself, behind its last open stage
/// and with the chance of that.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `Invalid` for a name that does not fit.
pub(in crate::store) async fn add_open_stage(cx: &Context, tx: &Tx, name: &str) -> Result<i64> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let pipeline_id = Q::new("select id from pipeline where is_default").number(tx).await?;
    let last: Option<(i64, i64, i64)> =
        Q::new("select position, hue, probability from stage where pipeline_id = ? and kind = ?")
            .push("order by position desc, id desc limit 1")
            .bind(pipeline_id)
            .bind(StageKind::Open.code())
            .optional(tx)
            .await?;
    let (position, hue, probability) =
        last.map_or((0, 0, 0), |(position, hue, chance)| (position + 1, (hue + 1) % 10, chance));
    let stage = Stage { pipeline_id, name: name.to_owned(), hue, probability, ..Stage::default() };
    check(&stage)?;
    Q::new("update stage set position = position + 1 where pipeline_id = ? and position >= ?")
        .bind(pipeline_id)
        .bind(position)
        .run(tx)
        .await?;
    let id = insert_stage(tx, &stage, usize::try_from(position).unwrap_or_default()).await?;
    announce(cx, tx, "stage.saved", id).await?;
    Ok(id)
}

pub(super) async fn insert_stage(tx: &Tx, stage: &Stage, position: usize) -> Result<i64> {
    Q::new("insert into stage (pipeline_id, name, hue, position, kind, probability, wip_limit, wip_blocks,")
        .push("required_fields, stale_after_days, is_conversion, is_default) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .push("returning id")
        .bind(stage.pipeline_id)
        .bind(stage.name.trim())
        .bind(stage.hue)
        .bind(position)
        .bind(stage.kind.code())
        .bind(stage.probability)
        .bind(stage.wip_limit)
        .bind(stage.wip_blocks)
        .bind(Val::json(&stage.required_fields))
        .bind(stage.stale_after_days)
        .bind(stage.is_conversion)
        .bind(stage.is_default)
        .number(tx)
        .await
}

async fn change(tx: &Tx, new: &Stage) -> Result<i64> {
    let before = stage(tx, new.id()).await.map_err(|_| Error::NotFound)?;
    if before.version != new.version {
        return Err(Error::conflict("lead-stage-changed".into(), &before));
    }
    if before.is_conversion && new.kind != StageKind::Won {
        return Err(invalid("kind", "lead-stage-conversion-kind"));
    }
    Q::new("update stage set name = ?, hue = ?, kind = ?, probability = ?, wip_limit = ?, wip_blocks = ?,")
        .push("required_fields = ?, stale_after_days = ?, version = version + 1 where id = ?")
        .bind(new.name.trim())
        .bind(new.hue)
        .bind(new.kind.code())
        .bind(new.probability)
        .bind(new.wip_limit)
        .bind(new.wip_blocks)
        .bind(Val::json(&new.required_fields))
        .bind(new.stale_after_days)
        .bind(new.id)
        .run(tx)
        .await?;
    Ok(new.id)
}

pub(super) async fn announce(cx: &Context, tx: &Tx, kind: &'static str, id: i64) -> Result<()> {
    let event = NewEvent::new(kind, RecordKind::Setting, id);
    cx.record_all(tx, &[event, board_changed("board.changed")]).await
}

/// Puts stages into this order.
///
/// # Errors
/// `Forbidden` without the right to edit settings.
pub async fn order_stages(cx: &Context, ids: &[StageId]) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    cx.tx(|tx| async move {
        for (position, id) in ids.iter().enumerate() {
            let q = Q::new("update stage set position = ? where id = ?");
            q.bind(position).bind(*id).run(&tx).await?;
        }
        announce(cx, &tx, "stage.ordered", 0).await
    })
    .await
}

/// Deletes a stage; all its leads, also lost ones and those in the bin, go to another stage of the same pipeline,
/// below the cards that stand there.
///
/// # Errors
/// `Forbidden` for the conversion stage and without the right; `Invalid` for a target that does not fit.
pub async fn delete_stage(cx: &Context, id: StageId, leads_to: StageId) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    cx.tx(|tx| async move {
        let gone = locked_stage(&tx, id).await.map_err(|_| Error::NotFound)?;
        let target =
            locked_stage(&tx, leads_to).await.map_err(|_| invalid("leads_to", "lead-stage-unknown"))?;
        if gone.is_conversion {
            return Err(forbidden("lead-stage-protected"));
        }
        if target.id == gone.id || target.pipeline_id != gone.pipeline_id || target.is_conversion {
            return Err(invalid("leads_to", "lead-stage-unfit"));
        }
        hand_over(cx, &tx, &gone, &target).await?;
        Q::new("delete from lead_total where stage_id = ?").bind(id).run(&tx).await?;
        Q::new("delete from stage where id = ?").bind(id).run(&tx).await?;
        if gone.is_default {
            Q::new("update stage set is_default = ? where id = ?").bind(true).bind(leads_to).run(&tx).await?;
        }
        announce(cx, &tx, "stage.deleted", id.0).await
    })
    .await
}

/// Moves all leads of a stage below those of another. `z` before a rank puts it behind the others and keeps their order.
pub(super) async fn hand_over(cx: &Context, tx: &Tx, gone: &Stage, target: &Stage) -> Result<()> {
    tell(cx, tx, gone, target).await?;
    Q::new("update lead set stage_id = ?, rank = 'z' || rank, stage_since = ?, version = version + 1, updated_at = ?")
        .push("where stage_id = ?")
        .bind(target.id)
        .bind(cx.now)
        .bind(cx.now)
        .bind(gone.id)
        .run(tx)
        .await?;
    Q::new("insert into lead_total (stage_id, owner_id, currency, leads, minor)")
        .push("select cast(? as bigint), owner_id, currency, leads, minor from lead_total where stage_id = ?")
        .push("on conflict (stage_id, owner_id, currency) do update")
        .push("set leads = lead_total.leads + excluded.leads, minor = lead_total.minor + excluded.minor")
        .bind(target.id)
        .bind(gone.id)
        .run(tx)
        .await?;
    let left = totals::standing(tx, gone.id()).await?;
    tracing::info!(
        stage = gone.id,
        to = target.id,
        leads = left,
        "the leads of a deleted stage were handed over"
    );
    Ok(())
}

/// Writes down for each lead of a stage that it goes to another one.
async fn tell(cx: &Context, tx: &Tx, gone: &Stage, target: &Stage) -> Result<()> {
    let payload = json!({ "from": gone.id, "to": target.id,
        "changes": [{ "field": "stage_id", "old": gone.name, "new": target.name }] });
    let moved = |lead: Lead| {
        let event = write::event(&lead, Change::new("lead.moved", payload.clone()));
        NewEvent { version: lead.version + 1, ..event }
    };
    let mut last = 0;
    loop {
        let q = Q::new(COLUMNS).push("where l.stage_id = ? and l.id > ? order by l.id limit 500");
        let rows: Vec<LeadRow> = q.dialect("", "for update of l").bind(gone.id).bind(last).all(tx).await?;
        let Some(end) = rows.last().map(|row| row.id.0) else { return Ok(()) };
        last = end;
        let events: Vec<NewEvent> = rows.into_iter().map(LeadRow::into_lead).map(moved).collect();
        cx.record_all(tx, &events).await?;
    }
}
