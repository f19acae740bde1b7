use leptos::prelude::*;

use crate::button::button_class;
use crate::{Icon, IconName, IconSize, Size, Tone};

/// A link that looks like a button: for going somewhere, never for doing something.
#[component]
pub fn LinkButton(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] href: Signal<String>,
    #[prop(optional)] tone: Tone,
    #[prop(optional)] size: Size,
    #[prop(optional)] icon: Option<IconName>,
    /// The browser saves what it gets under the name that the server gives; the router stays out of it.
    #[prop(optional)]
    download: bool,
) -> impl IntoView {
    view! {
        <a
            class=button_class(tone, size)
            href=move || href.get()
            download=download.then_some("")
            rel=download.then_some("external")
        >
            {icon.map(|name| view! { <Icon name=name size=IconSize::Small /> })}
            <span class="button__label">{move || label.get()}</span>
        </a>
    }
}
