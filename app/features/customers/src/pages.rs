//! `/customers` and everything below it.

mod bin;
mod contacts;
mod detail;
mod fields;
mod list;
mod lists;
mod new;
mod pairs;
mod profile;
mod state;
mod words;

use kernel::{Actor, Area, Can, Text, route_path};
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Outlet, ParentRoute, Route};
use records::Guard;
use staff::SettingsLink;
use ui::IconName;

kernel::lazy_page! {
    customers:
    CustomerListRoute => list::CustomerListPage,
    NewCustomerRoute => new::NewCustomerPage,
    CustomerRoute => detail::CustomerPage,
}
kernel::lazy_page! {
    customers_later:
    CustomerBinRoute => bin::CustomerBinPage,
    CustomerPairsRoute => pairs::CustomerPairsPage,
    CustomerMergeRoute => pairs::CustomerMergePage,
}
kernel::lazy_page! {
    settings:
    CustomerListsRoute => lists::CustomerListsPage,
}

/// The list of customers, the form for a new one, and the page of each.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=route_path!("") view=Outlet>
            <Route path=route_path!("customers") view=CustomerListRoute ssr=SsrMode::Async />
            <Route path=route_path!("customers/bin") view=CustomerBinRoute ssr=SsrMode::Async />
            <Route path=route_path!("customers/duplicates") view=CustomerPairsRoute ssr=SsrMode::Async />
            <Route path=route_path!("customers/merge") view=CustomerMergeRoute ssr=SsrMode::Async />
            <Route path=route_path!("customers/new") view=NewCustomerRoute ssr=SsrMode::Async />
            <Route path=route_path!("customers/:id") view=CustomerRoute ssr=SsrMode::Async />
            <Route path=route_path!("settings/customers") view=CustomerListsRoute ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}

/// The pages of this area under Settings.
pub fn settings_links() -> Vec<SettingsLink> {
    vec![SettingsLink {
        path: "/settings/customers",
        label: Text::new("customer-lists"),
        hint: Text::new("customer-lists-hint"),
        icon: IconName::Customers,
        may: |actor: &Actor| actor.has(Area::Settings, Can::ViewAll),
    }]
}
