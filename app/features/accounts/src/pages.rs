//! The accounts of a customer below its own page: `/customers/7/accounts`, and each of them.

mod detail;
mod form;
mod head;
mod ledger;
mod list;
mod place;
mod posting;
mod service_form;
mod services;
mod words;

use kernel::route_path;
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Outlet, ParentRoute, Route};

pub use list::AccountsPanel;

kernel::lazy_page! {
    customers:
    AccountListRoute => list::AccountListPage,
    AccountRoute => detail::AccountPage,
    AccountPlaceRoute => place::AccountPlace,
}

/// The accounts of a customer, one of them, and the way from an account's own address to its place.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=route_path!("") view=Outlet>
            <Route path=route_path!("customers/:id/accounts") view=AccountListRoute ssr=SsrMode::Async />
            <Route path=route_path!("customers/:id/accounts/:account") view=AccountRoute ssr=SsrMode::Async />
            <Route path=route_path!("accounts/:id") view=AccountPlaceRoute ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}
