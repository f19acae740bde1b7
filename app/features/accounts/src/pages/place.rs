use kernel::{Error, ts};
use leptos::prelude::*;
use leptos_router::components::Redirect;
use staff::pages::LoadProblem;
use ui::{PageTitle, Skeleton};

use super::words::account_here;
use crate::get_account;

/// `/accounts/7` leads to where the account stands: below its customer.
#[component]
pub(super) fn AccountPlace() -> impl IntoView {
    let id = account_here("id");
    let account = Resource::new_blocking(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => get_account(id).await,
                None => Err(Error::NotFound),
            }
        },
    );
    view! {
        <Suspense fallback=|| view! { <Skeleton label=ts!("account-loading") count=3 /> }>
            {move || Suspend::new(async move {
                match account.await {
                    Ok(details) => view! { <Redirect path=details.account.path() /> }.into_any(),
                    Err(error) => view! {
                        <PageTitle text=ts!("account-title") />
                        <LoadProblem error=error />
                    }
                    .into_any(),
                }
            })}
        </Suspense>
    }
}
