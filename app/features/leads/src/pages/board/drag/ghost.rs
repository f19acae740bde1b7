//! The copy of a card that follows the pointer.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::geometry::Point;

/// A copy that is fixed to the screen and moved by its transform alone.
pub struct Ghost {
    element: HtmlElement,
    /// From the copy's corner to the pointer.
    grip: Point,
}

impl Ghost {
    /// Lifts a copy of a card that was taken at this place. Standing for several it looks like a stack and says how many.
    pub fn lift(card: &HtmlElement, taken: Point, count: usize) -> Self {
        let rect = card.get_bounding_client_rect();
        let copy = card.clone_node_with_deep(true).ok().and_then(|copy| copy.dyn_into::<HtmlElement>().ok());
        let element = copy.unwrap_or_else(|| card.clone());
        strip(&element);
        if count > 1 {
            stack(&element, count);
        }
        let style = HtmlElement::style(&element);
        // Physical on purpose: the transform below is physical too.
        for (name, value) in [("left", "0"), ("top", "0"), ("right", "auto"), ("margin", "0")] {
            drop(style.set_property(name, value));
        }
        drop(style.set_property("inline-size", &format!("{}px", rect.width())));
        drop(style.set_property("block-size", &format!("{}px", rect.height())));
        if let Some(body) = document().body() {
            drop(body.append_child(&element));
        }
        let ghost = Self { element, grip: Point { x: taken.x - rect.left(), y: taken.y - rect.top() } };
        ghost.follow(taken);
        ghost
    }

    /// Moves it under the pointer.
    pub fn follow(&self, at: Point) {
        let (x, y) = (at.x - self.grip.x, self.top(at));
        drop(
            HtmlElement::style(&self.element)
                .set_property("transform", &format!("translate3d({x}px, {y}px, 0)")),
        );
    }

    /// Where its upper edge is with the pointer here.
    pub fn top(&self, at: Point) -> f64 {
        at.y - self.grip.y
    }

    /// Takes it out of the page.
    pub fn remove(&self) {
        self.element.remove();
    }
}

fn stack(copy: &HtmlElement, count: usize) {
    drop(copy.set_attribute("data-stack", ""));
    if let Ok(badge) = document().create_element("span") {
        badge.set_class_name("board-card__stack");
        badge.set_text_content(Some(&count.to_string()));
        drop(copy.append_child(&badge));
    }
}

/// A copy is a picture: it has no ids, takes no focus and is not read.
fn strip(copy: &HtmlElement) {
    copy.set_class_name("board-card board-card--lifted");
    for (name, value) in [("aria-hidden", "true"), ("inert", "")] {
        drop(copy.set_attribute(name, value));
    }
    let named = copy.query_selector_all("[id], [data-card]").ok();
    let parts = named.iter().flat_map(|parts| (0..parts.length()).filter_map(|at| parts.item(at)));
    for part in parts.filter_map(|part| part.dyn_into::<web_sys::Element>().ok()) {
        drop(part.remove_attribute("id"));
    }
    for name in ["id", "data-card", "tabindex"] {
        drop(copy.remove_attribute(name));
    }
}
