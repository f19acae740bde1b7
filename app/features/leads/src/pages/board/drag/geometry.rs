//! Where a dragged card would land. Rectangles are measured once, when the drag begins; after that it is arithmetic.

use web_sys::HtmlElement;

use crate::pages::board::focus;
use crate::pages::board::state::ColumnKey;
use crate::pages::board::store::BoardStore;
use leptos::prelude::*;

/// A place on the screen, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From above.
    pub y: f64,
}

impl Point {
    /// How far another place is.
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// A box on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

impl Rect {
    fn of(element: &web_sys::Element) -> Self {
        let rect = element.get_bounding_client_rect();
        Self { left: rect.left(), right: rect.right(), top: rect.top(), bottom: rect.bottom() }
    }

    fn contains(&self, at: Point) -> bool {
        at.x >= self.left && at.x <= self.right && at.y >= self.top && at.y <= self.bottom
    }

    /// How far a place is from it sideways.
    fn aside(&self, x: f64) -> f64 {
        (self.left - x).max(x - self.right).max(0.0)
    }
}

struct Place {
    key: ColumnKey,
    rect: Rect,
    /// The list, for columns that are not folded.
    list: Option<(HtmlElement, Rect)>,
}

/// The board as it was measured.
pub struct Layout {
    board: HtmlElement,
    edge: Rect,
    scrolled: f64,
    pitch: f64,
    places: Vec<Place>,
}

/// The room at an edge in which a drag scrolls, and the fastest pixels per frame.
const EDGE: f64 = 56.0;
const FASTEST: f64 = 18.0;

/// How many pixels to scroll with the pointer `into` pixels inside the edge zone.
fn speed(into: f64) -> f64 {
    let share = (into / EDGE).clamp(0.0, 1.0);
    (share * share * FASTEST).ceil()
}

/// By how much to scroll between two edges: negative towards `low`.
fn pull(at: f64, low: f64, high: f64) -> f64 {
    // In a narrow view both zones stay smaller than half of it, so that there is a place of rest.
    let zone = EDGE.min((high - low) / 4.0);
    if at < low + zone {
        -speed(EDGE * (low + zone - at) / zone)
    } else if at > high - zone {
        speed(EDGE * (at - high + zone) / zone)
    } else {
        0.0
    }
}

/// The slot at which a card lands whose upper edge is `offset` pixels below the first card's.
fn slot_of(offset: f64, pitch: f64) -> usize {
    (offset / pitch).round().max(0.0) as usize
}

impl Layout {
    /// Measures the board.
    pub fn measure(store: &BoardStore, board: &HtmlElement) -> Self {
        let place = |column: &crate::pages::board::store::ColumnHandle| {
            let element = document().get_element_by_id(&format!("column-{}", column.key))?;
            let is_open = !column.is_folded.get_untracked();
            let list = column.list.get_untracked().filter(|_| is_open).map(HtmlElement::from);
            let list = list.map(|list| (list.clone(), Rect::of(&list)));
            Some(Place { key: column.key, rect: Rect::of(&element), list })
        };
        let places = store.columns.with_untracked(|columns| columns.iter().filter_map(place).collect());
        let scrolled = f64::from(board.scroll_left());
        Self { board: board.clone(), edge: Rect::of(board), scrolled, pitch: focus::pitch(), places }
    }

    /// The column under a place; between two, the nearer one.
    fn place(&self, at: Point) -> Option<&Place> {
        let x = at.x + f64::from(self.board.scroll_left()) - self.scrolled;
        self.places.iter().min_by(|a, b| a.rect.aside(x).total_cmp(&b.rect.aside(x)))
    }

    /// The column and slot for a pointer here, with the card's upper edge at `top`.
    pub fn slot(&self, at: Point, top: f64) -> Option<(ColumnKey, usize)> {
        let place = self.place(at)?;
        let Some((list, rect)) = &place.list else { return Some((place.key, 0)) };
        Some((place.key, slot_of(top - rect.top + f64::from(list.scroll_top()), self.pitch)))
    }

    /// Whether a place is on the board: a card that is let go elsewhere goes back.
    pub fn is_inside(&self, at: Point) -> bool {
        self.edge.contains(at)
    }

    /// Scrolls the board and the column under the pointer when it is near an edge. Pixels are physical, so that it goes
    /// the right way in both reading directions.
    pub fn scroll_edges(&self, at: Point) {
        let aside = pull(at.x, self.edge.left, self.edge.right);
        if aside != 0.0 {
            self.board.scroll_by_with_x_and_y(aside, 0.0);
        }
        if let Some((list, rect)) = self.place(at).and_then(|place| place.list.as_ref()) {
            let along = pull(at.y, rect.top, rect.bottom.min(self.edge.bottom));
            if along != 0.0 {
                list.scroll_by_with_x_and_y(0.0, along);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_lands_where_most_of_it_is() {
        assert_eq!(
            [-300.0, 0.0, 51.0, 53.0, 104.0, 160.0].map(|offset| slot_of(offset, 104.0)),
            [0, 0, 0, 1, 1, 2]
        );
    }

    #[test]
    fn edges_pull_and_the_middle_rests() {
        assert_eq!(pull(500.0, 0.0, 1_000.0), 0.0);
        assert_eq!((pull(0.0, 0.0, 1_000.0), pull(1_000.0, 0.0, 1_000.0)), (-FASTEST, FASTEST));
        assert!(pull(40.0, 0.0, 1_000.0) > -FASTEST / 2.0);
        assert_eq!(pull(50.0, 0.0, 100.0), 0.0, "also in a narrow view");
    }

    #[test]
    fn the_gap_between_columns_belongs_to_the_nearer_one() {
        let column = Rect { left: 100.0, right: 200.0, top: 0.0, bottom: 10.0 };
        assert_eq!([90.0, 150.0, 230.0].map(|x| column.aside(x)), [10.0, 0.0, 30.0]);
    }
}
