use leptos::prelude::*;
use leptos_meta::Title;

/// The title of the page in the browser's tab.
///
/// The server writes the head after the page, when the page's own signals may be gone already: then the words of the
/// first moment stand.
#[component]
pub fn PageTitle(
    /// The words, without the organisation's name.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let first = text.get_untracked();
    view! { <Title text=move || text.try_get().unwrap_or_else(|| first.clone()) /> }
}
