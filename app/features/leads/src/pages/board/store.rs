//! The board's state as signals: one per column, so that a move writes two columns and nothing else.

use std::sync::Arc;

use kernel::{Error, LeadId, PipelineId, Presence, use_presence};
use leptos::html;
use leptos::prelude::*;

use super::focus;
use super::selection::Selection;
use super::state::{BoardState, ColumnKey, ColumnView, Slot, Target};
use crate::{Board, BoardQuery, Dictionaries, LeadCard, Pipeline};

/// How many cards the server's page shows of each column; the browser takes over from there.
const FIRST_WINDOW: usize = 12;

/// The board of this page. A copyable handle.
#[derive(Clone, Copy)]
pub struct BoardStore {
    state: StoredValue<BoardState>,
    /// The columns in their order.
    pub columns: RwSignal<Vec<ColumnHandle>>,
    /// What is asked for: the address says it. Where there are several pipelines it always names the one that is shown.
    pub query: Signal<BoardQuery>,
    /// Which pipeline is shown.
    pub pipeline: RwSignal<Pipeline>,
    /// The words that leads are described with.
    pub words: RwSignal<Arc<Dictionaries>>,
    /// The card in the person's hand.
    pub held: RwSignal<Option<Held>>,
    /// The cards that are marked, to be moved together.
    pub selection: Selection,
    /// Who else has cards open.
    pub presence: Presence,
    /// Whether a newer board is being fetched.
    pub is_loading: RwSignal<bool>,
    /// Why the filter of the address cannot be read.
    pub problem: RwSignal<Option<Error>>,
    /// The row of columns.
    pub element: NodeRef<html::Div>,
    /// How far it was scrolled last, in pixels.
    pub aside: StoredValue<i32>,
    /// Columns whose cards have to be looked at in the next frame.
    pub due: StoredValue<Vec<ColumnHandle>>,
    owner: StoredValue<Owner>,
    /// The cards that were moved here last, newest at the end.
    moved: StoredValue<Vec<MovedHere>>,
}

/// A card that the person moved here: where it came from, and the message about it.
#[derive(Clone, Debug)]
pub struct MovedHere {
    /// Where an undo puts it.
    pub back: Target,
    /// The number of the message with the undo.
    pub toast: u64,
}

/// How a card is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// By the keyboard.
    Keyboard,
    /// By a pointer.
    Pointer,
    /// It waits for an answer in a dialog.
    Dialog,
}

/// The card in the person's hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which card.
    pub id: LeadId,
    /// By what.
    pub by: Hand,
    /// Over which column.
    pub column: ColumnKey,
    /// In which of its slots, from 0.
    pub index: usize,
}

/// One column of the page.
#[derive(Clone, Copy)]
pub struct ColumnHandle {
    /// Its id.
    pub key: ColumnKey,
    /// What is seen of it.
    pub view: RwSignal<ColumnView>,
    /// The cards that stand in the page, from and to.
    pub window: RwSignal<(usize, usize)>,
    /// The card that a tab leads to.
    pub current: RwSignal<Option<LeadId>>,
    /// Whether it is folded to a strip.
    pub is_folded: RwSignal<bool>,
    /// Whether its next cards are on their way.
    pub is_loading: RwSignal<bool>,
    /// What scrolls; the list of cards is inside.
    pub list: NodeRef<html::Div>,
    /// How far it was scrolled when it was looked at last, in pixels.
    pub scrolled: StoredValue<i32>,
}

impl PartialEq for ColumnHandle {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl ColumnHandle {
    fn new(view: ColumnView) -> Self {
        Self {
            key: view.stage.id,
            view: RwSignal::new(view),
            window: RwSignal::new((0, FIRST_WINDOW)),
            current: RwSignal::new(None),
            is_folded: RwSignal::new(false),
            is_loading: RwSignal::new(false),
            list: NodeRef::new(),
            scrolled: StoredValue::new(0),
        }
    }

    /// The cards that stand in the page now.
    pub fn visible(&self) -> Vec<Arc<LeadCard>> {
        let (from, to) = self.window.get();
        self.view.with(|view| {
            let to = to.min(view.cards.len());
            view.cards[from.min(to)..to].to_vec()
        })
    }

    /// The card that a tab leads to: the current one as long as it is in the page, the first one else.
    pub fn tab_stop(&self) -> Option<LeadId> {
        let visible = self.visible();
        let current = self.current.get().filter(|id| visible.iter().any(|card| card.id == *id));
        current.or_else(|| visible.first().map(|card| card.id))
    }
}

/// The question of an address, for the pipeline that it names, or the one that is shown where it names none that there is.
fn on_board(asked: BoardQuery, shown: PipelineId, words: &Dictionaries) -> BoardQuery {
    let is_there = |id: &PipelineId| words.pipelines.iter().any(|pipeline| pipeline.id == *id);
    let pipeline = (words.pipelines.len() > 1).then(|| asked.pipeline.filter(is_there).unwrap_or(shown));
    BoardQuery { pipeline, ..asked }
}

impl BoardStore {
    /// The store of a board that has arrived.
    pub fn new(board: Board, words: Dictionaries, query: Signal<BoardQuery>) -> Self {
        let (pipeline, words) = (RwSignal::new(board.pipeline.clone()), RwSignal::new(Arc::new(words)));
        let asked = move |_: Option<&BoardQuery>| {
            words.with(|words| on_board(query.get(), pipeline.with(|pipeline| pipeline.id), words))
        };
        let query: Signal<BoardQuery> = Memo::new(asked).into();
        let (sort, group) = query.with_untracked(|query| (query.sort, query.group));
        let state = BoardState::new(board, sort, group, kernel::use_now().get_untracked());
        let columns = state.view().into_iter().map(ColumnHandle::new).collect();
        Self {
            state: StoredValue::new(state),
            columns: RwSignal::new(columns),
            query,
            pipeline,
            words,
            held: RwSignal::new(None),
            selection: Selection::new(),
            presence: use_presence(),
            is_loading: RwSignal::new(false),
            problem: RwSignal::new(None),
            element: NodeRef::new(),
            aside: StoredValue::new(0),
            due: StoredValue::new(Vec::new()),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            moved: StoredValue::new(Vec::new()),
        }
    }

