//! The settings page of webhooks.

mod detail;
mod form;
mod list;
mod log;
mod secret;

use kernel::{Actor, Area, Can, Text, WebhookId, route_path};
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::Route;
use staff::SettingsLink;
use ui::IconName;

kernel::lazy_page! {
    settings:
    WebhooksRoute => list::WebhooksPage,
}

/// Everything of webhooks that has an address.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! { <Route path=route_path!("settings/webhooks") view=WebhooksRoute ssr=SsrMode::Async /> }
        .into_inner()
}

/// The page under Settings.
pub fn settings_links() -> Vec<SettingsLink> {
    vec![SettingsLink {
        path: "/settings/webhooks",
        label: Text::new("webhook-title"),
        hint: Text::new("webhook-hint"),
        icon: IconName::Link,
        may: |actor: &Actor| actor.has(Area::Settings, Can::Edit),
    }]
}

/// Where one webhook with its log stands.
fn path(id: WebhookId) -> String {
    format!("/settings/webhooks?webhook={id}")
}
