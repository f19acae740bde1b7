use kernel::{StageId, t, ts, use_i18n};
use leptos::prelude::*;
use staff::pages::{Attempt, SettingsForm};
use ui::{Choice, Field, Select, Tone};

use super::pipeline::Workshop;
use crate::Stage;
use crate::api::delete_stage;

/// Where the leads of a stage go when it is deleted, and how many they are.
#[component]
pub(super) fn StageDeletion(shop: Workshop, stage: Stage, done: Callback<()>) -> impl IntoView {
    let others: Vec<Choice> = shop
        .stages_of(kernel::PipelineId(stage.pipeline_id))
        .into_iter()
        .filter(|other| other.id != stage.id && !other.is_conversion)
        .map(|other| Choice::new(other.id.to_string(), other.name))
        .collect();
    let goes_to = RwSignal::new(others.first().map(|choice| choice.value.clone()).unwrap_or_default());
    let (i18n, attempt, id, held) = (use_i18n(), Attempt::in_form(), stage.id(), shop.held(&stage));
    let send = move |()| {
        let target = StageId(goes_to.get_untracked().parse().unwrap_or_default());
        attempt.run(delete_stage(id, target), move |()| done.run(()));
    };
    let text = move || match held {
        0 => i18n.text("stage-delete-empty", &[]),
        held => i18n.text("stage-delete-text", &[("count", held.into())]),
    };
    let others = StoredValue::new(others);
    view! {
        <SettingsForm attempt=attempt label=ts!("lead-delete") tone=Tone::Danger on_send=send>
            <p>{text}</p>
            <Show when=move || { held > 0 }>
                <Field label=ts!("stage-goes-to") name="goes_to" id="stage-goes-to" error=attempt.problems().of("leads_to")>
                    <Select name="goes_to" value=goes_to choices=others.get_value() />
                </Field>
                <p>{t!("lead-no-undo")}</p>
            </Show>
        </SettingsForm>
    }
}
