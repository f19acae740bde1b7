//! Where the board's cards come from: the first look, pages while scrolling, and what others change.

use std::sync::Arc;
use std::time::Duration;

use kernel::{Error, Event, LeadId, RecordKind, Result, use_live, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::focus;
use super::moves::Moves;
use super::scrolling;
use super::state::{BoardState, ColumnKey};
use super::store::{BoardStore, ColumnHandle, MovedHere};
use crate::api::{get_board, get_board_changes, get_dictionaries, list_column};
use crate::{Board, BoardQuery};

/// Events within this time are asked about together.
const GATHER: Duration = Duration::from_millis(60);
/// The most leads that one question names; beyond it the whole board is fetched.
const MOST: usize = 200;
/// The most cards that one page brings.
const PAGE: usize = 100;

/// A fresh board, as far down as columns were loaded before, so that nothing jumps. Pages follow one another, so the
/// columns are filled up at most to a thousand cards each.
async fn fetch(query: &BoardQuery, loaded: &[(i64, usize)]) -> Result<Board> {
    let longest = loaded.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let query = BoardQuery { limit: Some(longest.clamp(50, MOST)), ..query.clone() };
    let mut board = get_board(query.clone()).await?;
    for column in &mut board.stages {
        let before =
            loaded.iter().find(|(key, _)| *key == column.stage.id).map_or(0, |(_, count)| *count).min(1_000);
        while column.cards.len() < before && column.next_cursor.is_some() {
            let page = list_column(query.clone(), column.stage.id, column.next_cursor.take()).await?;
            column.cards.extend(page.items);
            column.next_cursor = page.next_cursor;
        }
    }
    Ok(board)
}

impl BoardStore {
    /// Fetches the board again and shows it in place of the old one, which stays until then. `keep_depth` when it is
    /// the same board, so that scroll positions stay.
    pub fn refetch(self, keep_depth: bool, problems: kernel::Problems) {
        let query = self.query.get_untracked();
        let (asked, loaded) = self.with(|state| {
            let loaded: Vec<_> = if keep_depth { state.loaded().collect() } else { Vec::new() };
            (state.asking(), loaded)
        });
        self.is_loading.set(true);
        spawn_local(async move {
            let answer = fetch(&query, &loaded).await;
            if self.query.try_get_untracked().as_ref() != Some(&query) {
                return;
            }
            self.is_loading.set(false);
            let is_unread = matches!(answer, Err(Error::Invalid(_)));
            self.problem.set(answer.as_ref().err().filter(|_| is_unread).cloned());
            match answer {
                Ok(board) => {
                    self.pipeline.set(board.pipeline.clone());
                    self.keeping_focus(|| {
                        self.change(|state| state.replace(board, query.sort, query.group, asked))
                    });
                    if !keep_depth {
                        self.columns.get_untracked().into_iter().for_each(scrolling::to_top);
                    }
                }
                Err(Error::Invalid(_)) => {
                    let board = Board { pipeline: self.pipeline.get_untracked(), stages: Vec::new() };
                    self.change(|state| state.replace(board, query.sort, query.group, asked));
                }
                Err(error) => problems.report(error),
            }
        });
    }

    /// Stages, pipelines or other words have changed: fetches them and the board. A pipeline that is gone makes room for
    /// the one that opens by itself.
    fn learn_words(self, problems: kernel::Problems) {
        spawn_local(async move {
            let Ok(words) = get_dictionaries().await else { return };
            let Some(shown) = self.pipeline.try_get_untracked() else { return };
            let mut pipelines = words.pipelines.iter();
            let now =
                pipelines.clone().find(|own| own.id == shown.id).or(pipelines.find(|own| own.is_default));
            if let Some(now) = now.filter(|now| **now != shown) {
                self.pipeline.set(now.clone());
            }
            self.words.set(Arc::new(words));
            self.refetch(true, problems);
        });
    }

    /// The next cards of a column, if there are any and they are not on their way.
    pub fn load_more(self, column: ColumnHandle) {
        if column.is_loading.get_untracked() {
            return;
        }
        let Some(cursor) = self.with(|state| state.cursor(column.key)) else { return };
        let asked = self.with(|state| state.asking());
        let query = BoardQuery { limit: Some(PAGE), ..self.query.get_untracked() };
        column.is_loading.set(true);
        spawn_local(async move {
            let answer = list_column(query.clone(), column.key, Some(cursor.clone())).await;
            let Some(now) = self.query.try_get_untracked() else { return };
            column.is_loading.set(false);
            let is_current = BoardQuery { limit: query.limit, ..now } == query;
            if let Ok(page) = answer
                && is_current
            {
                self.change(|state| state.append(column.key, &cursor, page, asked));
            }
        });
    }

    /// Asks what became of these leads, and for the totals.
    pub fn ask_about(self, ids: Vec<LeadId>, tell: impl Fn(Notice) + Copy + 'static) {
        let query = self.query.get_untracked();
        let asked = self.with(|state| state.asking());
        spawn_local(async move {
            let Ok(changes) = get_board_changes(query.clone(), ids.clone()).await else { return };
            if self.query.try_get_untracked().as_ref() != Some(&query) {
                return;
            }
            // Who listens to the page has to hear when the card under the focus is moved by somebody else.
            let watched = focus::focused().filter(|id| ids.contains(id));
            let place = |state: &BoardState| watched.and_then(|id| state.home(id)).map(|(column, ..)| column);
            let before = self.with(place);
            let gone = self
                .keeping_focus(|| self.change(|state| state.apply(&ids, changes, asked)))
                .unwrap_or_default();
            let filtered = !query.filter.is_empty();
            let left = gone.iter().filter(|_| filtered).filter_map(|card| self.forget_move(card.id));
            let left: Vec<MovedHere> = left.collect();
            if !left.is_empty() {
                tell(Notice::LeftFilter(left));
            }
            if let (Some(id), Some(now)) = (watched, self.with(place).filter(|now| Some(*now) != before)) {
                tell(Notice::Elsewhere(id, now));
            }
            if self.with(|state| state.is_busy()) {
                return;
            }
            if self.change(|state| state.take_totals_due()) == Some(true) {
                self.ask_about(Vec::new(), tell);
            }
        });
    }
}

impl BoardStore {
    /// A card that had the focus has it after a change too, in whatever column it stands then.
    fn keeping_focus<T>(self, change: impl FnOnce() -> T) -> T {
        let focused = focus::focused();
        let column = |id: LeadId| self.with(|state| state.home(id)).map(|(column, ..)| column);
        let before = focused.and_then(column);
        let changed = change();
        if let Some(id) = focused
            && column(id) != before
        {
            focus::on_card(self, id);
        }
        changed
    }
}

/// What a person is told about a change that somebody else made, or a filter.
#[derive(Debug)]
pub enum Notice {
    /// Cards that the person moved fit the filter no longer.
    LeftFilter(Vec<MovedHere>),
    /// The card under the focus stands in another column now.
    Elsewhere(LeadId, ColumnKey),
}

/// Keeps the board as the server has it: another address, what others do, what was missed.
pub fn follow(store: BoardStore, moves: Moves) {
    let (live, problems) = (use_live(), use_problems());
    let gathered = StoredValue::new(Vec::<LeadId>::new());
    Effect::new(move |before: Option<BoardQuery>| {
        let query = store.query.get();
        if before.is_some_and(|before| before != query) {
            store.refetch(false, problems);
        }
        query
    });
    let tell = move |notice: Notice| moves.notice(notice);
    let ask = move || {
        let ids = gathered.try_update_value(std::mem::take).unwrap_or_default();
        match ids.len() {
            0 => {}
            1..=MOST => store.ask_about(ids, tell),
            _ => store.refetch(true, problems),
        }
    };
    live.on_event(move |event| {
        if event.kind == "board.changed" || event.kind.starts_with("field.") {
            store.learn_words(problems);
        } else if concerns_everything(event) {
            store.refetch(true, problems);
        } else if event.record.kind == RecordKind::Lead {
            let id = LeadId(event.record.id);
            gathered.update_value(|ids| {
                if ids.is_empty() {
                    set_timeout(ask, GATHER);
                }
                if !ids.contains(&id) {
                    ids.push(id);
                }
            });
        }
    });
    live.on_catch_up(move || store.refetch(true, problems));
    let now = kernel::use_now();
    Effect::new(move |_| {
        let now = now.get();
        store.change(|state| state.now = now);
    });
}

/// Whether so much may have changed that the whole board is fetched again.
fn concerns_everything(event: &Event) -> bool {
    let kind = event.kind.as_str();
    kind == "board.respaced" || kind == "import.finished" || kind == "import.undone"
}
