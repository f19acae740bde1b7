//! Which cards of a column stand in the page: those near its view. All others are room above and below.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::focus;
use super::store::{BoardStore, ColumnHandle};

/// Cards above and below the view that stand in the page already.
const OVERSCAN: usize = 3;

/// The cards that belong in the page, from and to, for a list of `count` cards at this scroll position.
fn window_of(scrolled: f64, height: f64, pitch: f64, count: usize) -> (usize, usize) {
    let first = (scrolled / pitch).floor().max(0.0) as usize;
    let last = ((scrolled + height) / pitch).ceil().max(0.0) as usize;
    let to = (last + OVERSCAN).min(count);
    (first.saturating_sub(OVERSCAN).min(to), to)
}

/// What the browser says of a column. To ask it makes it lay the page out, so all columns are asked before any changes.
struct Seen {
    column: ColumnHandle,
    list: HtmlElement,
    count: usize,
    window: (usize, usize),
    pitch: f64,
}

impl Seen {
    fn of(column: ColumnHandle, pitch: f64) -> Option<Self> {
        let list: HtmlElement = column.list.try_get_untracked()??.unchecked_into();
        let count = column.view.with_untracked(|view| view.cards.len());
        let (top, height) = (list.scroll_top(), f64::from(list.client_height()));
        column.scrolled.set_value(top);
        Some(Self { column, list, count, window: window_of(f64::from(top), height, pitch, count), pitch })
    }

    fn show(self) {
        let Self { column, list, count, window, pitch } = self;
        if column.window.get_untracked() != window {
            keep_focus(&list, column, window);
            column.window.set(window);
        }
        // The room belongs to the list inside: padding of what scrolls would make it grow instead.
        let inner = list.first_element_child().and_then(|inner| inner.dyn_into::<HtmlElement>().ok());
        let Some(style) = inner.as_ref().map(HtmlElement::style) else { return };
        for (name, cards) in [("padding-block-start", window.0), ("padding-block-end", count - window.1)] {
            let room = format!("{}px", cards as f64 * pitch);
            if style.get_property_value(name).ok().as_ref() != Some(&room) {
                drop(style.set_property(name, &room));
            }
        }
    }
}

/// Puts the right cards of these columns in the page, now.
pub fn refresh(columns: &[ColumnHandle]) {
    let pitch = focus::pitch();
    let seen: Vec<Seen> = columns.iter().filter_map(|column| Seen::of(*column, pitch)).collect();
    seen.into_iter().for_each(Seen::show);
}

/// The same in the next frame, for all columns together that ask until then.
pub fn refresh_soon(store: BoardStore, column: ColumnHandle) {
    let is_first = store.due.try_update_value(|due| {
        let is_first = due.is_empty();
        if !due.contains(&column) {
            due.push(column);
        }
        is_first
    });
    if is_first == Some(true) {
        request_animation_frame(move || {
            refresh(&store.due.try_update_value(std::mem::take).unwrap_or_default());
        });
    }
}

/// Shows the first cards: of another board, nobody wants to see the middle.
pub fn to_top(column: ColumnHandle) {
    if let Some(list) = column.list.get_untracked() {
        list.set_scroll_top(0);
        refresh(&[column]);
    }
}

/// A card that has the focus and scrolls out of the page hands it to its list, from where the arrow keys go on.
fn keep_focus(list: &HtmlElement, column: ColumnHandle, (from, to): (usize, usize)) {
    let Some(id) = focus::focused() else { return };
    let at = column.view.with_untracked(|view| view.cards.iter().position(|card| card.id == id));
    if at.is_some_and(|at| at < from || at >= to) {
        column.current.set(Some(id));
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        drop(list.focus_with_options(&options));
    }
}

/// Follows the scrolling of a column: once a frame, and the next page when most of what is loaded was seen.
pub fn on_scroll(store: BoardStore, column: ColumnHandle, is_due: StoredValue<bool>) {
    if is_due.get_value() {
        return;
    }
    is_due.set_value(true);
    request_animation_frame(move || {
        if is_due.try_set_value(false).is_some() {
            return;
        }
        refresh(&[column]);
        let (count, has_more) = column.view.with_untracked(|view| (view.cards.len(), view.has_more));
        let (_, to) = column.window.get_untracked();
        if has_more && to * 10 >= count * 7 {
            store.load_more(column);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_cards_near_the_view_stand_in_the_page() {
        assert_eq!(window_of(0.0, 520.0, 104.0, 6_000), (0, 8));
        assert_eq!(window_of(104_000.0, 520.0, 104.0, 6_000), (997, 1_008));
        assert_eq!(window_of(0.0, 520.0, 104.0, 2), (0, 2));
        assert_eq!(window_of(9_999.0, 520.0, 104.0, 4), (4, 4));
    }
}
