//! Texts for pictures and pages: where each glyph stands, what it looks like, and which letters it stands for.
//! Lengths are in whatever unit the size is in. Knows no picture and no screen.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use swash::scale::ScaleContext;
use swash::zeno::{Command, PathData};

use super::block::{Block, Break, Line, Request, lay_out};
use super::engine::Engine;
use super::faces::FaceId;
use super::{Align, Face, FontFile};
use crate::base::Direction;
use crate::base::theme::size;

/// A face, as a [`Typesetter`] knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FaceKey(u8);

/// The bytes of a font file.
pub type FontBytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// What is to be set.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The words.
    pub text: &'a str,
    /// Which family.
    pub face: Face,
    /// How large.
    pub size: f32,
    /// How heavy.
    pub bold: bool,
    /// As a multiple of the size.
    pub line_height: f32,
    /// `None`: each paragraph by its first strong letter.
    pub direction: Option<Direction>,
    /// The direction of a paragraph without a strong letter.
    pub fallback: Direction,
    /// Where lines end.
    pub fit: Fit,
    /// The side on which lines begin.
    pub align: Align,
}

/// Where lines end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fit {
    /// Only between paragraphs.
    Free,
    /// At a width; the result is as wide as that.
    Within(f32),
    /// At a width and after so many lines.
    Elided(f32, usize),
}

/// A text that is set.
#[derive(Debug, Clone, PartialEq)]
pub struct Typeset {
    /// The words, and an ellipsis after them where some were cut.
    pub text: String,
    /// The size of the letters.
    pub size: f32,
    /// Of the widest line, or as asked for.
    pub width: f32,
    /// Of all lines.
    pub height: f32,
    /// From top to bottom; never empty.
    pub lines: Vec<SetLine>,
}

/// A line of a text that is set.
#[derive(Debug, Clone, PartialEq)]
pub struct SetLine {
    /// From the top of the text to the top of the line.
    pub top: f32,
    /// From the top of the text.
    pub baseline: f32,
    /// From left to right.
    pub glyphs: Vec<SetGlyph>,
}

/// A glyph of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct SetGlyph {
    /// Its face.
    pub face: FaceKey,
    /// Its number in the face.
    pub id: u16,
    /// From the left edge of the text.
    pub x: f32,
    /// Below the baseline.
    pub y: f32,
    /// How much room it takes.
    pub advance: f32,
    /// The letters that it stands for, in the text; several glyphs may stand for the same.
    pub bytes: Range<usize>,
    /// Whether it shows nothing: a space.
    pub is_blank: bool,
}

/// A step of an outline, in thousandths of the size, y upwards from the baseline.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(missing_docs, reason = "the points of a curve, in the order in which they come")]
pub enum OutlineStep {
    Move(f32, f32),
    Line(f32, f32),
    Quad(f32, f32, f32, f32),
    Cubic(f32, f32, f32, f32, f32, f32),
    Close,
}

/// The size at which outlines are given.
pub const OUTLINE_SIZE: f32 = 1000.0;

impl<'a> Setting<'a> {
    /// A line of the interface.
    #[must_use]
    pub fn line(text: &'a str, size: f32, bold: bool, fallback: Direction) -> Self {
        Self {
            text,
            face: Face::Interface,
            size,
            bold,
            line_height: size::LINE_HEIGHT,
            direction: None,
            fallback,
            fit: Fit::Free,
            align: Align::Start,
        }
    }
}

/// Sets texts, with the fonts of `assets/fonts` and those that are handed in.
pub struct Typesetter {
    engine: Engine,
    scaler: ScaleContext,
    outlines: HashMap<(FaceKey, u16), Arc<[OutlineStep]>>,
}

impl Typesetter {
    /// With some fonts for letters that the bundled ones lack.
    #[must_use]
    pub fn new(fonts: &[FontFile]) -> Self {
        let mut engine = Engine::new();
        for font in fonts {
            engine.fonts.add(font);
        }
        Self { engine, scaler: ScaleContext::new(), outlines: HashMap::new() }
    }

    /// Sets a text.
    pub fn set(&mut self, setting: &Setting<'_>) -> Typeset {
        let wrap = match setting.fit {
            Fit::Free => Break::Never,
            Fit::Within(width) => Break::At(width),
            Fit::Elided(width, lines) => Break::Elide(width, lines),
        };
        let Setting { text, face, size, bold, line_height, direction, fallback, align, .. } = *setting;
        let request = Request { text, face, size, bold, line_height, weights: &[], direction, fallback, wrap, align };
        let block = lay_out(&mut self.engine, &request);
        self.typeset(text, &block)
    }

