//! What one egui context needs for text: the engine, the caches, and an eye on egui's atlas.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use eframe::egui::epaint::FontColorTransferFunction;
use eframe::egui::mutex::Mutex;
use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, Context, FontId, Galley, Id, Style, Vec2, ViewportId, vec2};

use parley::{FontContext, FontFamily, Layout, LayoutContext};

use super::cache::{Found, LayoutCache, key_of};
use super::glyphs::GlyphTable;
use super::spec::{TextSpec, Wrap};
use super::wanted::Wanted;
use super::{TextLayout, apply_text_options, galley};
use crate::base::Direction;
use crate::text::block::{Block, Break, Request, edited, lay_out};
use crate::text::engine::Engine;
use crate::text::faces::FaceTable;
use crate::text::{Face, FontFile, first_strong};

/// What text needs in a style.
pub(super) fn set_text_options(style: &mut Style) {
    // egui's own way of darkening text makes it bolder than it is, in dark appearance most of all.
    style.visuals.text_options.color_transfer_function = FontColorTransferFunction::Off;
    // egui selects in a label as if every line ran from left to right.
    style.interaction.selectable_labels = false;
}

/// The text system of a context, made at its first use.
pub(super) fn of(ctx: &Context) -> Arc<Mutex<TextSystem>> {
    ctx.data_mut(|data| {
        let system = data.get_temp_mut_or_insert_with(Id::unique("waqai::text"), || Arc::new(Mutex::new(TextSystem::new())));
        Arc::clone(system)
    })
}

/// The text system of a context.
pub(super) struct TextSystem {
    engine: Engine,
    layouts: LayoutCache,
    glyphs: GlyphTable,
    atlas: AtlasWatch,
    default_direction: Direction,
    wanted: Wanted,
    /// Counts the times that fonts were added.
    fonts_generation: u64,
}

impl TextSystem {
    fn new() -> Self {
        Self {
            engine: Engine::new(),
            layouts: LayoutCache::default(),
            glyphs: GlyphTable::default(),
            atlas: AtlasWatch::default(),
            default_direction: Direction::RightToLeft,
            wanted: Wanted::default(),
            fonts_generation: 0,
        }
    }

    pub(super) fn set_default_direction(&mut self, direction: Direction) {
        self.default_direction = direction;
    }

    pub(super) fn layout(&mut self, ctx: &Context, spec: &TextSpec<'_>) -> TextLayout {
        self.begin_pass(ctx);
        let scale = ctx.pixels_per_point();
        let (fallback, epoch) = (self.default_direction, self.atlas.epoch);
        let hash = key_of(spec, scale, fallback);
        let block = match self.layouts.find(hash, spec, scale, fallback, epoch) {
            Found::Layout(layout) => return layout,
            Found::Lines(block) => block,
            Found::Nothing => Arc::new(block_of(&mut self.engine, spec, scale, fallback)),
        };
        self.note_missing(ctx, &block);
        let galley = ctx.fonts_mut(|fonts| galley::build(fonts, &mut self.glyphs, &block, spec, scale));
        let layout = TextLayout { galley, block };
        self.layouts.keep(hash, spec, scale, fallback, epoch, &layout);
        layout
    }

    pub(super) fn measure(&mut self, ctx: &Context, spec: &TextSpec<'_>) -> Vec2 {
        self.begin_pass(ctx);
        let scale = ctx.pixels_per_point();
        let (fallback, epoch) = (self.default_direction, self.atlas.epoch);
        let size = |block: &Block| vec2(block.width, block.height()) / scale;
        match self.layouts.find(key_of(spec, scale, fallback), spec, scale, fallback, epoch) {
            Found::Layout(layout) => size(&layout.block),
            Found::Lines(block) => size(&block),
            Found::Nothing => size(&block_of(&mut self.engine, spec, scale, fallback)),
        }
    }

    /// The faces that glyphs are drawn with.
    pub(super) fn faces(&self) -> FaceTable {
        self.engine.fonts.faces.clone()
    }

    /// The letters that no font has and that were not told of yet.
    pub(super) fn take_missing(&mut self) -> Vec<char> {
        self.wanted.take()
    }

    /// Adds fonts for what the others lack; whether any was taken. Then all is laid out anew.
    pub(super) fn add_fonts(&mut self, fonts: &[FontFile]) -> bool {
        let taken = fonts.iter().filter(|font| self.engine.fonts.add(font)).count();
        if taken > 0 {
            self.engine.forget();
            self.layouts.clear();
            self.fonts_generation += 1;
        }
        taken > 0
    }

