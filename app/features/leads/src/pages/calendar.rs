//! The leads of a month, each on the day of one of its dates: the same leads and filters as board and list.

use std::sync::Arc;
use std::time::Duration;

use fields::{Asked, FilterBar, FilterChips};
use kernel::{Error, I18n, RecordKind, Result, t, ts, use_i18n, use_live, use_now};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use lists::{ListColumn, Unread};
use ui::{
    Choice, Field, IconName, LinkButton, MenuItem, PageTitle, Select, Shortcuts, Skeleton, SkeletonShape,
    Tone,
};
use views::{Layout, Look, ViewBar};

use super::address;
use super::board::{Failed, NewButtons};
use super::dialogs::RuleDialogs;
use super::filter_bar::filtering;
use super::frame::{Frame, frame};
use super::rules::Rules;
use super::saved;
use super::view_switch::ViewSwitch;
use crate::month::Month;
use crate::{Dictionaries, Lead};

mod grid;
mod moving;
mod query;

use grid::Grid;
pub use query::CalendarQuery;
use query::{MonthLeads, dates, fetch};

/// Changes that come closer together than this are fetched at once.
const PAUSE: Duration = Duration::from_millis(400);

/// What was found, or why the filter cannot be read.
type Found = Result<(MonthLeads, Option<Error>)>;

/// `/leads/calendar`.
#[component]
pub fn CalendarPage() -> impl IntoView {
    let frame = frame();
    let (query, words) = (frame.query(saved::calendar_query), frame.words);
    let (i18n, now) = (use_i18n(), use_now());
    let found = Resource::new_blocking(
        move || query.get(),
        move |_| {
            let (asked, words) = (frame.asked(saved::calendar_query), words.into_future());
            let today = i18n.zone().day(now.get_untracked());
            async move {
                fetch(asked.await, &words.await?, today).await.map(|leads| (leads, None)).or_else(unread)
            }
        },
    );
    follow(found);
    Rules::provide();
    let retry = Callback::new(move |()| {
        words.refetch();
        found.refetch();
    });
    view! {
        <PageTitle text=ts!("month-title") />
        <div class="list lead-calendar">
            <h1 class="visually-hidden">{t!("month-title")}</h1>
            <Suspense fallback=|| view! { <Skeleton label=ts!("board-loading") shape=SkeletonShape::Rows count=6 /> }>
                {move || Suspend::new(async move {
                    frame.ready().await;
                    match words.await {
                        Ok(words) => {
                            view! { <Content frame=frame query=query found=found words=Arc::new(words) /> }.into_any()
                        }
                        Err(error) => view! { <Failed error=error retry=retry /> }.into_any(),
                    }
                })}
            </Suspense>
            <RuleDialogs />
        </div>
    }
}

/// A filter that is not understood means no lead, never all of them; the rest of the page is there to mend it.
fn unread(error: Error) -> Found {
    match error {
        Error::Invalid(_) => Ok((MonthLeads::default(), Some(error))),
        error => Err(error),
    }
}

/// Fetches again after a lead has changed.
fn follow(found: Resource<Found>) {
    let (live, waits) = (use_live(), StoredValue::new(false));
    let refresh = move || {
        if !waits.get_value() {
            waits.set_value(true);
            let fetch = move || {
                if waits.try_set_value(false).is_none() {
                    found.refetch();
                }
            };
            set_timeout(fetch, PAUSE);
        }
    };
    live.on_event(move |event| {
        if event.record.kind == RecordKind::Lead && event.kind.starts_with("lead.") {
            refresh();
        }
    });
    live.on_catch_up(refresh);
}

