//! Where a caret stands in a block, and where a step takes it.
//! Left and right are those of the screen; words are those of the text. Knows no selection: whoever steps holds it.

use unicode_segmentation::UnicodeSegmentation as _;

use super::block::{Block, Cluster, Line};
use std::ops::Range;

/// Where a caret stands.
///
/// Where two directions meet, and where a line wraps, one byte has two places on the screen. `after` tells which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Caret {
    /// The byte before which it stands.
    pub offset: usize,
    /// Whether it stands at the end of the letter before it, and not at the start of the letter after it.
    pub after: bool,
}

impl Caret {
    /// At the start of the letter at a byte.
    #[must_use]
    pub fn before(offset: usize) -> Self {
        Self { offset, after: false }
    }

    /// At the end of the letter that ends at a byte.
    #[must_use]
    pub fn behind(offset: usize) -> Self {
        Self { offset, after: true }
    }
}

/// A step of a caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaretStep {
    /// One letter towards the left of the screen.
    Left,
    /// One letter towards the right of the screen.
    Right,
    /// To the border of a word towards the left: where the line's direction has its words run to the left, forwards.
    WordLeft,
    /// To the border of a word towards the right.
    WordRight,
    /// To the start of the line.
    LineStart,
    /// To the end of the line.
    LineEnd,
}

/// What a step out of a block goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// The text before it.
    Before,
    /// The text after it.
    After,
}

impl Block {
    /// The caret nearest to a point.
    pub(crate) fn caret_beside(&self, x: f32, y: f32) -> Caret {
        let offset = self.offset_at(x, y);
        let idx = self.line_at(y);
        let Some(line) = self.lines.get(idx) else { return Caret::before(offset) };
        let starts = self.clusters_of(line).iter().any(|cluster| cluster.bytes.start == offset);
        let behind = Caret::behind(offset);
        let is_nearer = |a: Caret, b: Caret| (self.caret_x_in(line, a) - x).abs() <= (self.caret_x_in(line, b) - x).abs();
        if starts && (offset == line.bytes.start || is_nearer(Caret::before(offset), behind)) {
            Caret::before(offset)
        } else {
            behind
        }
    }

    /// The number of the line that a caret is on.
    pub(crate) fn line_of(&self, caret: Caret) -> usize {
        // An empty line has no byte of its own: it begins and ends at one.
        let idx = if caret.after {
            self.lines.partition_point(|line| line.bytes.end < caret.offset)
        } else {
            self.lines.partition_point(|line| line.bytes.start <= caret.offset).saturating_sub(1)
        };
        idx.min(self.lines.len().saturating_sub(1))
    }

    /// Where a caret is, in pixels from the block's left edge.
    pub(crate) fn caret_x_of(&self, caret: Caret) -> f32 {
        self.lines.get(self.line_of(caret)).map_or(0.0, |line| self.caret_x_in(line, caret))
    }

    fn caret_x_in(&self, line: &Line, caret: Caret) -> f32 {
        let clusters = self.clusters_of(line);
        let edge = edge_of(clusters, caret);
        let x = match (edge.checked_sub(1).and_then(|before| clusters.get(before)), clusters.get(edge)) {
            (Some(before), _) => before.x + before.advance,
            (None, Some(after)) => after.x,
            (None, None) => line.ink_start,
        };
        line.x + x
    }

    /// Where a step takes a caret; `Err` where it leaves the block. `text` is what was laid out.
    pub(crate) fn step(&self, text: &str, caret: Caret, step: CaretStep) -> Result<Caret, Beyond> {
        let idx = self.line_of(caret);
        let Some(line) = self.lines.get(idx) else { return Err(Beyond::After) };
        match step {
            CaretStep::Left => self.step_aside(idx, line, caret, false),
            CaretStep::Right => self.step_aside(idx, line, caret, true),
            CaretStep::WordLeft | CaretStep::WordRight => {
                let forwards = (step == CaretStep::WordLeft) == line.direction.is_rtl();
                if forwards { next_word(text, caret.offset) } else { previous_word(text, caret.offset) }
            }
            CaretStep::LineStart => Ok(Caret::before(line.bytes.start)),
            CaretStep::LineEnd => Ok(Caret::behind(self.seen_end(text, line))),
        }
    }

