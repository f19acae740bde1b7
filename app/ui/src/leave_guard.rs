use std::time::Duration;

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::HtmlElement;

use crate::{Button, Dialog, DialogBody, DialogFooter, DialogSize, Tone};

/// Keeps typed text from being lost: while `dirty`, closing the tab asks in the browser's words and a link inside the app asks in ours.
///
/// The browser's back and forward buttons inside the app cannot be held; forms worth it keep a draft.
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
    let leaving = StoredValue::new(false);
    guard_tab(dirty, leaving);
    guard_links(dirty, leaving, move |pressed| {
        link.set_value(Some(SendWrapper::new(pressed)));
        asking.set(true);
    });
    let leave = move |()| {
        asking.set(false);
        leaving.set_value(true);
        if let Some(link) = link.get_value() {
            // One answer is enough: other guards of the page let this press pass.
            drop(link.set_attribute(ANSWERED, ""));
            link.click();
            drop(link.remove_attribute(ANSWERED));
        }
        // A link out of the app is followed a moment later; until then the browser must not ask once more.
        set_timeout(move || _ = leaving.try_set_value(false), Duration::from_secs(1));
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

/// Marks a link that somebody has decided to follow, while it is pressed once more.
const ANSWERED: &str = "data-leaving";

fn guard_tab(dirty: Signal<bool>, leaving: StoredValue<bool>) {
    Effect::new(move |_| {
        let handle = window_event_listener(leptos::ev::beforeunload, move |event| {
            if dirty.get_untracked() && !leaving.get_value() {
                event.prevent_default();
            }
        });
        on_cleanup(move || handle.remove());
    });
}

/// Listens before the router does, for plain presses on links that leave this page.
fn guard_links(dirty: Signal<bool>, leaving: StoredValue<bool>, ask: impl Fn(HtmlElement) + Copy + 'static) {
    Effect::new(move |_| {
        let listener = Closure::<dyn FnMut(web_sys::MouseEvent)>::new(move |event: web_sys::MouseEvent| {
            if leaving.get_value()
                || !dirty.get_untracked()
                || event.ctrl_key()
                || event.meta_key()
                || event.shift_key()
            {
                return;
            }
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
            let leaves = |link: &web_sys::Element| {
                let href = link.get_attribute("href").unwrap_or_default();
                !href.starts_with('#')
                    && !link.has_attribute("download")
                    && link.get_attribute("target").is_none()
                    && !link.has_attribute(ANSWERED)
            };
            if let Some(link) = link.filter(leaves).and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
                event.prevent_default();
                event.stop_immediate_propagation();
                ask(link);
            }
        });
        let listener = SendWrapper::new(listener);
        let function: &js_sys::Function = listener.as_ref().unchecked_ref();
        drop(document().add_event_listener_with_callback_and_bool("click", function, true));
        on_cleanup(move || {
            let function: &js_sys::Function = listener.as_ref().unchecked_ref();
            drop(document().remove_event_listener_with_callback_and_bool("click", function, true));
        });
    });
}
