//! A move from the drop to the server's answer. Drag, keyboard, menu and undo all come through [`Moves::run`].

use std::sync::Arc;

use kernel::{Error, I18n, LeadId, Problems, Result, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Announcer, Meaning, Toast, Toasts};

use super::focus;
use super::state::{ColumnKey, Request, Slot};
use super::store::{BoardStore, Hand, Held};
use crate::api::{move_lead, update_lead};
use crate::pages::actions::Actions;
use crate::pages::rules::Rules;
use crate::{BoardGroup, Lead, LeadCard, LeadPatch, Stage};

/// What moves cards on this board.
#[derive(Clone, Copy)]
pub struct Moves {
    /// The board.
    pub store: BoardStore,
    /// Asks for what a stage requires.
    pub rules: Rules,
    /// The texts.
    pub i18n: I18n,
    /// The messages.
    pub toasts: Toasts,
    /// The spoken messages.
    pub announcer: Announcer,
    /// What can be done to a card besides moving it.
    pub actions: Actions,
    problems: Problems,
    sent: StoredValue<Vec<Sent>>,
}

/// What is kept of a move until it is answered.
#[derive(Clone)]
struct Sent {
    number: u64,
    id: LeadId,
    name: String,
    to: Stage,
    is_new_column: bool,
    back: (ColumnKey, Slot),
}

impl Moves {
    /// For the board of this page.
    pub fn new(store: BoardStore, rules: Rules) -> Self {
        Self {
            store,
            rules,
            i18n: use_i18n(),
            toasts: Toasts::here(),
            announcer: Announcer::here(),
            actions: Actions::new(rules, Callback::new(move |lead: Lead| learn(store, &lead))),
            problems: use_problems(),
            sent: StoredValue::new(Vec::new()),
        }
    }

    /// Moves a card into a slot, after asking for what the stage requires. A card that was held stays in sight there
    /// until it is decided, and goes back to its exact place if not.
    pub fn run(self, id: LeadId, column: ColumnKey, slot: Slot) {
        let home = self.store.with(|state| state.home(id));
        let (Some(card), Some(target), Some((from, _, own))) =
            (self.store.card(id), self.store.column(column), home)
        else {
            return self.store.let_go();
        };
        if from == column {
            return if !self.store.with(|state| state.is_manual()) {
                self.stay(id, &self.i18n.text("board-order-is-sorted", &[]));
            } else if own.after == slot.after {
                self.cancel();
            } else {
                self.commit(id, column, slot, LeadPatch::default());
            };
        }
        let stage = target.view.with_untracked(|view| view.stage.clone());
        let count = target.view.with_untracked(|view| view.totals.count);
        if self.store.with(|state| state.group()) == BoardGroup::Owner {
            return self.commit(id, column, slot, LeadPatch::default());
        }
        if let Some(refusal) = self.rules.refusal(&stage, card.customer_id.is_some(), count) {
            return self.stay(id, &refusal);
        }
        self.ask_first(id, column, slot, stage, card);
    }

    fn ask_first(self, id: LeadId, column: ColumnKey, slot: Slot, stage: Stage, card: Arc<LeadCard>) {
        if stage.is_conversion && card.customer_id.is_none() {
            self.store.let_go();
            self.rules.convert(id);
        } else if stage.required_fields.is_empty() {
            self.commit(id, column, slot, LeadPatch::default());
        } else {
            // It stays where it was dropped while the dialog is open.
            self.store.hold_at(Held { id, by: Hand::Dialog, column, index: 0 }, slot);
            let go_on = move |fields| self.commit(id, column, slot, fields);
            let give_up = move |error: Option<Error>| {
                self.cancel();
                if let Some(error) = error {
                    self.refused(&error);
                }
            };
            self.rules.ask(id, stage, Arc::new(go_on), Arc::new(give_up));
        }
    }

    /// Nothing is moved, and why.
    fn stay(self, id: LeadId, reason: &str) {
        self.store.let_go();
        self.toasts.show(Toast::negative(reason));
        focus::on_card(self.store, id);
    }

    /// Lets go of the held card; it is back in its exact place and has the focus if it had it before.
    pub fn cancel(self) {
        let held = self.store.held.get_untracked();
        self.store.let_go();
        if let Some(held) = held {
            focus::on_card(self.store, held.id);
        }
    }

    fn commit(self, id: LeadId, column: ColumnKey, slot: Slot, fields: LeadPatch) {
        let (Some(card), Some(target), Some((from, _, own))) =
            (self.store.card(id), self.store.column(column), self.store.with(|state| state.home(id)))
        else {
            return self.store.let_go();
        };
        let began = self.store.change(|state| state.begin(id, column, slot, fields)).flatten();
        self.store.held.set(None);
        focus::on_card(self.store, id);
        if let Some(number) = began {
            let to = target.view.with_untracked(|view| view.stage.clone());
            let sent = Sent {
                number,
                id,
                name: card.name.clone(),
                to,
                is_new_column: from != column,
                back: (from, own),
            };
            self.sent.update_value(|all| all.push(sent));
            self.send();
        }
    }

