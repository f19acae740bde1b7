use consent::{get_my_consent, save_my_consent};
use kernel::{t, ts, use_i18n};
use leptos::prelude::*;
use staff::pages::{Attempt, LoadProblem, PasswordCard, SessionsCard};
use ui::{Card, Checkbox, PageTitle, Toast, Toasts};

/// `/portal/me`: how a contact signs in, and whether it agrees to marketing.
#[component]
pub(super) fn PortalMePage() -> impl IntoView {
    let consent = Resource::new_blocking(|| (), |()| get_my_consent());
    view! {
        <PageTitle text=ts!("portal-me") />
        <div class="portal">
            <h1 class="portal__title">{t!("portal-me")}</h1>
            <PasswordCard />
            <SessionsCard />
            <Suspense>
                {move || Suspend::new(async move {
                    match consent.await {
                        Ok(is_given) => view! { <ConsentCard is_given=is_given /> }.into_any(),
                        Err(error) => view! { <LoadProblem error=error /> }.into_any(),
                    }
                })}
            </Suspense>
        </div>
    }
}

/// The contact's own word: a press stores it.
#[component]
fn ConsentCard(is_given: bool) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::new());
    let (checked, title) = (RwSignal::new(is_given), ts!("portal-consent"));
    let choose = move |on: bool| {
        attempt.run(save_my_consent(on), move |()| {
            toasts.show(Toast::positive(i18n.text("portal-consent-saved", &[])));
        });
    };
    view! {
        <Card title=Signal::derive(move || Some(title.get()))>
            <Checkbox label=ts!("portal-consent-label") name="consent" checked=checked hint=ts!("portal-consent-hint") on_change=choose />
        </Card>
    }
}
