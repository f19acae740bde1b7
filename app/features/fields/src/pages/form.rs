use kernel::{I18n, RecordKind, ts, use_i18n};
use leptos::prelude::*;
use staff::pages::{Attempt, SettingsForm};
use ui::{Checkbox, Choice, Dialog, Field, Select, TextInput, Toast, Toasts};

use super::default_value::{DefaultDraft, DefaultField};
use super::options::{Options, OptionsDraft};
use crate::FieldType;
use crate::api::{list_field_targets, save_field};
use crate::custom::{CARD_LIMIT, CustomField, NAME_LIMIT};

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
            Some(field) if field.id != 0 => {
                i18n.text("settings-line-edit", &[("name", field.name.as_str().into())])
            }
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
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::in_form());
    let (name, kind) = (RwSignal::new(field.name.clone()), RwSignal::new(code(field.kind)));
    let (required, listed) = (RwSignal::new(field.is_required), RwSignal::new(field.is_listed));
    let (on_card, becomes) =
        (RwSignal::new(field.is_on_card), RwSignal::new(field.becomes.clone().unwrap_or_default()));
    let (options, default) = (OptionsDraft::new(&field.options), DefaultDraft::new(&field));
    let is_new = field.id == 0;
    // A new field is one by which people will look for things, unless they say otherwise.
    let indexed = RwSignal::new(field.is_indexed || is_new);
    let record_kind = field.record_kind;
    let before = StoredValue::new(field);
    let chosen_kind = move || {
        kind.with(|kind| CustomField::KINDS.into_iter().find(|known| code(*known) == *kind))
            .unwrap_or(FieldType::Text)
    };
    let has_options = Memo::new(move |_| matches!(chosen_kind(), FieldType::Choice | FieldType::Choices));
    let send = move |()| {
        // What cannot be read says so itself.
        let Ok(default_value) = default.value() else { return };
        let field = CustomField {
            name: name.get_untracked(),
            kind: untrack(chosen_kind),
            is_required: required.get_untracked(),
            is_listed: listed.get_untracked(),
            is_on_card: on_card.get_untracked(),
            becomes: Some(becomes.get_untracked()).filter(|target| !target.is_empty()),
            is_indexed: indexed.get_untracked() && CustomField::can_be_indexed(untrack(chosen_kind)),
            options: options.options(),
            default_value,
            ..before.get_value()
        };
        attempt.run(save_field(field), move |_| {
            toasts.show(Toast::positive(i18n.text("fields-saved", &[])));
            done.run(());
        });
    };
    let problems = attempt.problems();
    let no_room = problems.of("is_indexed");
    let index_hint =
        Signal::derive(move || no_room.get().or_else(|| Some(i18n.text("fields-indexed-hint", &[]))));
    view! {
        <SettingsForm attempt=attempt label=ts!("fields-save") on_send=send>
            <Field label=ts!("fields-name") name="name" id="field-form-name" error=problems.of("name") required=true>
                <TextInput name="name" value=name max_length=NAME_LIMIT as u32 />
            </Field>
            {kind_field(i18n, kind, is_new, problems.of("kind"))}
            <Show when=move || has_options.get()>
                <Options draft=options error=problems.of("options") />
            </Show>
            <DefaultField draft=default kind=Signal::derive(chosen_kind) error=problems.of("default_value") />
            <Checkbox label=ts!("fields-required") name="is_required" checked=required hint=ts!("fields-required-hint") />
            <Checkbox label=ts!("fields-listed") name="is_listed" checked=listed />
            <Show when=move || CustomField::can_be_indexed(chosen_kind())>
                <Checkbox label=ts!("fields-indexed") name="is_indexed" checked=indexed hint=index_hint />
            </Show>
            {of_leads(i18n, record_kind, on_card, becomes, Signal::derive(chosen_kind), attempt)}
        </SettingsForm>
    }
}

/// What only leads have: cards, and customers that they become.
fn of_leads(
    i18n: I18n,
    record_kind: RecordKind,
    on_card: RwSignal<bool>,
    becomes: RwSignal<String>,
    kind: Signal<FieldType>,
    attempt: Attempt,
) -> Option<AnyView> {
    let problems = attempt.problems();
    let form = move || {
        view! {
            <Checkbox label=ts!("fields-on-card") name="is_on_card" checked=on_card hint=card_hint(i18n, problems.of("is_on_card")) />
            {becoming(i18n, becomes, kind, problems.of("becomes"))}
        }
        .into_any()
    };
    (record_kind == RecordKind::Lead).then(form)
}

/// How many fields a card takes; what is wrong with one more stands in its place.
fn card_hint(i18n: I18n, problem: Signal<Option<String>>) -> Signal<Option<String>> {
    let usual = move || i18n.text("fields-on-card-hint", &[("limit", CARD_LIMIT.into())]);
    Signal::derive(move || Some(problem.get().unwrap_or_else(usual)))
}

/// What a customer gets of it; only fields of the same kind are offered, and nothing where there is none.
fn becoming(
    i18n: I18n,
    becomes: RwSignal<String>,
    kind: Signal<FieldType>,
    error: Signal<Option<String>>,
) -> AnyView {
    let targets = LocalResource::new(|| list_field_targets(RecordKind::Lead));
    let choices = Signal::derive(move || {
        let all = targets.get().and_then(Result::ok).unwrap_or_default();
        let fitting = all.into_iter().filter(|target| target.kind == kind.get());
        fitting.map(|target| Choice::new(target.field, i18n.text(&target.label, &[]))).collect::<Vec<_>>()
    });
    Effect::new(move |_| {
        // Another kind chosen in a new field leaves no target behind that does not fit.
        let fits = |all: &Vec<Choice>| all.iter().any(|choice| becomes.with(|now| *now == choice.value));
        if targets.get().is_some() && becomes.with(|now| !now.is_empty()) && !choices.with(fits) {
            becomes.set(String::new());
        }
    });
    view! {
        <Show when=move || choices.with(|all| !all.is_empty())>
            <Field label=ts!("fields-becomes") name="becomes" id="field-form-becomes" hint=ts!("fields-becomes-hint") error=error>
                <Select name="becomes" value=becomes choices=choices empty_label=ts!("fields-becomes-nothing") />
            </Field>
        </Show>
    }
    .into_any()
}

/// What the values are: chosen once, and said from then on.
fn kind_field(i18n: I18n, kind: RwSignal<String>, is_new: bool, error: Signal<Option<String>>) -> AnyView {
    let choice = move |kind: FieldType| Choice::new(code(kind), i18n.text(&kind_label(kind), &[]));
    let choices = Signal::derive(move || {
        let all = CustomField::KINDS.into_iter();
        all.filter(|known| is_new || code(*known) == kind.get()).map(choice).collect::<Vec<_>>()
    });
    let hint = Signal::derive(move || (!is_new).then(|| i18n.text("fields-kind-stays", &[])));
    view! {
        <Field label=ts!("fields-kind") name="kind" id="field-form-kind" hint=hint error=error>
            <Select name="kind" value=kind choices=choices />
        </Field>
    }
    .into_any()
}
