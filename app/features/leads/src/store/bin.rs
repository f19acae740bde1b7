use fields::Kind;
use kernel::db::{On, Q, Tx};
use kernel::{Area, Can, Context, LeadId, Result, Version, forbidden};
use serde_json::{Value, json};

use super::moves::{self, Stages};
use super::write::{self, Change};
use super::{find_any, kind, stale};
use crate::Lead;

/// Puts a lead into the bin. It leaves board, list and search, and waits there to be restored.
///
/// # Errors
/// `NotFound`, `Forbidden` without the right to delete or for a converted lead, `Conflict` when it was changed.
pub async fn delete(cx: &Context, id: LeadId, version: Version) -> Result<Lead> {
    cx.tx(|tx| async move {
        let before = find_any(cx, &tx, id).await?;
        if before.deleted_at.is_some() {
            return Err(kernel::Error::NotFound);
        }
        cx.actor.require(Area::Leads, Can::Delete)?;
        stale(&before, version)?;
        let after = binned(cx, &before)?;
        store(cx, &tx, &before, after).await
    })
    .await
}

/// Takes a lead out of the bin, back into its stage and place. Nothing happens to one that is not in it.
///
/// # Errors
/// `NotFound`; `Forbidden` without the right to delete, and when its stage is full and takes no more.
pub async fn restore(cx: &Context, id: LeadId) -> Result<Lead> {
    cx.tx(|tx| async move {
        let before = find_any(cx, &tx, id).await?;
        cx.actor.require(Area::Leads, Can::Delete)?;
        if before.deleted_at.is_none() {
            return Ok(before);
        }
        fields::require_alone(cx, On::Tx(&tx), &kind::Leads::record(cx, &before)).await?;
        let after = restored(On::Tx(&tx), &before, &mut Stages::default()).await?;
        store(cx, &tx, &before, after).await
    })
    .await
}

/// What becomes of a lead that goes to the bin, if it may.
pub(super) fn binned(cx: &Context, before: &Lead) -> Result<Lead> {
    match before.customer_id {
        Some(_) => Err(forbidden("lead-is-converted")),
        None => Ok(Lead { deleted_at: Some(cx.now), ..before.clone() }),
    }
}

/// What becomes of a lead that comes out of the bin, if its stage has room for it.
pub(super) async fn restored(on: On<'_>, before: &Lead, stages: &mut Stages) -> Result<Lead> {
    let after = Lead { deleted_at: None, ..before.clone() };
    stages.come_back(on, before, &after).await?;
    Ok(after)
}

/// Stores a lead that goes to the bin or comes out of it.
pub(super) async fn store(cx: &Context, tx: &Tx, before: &Lead, mut after: Lead) -> Result<Lead> {
    let kind = if after.deleted_at.is_some() { "lead.deleted" } else { "lead.restored" };
    if after.deleted_at.is_none() && after.rank.is_long() {
        after.rank = moves::to_top(cx, tx, &after).await?;
    }
    // That it was merged is told where it was merged.
    let change = Change { kind, payload: json!({ "merges": cx.cause.merges }), is_history: false };
    let change = if cx.cause.merges.is_some() { change } else { Change::new(kind, Value::Null) };
    write::update(cx, tx, before, &mut after, change).await?;
    Ok(after)
}

/// Takes leads that lie in the bin out of the database, with their words. The totals have not counted them since they
/// went there.
pub(super) async fn purge(tx: &Tx, ids: &[i64]) -> Result<()> {
    Q::new("delete from lead_search where").any_of("rowid", ids.iter().copied()).run(tx).await?;
    Q::new("delete from lead where").any_of("id", ids.iter().copied()).run(tx).await.map(drop)
}