    /// The caret on the line above or below, at a place from the left; `Err` above the first and below the last.
    pub(crate) fn step_lines(&self, caret: Caret, x: f32, down: bool) -> Result<Caret, Beyond> {
        let idx = self.line_of(caret);
        let target = if down { idx + 1 } else { idx.checked_sub(1).ok_or(Beyond::Before)? };
        if target >= self.lines.len() {
            return Err(Beyond::After);
        }
        Ok(self.caret_beside(x, self.top(target) + self.pitch / 2.0))
    }

    /// One letter aside; from the edge of the line to the line before or after, as its direction has it.
    fn step_aside(&self, idx: usize, line: &Line, caret: Caret, right: bool) -> Result<Caret, Beyond> {
        let clusters = self.clusters_of(line);
        let mut edge = edge_of(clusters, caret);
        loop {
            let crossed = if right { clusters.get(edge) } else { edge.checked_sub(1).and_then(|before| clusters.get(before)) };
            let Some(crossed) = crossed else { break };
            edge = if right { edge + 1 } else { edge - 1 };
            // What has no width is not seen to be crossed.
            if crossed.advance > 0.0 {
                return Ok(caret_across(crossed, right));
            }
        }
        let forwards = right != line.direction.is_rtl();
        let target = if forwards { Some(idx + 1) } else { idx.checked_sub(1) };
        let beyond = if forwards { Beyond::After } else { Beyond::Before };
        let line = target.and_then(|target| self.lines.get(target)).ok_or(beyond)?;
        Ok(if forwards { Caret::before(line.bytes.start) } else { Caret::behind(line.bytes.end) })
    }

    /// The end of what is seen of a line: before the spaces at which it wraps.
    fn seen_end(&self, text: &str, line: &Line) -> usize {
        let is_last = self.lines.last().is_some_and(|last| last.bytes.start == line.bytes.start);
        if is_last {
            return line.bytes.end;
        }
        let seen = text.get(line.bytes.clone()).unwrap_or_default().trim_end();
        line.bytes.start + seen.len()
    }
}

/// A caret that has just crossed a letter to the right or to the left.
fn caret_across(crossed: &Cluster, right: bool) -> Caret {
    if right == crossed.direction.is_rtl() { Caret::before(crossed.bytes.start) } else { Caret::behind(crossed.bytes.end) }
}

/// How many of a line's clusters stand on the left of a caret.
fn edge_of(clusters: &[Cluster], caret: Caret) -> usize {
    let before = clusters.iter().position(|cluster| cluster.bytes.contains(&caret.offset));
    let after = clusters.iter().position(|cluster| cluster.bytes.end == caret.offset && !cluster.bytes.is_empty());
    let at_start = |idx: usize| if clusters[idx].direction.is_rtl() { idx + 1 } else { idx };
    let at_end = |idx: usize| if clusters[idx].direction.is_rtl() { idx } else { idx + 1 };
    match (caret.after, before, after) {
        (true, _, Some(idx)) | (false, None, Some(idx)) => at_end(idx),
        (_, Some(idx), _) => at_start(idx),
        (_, None, None) => 0,
    }
}

/// The word, or what stands between two words, at a byte.
pub(crate) fn word_at(text: &str, offset: usize) -> Range<usize> {
    let offset = offset.min(text.len());
    let mut last = offset..offset;
    for (start, segment) in segments_around(text, offset) {
        last = start..start + segment.len();
        if last.contains(&offset) {
            break;
        }
    }
    last
}

