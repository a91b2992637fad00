//! Drawings as the pages of a PDF file, their words as text: the letters that are used are taken along from their fonts, so that a page
//! looks alike and can be searched and read aloud on a machine without them.

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::metadata::{Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LinearGradient, Paint, SpreadMethod, Stop, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::Font;

use std::collections::HashMap;

use super::failed;
use super::picture::drawing::{self, Drawing, Group, Item, Role, Tint, Words};
use super::picture::points;
use super::spelling::{Spelt, spell};
use crate::base::theme::{Palette, Rgb};
use crate::base::{Language, Message};
use crate::i18n::without_isolates;
use crate::text::{FaceKey, SetGlyph, Typesetter};
use crate::timeline;

/// A point of the screen in points of paper: 96 and 72 to the inch.
const SCALE: f64 = 72.0 / 96.0;

/// Readers show no larger page, in points of paper.
const MOST_LENGTH: f64 = 14_400.0;

/// How far the control points of a quarter of a circle stand from its ends, in radii.
const QUARTER: f64 = 0.552_284_75;

/// The file, a page for each drawing; the first one names it.
///
/// # Errors
/// Where a drawing is no page, or a font cannot be taken along.
pub(super) fn file(
    pages: &[&Drawing],
    palette: &Palette,
    language: Language,
    typesetter: &Typesetter,
) -> Result<Vec<u8>, Message> {
    let mut document = Document::new();
    let direction = if language.direction().is_rtl() { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
    let title = pages.first().map(|page| without_isolates(&page.title)).unwrap_or_default();
    let about = Metadata::new().title(title).language(language.code().to_owned());
    document.set_metadata(about.creator("Waqai".to_owned()).text_direction(direction));
    let mut fonts = HashMap::new();
    for drawing in pages {
        let scale = SCALE.min(MOST_LENGTH / drawing.width.max(drawing.height));
        let settings = PageSettings::from_wh(points(drawing.width * scale), points(drawing.height * scale));
        let mut page = document.start_page_with(settings.ok_or_else(|| failed("no page has this size"))?);
        let mut surface = page.surface();
        surface.push_transform(&Transform::from_scale(points(scale), points(scale)));
        let mut painter = Painter { surface: &mut surface, palette, typesetter, fonts };
        painter.items(&drawing.items);
        fonts = painter.fonts;
        surface.pop();
        surface.finish();
        page.finish();
    }
    document.finish().map_err(|error| failed(format!("{error:?}")))
}

struct Painter<'a, 's> {
    surface: &'a mut Surface<'s>,
    palette: &'a Palette,
    typesetter: &'a Typesetter,
    /// Those that are used; `None` where a file is no font that a page can hold.
    fonts: HashMap<FaceKey, Option<Font>>,
}

impl Painter<'_, '_> {
    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Rect { rect, corner, fill, stroke } => {
                    let fill = fill.as_ref().map(|fill| self.fill(fill));
                    self.path(rounded(*rect, *corner), fill, *stroke);
                }
                Item::Circle { center, radius, fill, stroke } => {
                    let square =
                        timeline::Rect::new((center.x - radius, center.x + radius), (center.y - radius, center.y + radius));
                    let fill = fill.map(|tint| self.plain(tint));
                    self.path(rounded(square, *radius), fill, *stroke);
                }
                Item::Path { points, is_closed, fill, stroke } => {
                    let fill = fill.map(|tint| self.plain(tint));
                    self.path(polyline(points, *is_closed), fill, *stroke);
                }
                Item::Words(words) => self.words(words),
                Item::Group(group) => self.group(group),
            }
        }
    }

    fn group(&mut self, group: &Group) {
        let Some(clip) = group.clip.and_then(|clip| rounded(clip, 0.0)) else { return self.items(&group.items) };
        self.surface.push_clip_path(&clip, &FillRule::NonZero);
        self.items(&group.items);
        self.surface.pop();
    }

    fn words(&mut self, words: &Words) {
        let tint_of = |glyph: &SetGlyph| {
            let accent = words.accent.as_ref().filter(|(bytes, _)| bytes.contains(&glyph.bytes.start));
            accent.map_or(words.tint, |(_, tint)| *tint)
        };
        for line in &words.set.lines {
            for run in line.glyphs.chunk_by(|a, b| a.face == b.face && tint_of(a) == tint_of(b)) {
                let (Some(first), Some(font)) = (run.first(), run.first().and_then(|first| self.font(first.face))) else {
                    continue;
                };
                let tint = self.plain(tint_of(first));
                self.surface.set_fill(Some(tint));
                self.surface.set_stroke(None);
                let at = Point::from_xy(points(words.at.x) + first.x, points(words.at.y) + line.baseline);
                let Spelt { letters, told, drawn } = spell(run, &words.set, self.typesetter);
                self.surface.draw_glyphs(at, &told, font.clone(), &letters, words.set.size, false);
                for glyph in drawn {
                    self.surface.draw_glyphs(at, &[glyph], font.clone(), &letters, words.set.size, true);
                }
            }
        }
    }

    fn font(&mut self, face: FaceKey) -> Option<Font> {
        let typesetter = self.typesetter;
        let load = || typesetter.font(face).and_then(|(bytes, index)| Font::new(bytes.into(), index));
        self.fonts.entry(face).or_insert_with(load).clone()
    }

    fn path(&mut self, path: Option<Path>, fill: Option<Fill>, stroke: Option<drawing::Stroke>) {
        let Some(path) = path.filter(|_| fill.is_some() || stroke.is_some()) else { return };
        let stroke = stroke.map(|stroke| self.stroke(stroke));
        self.surface.set_fill(fill);
        self.surface.set_stroke(stroke);
        self.surface.draw_path(&path);
    }

    fn fill(&self, fill: &drawing::Fill) -> Fill {
        match fill {
            drawing::Fill::Plain(tint) => self.plain(*tint),
            drawing::Fill::Fade { role, stops } => self.fade(*role, stops),
        }
    }

    fn plain(&self, tint: Tint) -> Fill {
        Fill { paint: self.color(tint.role).into(), opacity: strength(tint.strength), rule: FillRule::NonZero }
    }

    fn fade(&self, role: Role, stops: &[(f64, f64)]) -> Fill {
        let (from, to) = (stops.first().map_or(0.0, |stop| stop.0), stops.last().map_or(0.0, |stop| stop.0));
        let stop = |(x, opacity): &(f64, f64)| Stop {
            offset: strength((x - from) / (to - from)),
            color: self.color(role).into(),
            opacity: strength(*opacity),
        };
        let gradient = LinearGradient {
            x1: points(from),
            y1: 0.0,
            x2: points(to),
            y2: 0.0,
            transform: Transform::identity(),
            spread_method: SpreadMethod::Pad,
            stops: stops.iter().map(stop).collect(),
            anti_alias: false,
        };
        Fill { paint: gradient.into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
    }

    fn stroke(&self, stroke: drawing::Stroke) -> Stroke {
        let dash = |(dash, gap): (f64, f64)| StrokeDash { array: vec![points(dash), points(gap)], offset: 0.0 };
        Stroke {
            paint: Paint::from(self.color(stroke.tint.role)),
            width: points(stroke.width),
            opacity: strength(stroke.tint.strength),
            dash: stroke.dash.map(dash),
            ..Stroke::default()
        }
    }

    fn color(&self, role: Role) -> rgb::Color {
        let Rgb(red, green, blue) = role.color(self.palette);
        rgb::Color::new(red, green, blue)
    }
}

