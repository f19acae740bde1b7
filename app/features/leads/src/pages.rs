//! The pages of leads.

use leptos::prelude::*;
use leptos_router::components::{Outlet, ParentRoute, Route};
use leptos_router::{SsrMode, path};

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

/// Everything below `/leads`.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=path!("") view=Outlet>
            <ParentRoute path=path!("leads/board") view=|| view! { <BoardPage /> }.into_any() ssr=SsrMode::Async>
                <Route path=path!("") view=|| ().into_any() ssr=SsrMode::Async />
                <Route path=path!(":id") view=|| view! { <LeadBeside /> }.into_any() ssr=SsrMode::Async />
            </ParentRoute>
            <Route path=path!("leads") view=|| view! { <ListPage /> }.into_any() ssr=SsrMode::Async />
            <Route path=path!("leads/new") view=|| view! { <NewLeadPage /> }.into_any() ssr=SsrMode::Async />
            <Route path=path!("leads/:id") view=|| view! { <LeadPage /> }.into_any() ssr=SsrMode::Async />
            <Route path=path!("settings/pipeline") view=|| view! { <PipelinePage /> }.into_any() ssr=SsrMode::Async />
            <Route path=path!("settings/words") view=|| view! { <WordsPage /> }.into_any() ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}
