//! A card in hand: arrows carry it, and whatever moves with it.

use kernel::LeadId;
use leptos::prelude::*;

use super::{Act, CARRYING, Step, act_of};
use crate::pages::board::focus;
use crate::pages::board::moves::Moves;
use crate::pages::board::store::{Hand, Held};

/// Picks a card up.
pub fn lift(moves: Moves, id: LeadId) {
    if moves.store.take_in_hand(id, Hand::Keyboard).is_none() {
        return;
    }
    focus::on_card(moves.store, id);
    let count = moves.store.with(|state| state.moving_with(id).len());
    say(moves, if count > 1 { "board-said-lifted-many" } else { "board-said-lifted" });
}

/// A key while a card is held.
pub(super) fn on_key(key: &str, moves: Moves, held: Held) -> bool {
    match act_of(&CARRYING, key) {
        Some(Act::Drop) => drop_at(moves, held),
        Some(Act::GiveUp) => cancel(moves),
        Some(Act::Step) => {
            if let Some(step) = Step::of(key, ui::reads_right_to_left()) {
                take_along(moves, held, step);
            }
        }
        // Tab and all others do nothing, so that the card is not lost out of the hand unseen.
        _ => {}
    }
    true
}

fn drop_at(moves: Moves, held: Held) {
    let home = moves.store.with(|state| state.home(held.id));
    let is_alone = moves.store.with(|state| state.moving_with(held.id).len() == 1);
    let is_home = home.is_some_and(|(column, index, _)| column == held.column && index == held.index);
    let is_elsewhere = moves.store.with(|state| state.slot_at(held.column, held.index, &[held.id]).end);
    if is_home && is_alone && !is_elsewhere {
        cancel(moves);
    } else {
        moves.drop_held(held.id, held.column, held.index);
    }
}

/// Lets go, and says where the card is.
pub fn cancel(moves: Moves) {
    let Some(held) = moves.store.held.get_untracked() else { return };
    moves.cancel();
    let back = moves.store.with(|state| state.home(held.id));
    if let Some((column, index, _)) = back {
        let text = words(moves, "board-said-cancelled", Held { column, index, ..held });
        moves.announcer.announce(text);
    }
}

/// Lets go of a card that the keyboard held when the focus has left the board. A card that changes its column leaves the
/// page for a moment, so the look is taken a little later.
pub fn let_go_when_left(moves: Moves) {
    const LATER: std::time::Duration = std::time::Duration::from_millis(150);
    let is_held =
        move || moves.store.held.try_get_untracked().flatten().is_some_and(|held| held.by == Hand::Keyboard);
    if is_held() {
        set_timeout(
            move || {
                let active = document().active_element();
                let board = moves.store.element.try_get_untracked().flatten();
                let is_here = board.is_some_and(|board| board.contains(active.as_deref()));
                if is_held() && !is_here {
                    cancel(moves);
                }
            },
            LATER,
        );
    }
}

/// Carries the held card one step.
fn take_along(moves: Moves, held: Held, step: Step) {
    let columns = moves.store.columns.get_untracked();
    let Some(at) = columns.iter().position(|column| column.key == held.column) else { return };
    let is_manual = moves.store.with(|state| state.is_manual());
    let last = moves.store.with(|state| state.last_slot(held.column, &[held.id]));
    let next = match step {
        Step::Up | Step::Down | Step::First | Step::Last if !is_manual => {
            return moves.announcer.announce(moves.i18n.text("board-order-is-sorted", &[]));
        }
        Step::Up => Held { index: held.index.saturating_sub(1), ..held },
        Step::Down => Held { index: (held.index + 1).min(last), ..held },
        Step::First => Held { index: 0, ..held },
        Step::Last => Held { index: last, ..held },
        Step::Column(by) => {
            let Some(column) = at.checked_add_signed(by).and_then(|at| columns.get(at)) else { return };
            // A folded column unfolds: what cannot be seen cannot be chosen in.
            column.is_folded.set(false);
            let last = moves.store.with(|state| state.last_slot(column.key, &[held.id]));
            Held { column: column.key, index: held.index.min(last), ..held }
        }
    };
    if next != held {
        moves.store.hold(next);
        focus::on_card(moves.store, held.id);
        say(moves, "board-said-over");
    }
}

/// Says where the held card is now.
fn say(moves: Moves, key: &'static str) {
    if let Some(held) = moves.store.held.get_untracked() {
        moves.announcer.announce(words(moves, key, held));
    }
}

/// The position counts all cards of the column. Behind the last loaded one is the end, however many come before it.
fn words(moves: Moves, key: &'static str, held: Held) -> String {
    let store = moves.store;
    let (name, column) = (store.card(held.id), store.column(held.column));
    let name = name.map_or_else(String::new, |card| card.name.clone());
    let (moving, loaded) =
        store.with(|state| (state.moving_with(held.id), state.last_slot(held.column, &[held.id]) + 1));
    let (total, has_more) =
        column.map_or((0, false), |c| c.view.with_untracked(|view| (view.totals.count, view.has_more)));
    let is_own = store.with(|state| state.home(held.id)).is_some_and(|home| home.0 == held.column);
    let count = if has_more { (total + i64::from(!is_own)).max(loaded as i64) } else { loaded as i64 };
    let is_end = has_more && held.index + 1 == loaded;
    let args = [
        ("name", name.into()),
        ("stage", moves.column_name(held.column).into()),
        ("position", if is_end { count } else { held.index as i64 + 1 }.into()),
        ("count", count.into()),
        ("cards", (moving.len() as i64).into()),
    ];
    moves.i18n.text(key, &args)
}
