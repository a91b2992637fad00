//! Joins events that stand too close together to be told apart: one mark with a count, where a lane is crowded.
//! Knows no rows. Later a pyramid of densities can count without looking at each event.

use super::mark::Shape;
use super::rows::{Cell, Placement, centered};
use super::scene::Cluster;
use super::stack::CellMaker;
use super::time_scale::axis_time;
use crate::base::TimeRange;

/// Events that begin within so many points are joined, where they are more than so many.
const REACH: f64 = 64.0;
const MOST_APART: usize = 3;
/// A mark longer than this says enough by itself.
const LONG_MARK: f64 = 2.0 * REACH;
/// The least width of a count, in points.
const MIN_WIDTH: f64 = 28.0;

/// Of the items of one lane (in order of time): those that stand alone, and the cells of those that are joined.
pub(super) fn joined(maker: &CellMaker<'_>, items: &[usize]) -> (Vec<usize>, Vec<Cell>) {
    let (mut alone, mut near, mut cells) = (Vec::new(), Vec::new(), Vec::new());
    let mut first_x = f64::NEG_INFINITY;
    for &at in items {
        let Some(item) = maker.model.items().get(at) else { continue };
        let (min_x, max_x) = Shape::of(item.extent, maker.scale).x_range();
        if max_x - min_x > LONG_MARK || maker.viewport.selected == Some(item.event) {
            alone.push(at);
            continue;
        }
        let x = maker.scale.x_of(item.occupied.start);
        // Never across a fold: the run of points to the next one is asked for only where a new count begins.
        if near.is_empty() || (x - first_x).abs() > REACH || !same_span(maker, first_x, x) {
            close(maker, &mut near, &mut alone, &mut cells);
            first_x = x;
        }
        near.push(at);
    }
    close(maker, &mut near, &mut alone, &mut cells);
    alone.sort_unstable();
    (alone, cells)
}

fn same_span(maker: &CellMaker<'_>, a: f64, b: f64) -> bool {
    let (min, max) = maker.scale.free_x(a);
    (min..=max).contains(&b)
}

/// Ends a run of near items: a few stay apart, more become one cell.
fn close(maker: &CellMaker<'_>, near: &mut Vec<usize>, alone: &mut Vec<usize>, cells: &mut Vec<Cell>) {
    if near.len() <= MOST_APART {
        alone.append(near);
    } else {
        cells.extend(cell(maker, near));
        near.clear();
    }
}

fn cell(maker: &CellMaker<'_>, near: &[usize]) -> Option<Cell> {
    let items = || near.iter().filter_map(|at| maker.model.items().get(*at));
    let span = items().map(|item| item.occupied).reduce(TimeRange::joined)?;
    let first = items().next()?;
    let last_start = items().map(|item| item.occupied.start).max()?;
    let ends = (maker.scale.x_of(first.occupied.start), maker.scale.x_from_time(axis_time(last_start)));
    let middle = f64::midpoint(ends.0, ends.1);
    let free = maker.scale.free_x(middle);
    let x = centered(middle, (ends.0 - ends.1).abs().max(MIN_WIDTH), free);
    let shape = Shape::Cluster { min_x: x.0, max_x: x.1 };
    let cluster = Some(Cluster { n_events: near.len(), span });
    // An empty title: the count stands in the mark.
    Some(Cell { item: *near.first()?, shape, placement: Placement::Beside, label: (x.1, x.1), free, x, row: 0, cluster })
}
