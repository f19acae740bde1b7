use kernel::{Error, ts, use_i18n};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Choice, ComboOption, ComboTexts, Combobox, Field, FieldWidth, FormRow, InputKind, Select, TextArea,
    TextInput,
};

use super::repeat::RepeatFields;
use super::typed::Typed;
use crate::TaskKind;

/// The fields of a task.
#[component]
pub(super) fn TaskFields(typed: Typed, error: RwSignal<Option<Error>>) -> impl IntoView {
    let i18n = use_i18n();
    let error_of = move |field: &'static str| {
        let text = move || error.with(|error| error.as_ref().and_then(|error| error.field(field)));
        Signal::derive(move || text().map(|text| i18n.render(&text)))
    };
    let kinds = Signal::derive(move || {
        TaskKind::ALL.map(|kind| Choice::new(kind.code(), i18n.render(&kind.text()))).to_vec()
    });
    view! {
        <Field label=ts!("field-task_title") name="title" id="task-title" error=error_of("title") required=true>
            <TextInput name="title" value=typed.title max_length=300 />
        </Field>
        <FormRow>
            <Field label=ts!("field-task_day") name="day" id="task-day" error=error_of("day")>
                <TextInput name="day" kind=InputKind::Date value=typed.day />
            </Field>
            <Field label=ts!("field-task_time") name="time" id="task-time" error=error_of("time")>
                <TextInput name="time" kind=InputKind::Time value=typed.time />
            </Field>
        </FormRow>
        <FormRow>
            <Field label=ts!("field-task_kind") name="kind" id="task-kind">
                <Select name="kind" value=typed.kind choices=kinds />
            </Field>
            <Field label=ts!("field-task_minutes") name="minutes" id="task-minutes" error=error_of("minutes") width=FieldWidth::Short>
                <TextInput name="minutes" kind=InputKind::Number value=typed.minutes min="1" max="10080" />
            </Field>
        </FormRow>
        <AssigneesField typed=typed error=error_of("assignees") />
        <RepeatFields typed=typed error_of=Callback::new(error_of) />
        <Field label=ts!("field-task_note") name="note" id="task-note" error=error_of("note")>
            <TextArea name="note" value=typed.note rows=2 />
        </Field>
    }
}

#[component]
fn AssigneesField(typed: Typed, error: Signal<Option<String>>) -> impl IntoView {
    let i18n = use_i18n();
    let people = RwSignal::new(Vec::<staff::StaffName>::new());
    Effect::new(move |_| {
        spawn_local(async move {
            if let Ok(found) = staff::list_staff_names().await {
                // The form may have been closed meanwhile.
                let _gone = people.try_set(found);
            }
        });
    });
    let options = Signal::derive(move || {
        let chosen = typed.assignees.get();
        let people =
            people.get().into_iter().filter(|one| one.is_active || chosen.contains(&one.id.to_string()));
        people.map(|one| ComboOption::new(one.id.to_string(), one.name)).collect::<Vec<_>>()
    });
    let texts = Signal::derive(move || ComboTexts {
        placeholder: i18n.text("task-people-placeholder", &[]),
        nothing_found: i18n.text("task-people-nothing", &[]),
        remove: Callback::new(move |name: String| i18n.text("task-people-remove", &[("name", name.into())])),
        create: Callback::new(|name: String| name),
    });
    view! {
        <Field label=ts!("field-task_assignees") name="assignees" id="task-assignees" error=error>
            <Combobox name="assignees" selected=typed.assignees options=options texts=texts multiple=true />
        </Field>
    }
}
