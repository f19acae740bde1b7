//! The legal entities of a customer on its page, and the organisation's own under Settings.

mod dialog;
mod fields;
mod line;
mod list;
mod own;
mod own_dialog;
mod place;

use customers::ProfileTab;
use kernel::{Actor, Area, Can, RecordKind, Text, route_path};
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Outlet, ParentRoute, Route};
use staff::SettingsLink;
use ui::IconName;

kernel::lazy_page! {
    customers:
    EntitiesTabRoute => list::EntitiesTab,
    EntityPlaceRoute => place::EntityPlace,
}
kernel::lazy_page! {
    settings:
    OwnEntitiesRoute => own::OwnEntitiesPage,
}

/// The part of a customer's page with its legal entities, for the inside of that page's route.
#[component(transparent)]
pub fn TabRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! { <Route path=route_path!("entities") view=EntitiesTabRoute ssr=SsrMode::Async /> }.into_inner()
}

/// The tab of that part.
pub fn profile_tab() -> ProfileTab {
    ProfileTab {
        path: "entities",
        label: "entity-title",
        may: |actor| {
            let area = RecordKind::LegalEntity.area();
            actor.has(area, Can::ViewOwn) || actor.has(area, Can::ViewAll)
        },
    }
}

/// The organisation's own, and the way from a legal entity's own address to its place.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=route_path!("") view=Outlet>
            <Route path=route_path!("legal-entities/:id") view=EntityPlaceRoute ssr=SsrMode::Async />
            <Route path=route_path!("settings/entities") view=OwnEntitiesRoute ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}

/// The pages of this area under Settings.
pub fn settings_links() -> Vec<SettingsLink> {
    vec![SettingsLink {
        path: "/settings/entities",
        label: Text::new("entity-own-title"),
        hint: Text::new("entity-own-hint"),
        icon: IconName::Building,
        may: |actor: &Actor| actor.has(Area::Settings, Can::ViewAll),
    }]
}
