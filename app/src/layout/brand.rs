use kernel::use_me;
use leptos::prelude::*;

/// The house's door and the organisation's name; a way home.
#[component]
pub(crate) fn Brand() -> impl IntoView {
    let name = use_me().organisation.name.clone();
    let spoken = name.clone();
    view! {
        // Where there is no room for the name, the drawing is still called by it.
        <a class="brand" href="/" aria-label=spoken>
            <svg class="brand__mark" viewBox="0 0 24 24" aria-hidden="true">
                <rect class="brand__wall" width="24" height="24" rx="6" />
                <path class="brand__light" d="M6.5 20v-8.5a5.5 5.5 0 0 1 11 0V20z" />
                <path class="brand__leaf" d="M6.5 20v-8.5A5.5 5.5 0 0 1 12 6v14z" />
                <circle class="brand__knob" cx="10.1" cy="13.6" r="0.9" />
            </svg>
            <span class="brand__name" dir="auto">{name}</span>
        </a>
    }
}
