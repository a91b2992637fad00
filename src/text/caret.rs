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
mod tests;
