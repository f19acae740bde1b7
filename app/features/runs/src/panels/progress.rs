use kernel::{RunId, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Button, IconName, LinkButton, ProgressBar, Size, Tone};

use super::{OpenRuns, what};
use crate::{Run, RunState, cancel_run};

/// The person's runs that are under way, each with how far it is and a way to stop it.
#[component]
pub fn RunProgress() -> impl IntoView {
    let open = OpenRuns::here();
    Effect::new(move |_| open.look());
    let ids = Memo::new(move |_| open.runs.with(|runs| runs.iter().map(|run| run.id).collect::<Vec<_>>()));
    view! {
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <div class="run-progress">
                <For each=move || ids.get() key=|id| *id let:id>
                    <OneRun id=id open=open />
                </For>
            </div>
        </Show>
    }
}

#[component]
fn OneRun(id: RunId, open: OpenRuns) -> impl IntoView {
    let find = move || open.runs.with(|runs| runs.iter().find(|run| run.id == id).cloned());
    let first = untrack(find);
    let run = Memo::new(move |before: Option<&Option<Run>>| find().or_else(|| before.cloned().flatten()));
    let path = first.map(|run| run.path()).unwrap_or_default();
    view! {
        {move || run.get().map(|run| view! { <Line run=run /> })}
        <div class="run-progress__actions">
            <Stop id=id />
            <LinkButton label=ts!("run-show") href=path tone=Tone::Quiet size=Size::Small />
        </div>
    }
}

/// How far a run is.
#[component]
pub(crate) fn Line(run: Run) -> impl IntoView {
    let i18n = use_i18n();
    let label = what(i18n, &run);
    let label = if label.is_empty() { i18n.text("run-title", &[]) } else { label };
    let fraction = (run.state == RunState::Running).then(|| run.fraction());
    let detail = match run.state {
        RunState::Queued if run.ahead > 0 => i18n.text("run-waits", &[("count", run.ahead.into())]),
        _ => i18n.text("run-reached", &[("done", run.tally.all().into()), ("total", run.total.into())]),
    };
    view! { <ProgressBar label=label fraction=fraction detail=Some(detail) /> }
}

/// Stops a run.
#[component]
pub(crate) fn Stop(id: RunId) -> impl IntoView {
    let (busy, problems) = (RwSignal::new(false), use_problems());
    let stop = move |()| {
        busy.set(true);
        spawn_local(async move {
            if let Err(error) = cancel_run(id).await {
                problems.report(error);
            }
            let _left = busy.try_set(false);
        });
    };
    view! { <Button label=ts!("run-stop") icon=IconName::Close size=Size::Small busy=busy on_press=stop /> }
}
