//! Marked cards: they are moved together, by whatever of them is taken or by the bar below the board.

use std::collections::BTreeSet;

use kernel::{LeadId, t, ts, use_i18n};
use leptos::prelude::*;
use ui::{Announcer, Button, IconName, Size, Tone};
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use super::columns::AskWhere;
use super::focus;
use super::store::BoardStore;
use crate::LeadMove;

/// Which cards are marked. A copyable handle.
#[derive(Clone, Copy)]
pub struct Selection {
    /// The marked cards.
    pub marked: RwSignal<BTreeSet<LeadId>>,
    /// Where a range begins.
    anchor: StoredValue<Option<LeadId>>,
    /// Goes up when the person marks something or not: then it is said. What a move does to the marks, its message says.
    by_hand: RwSignal<u64>,
}

impl Selection {
    /// None at first.
    pub fn new() -> Self {
        Self {
            marked: RwSignal::new(BTreeSet::new()),
            anchor: StoredValue::new(None),
            by_hand: RwSignal::new(0),
        }
    }

    /// How many are marked.
    pub fn count(self) -> usize {
        self.marked.with(BTreeSet::len)
    }

    /// Whether none is, without following it.
    pub fn is_empty(self) -> bool {
        self.marked.with_untracked(BTreeSet::is_empty)
    }

    /// Marks a card, or takes its mark away.
    pub fn toggle(self, id: LeadId) {
        self.anchor.set_value(Some(id));
        self.marked.update(|marked| {
            if !marked.remove(&id) && marked.len() < LeadMove::MOST {
                marked.insert(id);
            }
        });
        self.by_hand.update(|times| *times += 1);
    }

    /// Marks the cards from the last one that was marked to this one, in one column; alone when that one is elsewhere.
    pub fn extend(self, store: BoardStore, id: LeadId) {
        let anchor = self.anchor.get_value();
        let range = store.columns.get_untracked().iter().find_map(|column| {
            column.view.with_untracked(|view| {
                let place = |id: LeadId| view.cards.iter().position(|card| card.id == id);
                let (from, to) = (place(anchor?)?, place(id)?);
                Some(view.cards[from.min(to)..=from.max(to)].iter().map(|card| card.id).collect::<Vec<_>>())
            })
        });
        if anchor.is_none() {
            self.anchor.set_value(Some(id));
        }
        self.marked.update(|marked| {
            let free = LeadMove::MOST.saturating_sub(marked.len());
            marked.extend(range.unwrap_or_else(|| vec![id]).into_iter().take(free));
        });
        self.by_hand.update(|times| *times += 1);
    }

    /// Marks these as well: those that stayed where they were.
    pub fn mark(self, ids: impl Iterator<Item = LeadId>) {
        self.marked.update(|marked| marked.extend(ids));
    }

    /// Takes the marks of these cards away.
    pub fn unmark(self, ids: &[LeadId]) {
        if self.marked.with_untracked(|marked| ids.iter().any(|id| marked.contains(id))) {
            self.marked.update(|marked| marked.retain(|id| !ids.contains(id)));
        }
    }

    /// Takes all marks away.
    pub fn clear(self) {
        self.anchor.set_value(None);
        if !self.is_empty() {
            self.marked.set(BTreeSet::new());
            self.by_hand.update(|times| *times += 1);
        }
    }
}

/// A press on a card that marks it in place of opening it: with Ctrl or Cmd beside its name, with Shift anywhere, by a
/// finger while others are marked. With Ctrl on the name it is a link as any other and opens a tab.
pub fn on_click(store: BoardStore, event: &MouseEvent) {
    let Some((id, name)) = pressed_card(event) else { return };
    let with_mod = event.ctrl_key() || event.meta_key();
    let by_finger =
        event.dyn_ref::<web_sys::PointerEvent>().is_some_and(|event| event.pointer_type() == "touch");
    if event.shift_key() {
        store.selection.extend(store, id);
    } else if with_mod && !is_on(&name, event) || by_finger && !store.selection.is_empty() {
        store.selection.toggle(id);
    } else {
        return;
    }
    event.prevent_default();
    event.stop_propagation();
    focus::on_card(store, id);
}

/// The card under a press and the element of its name, unless something else inside it was meant.
fn pressed_card(event: &MouseEvent) -> Option<(LeadId, Element)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    if target.closest("button, [role=menu]").ok()?.is_some() {
        return None;
    }
    let card = target.closest("[data-card]").ok()??;
    let id = card.get_attribute("data-card")?.parse().ok().map(LeadId)?;
    Some((id, card.query_selector(".board-card__name").ok()??))
}

fn is_on(name: &Element, event: &MouseEvent) -> bool {
    let (rect, x, y) =
        (name.get_bounding_client_rect(), f64::from(event.client_x()), f64::from(event.client_y()));
    x >= rect.left() && x <= rect.right() && y >= rect.top() && y <= rect.bottom()
}

/// How many are marked and what can be done with them; below the columns, so that no card jumps when it comes.
#[component]
pub fn SelectionBar(store: BoardStore) -> impl IntoView {
    let (i18n, announcer, asked) = (use_i18n(), Announcer::here(), use_context::<AskWhere>());
    let selection = store.selection;
    let count = Memo::new(move |_| selection.count());
    let text = move |count: usize| i18n.text("board-selected", &[("count", (count as i64).into())]);
    Effect::new(move |before: Option<u64>| {
        let times = selection.by_hand.get();
        if before.is_some_and(|before| before != times) {
            announcer.announce(text(count.get_untracked()));
        }
        times
    });
    forget_those_that_left(store);
    let all = move || {
        let first = selection.marked.with_untracked(|marked| marked.first().copied());
        first.map(|id| store.together(id)).unwrap_or_default()
    };
    let ask = move |()| {
        if let Some(AskWhere(asked)) = asked {
            asked.set(all());
        }
    };
    let clear = move |()| clear(store);
    view! {
        <Show when=move || { count.get() > 0 }>
            <div class="board-selection" role="group" aria-label=ts!("board-selection")>
                <p class="board-selection__count">{move || text(count.get())}</p>
                <Button label=ts!("board-move-to") icon=IconName::ArrowEnd tone=Tone::Primary size=Size::Small on_press=ask />
                <Button label=ts!("board-select-none") icon=IconName::Close size=Size::Small on_press=clear />
                <p class="board-selection__hint">{t!("board-selection-hint")}</p>
            </div>
        </Show>
    }
}

/// Takes all marks away and leaves the focus on a card that had one.
pub fn clear(store: BoardStore) {
    let first = store.selection.marked.with_untracked(|marked| marked.first().copied());
    let here = focus::focused().or_else(|| store.together(first?).first().copied());
    store.selection.clear();
    if let Some(id) = here {
        focus::on_card(store, id);
    }
}

/// A card that is not on the board any more is not marked any more. Cards in hand are on their way.
fn forget_those_that_left(store: BoardStore) {
    let selection = store.selection;
    Effect::new(move |_| {
        if selection.count() == 0 || store.held.with(Option::is_some) {
            return;
        }
        let mut shown = BTreeSet::new();
        for column in store.columns.get() {
            column.view.with(|view| shown.extend(view.cards.iter().map(|card| card.id)));
        }
        let left: Vec<LeadId> =
            selection.marked.with_untracked(|marked| marked.difference(&shown).copied().collect());
        selection.unmark(&left);
    });
}
