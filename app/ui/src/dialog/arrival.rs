use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Where the focus goes when a dialog opens: to its first field, also when the fields come later than the dialog
/// because something has to be fetched for them.
#[derive(Clone, Copy)]
pub(super) struct Arrival(StoredValue<Option<SendWrapper<Watch>>>);

/// Tells of each change inside the dialog until it is dropped.
struct Watch {
    observer: web_sys::MutationObserver,
    _told: Closure<dyn FnMut()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Arrival {
    pub(super) fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// The dialog has just been shown. The browser would choose the cross; whoever opens a dialog came for its first
    /// field or its first answer.
    pub(super) fn begin(self, dialog: &web_sys::Element) {
        if focus_part(dialog, ".dialog__body") {
            return;
        }
        if !focus_part(dialog, ".dialog__footer") {
            focus_first(dialog);
        }
        self.wait_for_fields(dialog);
    }

    /// The person does something, or the dialog closes: from now on the focus is nobody else's to move.
    pub(super) fn end(self) {
        drop(self.0.try_update_value(Option::take));
    }

    fn wait_for_fields(self, dialog: &web_sys::Element) {
        let watched = dialog.clone();
        let told = Closure::<dyn FnMut()>::new(move || {
            if focus_part(&watched, ".dialog__body") {
                // Not from inside of its own call.
                request_animation_frame(move || self.end());
            }
        });
        let Ok(observer) = web_sys::MutationObserver::new(told.as_ref().unchecked_ref()) else { return };
        let options = web_sys::MutationObserverInit::new();
        options.set_child_list(true);
        options.set_subtree(true);
        if observer.observe_with_options(dialog, &options).is_ok() {
            let watch = SendWrapper::new(Watch { observer, _told: told });
            let _gone = self.0.try_update_value(|kept| *kept = Some(watch));
        }
    }
}

fn focus_part(dialog: &web_sys::Element, part: &str) -> bool {
    let part = dialog.query_selector(part).ok().flatten();
    part.is_some_and(|part| focus_first(&part))
}

/// Puts the focus on the first control marked `autofocus` inside `root`, or on the first control there. Tells whether there was one.
/// Browser only.
pub fn focus_first(root: &web_sys::Element) -> bool {
    const CONTROLS: &str = "input:not([type=hidden]), select, textarea, button, a[href], [tabindex='0']";
    let marked = root.query_selector("[autofocus]").ok().flatten();
    let first = marked.or_else(|| root.query_selector(CONTROLS).ok().flatten());
    let control = first.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    // An element that cannot take the focus leaves it where it is.
    control.inspect(|control| drop(control.focus())).is_some()
}