    /// Looks something up in the state.
    pub fn with<T>(&self, read: impl FnOnce(&BoardState) -> T) -> T {
        self.state.with_value(read)
    }

    /// Changes the state and shows what has changed. `None` when the page is gone.
    pub fn change<T>(&self, act: impl FnOnce(&mut BoardState) -> T) -> Option<T> {
        let focused = focus::focused();
        let answer = self.state.try_update_value(act)?;
        self.publish();
        if let Some(id) = focused {
            focus::keep_on_card(*self, id);
        }
        Some(answer)
    }

    /// Writes the state into the signals; a column that is as it was is left alone.
    fn publish(&self) {
        let views = self.state.with_value(BoardState::view);
        let same = self.columns.with_untracked(|columns| {
            columns.len() == views.len()
                && columns.iter().zip(&views).all(|(column, view)| column.key == view.stage.id)
        });
        if !same {
            return self.rebuild(views);
        }
        let columns = self.columns.get_untracked();
        for (column, view) in columns.into_iter().zip(views) {
            if column.view.with_untracked(|seen| *seen != view) {
                column.view.set(view);
            }
        }
    }

    /// Columns came, went or changed their order. Those that stay keep their signals, and with them scroll and focus.
    fn rebuild(&self, views: Vec<ColumnView>) {
        let before = self.columns.get_untracked();
        let handle = |view: ColumnView| match before.iter().find(|column| column.key == view.stage.id) {
            Some(column) => {
                if column.view.with_untracked(|seen| *seen != view) {
                    column.view.set(view);
                }
                *column
            }
            None => self.owner.with_value(|owner| owner.with(|| ColumnHandle::new(view))),
        };
        let columns = views.into_iter().map(handle).collect();
        self.columns.set(columns);
    }

    /// The column of this id.
    pub fn column(&self, key: ColumnKey) -> Option<ColumnHandle> {
        self.columns.with_untracked(|columns| columns.iter().find(|column| column.key == key).copied())
    }

    /// A card by its id, as it is seen.
    pub fn card(&self, id: LeadId) -> Option<Arc<LeadCard>> {
        let columns = self.columns.get_untracked();
        let seen = columns.iter().find_map(|column| {
            column.view.with_untracked(|view| view.cards.iter().find(|card| card.id == id).cloned())
        });
        seen.or_else(|| self.with(|state| state.card(id)))
    }

    /// Takes a card in hand, and with it all that are marked if it is one of them.
    pub fn take_in_hand(&self, id: LeadId, by: Hand) -> Option<Held> {
        let together = self.together(id);
        self.change(|state| state.take_together(&together));
        let (column, index, _) = self.with(|state| state.home(id))?;
        let held = Held { id, by, column, index };
        self.hold(held);
        Some(held)
    }

    /// The cards that move when this one does, in the order in which they stand: all that are marked if it is one of them.
    pub fn together(&self, id: LeadId) -> Vec<LeadId> {
        let marked = self.selection.marked.get_untracked();
        if !marked.contains(&id) {
            return vec![id];
        }
        let columns = self.columns.get_untracked();
        let of = |column: &ColumnHandle| -> Vec<LeadId> {
            let in_order = |view: &ColumnView| view.cards.iter().map(|card| card.id).collect::<Vec<_>>();
            column.view.with_untracked(in_order).into_iter().filter(|id| marked.contains(id)).collect()
        };
        columns.iter().flat_map(of).collect()
    }

    /// Shows the held card over a column, in one of its slots.
    pub fn hold(&self, held: Held) {
        let slot = self.with(|state| state.slot_at(held.column, held.index, &[held.id]));
        self.hold_at(held, slot);
    }

    /// Shows the held card in a slot that is named by its neighbours.
    pub fn hold_at(&self, held: Held, slot: Slot) {
        self.change(|state| state.hold(held.id, held.column, slot));
        if self.held.get_untracked() != Some(held) {
            self.held.set(Some(held));
        }
    }

    /// Lets go of the held card without a move.
    pub fn let_go(&self) {
        self.change(|state| state.let_go());
        if self.held.get_untracked().is_some() {
            self.held.set(None);
        }
    }

    /// Remembers that the person moved this card here.
    pub fn remember_move(&self, moved: MovedHere) {
        const KEPT: usize = 200;
        self.moved.update_value(|all| {
            all.retain(|own| own.back.card.id != moved.back.card.id);
            all.push(moved);
            let surplus = all.len().saturating_sub(KEPT);
            all.drain(..surplus);
        });
    }

    /// What is remembered of the move of a card that the person moved here lately; after that it is forgotten.
    pub fn forget_move(&self, id: LeadId) -> Option<MovedHere> {
        let take = |all: &mut Vec<MovedHere>| {
            let at = all.iter().position(|own| own.back.card.id == id)?;
            Some(all.remove(at))
        };
        self.moved.try_update_value(take).flatten()
    }
}
