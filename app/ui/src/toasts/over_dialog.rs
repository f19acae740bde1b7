use leptos::prelude::*;

use super::{Stack, Toasts};
use crate::announcer::LiveRegion;

/// Where messages appear while a dialog is open. Everything outside of a modal dialog is dimmed, inert and not read, so the
/// topmost dialog carries the messages itself, raised above its backdrop.
#[component]
pub(crate) fn DialogToaster() -> impl IntoView {
    let toasts = Toasts::here();
    let own = toasts.number();
    toasts.over.update(|over| over.push(own));
    on_cleanup(move || {
        let _gone = toasts.over.try_update(|over| over.retain(|dialog| *dialog != own));
    });
    let section = NodeRef::<leptos::html::Section>::new();
    let shows = Signal::derive(move || toasts.over.with(|over| over.last() == Some(&own)));
    Effect::new(move |_| {
        let Some(section) = section.get() else { return };
        // Raising what is raised already, or taking down what is not, is refused by the browser and changes nothing.
        drop(match shows.get() && !toasts.shown.with(Vec::is_empty) {
            true => section.show_popover(),
            false => section.hide_popover(),
        });
    });
    toasts.labels.get_value().map(|labels| {
        view! {
            <LiveRegion messages=toasts.spoken(false, own) assertive=false />
            <LiveRegion messages=toasts.spoken(true, own) assertive=true />
            <Stack labels=labels shows=shows raised=section />
        }
    })
}
