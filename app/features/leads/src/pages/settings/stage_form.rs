use kernel::{ts, use_i18n};
use leptos::prelude::*;
use staff::pages::{Attempt, HueChoice, SettingsForm};
use ui::{Checkbox, Choice, Dialog, Field, Fieldset, FormRow, InputKind, Select, TextInput, Toast, Toasts};

use super::pipeline::Workshop;
use super::stage_delete::StageDeletion;
use super::stage_line::name_of;
use crate::api::save_stage;
use crate::{REQUIRABLE, Stage, StageKind};

/// What is being done to a stage.
#[derive(Clone)]
pub(super) enum StageEdit {
    /// It is made (id 0) or changed.
    Form(Stage),
    /// It is deleted.
    Delete(Stage),
}

/// The dialog for either.
#[component]
pub(super) fn StageDialog(shop: Workshop) -> impl IntoView {
    let (i18n, edit) = (use_i18n(), shop.stage);
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(edit.with(Option::is_some)));
    let title = Signal::derive(move || {
        let named = |key: &str, name: &str| i18n.text(key, &[("name", name.into())]);
        edit.with(|edit| match edit {
            Some(StageEdit::Form(stage)) if stage.id != 0 => named("settings-line-edit", &stage.name),
            Some(StageEdit::Delete(stage)) => named("settings-line-delete", &stage.name),
            _ => i18n.text("stage-add", &[]),
        })
    });
    let done = Callback::new(move |()| {
        open.set(false);
        shop.again.run(());
    });
    view! {
        <Dialog id="stage-dialog" title=title close_label=ts!("lead-close") open=open on_close=move |()| edit.set(None)>
            {move || match edit.get_untracked() {
                Some(StageEdit::Form(stage)) => view! { <StageForm shop=shop stage=stage done=done /> }.into_any(),
                Some(StageEdit::Delete(stage)) => view! { <StageDeletion shop=shop stage=stage done=done /> }.into_any(),
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
    /// Each field that can be required, by its name in the API.
    required: StoredValue<Vec<(String, RwSignal<bool>)>>,
    is_default: RwSignal<bool>,
}

impl Typed {
    fn new(stage: &Stage, shop: Workshop) -> Self {
        let number =
            |number: Option<i64>| RwSignal::new(number.map(|number| number.to_string()).unwrap_or_default());
        let field = |field: String| {
            let is_required = stage.required_fields.contains(&field);
            (field, RwSignal::new(is_required))
        };
        let own = REQUIRABLE.iter().map(|field| (*field).to_owned());
        let added = shop
            .words
            .with_value(|words| words.fields.iter().map(|field| field.key().to_string()).collect::<Vec<_>>());
        Self {
            name: RwSignal::new(stage.name.clone()),
            hue: RwSignal::new(stage.hue.rem_euclid(10) as u8),
            kind: RwSignal::new(stage.kind.code().to_owned()),
            probability: number(Some(stage.probability)),
            limit: number(stage.wip_limit),
            blocks: RwSignal::new(stage.wip_blocks),
            stale: number(stage.stale_after_days),
            required: StoredValue::new(own.chain(added).map(field).collect()),
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
            required_fields: required.map(|(field, _)| field).collect(),
            is_default: self.is_default.get_untracked(),
            ..before.clone()
        }
    }
}

#[component]
fn StageForm(shop: Workshop, stage: Stage, done: Callback<()>) -> impl IntoView {
    let (typed, attempt) = (Typed::new(&stage, shop), Attempt::in_form());
    let (i18n, toasts) = (use_i18n(), Toasts::here());
    let before = StoredValue::new(stage.clone());
    let send = move |()| {
        let stage = before.with_value(|before| typed.stage(before));
        attempt.run(save_stage(stage), move |_| {
            toasts.show(Toast::positive(i18n.text("lead-saved", &[])));
            done.run(());
        });
    };
    let problems = attempt.problems();
    view! {
        <SettingsForm attempt=attempt label=ts!("lead-save") on_send=send>
            <Field label=ts!("stage-name") name="name" id="stage-name" error=problems.of("name") required=true>
                <TextInput name="name" value=typed.name max_length=60 />
            </Field>
            <HueChoice hue=typed.hue />
            <Preview typed=typed held=shop.held(&stage) />
            <StageRules typed=typed attempt=attempt is_conversion=stage.is_conversion />
            <RequiredFields shop=shop typed=typed />
            {(!stage.is_conversion).then(|| view! {
                <Checkbox label=ts!("stage-default") name="is_default" checked=typed.is_default disabled=stage.is_default />
            })}
        </SettingsForm>
    }
}

/// How the head of the column will look.
#[component]
fn Preview(typed: Typed, held: i64) -> impl IntoView {
    let i18n = use_i18n();
    let count = move || match typed.limit.get().trim().parse::<i64>() {
        Ok(limit) => format!("{} / {}", i18n.number(held), i18n.number(limit)),
        Err(_) => i18n.number(held),
    };
    let is_over = move || typed.limit.get().trim().parse::<i64>().is_ok_and(|limit| held > limit);
    view! {
        <div class="pipeline-preview" aria-hidden="true">
            <span class="pipeline-preview__stage" data-hue=move || typed.hue.get().to_string()>
                {move || typed.name.get()}
                <span class="pipeline-preview__count" data-over-limit=move || is_over().then_some("")>{count}</span>
            </span>
        </div>
    }
}

#[component]
fn StageRules(typed: Typed, attempt: Attempt, is_conversion: bool) -> impl IntoView {
    let (i18n, problems) = (use_i18n(), attempt.problems());
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
    view! {
        <FormRow>
            <Field label=ts!("stage-kind") name="kind" id="stage-kind" error=problems.of("kind")>
                <Select name="kind" value=typed.kind choices=kinds />
            </Field>
            <Field label=ts!("stage-probability") name="probability" id="stage-probability" error=problems.of("probability")>
                <TextInput name="probability" kind=InputKind::Number min="0" max="100" value=typed.probability />
            </Field>
            <Field label=ts!("stage-stale-days") name="stale_after_days" id="stage-stale" error=problems.of("stale_after_days")>
                <TextInput name="stale_after_days" kind=InputKind::Number min="1" value=typed.stale />
            </Field>
        </FormRow>
        <FormRow>
            <Field label=ts!("stage-limit") name="wip_limit" id="stage-limit" error=problems.of("wip_limit")>
                <TextInput name="wip_limit" kind=InputKind::Number min="1" value=typed.limit />
            </Field>
            <Checkbox label=ts!("stage-blocks") name="wip_blocks" checked=typed.blocks hint=ts!("stage-blocks-hint") />
        </FormRow>
    }
}

/// The fields without which no lead comes in: a lead's own and those that were added.
#[component]
fn RequiredFields(shop: Workshop, typed: Typed) -> impl IntoView {
    let i18n = use_i18n();
    let tick = move |(field, on): (String, RwSignal<bool>)| {
        let id = format!("stage-requires-{field}");
        let name = field.clone();
        let label = Signal::derive(move || {
            shop.words.with_value(|words| name_of(i18n, &field, &words.fields)).unwrap_or_default()
        });
        view! { <Checkbox label=label name=name id=id checked=on /> }
    };
    let ticks = typed.required.get_value().into_iter().map(tick).collect_view();
    view! {
        <Fieldset legend=ts!("stage-required") hint=ts!("stage-required-hint")>
            <div class="pipeline-ticks">{ticks}</div>
        </Fieldset>
    }
}
