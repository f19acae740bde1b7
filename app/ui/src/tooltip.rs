use leptos::html;
use leptos::prelude::*;

use crate::placement::hang;

/// A short text that explains itself on hover, focus or press. For a button with a drawing use [`crate::IconButton`], which has its hint built in.
#[component]
pub fn Tooltip(
    #[prop(into)] id: String,
    /// What is explained, always visible.
    #[prop(into)]
    text: Signal<String>,
    /// The explanation.
    #[prop(into)]
    explanation: Signal<String>,
) -> impl IntoView {
    let shown = RwSignal::new(false);
    let tip_id = id.clone();
    let (trigger, tip) = (NodeRef::<html::Button>::new(), NodeRef::<html::Span>::new());
    Effect::new(move |_| {
        if let (true, Some(trigger), Some(tip)) = (shown.get(), trigger.get(), tip.get()) {
            request_animation_frame(move || hang(&tip, &trigger, false));
        }
    });
    view! {
        <span class="tooltip" on:pointerenter=move |_| shown.set(true) on:pointerleave=move |_| shown.set(false)>
            <button
                node_ref=trigger
                type="button"
                class="tooltip__trigger"
                aria-describedby=tip_id
                on:click=move |_| shown.set(true)
                on:focus=move |_| shown.set(true)
                on:blur=move |_| shown.set(false)
                on:keydown=move |event| {
                    if event.key() == "Escape" && shown.get_untracked() {
                        event.prevent_default();
                        event.stop_propagation();
                        shown.set(false);
                    }
                }
            >
                {move || text.get()}
            </button>
            <span node_ref=tip class="tooltip__text" role="tooltip" id=id data-shown=move || shown.get().then_some("")>
                {move || explanation.get()}
            </span>
        </span>
    }
}
