//! What the panel paints: the result of laying out. Plain numbers in points of the screen.
//! Knows no toolkit and no words but the labels of ticks.

use std::sync::Arc;

use super::column::ColumnScene;
use super::geometry::{Point, Rect};
use super::mark::Shape;
use super::ticks::TickMark;
use super::time_scale::TimeScale;
use super::viewport::Frames;
use crate::base::TimeRange;
use crate::event::{EventId, EventKind};

/// A laid out timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// The parts of the panel.
    pub frames: Frames,
    /// The lanes that are in view.
    pub lanes: Vec<LaneBand>,
    /// The height of all lanes, in points: what scrolling is bounded by.
    pub lanes_height: f64,
    /// The events that are in view, by lane, then along the axis.
    pub marks: Vec<Mark>,
    /// What the selected event covers, wherever the lanes are scrolled to; `None` where it is not on the axis in view.
    pub selected: Option<Rect>,
    /// From the past to the future.
    pub ticks: Vec<TickMark>,
    /// Those of the second line, where there is one.
    pub hijri_ticks: Vec<TickMark>,
    /// The folds that are in view.
    pub folds: Vec<FoldMark>,
    /// The publication line, where it is in view.
    pub publication: Option<PublicationLine>,
    /// From the selected event to those that temporal links join to it.
    pub links: Vec<LinkLine>,
    /// All of the axis, small.
    pub overview: Overview,
    /// The undated events.
    pub column: Option<ColumnScene>,
    /// Whether nothing at all stands on the axis.
    pub is_axis_empty: bool,
    /// In which rows of their lanes events stand that are near the view, those of counts not counted; in order of the events.
    pub(super) rows: Vec<(EventId, usize)>,
    /// How many events and nodes of their index were looked at.
    pub visited: usize,
}

/// A lane on the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LaneBand {
    /// An index of the model's lanes.
    pub lane: usize,
    /// From the lane names to the end of the axis.
    pub rect: Rect,
    /// Where its name stands.
    pub header: Rect,
}

/// An event on the axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Which event; of several the first.
    pub event: EventId,
    /// Its lane, an index of the model's lanes.
    pub lane: usize,
    /// Its kind.
    pub kind: EventKind,
    /// Where it stands for several events.
    pub cluster: Option<Cluster>,
    /// Its form.
    pub shape: Shape,
    /// The middle of its form.
    pub y: f64,
    /// What its form covers.
    pub rect: Rect,
    /// Where its title stands; `None` where there is no room.
    pub label: Option<LabelBox>,
}

impl Mark {
    /// What its form and its title cover.
    #[must_use]
    pub fn covered(&self) -> Rect {
        self.label.map_or(self.rect, |label| self.rect.joined(label.rect))
    }
}

/// Several events in one mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cluster {
    /// How many.
    pub n_events: usize,
    /// From when the first begins until all have begun; where they begin at once, to the first end. Shown, it tells them apart.
    pub span: TimeRange,
}

/// Room for a title. What does not fit is elided.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelBox {
    /// The room.
    pub rect: Rect,
    /// How many lines it may take.
    pub lines: usize,
}

/// A fold on the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FoldMark {
    /// What it hides.
    pub hidden: TimeRange,
    /// From the top of the lanes to the ruler.
    pub rect: Rect,
    /// Where it says what it hides; `None` where there is no room.
    pub label: Option<Rect>,
}

/// The publication line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PublicationLine {
    /// Where it stands.
    pub x: f64,
    /// Where its name stands.
    pub label: Rect,
}

/// A temporal link of the selected event.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinkLine {
    /// At the selected event.
    pub from: Point,
    /// At the other one.
    pub to: Point,
}

/// The strip that shows all of the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// The strip.
    pub rect: Rect,
    /// What is occupied.
    pub bars: Arc<[OverviewBar]>,
    /// The part that the lanes show.
    pub window: Rect,
    /// The scale of the strip.
    pub(super) whole: TimeScale,
}

/// An event of the overview strip, or the height of a count.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OverviewBar {
    /// What it covers.
    pub rect: Rect,
    /// The kind of the event; `None` of a count.
    pub kind: Option<EventKind>,
}
