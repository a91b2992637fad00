//! From lines to paragraphs, over the borders of columns and pages, without what stands on every page.

use std::collections::HashMap;

use super::columns::Columns;
use super::glyphs::Sign;
use super::lines::{Line, lines};
use super::order::{Letters, decided, logical};
use crate::reader::paragraphs::Paragraphs;

/// A step to the next line that is wider than so many usual ones opens a paragraph.
const WIDE_STEP: f64 = 1.25;

/// Letters that are larger or smaller by more than this do not belong to the same paragraph.
const OTHER_SIZE: f64 = 0.12;

/// A line that leaves more than this part of the width free at its end is the last of its paragraph.
const SHORT: f64 = 0.25;
const SHORT_HEADING: f64 = 0.7;

/// Lines are never closer than this, in sizes of their letters.
const CLOSEST_STEP: f64 = 1.05;

/// How many rows of lines at the head and at the foot of a page may be the same on every page.
const MARGIN_ROWS: usize = 2;

/// A line with its words in the order of reading.
struct Read {
    text: String,
    /// How much room it leaves at its end, as a part of the width of its column.
    free: f64,
    /// How much room it leaves at its start, likewise.
    indent: f64,
    y: f64,
    size: f64,
    is_row: bool,
}

/// What the pages say.
pub(super) struct Found {
    /// Their text, without what stands on every page.
    pub(super) article: String,
    /// The same with it, where there is any.
    pub(super) everything: Option<String>,
}

/// The text of all pages, in the making.
#[derive(Default)]
pub(super) struct Text {
    pages: Vec<Vec<Read>>,
}

impl Text {
    /// Takes the signs of the next page.
    pub(super) fn add(&mut self, signs: Vec<Sign>) {
        let lines = lines(signs);
        let letters = lines.iter().fold(Letters::default(), |letters, line| letters.plus(Letters::of(&line.signs)));
        self.pages.push(read(&lines, letters.is_right_to_left(true)));
    }

    pub(super) fn finish(mut self) -> Found {
        let n_lines = |pages: &[Vec<Read>]| pages.iter().map(Vec::len).sum::<usize>();
        let n_all = n_lines(&self.pages);
        let everything = joined(&self.pages);
        drop_margins(&mut self.pages);
        if n_lines(&self.pages) == n_all {
            return Found { article: everything, everything: None };
        }
        Found { article: joined(&self.pages), everything: Some(everything) }
    }
}

/// The lines of all pages as paragraphs.
fn joined(pages: &[Vec<Read>]) -> String {
    let mut text = Paragraphs::default();
    let mut before: Option<&Read> = None;
    for lines in pages {
        let usual = Usual::of(lines);
        for (index, line) in lines.iter().enumerate() {
            // Higher than the line before stands the next page or column.
            let opens = before.is_none_or(|before| {
                let goes_up = index == 0 || line.y > before.y + before.size;
                if goes_up { ends(before) || is_other_size(before, line) } else { opens(before, line, &usual) }
            });
            let is_next_row = before.is_some_and(|before| are_rows(before, line) && !usual.is_heading(before));
            match (opens, is_next_row) {
                (true, _) => text.paragraph(),
                (false, true) => text.line(),
                (false, false) => text.blank(),
            }
            text.words(&line.text);
            before = Some(line);
        }
    }
    decided(text.finish())
}

fn read(lines: &[Line], otherwise: bool) -> Vec<Read> {
    let columns = Columns::of(lines);
    let read = |line: &Line| {
        let right_to_left = Letters::of(&line.signs).is_right_to_left(otherwise);
        let around = columns.around(line);
        let (at_left, at_right) = (line.left - around.left, around.right - line.right);
        let (at_start, at_end) = if right_to_left { (at_right, at_left) } else { (at_left, at_right) };
        let part = |room: f64| room / around.width().max(1.0);
        Read {
            text: logical(&line.signs, right_to_left),
            free: part(at_end),
            indent: part(at_start),
            y: line.y,
            size: line.size,
            is_row: line.is_row(),
        }
    };
    lines.iter().map(read).collect()
}

