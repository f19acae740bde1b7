//! Shows the errors that belong to no field.

use kernel::{Error, use_i18n, use_problems};
use leptos::prelude::*;
use ui::{Toast, Toasts};

/// The same sentence within this many milliseconds is one problem, however many requests met it.
const SAME: f64 = 4_000.0;

/// Turns reported errors into messages. An ended session is the business of the sign-in that opens over the page.
#[component]
pub(crate) fn ProblemReporter() -> impl IntoView {
    let (problems, i18n, toasts) = (use_problems(), use_i18n(), Toasts::here());
    let shown = StoredValue::new((String::new(), f64::MIN));
    Effect::new(move |_| {
        let Some(error) = problems.last().get().filter(|error| *error != Error::Unauthenticated) else {
            return;
        };
        let text = untrack(|| i18n.render(&error.text()));
        let (before, at) = shown.get_value();
        let now = kernel::browser::milliseconds();
        if before != text || now - at > SAME {
            toasts.show(Toast::negative(text.clone()));
        }
        shown.set_value((text, now));
    });
}
