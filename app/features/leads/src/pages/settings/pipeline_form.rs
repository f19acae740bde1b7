use kernel::{PipelineId, ts, use_i18n};
use leptos::prelude::*;
use staff::pages::{Attempt, SettingsForm};
use ui::{Checkbox, Choice, Dialog, Field, Select, TextInput, Toast, Toasts};

use super::pipeline::Workshop;
use super::pipeline_delete::PipelineDeletion;
use crate::Pipeline;
use crate::api::save_pipeline;

/// What is being done to a pipeline.
#[derive(Clone)]
pub(super) enum PipelineEdit {
    /// It is made (id 0) or changed.
    Form(Pipeline),
    /// It is deleted.
    Delete(Pipeline),
}

/// The dialog for either.
#[component]
pub(super) fn PipelineDialog(shop: Workshop) -> impl IntoView {
    let (i18n, edit) = (use_i18n(), shop.pipeline);
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(edit.with(Option::is_some)));
    let title = Signal::derive(move || {
        let named = |key: &str, name: &str| i18n.text(key, &[("name", name.into())]);
        edit.with(|edit| match edit {
            Some(PipelineEdit::Form(pipeline)) if pipeline.id.0 != 0 => {
                named("settings-line-edit", &pipeline.name)
            }
            Some(PipelineEdit::Delete(pipeline)) => named("settings-line-delete", &pipeline.name),
            _ => i18n.text("pipeline-add", &[]),
        })
    });
    let done = Callback::new(move |()| {
        open.set(false);
        shop.again.run(());
    });
    view! {
        <Dialog id="pipeline-dialog" title=title close_label=ts!("lead-close") open=open on_close=move |()| edit.set(None)>
            {move || match edit.get_untracked() {
                Some(PipelineEdit::Form(pipeline)) => {
                    view! { <PipelineForm shop=shop pipeline=pipeline done=done /> }.into_any()
                }
                Some(PipelineEdit::Delete(pipeline)) => {
                    view! { <PipelineDeletion shop=shop pipeline=pipeline done=done /> }.into_any()
                }
                None => ().into_any(),
            }}
        </Dialog>
    }
}

#[component]
fn PipelineForm(shop: Workshop, pipeline: Pipeline, done: Callback<()>) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::in_form());
    let (name, like) = (RwSignal::new(pipeline.name.clone()), RwSignal::new(String::new()));
    let is_default = RwSignal::new(pipeline.is_default);
    let (is_new, is_default_already) = (pipeline.id.0 == 0, pipeline.is_default);
    let before = StoredValue::new(pipeline);
    let send = move |()| {
        let (name, is_default) = (name.get_untracked(), is_default.get_untracked());
        let pipeline = Pipeline { name, is_default, ..before.get_value() };
        let like = like.get_untracked().parse().ok().map(PipelineId);
        attempt.run(save_pipeline(pipeline, like), move |_| {
            toasts.show(Toast::positive(i18n.text("lead-saved", &[])));
            done.run(());
        });
    };
    let others = Signal::derive(move || {
        let choice = |pipeline: &Pipeline| {
            let label = i18n.text("pipeline-like-one", &[("name", pipeline.name.as_str().into())]);
            Choice::new(pipeline.id.to_string(), label)
        };
        shop.words.with_value(|words| words.pipelines.iter().map(choice).collect::<Vec<_>>())
    });
    view! {
        <SettingsForm attempt=attempt label=ts!("lead-save") on_send=send>
            <Field label=ts!("stage-name") name="name" id="pipeline-name" error=attempt.problems().of("name") required=true>
                <TextInput name="name" value=name max_length=60 />
            </Field>
            <Show when=move || is_new>
                <Field label=ts!("pipeline-like") name="like" id="pipeline-like" error=attempt.problems().of("like")>
                    <Select name="like" value=like choices=others empty_label=ts!("pipeline-like-usual") />
                </Field>
            </Show>
            <Checkbox
                label=ts!("pipeline-default")
                name="is_default"
                id="pipeline-is-default"
                checked=is_default
                disabled=is_default_already
                hint=ts!("pipeline-default-hint")
            />
        </SettingsForm>
    }
}
