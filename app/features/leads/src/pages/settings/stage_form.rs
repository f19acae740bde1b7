use kernel::{Error, I18n, StageId, t, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{
    Button, ButtonKind, Checkbox, Choice, Dialog, DialogBody, DialogFooter, Field, Fieldset, FormRow,
    FormStack, InputKind, Select, TextInput, Toast, Toasts, Tone,
};

use super::hue::HueChoice;
use crate::api::{delete_stage, save_stage};
use crate::{REQUIRABLE, Stage, StageKind};

/// What is being done to a stage.
#[derive(Clone)]
pub enum StageEdit {
    /// It is made (id 0) or changed.
    Form(Stage),
    /// It is deleted.
    Delete(Stage),
}

/// The dialog for either.
#[component]
pub fn StageDialog(
    edit: RwSignal<Option<StageEdit>>,
    stages: StoredValue<Vec<Stage>>,
    again: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(edit.with(Option::is_some)));
    let title = Signal::derive(move || {
        edit.with(|edit| match edit {
            Some(StageEdit::Form(stage)) if stage.id != 0 => {
                i18n.text("stage-edit", &[("name", stage.name.as_str().into())])
            }
            Some(StageEdit::Delete(stage)) => {
                i18n.text("stage-delete", &[("name", stage.name.as_str().into())])
            }
            _ => i18n.text("stage-add", &[]),
        })
    });
    let done = Callback::new(move |()| {
        open.set(false);
        again.run(());
    });
    view! {
        <Dialog id="stage-dialog" title=title close_label=ts!("lead-close") open=open on_close=move |()| edit.set(None)>
            {move || match edit.get_untracked() {
                Some(StageEdit::Form(stage)) => view! { <StageForm stage=stage done=done /> }.into_any(),
                Some(StageEdit::Delete(stage)) => view! { <DeleteForm stage=stage stages=stages.get_value() done=done /> }.into_any(),
                None => ().into_any(),
            }}
        </Dialog>
    }
}

/// What is typed. A copyable handle.
#[derive(Clone, Copy)]
struct Typed {
    name: RwSignal<String>,
    hue: RwSignal<u8>,
    kind: RwSignal<String>,
    probability: RwSignal<String>,
    limit: RwSignal<String>,
    blocks: RwSignal<bool>,
    stale: RwSignal<String>,
    required: StoredValue<Vec<(&'static str, RwSignal<bool>)>>,
    is_default: RwSignal<bool>,
}

impl Typed {
    fn new(stage: &Stage) -> Self {
        let number =
            |number: Option<i64>| RwSignal::new(number.map(|number| number.to_string()).unwrap_or_default());
        let field = |field: &&'static str| {
            (*field, RwSignal::new(stage.required_fields.iter().any(|own| own == field)))
        };
        Self {
            name: RwSignal::new(stage.name.clone()),
            hue: RwSignal::new(stage.hue.rem_euclid(10) as u8),
            kind: RwSignal::new(stage.kind.code().to_owned()),
            probability: number(Some(stage.probability)),
            limit: number(stage.wip_limit),
            blocks: RwSignal::new(stage.wip_blocks),
            stale: number(stage.stale_after_days),
            required: StoredValue::new(REQUIRABLE.iter().map(field).collect()),
            is_default: RwSignal::new(stage.is_default),
        }
    }

    fn stage(self, before: &Stage) -> Stage {
        let number = |signal: RwSignal<String>| signal.get_untracked().trim().parse().ok();
        let kind = StageKind::ALL.into_iter().find(|kind| kind.code() == self.kind.get_untracked());
        let required = self.required.get_value().into_iter().filter(|(_, on)| on.get_untracked());
        Stage {
            name: self.name.get_untracked(),
            hue: i64::from(self.hue.get_untracked()),
            kind: kind.unwrap_or_default(),
            probability: number(self.probability).unwrap_or(0),
            wip_limit: number(self.limit),
            wip_blocks: self.blocks.get_untracked(),
            stale_after_days: number(self.stale),
            required_fields: required.map(|(field, _)| field.to_owned()).collect(),
            is_default: self.is_default.get_untracked(),
            ..before.clone()
        }
    }
}

