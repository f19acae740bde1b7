//! `/imports`: the list, a new one, and one with its steps.

mod attempt;
mod changes;
mod choices;
mod detail;
mod list;
mod new;
mod outcome;
mod row_notes;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
#[cfg(target_arch = "wasm32")]
mod upload;

use kernel::route_path;
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Outlet, ParentRoute, Route};
use ui::{Breadcrumbs, PageTitle};

kernel::lazy_page! {
    imports:
    ImportsRoute => list::ImportsPage,
    NewImportRoute => new::NewImportPage,
    ImportRoute => detail::ImportPage,
}

/// `/imports` and everything below it.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=route_path!("/imports") view=Outlet>
            <Route path=route_path!("") view=ImportsRoute ssr=SsrMode::Async />
            <Route path=route_path!("new") view=NewImportRoute ssr=SsrMode::Async />
            <Route path=route_path!(":id") view=ImportRoute ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}

/// The frame of these pages: where one is, the title, and what one does here.
#[component]
fn Frame(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] lead: Signal<Option<String>>,
    /// The page stands below the list.
    #[prop(optional)]
    below: bool,
    #[prop(optional, into)] actions: ViewFn,
    children: Children,
) -> impl IntoView {
    let i18n = kernel::use_i18n();
    let crumbs = Signal::derive(move || {
        vec![(i18n.text("import-title", &[]), Some("/imports".to_owned())), (title.get(), None)]
    });
    view! {
        <PageTitle text=title />
        <div class="import-page">
            <header class="import-page__head">
                {below.then(|| view! { <Breadcrumbs label=kernel::ts!("import-where") crumbs=crumbs /> })}
                <div class="import-page__line">
                    <h1 class="import-page__title">{move || title.get()}</h1>
                    <div class="import-page__actions">{actions.run()}</div>
                </div>
                {move || lead.get().map(|lead| view! { <p class="import-page__lead">{lead}</p> })}
            </header>
            {children()}
        </div>
    }
}
