//! The pages of leads.

use kernel::route_path;
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Outlet, ParentRoute, Route};

mod actions;
mod address;
mod bin;
mod board;
mod calendar;
mod clashes;
mod conversion;
mod detail;
mod dialogs;
mod duplicates;
mod fields;
mod filter_bar;
mod frame;
mod list;
mod new;
mod restaging;
mod rules;
mod saved;
mod settings;
mod view_switch;

use self::duplicates::{DuplicatesPage, MergePage};
pub use address::board_of as board_path;
use bin::BinPage;
use board::BoardPage;
use calendar::CalendarPage;
use detail::{LeadBeside, LeadPage};
use list::ListPage;
use new::NewLeadPage;
pub use settings::settings_links;
use settings::{PipelinePage, WordsPage};

kernel::lazy_page! { board: BoardRoute => BoardPage }
kernel::lazy_page! { list: ListRoute => ListPage }
kernel::lazy_page! {
    lead:
    LeadBesideRoute => LeadBeside,
    NewLeadRoute => NewLeadPage,
    LeadRoute => LeadPage,
}
kernel::lazy_page! {
    leads:
    BinRoute => BinPage,
    CalendarRoute => CalendarPage,
    DuplicatesRoute => DuplicatesPage,
    MergeRoute => MergePage,
}
kernel::lazy_page! {
    settings:
    PipelineRoute => PipelinePage,
    WordsRoute => WordsPage,
}

/// Everything below `/leads`.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=route_path!("") view=Outlet>
            <ParentRoute path=route_path!("leads/board") view=BoardRoute ssr=SsrMode::Async>
                <Route path=route_path!("") view=|| ().into_any() ssr=SsrMode::Async />
                <Route path=route_path!(":id") view=LeadBesideRoute ssr=SsrMode::Async />
            </ParentRoute>
            <Route path=route_path!("leads") view=ListRoute ssr=SsrMode::Async />
            <Route path=route_path!("leads/bin") view=BinRoute ssr=SsrMode::Async />
            <Route path=route_path!("leads/calendar") view=CalendarRoute ssr=SsrMode::Async />
            <Route path=route_path!("leads/duplicates") view=DuplicatesRoute ssr=SsrMode::Async />
            <Route path=route_path!("leads/merge") view=MergeRoute ssr=SsrMode::Async />
            <Route path=route_path!("leads/new") view=NewLeadRoute ssr=SsrMode::Async />
            <Route path=route_path!("leads/:id") view=LeadRoute ssr=SsrMode::Async />
            <Route path=route_path!("settings/pipeline") view=PipelineRoute ssr=SsrMode::Async />
            <Route path=route_path!("settings/words") view=WordsRoute ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}