    /// How wide a text is on one line.
    pub fn width(&mut self, setting: &Setting<'_>) -> f32 {
        self.set(&Setting { fit: Fit::Free, ..*setting }).width
    }

    /// What a glyph looks like; nothing where it has no outline.
    pub fn outline(&mut self, face: FaceKey, id: u16) -> Arc<[OutlineStep]> {
        if let Some(known) = self.outlines.get(&(face, id)) {
            return known.clone();
        }
        let steps: Arc<[OutlineStep]> = self.scaled(face, id).into();
        self.outlines.insert((face, id), steps.clone());
        steps
    }

    /// The file of a face, and which face of the file it is.
    #[must_use]
    pub fn font(&self, face: FaceKey) -> Option<(FontBytes, u32)> {
        self.engine.fonts.faces.get(FaceId(face.0)).map(|file| file.bytes())
    }

    /// A glyph of a face that shows nothing: its space.
    #[must_use]
    pub fn blank(&self, face: FaceKey) -> Option<u16> {
        self.space(FaceId(face.0))
    }

    /// How much room a glyph of a face takes by itself; marks take none.
    #[must_use]
    pub fn room(&self, face: FaceKey, id: u16, size: f32) -> f32 {
        let file = self.engine.fonts.faces.get(FaceId(face.0));
        file.map_or(0.0, |file| file.font().glyph_metrics(&[]).scale(size).advance_width(id))
    }

    fn scaled(&mut self, face: FaceKey, id: u16) -> Vec<OutlineStep> {
        let Some(file) = self.engine.fonts.faces.get(FaceId(face.0)) else { return Vec::new() };
        let mut scaler = self.scaler.builder(file.font()).size(OUTLINE_SIZE).hint(false).build();
        let Some(outline) = scaler.scale_outline(id) else { return Vec::new() };
        outline.path().commands().map(step).collect()
    }

    fn typeset(&self, text: &str, block: &Block) -> Typeset {
        let mut words = text.to_owned();
        let ellipsis = block.elided.then(|| cut_of(block)).flatten();
        if ellipsis.is_some() {
            words.push('…');
        }
        let lines = block.lines.iter().enumerate().map(|(at, line)| {
            let is_last = at + 1 == block.lines.len();
            let top = block.top(at);
            let glyphs = self.glyphs(text, block, line, ellipsis.filter(|_| is_last));
            SetLine { top, baseline: top + block.baseline, glyphs }
        });
        let lines = lines.collect();
        Typeset { text: words, size: block.size, width: block.width, height: block.height(), lines }
    }

    /// The glyphs of a line, spaces among them, from left to right; `cut` is the byte at which an ellipsis stands for the rest.
    fn glyphs(&self, text: &str, block: &Block, line: &Line, cut: Option<usize>) -> Vec<SetGlyph> {
        let drawn = block.glyphs.get(line.glyphs.clone()).unwrap_or_default();
        let mut clusters: Vec<_> = block.clusters.get(line.clusters.clone()).unwrap_or_default().iter().collect();
        clusters.sort_by_key(|cluster| cluster.bytes.start);
        let mut pieces: Vec<Piece> = Vec::new();
        for cluster in clusters {
            let has_glyph = drawn.iter().any(|glyph| glyph.offset == cluster.bytes.start);
            let is_blank = text.get(cluster.bytes.clone()).is_some_and(|letters| letters.chars().all(char::is_whitespace));
            if has_glyph || is_blank || pieces.is_empty() {
                let is_blank = is_blank && !has_glyph;
                pieces.push(Piece { bytes: cluster.bytes.clone(), x: cluster.x, advance: cluster.advance, is_blank });
            } else if let Some(last) = pieces.last_mut().filter(|piece| !piece.is_blank) {
                // Part of a ligature, or a mark of direction: it is told with the letter before it.
                last.bytes.end = cluster.bytes.end;
                last.x = last.x.min(cluster.x);
                last.advance += cluster.advance;
            }
        }
        let face = drawn.first().map_or(FaceId(0), |glyph| glyph.face);
        let mut glyphs: Vec<SetGlyph> = Vec::with_capacity(drawn.len() + pieces.len());
        for glyph in drawn {
            let bytes = match (cut, pieces.iter().find(|piece| piece.bytes.start == glyph.offset)) {
                (Some(cut), _) if glyph.offset == cut => text.len()..text.len() + '…'.len_utf8(),
                (_, Some(piece)) => piece.bytes.clone(),
                (_, None) => glyph.offset..glyph.offset,
            };
            let (face, x) = (FaceKey(glyph.face.0), line.x + glyph.x);
            glyphs.push(SetGlyph { face, id: glyph.id, x, y: glyph.y, advance: 0.0, bytes, is_blank: false });
        }
        if let Some(id) = self.space(face) {
            let blanks = pieces.iter().filter(|piece| piece.is_blank && cut.is_none_or(|cut| piece.bytes.start < cut));
            glyphs.extend(blanks.map(|piece| SetGlyph {
                face: FaceKey(face.0),
                id,
                x: line.x + piece.x,
                y: 0.0,
                advance: piece.advance,
                bytes: piece.bytes.clone(),
                is_blank: true,
            }));
        }
        glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
        let end = line.x + line.ink_start + line.ink_width;
        let ends: Vec<f32> = glyphs.iter().skip(1).map(|glyph| glyph.x).chain([end]).collect();
        for (glyph, next) in glyphs.iter_mut().zip(ends) {
            glyph.advance = (next - glyph.x).max(0.0);
        }
        glyphs
    }

