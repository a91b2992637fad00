//! A drawing as SVG. Letters are outlines, so that it looks alike on a machine without the fonts; what each event says is told in
//! words beside it, for whoever cannot see it.

use std::collections::BTreeMap;

use super::markup::{escaped, put};
use super::picture::drawing::{About, Drawing, Fill, Group, Item, Role, Stroke, Tint, Words};
use crate::base::theme::Palette;
use crate::base::theme::Rgb;
use crate::text::{FaceKey, OUTLINE_SIZE, OutlineStep, Typesetter};
use crate::timeline::{Point, Rect};

/// The drawing as an element, without an XML declaration.
pub(super) fn element(drawing: &Drawing, palette: &Palette, typesetter: &mut Typesetter) -> String {
    let mut writer = Writer { body: String::new(), palette, typesetter, glyphs: BTreeMap::new(), n_fades: 0, n_clips: 0 };
    drawing.items.iter().for_each(|item| writer.item(item));
    let Writer { body, glyphs, typesetter, .. } = writer;
    let (width, height) = (number(drawing.width), number(drawing.height));
    let label = escaped(&drawing.title);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"group\" aria-label=\"{label}\">"
    );
    put(&mut svg, format_args!("<title>{label}</title>"));
    svg.push_str("<defs>");
    for ((face, id), name) in glyphs {
        let path = outline(&typesetter.outline(face, id));
        put(&mut svg, format_args!("<path id=\"g{name}\" d=\"{path}\"/>"));
    }
    svg.push_str("</defs>");
    svg.push_str(&body);
    svg.push_str("</svg>");
    svg
}

struct Writer<'a> {
    body: String,
    palette: &'a Palette,
    typesetter: &'a mut Typesetter,
    /// The glyphs that are used, with their numbers in the file.
    glyphs: BTreeMap<(FaceKey, u16), usize>,
    n_fades: usize,
    n_clips: usize,
}

