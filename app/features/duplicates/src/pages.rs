//! The pages of duplicates.

mod settings;

use kernel::{Actor, Area, Can, Text, route_path};
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::Route;
use staff::SettingsLink;
use ui::IconName;

kernel::lazy_page! {
    settings:
    DuplicateSettingRoute => settings::SettingPage,
}

/// Everything of duplicates that has an address.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! { <Route path=route_path!("settings/duplicates") view=DuplicateSettingRoute ssr=SsrMode::Async /> }
        .into_inner()
}

/// The page under Settings.
pub fn settings_links() -> Vec<SettingsLink> {
    vec![SettingsLink {
        path: "/settings/duplicates",
        label: Text::new("duplicates-setting"),
        hint: Text::new("duplicates-setting-hint"),
        icon: IconName::Copy,
        may: |actor: &Actor| actor.has(Area::Settings, Can::ViewAll),
    }]
}
