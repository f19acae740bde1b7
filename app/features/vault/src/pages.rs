//! `/customers/:id/vault`: the vault of a customer, a part of its page.

use kernel::{RecordKind, RecordRef, t};
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::Route;
use leptos_router::hooks::use_params_map;

use crate::VaultPanel;

kernel::lazy_page! {
    vault:
    VaultTabRoute => VaultTab,
}

/// The part of a customer's page with its vault, for the inside of that page's route.
#[component(transparent)]
pub fn TabRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! { <Route path=kernel::route_path!("vault") view=VaultTabRoute ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn VaultTab() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").and_then(|id| id.parse::<i64>().ok())));
    move || {
        let record = RecordRef { kind: RecordKind::Customer, id: id.get()? };
        Some(view! {
            <p class="vault-page__hint">{t!("vault-hint")}</p>
            <VaultPanel record=record />
        })
    }
}
