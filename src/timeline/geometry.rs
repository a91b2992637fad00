//! Points and rectangles of the scene, in points of the screen, y downwards, from the panel's top left corner.
//! Knows no toolkit and no time.

/// A place in the scene.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Points from the panel's left edge.
    pub x: f64,
    /// Points from the panel's top edge.
    pub y: f64,
}

/// A rectangle of the scene; `min` is never beyond `max`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// The smallest x.
    pub min_x: f64,
    /// The smallest y.
    pub min_y: f64,
    /// The largest x.
    pub max_x: f64,
    /// The largest y.
    pub max_y: f64,
}

impl Rect {
    /// From two x and two y, in any order.
    #[must_use]
    pub fn new(x: (f64, f64), y: (f64, f64)) -> Self {
        Self { min_x: x.0.min(x.1), max_x: x.0.max(x.1), min_y: y.0.min(y.1), max_y: y.0.max(y.1) }
    }

    /// A rectangle around a middle.
    #[must_use]
    pub fn around(center: Point, width: f64, height: f64) -> Self {
        Self::new((center.x - width / 2.0, center.x + width / 2.0), (center.y - height / 2.0, center.y + height / 2.0))
    }

    /// How wide it is.
    #[must_use]
    pub fn width(self) -> f64 {
        self.max_x - self.min_x
    }

    /// How high it is.
    #[must_use]
    pub fn height(self) -> f64 {
        self.max_y - self.min_y
    }

    /// Its middle.
    #[must_use]
    pub fn center(self) -> Point {
        Point { x: f64::midpoint(self.min_x, self.max_x), y: f64::midpoint(self.min_y, self.max_y) }
    }

    /// Whether a point lies in it, edges included.
    #[must_use]
    pub fn contains(self, point: Point) -> bool {
        (self.min_x..=self.max_x).contains(&point.x) && (self.min_y..=self.max_y).contains(&point.y)
    }

    /// Whether the two share more than an edge.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.min_x < other.max_x && other.min_x < self.max_x && self.min_y < other.max_y && other.min_y < self.max_y
    }

    /// The part of it that lies in `other`; `None` where they share no more than an edge.
    #[must_use]
    pub fn clipped(self, other: Self) -> Option<Self> {
        self.overlaps(other).then(|| Self {
            min_x: self.min_x.max(other.min_x),
            min_y: self.min_y.max(other.min_y),
            max_x: self.max_x.min(other.max_x),
            max_y: self.max_y.min(other.max_y),
        })
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        Self {
            min_x: self.min_x.min(other.min_x),
            min_y: self.min_y.min(other.min_y),
            max_x: self.max_x.max(other.max_x),
            max_y: self.max_y.max(other.max_y),
        }
    }

    /// Larger by so many points on each side.
    #[must_use]
    pub fn grown(self, by: f64) -> Self {
        Self::new((self.min_x - by, self.max_x + by), (self.min_y - by, self.max_y + by))
    }

    /// Moved downwards.
    #[must_use]
    pub fn lowered(self, by: f64) -> Self {
        Self { min_y: self.min_y + by, max_y: self.max_y + by, ..self }
    }
}