impl Writer<'_> {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Rect { rect, corner, fill, stroke } => self.rect(*rect, *corner, fill.as_ref(), *stroke),
            Item::Circle { center, radius, fill, stroke } => {
                let (fill, stroke) = (self.filled(*fill), self.stroked(*stroke));
                let (x, y, radius) = (number(center.x), number(center.y), number(*radius));
                put(&mut self.body, format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{fill}{stroke}/>"));
            }
            Item::Path { points, is_closed, fill, stroke } => {
                let (fill, stroke) = (self.filled(*fill), self.stroked(*stroke));
                let path = polyline(points, *is_closed);
                put(&mut self.body, format_args!("<path d=\"{path}\"{fill}{stroke}/>"));
            }
            Item::Words(words) => self.words(words),
            Item::Group(group) => self.group(group),
        }
    }

    fn rect(&mut self, rect: Rect, corner: f64, fill: Option<&Fill>, stroke: Option<Stroke>) {
        let fill = match fill {
            None => " fill=\"none\"".to_owned(),
            Some(Fill::Plain(tint)) => self.filled(Some(*tint)),
            Some(Fill::Fade { role, stops }) => self.fade(*role, stops),
        };
        let stroke = self.stroked(stroke);
        let corner = if corner > 0.0 { format!(" rx=\"{}\"", number(corner)) } else { String::new() };
        let place = placed(rect);
        put(&mut self.body, format_args!("<rect {place}{corner}{fill}{stroke}/>"));
    }

    fn fade(&mut self, role: Role, stops: &[(f64, f64)]) -> String {
        let color = self.color(role);
        self.n_fades += 1;
        let n = self.n_fades;
        let (from, to) = (stops.first().map_or(0.0, |stop| stop.0), stops.last().map_or(0.0, |stop| stop.0));
        let (x1, x2) = (number(from), number(to));
        let body = &mut self.body;
        put(
            body,
            format_args!(
                "<linearGradient id=\"f{n}\" gradientUnits=\"userSpaceOnUse\" x1=\"{x1}\" y1=\"0\" x2=\"{x2}\" y2=\"0\">"
            ),
        );
        for (x, strength) in stops {
            let (at, strength) = (precise((x - from) / (to - from)), number(*strength));
            put(body, format_args!("<stop offset=\"{at}\" stop-color=\"{color}\" stop-opacity=\"{strength}\"/>"));
        }
        body.push_str("</linearGradient>");
        format!(" fill=\"url(#f{n})\"")
    }

    fn group(&mut self, group: &Group) {
        let clip = group.clip.map(|clip| {
            self.n_clips += 1;
            let (n, place) = (self.n_clips, placed(clip));
            put(&mut self.body, format_args!("<clipPath id=\"c{n}\"><rect {place}/></clipPath>"));
            format!(" clip-path=\"url(#c{n})\"")
        });
        let clip = clip.unwrap_or_default();
        let closing = match &group.about {
            Some(About { label }) => {
                let label = escaped(label);
                put(&mut self.body, format_args!("<g role=\"img\" aria-label=\"{label}\"{clip}><title>{label}</title>"));
                "</g>"
            }
            None => {
                put(&mut self.body, format_args!("<g{clip}>"));
                "</g>"
            }
        };
        group.items.iter().for_each(|item| self.item(item));
        self.body.push_str(closing);
    }

    fn words(&mut self, words: &Words) {
        let scale = f64::from(words.set.size / OUTLINE_SIZE);
        let unit = |length: f32| number(f64::from(length) / scale);
        for line in &words.set.lines {
            let y = words.at.y + f64::from(line.baseline);
            let (x, y, scale) = (number(words.at.x), number(y), precise(scale));
            let ink = self.filled(Some(words.tint));
            put(&mut self.body, format_args!("<g transform=\"translate({x} {y}) scale({scale} -{scale})\"{ink}>"));
            for glyph in line.glyphs.iter().filter(|glyph| !glyph.is_blank) {
                let next = self.glyphs.len();
                let name = *self.glyphs.entry((glyph.face, glyph.id)).or_insert(next);
                let of = words.accent.as_ref().filter(|(bytes, _)| bytes.contains(&glyph.bytes.start));
                let accent = of.map(|(_, tint)| self.filled(Some(*tint))).unwrap_or_default();
                let (x, y) = (unit(glyph.x), unit(-glyph.y));
                put(&mut self.body, format_args!("<use xlink:href=\"#g{name}\" x=\"{x}\" y=\"{y}\"{accent}/>"));
            }
            self.body.push_str("</g>");
        }
    }

    fn color(&self, role: Role) -> String {
        let Rgb(red, green, blue) = role.color(self.palette);
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    fn filled(&self, tint: Option<Tint>) -> String {
        let Some(tint) = tint else { return " fill=\"none\"".to_owned() };
        let opacity = if tint.strength < 1.0 { format!(" fill-opacity=\"{}\"", number(tint.strength)) } else { String::new() };
        format!(" fill=\"{}\"{opacity}", self.color(tint.role))
    }

    fn stroked(&self, stroke: Option<Stroke>) -> String {
        let Some(Stroke { tint, width, dash }) = stroke else { return String::new() };
        let dash = dash.map(|(dash, gap)| format!(" stroke-dasharray=\"{} {}\"", number(dash), number(gap))).unwrap_or_default();
        let opacity = if tint.strength < 1.0 { format!(" stroke-opacity=\"{}\"", number(tint.strength)) } else { String::new() };
        format!(" stroke=\"{}\" stroke-width=\"{}\"{opacity}{dash}", self.color(tint.role), number(width))
    }
}

fn placed(rect: Rect) -> String {
    let (x, y, width, height) = (number(rect.min_x), number(rect.min_y), number(rect.width()), number(rect.height()));
    format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
}

fn polyline(points: &[Point], is_closed: bool) -> String {
    let steps: Vec<String> = points.iter().map(|point| format!("{} {}", number(point.x), number(point.y))).collect();
    format!("M{}{}", steps.join("L"), if is_closed { "Z" } else { "" })
}

fn outline(steps: &[OutlineStep]) -> String {
    let mut path = String::new();
    let n = |value: f32| number(f64::from(value).round());
    for step in steps {
        match *step {
            OutlineStep::Move(x, y) => put(&mut path, format_args!("M{} {}", n(x), n(y))),
            OutlineStep::Line(x, y) => put(&mut path, format_args!("L{} {}", n(x), n(y))),
            OutlineStep::Quad(a, b, x, y) => put(&mut path, format_args!("Q{} {} {} {}", n(a), n(b), n(x), n(y))),
            OutlineStep::Cubic(a, b, c, d, x, y) => {
                put(&mut path, format_args!("C{} {} {} {} {} {}", n(a), n(b), n(c), n(d), n(x), n(y)));
            }
            OutlineStep::Close => path.push('Z'),
        }
    }
    path
}

/// A length to a hundredth, as short as it can be written.
fn number(value: f64) -> String {
    short(format!("{value:.2}"))
}

/// A factor.
fn precise(value: f64) -> String {
    short(format!("{value:.6}"))
}

fn short(written: String) -> String {
    let short = written.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}
