use kernel::{RecordRef, TimelineId, t, ts, use_i18n, use_now, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Badge, Checkbox, EmptyState, IconButton, IconName, Meaning, Size, Skeleton, SkeletonShape, Toast, Toasts,
};

use super::reminder_form::ReminderForm;
use super::{Failed, changes_of};
use crate::{Reminder, ReminderDraft, add_reminder, complete_reminder, delete_reminder, list_reminders};

/// The reminders of a record: set one for oneself or a colleague, tick off, delete.
#[component]
pub fn ReminderPanel(
    /// Whose.
    record: RecordRef,
    /// As for the [`super::Timeline`].
    #[prop(optional)]
    timeline: Option<TimelineId>,
    /// The person may only look.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let changed = changes_of(record, timeline);
    let reminders = Resource::new(move || changed.get(), move |_| list_reminders(record));
    let again = Callback::new(move |()| changed.update(|count| *count += 1));
    let some = move |done: bool| {
        let all = reminders.with(|reminders| reminders.as_ref().and_then(|all| all.as_ref().ok().cloned()));
        let all = all.unwrap_or_default().into_iter();
        all.filter(|reminder| reminder.done_at.is_some() == done).collect::<Vec<_>>()
    };
    let failure = move || reminders.with(|all| all.as_ref().and_then(|all| all.as_ref().err().cloned()));
    let is_empty = move || reminders.with(|all| matches!(all, Some(Ok(all)) if all.is_empty()));
    let finished = move || i18n.text("reminder-finished", &[("count", some(true).len().into())]);
    let key = |reminder: &Reminder| (reminder.id, reminder.version);
    let line = move |reminder: Reminder| view! { <ReminderLine record=record reminder=reminder locked=locked again=again /> };
    view! {
        <section class="reminders" aria-label=t!("reminder-title")>
            <Transition fallback=move || view! { <Skeleton label=ts!("record-loading") shape=SkeletonShape::Rows count=2 /> }>
                {move || failure().map(|error| view! { <Failed error=error on_again=again /> })}
                {move || is_empty().then(|| view! { <EmptyState icon=IconName::Bell title=ts!("reminder-empty") /> })}
                <ul class="reminders__list" role="list">
                    <For each=move || some(false) key=key children=line />
                </ul>
                <Show when=move || !some(true).is_empty()>
                    <details class="reminders__finished">
                        <summary class="reminders__summary">{finished}</summary>
                        <ul class="reminders__list" role="list">
                            <For each=move || some(true) key=key children=line />
                        </ul>
                    </details>
                </Show>
            </Transition>
            <Show when=move || !locked.get()>
                <ReminderForm record=record on_saved=again />
            </Show>
        </section>
    }
}

#[component]
fn ReminderLine(
    record: RecordRef,
    reminder: Reminder,
    #[prop(into)] locked: Signal<bool>,
    again: Callback<()>,
) -> impl IntoView {
    let (i18n, now, problems, toasts) = (use_i18n(), use_now(), use_problems(), Toasts::here());
    let Reminder { id, staff_id, staff_name, text, due_at, done_at, .. } = reminder;
    let text = StoredValue::new(text);
    let say = move |key: &str| text.with_value(|text| i18n.text(key, &[("text", text.into())]));
    let checked = RwSignal::new(done_at.is_some());
    let tick = move |done: bool| {
        spawn_local(async move {
            match complete_reminder(record, id, done).await {
                Ok(_) => again.run(()),
                Err(error) => {
                    checked.set(!done);
                    problems.report(error);
                }
            }
        });
    };
    let put_back = move || {
        let draft = ReminderDraft { staff_id, text: text.get_value(), due_at };
        spawn_local(async move {
            match add_reminder(record, draft).await {
                Ok(_) => again.run(()),
                Err(error) => problems.report(error),
            }
        });
    };
    let delete = move |()| {
        spawn_local(async move {
            match delete_reminder(record, id).await {
                Ok(gone) => {
                    let toast = Toast::neutral(i18n.text("reminder-deleted", &[]));
                    // What is done or due already cannot be set again.
                    let is_ahead = gone.done_at.is_none() && gone.due_at > now.get_untracked();
                    let undo = i18n.text("record-undo", &[]);
                    toasts.show(if is_ahead { toast.action(undo, put_back) } else { toast });
                    again.run(());
                }
                Err(error) => problems.report(error),
            }
        });
    };
    let is_late = move || done_at.is_none() && due_at < now.get();
    view! {
        <li class="reminder" data-done=done_at.is_some().then_some("")>
            <Checkbox
                label=Signal::derive(move || say("reminder-done"))
                label_hidden=true
                name="done"
                id=format!("reminder-{id}-done")
                checked=checked
                disabled=locked
                on_change=tick
            />
            <div class="reminder__words">
                <p class="reminder__text"><bdi>{text.get_value()}</bdi></p>
                <p class="reminder__when">
                    <time datetime=due_at.rfc3339()>{move || i18n.date_time(due_at)}</time> " "
                    <span>{move || i18n.text("reminder-for", &[("name", (&staff_name).into())])}</span> " "
                    {move || is_late().then(|| view! { <Badge text=ts!("reminder-overdue") meaning=Meaning::Warning /> })}
                </p>
            </div>
            <Show when=move || !locked.get()>
                <IconButton label=Signal::derive(move || say("reminder-delete")) icon=IconName::Trash size=Size::Small on_press=delete />
            </Show>
        </li>
    }
}
