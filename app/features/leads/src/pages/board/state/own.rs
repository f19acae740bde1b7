//! The person's own moves: shown at once, sent one after the other, undone by being forgotten. Cards that are moved
//! together are sent together and judged each for itself.

use std::sync::Arc;

use kernel::{LeadId, StaffId, StageId, Version};

use super::{BoardState, Cards, ColumnKey};
use crate::{BoardGroup, LeadCard, LeadPatch, Move};

/// A place in a column, named by its neighbours, so that it stays right while others move cards around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    /// Behind this card; `None` at the top.
    pub after: Option<LeadId>,
    /// Before this one, when the other has gone.
    pub before: Option<LeadId>,
    /// Behind all cards of the column, also those that are not loaded.
    pub end: bool,
}

/// Where a card is to go.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The card as it was seen, to be shown even if it has left the board.
    pub card: Arc<LeadCard>,
    /// Into which column.
    pub column: ColumnKey,
    /// Where in it.
    pub slot: Slot,
    /// What the stage asked for.
    pub fields: LeadPatch,
}

/// One move of a card by the person at this screen.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnMove {
    /// Its number on this page.
    pub number: u64,
    /// The number of the first of those that are sent together.
    pub batch: u64,
    /// Which card.
    pub id: LeadId,
    /// Into which column.
    pub column: ColumnKey,
    /// Where in it.
    pub slot: Slot,
    /// The version that the person saw when taking the card.
    pub version: Version,
    /// What the stage asked for.
    pub fields: LeadPatch,
    /// The card as it was taken, to be shown even if it leaves the board meanwhile.
    pub card: Arc<LeadCard>,
}

/// What is to be sent for an own move.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// A move into a stage.
    Move(LeadId, Move),
    /// A change of the owner, on a board grouped by owner.
    Owner(LeadId, Version, Option<StaffId>),
}

impl BoardState {
    /// Takes these cards in hand together: the one that [`BoardState::hold`] shows stands for all of them.
    pub fn take_together(&mut self, ids: &[LeadId]) {
        self.group = match ids {
            [] | [_] => Vec::new(),
            _ => ids.iter().filter_map(|id| self.shown_card(*id)).collect(),
        };
    }

    /// The cards that move when `id` does, in their order.
    pub fn moving_with(&self, id: LeadId) -> Vec<LeadId> {
        let ids: Vec<LeadId> = self.group.iter().map(|card| card.id).collect();
        if ids.contains(&id) { ids } else { vec![id] }
    }

    /// Shows a card in a slot as long as it is in the person's hand.
    pub fn hold(&mut self, id: LeadId, column: ColumnKey, slot: Slot) {
        if let Some(held) = self.in_hand.as_mut().filter(|held| held.id == id) {
            (held.column, held.slot) = (column, slot);
        } else if let Some(card) = self.shown_card(id) {
            let (version, fields) = (card.version, LeadPatch::default());
            self.in_hand = Some(OwnMove { number: 0, batch: 0, id, column, slot, version, fields, card });
        }
    }

    /// Lets go without a move: the cards are back in their exact places.
    pub fn let_go(&mut self) -> Option<OwnMove> {
        self.group.clear();
        self.in_hand.take()
    }

    /// Where these cards go when they go to one slot: one behind the other. Those that are not known are left out.
    pub fn targets(&self, ids: &[LeadId], column: ColumnKey, slot: Slot, fields: &LeadPatch) -> Vec<Target> {
        let mut slot = slot;
        let mut next = |id: &LeadId| {
            // What was taken in hand keeps the version it was taken with, so that nothing that happened meanwhile is
            // overwritten unseen.
            let held =
                self.in_hand.iter().map(|held| &held.card).chain(&self.group).find(|card| card.id == *id);
            let card = held.cloned().or_else(|| self.shown_card(*id))?;
            let target = Target { card, column, slot, fields: fields.clone() };
            slot.after = Some(*id);
            Some(target)
        };
        ids.iter().filter_map(&mut next).collect()
    }

