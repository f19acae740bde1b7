use kernel::{Area, Can, Cursor, Page, RecordKind, Result, t, ts, use_i18n, use_live, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::query_signal_with_options;
use records::Bin;
use staff::pages::{LoadProblem, SettingsLayout};
use ui::{
    Badge, Button, Card, Checkbox, EmptyState, Field, IconName, InputKind, LinkButton, LoadMore, Size,
    Skeleton, SkeletonShape, Table, TextInput, Tone,
};

use super::form::ProductDialog;
use crate::{Product, list_products};

/// `/products`: all that is sold, by name; what is searched for stands in the address.
#[component]
pub(super) fn ProductListPage() -> impl IntoView {
    let replace = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
    let (words, set_words) = query_signal_with_options::<String>("q", replace.clone());
    let (all, set_all) = query_signal_with_options::<bool>("all", replace);
    let asked = Memo::new(move |_| (words.get().unwrap_or_default(), all.get() == Some(true)));
    let first = Resource::new_blocking(move || asked.get(), |(words, all)| list_products(words, all, None));
    let again = Callback::new(move |()| first.refetch());
    follow(again);
    view! {
        <SettingsLayout title=ts!("product-title") lead=ts!("product-hint") actions=move || view! { <Actions again=again /> }>
            <div class="products">
                <Search words=words set_words=set_words all=all set_all=set_all />
                <Transition fallback=|| view! { <Skeleton label=ts!("product-loading") shape=SkeletonShape::Rows count=6 /> }>
                    {move || Suspend::new(async move {
                        match first.await {
                            Ok(page) => view! { <Products first=page asked=asked /> }.into_any(),
                            Err(error) => view! { <LoadProblem error=error on_again=again /> }.into_any(),
                        }
                    })}
                </Transition>
            </div>
        </SettingsLayout>
    }
}

/// Asks again when others change the catalogue.
fn follow(again: Callback<()>) {
    let live = use_live();
    live.on_event(move |event| {
        if event.record.kind == RecordKind::Product {
            again.run(());
        }
    });
    live.on_catch_up(move || again.run(()));
}

/// What can be done beside the title.
#[component]
fn Actions(again: Callback<()>) -> impl IntoView {
    let me = use_me();
    let adding = RwSignal::new(false);
    let (may_add, may_delete) =
        (me.actor.has(Area::Settings, Can::Create), me.actor.has(Area::Settings, Can::Delete));
    let done = Callback::new(move |_: Product| {
        adding.set(false);
        again.run(());
    });
    view! {
        {may_delete
            .then(|| view! { <LinkButton label=ts!("product-bin") href="/products/bin" icon=IconName::Trash size=Size::Small /> })}
        {may_add
            .then(|| {
                view! {
                    <Button label=ts!("product-add") icon=IconName::Plus size=Size::Small tone=Tone::Primary on_press=move |()| adding.set(true) />
                    <ProductDialog open=adding product=Signal::stored(None::<Product>) done=done />
                }
            })}
    }
}

#[component]
fn Search(
    words: Memo<Option<String>>,
    set_words: SignalSetter<Option<String>>,
    all: Memo<Option<bool>>,
    set_all: SignalSetter<Option<bool>>,
) -> impl IntoView {
    let typed = RwSignal::new(words.get_untracked().unwrap_or_default());
    let shown = RwSignal::new(all.get_untracked() == Some(true));
    // Going back and forth changes the address; the fields follow.
    Effect::new(move |_| typed.set(words.get().unwrap_or_default()));
    Effect::new(move |_| shown.set(all.get() == Some(true)));
    let search = move |text: String| {
        let text = text.trim().to_owned();
        set_words.set((!text.is_empty()).then_some(text));
    };
    let show = move |all: bool| set_all.set(all.then_some(true));
    view! {
        <search>
            <form class="products__search" method="get" action="/products" on:submit=move |event| event.prevent_default()>
                <Field label=ts!("product-search") name="q" label_hidden=true>
                    <TextInput name="q" kind=InputKind::Search icon=IconName::Search value=typed placeholder=ts!("product-search") autocomplete="off" on_input=search />
                </Field>
                <Checkbox label=ts!("product-all") name="all" checked=shown on_change=show />
            </form>
        </search>
    }
}

#[component]
fn Products(first: Page<Product>, asked: Memo<(String, bool)>) -> impl IntoView {
    let (i18n, problems) = (use_i18n(), use_problems());
    let (rows, next) = (RwSignal::new(first.items), RwSignal::new(first.next_cursor));
    let busy = RwSignal::new(false);
    let more = move |()| {
        let Some(cursor) = next.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        spawn_local(async move {
            match ask(asked, cursor).await {
                Ok(page) => {
                    rows.update(|rows| rows.extend(page.items));
                    next.set(page.next_cursor);
                }
                Err(error) => problems.report(error),
            }
            busy.set(false);
        });
    };
    let summary =
        Signal::derive(move || i18n.text("product-shown", &[("count", rows.with(Vec::len).into())]));
    let has_more = Signal::derive(move || next.with(Option::is_some));
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty()) fallback=move || view! { <Empty asked=asked /> }>
            <Card flush=true>
                <Table caption=ts!("product-title")>
                    <thead>
                        <tr>
                            <th scope="col">{t!("field-name")}</th>
                            <th scope="col">{t!("field-code")}</th>
                            <th scope="col">{t!("field-charge")}</th>
                            <th scope="col" class="table__cell--number">{t!("field-price")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || rows.get() key=|product| (product.id, product.version) let:product>
                            <Line product=product />
                        </For>
                    </tbody>
                </Table>
            </Card>
            <LoadMore label=ts!("product-more") summary=summary busy=busy has_more=has_more on_press=more />
        </Show>
    }
}

async fn ask(asked: Memo<(String, bool)>, after: Cursor) -> Result<Page<Product>> {
    let (words, all) = asked.get_untracked();
    list_products(words, all, Some(after)).await
}

#[component]
fn Line(product: Product) -> impl IntoView {
    let i18n = use_i18n();
    let profile = product.profile;
    let label = move |key: &'static str| move || i18n.text(key, &[]);
    let price = move || {
        let price = i18n.money(profile.price?);
        Some(match &profile.unit {
            Some(unit) => i18n.text("product-price-each", &[("price", price.into()), ("unit", unit.into())]),
            None => price,
        })
    };
    view! {
        <tr>
            <td class="table__cell--main">
                <a class="products__link" href=format!("/products/{}", product.id)><bdi>{profile.name}</bdi></a>
                {(!profile.is_active).then(|| view! { " " <Badge text=ts!("product-inactive") /> })}
            </td>
            <td data-label=label("field-code")><bdi>{profile.code}</bdi></td>
            <td data-label=label("field-charge")>{label(profile.charge.label())}</td>
            <td class="table__cell--number" data-label=label("field-price")><bdi>{price}</bdi></td>
        </tr>
    }
}

#[component]
fn Empty(asked: Memo<(String, bool)>) -> impl IntoView {
    let (words, _) = asked.get_untracked();
    match words.is_empty() {
        true => view! { <EmptyState icon=IconName::Tag title=ts!("product-none") text=ts!("product-none-text") /> }.into_any(),
        false => view! { <EmptyState icon=IconName::Search title=ts!("product-none-found", words = words.clone()) /> }.into_any(),
    }
}

/// `/products/bin`: products that were deleted and can be taken back.
#[component]
pub(super) fn ProductBinPage() -> impl IntoView {
    view! {
        <SettingsLayout title=ts!("product-bin")>
            <Bin kind=RecordKind::Product />
        </SettingsLayout>
    }
}
