use kernel::{Area, Can, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use staff::pages::SettingsLayout;
use ui::{Announcer, Button, Card, IconName, Size, Skeleton, Toast, Toasts};

use super::stage_form::{StageDialog, StageEdit};
use super::stage_line::StageLine;
use crate::api::{get_dictionaries, order_stages};
use crate::pages::board::Failed;
use crate::{Dictionaries, Pipeline, Stage};

/// `/settings/pipeline`: the stages of each pipeline, their order and their rules.
#[component]
pub fn PipelinePage() -> impl IntoView {
    let words = Resource::new_blocking(|| (), |()| get_dictionaries());
    let retry = Callback::new(move |()| words.refetch());
    let i18n = use_i18n();
    let lead = Signal::derive(move || Some(i18n.text("pipeline-hint", &[])));
    view! {
        <SettingsLayout title=ts!("pipeline-title") lead=lead>
            <Transition fallback=|| view! { <Skeleton label=ts!("board-loading") count=6 /> }>
                {move || Suspend::new(async move {
                    match words.await {
                        Ok(words) => view! { <Pipelines words=words again=retry /> }.into_any(),
                        Err(error) => view! { <Failed error=error retry=retry /> }.into_any(),
                    }
                })}
            </Transition>
        </SettingsLayout>
    }
}

#[component]
fn Pipelines(words: Dictionaries, again: Callback<()>) -> impl IntoView {
    let edit = RwSignal::new(None::<StageEdit>);
    let all = StoredValue::new(words.stages.clone());
    let part = move |pipeline: Pipeline| {
        let stages =
            words.stages.iter().filter(|stage| stage.pipeline_id == pipeline.id.0).cloned().collect();
        view! { <StageList pipeline=pipeline stages=stages edit=edit /> }
    };
    view! {
        {words.pipelines.clone().into_iter().map(part).collect_view()}
        <StageDialog edit=edit stages=all again=again />
    }
}

/// One pipeline: its stages in their order.
#[component]
fn StageList(pipeline: Pipeline, stages: Vec<Stage>, edit: RwSignal<Option<StageEdit>>) -> impl IntoView {
    let (i18n, toasts, announcer, problems) = (use_i18n(), Toasts::here(), Announcer::here(), use_problems());
    let may_edit = use_me().actor.has(Area::Settings, Can::Edit);
    let stages = RwSignal::new(stages);
    let shift = Callback::new(move |(id, by): (i64, isize)| {
        let before = stages.get_untracked();
        let Some(at) = before.iter().position(|stage| stage.id == id) else { return };
        let Some(to) = at.checked_add_signed(by).filter(|to| *to < before.len()) else { return };
        stages.update(|stages| stages.swap(at, to));
        let args = [
            ("name", before[at].name.as_str().into()),
            ("position", (to + 1).into()),
            ("count", before.len().into()),
        ];
        announcer.announce(i18n.text("stage-moved", &args));
        let ids = stages.with_untracked(|stages| stages.iter().map(Stage::id).collect());
        spawn_local(async move {
            if let Err(error) = order_stages(ids).await {
                stages.set(before);
                match error {
                    kernel::Error::Unauthenticated => problems.report(error),
                    error => drop(toasts.show(Toast::negative(i18n.render(&error.text())))),
                }
            }
        });
    });
    let key = pipeline.id.0;
    let add =
        move |()| edit.set(Some(StageEdit::Form(Stage { pipeline_id: key, hue: 4, ..Stage::default() })));
    let actions = move || {
        may_edit.then(
            || view! { <Button label=ts!("stage-add") icon=IconName::Plus size=Size::Small on_press=add /> },
        )
    };
    let name = pipeline.name;
    view! {
        <Card title=Signal::derive(move || Some(name.clone())) actions=actions>
            <ol class="stage-list" role="list">
                <For each=move || stages.get() key=|stage| (stage.id, stage.version) let:stage>
                    <StageLine stage=stage stages=stages shift=shift edit=edit may_edit=may_edit />
                </For>
            </ol>
        </Card>
    }
}
