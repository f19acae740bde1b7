use kernel::{Error, I18n, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Banner, Button, ButtonKind, Checkbox, Choice, Dialog, DialogBody, DialogFooter, Field, FormStack,
    Meaning, Select, TextInput, Toast, Toasts, Tone,
};

use super::options::{Options, OptionsDraft};
use crate::FieldType;
use crate::api::save_field;
use crate::custom::{CustomField, NAME_LIMIT};

/// The key of the words for a kind of values.
pub(super) fn kind_label(kind: FieldType) -> String {
    format!("fields-kind-{}", code(kind))
}

fn code(kind: FieldType) -> String {
    serde_json::to_value(kind).ok().and_then(|json| json.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The dialog in which a field is added or changed.
#[component]
pub(super) fn FieldDialog(edit: RwSignal<Option<CustomField>>, again: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(edit.with(Option::is_some)));
    let title = Signal::derive(move || {
        edit.with(|edit| match edit {
            Some(field) if field.id != 0 => i18n.text("fields-edit", &[("name", field.name.as_str().into())]),
            _ => i18n.text("fields-add", &[]),
        })
    });
    let done = Callback::new(move |()| {
        open.set(false);
        again.run(());
    });
    view! {
        <Dialog id="field-dialog" title=title close_label=ts!("fields-close") open=open on_close=move |()| edit.set(None)>
            {move || edit.get_untracked().map(|field| view! { <FieldForm field=field done=done /> })}
        </Dialog>
    }
}

#[component]
fn FieldForm(field: CustomField, done: Callback<()>) -> impl IntoView {
    let (i18n, problems, toasts) = (use_i18n(), use_problems(), Toasts::here());
    let (name, kind) = (RwSignal::new(field.name.clone()), RwSignal::new(code(field.kind)));
    let (required, listed) = (RwSignal::new(field.is_required), RwSignal::new(field.is_listed));
    let options = OptionsDraft::new(&field.options);
    let (error, busy) = (RwSignal::new(None::<Error>), RwSignal::new(false));
    let is_new = field.id == 0;
    let before = StoredValue::new(field);
    let chosen_kind = move || {
        kind.with(|kind| CustomField::KINDS.into_iter().find(|known| code(*known) == *kind))
            .unwrap_or(FieldType::Text)
    };
    let has_options = Memo::new(move |_| matches!(chosen_kind(), FieldType::Choice | FieldType::Choices));
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        busy.set(true);
        let field = CustomField {
            name: name.get_untracked(),
            kind: untrack(chosen_kind),
            is_required: required.get_untracked(),
            is_listed: listed.get_untracked(),
            options: options.options(),
            ..before.get_value()
        };
        spawn_local(async move {
            let answer = save_field(field).await;
            busy.set(false);
            match answer {
                Ok(_) => {
                    toasts.show(Toast::positive(i18n.text("fields-saved", &[])));
                    done.run(());
                }
                Err(Error::Unauthenticated) => problems.report(Error::Unauthenticated),
                Err(refused) => error.set(Some(refused)),
            }
        });
    };
    view! {
        <form on:submit=send novalidate>
            <DialogBody>
                <FormStack>
                    <Refused error=error />
                    <Field label=ts!("fields-name") name="name" id="field-form-name" error=problem(i18n, error, "name") required=true>
                        <TextInput name="name" value=name max_length=NAME_LIMIT as u32 />
                    </Field>
                    {kind_field(i18n, kind, is_new, error)}
                    <Show when=move || has_options.get()>
                        <Options draft=options error=problem(i18n, error, "options") />
                    </Show>
                    <Checkbox label=ts!("fields-required") name="is_required" checked=required hint=ts!("fields-required-hint") />
                    <Checkbox label=ts!("fields-listed") name="is_listed" checked=listed />
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("fields-save") tone=Tone::Primary kind=ButtonKind::Submit busy=busy />
            </DialogFooter>
        </form>
    }
}

/// What the values are: chosen once, and said from then on.
fn kind_field(i18n: I18n, kind: RwSignal<String>, is_new: bool, error: RwSignal<Option<Error>>) -> AnyView {
    let choice = move |kind: FieldType| Choice::new(code(kind), i18n.text(&kind_label(kind), &[]));
    let choices = Signal::derive(move || {
        let all = CustomField::KINDS.into_iter();
        all.filter(|known| is_new || code(*known) == kind.get()).map(choice).collect::<Vec<_>>()
    });
    let hint = Signal::derive(move || (!is_new).then(|| i18n.text("fields-kind-stays", &[])));
    view! {
        <Field label=ts!("fields-kind") name="kind" id="field-form-kind" hint=hint error=problem(i18n, error, "kind")>
            <Select name="kind" value=kind choices=choices />
        </Field>
    }
    .into_any()
}

fn problem(i18n: I18n, error: RwSignal<Option<Error>>, field: &'static str) -> Signal<Option<String>> {
    Signal::derive(move || error.with(|error| error.as_ref()?.field(field)).map(|text| i18n.render(&text)))
}

/// Why it was refused, when it is about no field in particular.
#[component]
fn Refused(error: RwSignal<Option<Error>>) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let error = error.get().filter(|error| !matches!(error, Error::Invalid(_)))?;
        Some(view! { <Banner text=i18n.render(&error.text()) meaning=Meaning::Negative live=true /> })
    }
}
