//! The frame of every page.

use kernel::{t, ts, use_i18n, use_me};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use ui::{KeyHelp, Shortcuts, SkipLinks};

mod bell;
mod brand;
mod create_menu;
mod language_form;
mod person_menu;
mod portal;
mod side;
mod top_bar;
mod viewing_bar;

use crate::features::{CREATIONS, PLACES};
use crate::focus::{self, MAIN};
use crate::palette::{OPENS, palette};
use crate::sign_in_again::SignInAgain;
use brand::Brand;
use language_form::LanguageForm;
pub(crate) use person_menu::{language_items, sign_out, theme_items};
pub(crate) use portal::PortalLayout;
use side::{NAVIGATION, Side};
use top_bar::TopBar;
use viewing_bar::ViewingBar;

kernel::lazy_part! {
    shell_later: fn key_help(open: RwSignal<bool>) => view! {
        <KeyHelp id="key-help" title=ts!("shell-keys") close_label=ts!("shell-close") open=open />
    }
}

/// What opens over a page from anywhere on it. A copyable handle in context.
#[derive(Clone, Copy)]
pub(crate) struct Overlays {
    /// The palette.
    pub palette: RwSignal<bool>,
    /// The sheet of shortcuts.
    pub help: RwSignal<bool>,
}

/// The frame for staff: navigation, the bar at the top, the page, and what opens over it.
#[component]
pub(crate) fn Layout(is_narrow: bool, children: Children) -> impl IntoView {
    let overlays = Overlays { palette: RwSignal::new(false), help: RwSignal::new(false) };
    provide_context(overlays);
    add_shortcuts(overlays);
    focus::follow_navigation();
    let narrow = RwSignal::new(is_narrow);
    let (to_main, to_navigation) = (t!("shell-skip-to-main"), t!("shell-skip-to-navigation"));
    let links = Signal::derive(move || vec![(MAIN, to_main()), (NAVIGATION, to_navigation())]);
    view! {
        <SkipLinks label=ts!("shell-skip") links=links />
        <div class="shell" data-narrow=move || narrow.get().then_some("")>
            <Side narrow=narrow />
            <div class="shell__page">
                <ViewingBar />
                <TopBar />
                <main class="shell__main" id=MAIN tabindex="-1">
                    {children()}
                </main>
            </div>
        </div>
        {palette(overlays.palette, move || overlays.palette.set(false), overlays.palette)}
        {key_help(overlays.help, move || overlays.help.set(false), overlays.help)}
        <SignInAgain />
    }
}

/// The frame for people who are not signed in: the page alone.
#[component]
pub(crate) fn BareLayout(children: Children) -> impl IntoView {
    focus::follow_navigation();
    view! {
        <div class="bare">
            <header class="bare__head">
                <Brand />
                <LanguageForm />
            </header>
            <main class="bare__main" id=MAIN tabindex="-1">
                {children()}
            </main>
        </div>
    }
}

/// The keys that work on every page. Features add their own to the same list, which the help sheet shows.
fn add_shortcuts(overlays: Overlays) {
    let (i18n, me, shortcuts) = (use_i18n(), use_me(), Shortcuts::here());
    let (going, making) = (ts!("shell-keys-go"), ts!("shell-keys-make"));
    let anywhere = ts!("shell-keys-anywhere");
    let open_palette = move || overlays.palette.set(true);
    for keys in OPENS {
        shortcuts.add(keys, anywhere, ts!("shell-search"), open_palette);
    }
    shortcuts.add("?", anywhere, ts!("shell-keys"), move || overlays.help.set(true));
    let groups = [(going, PLACES.to_vec()), (making, CREATIONS.to_vec())];
    for (group, places) in groups {
        for place in places.into_iter().filter(|place| (place.may)(&me.actor)) {
            let Some(keys) = place.keys else { continue };
            let (path, label, navigate) = (place.path, place.label, use_navigate());
            let words = Signal::derive(move || i18n.render(&label));
            shortcuts
                .add(keys, group, words, move || navigate(path, leptos_router::NavigateOptions::default()));
        }
    }
}
