//! `/my-day`: what is to be done, by when.

mod my_day;
mod overdue;
mod toolbar;

pub use overdue::OverdueCount;

use kernel::route_path;
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::Route;

/// Where one's own day stands.
pub const MY_DAY: &str = "/my-day";

kernel::lazy_page! { tasks: MyDayRoute => my_day::MyDayPage }

/// The page of one's own day.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! { <Route path=route_path!("/my-day") view=MyDayRoute ssr=SsrMode::Async /> }.into_inner()
}
