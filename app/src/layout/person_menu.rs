use kernel::{Language, use_i18n};
use leptos::prelude::*;
use ui::{IconName, Menu, MenuItem, MenuTrigger, Theme, Tone};

use super::Overlays;
use crate::features::MY_PAGE;
use crate::preferences::Preferences;

/// The form that ends the session: a form, so that the browser's own rules about where it may be sent from hold.
const SIGN_OUT: &str = "sign-out";

/// The person's own menu: the account, colours, language, help, the way out.
#[component]
pub(super) fn PersonMenu(name: String) -> impl IntoView {
    let (i18n, overlays) = (use_i18n(), expect_context::<Overlays>());
    let (theme_items, language_items) = (theme_items(), language_items());
    let word = move |key: &str| i18n.text(key, &[]);
    let items = Signal::derive(move || {
        let account = MenuItem::link(word("shell-my-page"), MY_PAGE).icon(IconName::User);
        let keys =
            MenuItem::run(word("shell-keys"), move || overlays.help.set(true)).icon(IconName::Keyboard);
        let leave = MenuItem::run(word("shell-sign-out"), sign_out).icon(IconName::LogOut).starts_group();
        let chosen = theme_items().into_iter().chain(language_items());
        [account, keys].into_iter().chain(chosen).chain([leave]).collect::<Vec<_>>()
    });
    view! {
        <Menu id="person-menu" label=name items=items trigger=MenuTrigger::Label tone=Tone::Quiet align_end=true />
        <SignOutForm />
    }
}

/// The form that [`sign_out`] sends.
#[component]
pub(super) fn SignOutForm() -> impl IntoView {
    view! { <form id=SIGN_OUT method="post" action="/sign-out" hidden></form> }
}

/// One item for each choice of colours.
pub(crate) fn theme_items() -> impl Fn() -> Vec<MenuItem> + Copy + Send + Sync + 'static {
    let (i18n, preferences) = (use_i18n(), Preferences::here());
    let choose = preferences.theme_chooser();
    move || {
        let now = preferences.theme().get();
        let item = |key: &str, icon, theme: Theme| {
            MenuItem::run(i18n.text(key, &[]), move || choose(theme)).icon(icon).checked(theme == now)
        };
        vec![
            item("shell-theme-auto", IconName::Wand, Theme::Auto).starts_group(),
            item("shell-theme-light", IconName::Sun, Theme::Light),
            item("shell-theme-dark", IconName::Moon, Theme::Dark),
        ]
    }
}

/// One item for each language, named in itself.
pub(crate) fn language_items() -> impl Fn() -> std::vec::IntoIter<MenuItem> + Copy + Send + Sync + 'static {
    let (i18n, preferences) = (use_i18n(), Preferences::here());
    let choose = preferences.language_chooser();
    move || {
        let now = i18n.language();
        let item = |language: Language| {
            MenuItem::run(language.name(), move || choose(language)).checked(language == now)
        };
        let mut items: Vec<_> = Language::ALL.into_iter().map(item).collect();
        items[0].starts_group = true;
        items.into_iter()
    }
}

/// Ends the session.
pub(crate) fn sign_out() {
    ui::submit_form(SIGN_OUT);
}
