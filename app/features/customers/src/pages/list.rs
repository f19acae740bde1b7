use kernel::{Area, Can, Cursor, Page, RecordKind, Result, t, ts, use_i18n, use_live, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::query_signal_with_options;
use staff::pages::LoadProblem;
use ui::{
    Badge, Card, EmptyState, Field, IconName, InputKind, LinkButton, LoadMore, PageTitle, Skeleton,
    SkeletonShape, Table, TextInput, Tone,
};

use super::typed::path_of;
use crate::{CustomerRow, list_customers};

/// All customers that the person may see, by name; what is searched for stands in the address.
#[component]
pub(super) fn CustomerListPage() -> impl IntoView {
    let me = use_me();
    let replace = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
    let (words, set_words) = query_signal_with_options::<String>("q", replace);
    let first = Resource::new(move || words.get().unwrap_or_default(), |words| list_customers(words, None));
    let may_create = me.actor.has(Area::Customers, Can::Create);
    view! {
        <PageTitle text=kernel::ts!("customer-title") />
        <div class="customers">
            <header class="customers__head">
                <h1 class="customers__title">{t!("customer-title")}</h1>
                <Search words=words set_words=set_words />
                {may_create
                    .then(|| {
                        view! { <LinkButton label=ts!("customer-new") href="/customers/new" tone=Tone::Primary icon=IconName::Plus /> }
                    })}
            </header>
            <Transition fallback=move || view! { <Skeleton label=ts!("customer-loading") shape=SkeletonShape::Rows count=6 /> }>
                {move || Suspend::new(async move {
                    match first.await {
                        Ok(page) => view! { <CustomerTable first=page words=words /> }.into_any(),
                        Err(error) => view! { <LoadProblem error=error /> }.into_any(),
                    }
                })}
            </Transition>
        </div>
    }
}

#[component]
fn Search(words: Memo<Option<String>>, set_words: SignalSetter<Option<String>>) -> impl IntoView {
    let typed = RwSignal::new(words.get_untracked().unwrap_or_default());
    // Going back and forth changes the address; the field follows.
    Effect::new(move |_| typed.set(words.get().unwrap_or_default()));
    let search = move |text: String| {
        let text = text.trim().to_owned();
        set_words.set((!text.is_empty()).then_some(text));
    };
    let placeholder = ts!("customer-search-hint");
    view! {
        <search class="customers__search">
            <form method="get" action="/customers" on:submit=move |event| event.prevent_default()>
                <Field label=ts!("customer-search") name="q" label_hidden=true>
                    <TextInput
                        name="q"
                        kind=InputKind::Search
                        icon=IconName::Search
                        value=typed
                        placeholder=Signal::derive(move || Some(placeholder.get()))
                        autocomplete="off"
                        on_input=search
                    />
                </Field>
            </form>
        </search>
    }
}

#[component]
fn CustomerTable(first: Page<CustomerRow>, words: Memo<Option<String>>) -> impl IntoView {
    let (i18n, problems) = (use_i18n(), use_problems());
    let (rows, next) = (RwSignal::new(first.items), RwSignal::new(first.next_cursor));
    let busy = RwSignal::new(false);
    follow(words, rows, next);
    let more = move |()| {
        let Some(cursor) = next.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        spawn_local(async move {
            match ask(words, cursor).await {
                Ok(page) => {
                    rows.update(|rows| rows.extend(page.items));
                    next.set(page.next_cursor);
                }
                Err(error) => problems.report(error),
            }
            busy.set(false);
        });
    };
    let summary = move || i18n.text("customer-shown", &[("count", rows.with(Vec::len).into())]);
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty()) fallback=move || view! { <Empty words=words /> }>
            <Card flush=true>
                <Table caption=ts!("customer-title")>
                    <thead>
                        <tr>
                            <th scope="col">{t!("field-name")}</th>
                            <th scope="col">{t!("field-kind")}</th>
                            <th scope="col">{t!("customer-contact")}</th>
                            <th scope="col">{t!("field-manager")}</th>
                            <th scope="col">{t!("field-email")}</th>
                            <th scope="col">{t!("field-phone")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || rows.get() key=CustomerRow::clone let:row>
                            <CustomerLine row=row />
                        </For>
                    </tbody>
                </Table>
            </Card>
            <LoadMore
                label=ts!("customer-more")
                summary=Signal::derive(summary)
                busy=busy
                has_more=Signal::derive(move || next.with(Option::is_some))
                on_press=more
            />
        </Show>
    }
}

