//! `/portal` and everything below it.

mod home;
mod me;

use kernel::route_path;
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Outlet, ParentRoute, Route};

kernel::lazy_page! {
    portal:
    PortalHomeRoute => home::PortalHomePage,
    PortalMeRoute => me::PortalMePage,
}

/// The pages of the portal.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=route_path!("") view=Outlet>
            <Route path=route_path!("portal") view=PortalHomeRoute ssr=SsrMode::Async />
            <Route path=route_path!("portal/me") view=PortalMeRoute ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}
