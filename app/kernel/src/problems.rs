use leptos::prelude::*;

use crate::Error;

/// Where pages leave the errors that belong to no field. The shell shows them: as a toast, or, when the session has
/// ended, as a sign-in that leaves the page and what was typed alone.
#[derive(Clone, Copy)]
pub struct Problems(RwSignal<Option<Error>>);

impl Problems {
    /// Tells the person about an error.
    pub fn report(&self, error: Error) {
        self.0.set(Some(error));
    }

    /// The error that was reported last.
    pub fn last(&self) -> ReadSignal<Option<Error>> {
        self.0.read_only()
    }
}

/// Makes the place for problems; the shell does so.
pub fn provide_problems() -> Problems {
    let problems = Problems(RwSignal::new(None));
    provide_context(problems);
    problems
}

/// The place for problems.
pub fn use_problems() -> Problems {
    use_context().unwrap_or_else(provide_problems)
}
