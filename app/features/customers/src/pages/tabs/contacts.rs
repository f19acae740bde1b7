use leptos::prelude::*;

use crate::pages::contacts::ContactsCard;
use crate::pages::state::CustomerState;

/// `/customers/:id/contacts`: the people there.
#[component]
pub(crate) fn ContactsTab() -> impl IntoView {
    CustomerState::here().map(|state| view! { <ContactsCard state=state /> })
}
