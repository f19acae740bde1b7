use kernel::db::{Q, Tx, Val};
use kernel::{Context, Error, LeadId, NewEvent, RecordKind, Result, StageId, Text, entropy, invalid};
use serde_json::json;

use super::write::{self, Change};
use super::{find_any, require_edit, totals, words};
use crate::{Lead, Move, Rank};

/// Moves a lead into a stage and to an exact place in it. The one operation behind drags, keys, menus, forms and the API.
///
/// # Errors
/// `NotFound` for a lead that is not there or not seen, `Conflict` with the fresh lead when somebody was quicker,
/// `Forbidden` or `Invalid` when the stage refuses, see [`crate::Stage::can_enter`].
pub async fn run(cx: &Context, id: LeadId, to: &Move) -> Result<Lead> {
    cx.tx(|tx| async move {
        let before = find_any(cx, &tx, id).await?;
        require_edit(cx, &before)?;
        if before.version != to.version {
            return Err(overtaken(&tx, &before).await?);
        }
        if to.fields.0.contains_key("stage_id") {
            return Err(invalid("stage_id", "lead-field-unfit"));
        }
        let mut after = before.clone();
        after.profile = to.fields.apply(&before.profile)?;
        enter(cx, &tx, &before, &mut after, to.stage_id).await?;
        after.rank = place(&tx, cx, &after, to.after_id).await?;
        let change = describe(&tx, &before, &after).await?;
        if to.fields.is_empty() {
            write::place(cx, &tx, &before, &mut after, change).await?;
        } else {
            write::update(cx, &tx, &before, &mut after, change).await?;
        }
        Ok(after)
    })
    .await
}

