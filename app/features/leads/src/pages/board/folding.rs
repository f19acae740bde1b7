//! Folded columns and scroll positions, kept in the person's browser: they are about this screen, not about the leads.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::scrolling;
use super::state::ColumnKey;
use super::store::{BoardStore, ColumnHandle};

const FOLDED: &str = "board-folded";
const SCROLLED: &str = "board-scrolled";

/// Where a person left the board.
#[derive(Default, Serialize, Deserialize)]
struct Scrolled {
    aside: i32,
    columns: BTreeMap<ColumnKey, i32>,
}

/// Reads what was kept, after the page was taken over, and keeps what changes from then on.
pub fn remember(store: BoardStore) {
    let is_read = StoredValue::new(false);
    Effect::new(move |_| {
        let columns = store.columns.get();
        if !is_read.get_value() {
            let folded: Vec<ColumnKey> = read(local(), FOLDED).unwrap_or_default();
            for column in &columns {
                if folded.contains(&column.key) {
                    column.is_folded.set(true);
                }
            }
            is_read.set_value(true);
            request_animation_frame(move || scroll_back(store));
        } else {
            // Columns of other pipelines that are folded stay in the list: only what is shown here is known.
            let shown: Vec<ColumnKey> = columns.iter().map(|column| column.key).collect();
            let before: Vec<ColumnKey> = read(local(), FOLDED).unwrap_or_default();
            let others = before.into_iter().filter(|key| !shown.contains(key));
            let own = columns.iter().filter(|column| column.is_folded.get()).map(|column| column.key);
            write(local(), FOLDED, &others.chain(own).collect::<Vec<_>>());
        }
        // Whether or not it was the first time, each fold is noticed from here on.
        columns.iter().for_each(|column| column.is_folded.track());
    });
    Effect::new(move |_| {
        let leave = window_event_listener_untyped("pagehide", move |_| keep_scroll(store));
        on_cleanup(move || leave.remove());
    });
    on_cleanup(move || keep_scroll(store));
}

fn scroll_back(store: BoardStore) {
    let Some(scrolled) = read::<Scrolled>(session(), SCROLLED) else { return };
    if let Some(board) = store.element.get_untracked().filter(|_| scrolled.aside != 0) {
        board.set_scroll_left(scrolled.aside);
    }
    let columns = store.columns.get_untracked();
    let is_scrolled = |column: &&ColumnHandle| scrolled.columns.get(&column.key).is_some_and(|top| *top != 0);
    let columns: Vec<ColumnHandle> = columns.iter().filter(is_scrolled).copied().collect();
    for column in &columns {
        if let (Some(list), Some(top)) = (column.list.get_untracked(), scrolled.columns.get(&column.key)) {
            list.set_scroll_top(*top);
        }
    }
    if !columns.is_empty() {
        scrolling::refresh(&columns);
    }
}

/// Browser only: on the server there is no window to ask.
fn keep_scroll(store: BoardStore) {
    if cfg!(not(target_arch = "wasm32")) {
        return;
    }
    // As they were seen last: to ask the browser now would make it lay out a page that is going.
    let Some(aside) = store.aside.try_get_value() else { return };
    let columns = store.columns.try_get_untracked().unwrap_or_default();
    let columns = columns.iter().filter_map(|column| Some((column.key, column.scrolled.try_get_value()?)));
    write(session(), SCROLLED, &Scrolled { aside, columns: columns.collect() });
}

fn local() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

fn session() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

fn read<T: for<'de> Deserialize<'de>>(storage: Option<web_sys::Storage>, name: &str) -> Option<T> {
    serde_json::from_str(&storage?.get_item(name).ok()??).ok()
}

fn write(storage: Option<web_sys::Storage>, name: &str, value: &impl Serialize) {
    if let (Some(storage), Ok(json)) = (storage, serde_json::to_string(value)) {
        // A browser that keeps nothing simply forgets.
        drop(storage.set_item(name, &json));
    }
}
