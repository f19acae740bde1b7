//! `/my-day`: what is to be done, by when; `/settings/calendar`: the same for other programs.

mod calendar;
mod my_day;
mod overdue;
mod toolbar;

pub use overdue::OverdueCount;

use kernel::{Actor, Text, route_path};
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Outlet, ParentRoute, Route};
use staff::SettingsLink;
use ui::IconName;

/// Where one's own day stands.
pub const MY_DAY: &str = "/my-day";

kernel::lazy_page! {
    tasks:
    MyDayRoute => my_day::MyDayPage,
    CalendarRoute => calendar::CalendarPage,
}

/// The pages of one's own day and one's own calendar.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=route_path!("/") view=Outlet>
            <Route path=route_path!("my-day") view=MyDayRoute ssr=SsrMode::Async />
            <Route path=route_path!("settings/calendar") view=CalendarRoute ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}

/// The page of this crate in the list of settings.
pub fn settings_links() -> Vec<SettingsLink> {
    vec![SettingsLink {
        path: "/settings/calendar",
        label: Text::new("calendar-title"),
        hint: Text::new("calendar-hint"),
        icon: IconName::Calendar,
        may: |actor: &Actor| actor.staff_id().is_some(),
    }]
}
