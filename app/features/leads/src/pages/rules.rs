//! What stands between a person's wish to change a stage and the change: the same on board, list and page.

use std::sync::Arc;

use kernel::{Error, I18n, LeadId, Text, use_i18n};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::get_lead;
use crate::{Lead, LeadPatch, Stage};

/// Asks for what stages require, and opens conversions. One stands on each page, with its dialogs.
#[derive(Clone, Copy)]
pub struct Rules {
    /// The question that is open.
    pub question: RwSignal<Option<Question>>,
    /// The lead that is being converted.
    pub converting: RwSignal<Option<LeadId>>,
    /// The lead that is being marked as lost.
    pub losing: RwSignal<Option<Losing>>,
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
    /// The names of the fields.
    pub fields: Vec<&'static str>,
    /// Told the answers.
    pub go_on: Then<LeadPatch>,
    /// Told that there are none.
    pub give_up: Then<Option<Error>>,
}

/// A lead about to be marked as lost.
#[derive(Clone)]
pub struct Losing {
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
        let limit = stage.wip_limit.filter(|limit| stage.wip_blocks && standing >= *limit)?;
        let text = Text::new("lead-stage-full").with("stage", &stage.name).with("limit", limit);
        Some(self.i18n.render(&text))
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
    }

    /// Leaves everything unanswered.
    pub fn give_up(self) {
        self.give_up_question();
        self.losing.set(None);
        self.converting.set(None);
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

    /// Asks why a lead was lost.
    pub fn lose(self, go_on: impl Fn(LeadPatch) + Send + Sync + 'static) {
        self.losing.set(Some(Losing { go_on: Arc::new(go_on) }));
    }
}
