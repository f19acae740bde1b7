use kernel::{StageId, t, ts, use_i18n};
use leptos::prelude::*;
use staff::pages::{Attempt, SettingsForm};
use ui::{Choice, Field, Select, Tone};

use super::pipeline::Workshop;
use crate::api::delete_pipeline;
use crate::pages::fields::stage_choices;
use crate::{Pipeline, Stage};

/// Where the leads of each stage go when their pipeline is deleted.
#[component]
pub(super) fn PipelineDeletion(shop: Workshop, pipeline: Pipeline, done: Callback<()>) -> impl IntoView {
    let (attempt, id) = (Attempt::in_form(), pipeline.id);
    let leaving = |stage: Stage| {
        let (held, first) = (shop.held(&stage), likely(shop, &stage));
        (held > 0).then(|| Leaving { stage, held, goes_to: RwSignal::new(first) })
    };
    let leaving: Vec<Leaving> = shop.stages_of(id).into_iter().filter_map(leaving).collect();
    let all = StoredValue::new(leaving);
    let send = move |()| {
        let pair = |one: &Leaving| Some((one.stage.id(), StageId(one.goes_to.get_untracked().parse().ok()?)));
        let goes_to = all.with_value(|all| all.iter().filter_map(pair).collect());
        attempt.run(delete_pipeline(id, goes_to), move |()| done.run(()));
    };
    let is_empty = all.with_value(Vec::is_empty);
    let refused = attempt.problems().of("goes_to");
    let lines = move || {
        let line = |one: Leaving| view! { <Target shop=shop leaving=one /> };
        all.get_value().into_iter().map(line).collect_view()
    };
    view! {
        <SettingsForm attempt=attempt label=ts!("lead-delete") tone=Tone::Danger on_send=send>
            <p>{if is_empty { t!("pipeline-delete-empty").into_any() } else { t!("pipeline-delete-text").into_any() }}</p>
            {move || refused.get().map(|text| view! { <p class="field__error" role="alert">{text}</p> })}
            {lines()}
            {(!is_empty).then(|| view! { <p>{t!("lead-no-undo")}</p> })}
        </SettingsForm>
    }
}

/// A stage with leads that need a new place.
#[derive(Clone)]
struct Leaving {
    stage: Stage,
    held: i64,
    goes_to: RwSignal<String>,
}

/// The stages of other pipelines that take the leads of this one: converted ones go to converted ones.
fn fitting(shop: Workshop, stage: &Stage) -> Vec<Choice> {
    shop.words.with_value(|words| {
        let fits = |id: &str| {
            words.stages.iter().any(|other| {
                other.id.to_string() == id
                    && other.pipeline_id != stage.pipeline_id
                    && other.is_conversion == stage.is_conversion
            })
        };
        stage_choices(words).into_iter().filter(|choice| fits(&choice.value)).collect()
    })
}

/// A stage of the same name, or the first that fits.
fn likely(shop: Workshop, stage: &Stage) -> String {
    let fitting = fitting(shop, stage);
    let namesake = fitting.iter().find(|choice| choice.label == stage.name);
    namesake.or(fitting.first()).map(|choice| choice.value.clone()).unwrap_or_default()
}

#[component]
fn Target(shop: Workshop, leaving: Leaving) -> impl IntoView {
    let i18n = use_i18n();
    let (id, name, held) =
        (format!("pipeline-goes-to-{}", leaving.stage.id), leaving.stage.name.clone(), leaving.held);
    let label = Signal::derive(move || {
        i18n.text("pipeline-goes-to", &[("stage", name.as_str().into()), ("count", held.into())])
    });
    view! {
        <Field label=label name="goes_to" id=id>
            <Select name="goes_to" value=leaving.goes_to choices=fitting(shop, &leaving.stage) />
        </Field>
    }
}
