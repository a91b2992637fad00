//! A drawing in pixels.

use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::kurbo::{self, Affine, BezPath, Shape as _};
use vello_cpu::peniko::{ColorStop, Gradient};
use vello_cpu::{PaintType, Pixmap, RenderContext, Resources};

use super::failed;
use super::picture::drawing::{Drawing, Fill, Group, Item, Role, Stroke, Tint, Words};
use super::picture::points;
use crate::base::theme::{Palette, Rgb};
use crate::base::{Arg, Message};
use crate::text::{OUTLINE_SIZE, OutlineStep, Typesetter};
use crate::timeline::{Point, Rect};

/// No picture has more pixels: 400 MB while it is made.
const MOST_PIXELS: f64 = 100e6;

/// How far a curve may lie from a circle, in points.
const TOLERANCE: f64 = 0.01;

/// A picture in memory, four bytes a pixel: red, green, blue, opacity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Row by row from the top.
    pub rgba: Vec<u8>,
}

/// Draws at so many pixels to a point.
///
/// # Errors
/// Where the picture would be too large for the memory.
pub(super) fn drawn(drawing: &Drawing, palette: &Palette, scale: f32, typesetter: &mut Typesetter) -> Result<Pixels, Message> {
    let scaled = |length: f64| (length * f64::from(scale)).ceil();
    let (width, height) = (scaled(drawing.width), scaled(drawing.height));
    let (Some(width), Some(height), true) = (whole(width), whole(height), width * height <= MOST_PIXELS) else {
        return Err(Message::new("export-too-large").with("most", Arg::Number(100)));
    };
    let context = RenderContext::new(width, height);
    let mut painter = Painter { context, palette, transform: Affine::scale(f64::from(scale)), typesetter };
    painter.ground(width, height);
    painter.items(&drawing.items);
    let mut canvas = Pixmap::new(width, height);
    painter.context.flush();
    painter.context.render(&mut canvas, &mut Resources::new());
    let mut rgba = canvas.data_as_u8_slice().to_vec();
    // The ground is opaque, so that no colour is multiplied by its opacity; blending may have rounded that down by a little.
    for pixel in rgba.chunks_exact_mut(4) {
        debug_assert!(pixel[3] >= 250, "the ground covers everything");
        pixel[3] = u8::MAX;
    }
    Ok(Pixels { width: u32::from(width), height: u32::from(height), rgba })
}

/// The same as a file.
///
/// # Errors
/// Where the picture would be too large for the memory.
pub(super) fn file(drawing: &Drawing, palette: &Palette, scale: f32, typesetter: &mut Typesetter) -> Result<Vec<u8>, Message> {
    let Pixels { width, height, rgba } = drawn(drawing, palette, scale, typesetter)?;
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    // A point is 1/96 of an inch, as in style sheets.
    if let Some(per_meter) = whole(f64::from(scale) * 96.0 / 0.0254).map(u32::from) {
        encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_meter, yppu: per_meter, unit: png::Unit::Meter }));
    }
    encoder.add_itxt_chunk("Title".to_owned(), drawing.title.clone()).map_err(failed)?;
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&rgba).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}

struct Painter<'a> {
    context: RenderContext,
    palette: &'a Palette,
    transform: Affine,
    typesetter: &'a mut Typesetter,
}

