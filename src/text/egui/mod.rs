//! Text in egui: the one way in which `ui` and `app` put words on the screen.
//!
//! A text is laid out by the floor above egui; its glyphs are drawn into egui's own atlas by a glyph rasterizer, and the
//! result is a real [`Galley`] that holds the text in logical order: labels, buttons, painters and screen readers take it
//! as they are. When egui reorders text by itself one day, this module is all that has to go.

mod accessible;
mod cache;
mod field_access;
mod galley;
mod glyphs;
mod raster;
mod spec;
#[cfg(test)]
mod stand_in_tests;
mod system;
#[cfg(test)]
mod tests;
mod text_field;
#[cfg(test)]
mod text_field_tests;
mod typing;
mod undo;
mod wanted;

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::accesskit::{TextPosition, TextSelection};
use eframe::egui::{Context, Galley, Id, Pos2, Rect, Ui, Vec2, WidgetText, pos2};

use super::block::Block;
use super::caret::word_at;
use super::hit::{PxRect, Span};
pub use super::{Align, Beyond, Caret, CaretStep, Face, FontFile};
use crate::base::Direction;
pub use spec::{StyledRange, TextSpec, TextStyle, Wrap};
pub use text_field::{FieldLook, TextField};

/// Makes the context draw our faces. To be called once, before the first frame.
pub fn install(ctx: &Context) {
    raster::install(ctx, system::of(ctx).lock().faces());
    apply_text_options(ctx);
}

/// Sets what text needs in both styles of the context. To be called after visuals were replaced; where that was
/// forgotten, the next frame does it.
pub fn apply_text_options(ctx: &Context) {
    ctx.all_styles_mut(system::set_text_options);
}

/// The direction of paragraphs without a strong letter, such as a date in digits: that of the interface.
/// Right to left until this is called.
pub fn set_default_direction(ctx: &Context, direction: Direction) {
    system::of(ctx).lock().set_default_direction(direction);
}

/// The letters that were shown and that no font has, each told of once. Whoever finds fonts for them adds those.
#[must_use]
pub fn take_missing_letters(ctx: &Context) -> Vec<char> {
    system::of(ctx).lock().take_missing()
}

/// Adds fonts that are asked where all others lack a letter, in this order; fonts that cannot be read are left out.
pub fn add_fonts(ctx: &Context, fonts: &[FontFile]) {
    if system::of(ctx).lock().add_fonts(fonts) {
        ctx.request_repaint();
    }
}

/// How often fonts were added: what was measured before has changed since.
#[must_use]
pub fn fonts_generation(ctx: &Context) -> u64 {
    system::of(ctx).lock().fonts_generation()
}

/// One line, for egui's own labels, buttons and tooltips.
#[must_use]
pub fn widget_text(ctx: &Context, text: &str, style: TextStyle) -> WidgetText {
    WidgetText::Galley(layout(ctx, &TextSpec::line(text, style)).galley)
}

/// Lays a text out; cached between frames.
#[must_use]
pub fn layout(ctx: &Context, spec: &TextSpec<'_>) -> TextLayout {
    system::of(ctx).lock().layout(ctx, spec)
}

/// The size of a text in points: that of its layout, without what it takes to paint it.
#[must_use]
pub fn measure(ctx: &Context, spec: &TextSpec<'_>) -> Vec2 {
    system::of(ctx).lock().measure(ctx, spec)
}

/// Tells assistive technology what is selected in a node, and that it may select something else.
pub fn tell_selection(ui: &Ui, node: Id, anchor: TextPosition, focus: TextPosition) {
    accessible::tell_selection(ui, node, anchor, focus);
}

/// What assistive technology asks to be selected in a node.
#[must_use]
pub fn asked_selection(ui: &Ui, node: Id) -> Option<TextSelection> {
    accessible::asked_selection(ui, node)
}

/// A laid out text: to be painted, measured and hit.
#[derive(Debug, Clone)]
pub struct TextLayout {
    galley: Arc<Galley>,
    block: Arc<Block>,
}

impl TextLayout {
    /// What egui paints.
    #[must_use]
    pub fn galley(&self) -> &Arc<Galley> {
        &self.galley
    }

