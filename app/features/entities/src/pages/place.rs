use kernel::{Error, LegalEntityId, ts};
use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_params_map;
use staff::pages::LoadProblem;
use ui::{PageTitle, Skeleton};

use crate::get_entity;

/// `/legal-entities/7` leads to where the entity stands: on the page of its customer.
#[component]
pub(super) fn EntityPlace() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| params.get("id").and_then(|id| id.parse().ok())).map(LegalEntityId)
    });
    let entity = Resource::new_blocking(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => get_entity(id).await,
                None => Err(Error::NotFound),
            }
        },
    );
    view! {
        <Suspense fallback=|| view! { <Skeleton label=ts!("entity-loading") count=3 /> }>
            {move || Suspend::new(async move {
                match entity.await {
                    Ok(entity) => view! { <Redirect path=entity.path() /> }.into_any(),
                    Err(error) => view! {
                        <PageTitle text=ts!("entity-title") />
                        <LoadProblem error=error />
                    }
                    .into_any(),
                }
            })}
        </Suspense>
    }
}
