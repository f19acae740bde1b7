//! Listeners that Leptos cannot attach: one that may prevent scrolling, one that hears Escape before anybody else.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{AddEventListenerOptions, Event, EventTarget, KeyboardEvent};

/// Keeps the page from scrolling under a finger for as long as `is_holding` says so. Until then a swipe scrolls.
///
/// It listens on the touched element itself: touch events go there even after it has left the page.
pub struct ScrollHold {
    _listener: Listener,
}

impl ScrollHold {
    /// For the finger that is down on `element`.
    pub fn new(element: &EventTarget, is_holding: impl Fn() -> bool + 'static) -> Self {
        let options = AddEventListenerOptions::new();
        options.set_passive(false);
        let _listener = Listener::new(element, "touchmove", &options, move |event| {
            if is_holding() && event.cancelable() {
                event.prevent_default();
            }
        });
        Self { _listener }
    }
}

/// Calls `act` on Escape before anybody else hears it; if it answers true, nobody else does.
pub fn on_escape(act: impl Fn() -> bool + 'static) -> SendWrapper<Listener> {
    let options = AddEventListenerOptions::new();
    options.set_capture(true);
    SendWrapper::new(Listener::new(&window(), "keydown", &options, move |event| {
        let is_escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape");
        if is_escape && act() {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    }))
}

/// A listener that leaves when it is dropped.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    is_capturing: bool,
    function: Closure<dyn Fn(Event)>,
}

impl Listener {
    fn new(
        target: &EventTarget,
        name: &'static str,
        options: &AddEventListenerOptions,
        act: impl Fn(Event) + 'static,
    ) -> Self {
        let function = Closure::new(act);
        let own: &js_sys::Function = AsRef::<wasm_bindgen::JsValue>::as_ref(&function).unchecked_ref();
        drop(target.add_event_listener_with_callback_and_add_event_listener_options(name, own, options));
        Self { target: target.clone(), name, is_capturing: options.get_capture() == Some(true), function }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let own: &js_sys::Function = AsRef::<wasm_bindgen::JsValue>::as_ref(&self.function).unchecked_ref();
        drop(self.target.remove_event_listener_with_callback_and_bool(self.name, own, self.is_capturing));
    }
}
