use kernel::{Error, Problems, Result, use_i18n, use_problems};
use leptos::prelude::*;
use ui::{Banner, Meaning};

/// Something that a button tries: whether it is under way, and what was wrong with what was chosen.
#[derive(Clone, Copy)]
pub struct Attempt {
    /// Under way.
    pub busy: RwSignal<bool>,
    /// What was wrong.
    pub error: RwSignal<Option<Error>>,
    problems: Problems,
}

impl Attempt {
    /// Nothing tried yet. Take it at the top of a component.
    pub fn new() -> Self {
        Self { busy: RwSignal::new(false), error: RwSignal::new(None), problems: use_problems() }
    }

    /// Tries it. What is wrong with the choices stays here, all else is told by the shell.
    pub fn run<T: 'static>(
        self,
        work: impl Future<Output = Result<T>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        self.busy.set(true);
        leptos::task::spawn_local(async move {
            let outcome = work.await;
            self.busy.set(false);
            self.error.set(None);
            match outcome {
                Ok(value) => done(value),
                Err(error @ (Error::Invalid(_) | Error::TooLarge(_))) => self.error.set(Some(error)),
                Err(error) => self.problems.report(error),
            }
        });
    }
}

/// What was wrong, where it was tried.
#[component]
pub fn AttemptError(attempt: Attempt) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        attempt.error.get().map(|error| {
            let text = Signal::derive(move || i18n.render(&error.text()));
            view! { <Banner text=text meaning=Meaning::Negative live=true /> }
        })
    }
}
