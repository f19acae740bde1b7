use kernel::{Error, I18n, RecordKind, t, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use ui::{
    Banner, Button, ButtonKind, Dialog, DialogBody, DialogFooter, DialogSize, FormStack, Meaning, Skeleton,
    SkeletonShape, Tone,
};

use super::OpenRuns;
use crate::{Action, Preview, Run, Selection, cancel_run, choose_run_records, preview_run, start_run};

/// What a dialog is about.
#[derive(Clone, PartialEq)]
pub struct Ask {
    /// What is to be done, in words: the dialog's title.
    pub title: String,
    /// The word on the button that does it.
    pub go: String,
    /// It takes something away.
    pub is_danger: bool,
    /// Which kind of record.
    pub kind: RecordKind,
    /// Which of them.
    pub selection: Selection,
}

/// So long after the last key the server is asked what would become of the records.
const PAUSE: Duration = Duration::from_millis(300);

/// Asks before something is done to many records: how many they are, what else is needed, and what of the first would be
/// refused.
#[component]
pub fn RunDialog(
    /// What is asked; nothing while the dialog is closed.
    ask: RwSignal<Option<Ask>>,
    /// What is to be filled in.
    #[prop(optional, into)]
    form: ViewFn,
    /// What is to be done, as soon as all is filled in.
    action: Signal<Option<Action>>,
    /// What was wrong with what is filled in; the form shows it.
    #[prop(optional, into)]
    refused: Option<Callback<Error>>,
    /// Told when it has begun.
    #[prop(into)]
    started: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(ask.with(Option::is_some)));
    let title =
        Signal::derive(move || ask.with(|ask| ask.as_ref().map(|ask| ask.title.clone()).unwrap_or_default()));
    let form = StoredValue::new(form);
    let draft = RwSignal::new(None::<Run>);
    let closed = move |()| {
        ask.set(None);
        // What was chosen and not confirmed is given up.
        if let Some(run) = draft.try_update(Option::take).flatten() {
            spawn_local(async move { drop(cancel_run(run.id).await) });
        }
    };
    view! {
        <Dialog id="run-dialog" title=title close_label=ts!("run-close") open=open size=DialogSize::Small on_close=closed>
            {move || {
                let asked = ask.get_untracked()?;
                Some(
                    view! {
                        <Asking asked=asked open=open draft=draft form=form.get_value() action=action refused=refused started=started />
                    },
                )
            }}
        </Dialog>
    }
}

#[component]
fn Asking(
    asked: Ask,
    open: RwSignal<bool>,
    draft: RwSignal<Option<Run>>,
    form: ViewFn,
    action: Signal<Option<Action>>,
    refused: Option<Callback<Error>>,
    started: Callback<()>,
) -> impl IntoView {
    let (i18n, problems, runs) = (use_i18n(), use_problems(), OpenRuns::here());
    let (preview, busy) = (RwSignal::new(None::<Preview>), RwSignal::new(false));
    choose(&asked, draft, open);
    foresee(draft, action, preview);
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (Some(run), Some(action)) = (draft.get_untracked(), action.get_untracked()) else { return };
        busy.set(true);
        spawn_local(async move {
            let answer = start_run(run.id, action).await;
            let _gone = busy.try_set(false);
            match (answer, refused) {
                (Ok(run), _) => {
                    draft.set(None);
                    open.set(false);
                    runs.add(run);
                    started.run(());
                }
                (Err(error @ Error::Invalid(_)), Some(refused)) => refused.run(error),
                (Err(error), _) => problems.report(error),
            }
        });
    };
    let nothing = Signal::derive(move || match draft.with(|run| run.as_ref().map(|run| run.total)) {
        Some(0) => Some(i18n.text("run-nothing-chosen", &[])),
        _ if action.with(Option::is_none) => Some(i18n.text("run-fill-in", &[])),
        _ => None,
    });
    let is_busy = Signal::derive(move || busy.get() || draft.with(Option::is_none));
    let tone = if asked.is_danger { Tone::Danger } else { Tone::Primary };
    view! {
        <form on:submit=go novalidate>
            <DialogBody>
                <FormStack>
                    <Chosen draft=draft />
                    {form.run()}
                    <Foreseen preview=preview />
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("run-not") on_press=move |()| open.set(false) />
                <Button label=asked.go.clone() tone=tone kind=ButtonKind::Submit busy=is_busy disabled_because=nothing />
            </DialogFooter>
        </form>
    }
}

/// How many records it is about.
#[component]
fn Chosen(draft: RwSignal<Option<Run>>) -> impl IntoView {
    move || match draft.with(|run| run.as_ref().map(|run| run.total)) {
        Some(total) => {
            view! { <p class="run-dialog__count" role="status">{t!("run-concerns", count = total)}</p> }
                .into_any()
        }
        None => view! { <Skeleton label=ts!("run-counting") shape=SkeletonShape::Rows count=1 /> }.into_any(),
    }
}

fn choose(asked: &Ask, draft: RwSignal<Option<Run>>, open: RwSignal<bool>) {
    let (kind, selection, problems) = (asked.kind, asked.selection.clone(), use_problems());
    spawn_local(async move {
        match choose_run_records(kind, selection).await {
            Ok(run) => drop(draft.try_set(Some(run))),
            Err(error) => {
                let _gone = open.try_set(false);
                problems.report(error);
            }
        }
    });
}

/// Asks what would become of the first records, a moment after the last change.
fn foresee(draft: RwSignal<Option<Run>>, action: Signal<Option<Action>>, preview: RwSignal<Option<Preview>>) {
    let asked = StoredValue::new(0_u64);
    Effect::new(move |_| {
        let (run, action) = (draft.with(|run| run.as_ref().map(|run| run.id)), action.get());
        let number = asked.try_update_value(|number| {
            *number += 1;
            *number
        });
        let (Some(run), Some(action)) = (run, action) else { return preview.set(None) };
        let ask = move || {
            if asked.try_get_value() != number {
                return;
            }
            spawn_local(async move {
                let answer = preview_run(run, action).await.ok();
                if asked.try_get_value() == number {
                    preview.set(answer);
                }
            });
        };
        set_timeout(ask, PAUSE);
    });
}

/// What would be refused, and why.
#[component]
fn Foreseen(preview: RwSignal<Option<Preview>>) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let preview = preview.get()?;
        let (refused, same) = (preview.tally.refused, preview.tally.same + preview.tally.gone);
        let looked = preview.looked;
        let title =
            i18n.text("run-foreseen-refused", &[("count", refused.into()), ("looked", looked.into())]);
        let reasons = preview.reasons.iter().map(|reason| line(i18n, reason)).collect_view();
        let refused = (refused > 0).then(|| {
            view! {
                <Banner text=title meaning=Meaning::Warning live=true />
                <ul class="run-dialog__reasons">{reasons}</ul>
            }
        });
        let same = (same > 0).then(|| {
            let text = i18n.text("run-foreseen-same", &[("count", same.into()), ("looked", looked.into())]);
            view! { <p class="run-dialog__same">{text}</p> }
        });
        Some(view! { {refused} {same} })
    }
}

fn line(i18n: I18n, reason: &crate::Reason) -> impl IntoView + use<> {
    let said = i18n.text(
        "run-foreseen-reason",
        &[("count", reason.count.into()), ("reason", i18n.render(&reason.reason).into())],
    );
    let titles = reason.titles.join(", ");
    view! {
        <li>
            {said} " " <bdi class="run-dialog__names">{titles}</bdi>
        </li>
    }
}
