//! `/runs`: the person's long work, and one with what it left.

mod detail;
mod list;

use kernel::{route_path, use_i18n};
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Outlet, ParentRoute, Route};
use ui::{Badge, Meaning};

use crate::RunState;

kernel::lazy_page! {
    runs:
    RunsRoute => list::RunsPage,
    RunRoute => detail::RunPage,
}

/// `/runs` and everything below it.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=route_path!("/runs") view=Outlet>
            <Route path=route_path!("") view=RunsRoute ssr=SsrMode::Async />
            <Route path=route_path!(":id") view=RunRoute ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}

/// The state of a run in a word.
#[component]
fn StateBadge(state: RunState) -> impl IntoView {
    let (key, meaning) = match state {
        RunState::Draft => ("run-state-draft", Meaning::Neutral),
        RunState::Queued => ("run-state-queued", Meaning::Neutral),
        RunState::Running => ("run-state-running", Meaning::Accent),
        RunState::Done => ("run-state-done", Meaning::Positive),
        RunState::Cancelled => ("run-state-cancelled", Meaning::Neutral),
        RunState::Failed => ("run-state-failed", Meaning::Negative),
    };
    let i18n = use_i18n();
    let text = Signal::derive(move || i18n.text(key, &[]));
    view! { <Badge text=text meaning=meaning /> }
}
