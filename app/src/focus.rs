//! Where the focus goes when a link leads to another page: a browser would begin at the top of the new document.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The id of the main landmark.
pub(crate) const MAIN: &str = "main";

/// Moves the focus to the heading of a new page, unless what had it is still there: a card whose panel opens
/// beside it keeps its place.
pub(crate) fn follow_navigation() {
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        if before.is_some_and(|before| before != now) {
            // The new page is there after this turn of the reactive system has been drawn.
            request_animation_frame(|| request_animation_frame(focus_page));
        }
        now
    });
}

fn focus_page() {
    #[cfg(target_arch = "wasm32")]
    {
        use wasm_bindgen::JsCast;
        let Some(main) = document().get_element_by_id(MAIN) else { return };
        let keeps =
            document().active_element().is_some_and(|active| main.contains(Some(&active)) && active != main);
        let in_dialog = document().query_selector("dialog[open]").is_ok_and(|open| open.is_some());
        if keeps || in_dialog {
            return;
        }
        let heading = main.query_selector("h1").ok().flatten().unwrap_or(main);
        // A heading takes the focus only when it is told that it may.
        drop(heading.set_attribute("tabindex", "-1"));
        if let Ok(heading) = heading.dyn_into::<web_sys::HtmlElement>() {
            drop(heading.focus());
        }
    }
}
