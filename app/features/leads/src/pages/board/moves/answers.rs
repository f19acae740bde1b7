//! What is on its way to the server, and what becomes of it.

use std::sync::Arc;

use kernel::{Error, LeadId, Result};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::Toast;

use super::report::Report;
use super::{Moves, card_of};
use crate::api::{move_lead, move_leads, update_lead};
use crate::pages::board::focus;
use crate::pages::board::state::{Request, Target};
use crate::pages::board::store::MovedHere;
use crate::{BoardGroup, Lead, LeadMove, LeadPatch, Stage};

/// A card on its way.
#[derive(Clone)]
pub(super) struct Going {
    pub(super) number: u64,
    pub(super) target: Target,
    /// Where it came from, if that is known.
    pub(super) back: Option<Target>,
}

/// Cards that were sent together, with what is to be told of those that went before them.
#[derive(Clone)]
pub(super) struct Sent {
    pub(super) going: Vec<Going>,
    pub(super) report: Report,
}

/// Asks the server. One card is the same operation as many; its answer is the plain one.
async fn ask(requests: Vec<Request>, answers: LeadPatch) -> Vec<Result<Lead>> {
    let count = requests.len();
    if let ([Request::Move(id, to)], true) = (requests.as_slice(), answers.is_empty()) {
        return vec![move_lead(*id, to.clone()).await];
    }
    let (mut moves, mut moved) = (Vec::new(), Vec::new());
    for request in requests {
        match request {
            Request::Move(id, to) => moves.push(LeadMove { id, to }),
            Request::Owner(id, version, owner) => {
                moved.push(update_lead(id, version, LeadPatch::one("owner_id", owner)).await);
            }
        }
    }
    if moves.is_empty() {
        return moved;
    }
    match move_leads(moves, answers).await {
        Ok(moved) => moved,
        Err(error) => vec![Err(error); count],
    }
}

impl Moves {
    /// Sends what waits first.
    pub(super) fn send(self) {
        let Some(requests) = self.store.change(|state| state.next_request()).flatten() else { return };
        let (numbers, requests): (Vec<u64>, Vec<Request>) = requests.into_iter().unzip();
        let is_this = |sent: &Sent| sent.going.iter().any(|going| numbers.contains(&going.number));
        let found = self.sent.with_value(|all| all.iter().find(|sent| is_this(sent)).cloned());
        let Some(sent) = found else { return };
        let given = sent.report.answers.clone();
        spawn_local(async move {
            let answers = ask(requests, given).await;
            if self.store.held.try_get_untracked().is_some() {
                self.sent
                    .update_value(|all| all.retain(|other| other.going[0].number != sent.going[0].number));
                self.answered(sent, answers);
                self.send();
            }
        });
    }

    fn answered(self, sent: Sent, answers: Vec<Result<Lead>>) {
        let focused =
            focus::focused().filter(|id| sent.going.iter().any(|going| going.target.card.id == *id));
        let (mut report, mut lacking) = (sent.report, Vec::new());
        let is_alone = sent.going.len() == 1 && report.is_empty();
        for (mut going, answer) in sent.going.into_iter().zip(answers) {
            let number = going.number;
            match answer {
                Ok(lead) => {
                    let card = card_of(&lead, self.store.card(lead.id).as_deref());
                    if let Some(back) = &mut going.back {
                        // An undo names the version that this move made, also when the card has left the view.
                        Arc::make_mut(&mut back.card).version = lead.version;
                    }
                    self.store.change(|state| state.confirm(number, card));
                    report.moved.push(going);
                }
                Err(Error::NotFound) => {
                    self.store.change(|state| state.gone(number));
                    let name = going.target.card.name.as_str();
                    let text = self.i18n.text("board-card-gone", &[("name", name.into())]);
                    report.stayed.push((going.target.card.clone(), text));
                }
                Err(error) => {
                    self.go_back(number, &error);
                    if !is_alone && self.can_be_filled_in(&going, &error) {
                        lacking.push(going);
                    } else if error == Error::Unauthenticated {
                        report.is_signed_out = true;
                    } else {
                        let text = self.i18n.render(&error.text());
                        report.stayed.push((going.target.card.clone(), text));
                    }
                }
            }
        }
        if let Some(id) = focused.filter(|id| self.store.card(*id).is_some()) {
            focus::on_card(self.store, id);
        }
        if lacking.is_empty() { self.tell(report) } else { self.fill_in(lacking, report) }
    }

