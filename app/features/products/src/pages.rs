//! `/products`: the catalogue, under Settings, and the page of each product.

mod detail;
mod form;
mod list;

use kernel::{Actor, Text, route_path};
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Outlet, ParentRoute, Route};
use staff::SettingsLink;
use ui::IconName;

kernel::lazy_page! {
    settings:
    ProductListRoute => list::ProductListPage,
    ProductBinRoute => list::ProductBinPage,
    ProductRoute => detail::ProductPage,
}

/// The catalogue, its bin, and the page of each product.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=route_path!("/products") view=Outlet>
            <Route path=route_path!("") view=ProductListRoute ssr=SsrMode::Async />
            <Route path=route_path!("bin") view=ProductBinRoute ssr=SsrMode::Async />
            <Route path=route_path!(":id") view=ProductRoute ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}

/// The page under Settings.
pub fn settings_links() -> Vec<SettingsLink> {
    vec![SettingsLink {
        path: "/products",
        label: Text::new("product-title"),
        hint: Text::new("product-hint"),
        icon: IconName::Tag,
        may: |actor: &Actor| actor.staff_id().is_some(),
    }]
}
