use consent::{ConsentPanel, Subject};
use kernel::{t, ts};
use leptos::prelude::*;
use ui::Card;

use crate::pages::profile::{Part, ProfileCard};
use crate::pages::state::{CustomerState, titled};

/// `/customers/:id/marketing`: how the customer stands in the house's lists of words, and who agrees to marketing.
#[component]
pub(crate) fn MarketingTab() -> impl IntoView {
    CustomerState::here().map(|state| {
        let (_, _, locked) = state.opened();
        // The customer itself, then the people there.
        let subjects = Signal::derive(move || {
            let own =
                state.customer.with(|one| Subject { record: one.record(), name: one.profile.name.clone() });
            let people = state.contacts.with(|all| {
                let subject =
                    |one: &crate::Contact| Subject { record: one.record(), name: one.person.name() };
                all.iter().map(subject).collect::<Vec<_>>()
            });
            std::iter::once(own).chain(people).collect::<Vec<_>>()
        });
        view! {
            <ProfileCard state=state part=Part::Marketing />
            <Card title=titled(ts!("consent-title"))>
                <p class="customers__none">{t!("consent-hint")}</p>
                <ConsentPanel subjects=subjects locked=locked />
            </Card>
        }
    })
}
