use kernel::{Error, RecordRef, Result, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Banner, Button, ButtonKind, Dialog, DialogBody, DialogFooter, FormStack, Meaning, Toast, Toasts, Tone,
};

use super::form::TaskFields;
use super::typed::Typed;
use crate::{Task, TaskDraft, add_task, update_task};

/// What the dialog is about.
#[derive(Clone)]
pub(crate) enum Editing {
    /// A new task, on this record, that begins with what was typed already.
    New(Option<RecordRef>, Box<TaskDraft>),
    /// A task that there is.
    Change(Box<Task>),
}

/// The dialog for a new task and for one that is changed. It opens when `editing` is set.
#[component]
pub(crate) fn TaskDialog(editing: RwSignal<Option<Editing>>, again: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(editing.with(Option::is_some)));
    let title = Signal::derive(move || {
        editing.with(|editing| match editing {
            Some(Editing::Change(_)) => i18n.text("task-edit-title", &[]),
            _ => i18n.text("task-new", &[]),
        })
    });
    let done = Callback::new(move |()| {
        open.set(false);
        again.run(());
    });
    view! {
        <Dialog id="task-dialog" title=title close_label=ts!("record-cancel") open=open on_close=move |()| editing.set(None)>
            {move || editing.get_untracked().map(|editing| view! { <TaskForm editing=editing open=open done=done /> })}
        </Dialog>
    }
}

#[component]
fn TaskForm(editing: Editing, open: RwSignal<bool>, done: Callback<()>) -> impl IntoView {
    let (i18n, me, problems, toasts) = (use_i18n(), use_me(), use_problems(), Toasts::here());
    let mut draft = match &editing {
        Editing::New(_, draft) => (**draft).clone(),
        Editing::Change(task) => task.draft(),
    };
    if draft.assignees.is_empty() {
        draft.assignees.extend(me.actor.staff_id());
    }
    let typed = Typed::new(&draft);
    let (error, busy) = (RwSignal::new(None::<Error>), RwSignal::new(false));
    let editing = StoredValue::new(editing);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let draft = match typed.draft() {
            _ if busy.get_untracked() => return,
            Ok(draft) => draft,
            Err(refused) => return error.set(Some(refused)),
        };
        busy.set(true);
        spawn_local(async move {
            let answer = send(editing.get_value(), draft).await;
            busy.set(false);
            match answer {
                Ok(_) => {
                    toasts.show(Toast::positive(i18n.text("task-saved", &[])));
                    done.run(());
                }
                Err(refused @ (Error::Invalid(_) | Error::Conflict(_) | Error::Forbidden(_))) => {
                    error.set(Some(refused))
                }
                Err(other) => problems.report(other),
            }
        });
    };
    view! {
        <form on:submit=save novalidate>
            <DialogBody>
                <FormStack>
                    <Refused error=error editing=editing />
                    <TaskFields typed=typed error=error />
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("record-cancel") on_press=move |()| open.set(false) />
                <Button label=ts!("record-save") tone=Tone::Primary kind=ButtonKind::Submit busy=busy />
            </DialogFooter>
        </form>
    }
}

async fn send(editing: Editing, draft: TaskDraft) -> Result<Task> {
    match editing {
        Editing::New(record, _) => add_task(record, draft).await,
        Editing::Change(task) => update_task(task.record, task.id, task.version, draft).await,
    }
}

/// Why it was refused, when it is about no field in particular. What was typed stays; whoever saves again after somebody
/// else was quicker puts it over what is there now.
#[component]
fn Refused(error: RwSignal<Option<Error>>, editing: StoredValue<Editing>) -> impl IntoView {
    let i18n = use_i18n();
    Effect::new(move |_| {
        error.with(|error| {
            let Some(Error::Conflict(conflict)) = error else { return };
            if let Ok(now) = serde_json::from_value::<Task>(conflict.current.clone()) {
                editing.set_value(Editing::Change(Box::new(now)));
            }
        });
    });
    move || {
        let refused = error.get().filter(|error| !matches!(error, Error::Invalid(_)))?;
        Some(view! { <Banner text=i18n.render(&refused.text()) meaning=Meaning::Warning live=true /> })
    }
}
