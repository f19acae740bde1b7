use kernel::{Error, answer_with, t, ts};
use leptos::prelude::*;
use ui::{EmptyState, IconName, LinkButton};

/// The page of an address that leads nowhere.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    answer_with(&Error::NotFound);
    view! {
        <leptos_meta::Title text=t!("shell-not-found-title") />
        <h1 class="visually-hidden">{t!("shell-not-found-title")}</h1>
        <EmptyState
            icon=IconName::Search
            title=ts!("shell-not-found-title")
            text=Signal::derive({
                let text = t!("shell-not-found-text");
                move || Some(text())
            })
        >
            <LinkButton label=ts!("shell-not-found-home") href="/" icon=IconName::Home />
        </EmptyState>
    }
}
