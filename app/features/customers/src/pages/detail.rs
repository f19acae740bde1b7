use std::sync::Arc;

use kernel::presence::Doing;
use kernel::{CustomerId, Error, RecordKind, RecordRef, t, ts, use_i18n, use_me, use_presence, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::components::Outlet;
use leptos_router::hooks::{use_location, use_navigate, use_params_map};
use records::PictureField;
use staff::pages::LoadProblem;
use ui::{
    Badge, Breadcrumbs, IconName, Menu, MenuItem, PageTitle, Skeleton, TabLink, TabLinks, Toast, Toasts,
};

use super::seers::SeersDialog;
use super::state::CustomerState;
use super::tabs::{ProfileTab, ProfileTabs};
use crate::{Customer, delete_customer, get_customer, get_customer_dictionaries, restore_customer};

/// A customer: what stands above all its parts, and the part that the address names.
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
    let record = state.customer.with_untracked(Customer::record);
    let here = use_presence().stand();
    here.at(record, Doing::Looks);
    let name = move || state.customer.with(|customer| customer.profile.name.clone());
    let trail = move || vec![(i18n.text("customer-title", &[]), Some("/customers".into())), (name(), None)];
    provide_context(state);
    view! {
        <PageTitle text=name />
        <article class="customer" on:input=move |event| here.typed(&event, record)>
            <Breadcrumbs label=ts!("customer-trail") crumbs=Signal::derive(trail) />
            <Head state=state />
            <Tabs state=state />
            <Outlet />
        </article>
    }
}

/// The parts of the customer that the person may see, each with its address.
#[component]
fn Tabs(state: CustomerState) -> impl IntoView {
    let (i18n, me, location) = (use_i18n(), use_me(), use_location());
    let home = state.customer.with_untracked(Customer::path);
    let shown: Vec<ProfileTab> = ProfileTabs::mine(&me.actor);
    let tabs = Signal::derive(move || {
        let here = location.pathname.get();
        let tab = |tab: &ProfileTab| {
            let href = tab.href(&home);
            let link = TabLink::new(i18n.text(tab.label, &[]), href.clone(), here == href);
            match tab.path {
                "contacts" => link.count(i18n.number(state.contacts.with(Vec::len) as i64)),
                "sites" => link.count(i18n.number(state.sites.get())),
                _ => link,
            }
        };
        shown.iter().map(tab).collect()
    });
    view! { <TabLinks label=ts!("customer-tabs") tabs=tabs /> }
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
    let (refused, asking) = (Customer::can_delete(&me.actor).err(), RwSignal::new(false));
    let items = move || {
        let reason = refused.as_ref().map(|reason| i18n.render(&reason.text()));
        let item = MenuItem::run(i18n.text("customer-delete", &[]), move || delete.run(()));
        let seers = MenuItem::run(i18n.text("customer-seers", &[]), move || asking.set(true));
        let cards =
            MenuItem::download(i18n.text("customer-cards", &[]), format!("/customers/{id}/cards.vcf"));
        vec![
            seers.icon(IconName::Eye),
            cards.icon(IconName::Download),
            item.icon(IconName::Trash).danger().starts_group().disabled_because(reason),
        ]
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
            <SeersDialog customer=id open=asking />
            <div class="customer__menu">
                <Menu id="customer-menu" label=ts!("customer-actions") items=Signal::derive(items) align_end=true />
            </div>
        </header>
    }
}
