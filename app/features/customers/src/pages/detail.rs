use std::sync::Arc;

use kernel::presence::Doing;
use kernel::{CustomerId, Error, RecordKind, RecordRef, t, ts, use_i18n, use_me, use_presence, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use records::{FilePanel, PictureField, ReminderPanel, TagEditor, Timeline};
use staff::pages::LoadProblem;
use tasks::TaskPanel;
use ui::{Badge, Breadcrumbs, Card, IconName, Menu, MenuItem, PageTitle, Skeleton, Toast, Toasts};

use super::contacts::ContactsCard;
use super::profile::ProfileCard;
use super::state::CustomerState;
use crate::{Customer, delete_customer, get_customer, get_customer_dictionaries, restore_customer};

/// A customer: its profile, its people, and everything that hangs on it.
#[component]
pub(super) fn CustomerPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| params.get("id").and_then(|id| id.parse().ok()).map(CustomerId))
    });
    let details = Resource::new_blocking(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => get_customer(id).await,
                None => Err(Error::NotFound),
            }
        },
    );
    let words = Resource::new_blocking(|| (), |()| get_customer_dictionaries());
    view! {
        <Suspense fallback=move || view! { <Skeleton label=ts!("customer-loading") count=6 /> }>
            {move || Suspend::new(async move {
                match (details.await, words.await) {
                    (Ok(details), Ok(words)) => {
                        let state = CustomerState::new(details, Arc::new(words));
                        view! { <CustomerView state=state /> }.into_any()
                    }
                    (Err(error), _) | (_, Err(error)) => view! { <LoadProblem error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn CustomerView(state: CustomerState) -> impl IntoView {
    let i18n = use_i18n();
    let (record, line) = state.customer.with_untracked(|customer| (customer.record(), customer.timeline_id));
    let locked = Signal::stored(Customer::can_edit(&use_me().actor).is_err());
    let here = use_presence().stand();
    here.at(record, Doing::Looks);
    let name = move || state.customer.with(|customer| customer.profile.name.clone());
    let trail = move || vec![(i18n.text("customer-title", &[]), Some("/customers".into())), (name(), None)];
    let tags = move || state.customer.with(|customer| customer.tags.clone());
    let (files, reminders, timeline) = (ts!("file-title"), ts!("reminder-title"), ts!("timeline-title"));
    let tasks = ts!("task-title");
    let titled = |title: Signal<String>| Signal::derive(move || Some(title.get()));
    view! {
        <PageTitle text=name />
        <article class="customer" on:input=move |event| here.typed(&event, record)>
            <Breadcrumbs label=ts!("customer-trail") crumbs=Signal::derive(trail) />
            <Head state=state />
            <div class="customer__columns">
                <div class="customer__main">
                    <ProfileCard state=state />
                    <ContactsCard state=state />
                    <Card title=titled(files)>
                        <FilePanel record=record timeline=line locked=locked />
                    </Card>
                </div>
                <div class="customer__side">
                    <Card>
                        <TagEditor record=record tags=Signal::derive(tags) locked=locked />
                    </Card>
                    <Card title=titled(tasks)>
                        <TaskPanel record=record timeline=line locked=locked />
                    </Card>
                    <Card title=titled(reminders)>
                        <ReminderPanel record=record timeline=line locked=locked />
                    </Card>
                    <Card title=titled(timeline)>
                        <Timeline record=record timeline=line locked=locked />
                    </Card>
                </div>
            </div>
        </article>
    }
}

#[component]
fn Head(state: CustomerState) -> impl IntoView {
    let (i18n, me, problems, toasts) = (use_i18n(), use_me(), use_problems(), Toasts::here());
    let navigate = use_navigate();
    let customer = state.customer;
    let id = customer.with_untracked(|customer| customer.id);
    let record = RecordRef { kind: RecordKind::Customer, id: id.0 };
    let locked = Signal::stored(Customer::can_edit(&me.actor).is_err());
    let profile = move || customer.with(|customer| customer.profile.clone());
    let restore = move || {
        spawn_local(async move {
            if let Err(error) = restore_customer(id).await {
                problems.report(error);
            }
        });
    };
    let delete = Callback::new(move |()| {
        let navigate = navigate.clone();
        spawn_local(async move {
            match delete_customer(id).await {
                Ok(()) => {
                    let name = untrack(profile).name;
                    let toast = Toast::neutral(i18n.text("customer-deleted", &[("name", name.into())]));
                    toasts.show(toast.action(i18n.text("record-undo", &[]), restore));
                    navigate("/customers", NavigateOptions::default());
                }
                Err(error) => problems.report(error),
            }
        });
    });
    let refused = Customer::can_delete(&me.actor).err();
    let items = move || {
        let reason = refused.as_ref().map(|reason| i18n.render(&reason.text()));
        let item = MenuItem::run(i18n.text("customer-delete", &[]), move || delete.run(()));
        // The page is another feature's, which the shell puts there.
        let vault = MenuItem::link(i18n.text("vault-title", &[]), format!("/customers/{id}/vault"));
        vec![vault.icon(IconName::Lock), item.icon(IconName::Trash).danger().disabled_because(reason)]
    };
    let origin = move || state.customer.with(|customer| customer.origin_lead_id);
    view! {
        <header class="customer__head">
            <PictureField record=record name=Signal::derive(move || profile().name) locked=locked />
            <h1 class="customer__name"><bdi>{move || profile().name}</bdi></h1>
            <Badge text=Signal::derive(move || i18n.text(profile().kind.label(), &[])) />
            {move || (!profile().is_active).then(|| view! { <Badge text=ts!("customer-inactive") /> })}
            {move || {
                origin().map(|lead| view! { <a class="customer__origin" href=format!("/leads/{lead}")>{t!("customer-origin")}</a> })
            }}
            <div class="customer__menu">
                <Menu id="customer-menu" label=ts!("customer-actions") items=Signal::derive(items) align_end=true />
            </div>
        </header>
    }
}
