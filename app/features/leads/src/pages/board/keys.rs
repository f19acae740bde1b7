//! The board by keyboard: arrows move the focus; Space picks a card up, arrows carry it, Space drops it. What a key does
//! stands in two lists, which the help sheet shows too.

use kernel::{LeadId, use_i18n};
use leptos::prelude::*;
use ui::Shortcuts;
use web_sys::KeyboardEvent;

use super::columns::AskWhere;
use super::focus;
use super::moves::Moves;
use super::selection;
use super::store::{ColumnHandle, Hand};

mod carry;

pub use carry::let_go_when_left;
use carry::lift;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    /// Goes to another card, or carries the held one.
    Step,
    Lift,
    Drop,
    Ask,
    Mark,
    /// Gives up what was begun: a card in hand, marks.
    GiveUp,
}

/// A line of the help sheet: the keys as the browser names them and as they are shown, what they do and how it is said.
struct Key {
    names: &'static [&'static str],
    shown: &'static str,
    act: Act,
    says: &'static str,
}

const fn key(names: &'static [&'static str], shown: &'static str, act: Act, says: &'static str) -> Key {
    Key { names, shown, act, says }
}

/// The keys while no card is in hand.
const WALKING: [Key; 8] = [
    key(&["ArrowUp", "ArrowDown"], "up down", Act::Step, "board-key-up-down"),
    key(&["ArrowLeft", "ArrowRight"], "left right", Act::Step, "board-key-left-right"),
    key(&["Home", "End"], "home end", Act::Step, "board-key-ends"),
    key(&[" "], "space", Act::Lift, "board-key-lift"),
    key(&["m", "M"], "m", Act::Ask, "board-key-move"),
    key(&["x", "X"], "x", Act::Mark, "board-key-mark"),
    key(&["mod+ "], "mod+space", Act::Mark, "board-key-mark"),
    key(&["Escape"], "escape", Act::GiveUp, "board-key-unmark"),
];

/// The keys while one is.
const CARRYING: [Key; 5] = [
    key(&["ArrowUp", "ArrowDown"], "up down", Act::Step, "board-key-carry-up-down"),
    key(&["ArrowLeft", "ArrowRight"], "left right", Act::Step, "board-key-carry-left-right"),
    key(&["Home", "End"], "home end", Act::Step, "board-key-carry-ends"),
    key(&[" ", "Enter"], "space", Act::Drop, "board-key-drop"),
    key(&["Escape"], "escape", Act::GiveUp, "board-key-cancel"),
];

fn act_of(keys: &[Key], name: &str) -> Option<Act> {
    keys.iter().find(|key| key.names.contains(&name)).map(|key| key.act)
}

/// Puts the keys of the board on the help sheet, for as long as the board is there.
pub fn tell(shortcuts: Shortcuts) {
    let i18n = use_i18n();
    let words = move |key: &'static str| Signal::derive(move || i18n.text(key, &[]));
    for (group, keys) in [("board-keys", WALKING.as_slice()), ("board-keys-held", &CARRYING)] {
        for key in keys {
            shortcuts.tell(key.shown, words(group), words(key.says));
        }
    }
}

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

/// Hears the keys that come while a held card changes its place: for a moment its element is not in the page, and the
/// focus nowhere.
pub fn listen(moves: Moves, asked: AskWhere) {
    let is_nowhere =
        || document().active_element().is_none_or(|element| element.tag_name().eq_ignore_ascii_case("body"));
    let is_held =
        move || moves.store.held.try_get_untracked().flatten().is_some_and(|held| held.by == Hand::Keyboard);
    Effect::new(move |_| {
        let hear = move |event: KeyboardEvent| {
            if is_held() && is_nowhere() {
                on_key(&event, moves, asked);
            }
        };
        let handle = window_event_listener(leptos::ev::keydown, hear);
        on_cleanup(move || handle.remove());
    });
}

/// Handles a key that was pressed on a card or on a list.
pub fn on_key(event: &KeyboardEvent, moves: Moves, asked: AskWhere) {
    if event.default_prevented() || event.alt_key() {
        return;
    }
    let with_mod = event.ctrl_key() || event.meta_key();
    let key = if with_mod { format!("mod+{}", event.key()) } else { event.key() };
    let held = moves.store.held.get_untracked();
    let answered = match held {
        Some(held) if held.by == Hand::Keyboard && !with_mod => carry::on_key(&key, moves, held),
        Some(_) => false,
        None => walk(&key, moves, asked),
    };
    if answered {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// A key while no card is held.
fn walk(key: &str, moves: Moves, AskWhere(asked): AskWhere) -> bool {
    let Some(act) = act_of(&WALKING, key) else { return false };
    let here = focus::focused().or_else(|| current_of_focused_list(moves));
    let Some(id) = here else { return false };
    let (store, is_on_card) = (moves.store, focus::is_on_card(id));
    match act {
        Act::Step => {
            return Step::of(key, ui::reads_right_to_left()).is_some_and(|step| go(moves, id, step));
        }
        Act::Lift if is_on_card => lift(moves, id),
        Act::Ask if is_on_card => asked.set(store.together(id)),
        Act::Mark if is_on_card => store.selection.toggle(id),
        Act::GiveUp if !store.selection.is_empty() => selection::clear(store),
        _ => return false,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn left_is_left_on_the_screen() {
        assert_eq!(Step::of("ArrowLeft", false), Some(Step::Column(-1)));
        assert_eq!(Step::of("ArrowLeft", true), Some(Step::Column(1)));
        assert_eq!(Step::of("ArrowRight", true), Some(Step::Column(-1)));
        assert_eq!(Step::of("a", false), None);
    }

    #[test]
    fn every_key_of_a_step_points_somewhere_and_no_key_does_two_things() {
        for keys in [WALKING.as_slice(), &CARRYING] {
            let names: Vec<&str> = keys.iter().flat_map(|key| key.names).copied().collect();
            for name in &names {
                assert_eq!(names.iter().filter(|other| *other == name).count(), 1, "{name}");
                assert_eq!(Step::of(name, false).is_some(), act_of(keys, name) == Some(Act::Step), "{name}");
            }
        }
    }
}
