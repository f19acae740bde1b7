use kernel::{TaskId, t, ts, use_i18n, use_me, use_now, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Avatar, AvatarSize, Badge, Checkbox, Icon, IconName, IconSize, Meaning, Menu, MenuItem, Size, Toast,
    Toasts, VisuallyHidden,
};

use super::dialog::Editing;
use super::quick::FIELD;
use super::{focus, icon, when};
use crate::{Task, Ticked, complete_task, delete_task, restore_task};

/// A task in a list: tick it off, look at it, change it.
#[component]
pub(crate) fn TaskLine(
    task: Task,
    /// It stands among others' tasks: the record is named.
    #[prop(optional)]
    names_record: bool,
    /// The person may only look.
    #[prop(optional, into)]
    locked: Signal<bool>,
    editing: RwSignal<Option<Editing>>,
    again: Callback<()>,
) -> impl IntoView {
    let is_done = task.done_at.is_some();
    let about = names_record.then(|| task.path().zip(task.about.clone())).flatten();
    let kept = StoredValue::new(task.clone());
    let may_change = Signal::derive(move || !locked.get() && kept.with_value(|task| task.may_change));
    let (title, note) = (task.title.clone(), task.note.clone());
    view! {
        <li class="task" data-done=is_done.then_some("")>
            <Tick task=kept may_change=may_change again=again />
            <div class="task__words">
                <p class="task__title">
                    <KindMark task=kept />
                    <bdi>{title}</bdi>
                </p>
                <div class="task__facts">
                    <When task=kept />
                    {about.map(|(path, title)| view! { <a class="task__about" href=path><bdi>{title}</bdi></a> })}
                    <People task=kept />
                </div>
                {(!note.is_empty()).then(|| view! { <p class="task__note"><bdi>{note}</bdi></p> })}
            </div>
            <Show when=move || may_change.get()>
                <Actions task=kept editing=editing again=again />
            </Show>
        </li>
    }
}

/// The drawing of the kind, and its name for who hears the page.
#[component]
fn KindMark(task: StoredValue<Task>) -> impl IntoView {
    let i18n = use_i18n();
    let kind = task.with_value(|task| task.kind);
    let name = Signal::derive(move || i18n.render(&kind.text()));
    view! {
        <span class="task__kind" title=move || name.get()>
            <Icon name=icon(kind) size=IconSize::Small />
        </span>
        <VisuallyHidden text=name />
    }
}

#[component]
fn Tick(task: StoredValue<Task>, may_change: Signal<bool>, again: Callback<()>) -> impl IntoView {
    let (i18n, now, problems, toasts) = (use_i18n(), use_now(), use_problems(), Toasts::here());
    let (id, record, is_done) = task.with_value(|task| (task.id, task.record, task.done_at.is_some()));
    let checked = RwSignal::new(is_done);
    let say = move |key: &str| task.with_value(|task| i18n.text(key, &[("title", (&task.title).into())]));
    let undo = move || {
        spawn_local(async move {
            match complete_task(record, id, false).await {
                Ok(_) => again.run(()),
                Err(error) => problems.report(error),
            }
        });
    };
    // Of its own: the line may be gone, and the task with it, when the answer comes.
    let title = task.with_value(|task| task.title.clone());
    let told = move |ticked: &Ticked| {
        let title = || title.as_str().into();
        let text = match ticked.next.as_ref().and_then(|next| Some((next.day?, next.time))) {
            Some((day, time)) => {
                let next = when(i18n, day, time, now.get_untracked());
                i18n.text("task-ticked-next", &[("title", title()), ("next", next.into())])
            }
            None => i18n.text("task-ticked", &[("title", title())]),
        };
        Toast::positive(text).action(i18n.text("record-undo", &[]), undo)
    };
    let tick = move |done: bool| {
        let told = told.clone();
        spawn_local(async move {
            match complete_task(record, id, done).await {
                Ok(ticked) => {
                    focus::hand_on(id, FIELD);
                    if done {
                        toasts.show(told(&ticked));
                    }
                    again.run(());
                }
                Err(error) => {
                    checked.set(!done);
                    problems.report(error);
                }
            }
        });
    };
    view! {
        <Checkbox
            label=Signal::derive(move || say("task-tick"))
            label_hidden=true
            name="done"
            id=focus::box_id(id)
            checked=checked
            disabled=Signal::derive(move || !may_change.get())
            on_change=tick
        />
    }
}

