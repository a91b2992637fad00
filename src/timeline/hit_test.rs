//! What stands at a point of the scene.

use super::geometry::{Point, Rect};
use super::scene::{Mark, Scene};
use crate::base::TimeRange;
use crate::event::EventId;

/// How far beside a mark it can still be hit, in points.
const SLACK: f64 = 3.0;

/// What a point meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hit {
    /// An event on the axis: its mark or its title.
    Event(EventId),
    /// Several events in one mark, and their time.
    Cluster(TimeRange),
    /// An undated event.
    ColumnEntry(EventId),
    /// The line that counts what stands below the column's last entry.
    ColumnMore,
    /// The column, between its entries.
    Column,
    /// A fold, or what it says.
    Fold(TimeRange),
    /// The name of a lane, an index of the model's lanes.
    Lane(usize),
    /// The overview strip.
    Overview,
    /// The axis, where nothing stands.
    Axis,
}

/// What stands at `point`; `None` outside of everything. Looks only at what is in view.
#[must_use]
pub fn hit_test(scene: &Scene, point: Point) -> Option<Hit> {
    if let Some(column) = &scene.column
        && column.rect.contains(point)
    {
        let entry = column.entries.iter().find(|entry| entry.rect.contains(point));
        let more = column.more.filter(|(rect, _)| rect.contains(point)).map(|_| Hit::ColumnMore);
        return Some(entry.map(|entry| Hit::ColumnEntry(entry.event)).or(more).unwrap_or(Hit::Column));
    }
    if scene.frames.headers.contains(point) {
        return scene.lanes.iter().find(|band| band.header.contains(point)).map(|band| Hit::Lane(band.lane));
    }
    if scene.frames.overview.contains(point) {
        return Some(Hit::Overview);
    }
    let frames = &scene.frames;
    if frames.lanes.contains(point)
        && let Some(mark) = scene.marks.iter().rev().find(|mark| meets(mark, point))
    {
        return Some(mark.cluster.map_or(Hit::Event(mark.event), |cluster| Hit::Cluster(cluster.span)));
    }
    let fold = scene.folds.iter().find(|fold| fold.rect.contains(point) || fold.label.is_some_and(|label| label.contains(point)));
    if let Some(fold) = fold {
        return Some(Hit::Fold(fold.hidden));
    }
    let axis: Rect = frames.lanes.joined(frames.ruler).joined(frames.banner);
    axis.contains(point).then_some(Hit::Axis)
}

fn meets(mark: &Mark, point: Point) -> bool {
    mark.rect.grown(SLACK).contains(point) || mark.label.is_some_and(|label| label.rect.contains(point))
}
