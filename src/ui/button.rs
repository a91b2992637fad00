//! Buttons, chips, links and menu entries: one widget with several looks.

use eframe::egui::{
    Color32, CornerRadius, CursorIcon, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use super::direction::rect_from_start;
use super::look::{Look, pressed_ground};
use super::theme::color;
use crate::base::theme::size;
use crate::text::egui::{self, TextLayout, TextSpec, TextStyle, Wrap};

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// The one main action.
    Primary,
    /// With a border.
    Outlined,
    /// Round ends, small text.
    Chip,
    /// Text in the accent's colour, without a box.
    Link,
    /// A line of a menu, as wide as the menu.
    Entry,
}

/// The share of the width that a text at the end side takes at most.
const MOST_ASIDE: f32 = 0.4;

/// A widget to be clicked.
#[derive(Debug, Clone)]
pub struct Button<'a> {
    text: &'a str,
    shape: Shape,
    id: Option<Id>,
    name: Option<&'a str>,
    aside: Option<&'a str>,
    selected: Option<bool>,
    enabled: bool,
    max_width: Option<f32>,
    color: Option<Color32>,
    small: bool,
    of_article: bool,
}

impl<'a> Button<'a> {
    fn new(text: &'a str, shape: Shape) -> Self {
        let (id, name, aside, selected, max_width, color) = (None, None, None, None, None, None);
        Self { text, shape, id, name, aside, selected, enabled: true, max_width, color, small: false, of_article: false }
    }

    /// The one main action of a surface.
    #[must_use]
    pub fn primary(text: &'a str) -> Self {
        Self::new(text, Shape::Primary)
    }

    /// An action with a border.
    #[must_use]
    pub fn outlined(text: &'a str) -> Self {
        Self::new(text, Shape::Outlined)
    }

    /// A small one with round ends.
    #[must_use]
    pub fn chip(text: &'a str) -> Self {
        Self::new(text, Shape::Chip)
    }

    /// A link.
    #[must_use]
    pub fn link(text: &'a str) -> Self {
        Self::new(text, Shape::Link)
    }

    /// A line of a menu.
    #[must_use]
    pub fn entry(text: &'a str) -> Self {
        Self::new(text, Shape::Entry)
    }

    /// The same, with an id of its own, so that it keeps its focus and its menu from frame to frame.
    #[must_use]
    pub fn with_id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// The same, with words of the article.
    #[must_use]
    pub fn of_article(mut self) -> Self {
        self.of_article = true;
        self
    }

    /// The same, with a name for those who do not see it, where the text is a sign only.
    #[must_use]
    pub fn named(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// The same, with a muted text at the end side: the key of a menu entry.
    #[must_use]
    pub fn with_aside(mut self, aside: &'a str) -> Self {
        self.aside = Some(aside);
        self
    }

    /// The same, as one of several of which one is chosen.
    #[must_use]
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = Some(selected);
        self
    }

    /// The same, and not to be clicked unless `enabled`.
    #[must_use]
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// The same, its text cut where it gets wider, in points.
    #[must_use]
    pub fn at_most(mut self, width: f32) -> Self {
        self.max_width = Some(width);
        self
    }

    /// The same, its text in another colour.
    #[must_use]
    pub fn colored(mut self, color: Color32) -> Self {
        self.color = Some(color);
        self
    }

    /// The same, in small print.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Its width in points, before it is shown.
    #[must_use]
    pub fn width(&self, ui: &Ui, look: Look) -> f32 {
        self.size(&self.layout(ui, look)).x
    }

    /// Shows it where the layout puts it.
    pub fn show(self, ui: &mut Ui, look: Look) -> Response {
        let text = self.layout(ui, look);
        let aside = self.aside.map(|aside| self.aside_layout(ui, look, aside));
        let mut wanted = self.size(&text);
        if let Some(aside) = &aside {
            wanted.x += aside.size().x + size::GRID * 8.0;
        }
        if self.shape == Shape::Entry {
            wanted.x = wanted.x.max(ui.available_width());
        }
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = self.allocate(ui, wanted, sense);
        let name = self.name.unwrap_or(self.text);
        response.widget_info(|| self.info(name));
        if ui.is_rect_visible(rect) {
            self.paint(ui, look, rect, &response, &text, aside.as_ref());
        }
        if self.enabled { response.on_hover_cursor(CursorIcon::PointingHand) } else { response }
    }

    fn aside_layout(&self, ui: &Ui, look: Look, aside: &str) -> TextLayout {
        let spec = TextSpec::line(aside, look.small_muted());
        let spec = match self.max_width {
            Some(width) => spec.wrapped(Wrap::Elide(width * MOST_ASIDE, 1)),
            None => spec,
        };
        egui::layout(ui.ctx(), &spec)
    }