    /// How often fonts were added.
    pub(super) fn fonts_generation(&self) -> u64 {
        self.fonts_generation
    }

    /// The families of a text.
    pub(super) fn families(&self, face: Face, direction: Direction) -> FontFamily<'static> {
        self.engine.fonts.families(face, direction)
    }

    /// Whoever knows of other fonts looks before a pass: it is told by another one.
    fn note_missing(&mut self, ctx: &Context, block: &Block) {
        if !block.missing.is_empty() && self.wanted.note(&block.missing) {
            ctx.request_repaint();
        }
    }

    /// What an editor lays its own text out with.
    pub(super) fn contexts(&mut self) -> (&mut FontContext, &mut LayoutContext<()>) {
        self.engine.contexts()
    }

    /// The direction of a text in a field.
    pub(super) fn direction_of(&self, text: &str) -> Direction {
        first_strong(text).unwrap_or(self.default_direction)
    }

    /// An editor's only line. Not cached: there is one field with the focus, and it is short.
    pub(super) fn edited(&mut self, ctx: &Context, spec: &TextSpec<'_>, layout: &Layout<()>) -> TextLayout {
        self.begin_pass(ctx);
        let scale = ctx.pixels_per_point();
        let direction = self.direction_of(spec.text);
        let block = edited(&self.engine, &request_of(spec, &[], scale, self.default_direction), layout, direction);
        self.note_missing(ctx, &block);
        let galley = ctx.fonts_mut(|fonts| galley::build(fonts, &mut self.glyphs, &block, spec, scale));
        TextLayout { galley, block: Arc::new(block) }
    }

    /// Does what is due once a pass, at its first text.
    fn begin_pass(&mut self, ctx: &Context) {
        let Some(is_same_atlas) = self.atlas.look(ctx) else { return };
        if !is_same_atlas {
            self.glyphs.clear();
        }
        self.layouts.begin_pass();
        if ctx.global_style().visuals.text_options.color_transfer_function != FontColorTransferFunction::Off {
            apply_text_options(ctx);
            ctx.request_repaint();
        }
    }

    /// How many texts and glyphs are kept.
    #[cfg(test)]
    pub(super) fn kept(&self) -> (usize, usize) {
        (self.layouts.len(), self.glyphs.len())
    }
}

fn block_of(engine: &mut Engine, spec: &TextSpec<'_>, scale: f32, fallback: Direction) -> Block {
    let weights: Vec<(Range<usize>, bool)> =
        spec.ranges.iter().filter_map(|styled| Some((styled.range.clone(), styled.bold?))).collect();
    lay_out(engine, &request_of(spec, &weights, scale, fallback))
}

fn request_of<'a>(spec: &TextSpec<'a>, weights: &'a [(Range<usize>, bool)], scale: f32, fallback: Direction) -> Request<'a> {
    Request {
        text: spec.text,
        face: spec.style.face,
        size: spec.style.size * scale,
        bold: spec.style.bold,
        line_height: spec.style.line_height,
        weights,
        direction: spec.direction,
        fallback,
        wrap: match spec.wrap {
            Wrap::None => Break::Never,
            Wrap::At(width) => Break::At(width * scale),
            Wrap::Elide(width, lines) => Break::Elide(width * scale, lines),
        },
        align: spec.align,
    }
}

/// Notices that egui emptied its atlas, which it tells nobody: it does so at 80 % and when text options change.
///
/// egui keeps the galley of a job that is asked for in every pass until it empties the atlas. So one small job is asked
/// for in every pass, and another galley means another atlas. A pass without any text looks the same, and costs no more
/// than building the galleys again.
#[derive(Default)]
struct AtlasWatch {
    /// Counts atlases.
    epoch: u64,
    /// The last pass in which a viewport had text, and the galley it got.
    seen: HashMap<ViewportId, (u64, Arc<Galley>)>,
}

impl AtlasWatch {
    /// Whether the atlas is still the same; `None` if that was asked in this pass before.
    fn look(&mut self, ctx: &Context) -> Option<bool> {
        let viewport = ctx.viewport_id();
        let pass = ctx.cumulative_pass_nr();
        let seen = self.seen.get(&viewport);
        if seen.is_some_and(|&(seen_pass, _)| seen_pass == pass) {
            return None;
        }
        let job = LayoutJob::simple(" ".to_owned(), FontId::proportional(14.0), Color32::WHITE, f32::INFINITY);
        let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
        let is_same = seen.is_some_and(|(_, before)| Arc::ptr_eq(before, &galley));
        if !is_same {
            self.epoch += 1;
        }
        self.seen.insert(viewport, (pass, galley));
        Some(is_same)
    }
}
