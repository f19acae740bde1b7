use leptos::prelude::*;

/// Words that are read aloud but take no room on the screen.
#[component]
pub fn VisuallyHidden(#[prop(into)] text: Signal<String>) -> impl IntoView {
    view! { <span class="visually-hidden">{move || text.get()}</span> }
}
