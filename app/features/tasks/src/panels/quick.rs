use kernel::{RecordRef, t, ts, use_i18n, use_now, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, ButtonKind, Field, Icon, IconButton, IconName, IconSize, TextInput, Toast, Toasts, Tone};

use super::dialog::Editing;
use super::{icon, when};
use crate::{LineWords, Spoken, TaskDraft, add_task};

/// The id of the line; one page has one.
pub(crate) const FIELD: &str = "task-line";

/// A new task in one line, with what was understood of it below. What a line cannot say is said in the dialog, which
/// begins with what stands here.
#[component]
pub(crate) fn QuickAdd(
    /// On which record; on nobody's otherwise.
    #[prop(optional)]
    record: Option<RecordRef>,
    /// A line without a day is for today.
    #[prop(optional)]
    for_today: bool,
    editing: RwSignal<Option<Editing>>,
    again: Callback<()>,
) -> impl IntoView {
    let (i18n, now, problems, toasts) = (use_i18n(), use_now(), use_problems(), Toasts::here());
    let (line, busy) = (RwSignal::new(String::new()), RwSignal::new(false));
    let words = Memo::new(move |_| LineWords::of(&i18n));
    let read = move |now| {
        let today = i18n.zone().day(now);
        let spoken = words.with(|words| line.with(|line| words.read(line, today)));
        let day = spoken.day.or(for_today.then_some(today));
        Spoken { day, ..spoken }
    };
    let draft = move || {
        let Spoken { title, kind, day, time } = untrack(|| read(now.get_untracked()));
        TaskDraft { title, kind, day, time, ..TaskDraft::default() }
    };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let draft = draft();
        if busy.get_untracked() || draft.title.is_empty() {
            return ui::focus_by_id(FIELD);
        }
        busy.set(true);
        spawn_local(async move {
            match add_task(record, draft).await {
                Ok(task) => {
                    line.set(String::new());
                    let when = task.day.map(|day| when(i18n, day, task.time, now.get_untracked()));
                    let when = when.unwrap_or_else(|| i18n.text("task-without-day", &[]));
                    let args = [("title", task.title.into()), ("when", when.into())];
                    toasts.show(Toast::positive(i18n.text("task-added", &args)));
                    again.run(());
                }
                Err(error) => problems.report(error),
            }
            busy.set(false);
        });
    };
    let more = move |()| {
        editing.set(Some(Editing::New(record, Box::new(draft()))));
        line.set(String::new());
    };
    view! {
        <form class="quick-task" on:submit=send>
            <Field label=ts!("task-new") name="title" id=FIELD label_hidden=true>
                <TextInput name="title" icon=IconName::Plus value=line placeholder=placeholder() max_length=300 autocomplete="off" />
            </Field>
            <Button label=ts!("task-add") tone=Tone::Primary kind=ButtonKind::Submit busy=busy />
            <IconButton label=ts!("task-new-more") icon=IconName::Calendar on_press=more />
            <p class="quick-task__hint">
                {move || if line.with(|line| line.trim().is_empty()) {
                    view! { <span>{t!("task-line-hint")}</span> }.into_any()
                } else {
                    let Spoken { kind, day, time, .. } = read(now.get());
                    let when = day.map(|day| when(i18n, day, time, now.get()));
                    let when = when.unwrap_or_else(|| i18n.text("task-without-day", &[]));
                    let kind_name = i18n.render(&kind.text());
                    view! {
                        <span class="quick-task__read">
                            <Icon name=icon(kind) size=IconSize::Small />
                            {i18n.text("task-line-read", &[("kind", kind_name.into()), ("when", when.into())])}
                        </span>
                    }
                        .into_any()
                }}
            </p>
        </form>
    }
}

fn placeholder() -> Signal<Option<String>> {
    let text = ts!("task-line-placeholder");
    Signal::derive(move || Some(text.get()))
}
