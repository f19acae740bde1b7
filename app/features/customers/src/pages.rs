//! `/customers` and everything below it.

mod address;
mod bin;
mod contacts;
mod detail;
mod fields;
mod list;
mod lists;
mod new;
mod pairs;
mod portal;
mod profile;
mod seers;
mod sites;
mod state;
mod storing;
mod tabs;
mod words;

pub use address::{AddressFields, address_line};
use kernel::{Actor, Area, Can, Text, route_path};
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Outlet, ParentRoute, Route};
pub use profile::ClashDialog;
use records::Guard;
use staff::SettingsLink;
pub use storing::Storing;
pub use tabs::{ProfileTab, ProfileTabs, profile_tabs};
use ui::IconName;

kernel::lazy_page! {
    customers:
    CustomerListRoute => list::CustomerListPage,
    NewCustomerRoute => new::NewCustomerPage,
    CustomerRoute => detail::CustomerPage,
    CustomerOverviewRoute => tabs::OverviewTab,
    CustomerProfileRoute => tabs::ProfileTabPage,
    CustomerContactsRoute => tabs::ContactsTab,
    CustomerSitesRoute => tabs::SitesTab,
    SitePlaceRoute => sites::SitePlace,
    CustomerWorkRoute => tabs::WorkTab,
    CustomerFilesRoute => tabs::FilesTab,
    CustomerHistoryRoute => tabs::HistoryTab,
    CustomerMarketingRoute => tabs::MarketingTab,
}
kernel::lazy_page! {
    customers_later:
    CustomerBinRoute => bin::CustomerBinPage,
    CustomerPairsRoute => pairs::CustomerPairsPage,
    CustomerMergeRoute => pairs::CustomerMergePage,
}
kernel::lazy_page! {
    settings:
    CustomerListsRoute => lists::CustomerListsPage,
    PortalSettingRoute => portal::PortalSettingPage,
}

/// The list of customers, and the form for a new one. The page of each is put together by the shell.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=route_path!("") view=Outlet>
            <Route path=route_path!("customers") view=CustomerListRoute ssr=SsrMode::Async />
            <Route path=route_path!("customers/bin") view=CustomerBinRoute ssr=SsrMode::Async />
            <Route path=route_path!("customers/duplicates") view=CustomerPairsRoute ssr=SsrMode::Async />
            <Route path=route_path!("customers/merge") view=CustomerMergeRoute ssr=SsrMode::Async />
            <Route path=route_path!("customers/new") view=NewCustomerRoute ssr=SsrMode::Async />
            <Route path=route_path!("sites/:id") view=SitePlaceRoute ssr=SsrMode::Async />
            <Route path=route_path!("settings/customers") view=CustomerListsRoute ssr=SsrMode::Async />
            <Route path=route_path!("settings/portal") view=PortalSettingRoute ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}

/// The parts of a customer's page that customers have by themselves, for the inside of the route of [`CustomerRoute`].
#[component(transparent)]
pub fn TabRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=route_path!("") view=Outlet>
            <Route path=route_path!("") view=CustomerOverviewRoute ssr=SsrMode::Async />
            <Route path=route_path!("profile") view=CustomerProfileRoute ssr=SsrMode::Async />
            <Route path=route_path!("contacts") view=CustomerContactsRoute ssr=SsrMode::Async />
            <Route path=route_path!("sites") view=CustomerSitesRoute ssr=SsrMode::Async />
            <Route path=route_path!("work") view=CustomerWorkRoute ssr=SsrMode::Async />
            <Route path=route_path!("marketing") view=CustomerMarketingRoute ssr=SsrMode::Async />
            <Route path=route_path!("files") view=CustomerFilesRoute ssr=SsrMode::Async />
            <Route path=route_path!("history") view=CustomerHistoryRoute ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}

/// The pages of this area under Settings.
pub fn settings_links() -> Vec<SettingsLink> {
    let link = |path, label, hint, icon| SettingsLink {
        path,
        label: Text::new(label),
        hint: Text::new(hint),
        icon,
        may: |actor: &Actor| actor.has(Area::Settings, Can::ViewAll),
    };
    vec![
        link("/settings/customers", "customer-lists", "customer-lists-hint", IconName::Customers),
        link("/settings/portal", "portal-setting", "portal-setting-hint", IconName::Key),
    ]
}
