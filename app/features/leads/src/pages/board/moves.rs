//! A move from the drop to the server's answer, of one card or of many. Drag, keyboard, menu and undo all come through
//! [`Moves::run`].

use std::sync::Arc;

use kernel::{Error, I18n, LeadId, Problems, use_i18n, use_problems};
use leptos::prelude::*;
use ui::{Announcer, Toast, Toasts};

use super::data::Notice;
use super::focus;
use super::state::{ColumnKey, Slot, Target};
use super::store::{BoardStore, Hand, Held, MovedHere};
use crate::pages::actions::Actions;
use crate::pages::restaging::Traveller;
use crate::pages::rules::Rules;
use crate::{BoardGroup, Lead, LeadCard, LeadPatch, Stage};

mod answers;
mod report;

use answers::Sent;
use report::Report;

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

    /// Drops what is in hand: the held card and all that move with it.
    pub fn drop_held(self, id: LeadId, column: ColumnKey, index: usize) {
        let (ids, slot) =
            self.store.with(|state| (state.moving_with(id), state.slot_at(column, index, &[id])));
        self.run(&ids, column, slot);
    }

    /// Moves cards into a slot, one behind the other, after asking for what the stage requires. Cards that were held stay
    /// in sight there until it is decided, and go back to their exact places if not.
    pub fn run(self, ids: &[LeadId], column: ColumnKey, slot: Slot) {
        let Some(target) = self.store.column(column) else { return self.store.let_go() };
        let targets = self.store.with(|state| state.targets(ids, column, slot, &LeadPatch::default()));
        let home = |id| self.store.with(|state| state.home(id)).map(|(column, ..)| column);
        let Some(first) = targets.first().map(|target| target.card.clone()) else {
            return self.store.let_go();
        };
        let is_manual = self.store.with(|state| state.is_manual());
        if targets.iter().all(|target| home(target.card.id) == Some(column)) {
            return if !is_manual {
                self.stay(first.id, &self.i18n.text("board-order-is-sorted", &[]));
            } else if self.store.with(|state| state.would_change(&targets)) {
                self.commit(targets, Report::default());
            } else {
                self.cancel();
            };
        }
        if targets.len() > 1 || self.store.with(|state| state.group()) == BoardGroup::Owner {
            return self.commit(targets, Report::default());
        }
        let stage = target.view.with_untracked(|view| view.stage.clone());
        let count = target.view.with_untracked(|view| view.totals.count);
        match self.rules.refusal(&stage, first.customer_id.is_some(), count) {
            Some(refusal) => self.stay(first.id, &refusal),
            None => self.ask_first(targets, stage, &first),
        }
    }

    /// Asks for one card what the stage requires.
    fn ask_first(self, targets: Vec<Target>, stage: Stage, card: &LeadCard) {
        let (id, Some(target)) = (card.id, targets.first()) else { return };
        if stage.is_conversion && card.customer_id.is_none() {
            self.store.let_go();
            self.rules.convert(id);
        } else if stage.required_fields.is_empty() {
            self.commit(targets, Report::default());
        } else {
            // It stays where it was dropped while the dialog is open.
            let held = Held { id, by: Hand::Dialog, column: target.column, index: 0 };
            self.store.hold_at(held, target.slot);
            let go_on = move |fields: LeadPatch| {
                let with_fields = |target: &Target| Target { fields: fields.clone(), ..target.clone() };
                self.commit(targets.iter().map(with_fields).collect(), Report::default());
            };
            let give_up = move |error: Option<Error>| {
                self.cancel();
                if let Some(error) = error {
                    self.refused(&error);
                }
            };
            self.rules.ask(id, stage, Arc::new(go_on), Arc::new(give_up));
        }
    }

    /// Sends cards to the top of a stage of another pipeline; they leave this board.
    pub fn leave(self, ids: &[LeadId], stage: i64) {
        let stage =
            self.store.words.with_untracked(|words| words.stages.iter().find(|own| own.id == stage).cloned());
        let cards = ids.iter().filter_map(|id| self.store.card(*id));
        let leads: Vec<Traveller> = cards.map(|card| Traveller::from(&*card)).collect();
        self.store.let_go();
        if let Some(stage) = stage.filter(|_| !leads.is_empty()) {
            self.store.selection.unmark(ids);
            self.actions.restage(leads, stage, Arc::new(|()| ()));
        }
    }

    /// Nothing is moved, and why.
    fn stay(self, id: LeadId, reason: &str) {
        self.store.let_go();
        self.toasts.show(Toast::negative(reason));
        focus::on_card(self.store, id);
    }

    /// Lets go of what is in hand; it is back in its exact place and has the focus if it had it before.
    pub fn cancel(self) {
        let held = self.store.held.get_untracked();
        self.store.let_go();
        if let Some(held) = held {
            focus::on_card(self.store, held.id);
        }
    }

    /// Shows the moves and sends them together.
    fn commit(self, targets: Vec<Target>, report: Report) {
        let Some(id) = targets.first().map(|target| target.card.id) else { return };
        let held = self.store.held.get_untracked().map(|held| held.id);
        let ids: Vec<LeadId> = targets.iter().map(|target| target.card.id).collect();
        let back: Vec<Option<Target>> = targets.iter().map(|target| self.back(&target.card)).collect();
        let numbers = self.store.change(|state| state.begin_all(targets.clone())).unwrap_or_default();
        self.store.held.set(None);
        self.store.selection.unmark(&ids);
        focus::on_card(self.store, held.filter(|held| ids.contains(held)).unwrap_or(id));
        let batch = targets.into_iter().zip(back).zip(numbers);
        let sent = batch.map(|((target, back), number)| answers::Going { number, target, back }).collect();
        self.sent.update_value(|all| all.push(Sent { going: sent, report }));
        self.send();
    }

    /// Where an undo puts a card.
    fn back(self, card: &Arc<LeadCard>) -> Option<Target> {
        let (column, _, slot) = self.store.with(|state| state.home(card.id))?;
        Some(Target { card: card.clone(), column, slot, fields: LeadPatch::default() })
    }

    /// Puts cards back where they were before a move.
    fn undo(self, back: &[Target]) {
        let fresh = |target: &Target| {
            let card = self.store.with(|state| state.card(target.card.id));
            Target { card: card.unwrap_or_else(|| target.card.clone()), ..target.clone() }
        };
        self.commit(back.iter().map(fresh).collect(), Report::default());
    }

    /// Tells what a change on the server means for the person.
    pub fn notice(self, notice: Notice) {
        match notice {
            Notice::LeftFilter(left) => self.left_filter(&left),
            Notice::Elsewhere(id, column) => {
                let name = self.store.card(id).map_or_else(String::new, |card| card.name.clone());
                let args = [("name", name.into()), ("stage", self.column_name(column).into())];
                self.announcer.announce(self.i18n.text("board-said-elsewhere", &args));
            }
        }
    }

    /// A move that took cards out of the view: says so, and offers to take it back.
    fn left_filter(self, left: &[MovedHere]) {
        let Some(first) = left.first() else { return };
        left.iter().for_each(|moved| self.toasts.dismiss(moved.toast));
        let args = [("name", first.back.card.name.as_str().into()), ("count", (left.len() as i64).into())];
        let key = if left.len() == 1 { "board-left-filter" } else { "board-left-filter-many" };
        let back: Vec<Target> = left.iter().map(|moved| moved.back.clone()).collect();
        let undo = move || self.undo(&back);
        let toast = Toast::neutral(self.i18n.text(key, &args));
        self.toasts.show(toast.action(self.i18n.text("board-undo", &[]), undo));
    }

    /// What a column is called.
    pub fn column_name(self, key: ColumnKey) -> String {
        match (key, self.store.column(key)) {
            (0, _) => self.i18n.text("board-nobody", &[]),
            (_, column) => {
                column.map_or_else(String::new, |c| c.view.with_untracked(|view| view.stage.name.clone()))
            }
        }
    }

    /// Says why something was refused. What needs a sign-in goes to the page's dialog.
    pub fn refused(self, error: &Error) {
        match error {
            Error::Unauthenticated => self.problems.report(error.clone()),
            other => drop(self.toasts.show(Toast::negative(self.i18n.render(&other.text())))),
        }
    }
}

/// What the board does with a lead that was changed otherwise than by a move.
fn learn(store: BoardStore, lead: &Lead) {
    let card = card_of(lead, store.card(lead.id).as_deref());
    let words = store.words.get_untracked();
    let pipeline = store.pipeline.with_untracked(|pipeline| pipeline.id.0);
    let stands_here = |id| words.stages.iter().any(|stage| stage.id() == id && stage.pipeline_id == pipeline);
    let is_here = lead.is_on_board() && stands_here(lead.stage_id());
    store.change(|state| if is_here { state.learn_card(card) } else { state.drop_card(lead.id) });
}

/// The card of a lead, with what only the board knows taken from the card before.
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
        added: lead.profile.custom.clone(),
        created_at: lead.created_at,
        stage_since: lead.stage_since,
        last_contact_at: lead.profile.last_contact_at,
        next_reminder_at: before.and_then(|card| card.next_reminder_at),
        customer_id: lead.customer_id,
        timeline_id: lead.timeline_id,
    }
}
