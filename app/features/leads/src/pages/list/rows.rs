use fields::Total;
use kernel::{Area, Can, Cursor, Error, LeadId, Problems, RecordKind, use_live, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use records::Tag;
use runs::{Marks, OpenRuns};
use std::time::Duration;

use crate::api::{count_leads, get_lead, list_leads};
use crate::pages::actions::Actions;
use crate::pages::rules::Rules;
use crate::{Lead, LeadList, ListQuery};

/// The rows of the list: what is loaded, and how to get more. A copyable handle.
#[derive(Clone, Copy)]
pub struct Rows {
    /// The rows in their order.
    pub items: RwSignal<Vec<Lead>>,
    /// How many there are in all, once it is known.
    pub count: RwSignal<Option<Total>>,
    /// Whether there are more.
    pub has_more: Memo<bool>,
    /// Whether rows are on their way.
    pub is_loading: RwSignal<bool>,
    /// How many leads were looked through for rows that are still looked for.
    pub looked: RwSignal<i64>,
    /// Why the filter or the order of the address cannot be read.
    pub problem: RwSignal<Option<Error>>,
    /// The lead whose tags are being changed.
    pub tagging: RwSignal<Option<Tagged>>,
    /// Whether rows can be marked: for who can do something with them.
    pub are_marked: bool,
    /// What is asked for.
    pub query: Memo<ListQuery>,
    /// What can be done to a lead.
    pub actions: Actions,
    /// The rows that are marked, for what is done to many.
    pub marks: Marks,
    cursor: RwSignal<Option<Cursor>>,
    /// What was asked for last: an answer to something earlier is not listened to.
    turn: StoredValue<u64>,
    problems: Problems,
}

/// A lead whose tags are being changed, among its rows.
#[derive(Clone, Copy, PartialEq)]
pub struct Tagged {
    /// Which one.
    pub id: LeadId,
    /// The rows that it stands in.
    pub items: RwSignal<Vec<Lead>>,
}

impl Tagged {
    /// It has other tags.
    pub fn set(self, tags: Vec<Tag>) {
        self.items.update(|items| {
            if let Some(own) = items.iter_mut().find(|own| own.id == self.id) {
                own.tags = tags;
            }
        });
    }

    /// What a row knows of it.
    pub fn lead(self) -> Option<Lead> {
        self.items.with(|items| items.iter().find(|lead| lead.id == self.id).cloned())
    }
}

/// What the page came with.
pub struct First {
    /// The first piece.
    pub list: LeadList,
    /// How many there are.
    pub count: Option<Total>,
    /// Why there is none.
    pub problem: Option<Error>,
}

/// How many rows one press brings.
const PAGE: usize = 50;
/// Rows that others changed within this time are fetched together.
const GATHER: Duration = Duration::from_millis(150);

impl Rows {
    /// The first rows, followed from here on.
    pub fn new(query: Memo<ListQuery>, first: First) -> Self {
        let First { list, count, problem } = first;
        let missing = if list.looked.is_some() { PAGE.saturating_sub(list.items.len()) } else { 0 };
        let items = RwSignal::new(list.items);
        let cursor = RwSignal::new(list.next_cursor);
        let changed = Callback::new(move |lead: Lead| replace(items, lead));
        let rows = Self {
            items,
            count: RwSignal::new(count),
            has_more: Memo::new(move |_| cursor.with(Option::is_some)),
            is_loading: RwSignal::new(missing > 0),
            looked: RwSignal::new(list.looked.unwrap_or_default()),
            problem: RwSignal::new(problem),
            tagging: RwSignal::new(None),
            are_marked: [Can::Edit, Can::Delete].into_iter().any(|can| use_me().actor.has(Area::Leads, can)),
            query,
            actions: Actions::new(Rules::here(), changed),
            marks: Marks::new(),
            cursor,
            turn: StoredValue::new(0),
            problems: use_problems(),
        };
        rows.follow(missing);
        rows
    }

    /// The leads of the rows, in their order.
    pub fn ids(self) -> Memo<Vec<LeadId>> {
        Memo::new(move |_| self.items.with(|items| items.iter().map(|lead| lead.id).collect()))
    }

    /// The same as what can be marked.
    pub fn shown(self) -> Signal<Vec<i64>> {
        let ids = self.ids();
        Signal::derive(move || ids.with(|ids| ids.iter().map(|id| id.0).collect()))
    }

    /// The rows of one group of this list, fetched and followed from here on. Marks and what is being changed are those of
    /// the whole list.
    pub fn section(self, query: Memo<ListQuery>) -> Self {
        let items = RwSignal::new(Vec::new());
        let cursor = RwSignal::new(None);
        let rows = Self {
            items,
            count: RwSignal::new(None),
            has_more: Memo::new(move |_| cursor.with(Option::is_some)),
            is_loading: RwSignal::new(true),
            looked: RwSignal::new(0),
            problem: RwSignal::new(None),
            query,
            actions: Actions::new(Rules::here(), Callback::new(move |lead: Lead| replace(items, lead))),
            cursor,
            turn: StoredValue::new(0),
            ..self
        };
        rows.follow(PAGE);
        rows
    }

    fn follow(self, missing: usize) {
        Effect::new(move |before: Option<ListQuery>| {
            let query = self.query.get();
            match before {
                Some(before) if before != query => {
                    if before.filter != query.filter {
                        // Marks are of a list; under another filter it is another one.
                        self.marks.clear();
                    }
                    self.refetch();
                }
                None if missing > 0 => self.fetch(self.cursor.get_untracked(), missing),
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
        let live = use_live();
        let waiting = StoredValue::new(Vec::<LeadId>::new());
        let fetch = move || {
            for id in waiting.try_update_value(std::mem::take).unwrap_or_default() {
                self.fetch_one(id);
            }
        };
        live.on_event(move |event| {
            let id = LeadId(event.record.id);
            if event.kind == "lead.deleted" {
                return self.items.update(|items| items.retain(|lead| lead.id != id));
            }
            let is_shown = event.record.kind == RecordKind::Lead
                && self.items.with_untracked(|items| {
                    items.iter().any(|lead| lead.id == id && lead.version < event.version)
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

    /// One row anew; a lead that is gone leaves the list.
    fn fetch_one(self, id: LeadId) {
        spawn_local(async move {
            match get_lead(id).await {
                Ok(lead) => replace(self.items, lead),
                Err(kernel::Error::NotFound) => {
                    let _gone = self.items.try_update(|items| items.retain(|lead| lead.id != id));
                }
                Err(_) => {}
            }
        });
    }

    /// The first rows anew; the old ones stay until they are there.
    pub fn refetch(self) {
        let filter = self.query.with_untracked(|query| query.filter.clone());
        self.looked.set(0);
        self.fetch(None, PAGE);
        spawn_local(async move {
            let count = count_leads(filter.clone()).await.ok();
            if self.query.try_with_untracked(|query| query.filter == filter) == Some(true) {
                self.count.set(count);
            }
        });
    }

    /// The next rows.
    pub fn more(self) {
        let Some(cursor) = self.cursor.get_untracked() else { return };
        if !self.is_loading.get_untracked() {
            self.looked.set(0);
            self.fetch(Some(cursor), PAGE);
        }
    }

    /// So many rows behind a place. The server looks through so many leads for one answer and no more; if the rows are
    /// not full by then, it is asked to go on, until they are.
    fn fetch(self, cursor: Option<Cursor>, rows: usize) {
        let query = self.query.get_untracked();
        let turn = self.turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        });
        self.is_loading.set(true);
        spawn_local(async move {
            let (mut cursor, mut missing) = (cursor, rows);
            loop {
                let is_first = cursor.is_none();
                let piece = ListQuery { cursor, limit: Some(missing), ..query.clone() };
                let answer = list_leads(piece).await;
                if self.turn.try_get_value() != turn {
                    return;
                }
                missing = match answer {
                    Ok(list) => self.take(list, is_first, missing),
                    Err(error) => self.fail(error),
                };
                cursor = self.cursor.get_untracked();
                if missing == 0 || cursor.is_none() {
                    break;
                }
            }
            self.is_loading.set(false);
        });
    }

    /// Puts a piece behind the others, or in place of all. Answers how many rows are still to be looked for.
    fn take(self, list: LeadList, is_first: bool, wanted: usize) -> usize {
        let missing = if list.looked.is_some() { wanted.saturating_sub(list.items.len()) } else { 0 };
        self.problem.set(None);
        self.looked.update(|looked| *looked += list.looked.unwrap_or_default());
        self.cursor.set(list.next_cursor);
        self.items.update(|items| {
            if is_first {
                items.clear();
            }
            // A lead that moved behind the cursor while paging is shown once.
            let new = list.items.into_iter().filter(|lead| items.iter().all(|own| own.id != lead.id));
            let new: Vec<Lead> = new.collect();
            items.extend(new);
        });
        missing
    }

    /// A filter that cannot be read shows nothing; what else goes wrong leaves the rows as they were.
    fn fail(self, error: Error) -> usize {
        match error {
            Error::Invalid(_) => {
                self.items.update(Vec::clear);
                self.cursor.set(None);
                self.count.set(None);
                self.problem.set(Some(error));
            }
            error => self.problems.report(error),
        }
        0
    }
}

fn replace(items: RwSignal<Vec<Lead>>, lead: Lead) {
    let is_newer = |own: &Lead| own.id == lead.id && own.version <= lead.version;
    let _gone = items.try_update(|items| {
        if lead.deleted_at.is_some() {
            items.retain(|own| own.id != lead.id);
        } else if let Some(own) = items.iter_mut().find(|own| is_newer(own)) {
            *own = lead.clone();
        }
    });
}
