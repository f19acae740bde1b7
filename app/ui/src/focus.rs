//! Small steps with the focus. Everything here runs in the browser only.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Puts the focus on the element with this id, if there is one and it can take it.
pub fn focus_by_id(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        drop(element.focus());
    }
}

/// Scrolls just as far as is needed to see the element.
pub(crate) fn keep_in_view(element: &web_sys::Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
