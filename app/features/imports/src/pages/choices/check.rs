use kernel::{t, ts, use_i18n};
use leptos::prelude::*;
use ui::{Announcer, Button, Card, FormActions, IconName, Tone};

use super::Choices;
use crate::pages::attempt::Attempt;
use crate::pages::changes::Changes;
use crate::pages::outcome::Numbers;
use crate::pages::row_notes::RowNotes;
use crate::{DryRun, RowNote, cancel_import, set_import_options, start_import, try_import};

/// What the run would do, and the button that begins it.
#[component]
pub fn CheckStep(choices: Choices) -> impl IntoView {
    let (i18n, announcer) = (use_i18n(), Announcer::here());
    let is_complete = choices.part(crate::Inspection::is_complete);
    let reason = Signal::derive(move || (!is_complete.get()).then(|| i18n.text("import-not-ready", &[])));
    let checking = Attempt::new();
    let check = move |()| {
        let options = choices.options.get_untracked();
        // Kept once more, so that what is checked is what the page shows even if a choice did not get through.
        let checked = async move {
            set_import_options(choices.id, options).await?;
            try_import(choices.id).await
        };
        checking.run(checked, move |dry_run| {
            let tally = dry_run.tally;
            let deletes = choices.seen.with_untracked(|seen| seen.deletes);
            let key = if deletes { "import-checked-delete" } else { "import-checked" };
            let args = [
                ("created", tally.created.into()),
                ("updated", tally.updated.into()),
                ("refused", tally.refused.into()),
            ];
            announcer.announce(i18n.text(key, &args));
            choices.dry_run.set(Some(dry_run));
        });
    };
    let throw_away = move |()| {
        choices.attempt.run(cancel_import(choices.id), move |import| choices.import.set(import));
    };
    view! {
        <Card title=ts!("import-step-check")>
            <div class="import-step">
                <p class="import-step__hint">{t!("import-step-check-hint")}</p>
                <crate::pages::attempt::AttemptError attempt=checking />
                <FormActions>
                    <Button
                        label=ts!("import-check")
                        icon=IconName::CheckAll
                        busy=checking.busy
                        disabled_because=reason
                        on_press=check
                    />
                    <super::mappings::SaveMapping choices=choices />
                    <Button label=ts!("import-discard") tone=Tone::Quiet on_press=throw_away />
                </FormActions>
                {move || choices.dry_run.get().map(|dry_run| view! { <Checked choices=choices dry_run=dry_run /> })}
            </div>
        </Card>
    }
}

#[component]
fn Checked(choices: Choices, dry_run: DryRun) -> impl IntoView {
    let i18n = use_i18n();
    let DryRun { tally, left, near, near_count, changes } = dry_run;
    let taken = tally.created + tally.updated;
    let deletes = choices.seen.with_untracked(|seen| seen.deletes);
    let (start_key, tone) =
        if deletes { ("import-start-delete", Tone::Danger) } else { ("import-start", Tone::Primary) };
    let label = Signal::derive(move || i18n.text(start_key, &[("count", taken.into())]));
    let reason = Signal::derive(move || (taken == 0).then(|| i18n.text("import-nothing", &[])));
    let starting = Attempt::new();
    let start = move |()| starting.run(start_import(choices.id), move |import| choices.import.set(import));
    let (has_left, has_changes) = (!left.is_empty(), !changes.is_empty());
    let home = choices.seen.with_untracked(|seen| seen.home.clone());
    // Of many changes the first are shown.
    let shown = changes.len() as i64;
    let count = move || {
        i18n.text("import-changes-count", &[("shown", shown.into()), ("count", tally.updated.into())])
    };
    view! {
        <Numbers tally=Signal::stored(tally) deletes=deletes />
        <FormActions>
            <Button
                label=label
                tone=tone
                icon=if deletes { IconName::Trash } else { IconName::Import }
                busy=starting.busy
                disabled_because=reason
                on_press=start
            />
        </FormActions>
        <crate::pages::attempt::AttemptError attempt=starting />
        {has_changes
            .then(|| {
                view! {
                    <h3 class="import-step__title">{t!("import-changes-title")}</h3>
                    <p class="import-step__hint">{count}</p>
                    <Changes changes=changes home=home />
                }
            })}
        {has_left
            .then(|| {
                view! {
                    <h3 class="import-step__title">{t!("import-left-title")}</h3>
                    <RowNotes caption=ts!("import-left-title") rows=left />
                }
            })}
        {(near_count > 0).then(|| view! { <Near rows=near count=near_count /> })}
    }
}

/// Rows that come in and may be about what is there all the same: nothing is decided for the person.
#[component]
fn Near(rows: Vec<RowNote>, count: i64) -> impl IntoView {
    let i18n = use_i18n();
    let shown = rows.len() as i64;
    let told = move || i18n.text("import-near-count", &[("shown", shown.into()), ("count", count.into())]);
    view! {
        <h3 class="import-step__title">{t!("import-near-title")}</h3>
        <p class="import-step__hint">{told}</p>
        <RowNotes caption=ts!("import-near-title") rows=rows />
    }
}
