//! Texts that are read and not clicked.

use eframe::egui::accesskit::Live;
use eframe::egui::{CornerRadius, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, vec2};

use super::look::Look;
use super::theme::color;
use crate::base::Direction;
use crate::base::theme::size;
use crate::text::egui::{self, TextLayout, TextSpec, TextStyle, Wrap};

/// The widest tooltip in points.
const TOOLTIP: f32 = 480.0;

/// One line, as wide as it is.
pub fn line(ui: &mut Ui, text: &str, style: TextStyle) -> Response {
    let layout = egui::layout(ui.ctx(), &TextSpec::line(text, style));
    show(ui, text, &layout)
}

/// One line in the interface's direction, whatever its first letter: for numbers and signs without one.
pub fn in_interface(ui: &mut Ui, text: &str, style: TextStyle, look: Look) -> Response {
    let layout = egui::layout(ui.ctx(), &TextSpec::line(text, style).directed(look.direction));
    show(ui, text, &layout)
}

/// The width of one line in points, before it is shown.
#[must_use]
pub fn width(ui: &Ui, text: &str, style: TextStyle) -> f32 {
    egui::layout(ui.ctx(), &TextSpec::line(text, style)).size().x
}

/// One line of at most `width` points, cut at its logical end; what was cut shows under the pointer.
pub fn elided(ui: &mut Ui, text: &str, style: TextStyle, width: f32) -> Response {
    elided_spec(ui, TextSpec::line(text, style), width)
}

/// The same in the interface's direction, whatever its first letter.
pub fn elided_in_interface(ui: &mut Ui, text: &str, style: TextStyle, look: Look, width: f32) -> Response {
    elided_spec(ui, TextSpec::line(text, style).directed(look.direction), width)
}

/// The same for words of the article.
pub fn elided_words(ui: &mut Ui, text: &str, style: TextStyle, look: Look, width: f32) -> Response {
    elided_spec(ui, TextSpec::line(text, style).within(look.article_direction), width)
}

fn elided_spec(ui: &mut Ui, spec: TextSpec<'_>, width: f32) -> Response {
    let layout = egui::layout(ui.ctx(), &spec.clone().wrapped(Wrap::Elide(width, 1)));
    let response = show(ui, spec.text, &layout);
    if !layout.is_elided() {
        return response;
    }
    response.on_hover_ui(|ui| {
        let text = spec.text;
        let all = egui::layout(ui.ctx(), &spec.wrapped(Wrap::At(TOOLTIP)));
        show(ui, text, &all);
    })
}

/// Several lines in the interface's direction, as wide as there is room.
pub fn wrapped(ui: &mut Ui, text: &str, style: TextStyle, look: Look) -> Response {
    lines(ui, text, TextSpec::line(text, style).directed(look.direction))
}

/// Several lines of words of the article.
pub fn wrapped_words(ui: &mut Ui, text: &str, style: TextStyle, look: Look) -> Response {
    lines(ui, text, TextSpec::line(text, style).within(look.article_direction))
}

fn lines(ui: &mut Ui, text: &str, spec: TextSpec<'_>) -> Response {
    let width = ui.available_width();
    let layout = egui::layout(ui.ctx(), &spec.wrapped(Wrap::At(width)));
    let (rect, response) = ui.allocate_exact_size(vec2(width, layout.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().galley(rect.min, layout.galley().clone(), ui.visuals().text_color());
    response
}

/// Words of the article in a soft box; `width` is the most it may take, in points.
pub fn quotation(ui: &mut Ui, text: &str, look: Look, width: f32) -> Response {
    let padding = vec2(size::GRID * 1.5, 0.0);
    let style = TextStyle { line_height: size::LINE_HEIGHT, ..look.article(size::TEXT) };
    let spec = TextSpec::line(text, style).within(look.article_direction);
    let spec = spec.wrapped(Wrap::Elide((width - padding.x * 2.0).max(size::GRID * 4.0), 2));
    let layout = egui::layout(ui.ctx(), &spec);
    let (rect, response) = ui.allocate_exact_size(layout.size() + padding * 2.0, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().rect_filled(rect, CornerRadius::same(4), color(look.palette.soft));
    ui.painter().galley(rect.min + padding, layout.galley().clone(), color(look.palette.ink));
    response
}

/// Has a screen reader say a text whenever it is another one: at once where it must be known now.
pub fn announced(response: &Response, role: Role, text: &str) {
    response.widget_info(|| WidgetInfo::labeled(role, true, text));
    let live = if role == Role::Alert { Live::Assertive } else { Live::Polite };
    response.ctx.accesskit_node_builder(response.id, |node| node.set_live(live));
}

/// The name of a key, as on a keycap.
pub fn key(ui: &mut Ui, text: &str, look: Look) -> Response {
    let layout = egui::layout(ui.ctx(), &TextSpec::line(text, look.small()).directed(Direction::LeftToRight));
    let wanted = layout.size() + vec2(size::GRID * 3.0, size::GRID);
    let (rect, response) = ui.allocate_exact_size(vec2(wanted.x.max(wanted.y), wanted.y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().rect(rect, CornerRadius::same(4), color(look.palette.soft), look.hairline(), StrokeKind::Inside);
    ui.painter().galley(rect.center() - layout.size() / 2.0, layout.galley().clone(), color(look.palette.ink));
    response
}

fn show(ui: &mut Ui, text: &str, layout: &TextLayout) -> Response {
    let (rect, response) = ui.allocate_exact_size(layout.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    if ui.is_rect_visible(rect) {
        ui.painter().galley(rect.min, layout.galley().clone(), ui.visuals().text_color());
    }
    response
}
