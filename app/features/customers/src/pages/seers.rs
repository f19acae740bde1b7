//! Who sees a customer, and why.

use kernel::{CustomerId, t, ts, use_i18n};
use leptos::prelude::*;
use staff::pages::LoadProblem;
use ui::{Dialog, DialogBody, DialogSize, Skeleton};

use crate::{Seer, list_seers};

/// The dialog of the page's menu. It asks when it opens.
#[component]
pub(super) fn SeersDialog(customer: CustomerId, open: RwSignal<bool>) -> impl IntoView {
    let body = move || view! { <Seers customer=customer /> };
    view! {
        <Dialog id="seers-dialog" title=ts!("customer-seers") close_label=ts!("customer-close") open=open size=DialogSize::Small>
            {move || open.get().then(body)}
        </Dialog>
    }
}

#[component]
fn Seers(customer: CustomerId) -> impl IntoView {
    let seers = LocalResource::new(move || list_seers(customer));
    view! {
        <DialogBody>
            <p class="customers__none">{t!("customer-seers-text")}</p>
            <Suspense fallback=|| view! { <Skeleton label=ts!("customer-loading") count=4 /> }>
                {move || Suspend::new(async move {
                    match seers.await {
                        Ok(seers) => view! { <ul class="customer__seers" role="list">{seers.into_iter().map(line).collect_view()}</ul> }.into_any(),
                        Err(error) => view! { <LoadProblem error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </DialogBody>
    }
}

fn line(seer: Seer) -> impl IntoView {
    let i18n = use_i18n();
    let Seer { name, role, sight, may_edit, .. } = seer;
    let role = role.unwrap_or_default();
    let why = move || i18n.text(sight.label(), &[("role", role.clone().into())]);
    view! {
        <li class="customer__seer">
            <bdi class="customers__person-name">{name}</bdi>
            <span>{why}</span>
            {(!may_edit).then(|| view! { <span class="customers__none">{t!("customer-seen-only")}</span> })}
        </li>
    }
}
