//! The column of undated events: as many as fit, the last line says how many more there are.
//! Knows no axis: nothing here ever gets an x from a time.

use super::geometry::{Point, Rect};
use super::model::{ColumnItem, Model};
use super::viewport::Viewport;
use crate::event::{EventId, EventKind};

/// The height of an entry, in points.
pub const ENTRY_HEIGHT: f64 = 28.0;
/// The radius of the circle around a glyph, in points.
pub const CIRCLE_RADIUS: f64 = 9.0;
const TITLE_HEIGHT: f64 = 34.0;
const INSET: f64 = 12.0;

/// The column on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnScene {
    /// All of it.
    pub rect: Rect,
    /// Where its title stands.
    pub title: Rect,
    /// The entries that are in view, from above.
    pub entries: Vec<Entry>,
    /// The last line and how many entries stand below it; `None` at the end.
    pub more: Option<(Rect, usize)>,
    /// How far it can be scrolled, in points.
    pub scroll_limit: f64,
}

/// An undated event on the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// Its place in the column, counted from 0.
    pub index: usize,
    /// Which event.
    pub event: EventId,
    /// Its kind.
    pub kind: EventKind,
    /// All of it.
    pub rect: Rect,
    /// The middle of its glyph.
    pub circle: Point,
    /// Where its title stands.
    pub label: Rect,
    /// Where its number stands.
    pub number: Rect,
    /// Whether a temporal link joins it with the entry above.
    pub linked_to_previous: bool,
}

/// How many whole entries are scrolled away, and how many rows there are.
struct Rows {
    first: usize,
    fitting: usize,
}

/// Lays the column out.
#[must_use]
pub fn column_scene(model: &Model, rect: Rect, viewport: &Viewport) -> ColumnScene {
    let inner = Rect::new((rect.min_x + INSET, rect.max_x - INSET), (rect.min_y, rect.max_y));
    let list = Rect { min_y: (inner.min_y + TITLE_HEIGHT).min(inner.max_y), ..inner };
    let n = model.column().len();
    let rows = rows(list.height(), n, viewport.column_scroll);
    let below = n.saturating_sub(rows.first + rows.fitting);
    // The line that counts the rest takes the place of one entry.
    let shown = if below > 0 { rows.fitting.saturating_sub(1) } else { rows.fitting };
    let visible = model.column().iter().enumerate().skip(rows.first).take(shown);
    let entries = visible.zip(0_u32..).map(|((index, item), row)| entry(index, item, row_rect(list, row), viewport)).collect();
    let more = (below > 0).then(|| (row_rect(list, u32::try_from(shown).unwrap_or(u32::MAX)), n - rows.first - shown));
    ColumnScene {
        rect,
        title: Rect { max_y: list.min_y, ..inner },
        entries,
        more,
        scroll_limit: points(n.saturating_sub(rows.fitting)),
    }
}

/// The scroll at which an entry is in view, as near as may be to the present one.
#[must_use]
pub fn scroll_to(model: &Model, rect: Rect, scroll: f64, index: usize) -> f64 {
    let n = model.column().len();
    let rows = rows(rect.height() - TITLE_HEIGHT, n, scroll);
    let last_shown = rows.first + rows.fitting.saturating_sub(if n > rows.first + rows.fitting { 2 } else { 1 });
    if index < rows.first {
        points(index)
    } else if index > last_shown {
        points(rows.first + index - last_shown)
    } else {
        scroll
    }
}

fn rows(height: f64, n: usize, scroll: f64) -> Rows {
    let fitting = whole((height / ENTRY_HEIGHT).max(1.0));
    let first = whole((scroll / ENTRY_HEIGHT).round().max(0.0)).min(n.saturating_sub(fitting));
    Rows { first, fitting }
}

/// A count; what is beyond `usize` becomes its end.
#[expect(clippy::cast_possible_truncation, reason = "a saturating conversion of a small positive number")]
#[expect(clippy::cast_sign_loss, reason = "never negative where it is called")]
fn whole(count: f64) -> usize {
    count as usize
}

fn points(entries: usize) -> f64 {
    f64::from(u32::try_from(entries).unwrap_or(u32::MAX)) * ENTRY_HEIGHT
}

fn row_rect(list: Rect, row: u32) -> Rect {
    let top = list.min_y + f64::from(row) * ENTRY_HEIGHT;
    Rect::new((list.min_x, list.max_x), (top, top + ENTRY_HEIGHT))
}

fn entry(index: usize, item: &ColumnItem, rect: Rect, viewport: &Viewport) -> Entry {
    let start = viewport.start_of(rect);
    let y = (rect.min_y, rect.max_y);
    let number_end = viewport.onward(start, 18.0);
    let circle = Point { x: viewport.onward(number_end, 4.0 + CIRCLE_RADIUS), y: rect.center().y };
    let label_start = viewport.onward(circle.x, CIRCLE_RADIUS + 8.0);
    Entry {
        index,
        event: item.event,
        kind: item.kind,
        rect,
        circle,
        label: Rect::new((label_start, viewport.end_of(rect)), y),
        number: Rect::new((start, number_end), y),
        linked_to_previous: item.linked_to_previous,
    }
}