    /// A card that was refused is back, or where somebody else has put it.
    fn go_back(self, number: u64, error: &Error) {
        let theirs = match error {
            Error::Conflict(conflict) => serde_json::from_value::<Lead>(conflict.current.clone()).ok(),
            _ => None,
        };
        self.store.change(|state| {
            state.fail(number);
            if let Some(lead) = &theirs {
                state.learn_card(card_of(lead, state.card(lead.id).as_deref()));
            }
        });
    }

    fn stage_of(self, target: &Target) -> Option<Stage> {
        Some(self.store.column(target.column)?.view.with_untracked(|view| view.stage.clone()))
    }

    /// Whether a card was refused for a field that its new stage asks for.
    fn can_be_filled_in(self, going: &Going, error: &Error) -> bool {
        let Error::Invalid(fields) = error else { return false };
        let is_asked_for = |stage: Stage| {
            fields.iter().all(|field| stage.required_fields.contains(&field.field)) && !fields.is_empty()
        };
        let by_stage = self.store.with(|state| state.group()) == BoardGroup::Stage;
        by_stage && self.stage_of(&going.target).is_some_and(is_asked_for)
    }

    /// Asks once for what the stage requires, for the first of the cards that lack it; the others take the same answers as
    /// far as they lack them too.
    fn fill_in(self, lacking: Vec<Going>, report: Report) {
        let Some(first) = lacking.first() else { return };
        let (id, Some(stage)) = (first.target.card.id, self.stage_of(&first.target)) else { return };
        let (stayed, unanswered) = (lacking.clone(), report.clone());
        let go_on = move |fields: LeadPatch| {
            let targets = lacking.iter().map(|going| going.target.clone()).collect();
            self.commit(targets, Report { answers: fields, ..report.clone() });
        };
        let asked = stage.clone();
        let give_up = move |error: Option<Error>| {
            let reason = error.map_or_else(
                || self.i18n.text("lead-stage-requires", &[("stage", asked.name.as_str().into())]),
                |error| self.i18n.render(&error.text()),
            );
            let mut report = unanswered.clone();
            report.stayed.extend(stayed.iter().map(|going| (going.target.card.clone(), reason.clone())));
            self.tell(report);
        };
        self.rules.ask(id, stage, Arc::new(go_on), Arc::new(give_up));
    }

    /// The one message about all of it.
    fn tell(self, report: Report) {
        let ids: Vec<LeadId> = report.stayed.iter().map(|(card, _)| card.id).collect();
        if report.is_many() {
            self.store.selection.mark(ids.iter().copied().filter(|id| self.store.card(*id).is_some()));
        }
        if report.is_signed_out {
            self.problems.report(Error::Unauthenticated);
        }
        let Some((meaning, text)) = report.text(self) else { return };
        let back: Vec<Target> = report.moved.iter().filter_map(|going| going.back.clone()).collect();
        let (undone, label) = (back.clone(), self.i18n.text("board-undo", &[]));
        let toast =
            Toast { meaning, ..if ids.is_empty() { Toast::positive(text) } else { Toast::negative(text) } };
        let toast = if back.is_empty() { toast } else { toast.action(label, move || self.undo(&undone)) };
        let number = self.toasts.show(toast);
        let moved: Vec<LeadId> = report.moved.iter().map(|going| going.target.card.id).collect();
        for back in back {
            self.store.remember_move(MovedHere { back, toast: number });
        }
        if !moved.is_empty() && self.store.query.with_untracked(|query| !query.filter.is_empty()) {
            // What others hear of it may have come before the answer; whether the cards still fit is asked once more.
            self.store.ask_about(moved, move |notice| self.notice(notice));
        }
    }
}
