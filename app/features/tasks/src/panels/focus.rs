//! Who ticks off one task after another keeps the keyboard where the work is.

use kernel::TaskId;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The tick boxes of the lists of what is to be done.
const BOXES: &str = "[data-open-tasks] input[type=checkbox]";

/// The id of a task's tick box.
pub(super) fn box_id(id: TaskId) -> String {
    format!("task-{id}-done")
}

/// Hands the focus on from a task that leaves its list: to the next one, the one before, or the line for a new one. It
/// stays where it is if it is elsewhere.
pub(super) fn hand_on(id: TaskId, otherwise: &str) {
    let own = box_id(id);
    let has_focus = document().active_element().is_some_and(|element| element.id() == own);
    let Some(boxes) = document().query_selector_all(BOXES).ok().filter(|_| has_focus) else { return };
    let id_of = |at: u32| boxes.item(at)?.dyn_into::<web_sys::Element>().ok().map(|element| element.id());
    let ids: Vec<String> = (0..boxes.length()).filter_map(id_of).collect();
    let place = ids.iter().position(|id| *id == own);
    let next = place.and_then(|at| ids.get(at + 1).or_else(|| ids.get(at.checked_sub(1)?)));
    ui::focus_by_id(next.map_or(otherwise, String::as_str));
}
