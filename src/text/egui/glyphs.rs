//! Where glyphs are in egui's atlas.
//! The table lives as long as the atlas: it is cleared with it, so it is bounded by what an atlas can hold.

use std::collections::HashMap;

use eframe::egui::epaint::text::{FontsView, Glyph as AtlasGlyph};
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Color32, FontId, Rect, Vec2, pos2};

use super::raster::{N_BINS, char_of, family_of};
use crate::text::block::{Block, Glyph, Line};
use crate::text::faces::FaceId;

/// A glyph at a place within a pixel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct GlyphKey {
    face: FaceId,
    bin: u8,
    glyph: u16,
    /// The bits of the size in points, and of the pixels per point.
    size: (u32, u32),
}

/// A glyph on its line: which one, and its whole pixel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PlacedGlyph {
    pub(super) key: GlyphKey,
    /// From the block's left edge, in physical pixels.
    pub(super) x: i32,
    /// Below the line's baseline, in physical pixels.
    pub(super) y: i32,
}

/// Where a glyph is in the atlas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct AtlasPlace {
    /// From the glyph's origin to its top left corner, in points.
    pub(super) offset: Vec2,
    /// In points.
    pub(super) size: Vec2,
    /// In texels.
    pub(super) texels: Rect,
    /// Whether it has colours of its own.
    pub(super) is_color: bool,
}

impl AtlasPlace {
    fn of(glyph: &AtlasGlyph) -> Self {
        let uv = glyph.uv_rect;
        let corner = |[x, y]: [u16; 2]| pos2(f32::from(x), f32::from(y));
        Self {
            offset: uv.offset,
            size: uv.size,
            texels: Rect::from_min_max(corner(uv.min), corner(uv.max)),
            is_color: glyph.is_color,
        }
    }
}

/// Places a glyph of a line on the pixel grid.
#[expect(clippy::cast_possible_truncation, reason = "a cast of floats saturates: such a glyph is far outside")]
pub(super) fn placed(line: &Line, glyph: &Glyph, size: (u32, u32)) -> PlacedGlyph {
    let bins = i32::from(N_BINS);
    let quarters = ((line.x + glyph.x) * f32::from(N_BINS)).round() as i32;
    let bin = u8::try_from(quarters.rem_euclid(bins)).unwrap_or_default();
    let key = GlyphKey { face: glyph.face, bin, glyph: glyph.id, size };
    PlacedGlyph { key, x: quarters.div_euclid(bins), y: glyph.y.round() as i32 }
}

/// The glyphs that are in the atlas.
#[derive(Default)]
pub(super) struct GlyphTable {
    places: HashMap<GlyphKey, AtlasPlace>,
}

impl GlyphTable {
    /// Forgets all, because the atlas did.
    pub(super) fn clear(&mut self) {
        self.places.clear();
    }

    /// How many glyphs there are.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// Places every glyph of a block, in its order, and has those drawn into the atlas that are not there yet.
    /// `size` is in points. A glyph that cannot be drawn has no place in the atlas.
    pub(super) fn place(
        &mut self,
        fonts: &mut FontsView<'_>,
        block: &Block,
        size: f32,
        bits: (u32, u32),
    ) -> Vec<(PlacedGlyph, Option<AtlasPlace>)> {
        let mut all = Vec::with_capacity(block.glyphs.len());
        let mut missing: Vec<GlyphKey> = Vec::new();
        for line in &block.lines {
            for glyph in block.glyphs.get(line.glyphs.clone()).unwrap_or_default() {
                let place = placed(line, glyph, bits);
                let atlas = self.places.get(&place.key).copied();
                missing.extend(atlas.is_none().then_some(place.key));
                all.push((place, atlas));
            }
        }
        if !missing.is_empty() {
            self.draw(fonts, missing, size);
            for (place, atlas) in &mut all {
                *atlas = atlas.or_else(|| self.places.get(&place.key).copied());
            }
        }
        all
    }

    fn draw(&mut self, fonts: &mut FontsView<'_>, mut missing: Vec<GlyphKey>, size: f32) {
        missing.sort_unstable();
        missing.dedup();
        let galley = fonts.layout_job(job_of(&missing, size));
        let drawn = galley.rows.iter().flat_map(|row| row.glyphs.iter());
        let asked = missing.into_iter().filter(|key| char_of(key.glyph).is_some());
        self.places.extend(asked.zip(drawn.map(AtlasPlace::of)));
    }
}

/// A job of private-use characters: one section for each face at each quarter of a pixel.
fn job_of(keys: &[GlyphKey], size: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    for section in keys.chunk_by(|a, b| (a.face, a.bin) == (b.face, b.bin)) {
        let Some(first) = section.first() else { continue };
        let text: String = section.iter().filter_map(|key| char_of(key.glyph)).collect();
        let font = FontId::new(size, family_of(first.face, first.bin));
        job.append(&text, 0.0, TextFormat::simple(font, Color32::WHITE));
    }
    job
}
