use std::collections::HashMap;

use kernel::{Area, Can, PipelineId, StageId, ts, use_i18n, use_me};
use leptos::prelude::*;
use staff::pages::{LineButtons, SettingsLayout, SettingsLines};
use ui::{Badge, Button, Card, IconName, Meaning, Size, Skeleton};

use super::converted::ConvertedCard;
use super::pipeline_form::{PipelineDialog, PipelineEdit};
use super::stage_form::{StageDialog, StageEdit};
use super::stage_line::StageLine;
use crate::api::{count_stage_leads, get_dictionaries, get_lead_setting, order_pipelines, order_stages};
use crate::pages::board::Failed;
use crate::{Dictionaries, LeadSetting, Pipeline, Stage};

/// What the page knows, and what is being done. A copyable handle.
#[derive(Clone, Copy)]
pub(super) struct Workshop {
    pub(super) words: StoredValue<Dictionaries>,
    held: StoredValue<HashMap<StageId, i64>>,
    pub(super) stage: RwSignal<Option<StageEdit>>,
    pub(super) pipeline: RwSignal<Option<PipelineEdit>>,
    /// Told when something was changed.
    pub(super) again: Callback<()>,
}

impl Workshop {
    /// How many leads a stage holds, also lost ones and those in the bin.
    pub(super) fn held(self, stage: &Stage) -> i64 {
        self.held.with_value(|held| held.get(&stage.id()).copied().unwrap_or_default())
    }

    /// The stages of a pipeline in their order.
    pub(super) fn stages_of(self, pipeline: PipelineId) -> Vec<Stage> {
        self.words.with_value(|words| {
            words.stages.iter().filter(|stage| stage.pipeline_id == pipeline.0).cloned().collect()
        })
    }
}

/// `/settings/pipeline`: the pipelines, the stages of each, their order and their rules, and what holds for leads that
/// became customers.
#[component]
pub fn PipelinePage() -> impl IntoView {
    let words = Resource::new_blocking(|| (), |()| get_dictionaries());
    let held = Resource::new_blocking(|| (), |()| count_stage_leads());
    let setting = Resource::new_blocking(|| (), |()| get_lead_setting());
    let retry = Callback::new(move |()| {
        words.refetch();
        held.refetch();
        setting.refetch();
    });
    let i18n = use_i18n();
    let lead = Signal::derive(move || Some(i18n.text("pipeline-hint", &[])));
    view! {
        <SettingsLayout title=ts!("pipeline-title") lead=lead>
            <Transition fallback=|| view! { <Skeleton label=ts!("board-loading") count=6 /> }>
                {move || Suspend::new(async move {
                    match (words.await, held.await, setting.await) {
                        (Ok(words), Ok(held), Ok(setting)) => {
                            let held = held.into_iter().collect();
                            view! { <Pipelines words=words held=held setting=setting again=retry /> }.into_any()
                        }
                        (Err(error), ..) | (_, Err(error), _) | (.., Err(error)) => view! { <Failed error=error retry=retry /> }.into_any(),
                    }
                })}
            </Transition>
        </SettingsLayout>
    }
}

#[component]
fn Pipelines(
    words: Dictionaries,
    held: HashMap<StageId, i64>,
    setting: LeadSetting,
    again: Callback<()>,
) -> impl IntoView {
    let may_edit = use_me().actor.has(Area::Settings, Can::Edit);
    let pipelines = words.pipelines.clone();
    let shop = Workshop {
        words: StoredValue::new(words),
        held: StoredValue::new(held),
        stage: RwSignal::new(None),
        pipeline: RwSignal::new(None),
        again,
    };
    let order = |ids: Vec<i64>| order_pipelines(ids.into_iter().map(PipelineId).collect());
    let lines =
        SettingsLines::new(pipelines, |pipeline: &Pipeline| pipeline.id.0, |pipeline| &pipeline.name, order);
    let add = move |()| {
        let (id, name) = (PipelineId(0), String::new());
        shop.pipeline.set(Some(PipelineEdit::Form(Pipeline { id, name, is_default: false, version: 0 })));
    };
    view! {
        <div class="settings-stack">
            <For each=move || lines.all.get() key=|pipeline| (pipeline.id, pipeline.version) let:pipeline>
                <PipelineCard shop=shop lines=lines pipeline=pipeline may_edit=may_edit />
            </For>
            {may_edit.then(|| view! { <div><Button label=ts!("pipeline-add") icon=IconName::Plus on_press=add /></div> })}
            <ConvertedCard setting=setting />
        </div>
        <StageDialog shop=shop />
        <PipelineDialog shop=shop />
    }
}

/// One pipeline: how it looks on the board, and its stages in their order.
#[component]
fn PipelineCard(
    shop: Workshop,
    lines: SettingsLines<Pipeline>,
    pipeline: Pipeline,
    may_edit: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let (id, is_default, name) = (pipeline.id, pipeline.is_default, pipeline.name.clone());
    let order = |ids: Vec<i64>| order_stages(ids.into_iter().map(StageId).collect());
    let stages = SettingsLines::new(shop.stages_of(id), |stage: &Stage| stage.id, |stage| &stage.name, order);
    let add = move |()| {
        let new = Stage { pipeline_id: id.0, hue: 4, ..Stage::default() };
        shop.stage.set(Some(StageEdit::Form(new)));
    };
    let kept = Signal::derive(move || is_default.then(|| i18n.text("lead-pipeline-is-default", &[])));
    let found = move || lines.find(id.0);
    let actions = move || {
        let edit = move |()| shop.pipeline.set(found().map(PipelineEdit::Form));
        let delete = move |()| shop.pipeline.set(found().map(PipelineEdit::Delete));
        may_edit.then(|| {
            view! {
                <Button label=ts!("stage-add") icon=IconName::Plus size=Size::Small on_press=add />
                <LineButtons lines=lines id=id.0 on_edit=edit on_delete=delete kept_because=kept />
            }
        })
    };
    let has_others = move || lines.all.with(|all| all.len() > 1);
    view! {
        <Card title=Signal::derive(move || Some(name.clone())) actions=actions>
            <Show when=move || is_default && has_others()>
                <p><Badge text=ts!("pipeline-default") meaning=Meaning::Accent /></p>
            </Show>
            <div class="pipeline-preview" aria-hidden="true">
                <For each=move || stages.all.get() key=|stage| (stage.id, stage.version) let:stage>
                    <span class="pipeline-preview__stage" data-hue=stage.hue.rem_euclid(10).to_string()>{stage.name}</span>
                </For>
            </div>
            <ol class="stage-list" role="list">
                <For each=move || stages.all.get() key=|stage| (stage.id, stage.version) let:stage>
                    <StageLine shop=shop stage=stage stages=stages may_edit=may_edit />
                </For>
            </ol>
        </Card>
    }
}
