//! The pages under Settings about the house as a whole.

mod mail;
mod organisation;

use kernel::{Actor, Text, route_path};
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Outlet, ParentRoute, Route};
use staff::SettingsLink;
use ui::IconName;

kernel::lazy_page! {
    settings:
    OrganisationRoute => organisation::OrganisationPage,
    MailRoute => mail::MailPage,
}

/// `/settings/organisation` and `/settings/mail`.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=route_path!("/settings") view=Outlet>
            <Route path=route_path!("organisation") view=OrganisationRoute ssr=SsrMode::Async />
            <Route path=route_path!("mail") view=MailRoute ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}

/// The pages of this crate in the list of settings.
pub fn settings_links() -> Vec<SettingsLink> {
    let link = |path, label, hint, icon| SettingsLink {
        path,
        label: Text::new(label),
        hint: Text::new(hint),
        icon,
        may: Actor::is_admin,
    };
    vec![
        link(
            "/settings/organisation",
            "settings-organisation",
            "settings-organisation-hint",
            IconName::Building,
        ),
        link("/settings/mail", "settings-mail", "settings-mail-hint", IconName::Mail),
    ]
}
