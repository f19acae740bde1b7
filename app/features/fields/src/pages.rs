//! The settings page of added fields.

use kernel::{Actor, Area, Can, Text, route_path};
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::Route;
use staff::SettingsLink;
use ui::IconName;

mod default_value;
mod form;
mod list;
mod options;

use list::FieldsPage;

kernel::lazy_page! {
    settings:
    FieldsRoute => FieldsPage,
}

/// Everything of added fields below `/settings`.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! { <Route path=route_path!("settings/fields") view=FieldsRoute ssr=SsrMode::Async /> }.into_inner()
}

/// The page under Settings.
pub fn settings_links() -> Vec<SettingsLink> {
    vec![SettingsLink {
        path: "/settings/fields",
        label: Text::new("fields-title"),
        hint: Text::new("fields-hint"),
        icon: IconName::Form,
        may: |actor: &Actor| actor.has(Area::Settings, Can::ViewAll),
    }]
}
