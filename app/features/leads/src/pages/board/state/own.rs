//! The person's own moves: shown at once, sent one after the other, undone by being forgotten.

use std::sync::Arc;

use kernel::{LeadId, StaffId, StageId, Version};

use super::{BoardState, ColumnKey};
use crate::{BoardGroup, LeadCard, LeadPatch, Move};

/// A place in a column, named by its neighbours, so that it stays right while others move cards around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    /// Behind this card; `None` at the top.
    pub after: Option<LeadId>,
    /// Before this one, when the other has gone.
    pub before: Option<LeadId>,
}

/// One move of a card by the person at this screen.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnMove {
    /// Its number on this page.
    pub number: u64,
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
    /// Shows a card in a slot as long as it is in the person's hand.
    pub fn hold(&mut self, id: LeadId, column: ColumnKey, slot: Slot) {
        if let Some(held) = self.in_hand.as_mut().filter(|held| held.id == id) {
            (held.column, held.slot) = (column, slot);
        } else if let Some(card) = self.shown_card(id) {
            let (version, fields) = (card.version, LeadPatch::default());
            self.in_hand = Some(OwnMove { number: 0, id, column, slot, version, fields, card });
        }
    }

    /// Lets go without a move: the card is back in its exact place.
    pub fn let_go(&mut self) -> Option<OwnMove> {
        self.in_hand.take()
    }

    /// Begins a move that is shown from now on; answers its number. A card that was held keeps the version it was
    /// taken with, so that nothing that happened meanwhile is overwritten unseen.
    pub fn begin(&mut self, id: LeadId, column: ColumnKey, slot: Slot, fields: LeadPatch) -> Option<u64> {
        let held = self.in_hand.take_if(|held| held.id == id);
        let card = held.as_ref().map(|held| held.card.clone()).or_else(|| self.shown_card(id))?;
        self.own_moves += 1;
        let (number, version) = (self.own_moves, held.map_or(card.version, |held| held.version));
        self.waiting.push(OwnMove { number, id, column, slot, version, fields, card });
        Some(number)
    }

    fn shown_card(&self, id: LeadId) -> Option<Arc<LeadCard>> {
        let waiting = self.waiting.iter().rev().find(|own| own.id == id).map(|own| own.card.clone());
        self.card(id).or(waiting)
    }

    /// The next move to send. One is on its way at a time: the order of the person is the order at the server.
    pub fn next_request(&mut self) -> Option<(u64, Request)> {
        if self.in_flight.is_some() {
            return None;
        }
        let own = self.waiting.first()?;
        let (number, id, version) = (own.number, own.id, own.version);
        let request = match self.group {
            BoardGroup::Owner => {
                Request::Owner(id, version, (own.column != 0).then_some(StaffId(own.column)))
            }
            BoardGroup::Stage => {
                let (stage_id, fields) = (StageId(own.column), own.fields.clone());
                Request::Move(id, Move { stage_id, after_id: self.neighbour_above(own), version, fields })
            }
        };
        self.in_flight = Some(number);
        Some((number, request))
    }

    /// The card behind which the move lands by what is known now.
    fn neighbour_above(&self, own: &OwnMove) -> Option<LeadId> {
        let only_this = std::slice::from_ref(own);
        let columns = self.overlaid(only_this, &mut |_, _, _| ());
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
        self.in_flight = self.in_flight.filter(|flying| *flying != number);
    }

    /// Whether own moves wait for an answer.
    pub fn is_busy(&self) -> bool {
        !self.waiting.is_empty()
    }
}
