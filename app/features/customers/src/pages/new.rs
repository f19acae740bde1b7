use kernel::{Actor, Area, Can, Error, StaffId, t, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;
use staff::pages::LoadProblem;
use ui::{
    Breadcrumbs, Button, ButtonKind, Card, Fieldset, FormActions, FormStack, LinkButton, PageTitle, Tone,
};

use super::fields::{PersonFields, ProfileFields, keep};
use super::profile::Guard;
use super::typed::{TypedPerson, TypedProfile, path_of};
use crate::{Profile, create_customer};

/// The form for a new customer, for those who may make one.
#[component]
pub(super) fn NewCustomerPage() -> impl IntoView {
    match use_me().actor.require(Area::Customers, Can::Create) {
        Ok(()) => view! { <NewCustomer /> }.into_any(),
        Err(error) => view! {
            <PageTitle text=ts!("customer-new") />
            <div class="customers customers--narrow">
                <h1 class="customers__title">{t!("customer-new")}</h1>
                <LoadProblem error=error />
            </div>
        }
        .into_any(),
    }
}

/// The customer and its primary contact: one save makes both.
#[component]
fn NewCustomer() -> impl IntoView {
    let (me, problems, navigate) = (use_me(), use_problems(), use_navigate());
    let manager_id: Option<StaffId> = Actor::staff_id(&me.actor);
    let currency = Some(me.organisation.currency);
    let empty = Profile { manager_id, currency, is_active: true, ..Profile::default() };
    let (profile, person) = (TypedProfile::new(&empty), TypedPerson::new());
    let (error, busy) = (RwSignal::new(None::<Error>), RwSignal::new(false));
    let dirty =
        Memo::new(move |_| !busy.get() && (profile.profile() != empty || !person.person().is_empty()));
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (profile, person) = untrack(|| (profile.profile(), person.person()));
        let navigate = navigate.clone();
        spawn_local(async move {
            match keep(create_customer(profile, person).await, error) {
                Ok(Some(id)) => return navigate(&path_of(id), leptos_router::NavigateOptions::default()),
                Ok(None) => {}
                Err(other) => problems.report(other),
            }
            busy.set(false);
        });
    };
    let (title, i18n) = (ts!("customer-new"), use_i18n());
    let trail =
        move || vec![(i18n.text("customer-title", &[]), Some("/customers".into())), (title.get(), None)];
    view! {
        <PageTitle text=title />
        <div class="customers customers--narrow">
            <Breadcrumbs label=ts!("customer-trail") crumbs=Signal::derive(trail) />
            <h1 class="customers__title">{t!("customer-new")}</h1>
            <form class="customers__form" novalidate=true on:submit=save>
                <Card>
                    <FormStack>
                        <ProfileFields typed=profile error=error />
                        <Fieldset legend=ts!("customer-contact-primary") hint=Signal::derive(optional(t!("customer-contact-hint")))>
                            <PersonFields typed=person error=error prefix="contact_" required=false />
                        </Fieldset>
                    </FormStack>
                </Card>
                <FormActions>
                    <Button label=ts!("customer-create") tone=Tone::Primary kind=ButtonKind::Submit busy=busy />
                    <LinkButton label=ts!("customer-cancel") href="/customers" />
                </FormActions>
                <Guard id="customer-new-guard" dirty=dirty />
            </form>
        </div>
    }
}

fn optional(text: impl Fn() -> String) -> impl Fn() -> Option<String> {
    move || Some(text())
}