    /// Sends the next move that waits.
    fn send(self) {
        let Some((number, request)) = self.store.change(|state| state.next_request()).flatten() else {
            return;
        };
        spawn_local(async move {
            let answer = match request {
                Request::Move(id, to) => move_lead(id, to).await,
                Request::Owner(id, version, owner) => {
                    update_lead(id, version, LeadPatch::one("owner_id", owner)).await
                }
            };
            if self.store.held.try_get_untracked().is_some() {
                self.answered(number, answer);
                self.send();
            }
        });
    }

    fn answered(self, number: u64, answer: Result<Lead>) {
        let found = self.sent.with_value(|all| all.iter().find(|sent| sent.number == number).cloned());
        let Some(sent) = found else { return };
        self.sent.update_value(|all| all.retain(|sent| sent.number != number));
        let had_focus = focus::is_on_card(sent.id);
        match answer {
            Ok(lead) => {
                let card = self.card_of(&lead);
                self.store.remember_move(sent.id);
                self.store.change(|state| state.confirm(number, card));
                self.moved(sent.clone());
            }
            Err(Error::NotFound) => {
                self.store.change(|state| state.gone(number));
                let text = self.i18n.text("board-card-gone", &[("name", sent.name.as_str().into())]);
                self.toasts.show(Toast::negative(text));
            }
            Err(error) => {
                let theirs = match &error {
                    Error::Conflict(conflict) => {
                        serde_json::from_value::<Lead>(conflict.current.clone()).ok()
                    }
                    _ => None,
                };
                self.store.change(|state| {
                    state.fail(number);
                    if let Some(lead) = &theirs {
                        state.learn_card(card_of(lead, state.card(lead.id).as_deref()));
                    }
                });
                self.refused(&error);
            }
        }
        if had_focus {
            focus::on_card(self.store, sent.id);
        }
    }

    /// The toast of a move that was made, with its undo.
    fn moved(self, sent: Sent) {
        let name = sent.name.as_str();
        let text = match sent.is_new_column {
            true => self
                .i18n
                .text("board-moved", &[("name", name.into()), ("stage", sent.to.name.as_str().into())]),
            false => self.i18n.text(
                "board-moved-within",
                &[("name", name.into()), ("stage", sent.to.name.as_str().into())],
            ),
        };
        let count = self
            .store
            .column(sent.to.id)
            .map_or(0, |column| column.view.with_untracked(|view| view.totals.count));
        let over = sent.to.wip_limit.filter(|limit| sent.is_new_column && count > *limit);
        let toast = match over {
            None => Toast::positive(text),
            Some(limit) => {
                let args = [
                    ("stage", sent.to.name.as_str().into()),
                    ("count", count.into()),
                    ("limit", limit.into()),
                ];
                let warning = self.i18n.text("board-over-limit", &args);
                Toast { meaning: Meaning::Warning, ..Toast::positive(format!("{text} {warning}")) }
            }
        };
        let (id, (column, slot)) = (sent.id, sent.back);
        self.toasts.show(toast.action(self.i18n.text("board-undo", &[]), move || self.run(id, column, slot)));
    }

    /// Says why something was refused. What needs a sign-in goes to the page's dialog.
    pub fn refused(self, error: &Error) {
        match error {
            Error::Unauthenticated => self.problems.report(error.clone()),
            other => drop(self.toasts.show(Toast::negative(self.i18n.render(&other.text())))),
        }
    }

    /// The card of a lead, with what only the board knows taken from the card before.
    pub fn card_of(self, lead: &Lead) -> LeadCard {
        let before = self.store.card(lead.id);
        card_of(lead, before.as_deref())
    }
}

/// What the board does with a lead that was changed otherwise than by a move.
fn learn(store: BoardStore, lead: &Lead) {
    let card = card_of(lead, store.card(lead.id).as_deref());
    store.change(|state| if lead.is_on_board() { state.learn_card(card) } else { state.drop_card(lead.id) });
}

fn card_of(lead: &Lead, before: Option<&LeadCard>) -> LeadCard {
    LeadCard {
        id: lead.id,
        name: lead.profile.name.clone(),
        company: lead.profile.company.clone(),
        stage_id: lead.stage_id(),
        rank: lead.rank.clone(),
        version: lead.version,
        value: lead.profile.value,
        owner_id: lead.profile.owner_id,
        tags: lead.tags.iter().map(|tag| tag.id).collect(),
        created_at: lead.created_at,
        stage_since: lead.stage_since,
        last_contact_at: lead.profile.last_contact_at,
        next_reminder_at: before.and_then(|card| card.next_reminder_at),
        customer_id: lead.customer_id,
        timeline_id: lead.timeline_id,
    }
}
