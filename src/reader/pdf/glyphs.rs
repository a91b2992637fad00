//! The signs of a page: which characters each stands for, and where it is.
//! Knows no lines.

use hayro_interpret::font::{Glyph, GlyphRun, PositionedGlyph};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::{Dict, String as PdfString};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache, InterpreterSettings,
    SoftMask, interpret_page,
};
use unicode_normalization::char::is_combining_mark;

use crate::reader::encoding::Encoding;

/// More signs than this on one page are no page.
const MAX_SIGNS: usize = 200_000;

/// The units of a font's outlines in which `hayro` measures, to the size of the font.
const UNITS_PER_EM: f64 = 1000.0;

/// A sign on a page, in points; `y` grows upwards.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sign {
    /// The characters it stands for, in the order of reading.
    pub(super) text: String,
    /// Where it starts on the left.
    pub(super) left: f64,
    /// Where the next one would start.
    pub(super) right: f64,
    /// The middle of its ink.
    pub(super) middle: f64,
    /// The base line.
    pub(super) y: f64,
    /// The size of the font.
    pub(super) size: f64,
}

/// The signs of a page, in the order in which it draws them.
pub(super) fn of_page(page: &Page<'_>) -> Vec<Sign> {
    let cache = InterpreterCache::new();
    let (width, height) = page.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let turned = page.initial_transform(false);
    let turned = Affine::new(turned.as_coeffs().map(f64::from));
    let mut context = Context::new(turned, bounds, &cache, page.xref(), InterpreterSettings::default());
    let mut collector = Collector::default();
    interpret_page(page, &mut context, &mut collector);
    collector.signs
}

/// Text as PDF writes it outside of pages: UTF-16 or UTF-8 with a mark, or Latin.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let encoding = match bytes {
        [0xFE, 0xFF, ..] => Encoding::from_label("utf-16be"),
        [0xEF, 0xBB, 0xBF, ..] => Some(Encoding::UTF_8),
        _ => Encoding::from_label("windows-1252"),
    };
    encoding.map_or_else(String::new, |encoding| encoding.decode_lossy(bytes))
}

/// Takes down what is written and lets go of everything else that is drawn.
#[derive(Default)]
struct Collector {
    signs: Vec<Sign>,
    /// The marked contents that are open; what stands in place of the signs inside.
    marked: Vec<Option<Replacement>>,
}

/// A text that some signs together stand for.
struct Replacement {
    text: String,
    /// The sign that has it already.
    sign: Option<usize>,
    /// The widest of the signs, which stands on the base line: marks may be drawn before it.
    widest: f64,
}

impl Collector {
    fn add(&mut self, sign: Sign) {
        match self.marked.iter_mut().rev().find_map(Option::as_mut) {
            None => self.signs.push(sign),
            Some(Replacement { sign: Some(index), widest, .. }) => {
                let whole = &mut self.signs[*index];
                if sign.right - sign.left > *widest {
                    *widest = sign.right - sign.left;
                    (whole.y, whole.size) = (sign.y, sign.size);
                }
                // Signs on other lines are part of the same text, which is all on the first.
                if (whole.y - sign.y).abs() < whole.size {
                    whole.left = whole.left.min(sign.left);
                    whole.right = whole.right.max(sign.right);
                }
            }
            Some(replacement) => {
                replacement.sign = Some(self.signs.len());
                replacement.widest = sign.right - sign.left;
                self.signs.push(Sign { text: std::mem::take(&mut replacement.text), ..sign });
            }
        }
    }
}

impl<'a> Device<'a> for Collector {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        // Letters that are filled and outlined come twice.
        let again = matches!(mode, DrawMode::Stroke(_)) && self.is_repeated(run, &props);
        if !again {
            for glyph in run.glyphs() {
                if self.signs.len() < MAX_SIGNS
                    && let Some(sign) = sign(glyph, &props)
                {
                    self.add(sign);
                }
            }
        }
    }

    fn begin_marked_content(&mut self, _tag: &[u8], properties: Option<&Dict<'_>>) {
        let text = properties.and_then(|properties| properties.get::<PdfString<'_>>(b"ActualText".as_slice()));
        self.marked.push(text.map(|text| Replacement { text: decoded(text.as_bytes()), sign: None, widest: 0.0 }));
    }

    fn end_marked_content(&mut self) {
        self.marked.pop();
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_clip_rect(&mut self, _: &Rect) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn draw_rect(&mut self, _: &Rect, _: DrawProps<'a>, _: &DrawMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

impl Collector {
    fn is_repeated(&self, run: &GlyphRun<'_, '_>, props: &DrawProps<'_>) -> bool {
        let first = run.glyphs().first().and_then(|glyph| sign(glyph, props));
        first.is_some_and(|first| self.signs.iter().rev().take(run.glyphs().len()).any(|sign| *sign == first))
    }
}

/// Whether a text is nothing but marks that stand over or under letters.
pub(super) fn is_mark(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| is_combining_mark(c) || matches!(c, '\u{FE70}'..='\u{FE7F}'))
}

fn sign(glyph: &PositionedGlyph<'_>, props: &DrawProps<'_>) -> Option<Sign> {
    let text = match glyph.as_unicode()? {
        BfString::Char(character) => character.to_string(),
        BfString::String(text) => text,
    };
    let to_page = props.transform * glyph.transform();
    let origin = to_page * Point::ZERO;
    let size = (to_page * Point::new(0.0, UNITS_PER_EM) - origin).hypot();
    let advance = match &**glyph {
        Glyph::Outline(outline) => outline.advance_width(),
        Glyph::Type3(drawn) => drawn.advance_width(),
    };
    let end = to_page * Point::new(f64::from(advance.unwrap_or_default()), 0.0);
    let (left, right) = (origin.x.min(end.x), origin.x.max(end.x));
    let all_finite = [left, right, origin.y, size].iter().all(|number| number.is_finite());
    let ink = if is_mark(&text) { ink(glyph, to_page) } else { None };
    (all_finite && size > 0.0).then(|| Sign { text, left, right, middle: ink.unwrap_or((left + right) / 2.0), y: origin.y, size })
}

/// The middle of what is drawn, which for a mark over a letter is not where its sign starts.
fn ink(glyph: &PositionedGlyph<'_>, to_page: Affine) -> Option<f64> {
    let Glyph::Outline(outline) = &**glyph else { return None };
    let path = outline.outline();
    path.elements().first()?;
    let middle = (to_page * path).bounding_box().center().x;
    middle.is_finite().then_some(middle)
}
