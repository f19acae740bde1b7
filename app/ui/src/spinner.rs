use leptos::prelude::*;

/// A turning mark beside words that say what is being done. Decoration: the words (or `aria-busy`) tell the state.
#[component]
pub fn Spinner() -> impl IntoView {
    view! { <span class="spinner" aria-hidden="true"></span> }
}
