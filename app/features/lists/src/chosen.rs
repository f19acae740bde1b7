use kernel::{Problems, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use views::{Views, choose_columns};

use crate::known::Known;
use crate::{ListColumn, ListQuery};

/// The columns that a person has chosen, in their order.
#[derive(Clone, Copy)]
pub struct ChosenColumns {
    /// Those that are shown: worked out once for all rows.
    shown: Memo<Vec<ListColumn>>,
    views: RwSignal<Views>,
    query: Memo<ListQuery>,
    go: Callback<ListQuery>,
    known: Known,
    problems: Problems,
}

impl ChosenColumns {
    /// Those of the address or the saved view, else the person's own, else the usual ones.
    pub fn new(
        known: Known,
        views: RwSignal<Views>,
        query: Memo<ListQuery>,
        go: Callback<ListQuery>,
    ) -> Self {
        let shown = Memo::new(move |_| {
            let said = query.with(|query| among(&query.columns, known));
            let own = || Some(views.with(|views| among(&views.columns, known)));
            let has_some = |columns: &Vec<_>| !columns.is_empty();
            let chosen = Some(said).filter(has_some).or_else(|| own().filter(has_some));
            chosen.unwrap_or_else(|| known.usual())
        });
        Self { shown, views, query, go, known, problems: use_problems() }
    }

    /// What is known of the fields.
    pub(crate) fn known(self) -> Known {
        self.known
    }

    /// The columns now: those of the saved view, or those that the person has chosen.
    pub fn get(self) -> Vec<ListColumn> {
        self.shown.get()
    }

    /// The keys of the columns now.
    pub fn words(self) -> Vec<String> {
        keys(&untrack(|| self.get()))
    }

    /// All that there can be.
    pub fn all(self) -> Vec<ListColumn> {
        self.known.all()
    }

    /// Chooses others.
    pub fn set(self, columns: Vec<ListColumn>) {
        let query = self.query.get_untracked();
        if query.view.as_ref().is_some_and(|view| view.parse::<i64>().is_ok()) || !query.columns.is_empty() {
            // In a saved view they belong to it, and stand in the address until they are saved.
            return self.go.run(ListQuery { columns: keys(&columns), ..query });
        }
        self.keep(keys(&columns));
    }

    /// Chooses what somebody sees who has not chosen.
    pub fn reset(self) {
        match self.query.with_untracked(|query| query.columns.is_empty() && query.view.is_none()) {
            true => self.keep(Vec::new()),
            false => self.set(self.known.usual()),
        }
    }

    /// Keeps them for the person, on every device.
    fn keep(self, columns: Vec<String>) {
        self.views.update(|views| views.columns.clone_from(&columns));
        spawn_local(async move {
            if let Err(error) = choose_columns(self.known.about.kind, columns).await {
                self.problems.report(error);
            }
        });
    }
}

fn keys(columns: &[ListColumn]) -> Vec<String> {
    columns.iter().map(|column| column.key.to_string()).collect()
}

/// The columns of these keys, as far as there are any.
fn among(keys: &[String], known: Known) -> Vec<ListColumn> {
    let all = known.all();
    keys.iter().filter_map(|key| all.iter().find(|column| column.key.as_str() == key).cloned()).collect()
}
