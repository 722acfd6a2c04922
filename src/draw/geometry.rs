//! Points and rectangles in CSS pixels; y grows downwards.

/// A point on a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// From the left edge of the drawing.
    pub x: f64,
    /// From its top.
    pub y: f64,
}

/// An upright rectangle on a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// The x of its left side.
    pub left: f64,
    /// The y of its upper side.
    pub top: f64,
    /// The x of its right side.
    pub right: f64,
    /// The y of its lower side.
    pub bottom: f64,
}

impl Rect {
    /// The rectangle of a size around a centre.
    pub fn around(center: Point, width: f64, height: f64) -> Self {
        let (left, top) = (center.x - width / 2.0, center.y - height / 2.0);
        Self { left, top, right: left + width, bottom: top + height }
    }

    /// From left to right; negative where the sides are swapped.
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// From top to bottom; negative where the sides are swapped.
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// The point in its middle.
    pub fn center(self) -> Point {
        Point { x: (self.left + self.right) / 2.0, y: (self.top + self.bottom) / 2.0 }
    }

    /// Every side moved inwards by `px`, outwards where that is negative.
    pub fn inset(self, px: f64) -> Self {
        Self { left: self.left + px, top: self.top + px, right: self.right - px, bottom: self.bottom - px }
    }

    /// Whether a point lies inside or on a side.
    pub fn contains(self, point: Point) -> bool {
        self.distance(point) == (0.0, 0.0)
    }

    /// Whether two rectangles share more than a side.
    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// How far a point lies outside, across and down; zero inside.
    pub fn distance(self, point: Point) -> (f64, f64) {
        let outside = |value: f64, low: f64, high: f64| (low - value).max(value - high).max(0.0);
        (outside(point.x, self.left, self.right), outside(point.y, self.top, self.bottom))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECT: Rect = Rect { left: 10.0, top: 20.0, right: 30.0, bottom: 60.0 };

    #[test]
    fn a_rectangle_and_its_sides() {
        assert_eq!((RECT.width(), RECT.height(), RECT.center()), (20.0, 40.0, Point { x: 20.0, y: 40.0 }));
        assert_eq!(Rect::around(RECT.center(), 20.0, 40.0), RECT);
        assert_eq!(RECT.inset(5.0), Rect { left: 15.0, top: 25.0, right: 25.0, bottom: 55.0 });
    }

    #[test]
    fn a_point_and_a_rectangle() {
        let check = |x: f64, y: f64, distance: (f64, f64)| {
            let point = Point { x, y };
            assert_eq!(RECT.distance(point), distance);
            assert_eq!(RECT.contains(point), distance == (0.0, 0.0));
        };
        check(20.0, 40.0, (0.0, 0.0));
        check(10.0, 60.0, (0.0, 0.0));
        check(7.0, 40.0, (3.0, 0.0));
        check(35.0, 10.0, (5.0, 10.0));
    }

    #[test]
    fn neighbours_do_not_overlap() {
        let moved =
            |x: f64, y: f64| RECT.overlaps(Rect { left: 10.0 + x, top: 20.0 + y, right: 30.0 + x, bottom: 60.0 + y });
        assert!(moved(19.0, 39.0) && moved(-19.0, 0.0));
        assert!(!moved(20.0, 0.0) && !moved(0.0, -40.0) && !moved(25.0, 45.0));
    }
}
