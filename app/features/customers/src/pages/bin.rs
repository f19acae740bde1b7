use kernel::{RecordKind, t, ts};
use leptos::prelude::*;
use records::Bin;
use ui::{Breadcrumbs, PageTitle};

/// `/customers/bin`: customers that were deleted and can be taken back.
#[component]
pub(super) fn CustomerBinPage() -> impl IntoView {
    let (customers, bin) = (ts!("customer-title"), ts!("customer-bin-title"));
    let crumbs =
        Signal::derive(move || vec![(customers.get(), Some("/customers".to_owned())), (bin.get(), None)]);
    view! {
        <PageTitle text=bin />
        <div class="customers customers--narrow">
            <Breadcrumbs label=ts!("customer-trail") crumbs=crumbs />
            <h1 class="customers__title">{t!("customer-bin-title")}</h1>
            <Bin kind=RecordKind::Customer />
        </div>
    }
}
