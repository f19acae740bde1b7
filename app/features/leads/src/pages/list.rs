//! The list of leads: the same leads and filters as the board, in rows.

use std::sync::Arc;

use exports::ExportButton;
use fields::{Asked, FieldKey, FilterBar, FilterChips, Total};
use kernel::{Area, Can, Error, I18n, Result, t, ts, use_i18n, use_me};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use runs::Picked;
use ui::{IconName, Menu, MenuItem, PageTitle, Skeleton, SkeletonShape};
use views::{Layout, Look, ViewBar};

use super::LeadRoute;
use super::address;
use super::board::{Failed, NewButtons};
use super::dialogs::RuleDialogs;
use super::filter_bar::filtering;
use super::frame::Frame;
use super::rules::Rules;
use super::saved;
use super::view_switch::ViewSwitch;
use crate::api::{count_leads, list_leads};
use crate::{Dictionaries, LeadList, ListQuery};

mod bulk;
mod cell;
mod chosen;
mod column_dialog;
mod columns;
mod groups;
mod rows;
mod sorting;
mod table;
mod tags;

use bulk::Bulk;
use chosen::ChosenColumns;
pub(super) use columns::ListColumn;
use groups::{Counts, GroupedTable, Grouping, asked_groups, count_all};
use rows::{First, Rows};
use table::LeadTable;

/// `/leads`.
#[component]
pub fn ListPage() -> impl IntoView {
    LeadRoute.fetch_soon();
    let frame = Frame::new();
    let (query, words) = (frame.query(saved::list_query), frame.words);
    let asked = move || frame.asked(saved::list_query);
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
    let i18n = use_i18n();
    let counts = Resource::new_blocking(
        || (),
        move |()| {
            let (asked, words) = (asked(), words.into_future());
            async move {
                let (query, words) = (asked.await, words.await?);
                let groups = asked_groups(i18n, &query, &words);
                count_all(query, groups).await
            }
        },
    );
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
                    frame.ready().await;
                    let first = list.await.map(|list| (list, None)).or_else(unread);
                    let (count, counts) = (count.await.ok(), counts.await.unwrap_or_default());
                    match (first, words.await) {
                        (Ok((list, problem)), Ok(words)) => {
                            let rows = Rows::new(query, First { list, count, problem });
                            view! { <ListContent frame=frame query=query rows=rows counts=counts words=Arc::new(words) /> }.into_any()
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
    frame: Frame,
    query: Memo<ListQuery>,
    rows: Rows,
    counts: Counts,
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
    let columns = ChosenColumns::new(words.clone(), frame.views, query, go);
    // A list is saved with the columns that it has.
    let fill = Callback::new(move |look: Look| Look { columns: columns.words(), ..look });
    let viewing = saved::viewing(frame, Layout::List, fill);
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
    let grouping = Grouping::new(query, go, words.clone(), counts);
    // Without a lead there is one thing to say, not one for each group.
    let has_some = move || rows.problem.with(Option::is_none) && rows.count.get() != Some(Total::Exactly(0));
    let is_grouped = Memo::new(move |_| grouping.is_on() && has_some());
    let of_table = words.clone();
    let table = move || match is_grouped.get() {
        true => view! { <GroupedTable rows=rows grouping=grouping columns=columns words=of_table.clone() /> }
            .into_any(),
        false => view! { <LeadTable rows=rows columns=columns words=of_table.clone() /> }.into_any(),
    };
    let i18n = use_i18n();
    let more = Signal::derive(move || elsewhere(i18n, deletes));
    view! {
        <ViewBar viewing=viewing all_label=ts!("lead-view-usual") />
        <div class="lead-toolbar">
            <FilterBar filtering=filtering search_label=ts!("filter-search") />
            <column_dialog::ColumnButton columns=columns grouping=grouping />
            {exports.then(|| view! { <ExportButton kind="leads" address=listed shown=shown ids=marked except=unticked /> })}
            <div class="lead-toolbar__end">
                <ViewSwitch viewing=viewing />
                <Menu id="list-more" label=ts!("lead-more") items=more align_end=true offered=true />
                <NewButtons />
            </div>
        </div>
        <FilterChips filtering=filtering />
        {table}
        <Bulk marks=rows.marks filter=filter total=total words=words />
    }
}
