use leptos::prelude::*;

/// Links over the repeated head of each page, seen when they have the focus: `(id, words)`. Mount it first in the body.
#[component]
pub fn SkipLinks(
    /// The name of the group, such as "Skip links".
    #[prop(into)]
    label: Signal<String>,
    #[prop(into)] links: Signal<Vec<(&'static str, String)>>,
) -> impl IntoView {
    let link = |(id, words): (&'static str, String)| {
        view! {
            <a class="skip-links__link" href=format!("#{id}") rel="external" on:click=move |_| crate::focus_by_id(id)>
                {words}
            </a>
        }
    };
    view! {
        <nav class="skip-links" aria-label=move || label.get()>
            {move || links.get().into_iter().map(link).collect_view()}
        </nav>
    }
}
