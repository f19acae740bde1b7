//! Moving inside an open menu by keyboard. Everything here runs in the browser only.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Where the focus goes.
#[derive(Clone, Copy)]
pub(super) enum Step {
    First,
    Last,
    Next,
    Previous,
}

/// Arrow keys, Home, End and letters.
pub(super) fn on_key(event: &KeyboardEvent) {
    let Some(list) = event.current_target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let step = match event.key().as_str() {
        "ArrowDown" => Step::Next,
        "ArrowUp" => Step::Previous,
        "Home" => Step::First,
        "End" => Step::Last,
        "Tab" => {
            drop(list.hide_popover());
            return;
        }
        letter if letter.chars().count() == 1 && letter != " " && !event.ctrl_key() && !event.meta_key() => {
            focus_by_letter(&list, letter);
            return;
        }
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    focus_item(&list, step);
}

/// Moves the focus among the items of `list`, around the ends.
pub(super) fn focus_item(list: &HtmlElement, step: Step) {
    let items = items(list);
    let Some(last) = items.len().checked_sub(1) else { return };
    let current = current(&items);
    let index = match (step, current) {
        (Step::First, _) | (Step::Next, None) => 0,
        (Step::Last, _) | (Step::Previous, None) => last,
        (Step::Next, Some(index)) => {
            if index == last {
                0
            } else {
                index + 1
            }
        }
        (Step::Previous, Some(index)) => index.checked_sub(1).unwrap_or(last),
    };
    focus(&items, index);
}

/// The next item, after the current one and around the end, whose words begin with `letter`.
fn focus_by_letter(list: &HtmlElement, letter: &str) {
    let items = items(list);
    let after = current(&items).map_or(0, |index| index + 1);
    let letter = letter.to_lowercase();
    let begins = |item: &&HtmlElement| item.inner_text().trim().to_lowercase().starts_with(&letter);
    let found = items[after..].iter().chain(&items[..after]).find(begins);
    if let Some(index) = found.and_then(|found| items.iter().position(|item| item == found)) {
        focus(&items, index);
    }
}

/// The item with the focus is the one that Tab would reach, so that a long list counts as one that keys can scroll.
fn focus(items: &[HtmlElement], index: usize) {
    for (place, item) in items.iter().enumerate() {
        item.set_tab_index(if place == index { 0 } else { -1 });
    }
    drop(items[index].focus());
}

fn current(items: &[HtmlElement]) -> Option<usize> {
    let focused = document().active_element()?;
    items.iter().position(|item| item.is_same_node(Some(&focused)))
}

fn items(list: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(found) = list.query_selector_all("[role^=menuitem]") else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}
