use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use crate::{Button, Dialog, DialogBody, DialogFooter, DialogSize, Tone};

/// Keeps typed text from being lost: while `dirty`, closing the tab asks in the browser's words; a link inside the app and the
/// browser's back button ask in ours.
#[component]
pub fn LeaveGuard(
    #[prop(into)] id: String,
    /// There is something that was not saved.
    #[prop(into)]
    dirty: Signal<bool>,
    #[prop(into)] title: Signal<String>,
    /// What would be lost.
    #[prop(into)]
    text: Signal<String>,
    #[prop(into)] stay_label: Signal<String>,
    #[prop(into)] leave_label: Signal<String>,
) -> impl IntoView {
    let asking = RwSignal::new(false);
    let link = StoredValue::new(None::<SendWrapper<HtmlElement>>);
    guard_tab(dirty);
    guard_links(dirty, move |pressed| {
        link.set_value(Some(SendWrapper::new(pressed)));
        asking.set(true);
    });
    guard_history(dirty, move || {
        link.set_value(None);
        asking.set(true);
    });
    let leave = move |()| {
        asking.set(false);
        LEAVING.set(true);
        match link.get_value() {
            Some(link) => link.click(),
            // A browser without a history has nowhere to go back to.
            None => _ = window().history().and_then(|history| history.back()),
        }
        // A link out of the app is followed a moment later; until then the browser must not ask once more.
        set_timeout(|| LEAVING.set(false), Duration::from_secs(1));
    };
    view! {
        <Dialog id=id title=title close_label=stay_label open=asking size=DialogSize::Small>
            <DialogBody>
                <p>{move || text.get()}</p>
            </DialogBody>
            <DialogFooter>
                <Button label=stay_label on_press=move |()| asking.set(false) />
                <Button label=leave_label tone=Tone::Danger on_press=leave />
            </DialogFooter>
        </Dialog>
    }
}

thread_local! {
    /// Somebody has decided to leave and is on the way. One answer is enough: other guards of the page let this pass.
    static LEAVING: Cell<bool> = const { Cell::new(false) };
}

/// What the loader sends to the window before the router hears that the person goes back or forward. Who prevents it
/// keeps the page: the router's listener is there before any page is, and listeners hear in the order they came in.
const GOING_BACK: &str = "foyer-going-back";

fn guard_tab(dirty: Signal<bool>) {
    Effect::new(move |_| {
        let handle = window_event_listener(leptos::ev::beforeunload, move |event| {
            if dirty.get_untracked() && !LEAVING.get() {
                event.prevent_default();
            }
        });
        on_cleanup(move || handle.remove());
    });
}

/// Listens before the router does, for plain presses on links that leave this page.
fn guard_links(dirty: Signal<bool>, ask: impl Fn(HtmlElement) + Copy + 'static) {
    before_others(document, "click", move |event: web_sys::MouseEvent| {
        let is_plain = !event.ctrl_key() && !event.meta_key() && !event.shift_key();
        if LEAVING.get() || !dirty.get_untracked() || !is_plain {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
        if let Some(link) = link.filter(leaves).and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
            event.prevent_default();
            event.stop_immediate_propagation();
            ask(link);
        }
    });
}

fn leaves(link: &web_sys::Element) -> bool {
    let href = link.get_attribute("href").unwrap_or_default();
    !href.starts_with('#') && !link.has_attribute("download") && link.get_attribute("target").is_none()
}

/// Asks before the browser's back button leads away. It cannot be held: the address has changed when one hears of it, so
/// it is put back before anybody is asked.
fn guard_history(dirty: Signal<bool>, ask: impl Fn() + Copy + 'static) {
    let here = StoredValue::new(String::new());
    Effect::new(move |_| {
        if dirty.get() {
            here.set_value(window().location().href().unwrap_or_default());
        }
    });
    before_others(window, GOING_BACK, move |event: web_sys::Event| {
        if LEAVING.get() || !dirty.get_untracked() {
            return;
        }
        event.prevent_default();
        // One guard of a page asks.
        event.stop_immediate_propagation();
        let restored = window()
            .history()
            .and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&here.get_value())));
        if restored.is_ok() {
            ask();
        }
    });
}

/// Hears events before the listeners that were there, as long as the page lives.
fn before_others<T, E>(target: fn() -> T, kind: &'static str, heard: impl Fn(E) + Copy + 'static)
where
    T: AsRef<web_sys::EventTarget> + 'static,
    E: wasm_bindgen::convert::FromWasmAbi + 'static,
{
    Effect::new(move |_| {
        let listener = SendWrapper::new(Closure::<dyn FnMut(E)>::new(heard));
        let function: &js_sys::Function = listener.as_ref().unchecked_ref();
        drop(target().as_ref().add_event_listener_with_callback_and_bool(kind, function, true));
        on_cleanup(move || {
            let function: &js_sys::Function = listener.as_ref().unchecked_ref();
            drop(target().as_ref().remove_event_listener_with_callback_and_bool(kind, function, true));
        });
    });
}