    fn allocate(&self, ui: &mut Ui, wanted: Vec2, sense: Sense) -> (Rect, Response) {
        match self.id {
            None => ui.allocate_exact_size(wanted, sense),
            Some(id) => {
                let (_, rect) = ui.allocate_space(wanted);
                (rect, ui.interact(rect, id, sense))
            }
        }
    }

    fn info(&self, name: &str) -> WidgetInfo {
        let role = if self.shape == Shape::Link { Role::Link } else { Role::Button };
        match self.selected {
            Some(selected) => WidgetInfo::selected(role, self.enabled, selected, name),
            None => WidgetInfo::labeled(role, self.enabled, name),
        }
    }

    fn paint(&self, ui: &Ui, look: Look, rect: Rect, response: &Response, text: &TextLayout, aside: Option<&TextLayout>) {
        let (fill, border) = self.surface(ui, look, response);
        let radius = if self.shape == Shape::Chip { rect.height() / 2.0 } else { size::CORNER };
        ui.painter().rect(rect, radius, fill, border, StrokeKind::Inside);
        if response.has_focus() {
            focus_ring(ui, look, rect, radius);
        }
        let along = match self.shape {
            Shape::Entry => size::GRID * 3.0,
            _ => (rect.width() - text.size().x) / 2.0,
        };
        paint_text(ui, look, rect, along, text);
        if let Some(aside) = aside {
            paint_text(ui, look, rect, rect.width() - size::GRID * 3.0 - aside.size().x, aside);
        }
    }

    fn surface(&self, ui: &Ui, look: Look, response: &Response) -> (Color32, Stroke) {
        let (hovered, pressed) = (response.hovered() && self.enabled, response.is_pointer_button_down_on());
        let ground = match self.shape {
            Shape::Primary if !self.enabled => color(look.palette.soft),
            Shape::Primary => color(look.palette.accent),
            Shape::Outlined | Shape::Chip | Shape::Entry if self.selected == Some(true) => color(look.palette.soft),
            Shape::Outlined | Shape::Chip => color(look.palette.panel),
            Shape::Link => return (Color32::TRANSPARENT, Stroke::NONE),
            Shape::Entry if hovered || pressed => color(look.palette.panel),
            Shape::Entry => Color32::TRANSPARENT,
        };
        let border = match self.shape {
            Shape::Outlined | Shape::Chip => look.hairline(),
            _ => Stroke::NONE,
        };
        (pressed_ground(ui, ground, hovered, pressed), border)
    }

    fn style(&self, look: Look) -> TextStyle {
        let mut style = match self.shape {
            Shape::Primary => look.text(size::TEXT, look.palette.on_accent),
            Shape::Outlined | Shape::Entry => look.body(),
            Shape::Chip => look.small(),
            Shape::Link => look.text(size::TEXT, look.palette.accent),
        };
        if self.small {
            style.size = size::TEXT_SMALL;
        }
        if !self.enabled {
            style.color = color(look.palette.muted);
        }
        if let Some(color) = self.color {
            style.color = color;
        }
        style
    }

    fn layout(&self, ui: &Ui, look: Look) -> TextLayout {
        let spec = TextSpec::line(self.text, self.style(look));
        let spec = if self.of_article { spec.within(look.article_direction) } else { spec };
        let padding = self.padding() * 2.0;
        let spec = match self.max_width {
            Some(width) => spec.wrapped(Wrap::Elide((width - padding).max(size::GRID * 4.0), 1)),
            None => spec,
        };
        egui::layout(ui.ctx(), &spec)
    }

    fn size(&self, text: &TextLayout) -> Vec2 {
        let height = match self.shape {
            Shape::Primary | Shape::Outlined => size::GRID * 8.0,
            Shape::Chip => size::GRID * 6.0,
            Shape::Link => text.size().y,
            Shape::Entry => size::GRID * 8.0,
        };
        let width = text.size().x + self.padding() * 2.0;
        vec2(if self.shape == Shape::Link { width } else { width.max(height) }, height)
    }

    fn padding(&self) -> f32 {
        match self.shape {
            Shape::Primary | Shape::Outlined | Shape::Entry => size::GRID * 3.0,
            Shape::Chip => size::GRID * 2.5,
            Shape::Link => 0.0,
        }
    }
}

/// The ring around the widget that the keyboard acts on.
pub fn focus_ring(ui: &Ui, look: Look, rect: Rect, radius: f32) {
    let stroke = Stroke::new(2.0, color(look.palette.accent));
    ui.painter().rect_stroke(rect.expand(2.0), CornerRadius::from(radius + 2.0), stroke, StrokeKind::Inside);
}

/// Paints a text in `rect`, `along` points from its start, in the middle of its height.
fn paint_text(ui: &Ui, look: Look, rect: Rect, along: f32, text: &TextLayout) {
    let size = text.size();
    let place = rect_from_start(rect, look.direction, along, (rect.height() - size.y) / 2.0, size.x, size.y);
    ui.painter().galley(place.min, text.galley().clone(), color(look.palette.ink));
}