    /// Begins moves that are shown from now on and sent together; answers their numbers.
    pub fn begin_all(&mut self, targets: Vec<Target>) -> Vec<u64> {
        let batch = self.own_moves + 1;
        self.group.clear();
        self.in_hand = None;
        for Target { card, column, slot, fields } in targets {
            self.own_moves += 1;
            let (number, id, version) = (self.own_moves, card.id, card.version);
            self.waiting.push(OwnMove { number, batch, id, column, slot, version, fields, card });
        }
        (batch..=self.own_moves).collect()
    }

    pub(super) fn shown_card(&self, id: LeadId) -> Option<Arc<LeadCard>> {
        let waiting = self.waiting.iter().rev().find(|own| own.id == id).map(|own| own.card.clone());
        self.card(id).or(waiting)
    }

    /// The next moves to send, with their numbers. One batch is on its way at a time: the order of the person is the
    /// order at the server.
    pub fn next_request(&mut self) -> Option<Vec<(u64, Request)>> {
        if self.in_flight.is_some() {
            return None;
        }
        let batch = self.waiting.first()?.batch;
        let own: Vec<OwnMove> = self.waiting.iter().take_while(|own| own.batch == batch).cloned().collect();
        let mut columns = self.overlaid(&[], &mut |_, _, _| ());
        let mut requests = Vec::with_capacity(own.len());
        for own in own {
            columns = self.laid_over(columns, std::slice::from_ref(&own), &mut |_, _, _| ());
            requests.push((own.number, self.request(&own, &columns)));
        }
        self.in_flight = Some(batch);
        Some(requests)
    }

    /// What is sent for a move, with the columns as they are seen after it.
    fn request(&self, own: &OwnMove, columns: &[Cards]) -> Request {
        let (id, version, fields) = (own.id, own.version, own.fields.clone());
        if self.group_by == BoardGroup::Owner {
            return Request::Owner(id, version, (own.column != 0).then_some(StaffId(own.column)));
        }
        let (stage_id, at_end) = (StageId(own.column), own.slot.end && self.is_manual());
        let after_id = self.neighbour_above(own, columns).filter(|_| !at_end);
        Request::Move(id, Move { stage_id, after_id, at_end, version, fields })
    }

    /// The card behind which the move lands by what is known now.
    fn neighbour_above(&self, own: &OwnMove, columns: &[Cards]) -> Option<LeadId> {
        let at = self.columns.iter().position(|column| column.stage.id == own.column)?;
        let index = columns[at].iter().position(|card| card.id == own.id)?;
        index.checked_sub(1).filter(|_| self.is_manual()).map(|above| columns[at][above].id)
    }

    /// The server did it: this is the card now.
    pub fn confirm(&mut self, number: u64, card: LeadCard) {
        self.serial += 1;
        self.forget(number);
        for later in self.waiting.iter_mut().filter(|own| own.id == card.id) {
            later.version = card.version;
        }
        if self.known.get(&card.id).is_none_or(|known| known.version <= card.version) {
            self.settle_totals(&card);
            self.put(Arc::new(card), true);
        }
    }

    /// The server refused: the card is back where it truly is, and nothing else changes.
    pub fn fail(&mut self, number: u64) {
        self.forget(number);
    }

    /// The server knows no such card (any more).
    pub fn gone(&mut self, number: u64) {
        self.serial += 1;
        let id = self.waiting.iter().find(|own| own.number == number).map(|own| own.id);
        self.forget(number);
        if let Some(id) = id {
            self.waiting.retain(|own| own.id != id);
            self.take(id);
            self.totals_due = true;
        }
    }

    /// A card as somebody else's answer showed it: after a conflict, a conversion, a form.
    pub fn learn_card(&mut self, card: LeadCard) {
        self.serial += 1;
        if self.known.get(&card.id).is_none_or(|known| known.version < card.version) {
            self.settle_totals(&card);
            self.put(Arc::new(card), false);
        }
    }

    /// A card that left the board by the person's own doing.
    pub fn drop_card(&mut self, id: LeadId) {
        self.serial += 1;
        self.take(id);
        self.totals_due = true;
    }

    fn forget(&mut self, number: u64) {
        self.waiting.retain(|own| own.number != number);
        let is_flying = |flying: &u64| self.waiting.iter().any(|own| own.batch == *flying);
        self.in_flight = self.in_flight.filter(is_flying);
    }

    /// Whether own moves wait for an answer.
    pub fn is_busy(&self) -> bool {
        !self.waiting.is_empty()
    }
}
