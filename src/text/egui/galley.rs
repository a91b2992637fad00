//! From a laid out text to egui's [`Galley`].

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::epaint::Mesh;
use eframe::egui::epaint::text::FontsView;
use eframe::egui::epaint::text::{PlacedRow, Row, RowVisuals};
use eframe::egui::text::{LayoutJob, LayoutSection, TextFormat};
use eframe::egui::{Color32, FontId, Galley, Rect, Vec2, pos2, vec2};

use super::glyphs::{AtlasPlace, GlyphTable, PlacedGlyph};
use super::spec::TextSpec;
use crate::text::block::{Block, Line};

/// Builds the galley of a block, whose glyphs are drawn into the atlas where they are not yet.
pub(super) fn build(
    fonts: &mut FontsView<'_>,
    table: &mut GlyphTable,
    block: &Block,
    spec: &TextSpec<'_>,
    scale: f32,
) -> Arc<Galley> {
    let size = block.size / scale;
    let bits = (size.to_bits(), scale.to_bits());
    let places = table.place(fonts, block, size, bits);
    let extent = vec2(block.width, block.height()) / scale;
    // Some fields of a galley and of a row are egui's own: they come with one that egui made.
    let template = fonts.layout_job(template_job(extent, size));
    let Some(template_row) = template.rows.first().map(|placed_row| placed_row.row.clone()) else { return template };
    let colors = ColorMap::new(spec);
    let mut galley = Galley::clone(&template);
    galley.job = Arc::new(logical_job(spec));
    galley.rect = Rect::from_min_size(pos2(0.0, 0.0), extent);
    galley.pixels_per_point = scale;
    // egui shows a tooltip of its own making for what is elided, with its own order of letters.
    galley.elided = false;
    galley.rows.clear();
    galley.mesh_bounds = Rect::NOTHING;
    (galley.num_vertices, galley.num_indices) = (0, 0);
    let mut rest = places.as_slice();
    for (idx, line) in block.lines.iter().enumerate() {
        let (of_line, others) = rest.split_at(line.glyphs.len().min(rest.len()));
        rest = others;
        let mesh = mesh_of(block, line, of_line, &colors, scale);
        push_row(&mut galley, &template_row, pos2(0.0, block.top(idx) / scale), vec2(line_end(line), block.pitch) / scale, mesh);
    }
    Arc::new(galley)
}

/// An empty job of a size: egui takes its intrinsic size from the space before its first letter.
fn template_job(extent: Vec2, size: f32) -> LayoutJob {
    let format = TextFormat { line_height: Some(extent.y), ..TextFormat::simple(FontId::proportional(size), Color32::WHITE) };
    LayoutJob {
        sections: vec![LayoutSection { leading_space: extent.x, byte_range: section(0..0), format }],
        ..LayoutJob::default()
    }
}

/// The text as it was given: what a screen reader reads.
fn logical_job(spec: &TextSpec<'_>) -> LayoutJob {
    let format = TextFormat::simple(FontId::proportional(spec.style.size), spec.style.color);
    LayoutJob {
        text: spec.text.to_owned(),
        sections: vec![LayoutSection { leading_space: 0.0, byte_range: section(0..spec.text.len()), format }],
        ..LayoutJob::default()
    }
}

fn section(bytes: Range<usize>) -> Range<eframe::egui::text::ByteIndex> {
    bytes.start.into()..bytes.end.into()
}

fn line_end(line: &Line) -> f32 {
    (line.x + line.ink_start + line.ink_width).max(0.0)
}

fn push_row(galley: &mut Galley, template: &Arc<Row>, pos: eframe::egui::Pos2, size: Vec2, mesh: Mesh) {
    let mut row = Row::clone(template);
    let mesh_bounds = mesh.calc_bounds();
    row.size = size;
    galley.num_vertices += mesh.vertices.len();
    galley.num_indices += mesh.indices.len();
    galley.mesh_bounds |= mesh_bounds.translate(pos.to_vec2());
    row.visuals = RowVisuals { glyph_vertex_range: 0..mesh.vertices.len(), glyph_index_start: 0, mesh_bounds, mesh };
    galley.rows.push(PlacedRow { pos, row: Arc::new(row), ends_with_newline: false });
}

/// The quads of a line; `places` are those of its glyphs, in their order.
#[expect(clippy::cast_precision_loss, reason = "pixels of a screen")]
fn mesh_of(block: &Block, line: &Line, places: &[(PlacedGlyph, Option<AtlasPlace>)], colors: &ColorMap, scale: f32) -> Mesh {
    let glyphs = block.glyphs.get(line.glyphs.clone()).unwrap_or_default();
    let mut mesh = Mesh::default();
    mesh.reserve_triangles(glyphs.len() * 2);
    mesh.reserve_vertices(glyphs.len() * 4);
    for (glyph, (place, atlas)) in glyphs.iter().zip(places) {
        let Some(atlas) = atlas else { continue };
        let origin = pos2(place.x as f32, block.baseline + place.y as f32) / scale;
        let rect = Rect::from_min_size(origin + atlas.offset, atlas.size);
        let color = if atlas.is_color { Color32::WHITE } else { colors.at(glyph.offset) };
        mesh.add_rect_with_uv(rect, atlas.texels, color);
    }
    mesh
}

/// The colour of each byte of a text.
struct ColorMap {
    /// Where another colour begins, in ascending order; the first is 0.
    starts: Vec<(usize, Color32)>,
}

impl ColorMap {
    fn new(spec: &TextSpec<'_>) -> Self {
        let colored: Vec<(&Range<usize>, Color32)> =
            spec.ranges.iter().filter_map(|styled| Some((&styled.range, styled.color?))).collect();
        let mut borders: Vec<usize> = colored.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
        borders.push(0);
        borders.sort_unstable();
        borders.dedup();
        let color_at = |offset: usize| {
            let last = colored.iter().rev().find(|(range, _)| range.contains(&offset));
            last.map_or(spec.style.color, |&(_, color)| color)
        };
        Self { starts: borders.into_iter().map(|border| (border, color_at(border))).collect() }
    }

    fn at(&self, offset: usize) -> Color32 {
        let idx = self.starts.partition_point(|&(start, _)| start <= offset);
        self.starts.get(idx.saturating_sub(1)).map_or(Color32::PLACEHOLDER, |&(_, color)| color)
    }
}
