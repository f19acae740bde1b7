//! The list of leads: the same leads and filters as the board, in rows.

use exports::ExportButton;
use fields::{FilterBar, FilterChips};
use kernel::{Area, Can, I18n, t, ts, use_i18n, use_me};
use leptos::prelude::*;
use lists::{ColumnButton, Loading, Opening, Sheet, Shown};
use ui::{IconName, Menu, MenuItem, PageTitle, Skeleton, SkeletonShape};
use views::{Layout, ViewBar};

use super::LeadRoute;
use super::board::{Failed, NewButtons};
use super::dialogs::RuleDialogs;
use super::filter_bar::filtering;
use super::frame::{Frame, frame};
use super::rules::Rules;
use super::saved;
use super::view_switch::ViewSwitch;

mod bulk;
mod cell;
mod kind;

use bulk::Bulk;
pub use kind::LEADS;
use kind::Leads;

/// `/leads`.
#[component]
pub fn ListPage() -> impl IntoView {
    LeadRoute.fetch_soon();
    let frame = frame();
    let loading = Loading::<Leads>::new(frame, saved::list_query);
    Rules::provide();
    let retry = Callback::new(move |()| loading.again());
    view! {
        <PageTitle text=ts!("list-title") />
        <div class="list">
            <h1 class="visually-hidden">{t!("list-title")}</h1>
            <Suspense fallback=|| view! { <Skeleton label=ts!("board-loading") shape=SkeletonShape::Rows count=12 /> }>
                {move || Suspend::new(async move {
                    match loading.ready().await {
                        Ok(opening) => view! { <Content frame=frame loading=loading opening=opening /> }.into_any(),
                        Err(error) => view! { <Failed error=error retry=retry /> }.into_any(),
                    }
                })}
            </Suspense>
            <RuleDialogs />
        </div>
    }
}

/// Other pages of leads.
fn elsewhere(i18n: I18n, deletes: bool) -> Vec<MenuItem> {
    let item = |key, href: &str| MenuItem::link(i18n.text(key, &[]), href);
    let bin = deletes.then(|| item("lead-bin", "/leads/bin").icon(IconName::Trash));
    let duplicates = item("lead-duplicates", "/leads/duplicates").icon(IconName::Copy);
    std::iter::once(duplicates).chain(bin).collect()
}

#[component]
fn Content(frame: Frame, loading: Loading<Leads>, opening: Opening<Leads>) -> impl IntoView {
    let sheet = Sheet::new(loading, opening);
    let (filter, words) = (sheet.filter(), sheet.words.get_value());
    let filtering = filtering(filter, sheet.apply(), Signal::stored(words.clone()));
    let viewing = saved::viewing(frame, Layout::List, sheet.fill());
    let (i18n, me) = (use_i18n(), use_me());
    let (deletes, exports) = (me.actor.has(Area::Leads, Can::Delete), me.actor.has(Area::Leads, Can::Export));
    let Shown { address, fields, marked, unticked } = sheet.shown();
    let more = Signal::derive(move || elsewhere(i18n, deletes));
    view! {
        <ViewBar viewing=viewing all_label=ts!("lead-view-usual") />
        <div class="list-toolbar">
            <FilterBar filtering=filtering search_label=ts!("filter-search") />
            <ColumnButton columns=sheet.columns grouping=sheet.grouping />
            {exports.then(|| view! { <ExportButton kind="leads" address=address shown=fields ids=marked except=unticked /> })}
            <div class="list-toolbar__end">
                <ViewSwitch viewing=viewing />
                <Menu id="list-more" label=ts!("lead-more") items=more align_end=true offered=true />
                <NewButtons />
            </div>
        </div>
        <FilterChips filtering=filtering />
        {sheet.table()}
        <Bulk marks=sheet.rows.state.marks filter=filter total=sheet.total() words=words />
    }
}
