//! The list of what there is: which features, which pages, and how people get to them.
//!
//! Navigation, palette, "new" menu, shortcuts and help sheet are all made from it.

use customers::{ProfileTab, ProfileTabs};
use kernel::{Actor, Area, Can, Text, route_path};
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{ParentRoute, Redirect, Route, Routes};
use staff::SettingsLinks;
use ui::IconName;

use crate::not_found::NotFound;

/// What each feature gives to the house, and the shell's own texts.
#[cfg(not(target_arch = "wasm32"))]
pub fn features() -> Vec<kernel::Feature> {
    let jobs = vec![crate::strays::JOB];
    let shell = kernel::Feature { texts: crate::TEXTS, jobs, ..kernel::Feature::default() };
    vec![
        shell,
        staff::feature(),
        settings::feature(),
        fields::feature(),
        views::feature(),
        records::feature(),
        runs::feature(),
        lists::feature(),
        tasks::feature(),
        vault::feature(),
        duplicates::feature(),
        // The palette shows what these find in this order.
        leads::store::feature(),
        customers::feature(),
        products::feature(),
        accounts::feature(),
        entities::feature(),
        imports::feature(),
        exports::feature(),
        webhooks::feature(),
        portal::feature(),
        consent::feature(),
    ]
}

/// Somewhere to go.
#[derive(Clone)]
pub struct Place {
    /// Its address; everything below it belongs to it too.
    pub path: &'static str,
    /// What it is called.
    pub label: Text,
    /// How it is drawn.
    pub icon: IconName,
    /// The keys that lead there.
    pub keys: Option<&'static str>,
    /// Who finds something there.
    pub may: fn(&Actor) -> bool,
}

const fn place(path: &'static str, label: Text, icon: IconName, may: fn(&Actor) -> bool) -> Place {
    Place { path, label, icon, keys: None, may }
}

impl Place {
    const fn keys(mut self, keys: &'static str) -> Self {
        self.keys = Some(keys);
        self
    }
}

/// The navigation, in its order. The first place that a person may see is their home.
pub static PLACES: [Place; 6] = [
    place("/leads/board", Text::new("shell-board"), IconName::Board, sees_leads).keys("g b"),
    place("/leads", Text::new("shell-leads"), IconName::List, sees_leads).keys("g l"),
    place(tasks::MY_DAY, Text::new("shell-my-day"), IconName::Task, is_staff).keys("g d"),
    place("/customers", Text::new("shell-customers"), IconName::Customers, sees_customers).keys("g c"),
    place("/imports", Text::new("shell-imports"), IconName::Import, imports_files).keys("g i"),
    place("/settings", Text::new("shell-settings"), IconName::Settings, is_staff).keys("g s"),
];

/// What the "new" menu makes.
pub static CREATIONS: [Place; 3] = [
    place("/leads/new", Text::new("shell-new-lead"), IconName::Plus, creates_leads).keys("c"),
    place("/customers/new", Text::new("shell-new-customer"), IconName::UserPlus, creates_customers),
    place("/imports/new", Text::new("shell-new-import"), IconName::Upload, imports_files),
];

/// What has no place in the navigation: the palette leads there.
pub static CORNERS: [Place; 6] = [
    place("/leads/calendar", Text::new("month-title"), IconName::Calendar, sees_leads),
    place("/leads/duplicates", Text::new("duplicates-title"), IconName::Copy, sees_leads),
    place("/leads/bin", Text::new("lead-bin-title"), IconName::Trash, deletes_leads),
    place("/customers/duplicates", Text::new("customer-duplicates-title"), IconName::Copy, sees_customers),
    place("/customers/bin", Text::new("customer-bin-title"), IconName::Trash, deletes_customers),
    place("/runs", Text::new("run-title"), IconName::History, sees_leads),
];

/// The person's own page.
pub const MY_PAGE: &str = "/settings/me";

