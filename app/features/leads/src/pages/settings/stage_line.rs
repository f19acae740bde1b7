use fields::CustomField;
use kernel::{I18n, ts, use_i18n};
use leptos::prelude::*;
use staff::pages::{LineButtons, SettingsLines};
use ui::{Badge, IconName, Meaning};

use super::pipeline::Workshop;
use super::stage_form::StageEdit;
use crate::{Stage, StageKind};

/// One stage in its pipeline, with what makes it special, and buttons for place, rules and deletion.
#[component]
pub(super) fn StageLine(
    shop: Workshop,
    stage: Stage,
    stages: SettingsLines<Stage>,
    may_edit: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let (id, name, hue) = (stage.id, stage.name.clone(), stage.hue.rem_euclid(10).to_string());
    let is_conversion = stage.is_conversion;
    let kept = Signal::derive(move || {
        let others = stages.all.with(|all| all.iter().filter(|stage| !stage.is_conversion).count());
        let key = if is_conversion { "lead-stage-protected" } else { "stage-is-only" };
        (is_conversion || others < 2).then(|| i18n.text(key, &[]))
    });
    let edit = move |()| shop.stage.set(stages.find(id).map(StageEdit::Form));
    let delete = move |()| shop.stage.set(stages.find(id).map(StageEdit::Delete));
    let buttons = may_edit.then(|| {
        view! { <LineButtons lines=stages id=id on_edit=edit on_delete=delete kept_because=kept /> }
    });
    view! {
        <li class="stage-line" data-hue=hue>
            <span class="stage-line__dot" aria-hidden="true"></span>
            <bdi class="stage-line__name">{name}</bdi>
            <StageFacts shop=shop stage=stage />
            {buttons}
        </li>
    }
}

/// What a field that a stage can require is called; `None` for one that there is no more.
pub(super) fn name_of(i18n: I18n, field: &str, added: &[CustomField]) -> Option<String> {
    match crate::stage::is_added(field) {
        true => added.iter().find(|own| own.key().as_str() == field).map(|own| own.name.clone()),
        false => Some(i18n.text(&format!("field-{field}"), &[])),
    }
}

/// What makes a stage special, in a few words.
#[component]
fn StageFacts(shop: Workshop, stage: Stage) -> impl IntoView {
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
    let held = shop.held(&stage);
    let facts = move || {
        let mut facts = vec![i18n.text("stage-chance", &[("percent", stage.probability.into())])];
        if held > 0 {
            facts.push(i18n.text("board-count", &[("count", held.into())]));
        }
        if let Some(limit) = stage.wip_limit {
            let key = if stage.wip_blocks { "stage-limit-blocks" } else { "stage-limit-warns" };
            facts.push(i18n.text(key, &[("limit", limit.into())]));
        }
        if let Some(days) = stage.stale_after_days {
            facts.push(i18n.text("stage-stale", &[("days", days.into())]));
        }
        let named = |words: &crate::Dictionaries| {
            let name = |field: &String| name_of(i18n, field, &words.fields);
            stage.required_fields.iter().filter_map(name).collect::<Vec<_>>()
        };
        let fields = shop.words.with_value(named);
        if !fields.is_empty() {
            let fields = fields.join(&i18n.text("list-comma", &[]));
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
