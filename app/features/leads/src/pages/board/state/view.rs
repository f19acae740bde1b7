//! What is seen: the server's state with the own moves laid over it.

use std::sync::Arc;

use kernel::LeadId;

use super::{BoardState, ColumnKey, OwnMove, Slot, Target};
use crate::{BoardGroup, LeadCard, Stage, Totals};
use kernel::{StaffId, StageId};

/// Cards in their order; copied only when they change.
pub type Cards = Arc<Vec<Arc<LeadCard>>>;

/// A column as it is seen.
#[derive(Clone, Debug)]
pub struct ColumnView {
    /// The stage, or its stand-in for an owner.
    pub stage: Stage,
    /// The totals with the own moves counted in.
    pub totals: Totals,
    /// The loaded cards.
    pub cards: Cards,
    /// Whether there are cards that are not loaded.
    pub has_more: bool,
}

impl PartialEq for ColumnView {
    fn eq(&self, other: &Self) -> bool {
        // Two lists that are one in memory need no look at thousands of cards.
        let same_cards = Arc::ptr_eq(&self.cards, &other.cards) || self.cards == other.cards;
        same_cards
            && self.stage == other.stage
            && self.totals == other.totals
            && self.has_more == other.has_more
    }
}

impl BoardState {
    /// All columns as they are seen now.
    pub fn view(&self) -> Vec<ColumnView> {
        let mut totals: Vec<Totals> = self.columns.iter().map(|column| column.totals.clone()).collect();
        let columns = self.overlaid(&self.waiting, &mut |from, to, card| {
            if let Some(from) = from {
                self.count(&mut totals[from], from, card, -1);
            }
            self.count(&mut totals[to], to, &self.landed(card, self.columns[to].stage.id, true), 1);
        });
        let shown = match &self.in_hand {
            Some(held) => {
                let others = self.without(columns, &self.in_group());
                self.laid_over(others, std::slice::from_ref(held), &mut |_, _, _| ())
            }
            None => columns,
        };
        let parts = self.columns.iter().zip(totals).zip(shown);
        let view = parts.map(|((column, totals), cards)| ColumnView {
            stage: column.stage.clone(),
            totals,
            cards,
            has_more: column.next_cursor.is_some(),
        });
        view.collect()
    }

    /// The server's columns with these moves laid over them.
    pub(super) fn overlaid(
        &self,
        moves: &[OwnMove],
        moved: &mut dyn FnMut(Option<usize>, usize, &LeadCard),
    ) -> Vec<Cards> {
        self.laid_over(self.columns.iter().map(|column| column.cards.clone()).collect(), moves, moved)
    }

    pub(super) fn laid_over(
        &self,
        mut columns: Vec<Cards>,
        moves: &[OwnMove],
        moved: &mut dyn FnMut(Option<usize>, usize, &LeadCard),
    ) -> Vec<Cards> {
        for own in moves {
            let Some(to) = self.columns.iter().position(|column| column.stage.id == own.column) else {
                continue;
            };
            let place = |cards: &Cards| cards.iter().position(|card| card.id == own.id);
            let found = columns.iter().enumerate().find_map(|(from, cards)| Some((from, place(cards)?)));
            let card = match found {
                Some((from, at)) => Arc::make_mut(&mut columns[from]).remove(at),
                None => own.card.clone(),
            };
            let from = found.map(|(from, _)| from);
            if from != Some(to) {
                moved(from, to, &card);
            }
            let landed = Arc::new(self.landed(&card, own.column, from != Some(to)));
            let cards = Arc::make_mut(&mut columns[to]);
            let at = self.index_of(cards, own.slot, &landed);
            cards.insert(at, landed);
        }
        columns
    }

    /// The card as it will be in this column.
    fn landed(&self, card: &LeadCard, column: ColumnKey, is_new: bool) -> LeadCard {
        let mut card = card.clone();
        if is_new && self.group_by == BoardGroup::Stage {
            (card.stage_id, card.stage_since) = (StageId(column), self.now);
        } else if is_new {
            card.owner_id = (column != 0).then_some(StaffId(column));
        }
        card
    }

