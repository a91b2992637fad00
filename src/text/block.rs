//! A text laid out: lines of glyphs and clusters, in physical pixels, as plain data.
//! Lines stand at a fixed pitch with the baseline of the main family, whatever faces they need: a sign or a Latin word
//! moves nothing.

use std::ops::Range;

use parley::Layout;

use super::direction::first_strong;
use super::engine::Engine;
use super::faces::FaceId;
use super::paragraph::{ParagraphStyle, paragraphs};
use super::{Align, Face, elide, line};
use crate::base::Direction;

/// The smallest and the largest size, in physical pixels: larger glyphs do not fit egui's atlas.
const SIZES: (f32, f32) = (1.0, 300.0);

/// What is to be laid out. Lengths are in physical pixels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Request<'a> {
    pub(crate) text: &'a str,
    pub(crate) face: Face,
    pub(crate) size: f32,
    pub(crate) bold: bool,
    /// As a multiple of the size.
    pub(crate) line_height: f32,
    /// Bytes of the text that differ in weight.
    pub(crate) weights: &'a [(Range<usize>, bool)],
    /// `None`: each paragraph by its first strong letter.
    pub(crate) direction: Option<Direction>,
    /// The direction of a paragraph without a strong letter.
    pub(crate) fallback: Direction,
    pub(crate) wrap: Break,
    pub(crate) align: Align,
}

/// Where lines end, in physical pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Break {
    /// Only between paragraphs.
    Never,
    /// At a width; the block is as wide as that.
    At(f32),
    /// At a width and after so many lines; the block is as wide as its widest line.
    Elide(f32, usize),
}

/// A laid out text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Block {
    /// From top to bottom; never empty.
    pub(crate) lines: Vec<Line>,
    /// Line by line, each from left to right; `x` is relative to the line's origin.
    pub(crate) glyphs: Vec<Glyph>,
    /// Line by line, each from left to right; `x` is relative to the line's origin.
    pub(crate) clusters: Vec<Cluster>,
    /// The size of its glyphs, which is that of the request made sound.
    pub(crate) size: f32,
    pub(crate) width: f32,
    /// The distance of two lines; a whole number.
    pub(crate) pitch: f32,
    /// From a line's top to its baseline; a whole number.
    pub(crate) baseline: f32,
    /// Whether something was cut.
    pub(crate) elided: bool,
    /// How many bytes the text has.
    pub(crate) len: usize,
    /// Letters that no face has, each once; at most [`MAX_MISSING`](super::missing::MAX_MISSING).
    pub(crate) missing: Vec<char>,
}

/// A line. The bytes of two lines do not overlap.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    /// Its bytes, spaces at its end included.
    pub(crate) bytes: Range<usize>,
    /// The direction of its paragraph.
    pub(crate) direction: Direction,
    /// Its part of [`Block::glyphs`].
    pub(crate) glyphs: Range<usize>,
    /// Its part of [`Block::clusters`].
    pub(crate) clusters: Range<usize>,
    /// Where its origin is in the block; a whole number.
    pub(crate) x: f32,
    /// Where what is seen of it begins, relative to its origin. Spaces at the end of a line hang outside.
    pub(crate) ink_start: f32,
    /// How wide what is seen of it is.
    pub(crate) ink_width: f32,
}

/// A glyph. Whitespace and controls have none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) face: FaceId,
    /// The glyph's number in its face.
    pub(crate) id: u16,
    /// From the line's origin.
    pub(crate) x: f32,
    /// Below the baseline.
    pub(crate) y: f32,
    /// The byte that it belongs to.
    pub(crate) offset: usize,
}

/// What a caret does not enter: a letter with its marks, or an equal part of a ligature.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cluster {
    pub(crate) bytes: Range<usize>,
    pub(crate) x: f32,
    pub(crate) advance: f32,
    pub(crate) direction: Direction,
}

impl Block {
    /// The height of all lines.
    #[expect(clippy::cast_precision_loss, reason = "a block of 2^24 lines has no use for exact pixels")]
    pub(crate) fn height(&self) -> f32 {
        self.lines.len() as f32 * self.pitch
    }

    /// The top of a line.
    #[expect(clippy::cast_precision_loss, reason = "a block of 2^24 lines has no use for exact pixels")]
    pub(crate) fn top(&self, line: usize) -> f32 {
        line as f32 * self.pitch
    }

    fn empty(engine: &Engine, request: &Request<'_>) -> Self {
        let size = sound_size(request.size);
        let line_height = if request.line_height.is_finite() { request.line_height.clamp(0.1, 10.0) } else { 1.0 };
        let pitch = (size * line_height).round().max(1.0);
        let extent = engine.fonts.extent(request.face);
        let (ascent, descent) = (extent.ascent * size, extent.descent * size);
        let baseline = ((pitch - ascent - descent) / 2.0 + ascent).round();
        Self {
            lines: Vec::new(),
            glyphs: Vec::new(),
            clusters: Vec::new(),
            size,
            width: 0.0,
            pitch,
            baseline,
            elided: false,
            len: request.text.len(),
            missing: Vec::new(),
        }
    }

