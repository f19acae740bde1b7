//! The choices before a run, one card per step. Each choice is kept at once; nothing is brought in until the end.

mod check;
mod columns;
mod dates;
mod duplicates;
mod mappings;
mod reading;
mod words;

use kernel::ImportId;
use leptos::prelude::*;

use super::attempt::{Attempt, AttemptError};
use crate::{DryRun, Import, Inspection, Options, set_import_options};

/// What the cards share.
#[derive(Clone, Copy)]
pub struct Choices {
    id: ImportId,
    /// The file seen through the choices.
    seen: RwSignal<Inspection>,
    /// The choices, as they are on the page.
    options: RwSignal<Options>,
    /// What the run would do; `None` after a choice has changed.
    dry_run: RwSignal<Option<DryRun>>,
    import: RwSignal<Import>,
    attempt: Attempt,
    /// Answers to older choices are not shown.
    turn: StoredValue<u32>,
    /// A choice is on its way.
    sending: StoredValue<bool>,
    /// Counts up when all choices were made anew, and every step is drawn again.
    anew: RwSignal<u32>,
}

impl Choices {
    /// Makes a choice and shows what follows from it. Choices are sent one after the other: two on their way at once could
    /// arrive in the wrong order, and the older one would stay.
    fn choose(self, change: impl FnOnce(&mut Options)) {
        self.options.update(change);
        self.dry_run.set(None);
        self.turn.update_value(|turn| *turn += 1);
        if !self.sending.get_value() {
            self.send();
        }
    }

    fn send(self) {
        self.sending.set_value(true);
        let turn = self.turn.get_value();
        let (id, options) = (self.id, self.options.get_untracked());
        let sent = async move {
            let seen = set_import_options(id, options).await;
            let _gone = self.sending.try_set_value(false);
            if self.turn.try_get_value().is_some_and(|now| now != turn) {
                self.send();
            }
            seen
        };
        self.attempt.run(sent, move |seen| {
            if self.turn.try_get_value() == Some(turn) {
                self.options.set(seen.options.clone());
                self.import.set(seen.import.clone());
                self.seen.set(seen);
            }
        });
    }

    /// Shows an import whose choices were made anew, by a saved mapping for example.
    fn take(self, seen: Inspection) {
        self.turn.update_value(|turn| *turn += 1);
        self.dry_run.set(None);
        self.options.set(seen.options.clone());
        self.import.set(seen.import.clone());
        self.seen.set(seen);
        self.anew.update(|anew| *anew += 1);
    }

    /// A part of what is seen, told only when it changes, so that a control in use is not drawn anew.
    fn part<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Inspection) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.seen.with(&read))
    }
}

/// All steps of an import whose run has not begun.
#[component]
pub fn Choosing(inspection: Inspection, import: RwSignal<Import>) -> impl IntoView {
    let choices = Choices {
        id: inspection.import.id,
        options: RwSignal::new(inspection.options.clone()),
        seen: RwSignal::new(inspection),
        dry_run: RwSignal::new(None),
        import,
        attempt: Attempt::new(),
        turn: StoredValue::new(0),
        sending: StoredValue::new(false),
        anew: RwSignal::new(0),
    };
    let can_read = choices.part(|seen| seen.problem.is_none());
    view! {
        <AttemptError attempt=choices.attempt />
        <mappings::MappingsCard choices=choices />
        {move || {
            choices.anew.track();
            view! {
                <reading::ReadingStep choices=choices />
                <Show when=move || can_read.get()>
                    <columns::ColumnsStep choices=choices />
                    <dates::DatesStep choices=choices />
                    <words::WordsStep choices=choices />
                    <duplicates::DuplicatesStep choices=choices />
                    <check::CheckStep choices=choices />
                </Show>
            }
        }}
    }
}
