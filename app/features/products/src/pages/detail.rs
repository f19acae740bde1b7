use kernel::{
    Area, Can, Error, ProductId, RecordKind, RecordRef, ts, use_i18n, use_live, use_me, use_problems,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use records::Timeline;
use staff::pages::{LoadProblem, SettingsLayout};
use ui::{
    Badge, Breadcrumbs, Button, Card, IconName, KeyValue, KeyValues, Menu, MenuItem, Size, Skeleton, Toast,
    Toasts,
};

use super::form::ProductDialog;
use crate::{Product, delete_product, get_product, restore_product, update_product};

/// `/products/7`: a product and its history.
#[component]
pub(super) fn ProductPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params.with(|params| params.get("id").and_then(|id| id.parse().ok()).map(ProductId))
    });
    let product = Resource::new_blocking(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => get_product(id).await,
                None => Err(Error::NotFound),
            }
        },
    );
    view! {
        <Suspense fallback=|| view! { <Skeleton label=ts!("product-loading") count=6 /> }>
            {move || Suspend::new(async move {
                match product.await {
                    Ok(product) => view! { <ProductView first=product /> }.into_any(),
                    Err(error) => view! {
                        <SettingsLayout title=ts!("product-title")>
                            <LoadProblem error=error />
                        </SettingsLayout>
                    }
                    .into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn ProductView(first: Product) -> impl IntoView {
    let i18n = use_i18n();
    let (id, line) = (first.id, first.timeline_id);
    let record = RecordRef { kind: RecordKind::Product, id: id.0 };
    let may_edit = use_me().actor.has(Area::Settings, Can::Edit);
    let product = RwSignal::new(first);
    follow(record, id, product);
    let name = Signal::derive(move || product.with(|product| product.profile.name.clone()));
    let trail = move || vec![(i18n.text("product-title", &[]), Some("/products".into())), (name.get(), None)];
    view! {
        <SettingsLayout title=name actions=move || view! { <Actions product=product /> }>
            <Breadcrumbs label=ts!("product-trail") crumbs=Signal::derive(trail) />
            <Card>
                <Facts product=product />
            </Card>
            <Card title=ts!("timeline-title")>
                <Timeline record=record timeline=line locked=Signal::stored(!may_edit) />
            </Card>
        </SettingsLayout>
    }
}

/// Keeps the page as others leave the product.
fn follow(record: RecordRef, id: ProductId, product: RwSignal<Product>) {
    let (live, problems) = (use_live(), use_problems());
    let again = move || {
        spawn_local(async move {
            match get_product(id).await {
                Ok(fresh) => product.set(fresh),
                // It may be gone by the time of the answer.
                Err(Error::Unreachable | Error::NotFound) => {}
                Err(error) => problems.report(error),
            }
        });
    };
    live.on_event(move |event| {
        // One that was deleted has nothing to ask for: the toast of who deleted it says so.
        if event.record == record && event.kind.starts_with("product.") && event.kind != "product.deleted" {
            again();
        }
    });
    live.on_catch_up(again);
}

#[component]
fn Facts(product: RwSignal<Product>) -> impl IntoView {
    let i18n = use_i18n();
    let facts = move || {
        let profile = product.with(|product| product.profile.clone());
        let rows = [
            ("field-code", profile.code),
            ("field-unit", profile.unit),
            ("field-price", profile.price.map(|price| i18n.money(price))),
            ("field-charge", Some(i18n.text(profile.charge.label(), &[]))),
            ("field-description", profile.description),
        ];
        let shown = rows.into_iter().filter_map(|(key, value)| Some((key, value?)));
        let pair = |(key, value): (&'static str, String)| {
            view! { <KeyValue label=Signal::derive(move || i18n.text(key, &[]))><bdi class="products__value">{value}</bdi></KeyValue> }
        };
        shown.map(pair).collect_view()
    };
    view! { <KeyValues>{facts}</KeyValues> }
}

/// What can be done to the product, and whether it is offered.
#[component]
fn Actions(product: RwSignal<Product>) -> impl IntoView {
    let (i18n, me) = (use_i18n(), use_me());
    let editing = RwSignal::new(false);
    let edit_locked = me.actor.require(Area::Settings, Can::Edit).err();
    let delete_locked = me.actor.require(Area::Settings, Can::Delete).err();
    let done = Callback::new(move |fresh: Product| {
        product.set(fresh);
        editing.set(false);
    });
    let (switch, delete) = (switching(product), deleting(product));
    let reason = move |error: &Option<Error>| error.as_ref().map(|error| i18n.render(&error.text()));
    let edit_reason = {
        let locked = edit_locked.clone();
        Signal::derive(move || reason(&locked))
    };
    let items = move || {
        let key = match product.with(|product| product.profile.is_active) {
            true => "product-deactivate",
            false => "product-activate",
        };
        let switch = MenuItem::run(i18n.text(key, &[]), move || switch.run(())).icon(IconName::Archive);
        let delete = MenuItem::run(i18n.text("product-delete", &[]), move || delete.run(()));
        vec![
            switch.disabled_because(reason(&edit_locked)),
            delete.icon(IconName::Trash).danger().disabled_because(reason(&delete_locked)),
        ]
    };
    view! {
        {move || (!product.with(|product| product.profile.is_active)).then(|| view! { <Badge text=ts!("product-inactive") /> })}
        <Button label=ts!("product-edit") icon=IconName::Pencil size=Size::Small disabled_because=edit_reason on_press=move |()| editing.set(true) />
        <Menu id="product-menu" label=ts!("product-actions") items=Signal::derive(items) align_end=true />
        <ProductDialog open=editing product=Signal::derive(move || Some(product.get())) done=done />
    }
}

/// Offers the product no more, or again.
fn switching(product: RwSignal<Product>) -> Callback<()> {
    let problems = use_problems();
    Callback::new(move |()| {
        let Product { id, profile: seen, .. } = product.get_untracked();
        let wanted = crate::Profile { is_active: !seen.is_active, ..seen.clone() };
        spawn_local(async move {
            match update_product(id, seen, wanted).await {
                Ok(fresh) => product.set(fresh),
                Err(error) => problems.report(error),
            }
        });
    })
}

/// Puts the product into the bin, with a way back in the toast.
fn deleting(product: RwSignal<Product>) -> Callback<()> {
    let (i18n, problems, toasts, navigate) = (use_i18n(), use_problems(), Toasts::here(), use_navigate());
    let restore = move |id: ProductId| {
        spawn_local(async move {
            if let Err(error) = restore_product(id).await {
                problems.report(error);
            }
        });
    };
    Callback::new(move |()| {
        let navigate = navigate.clone();
        let Product { id, profile, .. } = product.get_untracked();
        spawn_local(async move {
            match delete_product(id).await {
                Ok(()) => {
                    let toast =
                        Toast::neutral(i18n.text("product-deleted", &[("name", profile.name.into())]));
                    toasts.show(toast.action(i18n.text("record-undo", &[]), move || restore(id)));
                    navigate("/products", NavigateOptions::default());
                }
                Err(error) => problems.report(error),
            }
        });
    })
}
