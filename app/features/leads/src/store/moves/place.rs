//! Exact places: cards that go to one place together keep their order and take no more room than they need.

use kernel::db::{Q, Tx};
use kernel::{Context, Error, LeadId, Result, StageId, entropy};

use super::{Going, Stayed, respace};
use crate::store::{row, write};
use crate::{LeadMove, Move, Rank};

/// Where in its stage a card goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Place {
    Top,
    Behind(LeadId),
    End,
}

impl Place {
    fn of(to: &Move) -> Self {
        match to.after_id {
            _ if to.at_end => Self::End,
            Some(after) => Self::Behind(after),
            None => Self::Top,
        }
    }
}

/// Cards that go one behind the other to one place.
pub(super) struct Run<'a> {
    place: Place,
    cards: Vec<&'a mut Going>,
}

/// The cards that may go, in runs. A card that was to follow one that stays goes where that one would have gone.
pub(super) fn runs<'a>(moves: &[LeadMove], judged: &'a mut [Result<Going>]) -> Vec<Run<'a>> {
    let mut stayed = Stayed::new();
    let mut runs: Vec<Run<'a>> = Vec::new();
    for (one, going) in moves.iter().zip(judged) {
        let mut place = Place::of(&one.to);
        while let Place::Behind(after) = place
            && let Some(instead) = stayed.get(&after)
        {
            place = *instead;
        }
        let Ok(going) = going else {
            stayed.insert(one.id, place);
            continue;
        };
        let follows = |run: &&mut Run<'_>| {
            let last = run.cards.last();
            let same_stage = last.is_some_and(|last| last.after.stage_id() == going.after.stage_id());
            let behind = last.is_some_and(|last| place == Place::Behind(last.after.id));
            same_stage && (behind || place == Place::End && run.place == Place::End)
        };
        match runs.last_mut().filter(follows) {
            Some(run) => run.cards.push(going),
            None => runs.push(Run { place, cards: vec![going] }),
        }
    }
    runs
}

/// Gives the cards of a run their ranks and stores them, so that the next run finds them there. Cards of which only the
/// place changes are written by one statement.
pub(super) async fn give(cx: &Context, tx: &Tx, run: Run<'_>) -> Result<()> {
    let Some(stage) = run.cards.first().map(|going| going.after.stage_id()) else { return Ok(()) };
    let ids: Vec<LeadId> = run.cards.iter().map(|going| going.after.id).collect();
    let ranks = ranks(cx, tx, stage, &ids, run.place).await?;
    let mut placed = Vec::with_capacity(ids.len());
    for (going, rank) in run.cards.into_iter().zip(ranks) {
        going.after.rank = rank;
        if going.has_new_fields() {
            write::update_row(cx, tx, &going.before, &mut going.after).await?;
        } else {
            placed.push((&going.before, &mut going.after));
        }
    }
    write::place_all(cx, tx, placed).await
}

/// The ranks for so many cards at a place of a stage, in rising order. At the top when the card that they were to stand
/// behind has left the stage in the meantime, or may not be seen.
pub(in crate::store) async fn ranks(
    cx: &Context,
    tx: &Tx,
    stage: StageId,
    ids: &[LeadId],
    place: Place,
) -> Result<Vec<Rank>> {
    let column = Column { tx, stage, ids };
    let (above, below) = column.around(cx, place).await?;
    if let Some(ranks) = between(ids.len(), above.as_ref(), below.as_ref()) {
        return Ok(ranks);
    }
    respace::around(cx, &column, above.or(below)).await?;
    let (above, below) = column.around(cx, place).await?;
    between(ids.len(), above.as_ref(), below.as_ref())
        .ok_or_else(|| Error::internal("a column with new places has no room"))
}

/// A rank and the id that decides among equal ones.
pub(super) type Spot = (Rank, i64);

fn between(count: usize, above: Option<&Spot>, below: Option<&Spot>) -> Option<Vec<Rank>> {
    let (above, below) = (above.map(|spot| &spot.0), below.map(|spot| &spot.0));
    let ranks = match (count, above, below) {
        (2.., Some(_), Some(_)) => Rank::spread(count, above, below)?,
        // At an open end each takes a step of its own, as single cards do.
        (_, None, Some(_)) => {
            let mut ranks: Vec<Rank> = Vec::with_capacity(count);
            for _ in 0..count {
                ranks.push(Rank::between(None, ranks.last().or(below), entropy::bits())?);
            }
            ranks.reverse();
            ranks
        }
        _ => {
            let mut ranks: Vec<Rank> = Vec::with_capacity(count);
            for _ in 0..count {
                ranks.push(Rank::between(ranks.last().or(above), below, entropy::bits())?);
            }
            ranks
        }
    };
    (!ranks.iter().any(Rank::is_long)).then_some(ranks)
}

/// A stage without the cards that are on their way into it.
pub(super) struct Column<'a> {
    pub(super) tx: &'a Tx,
    pub(super) stage: StageId,
    ids: &'a [LeadId],
}

impl Column<'_> {
    /// The ranks of its cards, whoever may see them; to be narrowed and put in order.
    pub(super) fn spots(&self) -> Q {
        let q = Q::new("select rank, id from lead where on_board and stage_id = ?").bind(self.stage);
        match self.ids {
            [only] => q.push("and id <> ?").bind(*only),
            ids => q.push("and not").any_of("id", ids.iter().map(|id| id.0)),
        }
    }

    /// The cards above and below a place.
    async fn around(&self, cx: &Context, place: Place) -> Result<(Option<Spot>, Option<Spot>)> {
        let above = match place {
            Place::Top => None,
            Place::Behind(after) => self.neighbour(cx, after).await?,
            Place::End => {
                let last = self.spots().push("order by rank desc, id desc limit 1");
                return Ok((last.optional(self.tx).await?, None));
            }
        };
        let q = match &above {
            Some((rank, id)) => self.spots().push("and (rank, id) > (?, ?)").bind(rank).bind(*id),
            None => self.spots(),
        };
        let below = q.push("order by rank, id limit 1").optional(self.tx).await?;
        Ok((above, below))
    }

    async fn neighbour(&self, cx: &Context, id: LeadId) -> Result<Option<Spot>> {
        let found = row::peek(cx, self.tx, id).await?;
        let here = found.filter(|lead| lead.is_on_board() && lead.stage_id() == self.stage);
        Ok(here.map(|lead| (lead.rank, id.0)))
    }
}