#[component]
fn Content(
    frame: Frame,
    query: Memo<CalendarQuery>,
    found: Resource<Found>,
    words: Arc<Dictionaries>,
) -> impl IntoView {
    let navigate = use_navigate();
    let go = Callback::new(move |query: CalendarQuery| {
        let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        navigate(&address::calendar(&query), options);
    });
    let filter = Signal::derive(move || query.with(|query| query.filter.clone()));
    let apply = Callback::new(move |filter: Asked| go.run(CalendarQuery { filter, ..query.get_untracked() }));
    let filtering = filtering(filter, apply, Signal::stored(words.clone()));
    let viewing = saved::viewing(frame, Layout::Calendar, Callback::new(|look: Look| look));
    let again = Callback::new(move |()| found.refetch());
    let kept = StoredValue::new(words.clone());
    let moved = Callback::new(move |_: Lead| found.refetch());
    view! {
        <ViewBar viewing=viewing all_label=ts!("lead-view-usual") />
        <div class="list-toolbar">
            <FilterBar filtering=filtering search_label=ts!("filter-search") />
            <DateChoice query=query go=go words=words />
            <div class="list-toolbar__end">
                <ViewSwitch viewing=viewing />
                <NewButtons />
            </div>
        </div>
        <FilterChips filtering=filtering />
        <Months query=query />
        <Transition fallback=|| view! { <Skeleton label=ts!("board-loading") shape=SkeletonShape::Rows count=6 /> }>
            {move || Suspend::new(async move {
                match found.await {
                    Ok((_, Some(error))) => {
                        kernel::answer_with(&error);
                        view! { <Unread error=error>{()}</Unread> }.into_any()
                    }
                    Ok((leads, None)) => {
                        view! { <Grid query=query.get_untracked() found=leads words=kept.get_value() moved=moved /> }.into_any()
                    }
                    Err(error) => view! { <Failed error=error retry=again /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// The date by which the leads stand.
#[component]
fn DateChoice(
    query: Memo<CalendarQuery>,
    go: Callback<CalendarQuery>,
    words: Arc<Dictionaries>,
) -> impl IntoView {
    let i18n = use_i18n();
    let words = StoredValue::new(words);
    let date = move || {
        words.with_value(|words| {
            query.with(|query| query::date(query, &words.catalogue).map(|f| f.key.to_string()))
        })
    };
    let chosen = RwSignal::new(untrack(date).unwrap_or_default());
    Effect::new(move |_| chosen.set(date().unwrap_or_default()));
    let choices = Signal::derive(move || {
        words.with_value(|words| {
            let choice = |field| {
                let column = ListColumn::of(field, &words.fields);
                Choice::new(column.key.to_string(), column.label(i18n))
            };
            dates(&words.catalogue).into_iter().map(choice).collect::<Vec<_>>()
        })
    });
    let change = move |by: String| go.run(CalendarQuery { by, ..query.get_untracked() });
    view! {
        <Field label=ts!("month-by") name="by" id="calendar-date" label_hidden=true>
            <Select name="by" value=chosen choices=choices on_change=change />
        </Field>
    }
}

/// Which month it is, and the ways to others.
#[component]
fn Months(query: Memo<CalendarQuery>) -> impl IntoView {
    let (i18n, now) = (use_i18n(), use_now());
    let today = Memo::new(move |_| Month::of(i18n.zone().day(now.get())));
    let month = Memo::new(move |_| query.with(|query| query.month).unwrap_or_else(|| today.get()));
    let to = move |month: Option<Month>| {
        query.with(|query| address::calendar(&CalendarQuery { month, ..query.clone() }))
    };
    let before = Signal::derive(move || to(Some(month.get().before())));
    let after = Signal::derive(move || to(Some(month.get().after())));
    let this = Signal::derive(move || to(None));
    let name = move |month: Month| month_name(i18n, month);
    let [last, next] = [
        Signal::derive(move || name(month.get().before())),
        Signal::derive(move || name(month.get().after())),
    ];
    Shortcuts::here().offer(Signal::derive(move || {
        vec![
            MenuItem::link(last.get(), before.get()).icon(IconName::ArrowStart),
            MenuItem::link(next.get(), after.get()).icon(IconName::ArrowEnd),
            MenuItem::link(i18n.text("month-today", &[]), this.get()).icon(IconName::Calendar),
        ]
    }));
    view! {
        <div class="month-bar">
            <h2 class="month-bar__title">{move || name(month.get())}</h2>
            <nav class="month-bar__ways" aria-label=ts!("month-months")>
                <LinkButton label=last href=before icon=IconName::ChevronStart tone=Tone::Quiet />
                <LinkButton label=ts!("month-today") href=this />
                <LinkButton label=next href=after icon=IconName::ChevronEnd tone=Tone::Quiet />
            </nav>
        </div>
    }
}

fn month_name(i18n: I18n, month: Month) -> String {
    i18n.texts().month(month.first())
}
