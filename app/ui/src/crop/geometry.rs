//! Where a picture stands behind a square frame. The frame's side is the unit: everything is a fraction of it.

/// The most that a picture is enlarged, seen from where it just covers the frame.
pub(super) const CLOSEST: f64 = 8.0;

/// The square that is cut out, in fractions of a picture that lies upright. It may reach beyond the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CropArea {
    /// Where it begins, as a fraction of the picture's width from its left edge.
    pub x: f64,
    /// Where it begins, as a fraction of the picture's height from its upper edge.
    pub y: f64,
    /// Its side as a fraction of the picture's shorter side: 1 for the largest square inside.
    pub side: f64,
}

/// How wide and how high a picture is, as multiples of its shorter side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shape {
    pub(super) wide: f64,
    pub(super) high: f64,
}

impl Shape {
    /// The shape of a picture of so many pixels; `None` if it has none.
    pub(super) fn of(width: u32, height: u32) -> Option<Self> {
        let shorter = f64::from(width.min(height));
        (shorter > 0.0).then(|| Self { wide: f64::from(width) / shorter, high: f64::from(height) / shorter })
    }

    /// The zoom at which all of it can be seen: 1 for a square, less for any other.
    pub(super) fn whole(self) -> f64 {
        1.0 / self.wide.max(self.high)
    }
}

/// How a picture stands behind the frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct View {
    shape: Shape,
    /// The picture's shorter side. At 1 it just covers the frame.
    zoom: f64,
    /// How far the picture's middle is from the frame's, to the right.
    x: f64,
    /// The same downwards.
    y: f64,
}

impl View {
    /// The picture covers the frame, its middle in the frame's.
    pub(super) fn new(shape: Shape) -> Self {
        Self { shape, zoom: 1.0, x: 0.0, y: 0.0 }
    }

    pub(super) fn zoom(self) -> f64 {
        self.zoom
    }

    /// Zoomed about the middle of the frame, as far as it goes.
    pub(super) fn zoomed(self, zoom: f64) -> Self {
        let zoom = zoom.clamp(self.shape.whole(), CLOSEST);
        let grown = zoom / self.zoom;
        Self { zoom, x: self.x * grown, y: self.y * grown, ..self }.within()
    }

    /// Moved by this much, as far as it goes.
    pub(super) fn moved(self, right: f64, down: f64) -> Self {
        Self { x: self.x + right, y: self.y + down, ..self }.within()
    }

    /// All of the picture, with empty space beside it unless it is a square.
    pub(super) fn whole(self) -> Self {
        self.zoomed(self.shape.whole()).centred()
    }

    /// The middle of the picture in the middle of the frame.
    pub(super) fn centred(self) -> Self {
        Self { x: 0.0, y: 0.0, ..self }
    }

    /// Along each direction: a picture that is larger than the frame leaves no gap, one that is smaller stays inside.
    fn within(self) -> Self {
        let room = |length: f64| (length - 1.0).abs() / 2.0;
        let (across, down) = (room(self.zoom * self.shape.wide), room(self.zoom * self.shape.high));
        Self { x: self.x.clamp(-across, across), y: self.y.clamp(-down, down), ..self }
    }

    /// Where the picture's left and upper edges are and how wide and high it is.
    pub(super) fn placed(self) -> [f64; 4] {
        let (width, height) = (self.zoom * self.shape.wide, self.zoom * self.shape.high);
        [0.5 + self.x - width / 2.0, 0.5 + self.y - height / 2.0, width, height]
    }

    /// What the frame cuts out of the picture.
    pub(super) fn area(self) -> CropArea {
        let [left, top, width, height] = self.placed();
        CropArea { x: -left / width, y: -top / height, side: 1.0 / self.zoom }
    }

    /// Where a slider from 0 to 100 stands. Each of its steps enlarges by the same part, so that no end of it is coarse.
    pub(super) fn slider(self) -> f64 {
        let whole = self.shape.whole();
        100.0 * (self.zoom / whole).ln() / (CLOSEST / whole).ln()
    }

