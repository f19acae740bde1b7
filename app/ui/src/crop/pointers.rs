//! What fingers and the mouse do on the frame: one moves the picture, two enlarge it as well.

use super::geometry::View;

/// Those that are down, each with where it was last, in pixels.
#[derive(Clone, Debug, Default)]
pub(super) struct Pointers(Vec<(i32, f64, f64)>);

impl Pointers {
    pub(super) fn down(&mut self, id: i32, x: f64, y: f64) {
        self.up(id);
        self.0.push((id, x, y));
    }

    pub(super) fn up(&mut self, id: i32) {
        self.0.retain(|(own, ..)| *own != id);
    }

    /// What becomes of the view when a pointer goes somewhere; `side` is that of the frame in pixels.
    pub(super) fn moved(&mut self, view: View, id: i32, x: f64, y: f64, side: f64) -> View {
        let before = self.spread();
        let count = self.0.len() as f64;
        let Some(pointer) = self.0.iter_mut().find(|(own, ..)| *own == id) else { return view };
        let (right, down) = (x - pointer.1, y - pointer.2);
        (pointer.1, pointer.2) = (x, y);
        let view = match (before, self.spread()) {
            (Some(before), Some(after)) if before > 0.0 => view.zoomed(view.zoom() * after / before),
            _ => view,
        };
        // Of two fingers each has half a say.
        view.moved(right / side / count, down / side / count)
    }

    /// How far two are apart.
    fn spread(&self) -> Option<f64> {
        let [(_, x, y), (_, other_x, other_y)] = self.0.as_slice() else { return None };
        Some((x - other_x).hypot(y - other_y))
    }
}

#[cfg(test)]
mod tests {
    use super::super::geometry::Shape;
    use super::*;

    fn view() -> View {
        View::new(Shape { wide: 2.0, high: 1.0 })
    }

    #[test]
    fn one_pointer_takes_the_picture_along() {
        let mut pointers = Pointers::default();
        pointers.down(1, 100.0, 100.0);
        let moved = pointers.moved(view(), 1, 150.0, 100.0, 200.0);
        assert_eq!(moved, view().moved(0.25, 0.0));
        pointers.up(1);
        assert_eq!(pointers.moved(moved, 1, 0.0, 0.0, 200.0), moved, "a pointer that is up moves nothing");
    }

    #[test]
    fn two_pointers_that_part_enlarge_the_picture() {
        let mut pointers = Pointers::default();
        pointers.down(1, 50.0, 100.0);
        pointers.down(2, 150.0, 100.0);
        let moved = pointers.moved(view(), 2, 250.0, 100.0, 200.0);
        assert!((moved.zoom() - 2.0).abs() < 1e-9);
    }
}
