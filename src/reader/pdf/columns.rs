//! The columns of a page: where its lines leave a gutter between them.
//! Knows where lines start and end, and no words.

use super::lines::Line;

/// The page is looked at in so many parts of its width.
const N_PARTS: usize = 500;

/// A line that is wider than this part of the page stands over columns, not in one.
const WIDE: f64 = 0.65;

/// A gutter is crossed by no more than one line in so many: a heading may stand over it.
const CROSSING: usize = 12;

/// A gutter is at least so wide, in sizes of its letters.
const GUTTER: f64 = 0.5;

/// A line that fills this part of a column shows how wide the column is; so many of them make it one.
const FULL: f64 = 0.8;
const MIN_FULL: usize = 3;

/// From where to where something goes, from left to right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Extent {
    pub(super) left: f64,
    pub(super) right: f64,
}

impl Extent {
    pub(super) fn of(line: &Line) -> Self {
        Self { left: line.left, right: line.right }
    }

    pub(super) fn width(self) -> f64 {
        self.right - self.left
    }

    fn holds(self, other: Self) -> bool {
        let middle = f64::midpoint(other.left, other.right);
        (self.left..=self.right).contains(&middle) && other.width() <= self.width() * 1.1
    }
}

/// The page's width of text, and its columns where it has several.
pub(super) struct Columns {
    page: Extent,
    columns: Vec<Extent>,
}

impl Columns {
    pub(super) fn of(lines: &[Line]) -> Self {
        let left = lines.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
        let right = lines.iter().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
        let page = Extent { left, right };
        let columns = if page.width() > 0.0 { between_gutters(lines, page) } else { Vec::new() };
        let is_filled = |column: &Extent| {
            lines.iter().map(Extent::of).filter(|line| column.holds(*line) && line.width() >= column.width() * FULL).count()
                >= MIN_FULL
        };
        let are_columns = columns.len() > 1 && columns.iter().all(is_filled);
        Self { page, columns: if are_columns { columns } else { Vec::new() } }
    }

    /// Where the text around a line goes: in its column, or over the page.
    pub(super) fn around(&self, line: &Line) -> Extent {
        let line = Extent::of(line);
        self.columns.iter().find(|column| column.holds(line)).copied().unwrap_or(self.page)
    }
}

/// What stands between the gutters.
fn between_gutters(lines: &[Line], page: Extent) -> Vec<Extent> {
    let narrow: Vec<&Line> = lines.iter().filter(|line| Extent::of(line).width() < page.width() * WIDE).collect();
    let part = page.width() / as_f64(N_PARTS);
    let mut n_covering = vec![0_usize; N_PARTS];
    for line in &narrow {
        let (first, last) = (index(line.left - page.left, part), index(line.right - page.left, part));
        n_covering[first..=last].iter_mut().for_each(|count| *count += 1);
    }
    let is_empty = |count: &usize| count * CROSSING <= narrow.len();
    let gutter = narrow.iter().map(|line| line.size).fold(f64::INFINITY, f64::min) * GUTTER / part;
    let mut columns: Vec<(usize, usize)> = Vec::new();
    for (start, run) in runs(&n_covering, is_empty) {
        match columns.last_mut() {
            Some((_, end)) if as_f64(start - *end) < gutter => *end = start + run,
            _ => columns.push((start, start + run)),
        }
    }
    let at = |index: usize| page.left + as_f64(index) * part;
    columns.into_iter().map(|(start, end)| Extent { left: at(start), right: at(end) }).collect()
}

/// The runs of parts that are not empty: where each starts and how long it is.
fn runs(counts: &[usize], is_empty: impl Fn(&usize) -> bool) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (index, _) in counts.iter().enumerate().filter(|(_, count)| !is_empty(count)) {
        match runs.last_mut() {
            Some((start, length)) if *start + *length == index => *length += 1,
            _ => runs.push((index, 1)),
        }
    }
    runs
}

#[expect(clippy::cast_precision_loss, reason = "there are a few hundred")]
fn as_f64(count: usize) -> f64 {
    count as f64
}

/// The part of the page that a place lies in.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place on the page, cut to its parts")]
fn index(place: f64, part: f64) -> usize {
    ((place / part) as usize).min(N_PARTS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(left: f64, right: f64) -> Line {
        Line { left, right, size: 10.0, ..Line::default() }
    }

    /// Columns from 0 to 400 with gutters of 16, a heading over all and one over two of them.
    fn page(n_columns: usize) -> Vec<Line> {
        let width = (400.0 - 16.0 * as_f64(n_columns - 1)) / as_f64(n_columns);
        let mut lines = vec![line(0.0, 400.0), line(120.0, 280.0)];
        for column in 0..n_columns {
            let left = as_f64(column) * (width + 16.0);
            lines.extend((0..20).map(|row| line(if row % 6 == 5 { left + width / 2.0 } else { left }, left + width)));
        }
        lines
    }

    #[test]
    fn lines_go_as_far_as_their_column() {
        for n_columns in [2, 3] {
            let lines = page(n_columns);
            let columns = Columns::of(&lines);
            assert_eq!(columns.columns.len(), n_columns);
            let over_all = columns.around(&lines[0]);
            assert!(over_all.left.abs() < 0.1 && (over_all.right - 400.0).abs() < 0.1, "{over_all:?}");
            let around = columns.around(&lines[7]);
            assert!(around.left.abs() < 2.0 && (around.right - lines[7].right).abs() < 2.0, "{around:?}");
        }
    }

    #[test]
    fn a_page_of_one_column_has_no_columns() {
        let page = Extent { left: 0.0, right: 400.0 };
        for lines in
            [page_of(|row| if row % 3 == 0 { 300.0 } else { 0.0 }), page_of(|row| f64::from(row) * 10.0), vec![line(0.0, 400.0)]]
        {
            let columns = Columns::of(&lines);
            assert!(columns.columns.is_empty());
            assert_eq!(columns.around(&lines[0]), page);
        }
        assert!(Columns::of(&[]).columns.is_empty());
    }

    fn page_of(left: impl Fn(u32) -> f64) -> Vec<Line> {
        (0..30).map(|row| line(left(row), 400.0)).collect()
    }
}
