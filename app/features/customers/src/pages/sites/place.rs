use kernel::{Error, SiteId, ts};
use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_params_map;
use staff::pages::LoadProblem;
use ui::{PageTitle, Skeleton};

use crate::get_site;

/// `/sites/7` leads to where the site stands: on the page of its customer.
#[component]
pub(crate) fn SitePlace() -> impl IntoView {
    let params = use_params_map();
    let id =
        Memo::new(move |_| params.with(|params| params.get("id").and_then(|id| id.parse().ok())).map(SiteId));
    let site = Resource::new_blocking(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => get_site(id).await,
                None => Err(Error::NotFound),
            }
        },
    );
    view! {
        <Suspense fallback=|| view! { <Skeleton label=ts!("site-loading") count=3 /> }>
            {move || Suspend::new(async move {
                match site.await {
                    Ok(site) => view! { <Redirect path=site.path() /> }.into_any(),
                    Err(error) => view! {
                        <PageTitle text=ts!("site-title") />
                        <LoadProblem error=error />
                    }
                    .into_any(),
                }
            })}
        </Suspense>
    }
}
