//! `/withdraw`: where the link in a mail leads.

use kernel::{Me, t, ts, use_me};
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::Route;
use leptos_router::hooks::use_query_map;
use ui::{Banner, Button, ButtonKind, Card, Meaning, PageTitle, Tone};

kernel::lazy_page! {
    consent:
    WithdrawRoute => WithdrawPage,
}

/// The page of the link.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! { <Route path=kernel::route_path!("withdraw") view=WithdrawRoute ssr=SsrMode::Async /> }
        .into_inner()
}

/// Asks once more: programs that follow every link in a mail would withdraw for everybody. It is a plain form, so that it
/// works without our program.
#[component]
fn WithdrawPage() -> impl IntoView {
    let query = use_query_map();
    let asked = move |name: &str| query.with_untracked(|query| query.get(name).unwrap_or_default());
    let (token, is_done, is_unknown) = (asked("token"), asked("done") == "1", !asked("problem").is_empty());
    let me: std::sync::Arc<Me> = use_me();
    let organisation = me.organisation.name.clone();
    view! {
        <PageTitle text=ts!("consent-withdraw-title") />
        <div class="consent-page">
            <h1 class="consent-page__title">{t!("consent-withdraw-title")}</h1>
            <Card>
                {move || match (is_done, is_unknown) {
                    (true, _) => view! { <Banner text=ts!("consent-withdrawn-done") meaning=Meaning::Positive /> }.into_any(),
                    (_, true) => view! { <Banner text=ts!("consent-link-unknown") meaning=Meaning::Warning /> }.into_any(),
                    _ => view! { <WithdrawForm token=token.clone() organisation=organisation.clone() /> }
                    .into_any(),
                }}
            </Card>
        </div>
    }
}

#[component]
fn WithdrawForm(token: String, organisation: String) -> impl IntoView {
    view! {
        <form class="consent-page__form" method="post" action="/withdraw">
            <input type="hidden" name="token" value=token />
            <p>{t!("consent-withdraw-text", organisation = organisation.clone())}</p>
            <Button label=ts!("consent-withdraw-do") tone=Tone::Primary kind=ButtonKind::Submit />
        </form>
    }
}
