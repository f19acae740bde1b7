use kernel::{t, ts, use_i18n};
use leptos::prelude::*;
use ui::{
    Announcer, Banner, Button, Card, Dialog, DialogBody, DialogFooter, DialogSize, FormActions, IconName,
    LinkButton, Meaning, ProgressBar, Tone,
};

use super::attempt::Attempt;
use super::list::StateBadge;
use super::row_notes::RowNotes;
use crate::{Import, ImportState, KeptRecord, Tally, cancel_import, list_import_refusals, undo_import};

/// A run: how far it is, how it ended, and how it is taken back.
#[component]
pub fn Outcome(
    home: String,
    import: RwSignal<Import>,
    /// The records that rows meant went to the bin.
    deletes: bool,
) -> impl IntoView {
    let state = Memo::new(move |_| import.with(|import| import.state));
    let tally = Memo::new(move |_| import.with(|import| import.tally));
    let (i18n, announcer) = (use_i18n(), Announcer::here());
    Effect::new(move |before: Option<ImportState>| {
        let now = state.get();
        if before.is_some_and(|before| before != now) && !now.is_under_way() {
            announcer.announce(i18n.text("import-over", &[]));
        }
        now
    });
    let unknown: Option<f64> = None;
    let badge = move || move || view! { <StateBadge state=state.get() /> };
    view! {
        <Card title=ts!("import-step-run") actions=badge>
            <div class="import-step">
                <Show when=move || state.get() == ImportState::Running>
                    <Running import=import />
                </Show>
                <Show when=move || state.get() == ImportState::Undoing>
                    <ProgressBar label=ts!("import-undoing") fraction=unknown />
                </Show>
                <Ended home=home.clone() import=import />
                <Numbers tally=tally deletes=deletes />
                <Actions home=home import=import />
            </div>
        </Card>
        <Refused import=import />
    }
}

#[component]
fn Running(import: RwSignal<Import>) -> impl IntoView {
    let i18n = use_i18n();
    let fraction = Signal::derive(move || Some(import.with(Import::fraction)));
    let detail = Signal::derive(move || {
        let (done, rows) = import.with(|import| (import.tally.all(), import.rows));
        Some(i18n.text("import-progress", &[("done", done.into()), ("rows", rows.into())]))
    });
    let attempt = Attempt::new();
    let cancel = move |()| {
        let id = import.with_untracked(|import| import.id);
        attempt.run(cancel_import(id), move |now| import.set(now));
    };
    view! {
        <ProgressBar label=ts!("import-running") fraction=fraction detail=detail />
        <p class="import-step__hint">{t!("import-running-hint")}</p>
        <FormActions>
            <Button label=ts!("import-cancel") icon=IconName::Close busy=attempt.busy on_press=cancel />
        </FormActions>
    }
}

/// What there is to say about the end.
#[component]
fn Ended(home: String, import: RwSignal<Import>) -> impl IntoView {
    let i18n = use_i18n();
    let home = StoredValue::new(home);
    let error = Memo::new(move |_| import.with(|import| import.error.clone()));
    let kept = Memo::new(move |_| import.with(|import| import.kept.clone()));
    let failure = move |reason: kernel::Text| {
        let text = Signal::derive(move || i18n.render(&reason));
        view! { <Banner title=ts!("import-failed") text=text meaning=Meaning::Negative live=true /> }
    };
    view! {
        {move || error.get().map(failure)}
        {move || {
            let kept = kept.get();
            (!kept.is_empty())
                .then(|| {
                    view! {
                        <div>
                            <h3 class="import-step__title">{t!("import-kept-title")}</h3>
                            <p class="import-step__hint">{t!("import-kept-hint")}</p>
                            <ul class="import-kept">
                                {kept.into_iter().map(|kept| view! { <KeptLine home=home.get_value() kept=kept /> }).collect_view()}
                            </ul>
                        </div>
                    }
                })
        }}
    }
}

/// A record that an undo left, with what of it stays.
#[component]
fn KeptLine(home: String, kept: KeptRecord) -> impl IntoView {
    let i18n = use_i18n();
    let KeptRecord { id, title, fields, reason } = kept;
    let why = move || {
        let fields: Vec<String> = fields.iter().map(|label| i18n.render(label)).collect();
        match &reason {
            Some(reason) => i18n.render(reason),
            None if fields.is_empty() => String::new(),
            None => i18n.text("import-kept-fields", &[("fields", fields.join(", ").into())]),
        }
    };
    view! {
        <li>
            <a href=format!("{home}/{id}")><bdi>{title}</bdi></a>
            " "
            <span class="import-kept__why">{why}</span>
        </li>
    }
}

