use leptos::prelude::*;

use crate::{Icon, IconName, IconSize};

/// What a list shows when there is nothing: what goes here, and how to begin.
#[component]
pub fn EmptyState(
    icon: IconName,
    #[prop(into)] title: Signal<String>,
    /// One or two sentences.
    #[prop(optional, into)]
    text: Signal<Option<String>>,
    /// Buttons or links that begin.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <span class="empty-state__icon"><Icon name=icon size=IconSize::Large /></span>
            <p class="empty-state__title">{move || title.get()}</p>
            {move || text.get().map(|text| view! { <p class="empty-state__text">{text}</p> })}
            {children.map(|children| view! { <div class="empty-state__actions">{children()}</div> })}
        </div>
    }
}