/// The pages under Settings, in their order.
pub fn settings_links() -> SettingsLinks {
    let work = tasks::settings_links()
        .into_iter()
        .chain(leads::settings_links())
        .chain(customers::settings_links())
        .chain(entities::settings_links())
        .chain(products::settings_links())
        .chain(fields::settings_links())
        .chain(duplicates::settings_links())
        .chain(webhooks::settings_links());
    SettingsLinks(
        staff::pages::settings_links().into_iter().chain(work).chain(settings::settings_links()).collect(),
    )
}

/// The parts of a customer's page, of all features, in their order.
pub fn profile_tabs() -> ProfileTabs {
    let (first, last) = customers::profile_tabs();
    let vault = ProfileTab { path: "vault", label: "vault-title", may: sees_customers };
    ProfileTabs(
        first
            .into_iter()
            .chain([entities::profile_tab(), accounts::profile_tab(), vault])
            .chain(last)
            .collect(),
    )
}

fn is_staff(actor: &Actor) -> bool {
    actor.staff_id().is_some()
}

fn sees(actor: &Actor, area: Area) -> bool {
    actor.has(area, Can::ViewOwn) || actor.has(area, Can::ViewAll)
}

fn sees_leads(actor: &Actor) -> bool {
    sees(actor, Area::Leads)
}

fn sees_customers(actor: &Actor) -> bool {
    sees(actor, Area::Customers)
}

fn creates_leads(actor: &Actor) -> bool {
    actor.has(Area::Leads, Can::Create)
}

fn deletes_leads(actor: &Actor) -> bool {
    actor.has(Area::Leads, Can::Delete)
}

fn deletes_customers(actor: &Actor) -> bool {
    actor.has(Area::Customers, Can::Delete)
}

fn creates_customers(actor: &Actor) -> bool {
    actor.has(Area::Customers, Can::Create)
}

fn imports_files(actor: &Actor) -> bool {
    actor.has(Area::Leads, Can::Import) || actor.has(Area::Customers, Can::Import)
}

/// All pages.
#[component]
pub(crate) fn Pages() -> impl IntoView {
    view! {
        <Routes fallback=|| view! { <NotFound /> }>
            <Route path=route_path!("/") view=Home ssr=SsrMode::Async />
            <leads::Routes />
            <accounts::Routes />
            <entities::Routes />
            <customers::Routes />
            <ParentRoute path=route_path!("customers/:id") view=customers::CustomerRoute ssr=SsrMode::Async>
                <customers::TabRoutes />
                <accounts::TabRoutes />
                <entities::TabRoutes />
                <vault::TabRoutes />
            </ParentRoute>
            <products::Routes />
            <tasks::Routes />
            <duplicates::Routes />
            <imports::Routes />
            <exports::Routes />
            <runs::Routes />
            <fields::Routes />
            <webhooks::Routes />
            <portal::Routes />
            <consent::Routes />
            <settings::Routes />
            <staff::Routes />
            <Route path=route_path!("/gallery") view=gallery ssr=SsrMode::Async />
        </Routes>
    }
}

/// The pages of a contact: those of the portal alone, so that no link inside leads to one of staff.
#[component]
pub(crate) fn PortalPages() -> impl IntoView {
    view! {
        <Routes fallback=|| view! { <NotFound /> }>
            <Route path=route_path!("/") view=Home ssr=SsrMode::Async />
            <portal::Routes />
            <consent::Routes />
        </Routes>
    }
}

/// The start: the first place that the person may see.
#[component]
fn Home() -> impl IntoView {
    let me = kernel::use_me();
    let mine = PLACES.iter().find(|place| (place.may)(&me.actor)).map_or("/sign-in", |place| place.path);
    let home = if matches!(me.actor, Actor::Contact(_)) { portal::PLACES[0].path } else { mine };
    view! { <Redirect path=home /> }
}

/// The component library on one page, for those who work on it.
#[cfg(debug_assertions)]
fn gallery() -> AnyView {
    view! { <ui::Gallery /> }.into_any()
}

#[cfg(not(debug_assertions))]
fn gallery() -> AnyView {
    view! { <NotFound /> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_anywhere() {
        let mut all = PLACES.iter().chain(&CREATIONS);
        assert!(all.all(|place| !(place.may)(&Actor::Anonymous)));
    }
}
