//! The places of a customer: where they are, whom to turn to there, how one gets in.

mod dialog;
mod line;
mod place;

use fields::CustomField;
use kernel::{Cursor, ts, use_i18n, use_live, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use staff::pages::LoadProblem;
use ui::{Button, Card, EmptyState, IconName, LoadMore, Size, Skeleton, SkeletonShape, Tone};

use super::state::{CustomerState, titled};
use crate::{Customer, CustomerSites, Site, list_sites};
use dialog::{SiteDialog, Wanted};
use line::SiteLine;
pub(super) use place::SitePlace;

/// The sites of a customer by name, and the dialog in which one is added or changed.
#[component]
pub(super) fn SitesCard(state: CustomerState) -> impl IntoView {
    let (id, line) = state.customer.with_untracked(|customer| (customer.id, customer.timeline_id));
    let first = Resource::new_blocking(move || id, |id| list_sites(id, None));
    let again = Callback::new(move |()| first.refetch());
    let live = use_live();
    live.on_event(move |event| {
        // Who is turned to at a site may have another name by now.
        let is_meant = ["site.", "contact."].iter().any(|area| event.kind.starts_with(area));
        if is_meant && event.timeline_id == Some(line) {
            again.run(());
        }
    });
    live.on_catch_up(move || again.run(()));
    let (wanted, fields) = (RwSignal::new(None::<Wanted>), StoredValue::new(Vec::<CustomField>::new()));
    let may_edit = Customer::can_edit(&use_me().actor).is_ok();
    let actions = move || {
        may_edit.then(|| {
            view! { <Button label=ts!("site-add") icon=IconName::Plus size=Size::Small tone=Tone::Primary on_press=move |()| wanted.set(Some(Wanted::New)) /> }
        })
    };
    view! {
        <Card title=titled(ts!("site-title")) actions=actions>
            <Transition fallback=|| view! { <Skeleton label=ts!("site-loading") shape=SkeletonShape::Rows count=3 /> }>
                {move || Suspend::new(async move {
                    match first.await {
                        Ok(found) => view! { <SiteList state=state first=found fields=fields wanted=wanted again=again /> }.into_any(),
                        Err(error) => view! { <LoadProblem error=error on_again=again /> }.into_any(),
                    }
                })}
            </Transition>
        </Card>
        {may_edit.then(|| view! { <SiteDialog state=state wanted=wanted fields=fields done=again /> })}
    }
}

#[component]
fn SiteList(
    state: CustomerState,
    first: CustomerSites,
    fields: StoredValue<Vec<CustomField>>,
    wanted: RwSignal<Option<Wanted>>,
    again: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    fields.set_value(first.fields);
    let (sites, next) = (RwSignal::new(first.sites.items), RwSignal::new(first.sites.next_cursor));
    let busy = RwSignal::new(false);
    let more = fetching(state, sites, next, busy);
    let summary = Signal::derive(move || i18n.text("site-shown", &[("count", sites.with(Vec::len).into())]));
    let empty =
        || view! { <EmptyState icon=IconName::Pin title=ts!("site-none") text=ts!("site-none-text") /> };
    view! {
        <Show when=move || sites.with(|sites| !sites.is_empty()) fallback=empty>
            <ul class="customers__contacts" role="list" aria-label=move || i18n.text("site-title", &[])>
                <For each=move || sites.get() key=|site| (site.id, site.version, site.contact.clone()) let:site>
                    <SiteLine state=state site=site fields=fields wanted=wanted again=again />
                </For>
            </ul>
            <Show when=move || next.with(Option::is_some)>
                <LoadMore label=ts!("site-more") summary=summary busy=busy has_more=Signal::derive(move || next.with(Option::is_some)) on_press=more />
            </Show>
        </Show>
    }
}

/// Fetches the sites behind those that are shown.
fn fetching(
    state: CustomerState,
    sites: RwSignal<Vec<Site>>,
    next: RwSignal<Option<Cursor>>,
    busy: RwSignal<bool>,
) -> Callback<()> {
    let problems = use_problems();
    let id = state.customer.with_untracked(|customer| customer.id);
    Callback::new(move |()| {
        let Some(after) = next.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        spawn_local(async move {
            match list_sites(id, Some(after)).await {
                Ok(found) => {
                    // The list may have been left or read anew meanwhile.
                    let _left = sites.try_update(|sites| sites.extend(found.sites.items));
                    let _left = next.try_set(found.sites.next_cursor);
                }
                Err(error) => problems.report(error),
            }
            let _left = busy.try_set(false);
        });
    })
}
