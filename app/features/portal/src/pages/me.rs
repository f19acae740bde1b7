use kernel::{t, ts};
use leptos::prelude::*;
use staff::pages::{PasswordCard, SessionsCard};
use ui::PageTitle;

/// `/portal/me`: how a contact signs in.
#[component]
pub(super) fn PortalMePage() -> impl IntoView {
    view! {
        <PageTitle text=ts!("portal-me") />
        <div class="portal">
            <h1 class="portal__title">{t!("portal-me")}</h1>
            <PasswordCard />
            <SessionsCard />
        </div>
    }
}
