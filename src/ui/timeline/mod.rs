//! The timeline panel: paints the scene, turns pointer and keyboard into commands.
//! Knows no times and no lanes: `crate::timeline` lays everything out.

mod ends;
mod hover_card;
mod input;
mod lanes;
mod moving;
mod nodes;
mod open;
mod overview;
mod paint;
mod paint_axis;
mod paint_column;
mod paint_mark;
mod range;
mod screen;
#[cfg(test)]
mod tests;
mod unfolded;
mod view;
mod words;

use eframe::egui::{Sense, Ui};

pub use view::TimelineView;
pub use words::lane_text;

use self::paint::Paint;
use self::screen::Screen;
use self::words::Words;
use super::command::CommandSender;
use super::state::AppState;
use super::theme::{color, palette};

/// The timeline of the open document, over all of the space there is.
pub fn timeline_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, view: &mut TimelineView) {
    let rect = ui.available_rect_before_wrap();
    // Not focusable: the keyboard goes from event to event.
    let background = ui.allocate_rect(rect, Sense::CLICK | Sense::DRAG);
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, color(palette(state.appearance).panel));
    let Some(document) = state.pictured().map(|pictured| &pictured.document) else { return };
    let ctx = ui.ctx().clone();
    let published = document.extraction.published.map(|published| published.value);
    let article_direction = document.extraction.language.direction();
    let words = Words { ctx: &ctx, i18n: &state.i18n, published, article_direction, in_table: document.table.is_some() };
    let (width, height) = (f64::from(rect.width()), f64::from(rect.height()));
    let screen = Screen { origin: rect.min };
    view.step(f64::from(ui.input(|input| input.stable_dt)));
    let Some(scene) = view.scene(state, &words, width, height) else { return };
    input::pointer(ui, &background, &scene, screen, view, commands);
    // What the pointer moved is painted in the same frame.
    let Some(scene) = view.scene(state, &words, width, height) else { return };
    input::hover(ui, &background, &scene, screen, view, commands);
    let dragged = view.dragged_range();
    if let Some(open) = view.open() {
        Paint { painter: &painter, screen, scene: &scene, words: &words, state, palette: palette(state.appearance) }.all(open);
        range::Ranges { painter: &painter, screen, scene: &scene, words: &words, palette: palette(state.appearance) }.paint(
            open,
            state.browse.filter().time(),
            dragged,
        );
    }
    nodes::nodes(ui, state, &scene, &words, screen, view, commands);
    // Frames are asked for only while something moves.
    if view.is_moving() {
        ctx.request_repaint();
    }
}
