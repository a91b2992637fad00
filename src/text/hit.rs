//! From points to bytes and from bytes to rectangles, in a laid out text.

use std::ops::Range;

use super::block::{Block, Cluster, Line};

/// Two clusters nearer than this, in physical pixels, are covered by one rectangle.
const SEAM: f32 = 0.5;

/// A rectangle in physical pixels, relative to the block's top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PxRect {
    pub(crate) x: Span,
    pub(crate) y: Span,
}

/// From a coordinate to a larger one, in physical pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Span {
    pub(crate) min: f32,
    pub(crate) max: f32,
}

impl Block {
    /// The byte nearest to a point: where a caret would stand.
    pub(crate) fn offset_at(&self, x: f32, y: f32) -> usize {
        let Some(line) = self.lines.get(self.line_at(y)) else { return 0 };
        let clusters = self.clusters_of(line);
        let x = x - line.x;
        let idx = clusters.partition_point(|cluster| cluster.x + cluster.advance <= x).min(clusters.len().saturating_sub(1));
        let Some(cluster) = clusters.get(idx) else { return line.bytes.start };
        let is_in_left_half = x < cluster.x + cluster.advance / 2.0;
        if is_in_left_half == cluster.direction.is_rtl() { cluster.bytes.end } else { cluster.bytes.start }
    }

    /// The byte under a point; `None` where there is no letter.
    pub(crate) fn offset_under(&self, x: f32, y: f32) -> Option<usize> {
        if !(y >= 0.0 && y < self.height()) {
            return None;
        }
        let line = self.lines.get(self.line_at(y))?;
        let x = x - line.x;
        let clusters = self.clusters_of(line);
        let cluster = clusters.get(clusters.partition_point(|cluster| cluster.x + cluster.advance <= x))?;
        (x >= cluster.x).then_some(cluster.bytes.start)
    }

    /// The rectangles that cover a range of bytes, line by line, from left to right. What touches is joined.
    /// Spaces that hang at the end of a line are left out.
    pub(crate) fn rects_of(&self, bytes: Range<usize>) -> Vec<PxRect> {
        let mut rects = Vec::new();
        if bytes.is_empty() {
            return rects;
        }
        let first = self.lines.partition_point(|line| line.bytes.end <= bytes.start);
        for (idx, line) in self.lines.iter().enumerate().skip(first) {
            if line.bytes.start >= bytes.end {
                break;
            }
            let top = self.top(idx);
            let y = Span { min: top, max: top + self.pitch };
            rects.extend(self.spans_of(line, &bytes).into_iter().map(|x| PxRect { x, y }));
        }
        rects
    }

    /// Where a caret before a byte stands: a line's height, no width.
    pub(crate) fn caret_at(&self, offset: usize) -> PxRect {
        let idx = self.lines.partition_point(|line| line.bytes.end <= offset).min(self.lines.len().saturating_sub(1));
        let x = self.lines.get(idx).map_or(0.0, |line| line.x + self.caret_x(line, offset));
        let top = self.top(idx);
        PxRect { x: Span { min: x, max: x }, y: Span { min: top, max: top + self.pitch } }
    }

    fn caret_x(&self, line: &Line, offset: usize) -> f32 {
        let clusters = self.clusters_of(line);
        if let Some(at) = clusters.iter().find(|cluster| cluster.bytes.contains(&offset)) {
            return if at.direction.is_rtl() { at.x + at.advance } else { at.x };
        }
        let last = clusters.iter().max_by_key(|cluster| cluster.bytes.end);
        last.map_or(line.ink_start, |last| if last.direction.is_rtl() { last.x } else { last.x + last.advance })
    }

    fn spans_of(&self, line: &Line, bytes: &Range<usize>) -> Vec<Span> {
        let ink = line.ink_start..line.ink_start + line.ink_width;
        let is_within =
            |cluster: &&Cluster| cluster.bytes.start < bytes.end && bytes.start < cluster.bytes.end && ink.contains(&cluster.x);
        let mut spans: Vec<Span> = Vec::new();
        for cluster in self.clusters_of(line).iter().filter(is_within).filter(|cluster| cluster.advance > 0.0) {
            let (min, max) = (line.x + cluster.x, line.x + cluster.x + cluster.advance);
            match spans.last_mut() {
                Some(last) if min - last.max < SEAM => last.max = max,
                _ => spans.push(Span { min, max }),
            }
        }
        spans
    }

    pub(super) fn clusters_of(&self, line: &Line) -> &[Cluster] {
        self.clusters.get(line.clusters.clone()).unwrap_or_default()
    }

    /// The line at a height, the nearest one outside of the block.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast of floats saturates")]
    pub(super) fn line_at(&self, y: f32) -> usize {
        ((y / self.pitch).floor().max(0.0) as usize).min(self.lines.len().saturating_sub(1))
    }
}