#[component]
fn StageForm(stage: Stage, done: Callback<()>) -> impl IntoView {
    let typed = Typed::new(&stage);
    let (error, busy, problems) = (RwSignal::new(None::<Error>), RwSignal::new(false), use_problems());
    let (i18n, toasts) = (use_i18n(), Toasts::here());
    let before = StoredValue::new(stage.clone());
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        busy.set(true);
        let stage = before.with_value(|before| typed.stage(before));
        spawn_local(async move {
            let answer = save_stage(stage).await;
            busy.set(false);
            match answer {
                Ok(_) => {
                    toasts.show(Toast::positive(i18n.text("lead-saved", &[])));
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
                    <Field label=ts!("stage-name") name="name" id="stage-name" error=problem(i18n, error, "name") required=true>
                        <TextInput name="name" value=typed.name max_length=100 />
                    </Field>
                    <HueChoice hue=typed.hue />
                    <StageRules typed=typed error=error is_conversion=stage.is_conversion />
                    <Checkbox label=ts!("stage-default") name="is_default" checked=typed.is_default disabled=stage.is_default />
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("lead-save") tone=Tone::Primary kind=ButtonKind::Submit busy=busy />
            </DialogFooter>
        </form>
    }
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
        Some(view! { <ui::Banner text=i18n.render(&error.text()) meaning=ui::Meaning::Negative live=true /> })
    }
}

#[component]
fn StageRules(typed: Typed, error: RwSignal<Option<Error>>, is_conversion: bool) -> impl IntoView {
    let i18n = use_i18n();
    let kinds = Signal::derive(move || {
        let kind = |kind: StageKind| {
            Choice::new(kind.code(), i18n.text(&format!("stage-kind-{}", kind.code()), &[]))
        };
        StageKind::ALL
            .into_iter()
            .filter(|kind| !is_conversion || *kind == StageKind::Won)
            .map(kind)
            .collect::<Vec<_>>()
    });
    let required = typed.required.get_value().into_iter().map(move |(field, on)| {
        let label = Signal::derive(move || i18n.text(&format!("field-{field}"), &[]));
        view! { <Checkbox label=label name="required" id=format!("required-{field}") value=field checked=on /> }
    });
    view! {
        <FormRow>
            <Field label=ts!("stage-kind") name="kind" id="stage-kind" error=problem(i18n, error, "kind")>
                <Select name="kind" value=typed.kind choices=kinds />
            </Field>
            <Field label=ts!("stage-probability") name="probability" id="stage-probability" error=problem(i18n, error, "probability")>
                <TextInput name="probability" kind=InputKind::Number min="0" max="100" value=typed.probability />
            </Field>
            <Field label=ts!("stage-stale-days") name="stale_after_days" id="stage-stale" error=problem(i18n, error, "stale_after_days")>
                <TextInput name="stale_after_days" kind=InputKind::Number min="1" value=typed.stale />
            </Field>
        </FormRow>
        <FormRow>
            <Field label=ts!("stage-limit") name="wip_limit" id="stage-limit" error=problem(i18n, error, "wip_limit")>
                <TextInput name="wip_limit" kind=InputKind::Number min="1" value=typed.limit />
            </Field>
            <Checkbox label=ts!("stage-blocks") name="wip_blocks" checked=typed.blocks hint=ts!("stage-blocks-hint") />
        </FormRow>
        <Fieldset legend=ts!("stage-required") hint=ts!("stage-required-hint")>{required.collect_view()}</Fieldset>
    }
}

/// Where the leads of a stage go when it is deleted.
#[component]
fn DeleteForm(stage: Stage, stages: Vec<Stage>, done: Callback<()>) -> impl IntoView {
    let others: Vec<Choice> = stages
        .iter()
        .filter(|other| {
            other.pipeline_id == stage.pipeline_id && other.id != stage.id && !other.is_conversion
        })
        .map(|other| Choice::new(other.id.to_string(), other.name.clone()))
        .collect();
    let goes_to = RwSignal::new(others.first().map(|choice| choice.value.clone()).unwrap_or_default());
    let (error, busy, id) = (RwSignal::new(None::<Error>), RwSignal::new(false), stage.id());
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(target) = goes_to.get_untracked().parse().ok().map(StageId) else { return };
        busy.set(true);
        spawn_local(async move {
            let answer = delete_stage(id, target).await;
            busy.set(false);
            match answer {
                Ok(()) => done.run(()),
                Err(refused) => error.set(Some(refused)),
            }
        });
    };
    view! {
        <form on:submit=send>
            <DialogBody>
                <FormStack>
                    <Refused error=error />
                    <p>{t!("stage-delete-text")}</p>
                    <Field label=ts!("stage-goes-to") name="goes_to" id="stage-goes-to" error=problem(use_i18n(), error, "leads_to")>
                        <Select name="goes_to" value=goes_to choices=others />
                    </Field>
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("lead-delete") tone=Tone::Danger kind=ButtonKind::Submit busy=busy />
            </DialogFooter>
        </form>
    }
}
