use ::duplicates::{Merge, Pairs};
use kernel::{RecordKind, t, ts};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use ui::{Breadcrumbs, PageTitle};

/// Where suspected pairs stand.
const PAIRS: &str = "/leads/duplicates";

/// `/leads/duplicates`: leads that may be there twice.
#[component]
pub fn DuplicatesPage() -> impl IntoView {
    let (leads, title) = (ts!("list-title"), ts!("duplicates-title"));
    let crumbs = Signal::derive(move || vec![(leads.get(), Some("/leads".to_owned())), (title.get(), None)]);
    view! {
        <PageTitle text=title />
        <div class="lead-bin">
            <Breadcrumbs label=ts!("lead-trail") crumbs=crumbs />
            <h1 class="lead-bin__title">{t!("duplicates-title")}</h1>
            <Pairs kind=RecordKind::Lead />
        </div>
    }
}

/// `/leads/merge?one=1&other=2`: two leads become one.
#[component]
pub fn MergePage() -> impl IntoView {
    let params = use_query_map();
    let id = |name: &str| params.with_untracked(|params| params.get_str(name).and_then(|id| id.parse().ok()));
    let (one, other) = (id("one").unwrap_or(0), id("other").unwrap_or(0));
    let (leads, pairs, title) = (ts!("list-title"), ts!("duplicates-title"), ts!("merge-title"));
    let crumbs = Signal::derive(move || {
        vec![
            (leads.get(), Some("/leads".to_owned())),
            (pairs.get(), Some(PAIRS.to_owned())),
            (title.get(), None),
        ]
    });
    view! {
        <PageTitle text=title />
        <div class="lead-bin">
            <Breadcrumbs label=ts!("lead-trail") crumbs=crumbs />
            <h1 class="lead-bin__title">{t!("merge-title")}</h1>
            <Merge kind=RecordKind::Lead one=one other=other home=PAIRS />
        </div>
    }
}
