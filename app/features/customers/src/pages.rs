//! `/customers` and everything below it.

mod contacts;
mod detail;
mod fields;
mod list;
mod new;
mod profile;
mod typed;

use leptos::prelude::*;
use leptos_router::components::{Outlet, ParentRoute, Route};
use leptos_router::{Lazy, SsrMode, path};

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
        <ParentRoute path=path!("/customers") view=Outlet>
            <Route path=path!("") view={Lazy::<CustomerListRoute>::new()} ssr=SsrMode::Async />
            <Route path=path!("new") view={Lazy::<NewCustomerRoute>::new()} ssr=SsrMode::Async />
            <Route path=path!(":id") view={Lazy::<CustomerRoute>::new()} ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}