/// How many rows ended how.
#[component]
pub fn Numbers(
    #[prop(into)] tally: Signal<Tally>,
    /// Records are deleted, and none come or change.
    #[prop(optional)]
    deletes: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let number = move |read: fn(&Tally) -> i64| move || i18n.number(tally.with(read));
    view! {
        <dl class="import-numbers">
            {(!deletes)
                .then(|| {
                    view! {
                        <div class="import-numbers__one" data-meaning="positive">
                            <dt>{t!("import-created")}</dt>
                            <dd>{number(|tally| tally.created)}</dd>
                        </div>
                    }
                })}
            <div class="import-numbers__one">
                <dt>{move || i18n.text(if deletes { "import-deleted" } else { "import-updated" }, &[])}</dt>
                <dd>{number(|tally| tally.updated)}</dd>
            </div>
            <div class="import-numbers__one">
                <dt>{t!("import-skipped")}</dt>
                <dd>{number(|tally| tally.skipped)}</dd>
            </div>
            <div class="import-numbers__one" data-meaning="warning">
                <dt>{t!("import-refused")}</dt>
                <dd>{number(|tally| tally.refused)}</dd>
            </div>
        </dl>
    }
}

#[component]
fn Actions(home: String, import: RwSignal<Import>) -> impl IntoView {
    let state = Memo::new(move |_| import.with(|import| import.state));
    let id = import.with_untracked(|import| import.id);
    let refused = Memo::new(move |_| import.with(|import| import.tally.refused) > 0);
    let brought = Memo::new(move |_| import.with(|import| import.tally.created + import.tally.updated) > 0);
    let asking = RwSignal::new(false);
    let home = StoredValue::new(home);
    let attempt = Attempt::new();
    let undo = move |()| {
        asking.set(false);
        attempt.run(undo_import(id), move |now| import.set(now));
    };
    view! {
        <FormActions>
            <Show when=move || state.get().can_undo()>
                <LinkButton label=ts!("import-look") href=home.get_value() tone=Tone::Primary icon=IconName::Board />
            </Show>
            <Show when=move || refused.get() && !state.get().is_under_way()>
                <LinkButton
                    label=ts!("import-download")
                    href=format!("/imports/{id}/refused.csv")
                    icon=IconName::Download
                    download=true
                />
            </Show>
            <Show when=move || state.get().can_undo() && brought.get()>
                <Button
                    label=ts!("import-undo")
                    icon=IconName::Undo
                    busy=attempt.busy
                    on_press=move |()| asking.set(true)
                />
            </Show>
            <Show when=move || !state.get().is_under_way()>
                <LinkButton label=ts!("import-another") href="/imports/new" tone=Tone::Quiet icon=IconName::Upload />
            </Show>
        </FormActions>
        <Dialog id="undo-import" title=ts!("import-undo-title") close_label=ts!("import-undo-not") open=asking size=DialogSize::Small>
            <DialogBody>
                <p>{t!("import-undo-text")}</p>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("import-undo") tone=Tone::Danger on_press=undo />
                <Button label=ts!("import-undo-not") on_press=move |()| asking.set(false) />
            </DialogFooter>
        </Dialog>
    }
}

/// The first refused rows, once the run is over.
#[component]
fn Refused(import: RwSignal<Import>) -> impl IntoView {
    let wanted = Memo::new(move |_| {
        import.with(|import| (import.tally.refused > 0 && !import.state.is_under_way()).then_some(import.id))
    });
    let rows = Resource::new(
        move || wanted.get(),
        |wanted| async move {
            match wanted {
                Some(id) => list_import_refusals(id).await,
                None => Ok(Vec::new()),
            }
        },
    );
    view! {
        <Transition>
            {move || Suspend::new(async move {
                let rows = rows.await.unwrap_or_default();
                (!rows.is_empty())
                    .then(|| {
                        view! {
                            <Card title=ts!("import-refused-title") flush=true>
                                <RowNotes caption=ts!("import-refused-title") rows=rows />
                            </Card>
                        }
                    })
            })}
        </Transition>
    }
}