fn strength(value: f64) -> NormalizedF32 {
    NormalizedF32::new(points(value.clamp(0.0, 1.0))).unwrap_or(NormalizedF32::ONE)
}

/// A rectangle; nothing where it has no area.
fn rounded(rect: timeline::Rect, corner: f64) -> Option<Path> {
    let mut path = PathBuilder::new();
    if corner <= 0.0 {
        path.push_rect(Rect::from_ltrb(points(rect.min_x), points(rect.min_y), points(rect.max_x), points(rect.max_y))?);
        return path.finish();
    }
    let radius = corner.min(rect.width() / 2.0).min(rect.height() / 2.0);
    let pull = radius * (1.0 - QUARTER);
    let (left, right, top, bottom) = (rect.min_x, rect.max_x, rect.min_y, rect.max_y);
    path.move_to(points(left + radius), points(top));
    // Each side and the corner behind it: its end, two control points, the end of the corner.
    for [end, first, second, last] in [
        [(right - radius, top), (right - pull, top), (right, top + pull), (right, top + radius)],
        [(right, bottom - radius), (right, bottom - pull), (right - pull, bottom), (right - radius, bottom)],
        [(left + radius, bottom), (left + pull, bottom), (left, bottom - pull), (left, bottom - radius)],
        [(left, top + radius), (left, top + pull), (left + pull, top), (left + radius, top)],
    ] {
        let at = |(x, y): (f64, f64)| (points(x), points(y));
        let ((x, y), (x1, y1), (x2, y2), (x3, y3)) = (at(end), at(first), at(second), at(last));
        path.line_to(x, y);
        path.cubic_to(x1, y1, x2, y2, x3, y3);
    }
    path.close();
    path.finish()
}

fn polyline(corners: &[timeline::Point], is_closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (index, corner) in corners.iter().enumerate() {
        let (x, y) = (points(corner.x), points(corner.y));
        if index == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    if is_closed {
        path.close();
    }
    path.finish()
}
