use kernel::{Actor, t, ts, use_i18n, use_me};
use leptos::prelude::*;
use leptos_router::components::A;
use ui::{Icon, Menu, MenuItem, MenuTrigger, SkipLinks, Tone};

use super::person_menu::SignOutForm;
use super::{Brand, MAIN, ViewingBar, language_items, sign_out, theme_items};
use crate::focus;

/// The frame for contacts of customers: the name of the house, where there is to go, and the page.
#[component]
pub(crate) fn PortalLayout(children: Children) -> impl IntoView {
    focus::follow_navigation();
    let to_main = t!("shell-skip-to-main");
    let links = Signal::derive(move || vec![(MAIN, to_main())]);
    view! {
        <SkipLinks label=ts!("shell-skip") links=links />
        <div class="portal-frame">
            <ViewingBar />
            <header class="portal-bar">
                <Brand />
                <Places />
                <div class="portal-bar__person"><ContactMenu /></div>
            </header>
            <main class="portal-frame__main" id=MAIN tabindex="-1">
                {children()}
            </main>
        </div>
    }
}

#[component]
fn Places() -> impl IntoView {
    let i18n = use_i18n();
    let link = move |place: &'static portal::Place| {
        let label = move || i18n.render(&place.label);
        view! {
            <li>
                <A href=place.path exact=true attr:class="portal-bar__place">
                    <Icon name=place.icon />
                    {label}
                </A>
            </li>
        }
    };
    view! {
        <nav aria-label=t!("shell-navigation")>
            <ul class="portal-bar__places" role="list">{portal::PLACES.iter().map(link).collect_view()}</ul>
        </nav>
    }
}

/// Colours, language, and the way out.
#[component]
fn ContactMenu() -> impl IntoView {
    let (i18n, me) = (use_i18n(), use_me());
    let name = match &me.actor {
        Actor::Contact(contact) => contact.name.clone(),
        _ => String::new(),
    };
    let (themes, languages) = (theme_items(), language_items());
    let items = Signal::derive(move || {
        let leave = MenuItem::run(i18n.text("shell-sign-out", &[]), sign_out);
        themes().into_iter().chain(languages()).chain([leave.starts_group()]).collect::<Vec<_>>()
    });
    view! {
        <Menu id="person-menu" label=name items=items trigger=MenuTrigger::Label tone=Tone::Quiet align_end=true />
        <SignOutForm />
    }
}
