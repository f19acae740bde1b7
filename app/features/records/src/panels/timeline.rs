use kernel::{Cursor, Day, Page, RecordKind, RecordRef, Result, TimelineId, t, ts, use_i18n, use_now};
use leptos::prelude::*;
use ui::{Button, EmptyState, IconName, LoadMore, Size, Skeleton, Tone};

use super::entry::EntryView;
use super::lines::{Line, lines};
use super::note::Composer;
use super::{Failed, changes_of};
use crate::{TimelineEntry, TimelineFilter, list_timeline};

/// So many entries come at first and with each press.
const STEP: usize = 30;

/// What happened to a record, newest first, with a place to write a note.
///
/// It stands on a page of its own or beside a board; it needs no more than 280 pixels.
#[component]
pub fn Timeline(
    /// Whose.
    record: RecordRef,
    /// The timeline that it has, to follow what happens there to others that share it.
    #[prop(optional)]
    timeline: Option<TimelineId>,
    /// The person may only look: there is no place to write.
    #[prop(optional, into)]
    locked: Signal<bool>,
    /// Set while there is text that was not saved, for a panel that can be closed around it.
    #[prop(optional)]
    unsaved: RwSignal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (filter, wanted) = (RwSignal::new(TimelineFilter::All), RwSignal::new(STEP));
    let changed = changes_of(record, timeline);
    // What is in the bin is not asked about: it stays as it was seen last.
    let count = Memo::new(move |seen: Option<&u32>| match seen {
        Some(seen) if locked.get() => *seen,
        _ => changed.get(),
    });
    let page = Resource::new(
        move || (filter.get(), wanted.get(), count.get()),
        move |(filter, wanted, _)| load(record, filter, wanted),
    );
    let again = Callback::new(move |()| changed.update(|count| *count += 1));
    let all_lines = move || {
        page.with(|page| match page {
            Some(Ok(page)) => lines(&page.items, record.kind, &i18n.zone()),
            _ => Vec::new(),
        })
    };
    let line = move |line: Line| match line {
        Line::Day(day, _) => view! { <DayLine day=day /> }.into_any(),
        Line::Seam(kind, _) => view! { <SeamLine kind=kind /> }.into_any(),
        Line::Entry(entry) => {
            view! { <EntryView record=record first=*entry page=page locked=locked again=again /> }.into_any()
        }
    };
    let failure = move || page.with(|page| page.as_ref().and_then(|page| page.as_ref().err().cloned()));
    let is_empty = move || page.with(|page| matches!(page, Some(Ok(page)) if page.items.is_empty()));
    view! {
        <div class="timeline">
            <Show when=move || !locked.get()>
                <Composer record=record unsaved=unsaved on_saved=again />
            </Show>
            <Filters filter=filter wanted=wanted />
            <Transition fallback=move || view! { <Skeleton label=ts!("record-loading") count=4 /> }>
                {move || failure().map(|error| view! { <Failed error=error on_again=again /> })}
                {move || is_empty().then(|| view! { <Empty filter=filter /> })}
                <ol class="timeline__list" role="list">
                    <For each=all_lines key=Line::key children=line />
                </ol>
                <More page=page wanted=wanted />
            </Transition>
        </div>
    }
}

/// The newest `wanted` entries, in as few requests as the server lets.
async fn load(record: RecordRef, filter: TimelineFilter, wanted: usize) -> Result<Page<TimelineEntry>> {
    let mut items = Vec::new();
    let mut cursor: Option<Cursor> = None;
    loop {
        let page = list_timeline(record, filter, cursor, Some(wanted - items.len())).await?;
        items.extend(page.items);
        cursor = page.next_cursor;
        if cursor.is_none() || items.len() >= wanted {
            return Ok(Page { items, next_cursor: cursor });
        }
    }
}

#[component]
fn Filters(filter: RwSignal<TimelineFilter>, wanted: RwSignal<usize>) -> impl IntoView {
    let i18n = use_i18n();
    let button = move |own: TimelineFilter| {
        let choose = move |()| {
            wanted.set(STEP);
            filter.set(own);
        };
        view! {
            <Button
                label=Signal::derive(move || i18n.text(own.label(), &[]))
                size=Size::Small
                tone=Tone::Quiet
                pressed=Signal::derive(move || Some(filter.get() == own))
                on_press=choose
            />
        }
    };
    view! {
        <div class="timeline__filters" role="group" aria-label=t!("timeline-filter")>
            {TimelineFilter::ALL.into_iter().map(button).collect_view()}
        </div>
    }
}

#[component]
fn Empty(filter: RwSignal<TimelineFilter>) -> impl IntoView {
    if filter.get_untracked() == TimelineFilter::All {
        let text = ts!("timeline-empty-text");
        let text = Signal::derive(move || Some(text.get()));
        view! { <EmptyState icon=IconName::History title=ts!("timeline-empty") text=text /> }.into_any()
    } else {
        view! { <EmptyState icon=IconName::Filter title=ts!("timeline-empty-filter") /> }.into_any()
    }
}

#[component]
fn More(page: Resource<Result<Page<TimelineEntry>>>, wanted: RwSignal<usize>) -> impl IntoView {
    let i18n = use_i18n();
    let shown = move || {
        page.with(|page| page.as_ref().and_then(|page| page.as_ref().ok()).map_or(0, |page| page.items.len()))
    };
    let has_more = move || page.with(|page| matches!(page, Some(Ok(page)) if page.next_cursor.is_some()));
    view! {
        <Show when=has_more>
            <LoadMore
                label=ts!("timeline-more")
                summary=Signal::derive(move || i18n.text("timeline-shown", &[("count", shown().into())]))
                on_press=move |()| wanted.update(|wanted| *wanted += STEP)
            />
        </Show>
    }
}

#[component]
fn DayLine(day: Day) -> impl IntoView {
    let (i18n, now) = (use_i18n(), use_now());
    let name = move || {
        let today = i18n.zone().day(now.get());
        match today.0 - day.0 {
            0 => i18n.text("timeline-today", &[]),
            1 => i18n.text("timeline-yesterday", &[]),
            _ => i18n.text("record-value", &[("value", day.into())]),
        }
    };
    view! { <li class="timeline__day"><h3 class="timeline__day-name">{name}</h3></li> }
}

#[component]
fn SeamLine(kind: RecordKind) -> impl IntoView {
    let i18n = use_i18n();
    let key = match kind {
        RecordKind::Lead => "timeline-seam-lead",
        RecordKind::Customer => "timeline-seam-customer",
        _ => "timeline-seam-other",
    };
    view! { <li class="timeline__seam"><span class="timeline__seam-text">{move || i18n.text(key, &[])}</span></li> }
}
