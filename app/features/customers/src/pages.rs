//! `/customers` and everything below it.

mod contacts;
mod detail;
mod fields;
mod list;
mod new;
mod profile;
mod typed;

use kernel::route_path;
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Outlet, ParentRoute, Route};

kernel::lazy_page! {
    customers:
    CustomerListRoute => list::CustomerListPage,
    NewCustomerRoute => new::NewCustomerPage,
    CustomerRoute => detail::CustomerPage,
}

/// The list of customers, the form for a new one, and the page of each.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=route_path!("/customers") view=Outlet>
            <Route path=route_path!("") view=CustomerListRoute ssr=SsrMode::Async />
            <Route path=route_path!("new") view=NewCustomerRoute ssr=SsrMode::Async />
            <Route path=route_path!(":id") view=CustomerRoute ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}
