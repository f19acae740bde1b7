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
use leptos_router::{Lazy, SsrMode, path};

pub use attempt::{Attempt, LoadProblem};
pub use form_problems::FormProblems;
pub use organisation_fields::{OrganisationFields, OrganisationSignals};
pub use settings_layout::{SettingsLayout, SettingsLink, SettingsLinks, settings_links};

kernel::lazy_page! {
    entrance:
    SignInRoute => before::SignInPage,
    SetUpRoute => before::SetUpPage,
    ForgottenPasswordRoute => before::ForgottenPasswordPage,
    NewPasswordRoute => before::NewPasswordPage,
}
kernel::lazy_page! {
    settings:
    SettingsRoute => settings_index::SettingsPage,
    StaffRoute => staff::StaffPage,
    RolesRoute => roles::RolesPage,
    MyRoute => me::MyPage,
}

/// `/sign-in` and what else comes before it, `/settings` and its pages about people.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=path!("") view=Outlet>
            <Route path=path!("sign-in") view={Lazy::<SignInRoute>::new()} ssr=SsrMode::Async />
            <Route path=path!("set-up") view={Lazy::<SetUpRoute>::new()} ssr=SsrMode::Async />
            <Route path=path!("forgotten-password") view={Lazy::<ForgottenPasswordRoute>::new()} ssr=SsrMode::Async />
            <Route path=path!("new-password") view={Lazy::<NewPasswordRoute>::new()} ssr=SsrMode::Async />
            <Route path=path!("settings") view={Lazy::<SettingsRoute>::new()} ssr=SsrMode::Async />
            <Route path=path!("settings/staff") view={Lazy::<StaffRoute>::new()} ssr=SsrMode::Async />
            <Route path=path!("settings/roles") view={Lazy::<RolesRoute>::new()} ssr=SsrMode::Async />
            <Route path=path!("settings/me") view={Lazy::<MyRoute>::new()} ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}
