use kernel::{t, ts, use_live, use_me};
use leptos::prelude::*;
use ui::{Avatar, Badge, Icon, IconName, Kbd, Meaning};

use super::bell::Bell;
use super::create_menu::CreateMenu;
use super::person_menu::PersonMenu;
use super::{Brand, Overlays};

/// The bar at the top of every page.
#[component]
pub(super) fn TopBar() -> impl IntoView {
    let me = use_me();
    let name = me.actor.staff().map(|staff| staff.name.clone()).unwrap_or_default();
    let seed = me.actor.staff_id().map(|id| id.0.to_string()).unwrap_or_default();
    view! {
        <header class="top-bar">
            <div class="top-bar__brand">
                <Brand />
            </div>
            <SearchButton />
            <div class="top-bar__tools">
                <Connection />
                <CreateMenu />
                <Bell />
                <div class="top-bar__person">
                    <Avatar name=name.clone() seed=seed name_shown_beside=true />
                    <PersonMenu name=name />
                </div>
            </div>
        </header>
    }
}

/// Looks like the field that it opens.
#[component]
fn SearchButton() -> impl IntoView {
    let open = expect_context::<Overlays>().palette;
    view! {
        <button
            type="button"
            class="search-button"
            aria-haspopup="dialog"
            aria-keyshortcuts="Control+K Meta+K /"
            on:click=move |_| open.set(true)
        >
            <Icon name=IconName::Search />
            <span class="search-button__words">{t!("shell-search")}</span>
            <span class="search-button__keys" aria-hidden="true">
                <Kbd keys="mod+k" />
            </span>
        </button>
    }
}

/// Says so while what others do does not reach the page. The region is there all the time, so that it is read.
#[component]
fn Connection() -> impl IntoView {
    let connected = use_live().is_connected();
    let explanation = t!("shell-offline-explained");
    view! {
        <div class="top-bar__connection" role="status" title=move || (!connected.get()).then(explanation)>
            {move || {
                (!connected.get())
                    .then(|| {
                        view! {
                            <Badge
                                text=ts!("shell-offline")
                                meaning=Meaning::Warning
                                icon=IconName::Warning
                                spoken=Signal::derive(move || Some(explanation()))
                            />
                        }
                    })
            }}
        </div>
    }
}