/// What is usual on a page.
struct Usual {
    /// The step from line to line inside paragraphs, in sizes of their letters: most are of that kind, and others are wider.
    step: f64,
    /// The size of most letters, in points.
    size: f64,
}

impl Usual {
    fn of(lines: &[Read]) -> Self {
        let steps = lines.windows(2).map(|pair| (pair[0].y - pair[1].y) / pair[0].size.max(f64::MIN_POSITIVE));
        let mut steps: Vec<f64> = steps.filter(|step| *step > 0.0).collect();
        let mut sizes: Vec<f64> = lines.iter().map(|line| line.size).collect();
        steps.sort_by(f64::total_cmp);
        sizes.sort_by(f64::total_cmp);
        let step = steps.get(steps.len() / 4).copied().unwrap_or(f64::INFINITY);
        Self { step, size: sizes.get(sizes.len() / 2).copied().unwrap_or_default() }
    }

    fn is_heading(&self, line: &Read) -> bool {
        line.size > self.size * (1.0 + OTHER_SIZE)
    }
}

fn opens(before: &Read, line: &Read, usual: &Usual) -> bool {
    let step = (before.y - line.y) / before.size.max(f64::MIN_POSITIVE);
    // The lines of a heading end where its words do.
    let short = if usual.is_heading(before) { SHORT_HEADING } else { SHORT };
    // A last line may stand at the wrong edge, and the row of a table anywhere; the next one starts at the edge again.
    let starts_anew = before.indent - line.indent > SHORT;
    is_other_size(before, line) || starts_anew || before.free > short || step > usual.step.max(CLOSEST_STEP) * WIDE_STEP
}

/// Whether two lines fall into cells, or both start so far from the edge that they must be in a table.
fn are_rows(before: &Read, line: &Read) -> bool {
    (before.is_row && line.is_row) || before.indent.min(line.indent) > SHORT
}

fn is_other_size(before: &Read, line: &Read) -> bool {
    (before.size - line.size).abs() > OTHER_SIZE * before.size.max(line.size)
}

/// Whether a line at the foot of a page or column ends its paragraph.
fn ends(line: &Read) -> bool {
    line.free > SHORT || line.text.trim_end().ends_with(['.', '!', '؟', '?', ':', '»', '"'])
}

/// Takes away the numbers of pages and what is the same at the head or foot of most pages.
fn drop_margins(pages: &mut [Vec<Read>]) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for lines in pages.iter() {
        let in_margin = in_margin(lines);
        for line in lines.iter().filter(|line| in_margin(line)) {
            *counts.entry(masked(&line.text)).or_default() += 1;
        }
    }
    let n_pages = pages.len();
    let is_repeated = |line: &Read| {
        let masked = masked(&line.text);
        n_pages > 1 && (masked.chars().all(|c| c == '#' || !c.is_alphanumeric()) || counts[&masked] * 2 > n_pages)
    };
    for lines in pages {
        let in_margin = in_margin(lines);
        lines.retain(|line| !(in_margin(line) && is_repeated(line)));
    }
}

/// Whether a line stands in one of the highest or lowest rows of its page, in whatever order they were drawn.
fn in_margin(lines: &[Read]) -> impl Fn(&Read) -> bool + use<> {
    let mut rows: Vec<f64> = lines.iter().map(|line| line.y).collect();
    rows.sort_by(f64::total_cmp);
    rows.dedup_by(|above, below| *above - *below < SAME_ROW);
    let low = rows.get(MARGIN_ROWS - 1).or(rows.last()).copied().unwrap_or(f64::INFINITY);
    let high = rows
        .len()
        .checked_sub(MARGIN_ROWS)
        .and_then(|index| rows.get(index))
        .or(rows.first())
        .copied()
        .unwrap_or(f64::NEG_INFINITY);
    move |line| line.y <= low + SAME_ROW || line.y >= high - SAME_ROW
}

/// Lines that are no farther from each other, in points, stand in one row.
const SAME_ROW: f64 = 3.0;

/// A line without what its numbers are.
fn masked(text: &str) -> String {
    let mut masked = String::new();
    for character in text.chars() {
        let character = if character.is_numeric() { '#' } else { character };
        if !(character == '#' && masked.ends_with('#')) {
            masked.push(character);
        }
    }
    masked
}
