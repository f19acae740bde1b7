use fields::{Clashing, Draft};
use kernel::{Error, I18n, Problems, Result, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Toast, Toasts};

/// What is typed in a dialog on its way to the server. What was typed stays in the form whatever is refused; where somebody
/// else was quicker, one is asked. A copyable handle.
#[derive(Clone, Copy)]
pub struct Storing {
    draft: Draft,
    clashing: RwSignal<Option<Clashing>>,
    /// Whether it is under way.
    pub busy: RwSignal<bool>,
    /// The key of what is said when it is stored.
    said: &'static str,
    stored: Callback<()>,
    i18n: I18n,
    problems: Problems,
    toasts: Toasts,
}

impl Storing {
    /// For this draft; `clashing` gets what is to be asked, `said` is the key of the sentence when it is stored, and
    /// `stored` is told then.
    pub fn new(
        draft: Draft,
        clashing: RwSignal<Option<Clashing>>,
        said: &'static str,
        stored: Callback<()>,
    ) -> Self {
        let (i18n, problems, toasts) = (use_i18n(), use_problems(), Toasts::here());
        Self { draft, clashing, busy: RwSignal::new(false), said, stored, i18n, problems, toasts }
    }

    /// Nothing was changed: the form is left.
    pub fn leave(self) {
        self.stored.run(());
    }

    /// Sends it, once at a time; `clash` says what is to be asked of a conflict.
    pub fn run<T: 'static>(
        self,
        work: impl Future<Output = Result<T>> + 'static,
        clash: impl FnOnce(&Error) -> Option<Clashing> + 'static,
    ) {
        // A dialog that is gone sends nothing more.
        if self.busy.try_get_untracked() != Some(false) {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let answer = work.await;
            // The dialog may be closed by now.
            let is_there = self.busy.try_set(false).is_none();
            match answer {
                Ok(_) => {
                    self.toasts.show(Toast::positive(self.i18n.text(self.said, &[])));
                    self.stored.run(());
                }
                Err(error @ Error::Invalid(_)) if is_there => self.draft.error.set(Some(error)),
                Err(error) => match clash(&error) {
                    Some(clashing) => self.clashing.set(Some(clashing)),
                    None => self.problems.report(error),
                },
            }
        });
    }
}
