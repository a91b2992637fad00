//! How the panel is divided: lane names, lanes, ruler, overview, column.
//! Knows no events. The frames mirror with the reading direction and with the direction of time.

use super::geometry::Rect;
use crate::base::Direction;
use crate::event::EventId;

/// Above the lanes: the names of folds and of the publication line.
const BANNER: f64 = 30.0;
/// Below the lanes: the tick labels.
const RULER: f64 = 28.0;
/// How much higher the ruler is with the labels of a second calendar below the first.
pub const SECOND_LINE: f64 = 20.0;
/// The overview strip and what is free around it.
const OVERVIEW: f64 = 28.0;
const GAP: f64 = 8.0;
/// A lower panel has no overview strip.
const MIN_HEIGHT_WITH_OVERVIEW: f64 = 180.0;
/// Free between the lanes and what stands beside them.
const AXIS_INSET: f64 = 12.0;

/// What the panel offers and what is wanted of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// In points.
    pub width: f64,
    /// In points.
    pub height: f64,
    /// The direction of the interface.
    pub reading: Direction,
    /// How far the lanes are scrolled, in points.
    pub lane_scroll: f64,
    /// How far the column is scrolled, in points.
    pub column_scroll: f64,
    /// The event whose links are drawn.
    pub selected: Option<EventId>,
    /// Whether the axis has a second line, in the Hijri calendar.
    pub has_hijri: bool,
}

/// The parts of the panel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frames {
    /// Where lane names stand.
    pub headers: Rect,
    /// Where marks stand.
    pub lanes: Rect,
    /// Above the lanes.
    pub banner: Rect,
    /// Below the lanes.
    pub ruler: Rect,
    /// The strip that shows all of the axis; empty in a low panel.
    pub overview: Rect,
    /// The column of undated events.
    pub column: Option<Rect>,
}

impl Viewport {
    /// Divides the panel.
    #[must_use]
    pub fn frames(&self, time: Direction, has_column: bool) -> Frames {
        let width = self.width.max(0.0);
        let column = if has_column { (width * 0.225).clamp(180.0, 340.0).min(width * 0.4) } else { 0.0 };
        let header = (width * 0.09).clamp(72.0, 132.0).min(width * 0.2);
        // Time that runs as reading does ends on the far side; else the column stands before the lane names.
        let before = if time == self.reading { 0.0 } else { column };
        let after = column - before;
        let lanes = (before + header + AXIS_INSET, (width - after - AXIS_INSET).max(before + header + AXIS_INSET));
        let height = self.height.max(0.0);
        let overview = if height < MIN_HEIGHT_WITH_OVERVIEW { 0.0 } else { OVERVIEW + GAP };
        let ruler = RULER + if self.has_hijri { SECOND_LINE } else { 0.0 };
        let lanes_bottom = (height - overview - ruler - 4.0).max(BANNER);
        let ruler_bottom = lanes_bottom + ruler;
        let across = |(start, end): (f64, f64), y: (f64, f64)| Rect::new((self.x(start), self.x(end)), y);
        let column_at = if before > 0.0 { (0.0, column) } else { (width - column, width) };
        Frames {
            headers: across((before, before + header), (BANNER, lanes_bottom)),
            lanes: across(lanes, (BANNER, lanes_bottom)),
            banner: across(lanes, (0.0, BANNER)),
            ruler: across(lanes, (lanes_bottom, ruler_bottom)),
            overview: across(lanes, (ruler_bottom, ruler_bottom + (overview - GAP).max(0.0))),
            column: has_column.then(|| across(column_at, (0.0, height))),
        }
    }

    /// The x of a distance from the side on which reading starts.
    #[must_use]
    pub fn x(&self, from_start: f64) -> f64 {
        if self.reading.is_rtl() { self.width.max(0.0) - from_start } else { from_start }
    }

    /// An x so many points further in the reading direction.
    #[must_use]
    pub fn onward(&self, x: f64, by: f64) -> f64 {
        if self.reading.is_rtl() { x - by } else { x + by }
    }

    /// The edge of a rectangle on which reading starts.
    #[must_use]
    pub fn start_of(&self, rect: Rect) -> f64 {
        if self.reading.is_rtl() { rect.max_x } else { rect.min_x }
    }

    /// The edge of a rectangle on which reading ends.
    #[must_use]
    pub fn end_of(&self, rect: Rect) -> f64 {
        if self.reading.is_rtl() { rect.min_x } else { rect.max_x }
    }
}
