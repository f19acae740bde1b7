use kernel::{ts, use_i18n};
use leptos::prelude::*;
use ui::{Badge, IconButton, IconName, Meaning};

use super::stage_form::StageEdit;
use crate::{Stage, StageKind};

/// One stage in its pipeline, with what makes it special, and buttons for place, rules and deletion.
#[component]
pub fn StageLine(
    stage: Stage,
    stages: RwSignal<Vec<Stage>>,
    /// Told the stage and by how many places it goes down.
    shift: Callback<(i64, isize)>,
    edit: RwSignal<Option<StageEdit>>,
    may_edit: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let (id, name, hue) = (stage.id, stage.name.clone(), stage.hue.rem_euclid(10).to_string());
    let label = {
        let name = name.clone();
        move |key: &'static str| {
            let name = name.clone();
            Signal::derive(move || i18n.text(key, &[("name", name.as_str().into())]))
        }
    };
    let at = move || stages.with(|stages| stages.iter().position(|stage| stage.id == id).unwrap_or(0));
    let at_top = Signal::derive(move || (at() == 0).then(|| i18n.text("stage-is-first", &[])));
    let at_end =
        Signal::derive(move || (at() + 1 == stages.with(Vec::len)).then(|| i18n.text("stage-is-last", &[])));
    let protected = Signal::derive(move || {
        stage_is_conversion(stages, id).then(|| i18n.text("lead-stage-protected", &[]))
    });
    let found = move || stages.with_untracked(|stages| stages.iter().find(|stage| stage.id == id).cloned());
    let buttons = may_edit.then(|| view! {
        <span class="stage-line__buttons">
            <IconButton label=label("stage-up") icon=IconName::ChevronUp disabled_because=at_top on_press=move |()| shift.run((id, -1)) />
            <IconButton label=label("stage-down") icon=IconName::ChevronDown disabled_because=at_end on_press=move |()| shift.run((id, 1)) />
            <IconButton label=label("stage-edit") icon=IconName::Pencil on_press=move |()| edit.set(found().map(StageEdit::Form)) />
            <IconButton label=label("stage-delete") icon=IconName::Trash disabled_because=protected on_press=move |()| edit.set(found().map(StageEdit::Delete)) />
        </span>
    });
    view! {
        <li class="stage-line" data-hue=hue>
            <span class="stage-line__dot" aria-hidden="true"></span>
            <bdi class="stage-line__name">{name}</bdi>
            <StageFacts stage=stage />
            {buttons}
        </li>
    }
}

fn stage_is_conversion(stages: RwSignal<Vec<Stage>>, id: i64) -> bool {
    stages.with(|stages| stages.iter().any(|stage| stage.id == id && stage.is_conversion))
}

/// What makes a stage special, in a few words.
#[component]
fn StageFacts(stage: Stage) -> impl IntoView {
    let i18n = use_i18n();
    let kind = match stage.kind {
        StageKind::Open => None,
        StageKind::Won => Some(Meaning::Positive),
        StageKind::Lost => Some(Meaning::Negative),
    };
    let kind = kind.map(|meaning| {
        let key = format!("stage-kind-{}", stage.kind.code());
        let text = Signal::derive(move || i18n.text(&key, &[]));
        view! { <Badge text=text meaning=meaning /> }
    });
    let facts = move || {
        let mut facts = vec![i18n.text("stage-chance", &[("percent", stage.probability.into())])];
        if let Some(limit) = stage.wip_limit {
            let key = if stage.wip_blocks { "stage-limit-blocks" } else { "stage-limit-warns" };
            facts.push(i18n.text(key, &[("limit", limit.into())]));
        }
        if let Some(days) = stage.stale_after_days {
            facts.push(i18n.text("stage-stale", &[("days", days.into())]));
        }
        if !stage.required_fields.is_empty() {
            let fields = stage.required_fields.iter().map(|field| i18n.text(&format!("field-{field}"), &[]));
            let fields = fields.collect::<Vec<_>>().join(&i18n.text("list-comma", &[]));
            facts.push(i18n.text("stage-requires", &[("fields", fields.into())]));
        }
        facts.into_iter().map(|fact| view! { <span>{fact}</span> }).collect_view()
    };
    view! {
        <span class="stage-line__facts">
            {kind}
            {stage.is_default.then(|| view! { <Badge text=ts!("stage-default") meaning=Meaning::Accent /> })}
            {stage.is_conversion.then(|| view! { <Badge text=ts!("stage-conversion") icon=IconName::Lock /> })}
            {facts}
        </span>
    }
}