/// The segments of the words near a byte: a line of a megabyte is not cut up for one of them.
fn segments_around(text: &str, offset: usize) -> impl Iterator<Item = (usize, &str)> {
    let is_blank = |c: char| c == ' ' || c == '\n';
    let start = text.get(..offset).and_then(|before| before.trim_end_matches(is_blank).rfind(is_blank)).unwrap_or(0);
    text.get(start..).unwrap_or_default().split_word_bound_indices().map(move |(at, segment)| (start + at, segment))
}

fn is_word(segment: &str) -> bool {
    segment.contains(char::is_alphanumeric)
}

fn next_word(text: &str, offset: usize) -> Result<Caret, Beyond> {
    if offset >= text.len() {
        return Err(Beyond::After);
    }
    let end = segments_around(text, offset)
        .map(|(start, segment)| (start + segment.len(), segment))
        .find(|&(end, segment)| end > offset && is_word(segment))
        .map_or(text.len(), |(end, _)| end);
    Ok(Caret::behind(end))
}

fn previous_word(text: &str, offset: usize) -> Result<Caret, Beyond> {
    let before = text.get(..offset).filter(|before| !before.is_empty()).ok_or(Beyond::Before)?;
    let start = before.split_word_bound_indices().rev().find(|(_, segment)| is_word(segment)).map_or(0, |(start, _)| start);
    Ok(Caret::before(start))
}

#[cfg(test)]
mod tests {
    use super::super::block::{Break, Request, lay_out};
    use super::super::engine::Engine;
    use super::super::{Align, Face};
    use super::*;
    use crate::base::Direction;

    fn laid(text: &str, wrap: Break) -> Block {
        let request = Request {
            text,
            face: Face::Article,
            size: 18.0,
            bold: false,
            line_height: 1.75,
            weights: &[],
            direction: None,
            fallback: Direction::RightToLeft,
            wrap,
            align: Align::Start,
        };
        lay_out(&mut Engine::new(), &request)
    }

    const TEXTS: [&str; 6] = [
        "مرحبا 2023 USS Gerald \"فورد\" 12/3/2024",
        "The carrier فورد left (ميناء نورفولك) in 2025.",
        "بِسْمِ ٱللَّهِ لا إله",
        "لأن 3.5% من a",
        "\u{202E}abc\u{202C} سلام",
        "x",
    ];

    #[test]
    fn steps_to_the_right_move_to_the_right_until_the_edge_and_back() {
        for text in TEXTS {
            for wrap in [Break::Never, Break::At(90.0)] {
                let block = laid(text, wrap);
                for line in &block.lines {
                    walk(&block, text, line);
                }
            }
        }
    }

    /// Walks along a line from its left edge to its right edge.
    fn walk(block: &Block, text: &str, line: &Line) {
        let clusters = block.clusters_of(line);
        let Some(leftmost) = clusters.iter().find(|cluster| cluster.advance > 0.0) else { return };
        let mut caret = caret_across(leftmost, false);
        let idx = block.line_of(caret);
        let mut steps = 0;
        loop {
            let x = block.caret_x_of(caret);
            let Ok(next) = block.step(text, caret, CaretStep::Right) else { break };
            if block.line_of(next) != idx {
                break;
            }
            assert!(block.caret_x_of(next) > x, "{text:?} {caret:?} {next:?}");
            let back = block.step(text, next, CaretStep::Left).unwrap();
            assert!((block.caret_x_of(back) - x).abs() < 0.01, "{text:?} {next:?} {back:?} {x}");
            caret = next;
            steps += 1;
        }
        let seen = clusters.iter().filter(|cluster| cluster.advance > 0.0).count();
        assert!(steps >= seen.saturating_sub(1) && steps <= seen, "{text:?}: {steps} of {seen}");
    }

