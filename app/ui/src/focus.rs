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
