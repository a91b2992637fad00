//! Turns items into cells: a form, a title, and the room that both need, before any row is chosen.
//! Knows widths, no heights but numbers of rows.

use super::axis::Item;
use super::cell_maker::CellMaker;
use super::mark::Shape;
use super::scene::Cluster;
use super::time_scale::TimeScale;
use super::viewport::Viewport;

/// A title on one line is at most so wide, where its mark is not wider.
const ONE_LINE: f64 = 184.0;
/// A title on two lines is at most so wide.
const TWO_LINES: f64 = 240.0;
/// A mark wider than this has its title below it even where rows are scarce.
const LONG_MARK: f64 = 130.0;
/// Free between a mark and the title beside it.
pub(super) const BESIDE_GAP: f64 = 6.0;

/// How generous the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Density {
    /// Titles below their marks.
    Comfortable,
    /// Titles beside short marks.
    Compact,
    /// Titles only where the marks happen to leave room for them.
    Crowded,
}

/// Where a title stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Placement {
    /// Below its mark, on so many lines.
    Below(usize),
    /// Beside its mark, on one line.
    Beside,
}

/// Free between a title and the publication line.
const LINE_GAP: f64 = 6.0;

/// An item on its way to a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    /// An index of the model's items.
    pub(super) item: usize,
    pub(super) shape: Shape,
    pub(super) placement: Placement,
    /// The room for the title, where nothing is scrolled away.
    pub(super) label: (f64, f64),
    /// The room that the title may slide in: between folds, beside the publication line.
    pub(super) free: (f64, f64),
    /// The room for all of it.
    pub(super) x: (f64, f64),
    /// How wide the title is on one line; 0 where nobody asked.
    pub(super) natural: f64,
    /// Whether the room for the title is as wide as it wants to be; else nobody asked yet.
    pub(super) is_measured: bool,
    /// The first row, once it is chosen.
    pub(super) row: usize,
    /// Where it stands for several events.
    pub(super) cluster: Option<Cluster>,
}

impl Cell {
    pub(super) fn new(at: usize, item: &Item, maker: &CellMaker<'_>, published: Option<f64>, density: Density) -> Self {
        let shape = Shape::of(item.extent, maker.scale);
        let mark = shape.x_range();
        let free = free_room(mark, maker.scale, published);
        let cell = Self {
            item: at,
            shape,
            placement: Placement::Beside,
            label: mark,
            free,
            x: mark,
            natural: 0.0,
            is_measured: true,
            row: 0,
            cluster: None,
        };
        if density == Density::Crowded {
            // No title takes room from a mark, so none is measured before it is known to be seen.
            return Self { label: beside(mark, ONE_LINE, free, maker.viewport), is_measured: false, ..cell };
        }
        let natural = maker.title_width(item);
        let long = mark.1 - mark.0 > LONG_MARK;
        let (placement, label) = if density == Density::Comfortable || long || is_hemmed_in(mark, natural, free) {
            below(mark, natural, free)
        } else {
            (Placement::Beside, beside(mark, natural.min(TWO_LINES), free, maker.viewport))
        };
        Self { placement, label, natural, x: (mark.0.min(label.0), mark.1.max(label.1)), ..cell }
    }

    /// The part of a room beside the mark that the title takes.
    pub(super) fn fitted_label(&self, item: &Item, room: (f64, f64), maker: &CellMaker<'_>) -> (f64, f64) {
        let width = maker.title_width(item).min(room.1 - room.0);
        let middle = f64::midpoint(self.shape.x_range().0, self.shape.x_range().1);
        if room.0 > middle { (room.0, room.0 + width) } else { (room.1 - width, room.1) }
    }

    /// How many rows it takes.
    pub(super) fn n_rows(&self) -> usize {
        match self.placement {
            Placement::Below(_) => 2,
            Placement::Beside => 1,
        }
    }
}

/// Less than this on its side of the publication line, and a title may cross it.
const NARROW: f64 = 72.0;

/// Where the title of a mark may stand: between folds, on the side of the publication line where most of the mark is.
fn free_room(mark: (f64, f64), scale: &TimeScale, published: Option<f64>) -> (f64, f64) {
    let middle = f64::midpoint(mark.0, mark.1);
    let (min, max) = scale.free_x(middle);
    let Some(line) = published.filter(|line| (min..max).contains(line)) else { return (min, max) };
    let side = if middle < line { (min, line - LINE_GAP) } else { (line + LINE_GAP, max) };
    if side.1 - side.0 < NARROW { (min, max) } else { side }
}

/// Centred below the mark, on two lines where one would be too wide.
fn below(mark: (f64, f64), natural: f64, content: (f64, f64)) -> (Placement, (f64, f64)) {
    let one_line = ONE_LINE.max(mark.1 - mark.0);
    let (lines, width) = if natural <= one_line {
        (1, natural)
    } else {
        (2, (natural * 0.58 + 12.0).clamp(ONE_LINE, TWO_LINES).max(mark.1 - mark.0))
    };
    let label = centered(f64::midpoint(mark.0, mark.1), width.min(content.1 - content.0), content);
    (Placement::Below(lines), label)
}

/// Whether there is no room for a title on either side of a mark.
fn is_hemmed_in(mark: (f64, f64), natural: f64, content: (f64, f64)) -> bool {
    let room = (mark.0 - content.0).max(content.1 - mark.1) - BESIDE_GAP;
    room < natural.min(NARROW)
}

/// After the mark as one reads; before it where the content ends there.
fn beside(mark: (f64, f64), width: f64, content: (f64, f64), viewport: &Viewport) -> (f64, f64) {
    let higher = (mark.1 + BESIDE_GAP, mark.1 + BESIDE_GAP + width);
    let lower = (mark.0 - BESIDE_GAP - width, mark.0 - BESIDE_GAP);
    let (onward, back) = if viewport.reading.is_rtl() { (lower, higher) } else { (higher, lower) };
    let fits = |(min, max): (f64, f64)| min >= content.0 && max <= content.1;
    if fits(onward) || !fits(back) { onward } else { back }
}

/// An interval of a width around a middle, moved into `bounds`.
pub(super) fn centered(middle: f64, width: f64, bounds: (f64, f64)) -> (f64, f64) {
    let width = width.min((bounds.1 - bounds.0).max(0.0));
    let min = (middle - width / 2.0).clamp(bounds.0, (bounds.1 - width).max(bounds.0));
    (min, min + width)
}
