//! Paints what egui would have the graphics card paint: triangles with the font atlas as their texture.

use std::ops::Range;

use eframe::egui::epaint::{ClippedPrimitive, Mesh, Primitive, Vertex};
use eframe::egui::{Color32, ColorImage, Context, Event, Pos2, RawInput, Rect, TextureId, Ui, Vec2, ViewportInfo, pos2};
use waqai::text::egui::install;

/// A context without a window.
pub(crate) fn context() -> Context {
    let ctx = Context::default();
    install(&ctx);
    ctx
}

/// One frame of so many points at a scale.
pub(crate) struct Frame {
    scale: f32,
    pixels: Vec2,
    primitives: Vec<ClippedPrimitive>,
}

/// Lets a frame be.
pub(crate) fn frame(ctx: &Context, size: Vec2, scale: f32, events: Vec<Event>, add: impl FnMut(&mut Ui)) -> Frame {
    let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), size));
    let mut input = RawInput { screen_rect, events, ..RawInput::default() };
    input.viewports.insert(input.viewport_id, ViewportInfo { native_pixels_per_point: Some(scale), ..ViewportInfo::default() });
    let mut output = ctx.run_ui(input, add);
    output.textures_delta.clear();
    let primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
    Frame { scale, pixels: size * scale, primitives }
}

impl Frame {
    /// Its picture on a ground.
    pub(crate) fn picture(&self, ctx: &Context, ground: Color32) -> ColorImage {
        let atlas = ctx.fonts(|fonts| fonts.image());
        let mut picture = ColorImage::filled([whole(self.pixels.x), whole(self.pixels.y)], ground);
        for primitive in &self.primitives {
            paint(&mut picture, &atlas, self.scale, primitive);
        }
        picture
    }
}

fn paint(picture: &mut ColorImage, atlas: &ColorImage, scale: f32, clipped: &ClippedPrimitive) {
    let Primitive::Mesh(mesh) = &clipped.primitive else { panic!("nothing is painted by a call-back") };
    assert_eq!(mesh.texture_id, TextureId::default(), "all that is painted comes from the font atlas");
    let clip = Rect::from_min_max(
        (clipped.clip_rect.min.to_vec2() * scale).to_pos2(),
        (clipped.clip_rect.max.to_vec2() * scale).to_pos2(),
    );
    let clip = Rect::from_min_max(clip.min.round(), clip.max.round());
    for corners in mesh.indices.chunks_exact(3) {
        triangle(picture, atlas, scale, clip, [0, 1, 2].map(|idx| vertex(mesh, corners[idx])));
    }
}

fn vertex(mesh: &Mesh, index: u32) -> Vertex {
    mesh.vertices[usize::try_from(index).expect("an index fits")]
}

/// Blends a triangle: each pixel whose middle lies in it, those on an edge by the rule of the graphics cards.
fn triangle(picture: &mut ColorImage, atlas: &ColorImage, scale: f32, clip: Rect, corners: [Vertex; 3]) {
    let mut corners = corners;
    let at = |vertex: &Vertex| (vertex.pos.to_vec2() * scale).to_pos2();
    if cross(at(&corners[0]), at(&corners[1]), at(&corners[2])) < 0.0 {
        corners.swap(1, 2);
    }
    let [a, b, c] = corners.map(|vertex| at(&vertex));
    let area = cross(a, b, c);
    if area <= 0.0 {
        return;
    }
    let bounds = Rect::from_points(&[a, b, c]).intersect(clip);
    let is_plain = corners.iter().all(|corner| (corner.color, corner.uv) == (corners[0].color, corners[0].uv));
    let plain = is_plain.then(|| shade(atlas, &corners, [1.0, 0.0, 0.0]));
    for y in pixels(bounds.min.y, bounds.max.y, picture.height()) {
        for x in pixels(bounds.min.x, bounds.max.x, picture.width()) {
            let middle = pos2(as_f32(x) + 0.5, as_f32(y) + 0.5);
            let edges = [(b, c), (c, a), (a, b)].map(|(from, to)| (cross(from, to, middle), is_top_left(from, to)));
            if clip.contains(middle) && edges.iter().all(|&(side, takes)| side > 0.0 || (side == 0.0 && takes)) {
                let weights = edges.map(|(side, _)| side / area);
                blend(&mut picture[(x, y)], plain.unwrap_or_else(|| shade(atlas, &corners, weights)));
            }
        }
    }
}

fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Whether what lies on an edge belongs to the triangle on its left.
fn is_top_left(from: Pos2, to: Pos2) -> bool {
    (from.y == to.y && to.x > from.x) || to.y < from.y
}

/// The colour between three corners: theirs times that of the texture.
fn shade(atlas: &ColorImage, corners: &[Vertex; 3], weights: [f32; 3]) -> [f32; 4] {
    let mix =
        |value: &dyn Fn(&Vertex) -> f32| corners.iter().zip(weights).map(|(corner, weight)| value(corner) * weight).sum::<f32>();
    let u = (mix(&|corner| corner.uv.x) * as_f32(atlas.width())).floor();
    let v = (mix(&|corner| corner.uv.y) * as_f32(atlas.height())).floor();
    let texel = atlas[(whole(u).min(atlas.width() - 1), whole(v).min(atlas.height() - 1))].to_array();
    [0, 1, 2, 3].map(|channel| mix(&|corner| f32::from(corner.color[channel])) * f32::from(texel[channel]) / 255.0)
}

/// Both colours are multiplied by their opacity.
fn blend(pixel: &mut Color32, [r, g, b, a]: [f32; 4]) {
    let under = 1.0 - a / 255.0;
    let mix = |below: u8, above: f32| u8::try_from(whole((f32::from(below) * under + above).round())).unwrap_or(u8::MAX);
    *pixel = Color32::from_rgba_premultiplied(mix(pixel.r(), r), mix(pixel.g(), g), mix(pixel.b(), b), mix(pixel.a(), a));
}

fn pixels(min: f32, max: f32, count: usize) -> Range<usize> {
    whole(min.floor()).min(count)..whole(max.ceil()).min(count)
}

#[expect(clippy::cast_precision_loss, reason = "pixels of a small picture")]
fn as_f32(value: usize) -> f32 {
    value as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast of floats saturates")]
fn whole(value: f32) -> usize {
    value as usize
}
