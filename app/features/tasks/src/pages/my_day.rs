use kernel::{Error, RecordRef, StaffId, answer_with, t, ts, use_i18n, use_live, use_me, use_now};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use records::Failed;
use ui::{Banner, EmptyState, IconName, Meaning, PageTitle, Shortcuts, Skeleton, SkeletonShape};

use super::MY_DAY;
use super::toolbar::Toolbar;
use crate::panels::{Editing, QuickAdd, TaskDialog, TaskLine, key};
use crate::{DayQuery, MyDay, Section, Task, TaskKind, list_my_day};

/// What the page knows. A copyable handle.
#[derive(Clone, Copy)]
struct Day {
    tasks: Resource<kernel::Result<MyDay>>,
    editing: RwSignal<Option<Editing>>,
    again: Callback<()>,
    /// The records that are named.
    named: StoredValue<Vec<RecordRef>>,
}

/// One's own day: what is overdue, what is for today, for the seven days after, and without a day.
#[component]
pub(super) fn MyDayPage() -> impl IntoView {
    let (params, navigate) = (use_query_map(), use_navigate());
    let query = Memo::new(move |_| {
        params.with(|params| DayQuery {
            whose: params.get_str("whose").and_then(|id| id.parse().ok()).map(StaffId),
            kind: params.get_str("kind").and_then(TaskKind::parse),
        })
    });
    let go = Callback::new(move |query: DayQuery| navigate(&address(query), NavigateOptions::default()));
    let changed = RwSignal::new(0_u32);
    let tasks = Resource::new(move || (query.get(), changed.get()), |(query, _)| list_my_day(query));
    let again = Callback::new(move |()| changed.update(|count| *count += 1));
    let day = Day { tasks, editing: RwSignal::new(None), again, named: StoredValue::default() };
    follow(day);
    add_shortcut();
    let me = use_me().actor.staff_id();
    let is_own = move || query.with(|query| query.whose.is_none() || query.whose == me);
    view! {
        <PageTitle text=ts!("day-title") />
        <div class="my-day">
            <header class="my-day__head">
                <h1 class="my-day__title">{t!("day-title")}</h1>
                <Today />
                <Toolbar query=query go=go />
            </header>
            <Show when=is_own>
                <QuickAdd for_today=true editing=day.editing again=again />
            </Show>
            <Transition fallback=move || view! { <Skeleton label=ts!("record-loading") shape=SkeletonShape::Rows count=6 /> }>
                {move || Suspend::new(async move {
                    let found = day.tasks.await.err();
                    found.map(|error| view! { <Problem error=error again=again /> })
                })}
                <Sections day=day />
            </Transition>
            <TaskDialog editing=day.editing again=again />
        </div>
    }
}

/// The address of a day. What is usual does not stand in it.
fn address(query: DayQuery) -> String {
    let whose = query.whose.map(|id| format!("whose={id}"));
    let kind = query.kind.map(|kind| format!("kind={}", kind.code()));
    let parts: Vec<String> = whose.into_iter().chain(kind).collect();
    if parts.is_empty() { MY_DAY.to_owned() } else { format!("{MY_DAY}?{}", parts.join("&")) }
}

/// Fetches the tasks again when something happens to any, or to a record that one of them is on.
fn follow(day: Day) {
    let live = use_live();
    live.on_catch_up(move || day.again.run(()));
    live.on_event(move |event| {
        let is_named = || day.named.try_with_value(|named| named.contains(&event.record)) == Some(true);
        if event.kind.starts_with("task.") || is_named() {
            day.again.run(());
        }
    });
}

/// `n` begins a new task.
fn add_shortcut() {
    let group = ts!("day-title");
    Shortcuts::here().add("n", group, ts!("task-new"), || ui::focus_by_id(crate::panels::FIELD));
}

#[component]
fn Today() -> impl IntoView {
    let (i18n, now) = (use_i18n(), use_now());
    let today = move || {
        let day = i18n.zone().day(now.get());
        let weekday = i18n.texts().weekday(day).to_owned();
        i18n.text("task-weekday-day", &[("weekday", weekday.into()), ("day", day.into())])
    };
    view! { <p class="my-day__date">{today}</p> }
}

#[component]
fn Problem(error: Error, again: Callback<()>) -> impl IntoView {
    answer_with(&error);
    view! { <Failed error=error on_again=again /> }
}

#[component]
fn Sections(day: Day) -> impl IntoView {
    let of = move |read: fn(&MyDay) -> Vec<Task>| {
        day.tasks
            .with(|tasks| tasks.as_ref().and_then(|tasks| tasks.as_ref().ok()).map(read))
            .unwrap_or_default()
    };
    let is_empty = move || {
        day.tasks
            .with(|tasks| matches!(tasks, Some(Ok(tasks)) if tasks.open.is_empty() && tasks.done.is_empty()))
    };
    let is_cut = move || day.tasks.with(|tasks| matches!(tasks, Some(Ok(tasks)) if tasks.is_cut));
    let done = Memo::new(move |_| of(|tasks| tasks.done.clone()));
    let (i18n, now) = (use_i18n(), use_now());
    let open = Memo::new(move |_| of(|tasks| tasks.open.clone()));
    Effect::new(move |_| {
        open.with(|open| day.named.set_value(open.iter().filter_map(|task| task.record).collect()));
    });
    let section = move |section: Section| {
        let tasks = Memo::new(move |_| {
            let (now, zone) = (now.get(), i18n.zone());
            let mut tasks = open.get();
            tasks.retain(|task| Section::of(task, now, &zone) == section);
            tasks
        });
        let is_folded = section == Section::Later;
        view! { <Part heading=section.heading() tasks=tasks is_folded=is_folded day=day /> }
    };
    let text = ts!("day-empty-text");
    view! {
        {move || is_empty().then(|| view! {
            <EmptyState icon=IconName::CheckAll title=ts!("day-empty") text=Signal::derive(move || Some(text.get())) />
        })}
        {move || is_cut().then(|| view! { <Banner text=ts!("day-cut") meaning=Meaning::Neutral /> })}
        {Section::ALL.map(section).collect_view()}
        <Part heading="day-done" tasks=done is_folded=true day=day />
    }
}

/// The tasks of one part of the day; nothing if there is none.
#[component]
fn Part(heading: &'static str, tasks: Memo<Vec<Task>>, is_folded: bool, day: Day) -> impl IntoView {
    let i18n = use_i18n();
    let Day { editing, again, .. } = day;
    let title = move || i18n.text(heading, &[]);
    let count = move || i18n.number(tasks.with(Vec::len) as i64);
    let line =
        move |task: Task| view! { <TaskLine task=task names_record=true editing=editing again=again /> };
    let list = move || {
        view! {
            <ul class="tasks__list" role="list" data-open-tasks=(!is_folded).then_some("")>
                <For each=move || tasks.get() key=key children=line />
            </ul>
        }
    };
    let shown = move || {
        if is_folded {
            view! {
                <details class="my-day__part my-day__part--folded">
                    <summary class="my-day__summary">
                        <h2 class="my-day__heading">{title}</h2>
                        <span class="my-day__count">{count}</span>
                    </summary>
                    {list()}
                </details>
            }
            .into_any()
        } else {
            view! {
                <section class="my-day__part" data-part=heading aria-labelledby=heading>
                    <h2 class="my-day__heading" id=heading>{title}</h2>
                    <span class="my-day__count">{count}</span>
                    {list()}
                </section>
            }
            .into_any()
        }
    };
    view! { <Show when=move || tasks.with(|tasks| !tasks.is_empty())>{shown()}</Show> }
}
