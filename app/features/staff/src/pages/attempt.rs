use std::future::Future;

use kernel::{Error, Problems, Result, use_i18n, use_problems};
use leptos::prelude::*;

use super::FormProblems;

/// One thing that a form or a button tries: whether it is under way, and what was wrong with the fields.
#[derive(Clone, Copy)]
pub struct Attempt {
    busy: RwSignal<bool>,
    error: RwSignal<Option<Error>>,
    problems: Problems,
    /// Whether the form itself says why it was refused as a whole.
    is_form: bool,
}

impl Attempt {
    /// Nothing tried yet. Take it at the top of a component.
    pub fn new() -> Self {
        let (busy, error) = (RwSignal::new(false), RwSignal::new(None));
        Self { busy, error, problems: use_problems(), is_form: false }
    }

    /// For a [`super::SettingsForm`], which says itself why it was refused, also where that is about no field.
    pub fn in_form() -> Self {
        Self { is_form: true, ..Self::new() }
    }

    /// Why it was refused as a whole.
    pub fn refusal(self) -> Signal<Option<String>> {
        let i18n = use_i18n();
        let of_all = |error: &Error| !matches!(error, Error::Invalid(_));
        Signal::derive(move || self.error.get().filter(of_all).map(|error| i18n.render(&error.text())))
    }

    /// Whether it is under way.
    pub fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// What was wrong, field by field.
    pub fn problems(self) -> FormProblems {
        FormProblems::of_error(self.error)
    }

    /// Tries it. Problems of fields stay with the form, all others are told by the shell or by the form. While one try is under way,
    /// another one is not begun.
    pub fn run<T: 'static>(
        self,
        work: impl Future<Output = Result<T>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        leptos::task::spawn_local(async move {
            let outcome = work.await;
            self.busy.set(false);
            self.error.set(None);
            match outcome {
                Ok(value) => done(value),
                Err(error @ Error::Invalid(_)) => self.error.set(Some(error)),
                Err(error) if self.is_form && error != Error::Unauthenticated => self.error.set(Some(error)),
                Err(error) => self.problems.report(error),
            }
        });
    }
}

impl Default for Attempt {
    fn default() -> Self {
        Self::new()
    }
}
