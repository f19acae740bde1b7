//! The pages of leads.

use leptos::prelude::*;
use leptos_router::components::{Outlet, ParentRoute, Route};
use leptos_router::{Lazy, SsrMode, path};

mod actions;
mod address;
mod board;
mod conversion;
mod detail;
mod dialogs;
mod fields;
mod filter_bar;
mod list;
mod new;
mod rules;
mod settings;
mod view_switch;

use board::BoardPage;
use detail::{LeadBeside, LeadPage};
use list::ListPage;
use new::NewLeadPage;
pub use settings::settings_links;
use settings::{PipelinePage, WordsPage};

kernel::lazy_page! { board: BoardRoute => BoardPage }
kernel::lazy_page! {
    leads:
    LeadBesideRoute => LeadBeside,
    ListRoute => ListPage,
    NewLeadRoute => NewLeadPage,
    LeadRoute => LeadPage,
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
        <ParentRoute path=path!("") view=Outlet>
            <ParentRoute path=path!("leads/board") view={Lazy::<BoardRoute>::new()} ssr=SsrMode::Async>
                <Route path=path!("") view=|| ().into_any() ssr=SsrMode::Async />
                <Route path=path!(":id") view={Lazy::<LeadBesideRoute>::new()} ssr=SsrMode::Async />
            </ParentRoute>
            <Route path=path!("leads") view={Lazy::<ListRoute>::new()} ssr=SsrMode::Async />
            <Route path=path!("leads/new") view={Lazy::<NewLeadRoute>::new()} ssr=SsrMode::Async />
            <Route path=path!("leads/:id") view={Lazy::<LeadRoute>::new()} ssr=SsrMode::Async />
            <Route path=path!("settings/pipeline") view={Lazy::<PipelineRoute>::new()} ssr=SsrMode::Async />
            <Route path=path!("settings/words") view={Lazy::<WordsRoute>::new()} ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}