    /// Where among `cards` (without itself) a card lands.
    fn index_of(&self, cards: &[Arc<LeadCard>], slot: Slot, card: &LeadCard) -> usize {
        if !self.is_manual() {
            return cards.partition_point(|other| self.sort.compare(other, card) == std::cmp::Ordering::Less);
        }
        if slot.end {
            return cards.len();
        }
        let find = |id: Option<LeadId>| id.and_then(|id| cards.iter().position(|card| card.id == id));
        match (find(slot.after), find(slot.before)) {
            (Some(above), _) => above + 1,
            (None, Some(below)) => below,
            (None, None) if slot.after.is_some() => cards.len(),
            (None, None) => 0,
        }
    }

    /// The cards that move together with the one in hand.
    fn in_group(&self) -> Vec<LeadId> {
        self.group.iter().map(|card| card.id).collect()
    }

    fn without(&self, mut columns: Vec<Cards>, ids: &[LeadId]) -> Vec<Cards> {
        for cards in columns.iter_mut().filter(|_| !ids.is_empty()) {
            if cards.iter().any(|card| ids.contains(&card.id)) {
                Arc::make_mut(cards).retain(|card| !ids.contains(&card.id));
            }
        }
        columns
    }

    /// The place of a card, were it not held: its column, its index among the cards that do not move with it, and its
    /// neighbours, where an undo puts it back.
    pub fn home(&self, id: LeadId) -> Option<(ColumnKey, usize, Slot)> {
        let columns = self.overlaid(&self.waiting, &mut |_, _, _| ());
        let place = |cards: &Cards| cards.iter().position(|card| card.id == id);
        let (column, at) =
            columns.iter().enumerate().find_map(|(column, cards)| Some((column, place(cards)?)))?;
        let (cards, loaded) = (&columns[column], &self.columns[column]);
        let after = at.checked_sub(1).map(|above| cards[above].id);
        let is_behind = |edge: &Arc<LeadCard>| self.sort.compare(edge, &cards[at]).is_lt();
        // What was put behind all that is loaded stands further down than can be told.
        let end = loaded.next_cursor.is_some() && loaded.edge.as_ref().is_some_and(is_behind);
        let slot = Slot { after, before: cards.get(at + 1).map(|card| card.id), end };
        let group = self.in_group();
        let index = cards[..at].iter().filter(|card| !group.contains(&card.id)).count();
        Some((loaded.stage.id, index, slot))
    }

    /// The cards of a column that stay there while `moving` and those in hand go.
    fn others(&self, column: ColumnKey, moving: &[LeadId]) -> Option<(Vec<LeadId>, bool)> {
        let columns = self.overlaid(&self.waiting, &mut |_, _, _| ());
        let at = self.columns.iter().position(|own| own.stage.id == column)?;
        let group = self.in_group();
        let ids = columns[at].iter().map(|card| card.id);
        let others = ids.filter(|id| !moving.contains(id) && !group.contains(id)).collect();
        Some((others, self.columns[at].next_cursor.is_some()))
    }

    /// The slot at `index` of a column, with the cards that move not counted. Behind the last loaded card is the end of
    /// the column.
    pub fn slot_at(&self, column: ColumnKey, index: usize, moving: &[LeadId]) -> Slot {
        let Some((others, has_more)) = self.others(column, moving) else { return Slot::default() };
        let after = index.min(others.len()).checked_sub(1).map(|above| others[above]);
        let before = others.get(index).copied();
        Slot { after, before, end: has_more && before.is_none() && after.is_some() }
    }

    /// The highest index of a slot in a column: how many other cards are loaded there.
    pub fn last_slot(&self, column: ColumnKey, moving: &[LeadId]) -> usize {
        self.others(column, moving).map_or(0, |(others, _)| others.len())
    }

    /// Whether these moves would change what is seen, or put something behind cards that are not loaded.
    pub fn would_change(&self, targets: &[Target]) -> bool {
        let before = self.overlaid(&self.waiting, &mut |_, _, _| ());
        let mut after = before.clone();
        for Target { card, column, slot, fields } in targets {
            let (id, version) = (card.id, card.version);
            let (column, slot, fields, card) = (*column, *slot, fields.clone(), card.clone());
            let own = OwnMove { number: 0, batch: 0, id, column, slot, version, fields, card };
            after = self.laid_over(after, &[own], &mut |_, _, _| ());
        }
        let ids = |columns: &[Cards]| -> Vec<Vec<LeadId>> {
            columns.iter().map(|cards| cards.iter().map(|card| card.id).collect()).collect()
        };
        let is_home = |target: &Target| self.home(target.card.id).is_some_and(|home| home.2.end);
        ids(&before) != ids(&after) || targets.iter().any(|target| target.slot.end && !is_home(target))
    }
}