/// For when it is, whether that is over, how long it takes, and that it comes again.
#[component]
fn When(task: StoredValue<Task>) -> impl IntoView {
    let (i18n, now) = (use_i18n(), use_now());
    let (day, time, minutes) = task.with_value(|task| (task.day, task.time, task.minutes));
    let is_overdue = Memo::new(move |_| task.with_value(|task| task.is_overdue(now.get())));
    let rule = task.with_value(|task| task.repeat.as_ref().map(|rule| rule.text()));
    let machine = match (day, time) {
        (Some(day), Some(time)) => format!("{day}T{time}"),
        (Some(day), None) => day.to_string(),
        (None, _) => String::new(),
    };
    view! {
        {day.map(|day| view! { <time class="task__when" datetime=machine>{move || when(i18n, day, time, now.get())}</time> })}
        {move || is_overdue.get().then(|| view! { <Badge text=ts!("task-overdue") meaning=Meaning::Warning /> })}
        {minutes.map(|minutes| view! { <span>{t!("task-takes", count = minutes)}</span> })}
        {rule.map(|rule| view! {
            <span class="task__repeat">
                <Icon name=IconName::Refresh size=IconSize::Small />
                <span>{move || i18n.render(&rule)}</span>
            </span>
        })}
    }
}

/// Who is to do it, unless that is nobody but who looks.
#[component]
fn People(task: StoredValue<Task>) -> impl IntoView {
    let me = use_me().actor.staff_id();
    let people = task.with_value(|task| task.assignees.clone());
    let is_mine_alone = matches!(people.as_slice(), [only] if Some(only.id) == me);
    (!is_mine_alone && !people.is_empty()).then(|| {
        let face = |one: crate::Assignee| {
            let seed = one.id.to_string();
            view! { <li><Avatar name=one.name seed=seed size=AvatarSize::Small /></li> }
        };
        view! { <ul class="task__people" role="list" aria-label=t!("task-people")>{people.into_iter().map(face).collect_view()}</ul> }
    })
}

#[component]
fn Actions(
    task: StoredValue<Task>,
    editing: RwSignal<Option<Editing>>,
    again: Callback<()>,
) -> impl IntoView {
    let (i18n, problems, toasts) = (use_i18n(), use_problems(), Toasts::here());
    let (id, record) = task.with_value(|task| (task.id, task.record));
    let say = move |key: &str| task.with_value(|task| i18n.text(key, &[("title", (&task.title).into())]));
    let restore = move |id: TaskId| {
        spawn_local(async move {
            match restore_task(record, id).await {
                Ok(_) => again.run(()),
                Err(error) => problems.report(error),
            }
        });
    };
    let delete = move || {
        spawn_local(async move {
            match delete_task(record, id).await {
                Ok(()) => {
                    let toast = Toast::neutral(say("task-deleted"));
                    toasts.show(toast.action(i18n.text("record-undo", &[]), move || restore(id)));
                    again.run(());
                }
                Err(error) => problems.report(error),
            }
        });
    };
    let items = move || {
        let edit = move || editing.set(Some(Editing::Change(Box::new(task.get_value()))));
        vec![
            MenuItem::run(i18n.text("task-edit", &[]), edit).icon(IconName::Pencil),
            MenuItem::run(i18n.text("task-delete", &[]), delete).icon(IconName::Trash).danger(),
        ]
    };
    view! {
        <Menu
            id=format!("task-{id}-menu")
            label=Signal::derive(move || say("task-actions"))
            items=Signal::derive(items)
            size=Size::Small
            align_end=true
        />
    }
}
