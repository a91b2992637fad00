//! Cutting a text at its logical end, with an ellipsis: on the left in a right-to-left line.
//! The ellipsis is set by itself and put at the line's end, so that no bidi control of the text can move it.

use super::block::{Block, Break, Cluster, Glyph, Line, Request, text_boundary, width_of};
use super::engine::Engine;
use super::line;
use super::paragraph::ParagraphStyle;
use crate::base::Direction;

const ELLIPSIS: &str = "…";

/// A cut falls between words where that leaves at least this part of the room filled: half an Arabic word reads as
/// another word.
const MIN_FILL_OF_WORD_CUT: f32 = 0.7;

/// How often a cut is moved back where the text before it, shaped anew, is wider than it was.
const MAX_TRIES: usize = 16;

/// No text has more letters than this to an em.
const LETTERS_PER_EM: f32 = 16.0;

/// As much of a paragraph as can be seen in so many lines, and whether that is all of it.
/// Without this, a label of a megabyte would be shaped whole to show its first words.
pub(super) fn bounded(content: &str, wrap: Break, size: f32, lines: usize) -> (&str, bool) {
    let (Break::Elide(..), Some(width)) = (wrap, width_of(wrap)) else { return (content, true) };
    let line_letters = (width / size * LETTERS_PER_EM).clamp(0.0, 1e6);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was clamped to 0 … 1e6")]
    let letters = (line_letters as usize + 64).saturating_mul(lines);
    match content.char_indices().nth(letters) {
        Some((end, _)) => (&content[..end], false),
        None => (content, true),
    }
}

/// Cuts the last line of a block so that an ellipsis fits, and adds it.
pub(super) fn elide_last_line(
    engine: &mut Engine,
    block: &mut Block,
    request: &Request<'_>,
    start: usize,
    content: &str,
    style: &ParagraphStyle,
) {
    let Some(line) = block.lines.pop() else { return };
    let clusters = block.clusters.split_off(line.clusters.start);
    block.glyphs.truncate(line.glyphs.start);
    // Its number among the lines of its own paragraph.
    let line_idx = block.lines.iter().rev().take_while(|earlier| earlier.bytes.start >= start).count();
    let ellipsis = ellipsis_width(engine, style);
    let room = (width_of(request.wrap).unwrap_or(f32::INFINITY) - ellipsis).max(0.0);
    let mut ends = fitting_ends(&clusters, room);
    let mut cut = prefer_word_end(request.text, line.bytes.start, &clusters, &ends, room);
    let mut is_placed = false;
    for _ in 0..MAX_TRIES {
        let before = text_before(content, line.bytes.start - start, cut - start);
        if before.len() <= line.bytes.start - start {
            break;
        }
        is_placed = push_cut_line(engine, block, request, start, before, style, (line_idx, room));
        if is_placed {
            break;
        }
        while ends.last().is_some_and(|&end| end >= cut) {
            ends.pop();
        }
        cut = ends.last().copied().unwrap_or(line.bytes.start);
    }
    if !is_placed {
        push_empty_line(block, line.bytes.start, style.direction);
    }
    push_ellipsis(engine, block, request.text, style, ellipsis);
    block.elided = true;
}

/// The ends of the clusters, in logical order, up to which the text fits.
fn fitting_ends(clusters: &[Cluster], room: f32) -> Vec<usize> {
    let mut logical: Vec<&Cluster> = clusters.iter().collect();
    logical.sort_by_key(|cluster| cluster.bytes.start);
    let mut width = 0.0;
    let mut ends = Vec::new();
    for cluster in logical {
        width += cluster.advance;
        if width > room {
            break;
        }
        ends.push(cluster.bytes.end);
    }
    ends
}

/// The last fitting end, moved back to the end of a word where the line stays well filled.
fn prefer_word_end(text: &str, line_start: usize, clusters: &[Cluster], ends: &[usize], room: f32) -> usize {
    let Some(&last) = ends.last() else { return line_start };
    let ends_word = |end: usize| text.get(end..).is_none_or(|rest| !rest.starts_with(char::is_alphanumeric));
    if ends_word(last) {
        return last;
    }
    let is_space = |end: usize| text.get(..end).is_some_and(|before| before.ends_with(char::is_whitespace));
    let Some(&word_end) = ends.iter().rev().find(|&&end| is_space(end)) else { return last };
    let filled: f32 = clusters.iter().filter(|c| c.bytes.end <= word_end).map(|c| c.advance).sum();
    if filled >= MIN_FILL_OF_WORD_CUT * room { word_end } else { last }
}

