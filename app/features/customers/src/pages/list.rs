//! The directory: all customers that the person may see, in rows; what is searched and filtered for stands in the address.

use std::sync::Arc;

use exports::ExportButton;
use fields::{Check, FilterBar, FilterChips, Node, Quick, StaffCheck};
use kernel::{Area, Can, I18n, RecordKind, t, ts, use_i18n, use_me};
use leptos::prelude::*;
use lists::{
    Bulk, BulkWords, CardLook, ColumnButton, Frame, Laid, Loading, LookSwitch, Opening, Sheet, Shown,
    filtering,
};
use staff::pages::{way_on, who_helps};
use ui::{EmptyState, IconName, LinkButton, Menu, MenuItem, PageTitle, Size, Skeleton, SkeletonShape, Tone};
use views::ViewBar;

use super::words::vocabulary;
use crate::{Dictionaries, get_customer_dictionaries};

mod kind;

use kind::{CUSTOMERS, Customers, MANY};

/// `/customers`.
#[component]
pub(super) fn CustomerListPage() -> impl IntoView {
    let frame: Frame<Dictionaries> =
        Frame::new(RecordKind::Customer, || Box::pin(get_customer_dictionaries()));
    let loading = Loading::<Customers>::new(frame, |params, views| {
        lists::saved::list_query(lists::saved::open_list(&CUSTOMERS, params, views), views)
    });
    let retry = Callback::new(move |()| loading.again());
    view! {
        <PageTitle text=ts!("customer-title") />
        <div class="list">
            <h1 class="visually-hidden">{t!("customer-title")}</h1>
            <Suspense fallback=|| view! { <Skeleton label=ts!("customer-loading") shape=SkeletonShape::Rows count=12 /> }>
                {move || Suspend::new(async move {
                    match loading.ready().await {
                        Ok(opening) => view! { <Content frame=frame loading=loading opening=opening /> }.into_any(),
                        Err(error) => failed(error, retry),
                    }
                })}
            </Suspense>
        </div>
    }
}

/// The page could not be fetched: why, who can help, and the way on.
fn failed(error: kernel::Error, retry: Callback<()>) -> AnyView {
    kernel::answer_with(&error);
    let i18n = use_i18n();
    let (help, way) = (who_helps(&error), way_on(&error, Some(retry), Size::default()));
    let text = Signal::derive(move || i18n.render(&error.text()));
    view! { <EmptyState icon=IconName::Warning title=text text=help>{way}</EmptyState> }.into_any()
}

#[component]
fn Content(
    frame: Frame<Dictionaries>,
    loading: Loading<Customers>,
    opening: Opening<Customers>,
) -> impl IntoView {
    let (i18n, me, look) = (use_i18n(), use_me(), CardLook::of(&CUSTOMERS));
    let sheet = Sheet::new(loading, opening);
    let (filter, words) = (sheet.filter(), sheet.words.get_value());
    let filtering = filtering(filter, sheet.apply(), Signal::stored(words.clone()), often());
    let viewing = frame.viewing(
        |params, views| lists::saved::open_list(&CUSTOMERS, params, views),
        |opened, views| lists::saved::list_href(&CUSTOMERS, opened, views),
        sheet.fill(),
    );
    let may = |can| me.actor.has(Area::Customers, can);
    let (creates, deletes, exports) = (may(Can::Create), may(Can::Delete), may(Can::Export));
    let Shown { address, fields, marked, unticked } = sheet.shown();
    let imports = may(Can::Import);
    let more = Signal::derive(move || elsewhere(i18n, deletes, imports));
    let many = BulkWords {
        vocabulary: Arc::new(vocabulary(i18n, &words)),
        added: words.fields.clone(),
        staff: words.staff.clone(),
    };
    view! {
        <ViewBar viewing=viewing all_label=ts!("customer-view-usual") />
        <div class="list-toolbar">
            <FilterBar filtering=filtering search_label=ts!("customer-search") />
            <ColumnButton columns=sheet.columns grouping=sheet.grouping />
            {exports.then(|| view! { <ExportButton kind="customers" address=address shown=fields ids=marked except=unticked /> })}
            <div class="list-toolbar__end">
                <LookSwitch look=look />
                <Menu id="list-more" label=ts!("customer-actions") items=more align_end=true offered=true />
                {creates
                    .then(|| {
                        view! { <LinkButton label=ts!("customer-new") href="/customers/new" tone=Tone::Primary icon=IconName::Plus /> }
                    })}
            </div>
        </div>
        <FilterChips filtering=filtering />
        {sheet.index("initial", ts!("customer-index"))}
        <Laid look=look>{sheet.table()}</Laid>
        <Bulk fields=&MANY marks=sheet.rows.state.marks filter=filter total=sheet.total() words=many />
    }
}

/// What is asked often: one's own, those that one serves, and those with whom there is business.
fn often() -> Vec<Quick> {
    let me = |key| Node::test(key, Check::Staff(StaffCheck::Me));
    vec![
        Quick { label: "filter-mine", node: me("manager_id") },
        Quick { label: "customer-served", node: me("service_manager_id") },
        Quick { label: "customer-in-business", node: Node::test("is_active", Check::Flag(true)) },
    ]
}

/// Other pages of customers.
fn elsewhere(i18n: I18n, deletes: bool, imports: bool) -> Vec<MenuItem> {
    let item = |key, href: &str| MenuItem::link(i18n.text(key, &[]), href);
    let bin = deletes.then(|| item("customer-bin", "/customers/bin").icon(IconName::Trash));
    let pairs = item("customer-duplicates", "/customers/duplicates").icon(IconName::Copy);
    let import = imports.then(|| {
        item("customer-import", "/imports/new?kind=customers").icon(IconName::Import).starts_group()
    });
    let leaving = (imports && deletes).then(|| {
        item("customer-delete-by-file", "/imports/new?kind=customers-deletion").icon(IconName::Trash).danger()
    });
    std::iter::once(pairs).chain(bin).chain(import).chain(leaving).collect()
}
