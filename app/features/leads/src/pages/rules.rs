//! What stands between a person's wish to change a stage and the change: the same on board, list and page.

use std::sync::Arc;

use fields::Clashing;
use kernel::{Error, I18n, LeadId, use_i18n};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::get_lead;
use crate::{Lead, LeadEdit, LeadPatch, Outcome, Stage};

/// Asks for what stages require, and opens conversions. One stands on each page, with its dialogs.
#[derive(Clone, Copy)]
pub struct Rules {
    /// The question that is open.
    pub question: RwSignal<Option<Question>>,
    /// The lead that is being converted.
    pub converting: RwSignal<Option<LeadId>>,
    /// The lead that is being marked as lost or junk.
    pub losing: RwSignal<Option<Losing>>,
    /// The change that met another one.
    pub clashing: RwSignal<Option<Clashing>>,
    /// The texts.
    pub i18n: I18n,
}

/// What is done with an answer. Not a `Callback`, which would end with the part of the page in which the question was
/// asked: a menu, a dialog, a row.
pub type Then<T> = Arc<dyn Fn(T) + Send + Sync>;

/// Fields that a stage requires and a lead lacks.
#[derive(Clone)]
pub struct Question {
    /// The lead.
    pub lead: Lead,
    /// The stage.
    pub stage: Stage,
    /// The names of the fields, as programs know them.
    pub fields: Vec<String>,
    /// Told the answers.
    pub go_on: Then<LeadPatch>,
    /// Told that there are none.
    pub give_up: Then<Option<Error>>,
}

/// A lead about to be marked as lost or junk.
#[derive(Clone)]
pub struct Losing {
    /// As which of them.
    pub outcome: Outcome,
    /// Told the reason.
    pub go_on: Then<LeadPatch>,
}

impl Rules {
    /// For this page; it is put in context.
    pub fn provide() -> Self {
        let rules = Self {
            question: RwSignal::new(None),
            converting: RwSignal::new(None),
            losing: RwSignal::new(None),
            clashing: RwSignal::new(None),
            i18n: use_i18n(),
        };
        provide_context(rules);
        rules
    }

    /// The rules of this page; a part shown alone gets its own.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Why no lead of this kind comes into the stage, known without asking anybody.
    pub fn refusal(&self, stage: &Stage, is_converted: bool, standing: i64) -> Option<String> {
        if is_converted && !stage.is_conversion {
            return Some(self.i18n.text("lead-is-converted", &[]));
        }
        stage.has_room(standing).err().map(|error| self.i18n.render(&error.text()))
    }

    /// Asks for the fields that the lead lacks for the stage; goes on at once when there are none.
    pub fn ask(self, id: LeadId, stage: Stage, go_on: Then<LeadPatch>, give_up: Then<Option<Error>>) {
        spawn_local(async move {
            match get_lead(id).await {
                Err(error) => give_up(Some(error)),
                Ok(lead) => {
                    let fields = stage.missing(&lead);
                    if fields.is_empty() {
                        go_on(LeadPatch::default());
                    } else {
                        self.question.set(Some(Question { lead, stage, fields, go_on, give_up }));
                    }
                }
            }
        });
    }

    /// Whether any of the dialogs is open.
    pub fn is_asking(self) -> bool {
        self.question.with(Option::is_some)
            || self.losing.with(Option::is_some)
            || self.converting.with(Option::is_some)
            || self.clashing.with(Option::is_some)
    }

    /// Leaves everything unanswered.
    pub fn give_up(self) {
        self.give_up_question();
        self.losing.set(None);
        self.converting.set(None);
        self.clashing.set(None);
    }

    /// Lets the person choose between values of the same fields, if that is what the answer is about; whether it is.
    pub fn choose(
        self,
        error: &Error,
        edit: &LeadEdit,
        go_on: impl Fn((Lead, LeadEdit)) + Send + Sync + 'static,
    ) -> bool {
        let go_on = move |(now, edit)| {
            if let Ok(lead) = serde_json::from_value::<Lead>(now) {
                go_on((lead, edit));
            }
        };
        let clashing = Clashing::of(error, edit, go_on);
        let is_asked = clashing.is_some();
        if is_asked {
            self.clashing.set(clashing);
        }
        is_asked
    }

    /// Leaves the required fields unanswered; who asked is told.
    pub fn give_up_question(self) {
        if let Some(question) = self.question.try_update(Option::take).flatten() {
            (question.give_up)(None);
        }
    }

    /// Opens the conversion of a lead.
    pub fn convert(self, id: LeadId) {
        self.converting.set(Some(id));
    }

    /// Asks why a lead was lost, or is junk; the answer may be none.
    pub fn lose(self, outcome: Outcome, go_on: impl Fn(LeadPatch) + Send + Sync + 'static) {
        self.losing.set(Some(Losing { outcome, go_on: Arc::new(go_on) }));
    }
}
