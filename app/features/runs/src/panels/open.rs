//! The person's long work, wherever they are: what is under way, and what came of it.

use std::collections::HashSet;

use kernel::{Event, I18n, Problems, RecordKind, RunId, use_i18n, use_live, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Announcer, Toast, Toasts};

use super::ended;
use crate::{Run, RunState, Tally, list_open_runs, show_run, undo_run};

/// The runs that the person has under way. A copyable handle.
#[derive(Clone, Copy)]
pub struct OpenRuns {
    /// The oldest first.
    pub runs: RwSignal<Vec<Run>>,
    i18n: I18n,
    announcer: Announcer,
    toasts: Toasts,
    problems: Problems,
    /// Told when one has ended: lists show other rows then.
    over: RwSignal<u64>,
    /// Those that were heard to be over. A call that began one can be answered later than its events come.
    heard_over: StoredValue<HashSet<RunId>>,
    /// Those of which the end was said.
    said: StoredValue<HashSet<RunId>>,
}

/// What an event of a run tells.
struct Told {
    id: RunId,
    state: RunState,
    total: i64,
    tally: Tally,
    version: i64,
}

impl Told {
    fn of(event: &Event) -> Option<Self> {
        let read = |name: &str| event.payload.get(name).cloned();
        Some(Self {
            id: RunId(event.record.id),
            state: serde_json::from_value(read("state")?).ok()?,
            total: read("total")?.as_i64()?,
            tally: serde_json::from_value(read("tally")?).ok()?,
            version: event.version,
        })
    }
}

impl OpenRuns {
    /// Follows the person's runs from now on; the shell does this once.
    pub fn provide() -> Self {
        let open = Self::new();
        provide_context(open);
        let me = use_me().actor.staff_id();
        use_live().on_event(move |event| {
            let is_own = event.record.kind == RecordKind::Run
                && me.is_some_and(|me| event.payload["staff_id"].as_i64() == Some(me.0));
            if let Some(told) = Told::of(event).filter(|_| is_own) {
                open.hear(told);
            }
        });
        use_live().on_catch_up(move || open.look());
        open
    }

    fn new() -> Self {
        Self {
            runs: RwSignal::new(Vec::new()),
            i18n: use_i18n(),
            announcer: Announcer::here(),
            toasts: Toasts::here(),
            problems: use_problems(),
            over: RwSignal::new(0),
            heard_over: StoredValue::new(HashSet::new()),
            said: StoredValue::new(HashSet::new()),
        }
    }

    /// Those of this page. A part shown alone follows none.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::new)
    }

    /// Asks what is under way.
    pub fn look(self) {
        spawn_local(async move {
            if let Ok(runs) = list_open_runs().await {
                let _gone = self.runs.try_set(runs);
            }
        });
    }

    /// How many have ended while the page was open.
    pub fn over(self) -> u64 {
        self.over.get()
    }

    /// Follows one that has just begun.
    pub fn add(self, run: Run) {
        if run.state.is_over() {
            return self.end(run);
        }
        if self.heard_over.with_value(|over| over.contains(&run.id)) {
            return self.fetch(run.id, Self::end);
        }
        self.runs.update(|runs| {
            if !runs.iter().any(|own| own.id == run.id) {
                runs.push(run);
            }
        });
    }

    fn hear(self, told: Told) {
        if told.state.is_over() {
            self.heard_over.update_value(|over| {
                over.insert(told.id);
            });
            let was_open = self.runs.try_update(|runs| {
                let before = runs.len();
                runs.retain(|run| run.id != told.id);
                runs.len() < before
            });
            if was_open == Some(true) {
                self.fetch(told.id, Self::end);
            }
            return;
        }
        let is_known = self.runs.with_untracked(|runs| runs.iter().any(|run| run.id == told.id));
        if !is_known {
            // It was begun in another window.
            let is_over = self.heard_over.with_value(|over| over.contains(&told.id));
            if told.state != RunState::Draft && !is_over {
                self.fetch(told.id, Self::add);
            }
            return;
        }
        self.runs.update(|runs| {
            for run in runs.iter_mut().filter(|run| run.id == told.id && run.version <= told.version) {
                self.say(run, &told);
                (run.state, run.total, run.tally, run.version) =
                    (told.state, told.total, told.tally, told.version);
            }
        });
    }

    /// Says how far it is at every quarter, and no oftener.
    fn say(self, before: &Run, now: &Told) {
        let quarter = |reached: i64| if now.total == 0 { 0 } else { reached * 4 / now.total };
        if quarter(now.tally.all()) > quarter(before.tally.all()) {
            let args = [("done", now.tally.all().into()), ("total", now.total.into())];
            self.announcer.announce(self.i18n.text("run-reached", &args));
        }
    }

    fn fetch(self, id: RunId, then: fn(Self, Run)) {
        spawn_local(async move {
            if let Ok(run) = show_run(id).await {
                then(self, run);
            }
        });
    }

    /// Says how one ended, and offers to take it back.
    fn end(self, run: Run) {
        if self.said.try_update_value(|said| said.insert(run.id)) != Some(true) {
            return;
        }
        let _gone = self.over.try_update(|times| *times += 1);
        let (i18n, id) = (self.i18n, run.id);
        let text = match (&run.state, &run.error) {
            (RunState::Failed, Some(error)) => {
                format!("{} {}", i18n.text("run-failed", &[]), i18n.render(error))
            }
            (RunState::Cancelled, _) => format!("{} {}", i18n.text("run-stopped", &[]), ended(i18n, &run)),
            _ => ended(i18n, &run),
        };
        let toast = match run.state {
            RunState::Failed => Toast::negative(text),
            _ => Toast::positive(text),
        };
        let toast = match run.can_undo {
            true => toast.action(i18n.text("run-undo", &[]), move || take_back(self, id)),
            false => toast,
        };
        self.toasts.show(Toast { seconds: 20, ..toast });
    }
}

/// Takes back what a run did, and follows that.
pub fn take_back(open: OpenRuns, id: RunId) {
    spawn_local(async move {
        match undo_run(id).await {
            Ok(run) => open.add(run),
            Err(error) => open.problems.report(error),
        }
    });
}
