use leptos::prelude::*;
use leptos_router::{components::{Outlet, ParentRoute, Route}, path};

/// Stub until the pages are drawn.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! { <ParentRoute path=path!("/customers") view=Outlet><Route path=path!("") view=|| ()/></ParentRoute> }.into_inner()
}
