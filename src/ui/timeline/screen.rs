//! From the scene's numbers to the toolkit's: the panel's place on the screen, `f64` to `f32`.

use eframe::egui::{Pos2, Rect as ScreenRect, pos2};

use crate::timeline::{Point, Rect};

/// The panel's top left corner on the screen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Screen {
    pub(super) origin: Pos2,
}

impl Screen {
    pub(super) fn pos(self, x: f64, y: f64) -> Pos2 {
        self.origin + pos2(points(x), points(y)).to_vec2()
    }

    pub(super) fn point(self, point: Point) -> Pos2 {
        self.pos(point.x, point.y)
    }

    pub(super) fn rect(self, rect: Rect) -> ScreenRect {
        ScreenRect::from_min_max(self.pos(rect.min_x, rect.min_y), self.pos(rect.max_x, rect.max_y))
    }

    /// A place on the screen, in the scene.
    pub(super) fn scene_point(self, pos: Pos2) -> Point {
        let from_corner = pos - self.origin;
        Point { x: f64::from(from_corner.x), y: f64::from(from_corner.y) }
    }
}

/// Beyond this nothing is painted; far enough outside of any window.
const FAR: f64 = 1e6;

/// A length for painting.
#[expect(clippy::cast_possible_truncation, reason = "bounded, and painting needs no more than f32")]
pub(super) fn points(value: f64) -> f32 {
    value.clamp(-FAR, FAR) as f32
}