    /// Width and height in points.
    #[must_use]
    pub fn size(&self) -> Vec2 {
        self.galley.size()
    }

    /// Whether something was cut.
    #[must_use]
    pub fn is_elided(&self) -> bool {
        self.block.elided
    }

    /// How many lines there are, at least one.
    #[must_use]
    pub fn n_lines(&self) -> usize {
        self.block.lines.len()
    }

    /// The byte of the text nearest to a point, relative to the layout's top left corner.
    #[must_use]
    pub fn offset_at(&self, point: Pos2) -> usize {
        let scale = self.galley.pixels_per_point;
        self.block.offset_at(point.x * scale, point.y * scale)
    }

    /// The byte under a point; `None` where there is no letter.
    #[must_use]
    pub fn offset_under(&self, point: Pos2) -> Option<usize> {
        let scale = self.galley.pixels_per_point;
        self.block.offset_under(point.x * scale, point.y * scale)
    }

    /// The rectangles that cover a range of bytes, relative to the top left corner: line by line, each from left to
    /// right, those that touch joined. What was cut is under the ellipsis.
    #[must_use]
    pub fn rects_of(&self, range: Range<usize>) -> Vec<Rect> {
        self.block.rects_of(range).into_iter().map(|rect| self.in_points(rect)).collect()
    }

    /// Where a caret before a byte stands: a rectangle without width.
    #[must_use]
    pub fn caret_at(&self, offset: usize) -> Rect {
        self.in_points(self.block.caret_at(offset))
    }

    /// The caret nearest to a point.
    #[must_use]
    pub fn caret_beside(&self, point: Pos2) -> Caret {
        let scale = self.galley.pixels_per_point;
        self.block.caret_beside(point.x * scale, point.y * scale)
    }

    /// Where a caret stands, also where its byte has two places: a rectangle without width.
    #[must_use]
    pub fn rect_of(&self, caret: Caret) -> Rect {
        let x = self.block.caret_x_of(caret);
        let top = self.block.top(self.block.line_of(caret));
        let (x, y) = (Span { min: x, max: x }, Span { min: top, max: top + self.block.pitch });
        self.in_points(PxRect { x, y })
    }

    /// Where a step takes a caret.
    ///
    /// # Errors
    /// When it leaves the text: on which side.
    pub fn step(&self, caret: Caret, step: CaretStep) -> Result<Caret, Beyond> {
        self.block.step(self.galley.text(), caret, step)
    }

    /// The caret on the line above or below; `x` is in points from the left edge.
    ///
    /// # Errors
    /// When there is no such line: on which side it would be.
    pub fn step_lines(&self, caret: Caret, x: f32, down: bool) -> Result<Caret, Beyond> {
        self.block.step_lines(caret, x * self.galley.pixels_per_point, down)
    }

    /// The word, or what stands between two words, at a byte.
    #[must_use]
    pub fn word_at(&self, offset: usize) -> Range<usize> {
        word_at(self.galley.text(), offset)
    }

    /// Tells assistive technology the letters, below the node of their owner. `origin` is the left top corner on the
    /// screen, `ending` what follows the last letter: a line feed where a paragraph ends.
    pub fn tell_letters(&self, ui: &mut Ui, owner: Id, origin: Pos2, ending: &str) {
        accessible::tell(ui, owner, self.galley.text(), &self.block, origin, ending);
    }

    /// The position of a caret in the letters that were told of an owner.
    #[must_use]
    pub fn position_of(&self, owner: Id, caret: Caret) -> TextPosition {
        accessible::position_of(owner, &self.block, caret)
    }

    /// The caret at a position; `None` where it is in the letters of something else.
    #[must_use]
    pub fn caret_at_position(&self, owner: Id, position: TextPosition) -> Option<Caret> {
        accessible::caret_at(owner, &self.block, position)
    }

    fn in_points(&self, PxRect { x, y }: PxRect) -> Rect {
        let scale = self.galley.pixels_per_point;
        Rect::from_min_max(pos2(x.min / scale, y.min / scale), pos2(x.max / scale, y.max / scale))
    }
}
