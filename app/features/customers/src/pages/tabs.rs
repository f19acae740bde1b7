//! The parts of a customer's page. Each is a page of its own below the customer's address; what other features hang on a
//! customer, the shell puts beside those of this one.

mod contacts;
mod files;
mod history;
mod marketing;
mod overview;
mod profile;
mod sites;
mod work;

use kernel::{Actor, Can};
use leptos::prelude::*;

pub(super) use contacts::ContactsTab;
pub(super) use files::FilesTab;
pub(super) use history::HistoryTab;
pub(super) use marketing::MarketingTab;
pub(super) use overview::OverviewTab;
pub(super) use profile::ProfileTabPage;
pub(super) use sites::SitesTab;
pub(super) use work::WorkTab;

/// A part of a customer's page.
#[derive(Clone, Copy)]
pub struct ProfileTab {
    /// What its address ends with; empty for the part that opens first.
    pub path: &'static str,
    /// The key of its name.
    pub label: &'static str,
    /// Who gets to see it, among those who see the customer.
    pub may: fn(&Actor) -> bool,
}

impl ProfileTab {
    /// Its address at the customer with this one.
    pub(super) fn href(&self, home: &str) -> String {
        match self.path {
            "" => home.to_owned(),
            path => format!("{home}/{path}"),
        }
    }
}

/// All parts, in their order; the shell provides them.
#[derive(Clone)]
pub struct ProfileTabs(pub Vec<ProfileTab>);

impl ProfileTabs {
    /// Those that this person gets to see.
    pub(super) fn mine(actor: &Actor) -> Vec<ProfileTab> {
        let all = use_context::<Self>().map(|tabs| tabs.0).unwrap_or_default();
        all.into_iter().filter(|tab| (tab.may)(actor)).collect()
    }
}

/// The parts that customers have by themselves: those before the parts of other features, and those behind them.
pub fn profile_tabs() -> (Vec<ProfileTab>, Vec<ProfileTab>) {
    let tab = |path, label| ProfileTab { path, label, may: sees };
    let first = vec![
        tab("", "customer-tab-overview"),
        tab("profile", "customer-profile"),
        tab("contacts", "customer-contacts"),
        tab("sites", "site-title"),
    ];
    let last = vec![
        tab("marketing", "customer-marketing"),
        tab("work", "customer-tab-work"),
        tab("files", "file-title"),
        tab("history", "timeline-title"),
    ];
    (first, last)
}

fn sees(actor: &Actor) -> bool {
    let area = kernel::RecordKind::Customer.area();
    actor.has(area, Can::ViewOwn) || actor.has(area, Can::ViewAll)
}
