use std::sync::Arc;

use duplicates::{DuplicateNotice, Watch};
use fields::{CustomValues, Draft, FieldControl};
use kernel::{Area, Can, Error, RecordKind, t, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use staff::pages::LoadProblem;
use ui::{
    Breadcrumbs, Button, ButtonKind, Card, Checkbox, Fieldset, FormActions, FormErrors, FormStack,
    LinkButton, PageTitle, Skeleton, Tone,
};

use super::Guard;
use super::contacts::{GreetingFields, Greets};
use super::fields::{PersonFields, ProfileFields, contact_vocabulary};
use super::words::vocabulary;
use crate::{Dictionaries, Person, Profile, contact, create_customer, get_customer_dictionaries, profile};

/// The form for a new customer, for those who may make one.
#[component]
pub(super) fn NewCustomerPage() -> impl IntoView {
    let words = Resource::new_blocking(|| (), |()| get_customer_dictionaries());
    let may_create = use_me().actor.require(Area::Customers, Can::Create);
    let (title, i18n) = (ts!("customer-new"), use_i18n());
    let trail =
        move || vec![(i18n.text("customer-title", &[]), Some("/customers".into())), (title.get(), None)];
    view! {
        <PageTitle text=title />
        <div class="customers customers--narrow">
            <Breadcrumbs label=ts!("customer-trail") crumbs=Signal::derive(trail) />
            <h1 class="customers__title">{t!("customer-new")}</h1>
            <Suspense fallback=|| view! { <Skeleton label=ts!("customer-loading") count=8 /> }>
                {move || {
                    let may_create = may_create.clone();
                    Suspend::new(async move {
                        match may_create.and(words.await) {
                            Ok(words) => view! { <NewCustomer words=Arc::new(words) /> }.into_any(),
                            Err(error) => view! { <LoadProblem error=error /> }.into_any(),
                        }
                    })
                }}
            </Suspense>
        </div>
    }
}

/// What a new customer begins with: who makes it, and what the lists begin with.
fn start(words: &Dictionaries) -> Profile {
    let me = use_me();
    Profile {
        manager_id: me.actor.staff_id(),
        currency: Some(me.organisation.currency),
        segment_id: words.segments.iter().find(|entry| entry.is_default).map(|entry| entry.id),
        status_id: words.statuses.iter().find(|entry| entry.is_default).map(|entry| entry.id),
        channel_id: words.channels.iter().find(|entry| entry.is_default).map(|entry| entry.id),
        custom: CustomValues::usual(&words.fields),
        ..Profile::begin()
    }
}

/// The customer and its primary contact: one save makes both.
#[component]
fn NewCustomer(words: Arc<Dictionaries>) -> impl IntoView {
    let (i18n, problems, navigate) = (use_i18n(), use_problems(), use_navigate());
    let start = StoredValue::new(start(&words));
    let draft = Draft::new(profile::FIELDS, &words.fields, &start.get_value());
    let fresh = words.portal.person();
    let person = Draft::new(contact::FIELDS, &[], &fresh).within(draft.error, "contact_");
    let (busy, has_site, greets) = (RwSignal::new(false), RwSignal::new(false), Greets::new());
    let dirty = Signal::derive(move || {
        let has_person = person.read::<Person>().is_ok_and(|person| !person.is_empty());
        !busy.get() && (has_site.get() || has_person || start.with_value(|start| draft.differs_from(start)))
    });
    let telling = move || untrack(|| draft.read::<Profile>()).unwrap_or_default().telling();
    let watch = Watch::new(RecordKind::Customer, None, telling);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let typed =
            untrack(|| draft.read::<Profile>().and_then(|typed| Ok((typed, person.read::<Person>()?))));
        let (typed, person) = match typed {
            Ok(typed) => typed,
            Err(error) => return draft.error.set(Some(error)),
        };
        busy.set(true);
        let navigate = navigate.clone();
        spawn_local(async move {
            if !watch.may_save().await {
                return busy.set(false);
            }
            match create_customer(typed, person, has_site.get_untracked(), greets.read()).await {
                Ok(id) => return navigate(&format!("/customers/{id}"), NavigateOptions::default()),
                Err(error @ Error::Invalid(_)) => {
                    greets.problem.set(error.problem_of("password").map(|text| i18n.render(text)));
                    draft.error.set(Some(error));
                }
                Err(error) => problems.report(error),
            }
            busy.set(false);
        });
    };
    let vocabulary = Arc::new(vocabulary(i18n, &words));
    let portal_words = Arc::new(contact_vocabulary(i18n));
    let (hint, has_portal) = (ts!("customer-contact-hint"), person.flag("has_portal"));
    view! {
        <form class="customers__form" novalidate=true on:submit=save on:focusout=move |_| watch.left()>
            <Card>
                <FormStack>
                    <FormErrors id="customer-errors" title=ts!("form-check") errors=draft.problems("field") />
                    <ProfileFields draft=draft words=words vocabulary=vocabulary is_new=true>
                        <DuplicateNotice watch=watch />
                    </ProfileFields>
                    <Checkbox label=ts!("site-from-billing") name="has_site" id="field-has_site" checked=has_site hint=ts!("site-from-billing-hint") />
                    <Fieldset legend=ts!("customer-contact-primary") hint=Signal::derive(move || Some(hint.get()))>
                        <PersonFields draft=person required=false />
                        <FieldControl name="has_portal" draft=person words=portal_words />
                        <Show when=move || has_portal.get()>
                            <GreetingFields greets=greets prefix="field" />
                        </Show>
                    </Fieldset>
                </FormStack>
            </Card>
            <FormActions>
                <Button label=ts!("customer-create") tone=Tone::Primary kind=ButtonKind::Submit busy=busy />
                <LinkButton label=ts!("customer-cancel") href="/customers" />
            </FormActions>
            <Guard id="customer-new-guard" dirty=dirty />
        </form>
    }
}