    /// A block of the same measures without lines, for a text of `len` bytes.
    pub(super) fn blank(&self, len: usize) -> Self {
        let (lines, glyphs, clusters) = (Vec::new(), Vec::new(), Vec::new());
        Self {
            lines,
            glyphs,
            clusters,
            size: self.size,
            width: 0.0,
            pitch: self.pitch,
            baseline: self.baseline,
            elided: false,
            len,
            missing: Vec::new(),
        }
    }

    /// Puts every line at its side of the block.
    fn align(&mut self, request: &Request<'_>) {
        let widest = self.lines.iter().map(|line| line.ink_width).fold(0.0, f32::max).ceil();
        self.width = match request.wrap {
            Break::At(width) if width.is_finite() => width.max(0.0),
            Break::Never | Break::At(_) | Break::Elide(..) => widest,
        };
        for line in &mut self.lines {
            let free = self.width - line.ink_width;
            let at_right = matches!((request.align, line.direction.is_rtl()), (Align::Start, true) | (Align::End, false));
            let left = match request.align {
                Align::Center => free / 2.0,
                Align::Start | Align::End if at_right => free,
                Align::Start | Align::End => 0.0,
            };
            line.x = (left - line.ink_start).round();
        }
    }
}

/// Lays a text out.
pub(crate) fn lay_out(engine: &mut Engine, request: &Request<'_>) -> Block {
    let mut block = Block::empty(engine, request);
    let max_lines = match request.wrap {
        Break::Elide(_, lines) => lines.max(1),
        Break::Never | Break::At(_) => usize::MAX,
    };
    for range in paragraphs(request.text) {
        let Some(content) = request.text.get(range.clone()) else { break };
        let room = max_lines - block.lines.len();
        let style = paragraph_style(request, &range, content);
        let rest_is_empty = request.text.get(range.end..).is_none_or(|rest| rest.trim().is_empty());
        let (content, is_whole) = elide::bounded(content, request.wrap, style.size, room);
        let overflows = engine.with_shaped(content, &style, |engine, layout| {
            layout.break_all_lines(width_of(request.wrap));
            // Parley gives an empty paragraph a byte of its own, which here would be of what follows.
            let until_end = request.text.get(..range.end).unwrap_or(request.text);
            push_lines(engine, &mut block, until_end, range.start, layout, &style, room)
        });
        let is_full = block.lines.len() >= max_lines;
        if overflows || !is_whole || (is_full && !rest_is_empty) {
            elide::elide_last_line(engine, &mut block, request, range.start, content, &style);
        }
        if is_full || block.elided {
            break;
        }
    }
    block.align(request);
    block
}

/// The line of an editor, without alignment.
pub(crate) fn edited(engine: &Engine, request: &Request<'_>, layout: &Layout<()>, direction: Direction) -> Block {
    let mut block = Block::empty(engine, request);
    if let Some(line) = layout.get(0) {
        line::push_edited(&mut block, &engine.fonts, request.text, &line, direction);
    }
    block.width = block.lines.first().map_or(0.0, |line| line.ink_width.ceil());
    block
}

/// Adds the lines of a paragraph, at most `room` of them; says whether there were more.
fn push_lines(
    engine: &Engine,
    block: &mut Block,
    text: &str,
    start: usize,
    layout: &Layout<()>,
    style: &ParagraphStyle,
    room: usize,
) -> bool {
    for line in layout.lines().take(room) {
        line::push(block, &engine.fonts, text, start, &line, style.direction);
    }
    layout.len() > room
}

/// The width at which lines break.
pub(super) fn width_of(wrap: Break) -> Option<f32> {
    match wrap {
        Break::At(width) | Break::Elide(width, _) if width.is_finite() => Some(width.max(0.0)),
        Break::Never | Break::At(_) | Break::Elide(..) => None,
    }
}

fn paragraph_style(request: &Request<'_>, range: &Range<usize>, content: &str) -> ParagraphStyle {
    let direction = request.direction.or_else(|| first_strong(content)).unwrap_or(request.fallback);
    let within = |offset: usize| text_boundary(content, offset.saturating_sub(range.start));
    let weights = request
        .weights
        .iter()
        .map(|(bytes, bold)| (within(bytes.start)..within(bytes.end), *bold))
        .filter(|(bytes, _)| bytes.start < bytes.end)
        .collect();
    ParagraphStyle { face: request.face, size: sound_size(request.size), bold: request.bold, direction, weights }
}

fn sound_size(size: f32) -> f32 {
    if size.is_finite() { size.clamp(SIZES.0, SIZES.1) } else { SIZES.0 }
}

/// The nearest character boundary at or before an offset.
pub(crate) fn text_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
