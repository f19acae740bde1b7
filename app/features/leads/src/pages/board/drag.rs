//! Dragging with a pointer: mouse and pen after five pixels, touch after a long press. A swipe always scrolls.
//!
//! The held card is shown in the slot where it would land, by the same means as a move; what follows the pointer is a
//! copy. The pointer is captured by the board, because the card's own element may leave the page during the drag.

use kernel::LeadId;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};

use super::moves::Moves;
use super::selection;
use super::store::{Hand, Held};

mod geometry;
mod ghost;
mod touch;

use geometry::{Layout, Point};
use ghost::Ghost;

/// So far a mouse moves before a press becomes a drag.
const THRESHOLD: f64 = 5.0;
/// So far a finger may tremble during a long press.
const TREMBLE: f64 = 8.0;
/// So long a finger rests before it drags.
const LONG_PRESS: Duration = Duration::from_millis(200);

/// The drags of one board. A copyable handle.
#[derive(Clone, Copy)]
pub struct Drag {
    moves: Moves,
    press: StoredValue<Option<SendWrapper<Press>>>,
    /// The click that follows a drop opens nothing.
    swallow_click: StoredValue<bool>,
}

/// A button or finger that is down on a card.
struct Press {
    id: LeadId,
    pointer: i32,
    is_touch: bool,
    from: Point,
    at: Point,
    card: HtmlElement,
    long_press: Option<TimeoutHandle>,
    hold: Option<touch::ScrollHold>,
    lifted: Option<Lifted>,
}

/// A card that follows the pointer.
struct Lifted {
    ghost: Ghost,
    layout: Layout,
    over: Option<(i64, usize)>,
}

impl Drag {
    /// For a board; it listens for what ends a drag from outside.
    pub fn new(moves: Moves) -> Self {
        let drag = Self { moves, press: StoredValue::new(None), swallow_click: StoredValue::new(false) };
        Effect::new(move |_| drag.listen());
        on_cleanup(move || {
            let _gone = drag.press.try_update_value(|press| press.take().map(|press| press.take().end()));
        });
        drag
    }

    fn listen(self) {
        let blur = window_event_listener_untyped("blur", move |_| self.cancel());
        let hidden = window_event_listener_untyped("visibilitychange", move |_| self.cancel());
        let escape = touch::on_escape(move || {
            self.is_lifted() && {
                self.cancel();
                true
            }
        });
        on_cleanup(move || {
            [blur, hidden].into_iter().for_each(|handle| handle.remove());
            drop(escape);
        });
    }

    fn with<T>(self, act: impl FnOnce(&mut Press) -> T) -> Option<T> {
        self.press.try_update_value(|press| press.as_mut().map(|press| act(press)))?
    }

    fn is_lifted(self) -> bool {
        self.with(|press| press.lifted.is_some()) == Some(true)
    }

    /// A button or finger went down.
    pub fn pressed(self, event: &PointerEvent) {
        if self.with(|_| ()).is_some() {
            // A second finger or button: whatever was meant, it is not this move.
            return self.cancel();
        }
        let Some(card) = card_of(event) else { return };
        let id = card.get_attribute("data-card").and_then(|id| id.parse().ok()).map(LeadId);
        let (Some(id), false) = (id, self.moves.store.held.get_untracked().is_some()) else { return };
        if event.button() != 0 || event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let is_touch = event.pointer_type() == "touch";
        let from = Point { x: f64::from(event.client_x()), y: f64::from(event.client_y()) };
        let (pointer, at) = (event.pointer_id(), from);
        let hold = is_touch.then(|| touch::ScrollHold::new(&card, move || self.is_lifted()));
        let long_press =
            is_touch.then(|| set_timeout_with_handle(move || self.lift(), LONG_PRESS).ok()).flatten();
        let press = Press { id, pointer, is_touch, from, at, card, long_press, hold, lifted: None };
        self.press.set_value(Some(SendWrapper::new(press)));
    }

    /// The pointer moved.
    pub fn moved(self, event: &PointerEvent) {
        let at = Point { x: f64::from(event.client_x()), y: f64::from(event.client_y()) };
        let Some((far, is_touch, is_lifted)) = self.with(|press| {
            if press.pointer == event.pointer_id() {
                press.at = at;
            }
            (press.from.distance(press.at), press.is_touch, press.lifted.is_some())
        }) else {
            return;
        };
        if is_lifted {
            return;
        }
        if is_touch && far > TREMBLE {
            self.forget();
        } else if !is_touch && far > THRESHOLD {
            self.lift();
        }
    }

