//! From a line of Parley to a line of a block.
//! Spaces at the end of a line go to its logical end, whatever run they are in: Parley leaves them in the middle where the
//! line ends in a run of the other direction. Source: UAX #9, rule L1.

use std::ops::Range;

use icu::properties::CodePointSetData;
use icu::properties::props::DefaultIgnorableCodePoint;

use super::block::{Block, Cluster, Glyph, Line};
use super::faces::FaceId;
use super::fonts::Fonts;
use super::missing;
use crate::base::Direction;

/// Adds a line of a shaped paragraph that begins at byte `start` of the text.
pub(super) fn push(
    block: &mut Block,
    fonts: &Fonts,
    text: &str,
    start: usize,
    line: &parley::Line<'_, ()>,
    direction: Direction,
) {
    let bytes = bytes_of(text, start, line);
    push_hanging(block, fonts, text, start, line, direction, hang_from(text, &bytes));
}

/// Adds a line of an editor, in which spaces at the end stay where Parley's carets are.
pub(super) fn push_edited(block: &mut Block, fonts: &Fonts, text: &str, line: &parley::Line<'_, ()>, direction: Direction) {
    push_hanging(block, fonts, text, 0, line, direction, usize::MAX);
}

fn bytes_of(text: &str, start: usize, line: &parley::Line<'_, ()>) -> Range<usize> {
    let range = line.text_range();
    (start + range.start).min(text.len())..(start + range.end).min(text.len())
}

/// Adds a line of which all from byte `hang_from` on hangs.
fn push_hanging(
    block: &mut Block,
    fonts: &Fonts,
    text: &str,
    start: usize,
    line: &parley::Line<'_, ()>,
    direction: Direction,
    hang_from: usize,
) {
    let (first_glyph, first_cluster) = (block.glyphs.len(), block.clusters.len());
    let bytes = bytes_of(text, start, line);
    let mut builder = LineBuilder { block, fonts, text, start, hang_from, hanging: Vec::new(), x: 0.0 };
    for run in line.runs() {
        builder.push_run(&run);
    }
    let ink_width = builder.x;
    builder.hang(first_cluster, direction);
    block.lines.push(Line {
        bytes,
        direction,
        glyphs: first_glyph..block.glyphs.len(),
        clusters: first_cluster..block.clusters.len(),
        x: 0.0,
        ink_start: 0.0,
        ink_width,
    });
}

struct LineBuilder<'a> {
    block: &'a mut Block,
    fonts: &'a Fonts,
    text: &'a str,
    /// Where the paragraph begins in the text.
    start: usize,
    /// The byte after the last that is seen.
    hang_from: usize,
    /// The bytes and advances of what hangs.
    hanging: Vec<(Range<usize>, f32)>,
    /// The right edge of what was added.
    x: f32,
}

impl LineBuilder<'_> {
    fn push_run(&mut self, run: &parley::Run<'_, ()>) {
        let face = self.fonts.face_of(run.font());
        let direction = if run.is_rtl() { Direction::RightToLeft } else { Direction::LeftToRight };
        // A ligature's glyphs belong to its first letter, which stands on the right in a right-to-left run.
        let mut ligature_x = None;
        for cluster in run.visual_clusters() {
            let range = cluster.text_range();
            let bytes = (self.start + range.start).min(self.text.len())..(self.start + range.end).min(self.text.len());
            let advance = cluster.advance();
            if bytes.start >= self.hang_from {
                self.hanging.push((bytes, advance));
                continue;
            }
            if direction.is_rtl() && cluster.is_ligature_continuation() {
                ligature_x.get_or_insert(self.x);
            } else {
                let glyph_x = ligature_x.take().unwrap_or(self.x);
                if let (Some(face), true) = (face, self.is_seen(&bytes)) {
                    self.push_glyphs(cluster.glyphs(), face, glyph_x, &bytes);
                }
            }
            self.block.clusters.push(Cluster { bytes, x: self.x, advance, direction });
            self.x += advance;
        }
    }

    fn is_seen(&self, bytes: &Range<usize>) -> bool {
        self.text.get(bytes.clone()).is_some_and(|letters| !letters.chars().all(is_invisible))
    }

    fn push_glyphs(&mut self, glyphs: impl Iterator<Item = parley::Glyph>, face: FaceId, mut x: f32, bytes: &Range<usize>) {
        let offset = bytes.start;
        for glyph in glyphs {
            if glyph.id == 0 {
                let letters = self.text.get(bytes.clone()).unwrap_or_default();
                missing::note(&mut self.block.missing, &self.fonts.faces, letters);
            }
            if let Ok(id) = u16::try_from(glyph.id) {
                self.block.glyphs.push(Glyph { face, id, x: x + glyph.x, y: glyph.y, offset });
            }
            x += glyph.advance;
        }
    }

    /// Puts what hangs after the logical end of the line.
    fn hang(self, first_cluster: usize, direction: Direction) {
        let mut hanging = self.hanging;
        hanging.retain(|(bytes, _)| !bytes.is_empty());
        hanging.sort_by_key(|(bytes, _)| bytes.start);
        let mut x = if direction.is_rtl() { 0.0 } else { self.x };
        let placed = hanging.into_iter().map(|(bytes, advance)| {
            if direction.is_rtl() {
                x -= advance;
                Cluster { bytes, x, advance, direction }
            } else {
                x += advance;
                Cluster { bytes, x: x - advance, advance, direction }
            }
        });
        if direction.is_rtl() {
            let leftmost_first: Vec<Cluster> = placed.collect::<Vec<_>>().into_iter().rev().collect();
            self.block.clusters.splice(first_cluster..first_cluster, leftmost_first);
        } else {
            self.block.clusters.extend(placed);
        }
    }
}

/// The byte from which all of a line hangs.
pub(super) fn hang_from(text: &str, bytes: &Range<usize>) -> usize {
    bytes.start + text.get(bytes.clone()).unwrap_or_default().trim_end_matches(is_trailing).len()
}

/// Whether a character hangs at the end of a line: a space at which lines break, or a control of direction.
fn is_trailing(c: char) -> bool {
    (c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}')) || is_bidi_control(c)
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character shows nothing, so that its glyph need not be drawn: spaces, controls, joiners, selectors.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_whitespace() || c.is_control() || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
}
