use duplicates::{Merge, Pairs};
use kernel::{RecordKind, t, ts};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{Breadcrumbs, PageTitle};

/// Where suspected pairs stand.
const PAIRS: &str = "/customers/duplicates";

/// `/customers/duplicates`: customers that may be there twice.
#[component]
pub(super) fn CustomerPairsPage() -> impl IntoView {
    let (customers, title) = (ts!("customer-title"), ts!("customer-duplicates-title"));
    let crumbs =
        Signal::derive(move || vec![(customers.get(), Some("/customers".to_owned())), (title.get(), None)]);
    view! {
        <PageTitle text=title />
        <div class="customers customers--narrow">
            <Breadcrumbs label=ts!("customer-trail") crumbs=crumbs />
            <h1 class="customers__title">{t!("customer-duplicates-title")}</h1>
            <Pairs kind=RecordKind::Customer />
        </div>
    }
}

/// `/customers/merge?one=1&other=2`: two customers become one.
#[component]
pub(super) fn CustomerMergePage() -> impl IntoView {
    let params = use_query_map();
    let id = |name: &str| params.with_untracked(|params| params.get_str(name).and_then(|id| id.parse().ok()));
    let (one, other) = (id("one").unwrap_or(0), id("other").unwrap_or(0));
    let (customers, pairs, title) =
        (ts!("customer-title"), ts!("customer-duplicates-title"), ts!("merge-title"));
    let crumbs = Signal::derive(move || {
        vec![
            (customers.get(), Some("/customers".to_owned())),
            (pairs.get(), Some(PAIRS.to_owned())),
            (title.get(), None),
        ]
    });
    view! {
        <PageTitle text=title />
        <div class="customers customers--narrow">
            <Breadcrumbs label=ts!("customer-trail") crumbs=crumbs />
            <h1 class="customers__title">{t!("merge-title")}</h1>
            <Merge kind=RecordKind::Customer one=one other=other home=PAIRS />
        </div>
    }
}