    /// The press becomes a drag.
    fn lift(self) {
        let Some(board) = self.moves.store.element.get_untracked() else { return };
        let Some((id, pointer)) = self.with(|press| (press.id, press.pointer)) else { return };
        if self.moves.store.with(|state| state.home(id)).is_none() {
            return self.forget();
        }
        // A pointer that is gone by now cannot be captured; its end is on the way.
        drop(board.set_pointer_capture(pointer));
        let layout = Layout::measure(&self.moves.store, &board);
        let count = self.moves.store.together(id).len();
        self.with(|press| {
            let ghost = Ghost::lift(&press.card, press.from, count);
            press.lifted = Some(Lifted { ghost, layout, over: None });
        });
        self.moves.store.take_in_hand(id, Hand::Pointer);
        self.frame();
    }

    /// Once a frame while a card is lifted: the copy follows, edges scroll, the slot is found.
    fn frame(self) {
        let Some(held) = self.moves.store.held.try_get_untracked() else { return };
        let found = self.with(|press| {
            let lifted = press.lifted.as_mut()?;
            lifted.ghost.follow(press.at);
            lifted.layout.scroll_edges(press.at);
            let over = lifted.layout.slot(press.at, lifted.ghost.top(press.at));
            let is_new = over != lifted.over;
            lifted.over = over;
            Some((press.id, over.filter(|_| is_new)))
        });
        let (Some(Some((id, over))), true) = (found, held.is_some()) else { return };
        if let Some((column, index)) = over {
            let index = index.min(self.moves.store.with(|state| state.last_slot(column, &[id])));
            let next = Held { id, by: Hand::Pointer, column, index };
            if held != Some(next) {
                self.moves.store.hold(next);
            }
        }
        request_animation_frame(move || self.frame());
    }

    /// The button or finger went up: the card is dropped.
    pub fn released(self, event: &PointerEvent) {
        if self.with(|press| press.pointer) != Some(event.pointer_id()) {
            return;
        }
        let at = Point { x: f64::from(event.client_x()), y: f64::from(event.client_y()) };
        let found = self.with(|press| {
            press.at = at;
            let top = press.lifted.as_ref()?.ghost.top(at);
            let lifted = press.lifted.as_mut()?;
            Some((press.id, lifted.layout.is_inside(at).then(|| lifted.layout.slot(at, top)).flatten()))
        });
        match found.flatten() {
            None => self.forget(),
            Some((_, None)) => self.cancel(),
            Some((id, Some((column, index)))) => {
                self.swallow();
                self.forget();
                let index = index.min(self.moves.store.with(|state| state.last_slot(column, &[id])));
                self.moves.drop_held(id, column, index);
            }
        }
    }

    /// The drag ends without a move: Escape, another button, a second finger, a lost pointer or window.
    pub fn cancel(self) {
        let was_lifted = self.is_lifted();
        if was_lifted {
            self.swallow();
        }
        self.forget();
        if was_lifted {
            self.moves.cancel();
        }
    }

    /// The browser took the pointer away: to scroll, for its own menu, or for good.
    pub fn lost(self, event: &PointerEvent) {
        if self.with(|press| press.pointer) == Some(event.pointer_id()) {
            self.cancel();
        }
    }

    /// A menu key or a right button. A long press on a link brings one too, and then it is ours.
    pub fn context_menu(self, event: &web_sys::MouseEvent) {
        if self.with(|press| press.is_touch || press.lifted.is_some()) == Some(true) {
            event.prevent_default();
        }
        if event.button() == 2 && self.with(|press| press.is_touch) == Some(false) {
            self.cancel();
        }
    }

    fn forget(self) {
        let press = self.press.try_update_value(Option::take).flatten();
        if let Some(press) = press {
            press.take().end();
        }
    }

    fn swallow(self) {
        self.swallow_click.set_value(true);
        let swallow = self.swallow_click;
        let forget = move || {
            let _gone = swallow.try_set_value(false);
        };
        set_timeout(forget, Duration::from_millis(50));
    }

    /// A click: after a drag it means nothing; with a key it marks.
    pub fn clicked(self, event: &web_sys::MouseEvent) {
        if self.swallow_click.get_value() {
            event.prevent_default();
            event.stop_propagation();
        } else {
            selection::on_click(self.moves.store, event);
        }
    }
}

impl Press {
    /// Nothing is left behind.
    fn end(self) {
        if let Some(timer) = self.long_press {
            timer.clear();
        }
        if let Some(lifted) = self.lifted {
            lifted.ghost.remove();
        }
        drop(self.hold);
    }
}

/// The card under an event, unless the event is for something to press inside it.
fn card_of(event: &PointerEvent) -> Option<HtmlElement> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    if target.closest("button, input, select, textarea, [role=menu]").ok()?.is_some() {
        return None;
    }
    target.closest("[data-card]").ok()??.dyn_into().ok()
}
