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

use customers::ProfileTab;
use kernel::{Can, RecordKind, route_path};
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Outlet, ParentRoute, Route};

pub use list::AccountsPanel;

kernel::lazy_page! {
    customers:
    AccountsTabRoute => list::AccountsTab,
    AccountRoute => detail::AccountPage,
    AccountPlaceRoute => place::AccountPlace,
}

/// The part of a customer's page with its accounts, for the inside of that page's route.
#[component(transparent)]
pub fn TabRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! { <Route path=route_path!("accounts") view=AccountsTabRoute ssr=SsrMode::Async /> }.into_inner()
}

/// The tab of that part.
pub fn profile_tab() -> ProfileTab {
    ProfileTab {
        path: "accounts",
        label: "account-title",
        may: |actor| {
            actor.has(RecordKind::Account.area(), Can::ViewOwn)
                || actor.has(RecordKind::Account.area(), Can::ViewAll)
        },
    }
}

/// One account of a customer, and the way from an account's own address to its place.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=route_path!("") view=Outlet>
            <Route path=route_path!("customers/:id/accounts/:account") view=AccountRoute ssr=SsrMode::Async />
            <Route path=route_path!("accounts/:id") view=AccountPlaceRoute ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}