impl Painter<'_> {
    /// To the last pixel, of which the drawing may fill a part only.
    fn ground(&mut self, width: u16, height: u16) {
        self.context.set_transform(Affine::IDENTITY);
        self.context.set_paint(self.paint(Fill::Plain(Tint::full(Role::Panel))));
        self.context.fill_rect(&kurbo::Rect::new(0.0, 0.0, f64::from(width), f64::from(height)));
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            self.context.set_transform(self.transform);
            match item {
                Item::Rect { rect, corner, fill, stroke } => {
                    let path = kurbo::RoundedRect::from_rect(rectangle(*rect), *corner).to_path(TOLERANCE);
                    self.path(&path, fill.clone(), *stroke);
                }
                Item::Circle { center, radius, fill, stroke } => {
                    let path = kurbo::Circle::new(place(*center), *radius).to_path(TOLERANCE);
                    self.path(&path, fill.map(Fill::Plain), *stroke);
                }
                Item::Path { points, is_closed, fill, stroke } => {
                    self.path(&polyline(points, *is_closed), fill.map(Fill::Plain), *stroke);
                }
                Item::Words(words) => self.words(words),
                Item::Group(group) => self.group(group),
            }
        }
    }

    fn group(&mut self, group: &Group) {
        let Some(clip) = group.clip else { return self.items(&group.items) };
        self.context.push_clip_layer(&rectangle(clip).to_path(TOLERANCE));
        self.items(&group.items);
        self.context.pop_layer();
    }

    fn words(&mut self, words: &Words) {
        let scale = f64::from(words.set.size / OUTLINE_SIZE);
        for line in &words.set.lines {
            for glyph in line.glyphs.iter().filter(|glyph| !glyph.is_blank) {
                let outline = self.typesetter.outline(glyph.face, glyph.id);
                let of = words.accent.as_ref().filter(|(bytes, _)| bytes.contains(&glyph.bytes.start));
                let tint = of.map_or(words.tint, |(_, tint)| *tint);
                let at = (words.at.x + f64::from(glyph.x), words.at.y + f64::from(line.baseline + glyph.y));
                // Letters stand on their baseline, y upwards.
                let transform = self.transform * Affine::translate(at) * Affine::scale_non_uniform(scale, -scale);
                self.context.set_transform(transform);
                self.context.set_paint(self.paint(Fill::Plain(tint)));
                self.context.fill_path(&glyph_path(&outline));
            }
        }
    }

    fn path(&mut self, path: &BezPath, fill: Option<Fill>, stroke: Option<Stroke>) {
        if let Some(fill) = fill {
            self.context.set_paint(self.paint(fill));
            self.context.fill_path(path);
        }
        if let Some(Stroke { tint, width, dash }) = stroke {
            self.context.set_paint(self.paint(Fill::Plain(tint)));
            let line = kurbo::Stroke::new(width).with_caps(kurbo::Cap::Butt).with_join(kurbo::Join::Miter);
            self.context.set_stroke(match dash {
                Some((dash, gap)) => line.with_dashes(0.0, [dash, gap]),
                None => line,
            });
            self.context.stroke_path(path);
        }
    }

    fn paint(&self, fill: Fill) -> PaintType {
        match fill {
            Fill::Plain(tint) => self.color(tint).into(),
            Fill::Fade { role, stops } => {
                let (from, to) = (stops.first().map_or(0.0, |stop| stop.0), stops.last().map_or(0.0, |stop| stop.0));
                let stop = |(x, strength): &(f64, f64)| {
                    ColorStop::from((points((x - from) / (to - from)), self.color(Tint::faint(role, *strength))))
                };
                let stops: Vec<ColorStop> = stops.iter().map(stop).collect();
                Gradient::new_linear((from, 0.0), (to, 0.0)).with_stops(stops.as_slice()).into()
            }
        }
    }

    fn color(&self, tint: Tint) -> AlphaColor<Srgb> {
        let Rgb(red, green, blue) = tint.role.color(self.palette);
        AlphaColor::from_rgba8(red, green, blue, u8::MAX).with_alpha(points(tint.strength.clamp(0.0, 1.0)))
    }
}

fn place(point: Point) -> kurbo::Point {
    kurbo::Point::new(point.x, point.y)
}

fn rectangle(rect: Rect) -> kurbo::Rect {
    kurbo::Rect::new(rect.min_x, rect.min_y, rect.max_x, rect.max_y)
}

fn polyline(points: &[Point], is_closed: bool) -> BezPath {
    let mut path = BezPath::new();
    for (at, point) in points.iter().enumerate() {
        if at == 0 { path.move_to(place(*point)) } else { path.line_to(place(*point)) }
    }
    if is_closed {
        path.close_path();
    }
    path
}

fn glyph_path(outline: &[OutlineStep]) -> BezPath {
    let at = |x: f32, y: f32| kurbo::Point::new(f64::from(x), f64::from(y));
    let mut path = BezPath::new();
    for step in outline {
        match *step {
            OutlineStep::Move(x, y) => path.move_to(at(x, y)),
            OutlineStep::Line(x, y) => path.line_to(at(x, y)),
            OutlineStep::Quad(a, b, x, y) => path.quad_to(at(a, b), at(x, y)),
            OutlineStep::Cubic(a, b, c, d, x, y) => path.curve_to(at(a, b), at(c, d), at(x, y)),
            OutlineStep::Close => path.close_path(),
        }
    }
    path
}

/// A number of pixels; `None` beyond what a side may have.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked before")]
fn whole(length: f64) -> Option<u16> {
    (1.0..=f64::from(u16::MAX)).contains(&length).then_some(length as u16)
}
