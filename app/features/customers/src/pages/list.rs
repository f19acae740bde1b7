use std::collections::HashMap;
use std::sync::Arc;

use fields::{
    Asked, Check, FieldType, FilterBar, FilterChips, Filtering, Node, Quick, StaffCheck, encode, shown_value,
};
use kernel::{
    Area, Can, Cursor, I18n, RecordKind, Result, StaffId, t, ts, use_i18n, use_live, use_me, use_problems,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::params::ParamsMap;
use records::PictureRef;
use staff::pages::LoadProblem;
use ui::{
    Avatar, AvatarSize, Badge, Card, EmptyState, IconName, LinkButton, LoadMore, Menu, MenuItem, PageTitle,
    Skeleton, SkeletonShape, Table, Tone,
};

use super::words::vocabulary;
use crate::{Customer, Dictionaries, Directory, get_customer_dictionaries, list_customers};

/// All customers that the person may see, by name; what is searched and filtered for stands in the address.
#[component]
pub(super) fn CustomerListPage() -> impl IntoView {
    let params = use_query_map();
    let asked = Memo::new(move |_| params.with(of_address));
    let first =
        Resource::new_blocking(move || asked.get(), |asked| list_customers(asked, String::new(), None));
    let words = Resource::new_blocking(|| (), |()| get_customer_dictionaries());
    let me = use_me();
    let (may_create, deletes) =
        (me.actor.has(Area::Customers, Can::Create), me.actor.has(Area::Customers, Can::Delete));
    let i18n = use_i18n();
    let more = Signal::derive(move || elsewhere(i18n, deletes));
    view! {
        <PageTitle text=kernel::ts!("customer-title") />
        <div class="customers">
            <header class="customers__head">
                <h1 class="customers__title">{t!("customer-title")}</h1>
                {may_create
                    .then(|| {
                        view! { <LinkButton label=ts!("customer-new") href="/customers/new" tone=Tone::Primary icon=IconName::Plus /> }
                    })}
                <Menu id="customers-more" label=ts!("customer-actions") items=more align_end=true offered=true />
            </header>
            <Transition fallback=move || view! { <Skeleton label=ts!("customer-loading") shape=SkeletonShape::Rows count=6 /> }>
                {move || Suspend::new(async move {
                    match words.await {
                        Ok(words) => view! { <Content words=Arc::new(words) asked=asked first=first /> }.into_any(),
                        Err(error) => view! { <LoadProblem error=error /> }.into_any(),
                    }
                })}
            </Transition>
        </div>
    }
}

/// The words and conditions of an address.
fn of_address(params: &ParamsMap) -> Asked {
    let f = params.get_all("f").unwrap_or_default();
    Asked {
        q: params.get("q").unwrap_or_default(),
        f: f.into_iter().filter(|text| !text.is_empty()).collect(),
    }
}

/// The filter and the rows under it.
#[component]
fn Content(
    words: Arc<Dictionaries>,
    asked: Memo<Asked>,
    first: Resource<Result<Directory>>,
) -> impl IntoView {
    let (i18n, navigate) = (use_i18n(), use_navigate());
    let apply = Callback::new(move |asked: Asked| {
        let params = encode(asked.to_params().into_iter());
        let path = if params.is_empty() { "/customers".to_owned() } else { format!("/customers?{params}") };
        let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        navigate(&path, options);
    });
    let filtering = Filtering::new(
        asked.into(),
        apply,
        Signal::stored(Arc::new(words.catalogue.clone())),
        Signal::stored(vocabulary(i18n, &words)),
        Signal::stored(often()),
        use_me().organisation.currency,
    );
    let names: HashMap<StaffId, String> = words.staff.iter().map(|one| (one.id, one.name.clone())).collect();
    view! {
        <div class="lead-toolbar">
            <FilterBar filtering=filtering search_label=ts!("customer-search") />
        </div>
        <FilterChips filtering=filtering />
        <Transition fallback=|| ()>
            {move || {
                let names = names.clone();
                Suspend::new(async move {
                    match first.await {
                        Ok(page) => view! { <CustomerTable first=page asked=asked names=names /> }.into_any(),
                        Err(error) => {
                            kernel::answer_with(&error);
                            view! { <LoadProblem error=error /> }.into_any()
                        }
                    }
                })
            }}
        </Transition>
    }
}

/// What is asked often: one's own, and those that nobody looks after.
fn often() -> Vec<Quick> {
    vec![
        Quick { label: "filter-mine", node: Node::test("manager_id", Check::Staff(StaffCheck::Me)) },
        Quick {
            label: "customer-served",
            node: Node::test("service_manager_id", Check::Staff(StaffCheck::Me)),
        },
        Quick { label: "customer-in-business", node: Node::test("is_active", Check::Flag(true)) },
    ]
}

/// Other pages of customers.
fn elsewhere(i18n: I18n, deletes: bool) -> Vec<MenuItem> {
    let item = |key, href: &str| MenuItem::link(i18n.text(key, &[]), href);
    let bin = deletes.then(|| item("customer-bin", "/customers/bin").icon(IconName::Trash));
    let pairs = item("customer-duplicates", "/customers/duplicates").icon(IconName::Copy);
    std::iter::once(pairs).chain(bin).collect()
}

#[component]
fn CustomerTable(first: Directory, asked: Memo<Asked>, names: HashMap<StaffId, String>) -> impl IntoView {
    let names = StoredValue::new(names);
    let name_of =
        move |id: Option<StaffId>| names.with_value(|names| id.and_then(|id| names.get(&id).cloned()));
    let (i18n, problems) = (use_i18n(), use_problems());
    let (rows, next) = (RwSignal::new(first.items), RwSignal::new(first.next_cursor));
    let busy = RwSignal::new(false);
    follow(asked, rows, next);
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
    let summary = move || i18n.text("customer-shown", &[("count", rows.with(Vec::len).into())]);
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty()) fallback=move || view! { <Empty asked=asked /> }>
            <Card flush=true>
                <Table caption=ts!("customer-title")>
                    <thead>
                        <tr>
                            <th scope="col">{t!("field-name")}</th>
                            <th scope="col">{t!("field-kind")}</th>
                            <th scope="col">{t!("customer-contact")}</th>
                            <th scope="col">{t!("field-manager_id")}</th>
                            <th scope="col">{t!("field-email")}</th>
                            <th scope="col">{t!("field-phone")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || rows.get() key=|row| (row.id, row.version, row.contact.clone(), row.picture) let:row>
                            <CustomerLine manager=name_of(row.profile.manager_id) row=row />
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
fn follow(asked: Memo<Asked>, rows: RwSignal<Vec<Customer>>, next: RwSignal<Option<Cursor>>) {
    let (asking, again) = (StoredValue::new(false), StoredValue::new(false));
    let refresh = move || {
        if asking.get_value() {
            return again.set_value(true);
        }
        asking.set_value(true);
        spawn_local(async move {
            loop {
                again.set_value(false);
                if let Ok(page) = ask_down_to(asked, rows.with_untracked(Vec::len)).await {
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

async fn ask_down_to(asked: Memo<Asked>, count: usize) -> Result<Directory> {
    let mut page = list_customers(asked.get_untracked(), String::new(), None).await?;
    while let (true, Some(cursor)) = (page.items.len() < count, page.next_cursor.clone()) {
        let more = ask(asked, cursor).await?;
        page.items.extend(more.items);
        page.next_cursor = more.next_cursor;
    }
    Ok(page)
}

async fn ask(asked: Memo<Asked>, after: Cursor) -> Result<Directory> {
    list_customers(asked.get_untracked(), String::new(), Some(after)).await
}

#[component]
fn CustomerLine(row: Customer, manager: Option<String>) -> impl IntoView {
    let i18n = use_i18n();
    let (href, contact, profile) = (row.path(), row.contact, row.profile);
    let (seed, image) = (format!("customer-{}", row.id), row.picture.map(PictureRef::small_path));
    let (kind, is_active, name) = (profile.kind, profile.is_active, profile.name);
    let label = move |key: &'static str| move || i18n.text(key, &[]);
    view! {
        <tr>
            <td class="table__cell--main">
                <span class="customers__named">
                    <Avatar name=name.clone() seed=seed image=Signal::stored(image) size=AvatarSize::Small name_shown_beside=true />
                    <a class="customers__link" href=href><bdi>{name}</bdi></a>
                </span>
                {(!is_active).then(|| view! { " " <Badge text=ts!("customer-inactive") /> })}
            </td>
            <td data-label=label("field-kind")>{label(kind.label())}</td>
            <td data-label=label("customer-contact")><bdi>{contact}</bdi></td>
            <td data-label=label("field-manager_id")><bdi>{manager}</bdi></td>
            <td data-label=label("field-email")>
                {profile.email.map(|email| shown_value(FieldType::Email, email))}
            </td>
            <td data-label=label("field-phone")>
                {profile.phone.map(|phone| shown_value(FieldType::Phone, phone))}
            </td>
        </tr>
    }
}

#[component]
fn Empty(asked: Memo<Asked>) -> impl IntoView {
    match asked.with_untracked(Asked::is_empty) {
        false => view! {
            <EmptyState icon=IconName::Search title=ts!("board-nothing-matches") text=ts!("board-nothing-matches-text")>
                <LinkButton label=ts!("filter-clear") href="/customers" />
            </EmptyState>
        }
        .into_any(),
        true => {
            let text = ts!("customer-none-text");
            let text = Signal::derive(move || Some(text.get()));
            view! { <EmptyState icon=IconName::Customers title=ts!("customer-none") text=text /> }.into_any()
        }
    }
}
