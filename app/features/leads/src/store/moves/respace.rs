use kernel::db::{Q, Tx, Val};
use kernel::{Context, Error, NewEvent, RecordKind, Result};
use serde_json::json;

use super::place::{Column, Spot};
use crate::Rank;
use crate::store::words;

/// Gives the cards around a crowded place evenly spread ranks, in the same order: a few hundred rows, so that nobody
/// waits, and all of the stage only if it must be.
pub(super) async fn around(cx: &Context, column: &Column<'_>, centre: Option<Spot>) -> Result<()> {
    let Some(centre) = centre else { return Ok(()) };
    for reach in [200i64, 2_000, i64::from(i32::MAX)] {
        let above = "and (rank, id) <= (?, ?) order by rank desc, id desc limit ?";
        let mut above = neighbours(column, &centre, above, reach).await?;
        let mut below =
            neighbours(column, &centre, "and (rank, id) > (?, ?) order by rank, id limit ?", reach).await?;
        let bound = |side: &mut Vec<Spot>| {
            if side.len() as i64 > reach { side.pop().map(|spot| spot.0) } else { None }
        };
        let (low, high) = (bound(&mut above), bound(&mut below));
        let cards: Vec<Spot> = above.into_iter().rev().chain(below).collect();
        let Some(ranks) = Rank::spread(cards.len(), low.as_ref(), high.as_ref()) else { continue };
        write(column.tx, cards.iter().map(|spot| spot.1).zip(&ranks)).await?;
        let event =
            NewEvent::new("board.respaced", RecordKind::Lead, 0).payload(json!({ "stage_id": column.stage }));
        return cx.record(column.tx, words::to_everybody(event)).await;
    }
    Err(Error::internal("a column could not be spread"))
}

async fn neighbours(
    column: &Column<'_>,
    centre: &Spot,
    which: &'static str,
    reach: i64,
) -> Result<Vec<Spot>> {
    let q = column.spots().push(which).bind(&centre.0).bind(centre.1).bind(reach + 1);
    q.all(column.tx).await
}

async fn write<'a>(tx: &Tx, ranks: impl Iterator<Item = (i64, &'a Rank)>) -> Result<()> {
    let rows: Vec<_> = ranks.map(|(id, rank)| json!([id, rank])).collect();
    Q::new("update lead set rank = r.rank from (select cast(value->>0 as bigint) as id, cast(value->>1 as text) as rank")
        .dialect("from json_each(?)", "from jsonb_array_elements(?) x(value)")
        .push(") r where lead.id = r.id")
        .bind(Val::json(&rows))
        .run(tx)
        .await
        .map(drop)
}