    #[test]
    fn a_step_over_the_edge_of_a_line_follows_the_direction_of_the_paragraph() {
        let text = "وقد نفذت القوات أكثر من غارة";
        let block = laid(text, Break::At(100.0));
        assert!(block.lines.len() > 1);
        let first_end = Caret::behind(block.lines[0].bytes.end);
        assert_eq!(block.step(text, first_end, CaretStep::Left), Ok(Caret::before(block.lines[1].bytes.start)));
        let second = Caret::before(block.lines[1].bytes.start);
        assert_eq!(block.line_of(second), 1);
        assert_eq!(block.step(text, second, CaretStep::Right), Ok(Caret::behind(block.lines[0].bytes.end)));
        assert_eq!(block.step(text, Caret::before(0), CaretStep::Right), Err(Beyond::Before));
        assert_eq!(block.step(text, Caret::behind(text.len()), CaretStep::Left), Err(Beyond::After));
    }

    #[test]
    fn words_are_logical_and_their_side_is_that_of_the_line() {
        let text = "وصل USS Ford أمس.";
        let block = laid(text, Break::Never);
        let mut ends = Vec::new();
        let mut caret = Caret::before(0);
        while let Ok(next) = block.step(text, caret, CaretStep::WordLeft) {
            ends.push(&text[..next.offset]);
            caret = next;
        }
        assert_eq!(ends, ["وصل", "وصل USS", "وصل USS Ford", "وصل USS Ford أمس", text]);
        let back = block.step(text, caret, CaretStep::WordRight).unwrap();
        assert_eq!(&text[back.offset..], "أمس.");
        let latin = "one two";
        let block = laid(latin, Break::Never);
        assert_eq!(block.step(latin, Caret::before(0), CaretStep::WordRight), Ok(Caret::behind(3)));
    }

    #[test]
    fn a_point_on_the_place_of_a_caret_finds_it() {
        for text in TEXTS {
            for wrap in [Break::Never, Break::At(90.0)] {
                let block = laid(text, wrap);
                for (idx, line) in block.lines.iter().enumerate() {
                    let y = block.top(idx) + block.pitch / 2.0;
                    for cluster in block.clusters_of(line).iter().filter(|cluster| cluster.advance > 1.0) {
                        for x in [line.x + cluster.x + 0.1, line.x + cluster.x + cluster.advance - 0.1] {
                            let caret = block.caret_beside(x, y);
                            assert_eq!(block.line_of(caret), idx, "{text:?} {caret:?}");
                            assert!((block.caret_x_of(caret) - x).abs() < 0.2, "{text:?} {caret:?} {x}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn lines_are_changed_at_the_same_place() {
        let text = "وقد نفذت القوات أكثر من غارة جوية في البحر";
        let block = laid(text, Break::At(120.0));
        let caret = Caret::before(0);
        let x = block.caret_x_of(caret);
        let below = block.step_lines(caret, x, true).unwrap();
        assert_eq!(below, Caret::before(block.lines[1].bytes.start));
        assert_eq!(block.step_lines(below, x, false), Ok(caret));
        assert_eq!(block.step_lines(caret, x, false), Err(Beyond::Before));
        assert_eq!(block.step_lines(Caret::behind(text.len()), x, true), Err(Beyond::After));
        let end = block.step(text, caret, CaretStep::LineEnd).unwrap();
        assert!(text[end.offset..].starts_with(' ') && block.line_of(end) == 0);
        assert_eq!(block.step(text, end, CaretStep::LineStart), Ok(caret));
    }

    #[test]
    fn a_word_is_found_at_each_of_its_letters() {
        let text = "وصل الوفد، USS Ford";
        let start = text.find("الوفد").unwrap();
        for (at, _) in "الوفد".char_indices() {
            assert_eq!(&text[word_at(text, start + at)], "الوفد");
        }
        assert_eq!(&text[word_at(text, text.find('،').unwrap())], "،");
        assert_eq!(&text[word_at(text, text.len())], "Ford");
        assert_eq!(word_at("", 0), 0..0);
    }
}
