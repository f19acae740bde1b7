use fields::Values;
use kernel::{RecordKind, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::Match;
use crate::api::find_duplicates;

/// Looks for records like the one that is being typed: whenever a field is left, and once more before it is saved. A
/// copyable handle.
#[derive(Clone, Copy)]
pub struct Watch {
    kind: RecordKind,
    /// The record that is being edited; nothing for a new one.
    pub(super) except: Option<i64>,
    /// What tells the record, as it is typed now.
    typed: Callback<(), Values>,
    /// What is like it.
    pub(super) found: RwSignal<Vec<Match>>,
    /// Saving was held up: the person is asked.
    pub(super) is_asking: RwSignal<bool>,
    looked_at: StoredValue<Option<Values>>,
    /// What the person wants saved all the same.
    accepted: StoredValue<Option<Values>>,
}

impl Watch {
    /// For a form that says what is typed in it now.
    pub fn new(
        kind: RecordKind,
        except: Option<i64>,
        typed: impl Fn() -> Values + Send + Sync + 'static,
    ) -> Self {
        Self {
            kind,
            except,
            typed: Callback::new(move |()| untrack(&typed)),
            found: RwSignal::new(Vec::new()),
            is_asking: RwSignal::new(false),
            looked_at: StoredValue::new(None),
            accepted: StoredValue::new(None),
        }
    }

    /// What the record begins with is nothing new: nobody is told of it before something else is typed.
    #[must_use]
    pub fn knowing(self, values: Values) -> Self {
        self.looked_at.set_value(Some(values));
        self
    }

    /// A field was left: looks, if something else is typed than before.
    pub fn left(self) {
        // A field that goes away with its form is left, too: by then nothing is there to be asked.
        let Some(typed) = self.typed.try_run(()) else { return };
        let is_known = self.looked_at.try_with_value(|looked_at| looked_at.as_ref() == Some(&typed));
        if is_known != Some(false) {
            return;
        }
        spawn_local(async move {
            // Whoever cannot be asked now is asked at saving.
            let _unasked = self.look(typed).await;
        });
    }

    /// Whether the record may be saved. If something is like it of which the person was not asked yet, he is asked now.
    pub async fn may_save(self) -> bool {
        let typed = self.typed.run(());
        if self.accepted.with_value(|accepted| accepted.as_ref() == Some(&typed)) {
            self.is_asking.set(false);
            return true;
        }
        match self.look(typed).await {
            Ok(is_new) => {
                self.is_asking.set(!is_new);
                is_new
            }
            // Saving says it better.
            Err(_) => true,
        }
    }

    /// Saves all the same from now on, as long as nothing else is typed. The question stays until then: a button that is
    /// gone when its press ends submits nothing.
    pub(super) fn accept(self) {
        self.accepted.set_value(Some(self.typed.run(())));
    }

    async fn look(self, typed: Values) -> kernel::Result<bool> {
        let found = if typed.is_empty() {
            Vec::new()
        } else {
            find_duplicates(self.kind, typed.clone(), self.except).await?
        };
        let is_new = found.is_empty();
        // The form may be gone meanwhile.
        if self.looked_at.try_set_value(Some(typed)).is_none()
            && self.found.try_get_untracked().as_ref() != Some(&found)
        {
            let _gone = self.found.try_set(found);
        }
        Ok(is_new)
    }
}

/// Puts what is typed into a record that is there, and goes on.
pub(super) fn taking(all: Callback<(), Values>, taken: Callback<Match>) -> (RwSignal<bool>, Callback<Match>) {
    let (busy, problems) = (RwSignal::new(false), use_problems());
    let take = Callback::new(move |one: Match| {
        busy.set(true);
        let values = all.run(());
        spawn_local(async move {
            match crate::api::fill_record(one.record, values).await {
                Ok(()) => taken.run(one),
                Err(error) => problems.report(error),
            }
            let _gone = busy.try_set(false);
        });
    });
    (busy, take)
}