/// Keeps the rows as others leave them, as far down as they are loaded. While one answer is awaited, further events
/// make for one more question, not for many.
fn follow(words: Memo<Option<String>>, rows: RwSignal<Vec<CustomerRow>>, next: RwSignal<Option<Cursor>>) {
    let (asking, again) = (StoredValue::new(false), StoredValue::new(false));
    let refresh = move || {
        if asking.get_value() {
            return again.set_value(true);
        }
        asking.set_value(true);
        spawn_local(async move {
            loop {
                again.set_value(false);
                if let Ok(page) = ask_down_to(words, rows.with_untracked(Vec::len)).await {
                    rows.set(page.items);
                    next.set(page.next_cursor);
                }
                if again.try_get_value() != Some(true) {
                    break;
                }
            }
            asking.set_value(false);
        });
    };
    let live = use_live();
    live.on_event(move |event| {
        if event.record.kind == RecordKind::Customer && !event.kind.starts_with("note.") {
            refresh();
        }
    });
    live.on_catch_up(refresh);
}

async fn ask_down_to(words: Memo<Option<String>>, count: usize) -> Result<Page<CustomerRow>> {
    let words = words.get_untracked().unwrap_or_default();
    let mut page = list_customers(words.clone(), None).await?;
    while let (true, Some(cursor)) = (page.items.len() < count, page.next_cursor.clone()) {
        let more = list_customers(words.clone(), Some(cursor)).await?;
        page.items.extend(more.items);
        page.next_cursor = more.next_cursor;
    }
    Ok(page)
}

async fn ask(words: Memo<Option<String>>, after: Cursor) -> Result<Page<CustomerRow>> {
    list_customers(words.get_untracked().unwrap_or_default(), Some(after)).await
}

#[component]
fn CustomerLine(row: CustomerRow) -> impl IntoView {
    let i18n = use_i18n();
    let CustomerRow { id, kind, name, email, phone, is_active, contact, manager, .. } = row;
    let label = move |key: &'static str| move || i18n.text(key, &[]);
    view! {
        <tr>
            <td class="table__cell--main">
                <a class="customers__link" href=path_of(id)><bdi>{name}</bdi></a>
                {(!is_active).then(|| view! { " " <Badge text=ts!("customer-inactive") /> })}
            </td>
            <td data-label=label("field-kind")>{label(kind.label())}</td>
            <td data-label=label("customer-contact")><bdi>{contact}</bdi></td>
            <td data-label=label("field-manager")><bdi>{manager}</bdi></td>
            <td data-label=label("field-email")>
                {email.map(|email| view! { <a class="customers__mail" href=format!("mailto:{email}")><bdi>{email.clone()}</bdi></a> })}
            </td>
            <td data-label=label("field-phone")>
                {phone.map(|phone| view! { <a class="customers__phone" href=format!("tel:{}", phone.replace(' ', ""))><bdi dir="ltr">{phone.clone()}</bdi></a> })}
            </td>
        </tr>
    }
}

#[component]
fn Empty(words: Memo<Option<String>>) -> impl IntoView {
    match words.get_untracked() {
        Some(words) => {
            view! { <EmptyState icon=IconName::Search title=ts!("customer-none-found", words = words.clone()) /> }.into_any()
        }
        None => {
            let text = ts!("customer-none-text");
            let text = Signal::derive(move || Some(text.get()));
            view! { <EmptyState icon=IconName::Customers title=ts!("customer-none") text=text /> }.into_any()
        }
    }
}
