//! What the board knows: what the server said, and on top of it the person's own moves that it has not answered yet.
//!
//! The two are kept apart. What is seen is the server's state with the own moves laid over it in their order, so that a
//! move that fails is undone exactly by forgetting it, whatever happened in between. Plain Rust, no browser.

use std::collections::HashMap;
use std::sync::Arc;

use kernel::{Cursor, Instant, LeadId, Page, Version};

use crate::{Board, BoardChanges, BoardGroup, BoardSort, LeadCard, Stage, Totals};

#[cfg(test)]
mod converge;
mod own;
mod sums;
#[cfg(test)]
mod tests;
mod view;

pub use own::{OwnMove, Request, Slot, Target};
pub use sums::is_stale;
pub use view::{Cards, ColumnView};

/// A column's id: the stage's or, grouped by owner, the owner's (0 for nobody).
pub type ColumnKey = i64;

/// All columns with what is loaded of them, and the own moves on the way.
#[derive(Debug)]
pub struct BoardState {
    sort: BoardSort,
    group_by: BoardGroup,
    columns: Vec<Loaded>,
    /// Own moves that the server has not answered, oldest first.
    waiting: Vec<OwnMove>,
    in_flight: Option<u64>,
    /// The card in the person's hand, shown where it would land.
    in_hand: Option<OwnMove>,
    /// All cards that the one in hand stands for, in their order; empty when it is alone.
    group: Vec<Arc<LeadCard>>,
    known: HashMap<LeadId, Known>,
    /// Goes up with everything that is learnt.
    serial: u64,
    /// Goes up with every own move.
    own_moves: u64,
    totals_due: bool,
    /// The time by which cards are stale.
    pub now: Instant,
}

/// A column as the server said it is.
#[derive(Debug)]
struct Loaded {
    stage: Stage,
    totals: Totals,
    cards: Cards,
    next_cursor: Option<Cursor>,
    /// The last card of the last page: what sorts behind it belongs to pages that are not loaded.
    edge: Option<Arc<LeadCard>>,
}

/// The newest that was learnt of a card.
#[derive(Debug)]
struct Known {
    version: Version,
    serial: u64,
    /// `None` for a card that left the board.
    card: Option<Arc<LeadCard>>,
}

/// The state of things when a question was sent; the answer is judged by it.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    serial: u64,
    own_moves: u64,
    idle: bool,
}

impl BoardState {
    /// A board as it came.
    pub fn new(board: Board, sort: BoardSort, group: BoardGroup, now: Instant) -> Self {
        let mut state = Self {
            sort,
            group_by: group,
            columns: Vec::new(),
            waiting: Vec::new(),
            in_flight: None,
            in_hand: None,
            group: Vec::new(),
            known: HashMap::new(),
            serial: 0,
            own_moves: 0,
            totals_due: false,
            now,
        };
        state.load(board);
        state
    }

    /// To be taken before a question is sent and handed in with the answer.
    pub fn asking(&self) -> Asked {
        Asked { serial: self.serial, own_moves: self.own_moves, idle: self.waiting.is_empty() }
    }

    /// A newer board for the same or another filter. What was learnt since it was asked for is kept.
    pub fn replace(&mut self, board: Board, sort: BoardSort, group: BoardGroup, asked: Asked) {
        (self.sort, self.group_by) = (sort, group);
        let newer: Vec<(LeadId, Known)> =
            self.known.drain().filter(|(_, known)| known.serial > asked.serial).collect();
        self.load(board);
        self.totals_due |= !newer.is_empty() || !self.are_totals_fresh(asked);
        for (id, known) in newer {
            let is_newer = self.known.get(&id).is_none_or(|found| found.version <= known.version);
            match known.card {
                Some(card) if is_newer => self.put(card, false),
                None => self.take(id),
                Some(_) => {}
            }
        }
    }

    fn load(&mut self, board: Board) {
        self.serial += 1;
        self.columns.clear();
        for column in board.stages {
            let cards: Vec<Arc<LeadCard>> = column.cards.into_iter().map(Arc::new).collect();
            for card in &cards {
                self.learn(card);
            }
            self.columns.push(Loaded {
                stage: column.stage,
                totals: column.totals,
                edge: cards.last().cloned(),
                cards: Arc::new(cards),
                next_cursor: column.next_cursor,
            });
        }
    }

    fn learn(&mut self, card: &Arc<LeadCard>) {
        let known = Known { version: card.version, serial: self.serial, card: Some(card.clone()) };
        self.known.insert(card.id, known);
    }

    /// Where the next cards of a column begin, if there are more.
    pub fn cursor(&self, column: ColumnKey) -> Option<Cursor> {
        self.columns.iter().find(|c| c.stage.id == column)?.next_cursor.clone()
    }

