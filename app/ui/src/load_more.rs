use leptos::prelude::*;

use crate::{Button, Size};

/// The end of what is loaded: how much there is, and a button for the next part.
#[component]
pub fn LoadMore(
    /// The words on the button, such as "Show 50 more".
    #[prop(into)]
    label: Signal<String>,
    /// How much is shown of how much.
    #[prop(into)]
    summary: Signal<String>,
    #[prop(optional, into)] busy: Signal<bool>,
    /// False at the very end: the button goes, the summary stays.
    #[prop(default = Signal::stored(true), into)]
    has_more: Signal<bool>,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="load-more">
            <span class="load-more__summary" role="status">{move || summary.get()}</span>
            <Show when=move || has_more.get()>
                <Button label=label size=Size::Small busy=busy on_press=on_press />
            </Show>
        </div>
    }
}
