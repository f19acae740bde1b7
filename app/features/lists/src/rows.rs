use std::time::Duration;

use fields::Total;
use kernel::{Cursor, Error, use_live};
use leptos::prelude::*;
use leptos::task::spawn_local;
use runs::OpenRuns;

use crate::tags::TaggedRows;
use crate::{List, ListKind, ListQuery, ListState};

/// The rows of a list: what is loaded, and how to get more. A copyable handle.
pub struct Rows<L: ListKind> {
    /// The rows in their order.
    pub items: RwSignal<Vec<L::Item>>,
    /// What is known besides.
    pub state: ListState,
    /// What can be done to a record.
    pub acts: L::Acts,
    /// The rows, for the dialog of tags.
    pub(crate) tagged: TaggedRows,
}

/// What the page came with.
pub struct First<T> {
    /// The first piece.
    pub list: List<T>,
    /// How many there are.
    pub count: Option<Total>,
    /// Why there is none.
    pub problem: Option<Error>,
}

/// How many rows one press brings.
const PAGE: usize = 50;
/// Rows that others changed within this time are fetched together.
const GATHER: Duration = Duration::from_millis(150);

impl<L: ListKind> Rows<L> {
    /// The first rows, followed from here on.
    pub fn new(query: Memo<ListQuery>, first: First<L::Item>) -> Self {
        let First { list, count, problem } = first;
        let missing = if list.looked.is_some() { PAGE.saturating_sub(list.items.len()) } else { 0 };
        let items = RwSignal::new(list.items);
        let state = ListState::new(L::ABOUT, query, ids::<L>(items), list.next_cursor);
        state.count.set(count);
        state.is_loading.set(missing > 0);
        state.looked.set(list.looked.unwrap_or_default());
        state.problem.set(problem);
        Self::of(items, state, missing)
    }

    /// The rows of one group of this list, fetched and followed from here on. Marks and what is being changed are those of
    /// the whole list.
    pub(crate) fn section(self, query: Memo<ListQuery>) -> Self {
        let items = RwSignal::new(Vec::new());
        Self::of(items, self.state.part(query, ids::<L>(items)), PAGE)
    }

    fn of(items: RwSignal<Vec<L::Item>>, state: ListState, missing: usize) -> Self {
        let acts = L::acts(Callback::new(move |item| replace::<L>(items, item)));
        let rows = Self { items, state, acts, tagged: TaggedRows::new::<L>(items) };
        rows.follow(missing);
        rows
    }

    fn follow(self, missing: usize) {
        let state = self.state;
        Effect::new(move |before: Option<ListQuery>| {
            let query = state.query.get();
            match before {
                Some(before) if before != query => {
                    if before.filter != query.filter {
                        // Marks are of a list; under another filter it is another one.
                        state.marks.clear();
                    }
                    self.refetch();
                }
                None if missing > 0 => self.fetch(state.cursor.get_untracked(), missing),
                _ => {}
            }
            query
        });
        let runs = OpenRuns::here();
        Effect::new(move |before: Option<u64>| {
            let over = runs.over();
            if before.is_some_and(|before| before != over) {
                self.refetch();
            }
            over
        });
        self.listen();
    }

    /// Follows what others do.
    fn listen(self) {
        let live = use_live();
        let waiting = StoredValue::new(Vec::<i64>::new());
        let fetch = move || {
            for id in waiting.try_update_value(std::mem::take).unwrap_or_default() {
                self.fetch_one(id);
            }
        };
        live.on_event(move |event| {
            let (id, about) = (event.record.id, self.state.about);
            if event.kind == about.gone {
                return self.items.update(|items| items.retain(|item| L::id(item) != id));
            }
            let is_shown = event.record.kind == about.kind
                && self.items.with_untracked(|items| {
                    items.iter().any(|item| L::id(item) == id && L::version(item) < event.version)
                });
            if is_shown {
                waiting.update_value(|ids| {
                    if ids.is_empty() {
                        set_timeout(fetch, GATHER);
                    }
                    if !ids.contains(&id) {
                        ids.push(id);
                    }
                });
            }
        });
        live.on_catch_up(move || self.refetch());
    }

