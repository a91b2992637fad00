//! A look inside a layout, for whoever holds it against another engine: runs, glyphs, the order on the screen.
//! Knows no screen and no egui; the window does not need it.

use std::fmt;
use std::ops::Range;

use super::block::{Break, Request, lay_out};
use super::engine::Engine;
use super::fonts::Fonts;
use super::paragraph::{ParagraphStyle, paragraphs};
use super::{Align, Face, first_strong};
use crate::base::Direction;

/// Fonts to lay texts out with, and nothing of a window.
pub struct Inspector {
    engine: Engine,
}

/// A piece of a line that was shaped in one go.
#[derive(Debug, Clone, PartialEq)]
pub struct GlyphRun {
    /// The file of the font in `assets/fonts`; `None` for a font given by its bytes.
    pub font: Option<&'static str>,
    /// Which way its letters run.
    pub direction: Direction,
    /// Its bytes in the text.
    pub bytes: Range<usize>,
    /// From left to right.
    pub glyphs: Vec<RunGlyph>,
}

/// A glyph of a run. Lengths are in the unit of the size: in units of the font where the size is its em.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RunGlyph {
    /// Its number in the font.
    pub id: u32,
    /// The first byte of the letters that it stands for.
    pub cluster: usize,
    /// From its origin to that of the next.
    pub advance: f32,
    /// To the right of its origin.
    pub x: f32,
    /// Above the baseline.
    pub y: f32,
}

impl Inspector {
    /// With the fonts of `assets/fonts`.
    #[must_use]
    pub fn bundled() -> Self {
        Self { engine: Engine::new() }
    }

    /// With one font alone; `None` where the bytes are no font.
    #[must_use]
    pub fn with_font(bytes: Vec<u8>) -> Option<Self> {
        Some(Self { engine: Engine::with_fonts(Fonts::only(bytes)?) })
    }

    /// The runs of each line, from top to bottom and from left to right.
    /// `direction` is that of the paragraphs, `None`: each by its first strong letter. `width` is in the unit of `size`.
    pub fn lines(
        &mut self,
        text: &str,
        face: Face,
        direction: Option<Direction>,
        size: f32,
        width: Option<f32>,
    ) -> Vec<Vec<GlyphRun>> {
        let mut lines = Vec::new();
        for range in paragraphs(text) {
            let content = text.get(range.clone()).unwrap_or_default();
            let direction = direction.or_else(|| first_strong(content)).unwrap_or(Direction::LeftToRight);
            let style = ParagraphStyle { face, size, bold: false, direction, weights: Vec::new() };
            self.engine.with_shaped(content, &style, |engine, layout| {
                layout.break_all_lines(width);
                let runs = |line: parley::Line<'_, ()>| line.runs().map(|run| run_of(&engine.fonts, &run, range.start)).collect();
                lines.extend(layout.lines().map(runs));
            });
        }
        lines
    }

    /// How many lines a text has at a width, in pixels as is `size`.
    pub fn n_lines(&mut self, text: &str, face: Face, size: f32, width: Option<f32>) -> usize {
        let wrap = width.map_or(Break::Never, Break::At);
        lay_out(&mut self.engine, &Request { face, size, wrap, ..plain(text) }).lines.len()
    }

    /// Forgets what was shaped, so that it is shaped again.
    pub fn forget(&mut self) {
        self.engine.forget();
    }

    /// The letters of a text on one line, each paragraph on its own, from left to right: bytes and direction.
    pub fn order(&mut self, text: &str, direction: Option<Direction>) -> Vec<(Range<usize>, Direction)> {
        let block = lay_out(&mut self.engine, &Request { direction, ..plain(text) });
        block.clusters.into_iter().map(|cluster| (cluster.bytes, cluster.direction)).collect()
    }
}

fn plain(text: &str) -> Request<'_> {
    Request {
        text,
        face: Face::Article,
        size: 16.0,
        bold: false,
        line_height: 1.0,
        weights: &[],
        direction: None,
        fallback: Direction::LeftToRight,
        wrap: Break::Never,
        align: Align::Start,
    }
}

fn run_of(fonts: &Fonts, run: &parley::Run<'_, ()>, start: usize) -> GlyphRun {
    let range = run.text_range();
    let mut glyphs = Vec::new();
    for cluster in run.visual_clusters() {
        let cluster_start = start + cluster.text_range().start;
        glyphs.extend(cluster.glyphs().map(|glyph| RunGlyph {
            id: glyph.id,
            cluster: cluster_start,
            advance: glyph.advance,
            x: glyph.x,
            y: -glyph.y,
        }));
    }
    GlyphRun {
        font: fonts.face_of(run.font()).and_then(|face| fonts.faces.get(face)).and_then(|file| file.name),
        direction: if run.is_rtl() { Direction::RightToLeft } else { Direction::LeftToRight },
        bytes: start + range.start..start + range.end,
        glyphs,
    }
}

/// As `hb-shape` writes it: `[glyph=cluster@x,y+advance|…]`, rounded, offsets only where there are any.
impl fmt::Display for GlyphRun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[")?;
        for (idx, glyph) in self.glyphs.iter().enumerate() {
            let separator = if idx == 0 { "" } else { "|" };
            write!(f, "{separator}{}={}", glyph.id, glyph.cluster)?;
            let (x, y) = (whole(glyph.x), whole(glyph.y));
            if (x, y) != (0, 0) {
                write!(f, "@{x},{y}")?;
            }
            write!(f, "+{}", whole(glyph.advance))?;
        }
        f.write_str("]")
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a cast of floats saturates")]
fn whole(length: f32) -> i64 {
    length.round() as i64
}
