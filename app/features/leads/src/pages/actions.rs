//! What can be done to a lead besides moving it: the same from cards, rows and its page. Each can be taken back.

use std::sync::Arc;

use kernel::{Error, I18n, LeadId, Problems, StaffId, Version, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Toast, Toasts};

use super::rules::{Rules, Then};
use crate::api::{delete_lead, edit_lead, restore_lead, undo_lead_conversion};
use crate::{Lead, LeadEdit, LeadPatch, Outcome};

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

    /// Changes fields that held `seen`; a field that is not in it is meant whatever it holds. The message offers to take
    /// back what was seen.
    pub fn edit(self, id: LeadId, seen: LeadPatch, to: LeadPatch, said: String) {
        let back = (seen.clone(), to.clone());
        let undo = move || {
            let (before, now) = back.clone();
            let now =
                LeadPatch(now.0.into_iter().filter(|(field, _)| before.0.contains_key(field)).collect());
            self.send(id, LeadEdit { to: before, seen: now.0 }, self.i18n.text("lead-undone", &[]), None);
        };
        let undo: Option<Then<()>> = (!seen.is_empty()).then(|| Arc::new(move |()| undo()) as Then<()>);
        self.send(id, LeadEdit { to, seen: seen.0 }, said, undo);
    }

    fn send(self, id: LeadId, edit: LeadEdit, said: String, undo: Option<Then<()>>) {
        spawn_local(async move {
            match edit_lead(id, edit.clone()).await {
                Err(error) => {
                    let again = said.clone();
                    let go_on = move |(lead, edit): (Lead, LeadEdit)| {
                        self.tell(lead);
                        if !edit.to.is_empty() {
                            self.send(id, edit, again.clone(), None);
                        }
                    };
                    if !self.rules.choose(&error, &edit, go_on) {
                        self.refused(&error);
                    }
                }
                Ok(lead) => {
                    self.tell(lead);
                    let toast = Toast::positive(said);
                    self.toasts.show(match undo {
                        None => toast,
                        Some(undo) => toast.action(self.i18n.text("board-undo", &[]), move || undo(())),
                    });
                }
            }
        });
    }

    /// Gives a lead to somebody, or to nobody.
    pub fn assign(self, id: LeadId, to: Option<StaffId>, from: Option<StaffId>, name: &str) {
        let said = match to {
            Some(_) => self.i18n.text("lead-assigned", &[("name", name.into())]),
            None => self.i18n.text("lead-unassigned", &[]),
        };
        self.edit(id, LeadPatch::one("owner_id", from), LeadPatch::one("owner_id", to), said);
    }

    /// Takes a lead out of play, or brings it back. `fields` go along, such as the reason of a loss.
    pub fn put_out(self, id: LeadId, from: Outcome, outcome: Outcome, fields: LeadPatch) {
        let said = match outcome {
            Outcome::Lost => self.i18n.text("lead-marked-lost", &[]),
            Outcome::Junk => self.i18n.text("lead-marked-junk", &[]),
            Outcome::Active => self.i18n.text("lead-marked-active", &[]),
        };
        self.edit(id, LeadPatch::one("outcome", from), fields.and("outcome", outcome), said);
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

    /// Takes a conversion back.
    pub fn unconvert(self, id: LeadId, version: Version) {
        spawn_local(async move {
            match undo_lead_conversion(id, version).await {
                Err(error) => self.refused(&error),
                Ok(lead) => {
                    self.tell(lead);
                    self.toasts.show(Toast::positive(self.i18n.text("convert-undone", &[])));
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
