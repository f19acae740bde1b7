use kernel::{
    CustomerId, Error, RecordKind, RecordRef, TimelineId, t, ts, use_i18n, use_live, use_me, use_problems,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use records::{FilePanel, ReminderPanel, TagEditor, Timeline};
use staff::pages::LoadProblem;
use tasks::TaskPanel;
use ui::{Badge, Breadcrumbs, Card, IconName, Menu, MenuItem, PageTitle, Skeleton, Toast, Toasts};

use super::contacts::ContactsCard;
use super::profile::ProfileCard;
use crate::{Customer, CustomerDetails, delete_customer, get_customer, restore_customer};

/// A customer: its profile, its people, and everything that hangs on it.
#[component]
pub(super) fn CustomerPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| params.get("id").and_then(|id| id.parse().ok()).map(CustomerId))
    });
    let details = Resource::new(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => get_customer(id).await,
                None => Err(Error::NotFound),
            }
        },
    );
    view! {
        <Suspense fallback=move || view! { <Skeleton label=ts!("customer-loading") count=6 /> }>
            {move || Suspend::new(async move {
                match details.await {
                    Ok(details) => view! { <CustomerView first=details /> }.into_any(),
                    Err(error) => view! { <LoadProblem error=error /> }.into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn CustomerView(first: CustomerDetails) -> impl IntoView {
    let i18n = use_i18n();
    let (id, line) = (first.customer.id, first.customer.timeline_id);
    let record = RecordRef { kind: RecordKind::Customer, id: id.0 };
    let locked = Signal::stored(Customer::can_edit(&use_me().actor).is_err());
    let details = RwSignal::new(first);
    follow(record, line, id, details);
    let name = move || details.with(|details| details.customer.profile.name.clone());
    let trail = move || vec![(i18n.text("customer-title", &[]), Some("/customers".into())), (name(), None)];
    let tags = move || details.with(|details| details.tags.clone());
    let (files, reminders, timeline) = (ts!("file-title"), ts!("reminder-title"), ts!("timeline-title"));
    let tasks = ts!("task-title");
    let titled = |title: Signal<String>| Signal::derive(move || Some(title.get()));
    view! {
        <PageTitle text=name />
        <article class="customer">
            <Breadcrumbs label=ts!("customer-trail") crumbs=Signal::derive(trail) />
            <Head details=details />
            <div class="customer__columns">
                <div class="customer__main">
                    <ProfileCard details=details />
                    <ContactsCard details=details />
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

/// Keeps the page as others leave the customer; what is typed here stays.
fn follow(record: RecordRef, line: TimelineId, id: CustomerId, details: RwSignal<CustomerDetails>) {
    let (live, problems) = (use_live(), use_problems());
    let again = move || {
        spawn_local(async move {
            match get_customer(id).await {
                Ok(fresh) => details.set(fresh),
                Err(Error::Unreachable) => {}
                Err(error) => problems.report(error),
            }
        });
    };
    live.on_event(move |event| {
        let is_own = ["customer.", "contact.", "tag."].iter().any(|area| event.kind.starts_with(area));
        // One that was deleted says so in the toast of who deleted it; there is nothing to fetch.
        let is_here = event.record == record && is_own && event.kind != "customer.deleted";
        // The lead that the customer came from has the same tags.
        let is_shared = event.timeline_id == Some(line) && event.kind.starts_with("tag.");
        if is_here || is_shared {
            again();
        }
    });
    live.on_catch_up(again);
}

#[component]
fn Head(details: RwSignal<CustomerDetails>) -> impl IntoView {
    let (i18n, me, problems, toasts) = (use_i18n(), use_me(), use_problems(), Toasts::here());
    let navigate = use_navigate();
    let id = details.with_untracked(|details| details.customer.id);
    let profile = move || details.with(|details| details.customer.profile.clone());
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
    let origin = move || details.with(|details| details.customer.origin_lead_id);
    view! {
        <header class="customer__head">
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
