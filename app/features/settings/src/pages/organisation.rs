use kernel::{ts, use_i18n};
use leptos::prelude::*;
use staff::OrganisationForm;
use staff::pages::{Attempt, LoadProblem, OrganisationFields, OrganisationSignals, SettingsLayout};
use ui::{Button, ButtonKind, Card, FormActions, FormStack, Toast, Toasts, Tone};

use crate::{get_organisation, save_organisation};

/// The organisation: its name, money, language and time.
#[component]
pub(super) fn OrganisationPage() -> impl IntoView {
    let organisation = Resource::new(|| (), |()| get_organisation());
    view! {
        <SettingsLayout title=ts!("settings-organisation") lead=ts!("settings-organisation-hint")>
            <Suspense>
                {move || Suspend::new(async move {
                    match organisation.await {
                        Ok(form) => view! { <Editor form /> }.into_any(),
                        Err(error) => view! { <LoadProblem error /> }.into_any(),
                    }
                })}
            </Suspense>
        </SettingsLayout>
    }
}

#[component]
fn Editor(form: OrganisationForm) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::new());
    let signals = OrganisationSignals::new(&form);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        attempt.run(save_organisation(signals.form()), move |()| {
            toasts.show(Toast::positive(i18n.text("settings-organisation-saved", &[])));
        });
    };
    view! {
        <Card>
            <form on:submit=save novalidate=true>
                <FormStack>
                    <OrganisationFields signals problems=attempt.problems() />
                    <FormActions>
                        <Button label=ts!("staff-save") kind=ButtonKind::Submit tone=Tone::Primary busy=attempt.busy() />
                    </FormActions>
                </FormStack>
            </form>
        </Card>
    }
}
