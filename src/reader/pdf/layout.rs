//! From lines to paragraphs, over the borders of pages, without what stands on every page.

use std::collections::HashMap;

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

/// How many lines at the head and at the foot of a page may be the same on every page.
const MARGIN_LINES: usize = 2;

/// A line with its words in the order of reading.
struct Read {
    text: String,
    /// How much room it leaves at its end, as a part of the width of the page's text.
    free: f64,
    y: f64,
    size: f64,
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
        let step = usual_step(lines);
        for (index, line) in lines.iter().enumerate() {
            let opens = before.is_none_or(|before| if index == 0 { ends(before) } else { opens(before, line, step) });
            if opens {
                text.paragraph()
            } else {
                text.blank()
            }
            text.words(&line.text);
            before = Some(line);
        }
    }
    decided(text.finish())
}

fn read(lines: &[Line], otherwise: bool) -> Vec<Read> {
    let left = lines.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
    let right = lines.iter().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
    let read = |line: &Line| {
        let right_to_left = Letters::of(&line.signs).is_right_to_left(otherwise);
        let room = if right_to_left { line.left - left } else { right - line.right };
        Read { text: logical(&line.signs, right_to_left), free: room / (right - left).max(1.0), y: line.y, size: line.size }
    };
    lines.iter().map(read).collect()
}

/// The step from line to line inside paragraphs, in points: most steps are of that kind, and others are wider.
fn usual_step(lines: &[Read]) -> f64 {
    let steps = lines.windows(2).map(|pair| pair[0].y - pair[1].y);
    let mut steps: Vec<f64> = steps.filter(|step| *step > 0.0).collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 4).copied().unwrap_or(f64::INFINITY)
}

fn opens(before: &Read, line: &Read, usual_step: f64) -> bool {
    let step = before.y - line.y;
    let other_size = (before.size - line.size).abs() > OTHER_SIZE * before.size.max(line.size);
    // Letters of headings are larger, and their steps with them.
    let usual_step = usual_step.max(before.size.min(line.size) * 1.05);
    other_size || before.free > SHORT || step > usual_step * WIDE_STEP * (before.size / 12.0).max(1.0)
}

/// Whether a line at the foot of a page ends its paragraph.
fn ends(line: &Read) -> bool {
    line.free > SHORT || line.text.trim_end().ends_with(['.', '!', '؟', '?', ':', '»', '"'])
}

/// Takes away the numbers of pages and what is the same at the head or foot of most pages.
fn drop_margins(pages: &mut [Vec<Read>]) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for line in pages.iter().flat_map(|lines| margins(lines)) {
        *counts.entry(masked(&line.text)).or_default() += 1;
    }
    let n_pages = pages.len();
    let is_repeated = |line: &Read| {
        let masked = masked(&line.text);
        n_pages > 1 && (masked.chars().all(|c| c == '#' || !c.is_alphanumeric()) || counts[&masked] * 2 > n_pages)
    };
    for lines in pages {
        let length = lines.len();
        let is_margin = |index: usize| index < MARGIN_LINES || index + MARGIN_LINES >= length;
        let mut index = 0;
        lines.retain(|line| {
            index += 1;
            !(is_margin(index - 1) && is_repeated(line))
        });
    }
}

fn margins(lines: &[Read]) -> impl Iterator<Item = &Read> {
    let is_margin = move |index: usize| index < MARGIN_LINES || index + MARGIN_LINES >= lines.len();
    lines.iter().enumerate().filter(move |(index, _)| is_margin(*index)).map(|(_, line)| line)
}

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
