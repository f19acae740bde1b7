//! The board by keyboard: arrows move the focus; Space picks a card up, arrows carry it, Space drops it.

use kernel::LeadId;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::focus;
use super::moves::Moves;
use super::state::Slot;
use super::store::{ColumnHandle, Hand, Held};

/// Where an arrow key points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Up,
    Down,
    /// So many columns on in reading direction.
    Column(isize),
    First,
    Last,
}

impl Step {
    /// The step of a key. Left is left on the screen, whichever way the page reads.
    fn of(key: &str, right_to_left: bool) -> Option<Self> {
        let onward = if right_to_left { -1 } else { 1 };
        match key {
            "ArrowUp" => Some(Self::Up),
            "ArrowDown" => Some(Self::Down),
            "ArrowLeft" => Some(Self::Column(-onward)),
            "ArrowRight" => Some(Self::Column(onward)),
            "Home" => Some(Self::First),
            "End" => Some(Self::Last),
            _ => None,
        }
    }
}

/// Handles a key that was pressed on a card or on a list; `ask_where` opens "Move to...".
pub fn on_key(event: &KeyboardEvent, moves: Moves, ask_where: impl Fn(LeadId)) {
    if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let held = moves.store.held.get_untracked();
    let answered = match held {
        Some(held) if held.by == Hand::Keyboard => carry(&event.key(), moves, held),
        Some(_) => false,
        None => walk(&event.key(), moves, ask_where),
    };
    if answered {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// A key while no card is held.
fn walk(key: &str, moves: Moves, ask_where: impl Fn(LeadId)) -> bool {
    let here = focus::focused().or_else(|| current_of_focused_list(moves));
    let Some(id) = here else { return false };
    match key {
        " " if focus::is_on_card(id) => lift(moves, id),
        "m" | "M" if focus::is_on_card(id) => ask_where(id),
        key => return Step::of(key, ui::reads_right_to_left()).is_some_and(|step| go(moves, id, step)),
    }
    true
}

/// A list that has the focus because its card scrolled out of sight stands for that card.
fn current_of_focused_list(moves: Moves) -> Option<LeadId> {
    let key = document().active_element()?.get_attribute("data-column")?.parse().ok()?;
    moves.store.column(key)?.current.get_untracked()
}

/// Puts the focus on another card.
fn go(moves: Moves, id: LeadId, step: Step) -> bool {
    let columns = moves.store.columns.get_untracked();
    let place =
        |column: &ColumnHandle| column.view.with_untracked(|view| view.cards.iter().position(|c| c.id == id));
    let Some((at, index)) = columns.iter().enumerate().find_map(|(at, column)| Some((at, place(column)?)))
    else {
        return false;
    };
    let count = |column: &ColumnHandle| column.view.with_untracked(|view| view.cards.len());
    let (column, index) = match step {
        Step::Up => (columns[at], index.saturating_sub(1)),
        Step::Down => (columns[at], index + 1),
        Step::First => (columns[at], 0),
        Step::Last => (columns[at], usize::MAX),
        Step::Column(by) => {
            let is_open = |column: &&ColumnHandle| count(column) > 0 && !column.is_folded.get_untracked();
            let next = match by {
                1.. => columns[at + 1..].iter().find(is_open),
                _ => columns[..at].iter().rev().find(is_open),
            };
            let Some(next) = next else { return true };
            (*next, index)
        }
    };
    let index = index.min(count(&column).saturating_sub(1));
    if let Some(next) = column.view.with_untracked(|view| view.cards.get(index).map(|card| card.id)) {
        focus::on_card(moves.store, next);
    }
    true
}

/// Picks a card up.
pub fn lift(moves: Moves, id: LeadId) {
    let Some((column, index, _)) = moves.store.with(|state| state.home(id)) else { return };
    moves.store.hold(Held { id, by: Hand::Keyboard, column, index });
    focus::on_card(moves.store, id);
    say(moves, "board-said-lifted");
}

/// A key while a card is held.
fn carry(key: &str, moves: Moves, held: Held) -> bool {
    match key {
        " " | "Enter" => {
            let slot = moves.store.with(|state| state.slot_at(held.column, held.index, held.id));
            drop_at(moves, held, slot);
        }
        "Escape" => cancel(moves),
        "Tab" => {}
        key => {
            let Some(step) = Step::of(key, ui::reads_right_to_left()) else { return true };
            take_along(moves, held, step);
        }
    }
    true
}

fn drop_at(moves: Moves, held: Held, slot: Slot) {
    let home = moves.store.with(|state| state.home(held.id));
    let is_home = home.is_some_and(|(column, index, _)| column == held.column && index == held.index);
    if is_home { cancel(moves) } else { moves.run(held.id, held.column, slot) }
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
    let last = moves.store.with(|state| state.last_slot(held.column, held.id));
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
            let last = moves.store.with(|state| state.last_slot(column.key, held.id));
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

fn words(moves: Moves, key: &'static str, held: Held) -> String {
    let (name, column) = (moves.store.card(held.id), moves.store.column(held.column));
    let name = name.map_or_else(String::new, |card| card.name.clone());
    let stage =
        column.map_or_else(String::new, |column| column.view.with_untracked(|view| view.stage.name.clone()));
    let count = moves.store.with(|state| state.last_slot(held.column, held.id)) + 1;
    let args = [
        ("name", name.into()),
        ("stage", stage.into()),
        ("position", (held.index + 1).into()),
        ("count", count.into()),
    ];
    moves.i18n.text(key, &args)
}

#[cfg(test)]
mod tests {
    use super::Step;

    #[test]
    fn left_is_left_on_the_screen() {
        assert_eq!(Step::of("ArrowLeft", false), Some(Step::Column(-1)));
        assert_eq!(Step::of("ArrowLeft", true), Some(Step::Column(1)));
        assert_eq!(Step::of("ArrowRight", true), Some(Step::Column(-1)));
        assert_eq!(Step::of("a", false), None);
    }
}
