use kernel::{Count, LeadId, Problems, RecordKind, use_live, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

use crate::api::{get_lead, list_leads};
use crate::pages::actions::Actions;
use crate::pages::rules::Rules;
use crate::{Lead, LeadList, ListQuery};

/// The rows of the list: what is loaded, and how to get more. A copyable handle.
#[derive(Clone, Copy)]
pub struct Rows {
    /// The rows in their order.
    pub items: RwSignal<Vec<Lead>>,
    /// How many there are in all.
    pub count: RwSignal<Option<Count>>,
    /// Whether there are more.
    pub has_more: Memo<bool>,
    /// Whether rows are on their way.
    pub is_loading: RwSignal<bool>,
    /// What is asked for.
    pub query: Memo<ListQuery>,
    /// What can be done to a lead.
    pub actions: Actions,
    cursor: RwSignal<Option<kernel::Cursor>>,
    problems: Problems,
}

/// Rows that others changed within this time are fetched together.
const GATHER: Duration = Duration::from_millis(150);

impl Rows {
    /// The first rows, followed from here on.
    pub fn new(query: Memo<ListQuery>, first: LeadList) -> Self {
        let items = RwSignal::new(first.items);
        let cursor = RwSignal::new(first.next_cursor);
        let changed = Callback::new(move |lead: Lead| replace(items, lead));
        let rows = Self {
            items,
            count: RwSignal::new(first.count),
            has_more: Memo::new(move |_| cursor.with(Option::is_some)),
            is_loading: RwSignal::new(false),
            query,
            actions: Actions::new(Rules::here(), changed),
            cursor,
            problems: use_problems(),
        };
        rows.follow();
        rows
    }

    fn follow(self) {
        Effect::new(move |before: Option<ListQuery>| {
            let query = self.query.get();
            if before.is_some_and(|before| before != query) {
                self.refetch();
            }
            query
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
        let query = self.query.get_untracked();
        self.is_loading.set(true);
        spawn_local(async move {
            let answer = list_leads(query.clone()).await;
            if self.query.try_get_untracked() != Some(query) {
                return;
            }
            self.is_loading.set(false);
            match answer {
                Ok(list) => {
                    self.items.set(list.items);
                    self.cursor.set(list.next_cursor);
                    self.count.set(list.count);
                }
                Err(error) => self.problems.report(error),
            }
        });
    }

    /// The next rows.
    pub fn more(self) {
        let Some(cursor) = self.cursor.get_untracked() else { return };
        if self.is_loading.get_untracked() {
            return;
        }
        let query = self.query.get_untracked();
        self.is_loading.set(true);
        spawn_local(async move {
            let answer = list_leads(ListQuery { cursor: Some(cursor), ..query.clone() }).await;
            if self.query.try_get_untracked() != Some(query) {
                return;
            }
            self.is_loading.set(false);
            match answer {
                Ok(list) => {
                    self.cursor.set(list.next_cursor);
                    self.items.update(|items| {
                        // A lead that moved behind the cursor while paging is shown once.
                        let new =
                            list.items.into_iter().filter(|lead| items.iter().all(|own| own.id != lead.id));
                        let new: Vec<Lead> = new.collect();
                        items.extend(new);
                    });
                }
                Err(error) => self.problems.report(error),
            }
        });
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