/// The paragraph up to a cut, without the spaces before it, but no shorter than up to the line's start.
fn text_before(content: &str, line_start: usize, cut: usize) -> &str {
    let before = content.get(..text_boundary(content, cut)).unwrap_or(content);
    let trimmed = before.trim_end();
    if trimmed.len() >= line_start { trimmed } else { before.get(..text_boundary(before, line_start)).unwrap_or(trimmed) }
}

/// Adds the last line of a shortened paragraph if it is the expected one and fits; says whether it did.
fn push_cut_line(
    engine: &mut Engine,
    block: &mut Block,
    request: &Request<'_>,
    start: usize,
    before: &str,
    style: &ParagraphStyle,
    (line_idx, room): (usize, f32),
) -> bool {
    engine.with_shaped(before, style, |engine, layout| {
        layout.break_all_lines(width_of(request.wrap));
        let Some(line) = layout.get(line_idx) else { return false };
        let advance = line.metrics().advance - line.metrics().hanging_advance;
        if layout.len() != line_idx + 1 || advance > room + 0.01 {
            return false;
        }
        line::push(block, &engine.fonts, request.text, start, &line, style.direction);
        true
    })
}

fn push_empty_line(block: &mut Block, at: usize, direction: Direction) {
    block.lines.push(Line {
        bytes: at..at,
        direction,
        glyphs: block.glyphs.len()..block.glyphs.len(),
        clusters: block.clusters.len()..block.clusters.len(),
        x: 0.0,
        ink_start: 0.0,
        ink_width: 0.0,
    });
}

fn ellipsis_style(style: &ParagraphStyle) -> ParagraphStyle {
    ParagraphStyle { weights: Vec::new(), ..style.clone() }
}

fn ellipsis_width(engine: &mut Engine, style: &ParagraphStyle) -> f32 {
    engine.with_shaped(ELLIPSIS, &ellipsis_style(style), |_, layout| {
        layout.break_all_lines(None);
        layout.width()
    })
}

/// Adds an ellipsis at the logical end of the last line. It stands for all of the text that was cut, and for the spaces that
/// would hang where it is.
fn push_ellipsis(engine: &mut Engine, block: &mut Block, text: &str, style: &ParagraphStyle, width: f32) {
    let sign = engine.with_shaped(ELLIPSIS, &ellipsis_style(style), |engine, layout| {
        layout.break_all_lines(None);
        let mut sign = block.blank(ELLIPSIS.len());
        if let Some(line) = layout.get(0) {
            line::push(&mut sign, &engine.fonts, ELLIPSIS, 0, &line, style.direction);
        }
        sign
    });
    let Some(line) = block.lines.last_mut() else { return };
    let cut = line::hang_from(text, &line.bytes);
    let mut clusters = block.clusters.split_off(line.clusters.start);
    clusters.retain(|cluster| cluster.bytes.start < cut);
    block.clusters.append(&mut clusters);
    line.clusters.end = block.clusters.len();
    let is_rtl = style.direction.is_rtl();
    let x = if is_rtl { line.ink_start - width } else { line.ink_start + line.ink_width };
    let glyphs = sign.glyphs.into_iter().map(|glyph| Glyph { x: glyph.x + x, offset: cut, ..glyph });
    let cluster = Cluster { bytes: cut..block.len, x, advance: width, direction: style.direction };
    // Both stand in visual order.
    let glyph_idx = if is_rtl { line.glyphs.start } else { line.glyphs.end };
    block.glyphs.splice(glyph_idx..glyph_idx, glyphs);
    line.glyphs.end = block.glyphs.len();
    let cluster_idx = if is_rtl { line.clusters.start } else { line.clusters.end };
    block.clusters.insert(cluster_idx, cluster);
    line.clusters.end = block.clusters.len();
    if is_rtl {
        line.ink_start = x;
    }
    line.ink_width += width;
    line.bytes.end = block.len;
}
