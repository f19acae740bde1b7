//! What the keys do in a combobox. Browser only.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::choosing::Choosing;

impl Choosing {
    /// Arrow keys, Enter, Escape, Backspace.
    pub(super) fn on_key(self, event: &KeyboardEvent) {
        let count = self.offers.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" => self.step(event, |at| at.map_or(0, |at| at + 1) % count.max(1)),
            "ArrowUp" => {
                self.step(event, |at| at.unwrap_or(0).checked_sub(1).unwrap_or(count.saturating_sub(1)))
            }
            "Enter" if self.open.get_untracked() => {
                event.prevent_default();
                let at = self.active.get_untracked();
                let offer = at.and_then(|at| self.offers.with_untracked(|offers| offers.get(at).cloned()));
                offer.inspect(|offer| self.choose(offer));
            }
            "Escape" if self.open.get_untracked() => {
                // It closes the list only, not the dialog or panel around it.
                event.prevent_default();
                event.stop_propagation();
                self.close();
            }
            "Backspace"
                if self.multiple
                    && self.query.with_untracked(|query| query.as_deref().is_none_or(str::is_empty)) =>
            {
                let gone = self.selected.try_update(Vec::pop).flatten();
                gone.inspect(|_| self.changed());
            }
            _ => {}
        }
    }

    fn step(self, event: &KeyboardEvent, next: impl Fn(Option<usize>) -> usize) {
        event.prevent_default();
        let at = self.active.get_untracked().filter(|_| self.open.get_untracked());
        self.open.set(true);
        self.active.set(Some(next(at)));
        let root = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let root = root.and_then(|input| input.closest(".combobox").ok().flatten());
        request_animation_frame(move || {
            let active = root.and_then(|root| root.query_selector("[data-active]").ok().flatten());
            active.inspect(crate::focus::keep_in_view);
        });
    }
}