/// Puts a lead into another stage, if the stage takes it. In its own stage nothing is asked.
pub(super) async fn enter(
    cx: &Context,
    tx: &Tx,
    before: &Lead,
    after: &mut Lead,
    stage: StageId,
) -> Result<()> {
    after.profile.stage_id = Some(stage);
    if stage == before.stage_id() {
        return Ok(());
    }
    let stage = words::stage(tx, stage).await?;
    stage.can_enter(after, totals::standing(tx, stage.id()).await?)?;
    after.stage_since = cx.now;
    Ok(())
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

async fn describe(tx: &Tx, before: &Lead, after: &Lead) -> Result<Change> {
    let (from, to) = (before.stage_id(), after.stage_id());
    let mut changes = words::in_words(tx, crate::changes(&before.profile, &after.profile)).await?;
    changes.retain(|change| change.old != change.new);
    let payload = json!({ "from": from, "to": to, "changes": changes });
    Ok(Change { kind: "lead.moved", payload, is_history: !changes.is_empty() })
}

/// The rank for the place behind `after` in the lead's stage; the top without it, or when that card has left the
/// stage in the meantime.
pub(super) async fn place(tx: &Tx, cx: &Context, lead: &Lead, after: Option<LeadId>) -> Result<Rank> {
    if after == Some(lead.id) {
        return Err(invalid("after_id", "lead-field-unfit"));
    }
    let (above, below) = around(cx, tx, lead, after).await?;
    let between = |above: Option<&Place>, below: Option<&Place>| {
        Rank::between(above.map(|p| &p.0), below.map(|p| &p.0), entropy::bits())
            .filter(|rank| !rank.is_long())
    };
    if let Some(rank) = between(above.as_ref(), below.as_ref()) {
        return Ok(rank);
    }
    spread(cx, tx, lead, above.or(below)).await?;
    let (above, below) = around(cx, tx, lead, after).await?;
    between(above.as_ref(), below.as_ref()).ok_or_else(|| Error::internal("a spread column has no room"))
}

/// A place in a column.
type Place = (Rank, i64);

/// The cards above and below the place behind `after` in the lead's stage.
async fn around(cx: &Context, tx: &Tx, lead: &Lead, after: Option<LeadId>) -> Result<(Option<Place>, Option<Place>)> {
    let stage = lead.stage_id();
    let above = match after {
        Some(after) => visible_neighbour(cx, tx, stage, after).await?,
        None => None,
    };
    let below = next(tx, stage, lead.id, above.as_ref()).await?;
    Ok((above, below))
}

async fn visible_neighbour(cx: &Context, tx: &Tx, stage: StageId, id: LeadId) -> Result<Option<Place>> {
    match find_any(cx, tx, id).await {
        Ok(lead) => Ok((lead.is_on_board() && lead.stage_id() == stage).then_some((lead.rank, id.0))),
        Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// The card below a place, whoever may see it; the first card of the stage without one. The moved card itself is skipped.
async fn next(tx: &Tx, stage: StageId, moved: LeadId, above: Option<&Place>) -> Result<Option<Place>> {
    let q = Q::new("select rank, id from lead where on_board and stage_id = ? and id <> ?")
        .bind(stage)
        .bind(moved);
    let q = match above {
        Some((rank, id)) => q.push("and (rank, id) > (?, ?)").bind(rank).bind(*id),
        None => q,
    };
    q.push("order by rank, id limit 1").optional(tx).await
}

/// Gives the cards around a crowded place evenly spread ranks, in the same order: a few hundred rows, so that nobody
/// waits, and all of the stage only if it must be.
async fn spread(cx: &Context, tx: &Tx, lead: &Lead, around: Option<Place>) -> Result<()> {
    let Some(centre) = around else { return Ok(()) };
    for reach in [200i64, 2_000, i64::from(i32::MAX)] {
        let above = neighbours(
            tx,
            lead,
            &centre,
            "and (rank, id) <= (?, ?) order by rank desc, id desc limit ?",
            reach,
        )
        .await?;
        let below =
            neighbours(tx, lead, &centre, "and (rank, id) > (?, ?) order by rank, id limit ?", reach).await?;
        let (mut above, mut below) = (above, below);
        let bound = |side: &mut Vec<Place>| {
            if side.len() as i64 > reach { side.pop().map(|place| place.0) } else { None }
        };
        let (low, high) = (bound(&mut above), bound(&mut below));
        let cards: Vec<Place> = above.into_iter().rev().chain(below).collect();
        let Some(ranks) = Rank::spread(cards.len(), low.as_ref(), high.as_ref()) else { continue };
        write_ranks(tx, cards.iter().map(|place| place.1).zip(&ranks)).await?;
        let event = NewEvent::new("board.respaced", RecordKind::Lead, 0)
            .payload(json!({ "stage_id": lead.stage_id() }));
        return cx.record(tx, super::words::to_everybody(event)).await;
    }
    Err(Error::internal("a column could not be spread"))
}

async fn neighbours(
    tx: &Tx,
    lead: &Lead,
    centre: &Place,
    which: &'static str,
    reach: i64,
) -> Result<Vec<Place>> {
    Q::new("select rank, id from lead where on_board and stage_id = ? and id <> ?")
        .push(which)
        .bind(lead.stage_id())
        .bind(lead.id)
        .bind(&centre.0)
        .bind(centre.1)
        .bind(reach + 1)
        .all(tx)
        .await
}

async fn write_ranks<'a>(tx: &Tx, ranks: impl Iterator<Item = (i64, &'a Rank)>) -> Result<()> {
    let rows: Vec<_> = ranks.map(|(id, rank)| json!([id, rank])).collect();
    Q::new("update lead set rank = r.rank from (select cast(value->>0 as bigint) as id, cast(value->>1 as text) as rank")
        .dialect("from json_each(?)", "from jsonb_array_elements(?) x(value)")
        .push(") r where lead.id = r.id")
        .bind(Val::json(&rows))
        .run(tx)
        .await
        .map(drop)
}

/// A lead that goes to another stage by a form, an import or a change of the list: to the top of it.
pub(super) async fn to_top(cx: &Context, tx: &Tx, lead: &Lead) -> Result<Rank> {
    place(tx, cx, lead, None).await
}
