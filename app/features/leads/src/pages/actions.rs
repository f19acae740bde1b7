//! What can be done to a lead besides moving it: the same from cards, rows and its page. Each can be taken back.

use std::sync::Arc;

use kernel::{Error, I18n, LeadId, Problems, StaffId, Version, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Toast, Toasts};

use super::rules::{Rules, Then};
use crate::api::{delete_lead, move_lead, restore_lead, update_lead};
use crate::{Lead, LeadPatch, Move, Outcome, Stage};

/// Does things to leads and tells the page what became of them. A copyable handle.
#[derive(Clone, Copy)]
pub struct Actions {
    /// The texts.
    pub i18n: I18n,
    /// The messages.
    pub toasts: Toasts,
    /// The dialogs of the page.
    pub rules: Rules,
    problems: Problems,
    changed: Callback<Lead>,
}

impl Actions {
    /// For a page that is told every lead that was changed.
    pub fn new(rules: Rules, changed: Callback<Lead>) -> Self {
        Self { i18n: use_i18n(), toasts: Toasts::here(), rules, problems: use_problems(), changed }
    }

    /// Changes fields; `undo` takes it back.
    pub fn patch(
        self,
        id: LeadId,
        version: Version,
        patch: LeadPatch,
        said: String,
        undo: Option<LeadPatch>,
    ) {
        spawn_local(async move {
            match update_lead(id, version, patch).await {
                Err(error) => self.refused(&error),
                Ok(lead) => {
                    let version = lead.version;
                    self.tell(lead);
                    let toast = Toast::positive(said);
                    self.toasts.show(match undo {
                        None => toast,
                        Some(undo) => toast.action(self.i18n.text("board-undo", &[]), move || {
                            self.patch(id, version, undo.clone(), self.i18n.text("lead-undone", &[]), None);
                        }),
                    });
                }
            }
        });
    }

    /// Gives a lead to somebody, or to nobody.
    pub fn assign(
        self,
        id: LeadId,
        version: Version,
        to: Option<StaffId>,
        from: Option<StaffId>,
        name: &str,
    ) {
        let said = match to {
            Some(_) => self.i18n.text("lead-assigned", &[("name", name.into())]),
            None => self.i18n.text("lead-unassigned", &[]),
        };
        self.patch(id, version, LeadPatch::one("owner_id", to), said, Some(LeadPatch::one("owner_id", from)));
    }

    /// Takes a lead out of play, or brings it back.
    pub fn put_out(self, id: LeadId, version: Version, outcome: Outcome, fields: LeadPatch) {
        let said = match outcome {
            Outcome::Lost => self.i18n.text("lead-marked-lost", &[]),
            Outcome::Junk => self.i18n.text("lead-marked-junk", &[]),
            Outcome::Active => self.i18n.text("lead-marked-active", &[]),
        };
        let undo = LeadPatch::one("outcome", Outcome::Active);
        let undo = (outcome != Outcome::Active).then_some(undo);
        self.patch(id, version, fields.and("outcome", outcome), said, undo);
    }

    /// Puts a lead into the bin.
    pub fn delete(self, id: LeadId, version: Version) {
        spawn_local(async move {
            match delete_lead(id, version).await {
                Err(error) => self.refused(&error),
                Ok(lead) => {
                    let said =
                        self.i18n.text("lead-deleted-toast", &[("name", lead.profile.name.as_str().into())]);
                    self.tell(lead);
                    let undo = move || self.restore(id);
                    self.toasts.show(Toast::positive(said).action(self.i18n.text("board-undo", &[]), undo));
                }
            }
        });
    }

    /// Takes a lead out of the bin.
    pub fn restore(self, id: LeadId) {
        spawn_local(async move {
            match restore_lead(id).await {
                Err(error) => self.refused(&error),
                Ok(lead) => {
                    self.tell(lead);
                    self.toasts.show(Toast::positive(self.i18n.text("lead-undone", &[])));
                }
            }
        });
    }

    /// Puts a lead on top of another stage, from a list or a page: the rules are the board's. `given_up` is told when
    /// it stays where it is.
    pub fn restage(self, lead: Lead, stage: Stage, given_up: Then<()>) {
        if let Some(refusal) = self.rules.refusal(&stage, lead.customer_id.is_some(), 0) {
            self.toasts.show(Toast::negative(refusal));
            return given_up(());
        }
        if stage.is_conversion && lead.customer_id.is_none() {
            given_up(());
            return self.rules.convert(lead.id);
        }
        let id = lead.id;
        let go_on = {
            let (lead, stage, given_up) = (lead, stage.clone(), given_up.clone());
            move |fields| self.send_move(lead.clone(), stage.clone(), fields, given_up.clone())
        };
        if stage.required_fields.is_empty() {
            return go_on(LeadPatch::default());
        }
        let give_up = move |error: Option<Error>| {
            given_up(());
            if let Some(error) = error {
                self.refused(&error);
            }
        };
        self.rules.ask(id, stage, Arc::new(go_on), Arc::new(give_up));
    }

    fn send_move(self, lead: Lead, stage: Stage, fields: LeadPatch, given_up: Then<()>) {
        let (id, back) = (lead.id, lead.stage_id());
        let to = Move { stage_id: stage.id(), after_id: None, at_end: false, version: lead.version, fields };
        spawn_local(async move {
            match move_lead(id, to).await {
                Err(error) => {
                    given_up(());
                    self.refused(&error);
                }
                Ok(lead) => {
                    let args =
                        [("name", lead.profile.name.as_str().into()), ("stage", stage.name.as_str().into())];
                    let (said, version) = (self.i18n.text("board-moved", &args), lead.version);
                    self.tell(lead);
                    let undo = move || self.move_back(id, version, back);
                    self.toasts.show(Toast::positive(said).action(self.i18n.text("board-undo", &[]), undo));
                }
            }
        });
    }

    fn move_back(self, id: LeadId, version: Version, stage_id: kernel::StageId) {
        let to = Move { stage_id, after_id: None, at_end: false, version, fields: LeadPatch::default() };
        spawn_local(async move {
            match move_lead(id, to).await {
                Err(error) => self.refused(&error),
                Ok(lead) => {
                    self.tell(lead);
                    self.toasts.show(Toast::positive(self.i18n.text("lead-undone", &[])));
                }
            }
        });
    }

    /// Hands a lead on to the page, unless the page is gone.
    pub fn tell(self, lead: Lead) {
        let _gone = self.changed.try_run(lead);
    }

    /// Says why something was refused. A conflict brings the lead as it is now.
    pub fn refused(self, error: &Error) {
        if let Error::Conflict(conflict) = error
            && let Ok(lead) = serde_json::from_value::<Lead>(conflict.current.clone())
        {
            self.tell(lead);
        }
        match error {
            Error::Unauthenticated => self.problems.report(error.clone()),
            other => drop(self.toasts.show(Toast::negative(self.i18n.render(&other.text())))),
        }
    }
}
