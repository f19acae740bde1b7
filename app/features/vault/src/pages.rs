//! `/customers/:id/vault`: the vault of a customer, on a page of its own.

use kernel::{Error, RecordKind, RecordRef, t, ts, use_i18n};
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{Outlet, ParentRoute, Route};
use leptos_router::hooks::use_params_map;
use staff::pages::LoadProblem;
use ui::{Breadcrumbs, PageTitle, Skeleton, SkeletonShape};

use crate::panel::Entries;
use crate::{Vault, list_vault};

kernel::lazy_page! {
    vault:
    VaultRoute => VaultPage,
}

/// The page of a customer's vault.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=kernel::route_path!("/") view=Outlet>
            <Route path=kernel::route_path!("customers/:id/vault") view=VaultRoute ssr=SsrMode::Async />
        </ParentRoute>
    }
    .into_inner()
}

#[component]
fn VaultPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").and_then(|id| id.parse::<i64>().ok())));
    let vault = Resource::new(
        move || id.get(),
        |id| async move {
            let record = id.map(|id| RecordRef { kind: RecordKind::Customer, id }).ok_or(Error::NotFound)?;
            list_vault(record).await.map(|vault| (record, vault))
        },
    );
    view! {
        <Suspense fallback=move || view! { <Skeleton label=ts!("record-loading") shape=SkeletonShape::Rows count=4 /> }>
            {move || Suspend::new(async move {
                match vault.await {
                    Ok((record, vault)) => view! { <Shown record=record vault=vault /> }.into_any(),
                    Err(error) => view! { <LoadProblem error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Shown(record: RecordRef, vault: Vault) -> impl IntoView {
    let i18n = use_i18n();
    let title = ts!("vault-title");
    let (name, path) = (vault.title.clone(), record.path());
    let trail = move || {
        let above = (i18n.text("vault-customers", &[]), record.kind.home().map(str::to_owned));
        vec![above, (name.clone(), path.clone()), (title.get(), None)]
    };
    view! {
        <PageTitle text=title />
        <article class="vault-page">
            <Breadcrumbs label=ts!("vault-trail") crumbs=Signal::derive(trail) />
            <h1 class="vault-page__title">{t!("vault-title")}</h1>
            <p class="vault-page__hint">{t!("vault-hint")}</p>
            <Entries record=record first=vault />
        </article>
    }
}
