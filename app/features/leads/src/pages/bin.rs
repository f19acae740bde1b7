use kernel::{RecordKind, t, ts};
use leptos::prelude::*;
use records::Bin;
use ui::{Breadcrumbs, PageTitle};

/// `/leads/bin`: leads that were deleted and can be taken back.
#[component]
pub fn BinPage() -> impl IntoView {
    let (leads, bin) = (ts!("list-title"), ts!("lead-bin-title"));
    let crumbs = Signal::derive(move || vec![(leads.get(), Some("/leads".to_owned())), (bin.get(), None)]);
    view! {
        <PageTitle text=bin />
        <div class="lead-bin">
            <Breadcrumbs label=ts!("lead-trail") crumbs=crumbs />
            <h1 class="lead-bin__title">{t!("lead-bin-title")}</h1>
            <Bin kind=RecordKind::Lead />
        </div>
    }
}