    fn space(&self, face: FaceId) -> Option<u16> {
        let file = self.engine.fonts.faces.get(face)?;
        Some(file.font().charmap().map(' ')).filter(|id| *id != 0)
    }
}

/// Letters that are told together, and where they stand on the line.
struct Piece {
    bytes: Range<usize>,
    x: f32,
    advance: f32,
    is_blank: bool,
}

/// The byte at which an ellipsis stands for the rest: it is the last cluster of the last line.
fn cut_of(block: &Block) -> Option<usize> {
    let clusters = block.clusters.get(block.lines.last()?.clusters.clone())?;
    clusters.iter().map(|cluster| cluster.bytes.start).max()
}

fn step(command: Command) -> OutlineStep {
    match command {
        Command::MoveTo(to) => OutlineStep::Move(to.x, to.y),
        Command::LineTo(to) => OutlineStep::Line(to.x, to.y),
        Command::QuadTo(by, to) => OutlineStep::Quad(by.x, by.y, to.x, to.y),
        Command::CurveTo(a, b, to) => OutlineStep::Cubic(a.x, a.y, b.x, b.y, to.x, to.y),
        Command::Close => OutlineStep::Close,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str, fit: Fit) -> Typeset {
        let setting = Setting { fit, ..Setting::line(text, 12.0, false, Direction::RightToLeft) };
        Typesetter::new(&[]).set(&setting)
    }

    /// The letters of all glyphs in the order of the text, each once.
    fn told(set: &Typeset) -> String {
        let mut ranges: Vec<_> = set.lines.iter().flat_map(|line| &line.glyphs).map(|glyph| glyph.bytes.clone()).collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        ranges.dedup();
        ranges.into_iter().map(|range| &set.text[range]).collect()
    }

    #[test]
    fn glyphs_stand_for_every_letter_once_and_spaces_are_among_them() {
        for text in ["لا سلام", "Hello, world", "قمة G20 في ٢٠٢٥", "مُحَمَّد", "USS «Ford» تصل 12:30"]
        {
            assert_eq!(told(&set(text, Fit::Free)), text);
        }
    }

    #[test]
    fn glyphs_run_from_left_to_right_and_fill_their_line() {
        let set = set("وصل الوفد USS أمس", Fit::Free);
        let glyphs = &set.lines[0].glyphs;
        assert!(glyphs.windows(2).all(|pair| pair[0].x <= pair[1].x && pair[0].x + pair[0].advance <= pair[1].x + 0.01));
        let end = glyphs.last().map_or(0.0, |glyph| glyph.x + glyph.advance);
        assert!((end - set.width).abs() <= 1.0, "{end} {}", set.width);
    }

    #[test]
    fn what_was_cut_is_not_told() {
        let set = set("القوات الأمريكية تنفذ أكثر من اثنتي عشرة غارة جوية على القوارب", Fit::Elided(120.0, 1));
        assert_eq!(set.lines.len(), 1);
        let told = told(&set);
        assert!(told.ends_with('…') && told.starts_with("القوات") && told.chars().count() < 40, "{told}");
        assert!(set.width <= 121.0, "{}", set.width);
    }

    #[test]
    fn outlines_are_in_thousandths_and_kept() {
        let mut typesetter = Typesetter::new(&[]);
        let set = typesetter.set(&Setting::line("م", 12.0, false, Direction::RightToLeft));
        let glyph = &set.lines[0].glyphs[0];
        let outline = typesetter.outline(glyph.face, glyph.id);
        assert!(matches!(outline.first(), Some(OutlineStep::Move(..))) && outline.contains(&OutlineStep::Close));
        assert!(outline.iter().any(|step| matches!(step, OutlineStep::Quad(_, _, x, _) | OutlineStep::Line(x, _) if *x > 200.0)));
        assert!(typesetter.font(glyph.face).is_some_and(|(bytes, index)| (*bytes).as_ref().len() > 1000 && index == 0));
    }
}