    /// Zoomed to where a slider stands.
    pub(super) fn slid(self, slider: f64) -> Self {
        let whole = self.shape.whole();
        self.zoomed(whole * (CLOSEST / whole).powf(slider / 100.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(width: u32, height: u32) -> View {
        View::new(Shape::of(width, height).unwrap_or(Shape { wide: 1.0, high: 1.0 }))
    }

    fn near(one: CropArea, other: CropArea) {
        let pairs = [(one.x, other.x), (one.y, other.y), (one.side, other.side)];
        assert!(pairs.iter().all(|(a, b)| (a - b).abs() < 1e-9), "{one:?} is not {other:?}");
    }

    #[test]
    fn a_picture_begins_in_the_middle_and_covers_the_frame() {
        near(view(400, 200).area(), CropArea { x: 0.25, y: 0.0, side: 1.0 });
        near(view(100, 400).area(), CropArea { x: 0.0, y: 0.375, side: 1.0 });
        near(view(300, 300).area(), CropArea { x: 0.0, y: 0.0, side: 1.0 });
    }

    #[test]
    fn wide_and_tall_pictures_can_be_seen_whole_with_empty_space() {
        near(view(400, 200).moved(0.2, 0.0).whole().area(), CropArea { x: 0.0, y: -0.5, side: 2.0 });
        near(view(100, 400).zoomed(5.0).whole().area(), CropArea { x: -1.5, y: 0.0, side: 4.0 });
        near(view(300, 300).zoomed(5.0).whole().area(), CropArea { x: 0.0, y: 0.0, side: 1.0 });
    }

    #[test]
    fn no_move_leaves_a_gap_where_the_picture_is_larger_than_the_frame() {
        near(view(400, 200).moved(9.0, 9.0).area(), CropArea { x: 0.0, y: 0.0, side: 1.0 });
        near(view(400, 200).moved(-9.0, -9.0).area(), CropArea { x: 0.5, y: 0.0, side: 1.0 });
    }

    #[test]
    fn a_picture_that_is_smaller_than_the_frame_stays_inside() {
        let [left, top, width, height] = view(400, 200).whole().moved(9.0, 9.0).placed();
        assert!(left.abs() < 1e-9 && (width - 1.0).abs() < 1e-9);
        assert!((top + height - 1.0).abs() < 1e-9);
    }

    #[test]
    fn zoom_goes_about_the_middle_of_the_frame() {
        let middle = |area: CropArea| (area.x + area.side / 4.0, area.y + area.side / 2.0);
        let before = view(400, 200).moved(0.3, 0.0).zoomed(2.0).moved(0.1, 0.2);
        let after = before.zoomed(3.0);
        let ((x, y), (later_x, later_y)) = (middle(before.area()), middle(after.area()));
        assert!((x - later_x).abs() < 1e-9 && (y - later_y).abs() < 1e-9);
    }

    #[test]
    fn zoom_has_two_ends() {
        assert!((view(400, 200).zoomed(0.0).zoom() - 0.5).abs() < 1e-9);
        assert!((view(400, 200).zoomed(99.0).zoom() - CLOSEST).abs() < 1e-9);
        assert!((view(300, 300).zoomed(0.0).zoom() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn the_slider_goes_from_end_to_end_and_says_where_it_is() {
        for (width, height) in [(400, 200), (300, 300), (1, 1_000)] {
            let view = view(width, height);
            assert!((view.slid(0.0).zoom() - view.whole().zoom()).abs() < 1e-9);
            assert!((view.slid(100.0).zoom() - CLOSEST).abs() < 1e-9);
            assert!((view.slid(37.0).slider() - 37.0).abs() < 1e-6);
        }
    }

    #[test]
    fn a_picture_without_pixels_has_no_shape() {
        assert_eq!(Shape::of(0, 10), None);
    }
}
