//! The pages before the sign-in, and those under Settings that are about people.

mod attempt;
mod before;
mod form_problems;
mod me;
mod organisation_fields;
mod roles;
mod settings_index;
mod settings_layout;
mod staff;

use leptos::prelude::*;
use leptos_router::components::{Outlet, ParentRoute, Route};
use leptos_router::{SsrMode, path};

pub use attempt::{Attempt, LoadProblem};
pub use form_problems::FormProblems;
pub use organisation_fields::{OrganisationFields, OrganisationSignals};
pub use settings_layout::{SettingsLayout, SettingsLink, SettingsLinks, settings_links};

/// `/sign-in` and what else comes before it, `/settings` and its pages about people.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=path!("") view=Outlet>
            <Route path=path!("sign-in") view=|| view! { <before::SignInPage /> }.into_any() ssr=SsrMode::Async />
            <Route path=path!("set-up") view=|| view! { <before::SetUpPage /> }.into_any() ssr=SsrMode::Async />
            <Route path=path!("forgotten-password") view=|| view! { <before::ForgottenPasswordPage /> }.into_any() ssr=SsrMode::Async />
            <Route path=path!("new-password") view=|| view! { <before::NewPasswordPage /> }.into_any() ssr=SsrMode::Async />
            <Route path=path!("settings") view=|| view! { <settings_index::SettingsPage /> }.into_any() ssr=SsrMode::Async />
            <Route path=path!("settings/staff") view=|| view! { <staff::StaffPage /> }.into_any() ssr=SsrMode::Async />
            <Route path=path!("settings/roles") view=|| view! { <roles::RolesPage /> }.into_any() ssr=SsrMode::Async />
            <Route path=path!("settings/me") view=|| view! { <me::MyPage /> }.into_any() ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}
