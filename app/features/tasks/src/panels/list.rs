use kernel::{RecordRef, TimelineId, t, ts, use_i18n};
use leptos::prelude::*;
use records::{Failed, changes_of};
use ui::{EmptyState, IconName, Skeleton, SkeletonShape};

use super::{Editing, QuickAdd, TaskDialog, TaskLine};
use crate::{Task, list_tasks};

/// The tasks of a record: add, tick off, change, delete.
#[component]
pub fn TaskPanel(
    /// Whose.
    record: RecordRef,
    /// The timeline that it has, to follow what happens there to others that share it.
    #[prop(optional)]
    timeline: Option<TimelineId>,
    /// The person may only look.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let changed = changes_of(record, timeline);
    let tasks = Resource::new(move || changed.get(), move |_| list_tasks(record));
    let again = Callback::new(move |()| changed.update(|count| *count += 1));
    let editing = RwSignal::new(None::<Editing>);
    let some = move |done: bool| {
        let all = tasks.with(|tasks| tasks.as_ref().and_then(|all| all.as_ref().ok().cloned()));
        let all = all.unwrap_or_default().into_iter();
        all.filter(|task| task.done_at.is_some() == done).collect::<Vec<_>>()
    };
    let failure = move || tasks.with(|all| all.as_ref().and_then(|all| all.as_ref().err().cloned()));
    let is_empty = move || tasks.with(|all| matches!(all, Some(Ok(all)) if all.is_empty()));
    let finished = move || i18n.text("task-finished", &[("count", some(true).len().into())]);
    let line = move |task: Task| view! { <TaskLine task=task locked=locked editing=editing again=again /> };
    view! {
        <section class="tasks" aria-label=t!("task-title")>
            <Show when=move || !locked.get()>
                <QuickAdd record=record editing=editing again=again />
            </Show>
            <Transition fallback=move || view! { <Skeleton label=ts!("record-loading") shape=SkeletonShape::Rows count=2 /> }>
                {move || failure().map(|error| view! { <Failed error=error on_again=again /> })}
                {move || is_empty().then(|| view! { <EmptyState icon=IconName::Task title=ts!("task-empty") /> })}
                <ul class="tasks__list" role="list" data-open-tasks="">
                    <For each=move || some(false) key=key children=line />
                </ul>
                <Show when=move || !some(true).is_empty()>
                    <details class="tasks__finished">
                        <summary class="tasks__summary">{finished}</summary>
                        <ul class="tasks__list" role="list">
                            <For each=move || some(true) key=key children=line />
                        </ul>
                    </details>
                </Show>
            </Transition>
            <TaskDialog editing=editing again=again />
        </section>
    }
}

/// What tells a line from all others: who is to do it may be renamed without a new version.
pub(crate) fn key(task: &Task) -> (i64, i64, bool, Option<String>) {
    (task.id.0, task.version, task.may_change, task.about.clone())
}