    /// One row anew; a record that is gone leaves the list.
    fn fetch_one(self, id: i64) {
        spawn_local(async move {
            match L::find(id).await {
                Ok(item) => replace::<L>(self.items, item),
                Err(Error::NotFound) => {
                    let _gone = self.items.try_update(|items| items.retain(|item| L::id(item) != id));
                }
                Err(_) => {}
            }
        });
    }

    /// The first rows anew; the old ones stay until they are there.
    pub fn refetch(self) {
        let state = self.state;
        let filter = state.query.with_untracked(|query| query.filter.clone());
        state.looked.set(0);
        self.fetch(None, PAGE);
        spawn_local(async move {
            let count = (state.about.count)(filter.clone()).await.ok();
            if state.query.try_with_untracked(|query| query.filter == filter) == Some(true) {
                state.count.set(count);
            }
        });
    }

    /// The next rows.
    pub fn more(self) {
        let Some(cursor) = self.state.cursor.get_untracked() else { return };
        if !self.state.is_loading.get_untracked() {
            self.state.looked.set(0);
            self.fetch(Some(cursor), PAGE);
        }
    }

    /// So many rows behind a place. The server looks through so many records for one answer and no more; if the rows are
    /// not full by then, it is asked to go on, until they are.
    fn fetch(self, cursor: Option<Cursor>, rows: usize) {
        let state = self.state;
        let query = state.query.get_untracked();
        let turn = state.ask();
        state.is_loading.set(true);
        spawn_local(async move {
            let (mut cursor, mut missing) = (cursor, rows);
            loop {
                let is_first = cursor.is_none();
                let piece = ListQuery { cursor, limit: Some(missing), ..query.clone() };
                let answer = L::list(piece).await;
                if !state.is_last(turn) {
                    return;
                }
                missing = match answer {
                    Ok(list) => self.take(list, is_first, missing),
                    Err(error) => self.fail(error),
                };
                cursor = state.cursor.get_untracked();
                if missing == 0 || cursor.is_none() {
                    break;
                }
            }
            state.is_loading.set(false);
        });
    }

    /// Puts a piece behind the others, or in place of all. Answers how many rows are still to be looked for.
    fn take(self, list: List<L::Item>, is_first: bool, wanted: usize) -> usize {
        let missing = if list.looked.is_some() { wanted.saturating_sub(list.items.len()) } else { 0 };
        self.state.problem.set(None);
        self.state.looked.update(|looked| *looked += list.looked.unwrap_or_default());
        self.state.cursor.set(list.next_cursor);
        self.items.update(|items| {
            if is_first {
                items.clear();
            }
            // A record that moved behind the cursor while paging is shown once.
            let is_new = |item: &L::Item| items.iter().all(|own| L::id(own) != L::id(item));
            let new: Vec<L::Item> = list.items.into_iter().filter(is_new).collect();
            items.extend(new);
        });
        missing
    }

    fn fail(self, error: Error) -> usize {
        if matches!(error, Error::Invalid(_)) {
            self.items.update(Vec::clear);
        }
        self.state.fail(error);
        0
    }
}

fn ids<L: ListKind>(items: RwSignal<Vec<L::Item>>) -> Memo<Vec<i64>> {
    Memo::new(move |_| items.with(|items| items.iter().map(L::id).collect()))
}

fn replace<L: ListKind>(items: RwSignal<Vec<L::Item>>, item: L::Item) {
    let is_newer = |own: &L::Item| L::id(own) == L::id(&item) && L::version(own) <= L::version(&item);
    let _gone = items.try_update(|items| {
        if L::is_deleted(&item) {
            items.retain(|own| L::id(own) != L::id(&item));
        } else if let Some(own) = items.iter_mut().find(|own| is_newer(own)) {
            *own = item.clone();
        }
    });
}
