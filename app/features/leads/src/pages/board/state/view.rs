//! What is seen: the server's state with the own moves laid over it.

use std::sync::Arc;

use kernel::LeadId;

use super::{BoardState, ColumnKey, OwnMove, Slot};
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
            Some(held) => self.laid_over(columns, std::slice::from_ref(held), &mut |_, _, _| ()),
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

    fn laid_over(
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
        if is_new && self.group == BoardGroup::Stage {
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
        let find = |id: Option<LeadId>| id.and_then(|id| cards.iter().position(|card| card.id == id));
        match (find(slot.after), find(slot.before)) {
            (Some(above), _) => above + 1,
            (None, Some(below)) => below,
            (None, None) if slot.after.is_some() => cards.len(),
            (None, None) => 0,
        }
    }

    /// The place of a card, were it not held: its column, its index there and its neighbours, where an undo puts it back.
    pub fn home(&self, id: LeadId) -> Option<(ColumnKey, usize, Slot)> {
        let columns = self.overlaid(&self.waiting, &mut |_, _, _| ());
        let place = |cards: &Cards| cards.iter().position(|card| card.id == id);
        let (column, at) =
            columns.iter().enumerate().find_map(|(column, cards)| Some((column, place(cards)?)))?;
        let after = at.checked_sub(1).map(|above| columns[column][above].id);
        let slot = Slot { after, before: columns[column].get(at + 1).map(|card| card.id) };
        Some((self.columns[column].stage.id, at, slot))
    }

    /// The slot at `index` of a column, with `id` itself not counted.
    pub fn slot_at(&self, column: ColumnKey, index: usize, id: LeadId) -> Slot {
        let columns = self.overlaid(&self.waiting, &mut |_, _, _| ());
        let at = self.columns.iter().position(|own| own.stage.id == column);
        let Some(cards) = at.map(|at| &columns[at]) else { return Slot::default() };
        let mut others = cards.iter().filter(|card| card.id != id).map(|card| card.id);
        let after = index.checked_sub(1).and_then(|above| others.by_ref().nth(above));
        Slot { after, before: others.next() }
    }

    /// The highest index of a slot in a column: how many other cards are loaded there.
    pub fn last_slot(&self, column: ColumnKey, id: LeadId) -> usize {
        let columns = self.overlaid(&self.waiting, &mut |_, _, _| ());
        let at = self.columns.iter().position(|own| own.stage.id == column);
        at.map_or(0, |at| columns[at].iter().filter(|card| card.id != id).count())
    }
}
