//! Glyphs of our faces as bitmaps in egui's atlas.
//!
//! A glyph is asked for as a private-use character in a family of our own: the character says which glyph, the family says
//! which face and at which quarter of a pixel, the size comes with the request. Nothing has to be remembered, so nothing
//! can grow or go stale.

use std::sync::Arc;

use eframe::egui::mutex::Mutex;
use eframe::egui::{
    Color32, ColorImage, Context, FontData, FontDefinitions, FontFamily,
    epaint::text::{FontPriority, GlyphBitmap, GlyphRasterizer, GlyphRasterizerRequest, RasterizedGlyph},
    vec2,
};
use swash::scale::image::{Content, Image};
use swash::scale::{Render, ScaleContext, Source};
use swash::zeno::Vector;

use crate::text::faces::{FaceId, FaceTable, MAX_FACES, SOURCES};
use crate::text::fonts::BUNDLED;

/// The first character of plane 15, which is all private use.
const FIRST: u32 = 0xF_0000;

/// How many positions within a pixel a glyph is drawn at.
pub(super) const N_BINS: u8 = 4;

/// What the names of our families begin with.
const FAMILY: &str = "waqai-";

/// The families, and the rasterizer of the faces of a table.
pub(super) fn install(ctx: &Context, faces: FaceTable) {
    ctx.set_fonts(definitions());
    let scaler = Mutex::new(ScaleContext::new());
    let rasterize = move |request: &GlyphRasterizerRequest<'_>| rasterize(&faces, &mut scaler.lock(), request);
    ctx.add_glyph_rasterizer(GlyphRasterizer::new("waqai::text", rasterize).with_priority(FontPriority::Highest));
}

/// The bundled faces in egui's own families: what egui sets by itself lacks no glyph. Of our own families nothing but the
/// name is used; they name every face that there can be, since other families would cost egui its atlas.
fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    let mut all = Vec::new();
    for file in &BUNDLED {
        definitions.font_data.insert(file.name.to_owned(), Arc::new(FontData::from_static(file.bytes)));
        all.push(file.name.to_owned());
    }
    for face in (0..MAX_FACES).filter_map(|face| u8::try_from(face).ok()) {
        for bin in 0..N_BINS {
            definitions.families.insert(family_of(FaceId(face), bin), vec![BUNDLED[0].name.to_owned()]);
        }
    }
    definitions.families.insert(FontFamily::Proportional, all.clone());
    definitions.families.insert(FontFamily::Monospace, all);
    definitions
}

/// The family of a face at a quarter of a pixel.
pub(super) fn family_of(face: FaceId, bin: u8) -> FontFamily {
    FontFamily::Name(format!("{FAMILY}{}-{bin}", face.0).into())
}

fn face_of(family: &FontFamily) -> Option<(FaceId, u8)> {
    let FontFamily::Name(name) = family else { return None };
    let (face, bin) = name.strip_prefix(FAMILY)?.split_once('-')?;
    Some((FaceId(face.parse().ok()?), bin.parse().ok()?))
}

/// The character of a glyph; `None` for the last two, which are no characters of the plane.
pub(super) fn char_of(glyph: u16) -> Option<char> {
    (glyph <= 0xFFFD).then(|| char::from_u32(FIRST + u32::from(glyph))).flatten()
}

/// The glyph of a character.
fn glyph_of(c: char) -> Option<u16> {
    u32::from(c).checked_sub(FIRST).and_then(|index| u16::try_from(index).ok()).filter(|&glyph| glyph <= 0xFFFD)
}

/// Answers egui: `None` for every character that is not a glyph of ours.
fn rasterize(faces: &FaceTable, scaler: &mut ScaleContext, request: &GlyphRasterizerRequest<'_>) -> Option<RasterizedGlyph> {
    let glyph = glyph_of(request.cluster.chars().next()?)?;
    let (face, bin) = face_of(request.family)?;
    let font = faces.get(face)?.font();
    let mut scaler = scaler.builder(font).size(request.font_size_px).hint(false).build();
    let offset = f32::from(bin) / f32::from(N_BINS);
    let image = Render::new(&SOURCES).offset(Vector::new(offset, 0.0)).render(&mut scaler, glyph);
    let bitmap = image.and_then(bitmap_of).unwrap_or_else(blank);
    Some(RasterizedGlyph { bitmap, advance_px: 0.0 })
}

#[expect(clippy::cast_precision_loss, reason = "a glyph is a few hundred pixels large")]
fn bitmap_of(image: Image) -> Option<GlyphBitmap> {
    let placement = image.placement;
    let size = [usize::try_from(placement.width).ok()?, usize::try_from(placement.height).ok()?];
    let pixels: Vec<Color32> = match (image.content, image.source) {
        (Content::Mask, _) => image.data.into_iter().map(Color32::from_white_alpha).collect(),
        (Content::Color, Source::ColorOutline(_)) => colors(&image.data, Color32::from_rgba_premultiplied),
        (Content::Color, _) => colors(&image.data, Color32::from_rgba_unmultiplied),
        (Content::SubpixelMask, _) => return None,
    };
    if pixels.is_empty() || pixels.len() != size[0] * size[1] {
        return None;
    }
    let offset_px = vec2(placement.left as f32, -placement.top as f32);
    Some(GlyphBitmap { image: ColorImage::new(size, pixels), offset_px, is_color: image.content == Content::Color })
}

fn colors(data: &[u8], color: fn(u8, u8, u8, u8) -> Color32) -> Vec<Color32> {
    data.as_chunks().0.iter().map(|&[red, green, blue, alpha]| color(red, green, blue, alpha)).collect()
}

/// One clear pixel: egui would draw a box for a bitmap without any.
fn blank() -> GlyphBitmap {
    GlyphBitmap { image: ColorImage::new([1, 1], vec![Color32::TRANSPARENT]), offset_px: vec2(0.0, 0.0), is_color: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fonts::Fonts;

    #[test]
    fn every_glyph_and_every_face_comes_back() {
        for glyph in [0, 1, 16_384, 0xFFFD] {
            assert_eq!(char_of(glyph).and_then(glyph_of), Some(glyph));
        }
        assert_eq!((char_of(0xFFFE), glyph_of('ا'), glyph_of('\u{FFFFF}')), (None, None, None));
        let last = FaceId(u8::try_from(MAX_FACES - 1).unwrap());
        for bin in 0..N_BINS {
            assert_eq!(face_of(&family_of(last, bin)), Some((last, bin)));
            assert!(definitions().families.contains_key(&family_of(last, bin)));
        }
        assert_eq!(face_of(&FontFamily::Name("waqai-x".into())), None);
    }

    #[test]
    fn a_space_is_a_clear_pixel_and_other_text_is_not_ours() {
        let (mut scaler, faces) = (ScaleContext::new(), Fonts::new().faces);
        let family = family_of(FaceId(0), 1);
        let charmap = |c: char| faces.get(FaceId(0)).unwrap().font().charmap().map(c);
        let mut ask = |cluster: &str| {
            let request = GlyphRasterizerRequest { cluster, family: &family, font_size_px: 14.0, subpixel_offset_px: 0.0 };
            rasterize(&faces, &mut scaler, &request)
        };
        let space = char_of(charmap(' ')).unwrap();
        assert_eq!(ask(&space.to_string()).unwrap().bitmap.image.size, [1, 1]);
        let letter = char_of(charmap('ش')).unwrap();
        assert!(ask(&letter.to_string()).unwrap().bitmap.image.size[0] > 4);
        assert!(ask("ش").is_none());
    }
}
