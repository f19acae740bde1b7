use leptos::prelude::*;

use crate::pages::sites::SitesCard;
use crate::pages::state::CustomerState;

/// `/customers/:id/sites`: the places of the customer.
#[component]
pub(crate) fn SitesTab() -> impl IntoView {
    CustomerState::here().map(|state| view! { <SitesCard state=state /> })
}
