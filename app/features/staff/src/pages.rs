//! The pages before the sign-in, and those under Settings that are about people.

mod attempt;
mod before;
mod form_problems;
mod hue;
mod load_problem;
mod me;
mod organisation_fields;
mod roles;
mod settings_form;
mod settings_index;
mod settings_layout;
mod settings_lines;
mod staff;

use kernel::route_path;
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Outlet, ParentRoute, Route};

pub use attempt::Attempt;
pub use form_problems::FormProblems;
pub use hue::HueChoice;
pub use load_problem::{LoadProblem, way_on, who_helps};
pub use me::{PasswordCard, SessionsCard};
pub use organisation_fields::{OrganisationFields, OrganisationSignals};
pub use settings_form::SettingsForm;
pub use settings_layout::{SettingsLayout, SettingsLink, SettingsLinks, settings_links};
pub use settings_lines::{LineButtons, SettingsLines};

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
        <ParentRoute path=route_path!("") view=Outlet>
            <Route path=route_path!("sign-in") view=SignInRoute ssr=SsrMode::Async />
            <Route path=route_path!("set-up") view=SetUpRoute ssr=SsrMode::Async />
            <Route path=route_path!("forgotten-password") view=ForgottenPasswordRoute ssr=SsrMode::Async />
            <Route path=route_path!("new-password") view=NewPasswordRoute ssr=SsrMode::Async />
            <Route path=route_path!("settings") view=SettingsRoute ssr=SsrMode::Async />
            <Route path=route_path!("settings/staff") view=StaffRoute ssr=SsrMode::Async />
            <Route path=route_path!("settings/roles") view=RolesRoute ssr=SsrMode::Async />
            <Route path=route_path!("settings/me") view=MyRoute ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}
