use kernel::db::{Q, Tx, Val};
use kernel::{Area, Can, Context, Error, NewEvent, RecordKind, Result, StageId, forbidden, invalid};
use serde_json::json;

use super::{board_changed, stage};
use crate::store::totals;
use crate::{REQUIRABLE, Stage, StageKind, WordList};

/// Adds a stage at the end of its pipeline, or changes one.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `Conflict` with the fresh stage; `Invalid` for fields that do not
/// fit and for a conversion stage that should mean anything but "won".
pub async fn save_stage(cx: &Context, new: &Stage) -> Result<Stage> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    check(new)?;
    cx.tx(|tx| async move {
        let id = if new.id == 0 { add(&tx, new).await? } else { change(&tx, new).await? };
        announce(cx, &tx, "stage.saved", id).await?;
        stage(&tx, StageId(id)).await
    })
    .await
}

fn check(stage: &Stage) -> Result<()> {
    if stage.name.trim().is_empty() {
        return Err(invalid("name", "error-required"));
    }
    let fits =
        |field: &'static str, fits: bool| if fits { Ok(()) } else { Err(invalid(field, "lead-field-unfit")) };
    fits("name", stage.name.chars().count() <= 60)?;
    fits("hue", (0..10).contains(&stage.hue))?;
    fits("probability", (0..=100).contains(&stage.probability))?;
    fits("wip_limit", stage.wip_limit.is_none_or(|limit| (1..=1_000_000).contains(&limit)))?;
    fits("stale_after_days", stage.stale_after_days.is_none_or(|days| (1..=3_650).contains(&days)))?;
    fits("required_fields", stage.required_fields.iter().all(|field| REQUIRABLE.contains(&field.as_str())))
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

async fn announce(cx: &Context, tx: &Tx, kind: &'static str, id: i64) -> Result<()> {
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
        let gone = stage(&tx, id).await.map_err(|_| Error::NotFound)?;
        let target = stage(&tx, leads_to).await.map_err(|_| invalid("leads_to", "lead-stage-unknown"))?;
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
async fn hand_over(cx: &Context, tx: &Tx, gone: &Stage, target: &Stage) -> Result<()> {
    Q::new("insert into event (at, kind, record_kind, record_id, timeline_id, version, staff_id, payload, audience)")
        .push("select ?, 'lead.moved', 'lead', id, timeline_id, version + 1, ?, ?, ? from lead where stage_id = ?")
        .bind(cx.now)
        .bind(cx.staff_id())
        .bind(json!({ "from": gone.id, "to": target.id,
            "changes": [{ "field": "stage_id", "old": gone.name, "new": target.name }] }))
        .bind(json!({}))
        .bind(gone.id)
        .run(tx)
        .await?;
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

/// Adds (id 0) or renames an entry of a list; answers its id.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `Invalid` for a name that does not fit; `NotFound`.
pub async fn save_word(cx: &Context, list: WordList, id: i64, name: &str) -> Result<i64> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let name = name.trim();
    match name.chars().count() {
        0 => return Err(invalid("name", "error-required")),
        1..=60 => {}
        _ => return Err(invalid("name", kernel::Text::new("error-too-long").with("limit", 60))),
    }
    cx.tx(|tx| async move {
        let id = match (list, id) {
            (WordList::Tag, 0) => records::store::tags::find_or_create(&tx, name).await?.id.0,
            (_, 0) => Q::new(sql(list).insert).bind(name).number(&tx).await?,
            (WordList::Tag, id) => {
                let q = Q::new("update tag set name = ?, name_norm = ? where id = ? returning id");
                let renamed = q.bind(name).bind(name.to_lowercase()).bind(id).number(&tx).await;
                renamed.map_err(|error| error.on_duplicate("tag.name_norm", "name", "error-duplicate"))?
            }
            (_, id) => Q::new(sql(list).rename).bind(name).bind(id).number(&tx).await?,
        };
        announce(cx, &tx, sql(list).event, id).await?;
        Ok(id)
    })
    .await
}

/// A further source, for an import that names one.
pub(in crate::store) async fn add_source(cx: &Context, tx: &Tx, name: &str) -> Result<i64> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let id = Q::new(sql(WordList::Source).insert).bind(name).number(tx).await?;
    announce(cx, tx, "source.saved", id).await?;
    Ok(id)
}

/// Deletes an entry; what used it goes to `goes_to`, which is needed where something does.
///
/// # Errors
/// `Forbidden` without the right; `Invalid` for `goes_to` when the entry is used and no other one is named.
pub async fn delete_word(cx: &Context, list: WordList, id: i64, goes_to: Option<i64>) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let sql = sql(list);
    cx.tx(|tx| async move {
        let used = Q::new(sql.used).bind(id).number(&tx).await?;
        let target = goes_to.filter(|target| *target != id);
        if list == WordList::Tag {
            Q::new("delete from tagging where tag_id = ?").bind(id).run(&tx).await?;
        } else if used > 0 {
            let target = target.ok_or_else(|| invalid("goes_to", "lead-word-in-use"))?;
            let known = Q::new(sql.exists).bind(target).number(&tx).await?;
            if known == 0 {
                return Err(invalid("goes_to", "lead-field-unfit"));
            }
            Q::new(sql.replace).bind(target).bind(id).run(&tx).await?;
        }
        if Q::new(sql.delete).bind(id).run(&tx).await? == 0 {
            return Err(Error::NotFound);
        }
        announce(cx, &tx, sql.event, id).await
    })
    .await
}

/// The statements of a list of words.
struct Sql {
    event: &'static str,
    insert: &'static str,
    rename: &'static str,
    used: &'static str,
    exists: &'static str,
    replace: &'static str,
    delete: &'static str,
}

fn sql(list: WordList) -> Sql {
    match list {
        WordList::Source => Sql {
            event: "source.saved",
            insert: "insert into source (name, position) select ?, coalesce(max(position), 0) + 1 from source returning id",
            rename: "update source set name = ?, version = version + 1 where id = ? returning id",
            used: "select (select count(*) from lead where source_id = ?)",
            exists: "select count(*) from source where id = ?",
            replace: "update lead set source_id = ? where source_id = ?",
            delete: "delete from source where id = ?",
        },
        WordList::LostReason => Sql {
            event: "lost_reason.saved",
            insert: "insert into lost_reason (name, position) select ?, coalesce(max(position), 0) + 1 from lost_reason returning id",
            rename: "update lost_reason set name = ?, version = version + 1 where id = ? returning id",
            used: "select (select count(*) from lead where lost_reason_id = ?)",
            exists: "select count(*) from lost_reason where id = ?",
            replace: "update lead set lost_reason_id = ? where lost_reason_id = ?",
            delete: "delete from lost_reason where id = ?",
        },
        WordList::Tag => Sql {
            event: "tag.saved",
            insert: "",
            rename: "",
            used: "select (select count(*) from tagging where tag_id = ?)",
            exists: "select count(*) from tag where id = ?",
            replace: "",
            delete: "delete from tag where id = ?",
        },
    }
}
