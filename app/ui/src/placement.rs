//! Where a floating list goes. The arithmetic is plain and tested; only the last function talks to the browser.

use leptos::prelude::*;

/// A box in CSS pixels from the top of the view and from its start edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// From the top.
    pub top: f64,
    /// From the start edge: left in Latin pages, right in Arabic ones.
    pub start: f64,
    /// Along the line.
    pub width: f64,
    /// Down the page.
    pub height: f64,
}

/// The room between the list, what it hangs on, and the edges of the view.
const GAP: f64 = 4.0;

/// Where a list of `size` (width, height) goes that hangs on `anchor` in a view of `view` (width, height): below it if there is room
/// or at least more room than above, and shifted so that it stays inside. Returns (top, start).
pub fn place(anchor: Area, size: (f64, f64), view: (f64, f64)) -> (f64, f64) {
    let below = anchor.top + anchor.height + GAP;
    let above = anchor.top - GAP - size.1;
    let room_below = view.1 - below - GAP;
    let top = if size.1 <= room_below || room_below >= anchor.top { below } else { above };
    let start = anchor.start.min(view.0 - size.0 - GAP);
    (top.min(view.1 - size.1 - GAP).max(GAP), start.max(GAP))
}

/// Hangs `list` on `anchor` by setting its inset. Browser only.
pub(crate) fn hang(list: &web_sys::HtmlElement, anchor: &web_sys::Element, align_end: bool) {
    let root = document().document_element();
    let right_to_left = root.and_then(|root| root.get_attribute("dir")).is_some_and(|dir| dir == "rtl");
    let number =
        |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    let view = (number(window().inner_width()), number(window().inner_height()));
    let (box_, own) = (anchor.get_bounding_client_rect(), list.get_bounding_client_rect());
    let start = if right_to_left { view.0 - box_.right() } else { box_.left() };
    let start = if align_end { start + box_.width() - own.width() } else { start };
    let area = Area { top: box_.top(), start, width: box_.width(), height: box_.height() };
    let (top, start) = place(area, (own.width(), own.height()), view);
    let style = leptos::web_sys::HtmlElement::style(list);
    drop(style.set_property("inset-block-start", &format!("{top}px")));
    drop(style.set_property("inset-inline-start", &format!("{start}px")));
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: (f64, f64) = (1000.0, 800.0);

    fn anchor(top: f64, start: f64) -> Area {
        Area { top, start, width: 40.0, height: 30.0 }
    }

    #[test]
    fn a_list_opens_below_when_there_is_room() {
        assert_eq!(place(anchor(100.0, 50.0), (200.0, 300.0), VIEW), (134.0, 50.0));
    }

    #[test]
    fn a_list_at_the_foot_opens_above() {
        assert_eq!(place(anchor(700.0, 50.0), (200.0, 300.0), VIEW), (396.0, 50.0));
    }

    #[test]
    fn a_list_never_leaves_the_view() {
        let (top, start) = place(anchor(790.0, 990.0), (200.0, 780.0), VIEW);
        assert!(top >= 0.0 && top + 780.0 <= VIEW.1);
        assert!(start >= 0.0 && start + 200.0 <= VIEW.0);
    }
}
