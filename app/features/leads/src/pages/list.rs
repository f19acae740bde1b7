//! The list of leads: the same leads and filters as the board, in rows.

use std::sync::Arc;

use exports::ExportButton;
use fields::{Asked, FieldKey, FilterBar, FilterChips, Total};
use kernel::{Area, Can, Error, I18n, RecordKind, Result, t, ts, use_i18n, use_me};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::params::ParamsMap;
use runs::Picked;
use ui::{IconName, Menu, MenuItem, PageTitle, Skeleton, SkeletonShape};
use views::{Layout, Look, ViewBar, Views, list_views};

use super::address;
use super::board::{Failed, NewButtons};
use super::dialogs::RuleDialogs;
use super::filter_bar::filtering;
use super::rules::Rules;
use super::saved;
use super::view_switch::ViewSwitch;
use crate::api::{count_leads, get_dictionaries, list_leads};
use crate::{Dictionaries, LeadList, ListQuery};

mod bulk;
mod cell;
mod chosen;
mod column_dialog;
mod columns;
mod rows;
mod sorting;
mod table;
mod tags;

use bulk::Bulk;
use chosen::ChosenColumns;
pub(super) use columns::ListColumn;
use rows::{First, Rows};
use table::LeadTable;

/// `/leads`.
#[component]
pub fn ListPage() -> impl IntoView {
    let params = use_query_map();
    let views = RwSignal::new(Views::default());
    let query = Memo::new(move |_| saved::list_query(&params.read(), &views.read()));
    let kept = Resource::new_blocking(|| (), |()| list_views(RecordKind::Lead));
    let asked = move || {
        // Read before it is waited: the page may be left meanwhile.
        let (params, kept) = (params.get_untracked(), kept.into_future());
        async move { saved::list_query(&params, &kept.await.unwrap_or_default()) }
    };
    let list = Resource::new_blocking(
        || (),
        move |()| {
            let asked = asked();
            async move { list_leads(asked.await).await }
        },
    );
    let count = Resource::new_blocking(
        || (),
        move |()| {
            let asked = asked();
            async move { count_leads(asked.await.filter).await }
        },
    );
    let words = Resource::new_blocking(|| (), |()| get_dictionaries());
    Rules::provide();
    let retry = Callback::new(move |()| {
        list.refetch();
        count.refetch();
        words.refetch();
    });
    view! {
        <PageTitle text=ts!("list-title") />
        <div class="lead-list">
            <h1 class="visually-hidden">{t!("list-title")}</h1>
            <Suspense fallback=|| view! { <Skeleton label=ts!("board-loading") shape=SkeletonShape::Rows count=12 /> }>
                {move || Suspend::new(async move {
                    views.set(kept.await.unwrap_or_default());
                    let first = list.await.map(|list| (list, None)).or_else(unread);
                    let count = count.await.ok();
                    match (first, words.await) {
                        (Ok((list, problem)), Ok(words)) => {
                            let rows = Rows::new(query, First { list, count, problem });
                            view! { <ListContent params=params views=views query=query rows=rows words=Arc::new(words) /> }.into_any()
                        }
                        (Err(error), _) | (_, Err(error)) => view! { <Failed error=error retry=retry /> }.into_any(),
                    }
                })}
            </Suspense>
            <RuleDialogs />
        </div>
    }
}

/// A filter or an order that is not understood means no lead, never all of them; the rest of the page is there to mend it.
fn unread(error: Error) -> Result<(LeadList, Option<Error>)> {
    if !matches!(error, Error::Invalid(_)) {
        return Err(error);
    }
    kernel::answer_with(&error);
    Ok((LeadList::default(), Some(error)))
}

/// Other pages of leads.
fn elsewhere(i18n: I18n, deletes: bool) -> Vec<MenuItem> {
    let item = |key, href: &str| MenuItem::link(i18n.text(key, &[]), href);
    let bin = deletes.then(|| item("lead-bin", "/leads/bin").icon(IconName::Trash));
    let duplicates = item("lead-duplicates", "/leads/duplicates").icon(IconName::Copy);
    std::iter::once(duplicates).chain(bin).collect()
}

#[component]
fn ListContent(
    params: Memo<ParamsMap>,
    views: RwSignal<Views>,
    query: Memo<ListQuery>,
    rows: Rows,
    words: Arc<Dictionaries>,
) -> impl IntoView {
    let navigate = use_navigate();
    let go = Callback::new(move |query: ListQuery| {
        let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        navigate(&address::list(&query), options);
    });
    let filter = Signal::derive(move || query.with(|query| query.filter.clone()));
    let apply = Callback::new(move |filter: Asked| go.run(ListQuery { filter, ..query.get_untracked() }));
    let filtering = filtering(filter, apply, Signal::stored(words.clone()));
    let columns = ChosenColumns::new(words.clone(), query, go);
    // A list is saved with the columns that it has.
    let fill = Callback::new(move |look: Look| Look { columns: columns.words(), ..look });
    let viewing = saved::viewing(params, views, Layout::List, fill);
    let total = Signal::derive(move || match rows.count.get() {
        Some(Total::Exactly(count)) => (count, true),
        Some(Total::AtLeast(count)) => (count, false),
        None => (rows.items.with(Vec::len) as i64, !rows.has_more.get()),
    });
    let me = use_me();
    let (deletes, exports) = (me.actor.has(Area::Leads, Can::Delete), me.actor.has(Area::Leads, Can::Export));
    let listed = Signal::derive(move || {
        query.with(|query| {
            address::list_params(&ListQuery { view: None, columns: Vec::new(), ..query.clone() })
        })
    });
    let shown = Signal::derive(move || {
        let chosen = columns.get().into_iter().map(|column| column.key);
        std::iter::once(FieldKey::own("name")).chain(chosen).collect::<Vec<_>>()
    });
    // Marked rows go out alone; without marks, all that the list shows, but those that were unticked.
    let marked = Signal::derive(move || rows.marks.picked.with(Picked::named));
    let unticked = Signal::derive(move || rows.marks.picked.with(Picked::left_out));
    let i18n = use_i18n();
    let more = Signal::derive(move || elsewhere(i18n, deletes));
    view! {
        <ViewBar viewing=viewing all_label=ts!("lead-view-usual") />
        <div class="lead-toolbar">
            <FilterBar filtering=filtering search_label=ts!("filter-search") />
            <column_dialog::ColumnButton columns=columns />
            {exports.then(|| view! { <ExportButton kind="leads" address=listed shown=shown ids=marked except=unticked /> })}
            <div class="lead-toolbar__end">
                <ViewSwitch filter=filter layout=Layout::List />
                <Menu id="list-more" label=ts!("lead-more") items=more align_end=true offered=true />
                <NewButtons />
            </div>
        </div>
        <FilterChips filtering=filtering />
        <LeadTable rows=rows columns=columns words=words.clone() />
        <Bulk marks=rows.marks filter=filter total=total words=words />
    }
}
