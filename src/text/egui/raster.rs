//! Glyphs of our faces as bitmaps in egui's atlas.
//!
//! A glyph is asked for as a private-use character in a family of its own face: the character says which glyph and at
//! which quarter of a pixel, the family says which face, the size comes with the request. Nothing has to be remembered,
//! so nothing can grow or go stale.

use std::sync::Arc;

use eframe::egui::mutex::Mutex;
use eframe::egui::{
    Color32, ColorImage, Context, FontData, FontDefinitions, FontFamily,
    epaint::text::{FontPriority, GlyphBitmap, GlyphRasterizer, GlyphRasterizerRequest, RasterizedGlyph},
    vec2,
};
use swash::scale::{Render, ScaleContext, Source};
use swash::zeno::Vector;

use crate::text::fonts::{FACES, FaceId};

/// The first character of plane 15, which is all private use.
const FIRST: u32 = 0xF_0000;

/// How many positions within a pixel a glyph is drawn at.
pub(super) const N_BINS: u8 = 4;

/// What the names of our families begin with.
const FAMILY: &str = "waqai-";

/// The families and the rasterizer.
pub(super) fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
    let scaler = Mutex::new(ScaleContext::new());
    let rasterize = move |request: &GlyphRasterizerRequest<'_>| rasterize(&mut scaler.lock(), request);
    ctx.add_glyph_rasterizer(GlyphRasterizer::new("waqai::text", rasterize).with_priority(FontPriority::Highest));
}

/// Each face in a family of its own, and all of them in egui's own families: what egui sets by itself lacks no glyph.
fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    let mut all = Vec::new();
    for (idx, file) in FACES.iter().enumerate() {
        let name = format!("{FAMILY}{idx}");
        definitions.font_data.insert(name.clone(), Arc::new(FontData::from_static(file.bytes)));
        definitions.families.insert(FontFamily::Name(name.as_str().into()), vec![name.clone()]);
        all.push(name);
    }
    definitions.families.insert(FontFamily::Proportional, all.clone());
    definitions.families.insert(FontFamily::Monospace, all);
    definitions
}

/// The family of a face.
pub(super) fn family_of(face: FaceId) -> FontFamily {
    FontFamily::Name(format!("{FAMILY}{}", face.0).into())
}

/// The character of a glyph at a quarter of a pixel; `None` for a glyph beyond the plane.
pub(super) fn char_of(glyph: u16, bin: u8) -> Option<char> {
    let index = u32::from(glyph) * u32::from(N_BINS) + u32::from(bin);
    (index <= 0xFFFD).then(|| char::from_u32(FIRST + index)).flatten()
}

/// The glyph and the quarter of a pixel of a character.
fn glyph_of(c: char) -> Option<(u16, u8)> {
    let index = u32::from(c).checked_sub(FIRST).filter(|&index| index <= 0xFFFD)?;
    let bins = u32::from(N_BINS);
    Some((u16::try_from(index / bins).ok()?, u8::try_from(index % bins).ok()?))
}

fn face_of(family: &FontFamily) -> Option<FaceId> {
    let FontFamily::Name(name) = family else { return None };
    name.strip_prefix(FAMILY)?.parse().ok().map(FaceId)
}

/// Answers egui: `None` for every character that is not a glyph of ours.
fn rasterize(scaler: &mut ScaleContext, request: &GlyphRasterizerRequest<'_>) -> Option<RasterizedGlyph> {
    let (glyph, bin) = glyph_of(request.cluster.chars().next()?)?;
    let file = face_of(request.family)?.file()?;
    let font = swash::FontRef::from_index(file.bytes, 0)?;
    let mut scaler = scaler.builder(font).size(request.font_size_px).hint(false).build();
    let offset = f32::from(bin) / f32::from(N_BINS);
    let image = Render::new(&[Source::Outline]).offset(Vector::new(offset, 0.0)).render(&mut scaler, glyph);
    let bitmap = image.and_then(bitmap_of).unwrap_or_else(blank);
    Some(RasterizedGlyph { bitmap, advance_px: 0.0 })
}

#[expect(clippy::cast_precision_loss, reason = "a glyph is a few hundred pixels large")]
fn bitmap_of(image: swash::scale::image::Image) -> Option<GlyphBitmap> {
    let placement = image.placement;
    let size = [usize::try_from(placement.width).ok()?, usize::try_from(placement.height).ok()?];
    if size[0] * size[1] == 0 || image.data.len() != size[0] * size[1] {
        return None;
    }
    let pixels = image.data.into_iter().map(Color32::from_white_alpha).collect();
    let offset_px = vec2(placement.left as f32, -placement.top as f32);
    Some(GlyphBitmap { image: ColorImage::new(size, pixels), offset_px, is_color: false })
}

/// One clear pixel: egui would draw a box for a bitmap without any.
fn blank() -> GlyphBitmap {
    GlyphBitmap { image: ColorImage::new([1, 1], vec![Color32::TRANSPARENT]), offset_px: vec2(0.0, 0.0), is_color: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_glyph_of_every_face_has_a_character_and_comes_back() {
        for file in &FACES {
            let font = swash::FontRef::from_index(file.bytes, 0).unwrap();
            let n_glyphs = font.glyph_metrics(&[]).glyph_count();
            for bin in 0..N_BINS {
                let last = n_glyphs - 1;
                assert_eq!(char_of(last, bin).and_then(glyph_of), Some((last, bin)));
            }
        }
        assert_eq!(glyph_of('ا'), None);
    }

    #[test]
    fn a_space_is_a_clear_pixel_and_other_text_is_not_ours() {
        let mut scaler = ScaleContext::new();
        let family = family_of(FaceId(0));
        let font = swash::FontRef::from_index(FACES[0].bytes, 0).unwrap();
        let mut ask = |cluster: &str| {
            let request = GlyphRasterizerRequest { cluster, family: &family, font_size_px: 14.0, subpixel_offset_px: 0.0 };
            rasterize(&mut scaler, &request)
        };
        let space = char_of(font.charmap().map(' '), 1).unwrap();
        assert_eq!(ask(&space.to_string()).unwrap().bitmap.image.size, [1, 1]);
        let letter = char_of(font.charmap().map('ش'), 1).unwrap();
        assert!(ask(&letter.to_string()).unwrap().bitmap.image.size[0] > 4);
        assert!(ask("ش").is_none());
    }
}