    /// The next cards of a column, asked for with `cursor`. A page that does not follow on is left out.
    pub fn append(&mut self, column: ColumnKey, cursor: &Cursor, page: Page<LeadCard>, asked: Asked) {
        let Some(index) = self.columns.iter().position(|c| c.stage.id == column) else { return };
        if self.columns[index].next_cursor.as_ref() != Some(cursor) {
            return;
        }
        self.columns[index].edge = page.items.last().cloned().map(Arc::new);
        self.columns[index].next_cursor = page.next_cursor;
        for card in page.items {
            if !self.is_older(&card, asked) {
                self.put(Arc::new(card), false);
            }
        }
    }

    /// What became of the cards `ids`; answers those that have left the board.
    pub fn apply(&mut self, ids: &[LeadId], changes: BoardChanges, asked: Asked) -> Vec<Arc<LeadCard>> {
        self.serial += 1;
        let mut gone = Vec::new();
        for id in ids.iter().filter(|id| changes.cards.iter().all(|card| card.id != **id)) {
            // An answer that was asked for before the card was last heard of says nothing about it.
            if self.known.get(id).is_none_or(|known| known.serial <= asked.serial) {
                gone.extend(self.known.get(id).and_then(|known| known.card.clone()));
                self.take(*id);
            }
        }
        for card in changes.cards {
            if !self.is_older(&card, asked) {
                self.put(Arc::new(card), false);
            }
        }
        if self.are_totals_fresh(asked) {
            for (key, totals) in changes.totals {
                if let Some(column) = self.columns.iter_mut().find(|column| column.stage.id == key) {
                    column.totals = totals;
                }
            }
        } else {
            self.totals_due = true;
        }
        gone
    }

    /// Whether more is known of a card than an answer to this question says. Some changes (a reminder) leave the version
    /// as it is, so among equals the later question wins.
    fn is_older(&self, card: &LeadCard, asked: Asked) -> bool {
        self.known.get(&card.id).is_some_and(|known| {
            let heard_since = known.serial > asked.serial;
            known.version > card.version
                || heard_since && (known.card.is_none() || known.version == card.version)
        })
    }

    /// Whether totals of this answer count exactly what the board counts: no own move was on the way in between.
    fn are_totals_fresh(&self, asked: Asked) -> bool {
        asked.idle && self.waiting.is_empty() && asked.own_moves == self.own_moves
    }

    /// Whether totals had to be left out and can be asked for again now.
    pub fn take_totals_due(&mut self) -> bool {
        self.waiting.is_empty() && std::mem::take(&mut self.totals_due)
    }

    /// Puts a card where it belongs now. Behind the edge of what is loaded it is left out, unless it is to be kept.
    fn put(&mut self, card: Arc<LeadCard>, keep: bool) {
        self.remove_from_columns(card.id);
        self.learn(&card);
        let (key, sort) = (self.key_of(&card), self.sort);
        let Some(column) = self.columns.iter_mut().find(|column| column.stage.id == key) else { return };
        let is_behind = column.next_cursor.is_some()
            && column.edge.as_ref().is_some_and(|edge| sort.compare(edge, &card) == std::cmp::Ordering::Less);
        if is_behind && !keep {
            return;
        }
        let cards = Arc::make_mut(&mut column.cards);
        let at = cards.partition_point(|other| sort.compare(other, &card) == std::cmp::Ordering::Less);
        cards.insert(at, card);
    }

    fn take(&mut self, id: LeadId) {
        self.remove_from_columns(id);
        let version = self.known.get(&id).map_or(0, |known| known.version);
        self.known.insert(id, Known { version, serial: self.serial, card: None });
    }

    fn remove_from_columns(&mut self, id: LeadId) {
        for column in &mut self.columns {
            if let Some(at) = column.cards.iter().position(|card| card.id == id) {
                Arc::make_mut(&mut column.cards).remove(at);
            }
        }
    }

    /// The column in which a card belongs.
    pub fn key_of(&self, card: &LeadCard) -> ColumnKey {
        match self.group_by {
            BoardGroup::Stage => card.stage_id.0,
            BoardGroup::Owner => card.owner_id.map_or(0, |owner| owner.0),
        }
    }

    /// Whether cards can be put between others: in manual order of stages.
    pub fn is_manual(&self) -> bool {
        self.sort == BoardSort::Manual && self.group_by == BoardGroup::Stage
    }

    /// How the columns are made.
    pub fn group(&self) -> BoardGroup {
        self.group_by
    }

    /// The newest that is known of a card on the board.
    pub fn card(&self, id: LeadId) -> Option<Arc<LeadCard>> {
        self.known.get(&id)?.card.clone()
    }

    /// How many cards are loaded of each column.
    pub fn loaded(&self) -> impl Iterator<Item = (ColumnKey, usize)> {
        self.columns.iter().map(|column| (column.stage.id, column.cards.len()))
    }
}
