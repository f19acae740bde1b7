//! The focus on cards: it stays on a card whatever happens to the elements around it.

use kernel::LeadId;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::store::{BoardStore, ColumnHandle};

/// The id of the link that is a card's tab stop.
pub fn link_id(id: LeadId) -> String {
    format!("card-{id}")
}

/// The distance from one card to the next, in pixels.
pub fn pitch() -> f64 {
    const USUAL: f64 = 104.0;
    let card = document().query_selector(".board-card").ok().flatten();
    let measured = card.and_then(|card| {
        let gap = window().get_computed_style(&card).ok()??.get_property_value("margin-block-end").ok()?;
        let gap: f64 = gap.trim_end_matches("px").parse().ok()?;
        Some(card.get_bounding_client_rect().height() + gap)
    });
    measured.filter(|pitch| *pitch > 1.0).unwrap_or(USUAL)
}

/// Puts the focus on a card as soon as it is in the page, scrolling to it as far as needed.
pub fn on_card(store: BoardStore, id: LeadId) {
    if let Some(column) = show_card(store, id) {
        column.current.set(Some(id));
        // At once, so that the next key finds it there; and again when a card that changed its column has come back.
        focus(&link_id(id));
        request_animation_frame(move || focus(&link_id(id)));
    }
}

/// Gives the focus back to a card that had it, if it was lost while elements changed their places.
pub fn keep_on_card(store: BoardStore, id: LeadId) {
    request_animation_frame(move || {
        let is_lost =
            document().active_element().is_none_or(|element| element.tag_name().eq_ignore_ascii_case("body"));
        if is_lost && store.held.try_get_untracked().is_some() {
            on_card(store, id);
        }
    });
}

/// Scrolls a card's column so that the card can be seen; answers the column.
pub fn show_card(store: BoardStore, id: LeadId) -> Option<ColumnHandle> {
    let place = |column: &ColumnHandle| {
        let at = column.view.with_untracked(|view| view.cards.iter().position(|card| card.id == id));
        at.map(|at| (*column, at))
    };
    let (column, at) = store.columns.with_untracked(|columns| columns.iter().find_map(place))?;
    if let Some(list) = column.list.get_untracked() {
        let (pitch, height) = (pitch(), f64::from(list.client_height()));
        let (top, seen) = (at as f64 * pitch, f64::from(list.scroll_top()));
        if top < seen {
            list.set_scroll_top(top as i32);
        } else if top + pitch > seen + height {
            list.set_scroll_top((top + pitch - height).ceil() as i32);
        }
        super::scrolling::refresh(&[column]);
    }
    Some(column)
}

fn focus(id: &str) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(false);
    let is_elsewhere = |element: &web_sys::Element| document().active_element().as_ref() != Some(element);
    if let Some(element) = document()
        .get_element_by_id(id)
        .filter(is_elsewhere)
        .and_then(|element| element.dyn_into::<HtmlElement>().ok())
    {
        drop(element.focus_with_options(&options));
    }
}

/// Whether the focus is on this card.
pub fn is_on_card(id: LeadId) -> bool {
    document().active_element().is_some_and(|element| element.id() == link_id(id))
}

/// The card that has the focus.
pub fn focused() -> Option<LeadId> {
    document().active_element()?.id().strip_prefix("card-")?.parse().ok().map(LeadId)
}
