use leptos::prelude::*;

use crate::pages::profile::{Part, ProfileCard};
use crate::pages::state::CustomerState;

/// `/customers/:id/profile`: everything that is filled in, read or typed anew.
#[component]
pub(crate) fn ProfileTabPage() -> impl IntoView {
    CustomerState::here().map(|state| view! { <ProfileCard state=state part=Part::Profile /> })
}
