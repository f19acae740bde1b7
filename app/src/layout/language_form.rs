use kernel::{Language, t, use_i18n};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::preferences::Preferences;

/// The languages in a row, for pages before the sign-in. It is a form: before the program has arrived it loads the page
/// again in the chosen language, afterwards it switches at once.
#[component]
pub(super) fn LanguageForm() -> impl IntoView {
    let (i18n, location) = (use_i18n(), use_location());
    let choose = Preferences::here().language_chooser();
    let here = move || {
        let (path, search) = (location.pathname.get(), location.search.get());
        if search.is_empty() { path } else { format!("{path}?{search}") }
    };
    let button = move |language: Language| {
        view! {
            <button
                class="languages__choice"
                name="language"
                value=language.code()
                lang=language.code()
                aria-pressed=move || if i18n.language() == language { "true" } else { "false" }
                on:click=move |event| {
                    event.prevent_default();
                    choose(language);
                }
            >
                {language.name()}
            </button>
        }
    };
    view! {
        <form class="languages" method="post" action="/language" aria-label=t!("shell-language")>
            <input type="hidden" name="next" value=here />
            {Language::ALL.map(button).collect_view()}
        </form>
    }
}
