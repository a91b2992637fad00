//! Puts cells into rows so that none touches another, and lets titles slide into view where the rows leave room.
//! Knows no lanes and no heights.

use super::rows::{Cell, Placement, centered};

/// Free between two cells of a row, in points.
pub(super) const CELL_GAP: f64 = 12.0;

/// Sorts cells along x and gives each its first row; counts stand in rows of their own, above the others. A
/// cell stays in the row that it had among the others, as long as that makes no lane higher.
pub(super) fn pack(cells: &mut [Cell], row_before: impl Fn(&Cell) -> Option<usize>) -> Rows {
    cells.sort_by(|a, b| a.x.0.total_cmp(&b.x.0).then(a.item.cmp(&b.item)));
    let n_counted = fill(cells.iter_mut().filter(|cell| cell.cluster.is_some()), 0, |_| None);
    let mut fill_others =
        |wanted: &dyn Fn(&Cell) -> Option<usize>| fill(cells.iter_mut().filter(|cell| cell.cluster.is_none()), n_counted, wanted);
    let n_rows = fill_others(&|_| None);
    let wanted = |cell: &Cell| row_before(cell).map(|row| row + n_counted).filter(|row| row + cell.n_rows() <= n_rows);
    if fill_others(&wanted) > n_rows {
        fill_others(&|_| None);
    }
    Rows { n_rows, n_counted }
}

/// How many rows cells take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rows {
    /// All of them.
    pub(super) n_rows: usize,
    /// Those of the counts, which come first.
    pub(super) n_counted: usize,
}

/// Puts sorted cells into rows from a first one on: each into the row that it wants, where that is free, else into the first that
/// is. Returns how many rows there are then.
fn fill<'a>(cells: impl Iterator<Item = &'a mut Cell>, first: usize, wanted: impl Fn(&Cell) -> Option<usize>) -> usize {
    let mut row_ends = vec![f64::INFINITY; first];
    for cell in cells {
        let n_rows = cell.n_rows();
        let free = |end: &f64| *end + CELL_GAP <= cell.x.0;
        let is_free = |row: &usize| (*row..row + n_rows).all(|row| row_ends.get(row).is_none_or(free));
        let row = wanted(cell).filter(is_free).or_else(|| (first..).find(is_free)).unwrap_or(first);
        row_ends.resize(row_ends.len().max(row + n_rows), f64::NEG_INFINITY);
        row_ends[row..row + n_rows].fill(cell.x.1);
        cell.row = row;
    }
    row_ends.len()
}

/// Where each title of packed cells stands, given what is in view; `None` where too little of it would be.
pub(super) fn visible_labels(cells: &[Cell], view: (f64, f64)) -> Vec<Option<(f64, f64)>> {
    let next = next_cells(cells);
    let n_rows = cells.iter().map(|cell| cell.row + cell.n_rows()).max().unwrap_or(0);
    let mut taken = vec![f64::NEG_INFINITY; n_rows];
    let mut labels = Vec::with_capacity(cells.len());
    for (cell, next) in cells.iter().zip(next) {
        let rows = cell.row..cell.row + cell.n_rows();
        let previous = taken[rows.clone()].iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let seen = (view.0.max(cell.free.0), view.1.min(cell.free.1));
        let room = ((previous + CELL_GAP).max(seen.0), (next - CELL_GAP).min(seen.1));
        let label = label_in(cell, room, view);
        let end = label.map_or(cell.x.1, |label| cell.x.1.max(label.1));
        taken[rows].fill(end);
        labels.push(label);
    }
    labels
}

/// For each cell the smallest x of the cells that follow it in its rows.
fn next_cells(cells: &[Cell]) -> Vec<f64> {
    let n_rows = cells.iter().map(|cell| cell.row + cell.n_rows()).max().unwrap_or(0);
    let mut first = vec![f64::INFINITY; n_rows];
    let mut next = vec![f64::INFINITY; cells.len()];
    for (at, cell) in cells.iter().enumerate().rev() {
        let rows = cell.row..cell.row + cell.n_rows();
        next[at] = first[rows.clone()].iter().copied().fold(f64::INFINITY, f64::min);
        first[rows].fill(cell.x.0);
    }
    next
}

/// Less than this is no title, in points.
const MIN_LABEL: f64 = 28.0;
/// The same where nobody asked how long the title is.
const MIN_ROOM: f64 = 72.0;

fn label_in(cell: &Cell, room: (f64, f64), view: (f64, f64)) -> Option<(f64, f64)> {
    let (mark_min, mark_max) = cell.shape.x_range();
    let width = cell.label.1 - cell.label.0;
    if width <= 0.0 || room.1 <= room.0 || mark_max < view.0 || mark_min > view.1 {
        return None;
    }
    let label = match cell.placement {
        Placement::Beside => beside_in(cell, room),
        Placement::Below(_) if cell.label.0 >= view.0 && cell.label.1 <= view.1 => cell.label,
        Placement::Below(_) => {
            let middle = f64::midpoint(mark_min.max(view.0), mark_max.min(view.1));
            centered(middle, width, room)
        }
    };
    let least = if cell.is_measured { MIN_LABEL.min(width) } else { MIN_ROOM };
    (label.1 - label.0 >= least).then_some(label)
}

/// A room beside a mark, made as long as the title is: what follows in the row may leave more room than was asked for.
fn longer(room: (f64, f64), cell: &Cell) -> (f64, f64) {
    let more = (cell.natural - (room.1 - room.0)).max(0.0);
    let (mark_min, mark_max) = cell.shape.x_range();
    if room.0 > f64::midpoint(mark_min, mark_max) { (room.0, room.1 + more) } else { (room.0 - more, room.1) }
}

/// On its own side, or on the other one where more of it is in view.
fn beside_in(cell: &Cell, room: (f64, f64)) -> (f64, f64) {
    let (mark_min, mark_max) = cell.shape.x_range();
    let mirrored = |x: f64| mark_min + mark_max - x;
    let other = (mirrored(cell.label.1), mirrored(cell.label.0));
    let seen = |(min, max): (f64, f64)| (min.max(room.0), max.min(room.1));
    let (own, other) = (seen(longer(cell.label, cell)), seen(longer(other, cell)));
    if own.1 - own.0 >= other.1 - other.0 { own } else { other }
}
