//! A field for one line of text in any direction: caret, selection, clipboard, input methods.
//! egui's own field puts caret and selection where they would be in a line from left to right.
//! Keeps no text outside of itself: whoever shows it holds it.

use std::fmt;

use eframe::egui::output::IMEOutput;
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Color32, CornerRadius, CursorIcon, Key, Pos2, Rect, Response, Sense, Ui, Vec2, WidgetInfo};
use eframe::egui::{IMEPurpose, Painter, StrokeKind, pos2, vec2};
use parley::{BaseDirection, FontWeight, PlainEditor, StyleProperty};

use super::spec::{TextSpec, TextStyle, Wrap};
use super::undo::History;
use super::{Caret, TextLayout, layout, system, typing};
use crate::base::Direction;

/// From the frame of a field to its text, in points.
const MARGIN: Vec2 = vec2(8.0, 4.0);

/// How a field looks, and how it is called.
#[derive(Debug, Clone, Copy)]
pub struct FieldLook<'a> {
    /// The name that a screen reader says.
    pub name: &'a str,
    /// What stands in an empty field.
    pub placeholder: &'a str,
    /// The text's style.
    pub style: TextStyle,
    /// The colour of the placeholder.
    pub placeholder_color: Color32,
    /// The width in points, frame included.
    pub width: f32,
}

/// The text of a field, its caret and its selection.
pub struct TextField {
    pub(super) editor: PlainEditor<()>,
    /// What the editor was last set up for: a change makes it lay out anew.
    setup: Option<Setup>,
    /// How far the text is scrolled, in points; only where it is wider than the field.
    scroll: f32,
    /// Whether the caret goes to the end as soon as the text is laid out.
    to_end: bool,
    history: History,
}

/// All that the layout of a field depends on but its text.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Setup {
    style: TextStyle,
    scale: f32,
    direction: Direction,
    fonts_generation: u64,
}

impl fmt::Debug for TextField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TextField").field("text", &self.text()).finish_non_exhaustive()
    }
}

impl TextField {
    /// A field with a text, the caret at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut field =
            Self { editor: PlainEditor::new(14.0), setup: None, scroll: 0.0, to_end: true, history: History::default() };
        field.set_text(text);
        field
    }

    /// The text, without what an input method is still composing.
    #[must_use]
    pub fn text(&self) -> String {
        self.editor.text().chars().collect()
    }

    /// Replaces the text; the caret goes to its end.
    pub fn set_text(&mut self, text: &str) {
        self.editor.set_text(&typing::one_line(text));
        self.to_end = true;
    }

    /// Shows the field. The response has `changed` when the text has; Return and Escape give the focus away.
    pub fn show(&mut self, ui: &mut Ui, look: &FieldLook<'_>) -> Response {
        let height = (look.style.size * look.style.line_height).ceil();
        let size = vec2(look.width.max(2.0 * MARGIN.x), height + 2.0 * MARGIN.y);
        let (rect, mut response) = ui.allocate_exact_size(size, Sense::click_and_drag());
        let before = self.text();
        self.accept_value(ui, response.id);
        self.set_up(ui, look.style);
        self.accept_selection(ui, response.id, look.style);
        let inner = rect.shrink2(MARGIN);
        self.interact(ui, &response, inner);
        if self.text() != before {
            response.mark_changed();
        }
        self.set_up(ui, look.style);
        self.history.watch(ui.input(|input| input.time), &self.editor);
        self.tell(ui, &response, look, &before);
        if ui.is_rect_visible(rect) {
            paint_frame(ui, &response, rect);
            self.paint(ui, &response, look, inner);
        }
        response
    }

    /// Brings style, scale and direction up to date; the layout is then that of the text.
    fn set_up(&mut self, ui: &Ui, style: TextStyle) {
        let scale = ui.pixels_per_point();
        let system = system::of(ui.ctx());
        let mut system = system.lock();
        let direction = system.direction_of(self.editor.raw_text());
        let setup = Setup { style, scale, direction, fonts_generation: system.fonts_generation() };
        if self.setup != Some(setup) {
            self.setup = Some(setup);
            self.editor.set_scale(scale);
            self.editor.set_quantize(false);
            self.editor.set_base_direction(match direction {
                Direction::LeftToRight => BaseDirection::Ltr,
                Direction::RightToLeft => BaseDirection::Rtl,
            });
            let styles = self.editor.edit_styles();
            styles.insert(StyleProperty::FontSize(style.size));
            styles.insert(StyleProperty::FontWeight(if style.bold { FontWeight::BOLD } else { FontWeight::NORMAL }));
            styles.insert(StyleProperty::FontFamily(system.families(style.face, direction)));
        }
        let (fonts, layouts) = system.contexts();
        if std::mem::take(&mut self.to_end) {
            self.editor.driver(fonts, layouts).move_to_text_end();
        }
        self.editor.refresh_layout(fonts, layouts);
    }

    fn interact(&mut self, ui: &Ui, response: &Response, inner: Rect) {
        if response.hovered() {
            ui.set_cursor_icon(CursorIcon::Text);
        }
        // A quick click is pressed and released within one frame, and is never seen as held down.
        if (response.is_pointer_button_down_on() || response.clicked()) && !response.has_focus() {
            response.request_focus();
        }
        let scale = ui.pixels_per_point();
        let origin = self.origin(inner, scale);
        typing::apply_pointer(ui, &mut self.editor, response, origin, scale);
        if !response.has_focus() {
            return;
        }
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, typing::KEYS));
        // egui asks for the state of its own field where it is asked whether somebody is typing.
        TextEditState::default().store(ui.ctx(), response.id);
        typing::apply_keys(ui, &mut self.editor, &mut self.history);
        if ui.input(|input| input.key_pressed(Key::Enter)) {
            response.surrender_focus();
        }
    }

    fn tell(&self, ui: &Ui, response: &Response, look: &FieldLook<'_>, before: &str) {
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(ui.is_enabled(), before, self.text(), look.placeholder);
            info.label = Some(look.name.to_owned());
            info
        });
    }

    /// The width of the text in points.
    fn text_width(&self, scale: f32) -> f32 {
        self.editor.try_layout().map_or(0.0, |layout| layout.full_width() / scale)
    }

    /// Where the left top corner of the text is on the screen.
    fn origin(&self, inner: Rect, scale: f32) -> Pos2 {
        let is_rtl = self.setup.is_some_and(|setup| setup.direction.is_rtl());
        let free = inner.width() - self.text_width(scale);
        let x = match (free >= 0.0, is_rtl) {
            (true, true) => inner.right() - self.text_width(scale),
            (true, false) => inner.left(),
            (false, _) => inner.left() - self.scroll,
        };
        pos2(x, inner.top())
    }

    /// Scrolls so that the caret is seen.
    fn scroll_to_caret(&mut self, inner: Rect, caret_x: f32, scale: f32) {
        let most = (self.text_width(scale) - inner.width()).max(0.0);
        let least = (caret_x - inner.width()).clamp(0.0, most);
        self.scroll = self.scroll.clamp(least, caret_x.clamp(least, most));
    }

    fn paint(&mut self, ui: &mut Ui, response: &Response, look: &FieldLook<'_>, inner: Rect) {
        let scale = ui.pixels_per_point();
        let painter = ui.painter_at(inner.expand2(vec2(1.0, MARGIN.y)));
        let caret = self.editor.cursor_geometry(0.0);
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a screen")]
        let caret_x = caret.map_or(0.0, |caret| caret.x0 as f32 / scale);
        self.scroll_to_caret(inner, caret_x, scale);
        let origin = self.origin(inner, scale);
        if response.has_focus() {
            self.paint_selection(ui, &painter, origin, inner, scale);
        }
        let is_empty = self.editor.raw_text().is_empty();
        let x = if is_empty { self.start_of(inner) } else { origin.x + caret_x };
        if is_empty {
            paint_placeholder(ui, &painter, look, inner);
        } else {
            let line = self.line(ui, look.style);
            painter.galley(origin, line.galley().clone(), look.style.color);
            self.tell_letters(ui, response.id, &line, origin);
            if let Some(other) = self.other_caret_x(&line, caret_x).filter(|_| response.has_focus()) {
                let lower_half = inner.center().y..=inner.bottom();
                painter.vline(origin.x + other, lower_half, ui.visuals().text_cursor.stroke);
            }
        }
        if response.has_focus() {
            painter.vline(x, inner.y_range(), ui.visuals().text_cursor.stroke);
            announce_to_input_method(ui, inner, Rect::from_x_y_ranges(x..=x, inner.y_range()));
        }
    }

    /// The other place of the caret, in points, where directions meet: there, letters of the other direction would go.
    fn other_caret_x(&self, line: &TextLayout, caret_x: f32) -> Option<f32> {
        let selection = self.editor.raw_selection();
        let offset = selection.focus().index();
        let places = [Caret::before(offset), Caret::behind(offset)].map(|caret| line.rect_of(caret).left());
        places.into_iter().find(|place| selection.is_collapsed() && (place - caret_x).abs() > 1.0)
    }

    /// Where an empty text starts.
    fn start_of(&self, inner: Rect) -> f32 {
        let is_rtl = self.setup.is_some_and(|setup| setup.direction.is_rtl());
        if is_rtl { inner.right() } else { inner.left() }
    }

    #[expect(clippy::cast_possible_truncation, reason = "pixels of a screen")]
    fn paint_selection(&self, ui: &Ui, painter: &Painter, origin: Pos2, inner: Rect, scale: f32) {
        let color = ui.visuals().selection.bg_fill;
        self.editor.selection_geometry_with(|part, _| {
            let x = origin.x + part.x0 as f32 / scale..=origin.x + part.x1 as f32 / scale;
            painter.rect_filled(Rect::from_x_y_ranges(x, inner.y_range()), CornerRadius::ZERO, color);
        });
    }

    pub(super) fn line(&self, ui: &Ui, style: TextStyle) -> TextLayout {
        let text = self.editor.raw_text();
        let spec = TextSpec::line(text, style);
        match self.editor.try_layout() {
            Some(line) => system::of(ui.ctx()).lock().edited(ui.ctx(), &spec, line),
            None => layout(ui.ctx(), &spec),
        }
    }
}

fn paint_frame(ui: &Ui, response: &Response, rect: Rect) {
    let visuals = ui.style().interact(response);
    // A field at rest has an edge too: on a ground of its own colour it could not be seen otherwise.
    let stroke = match (response.has_focus(), response.hovered()) {
        (true, _) => ui.visuals().selection.stroke,
        (false, true) => visuals.bg_stroke,
        (false, false) => ui.visuals().widgets.noninteractive.bg_stroke,
    };
    ui.painter().rect(rect, visuals.corner_radius, ui.visuals().text_edit_bg_color(), stroke, StrokeKind::Inside);
}

fn paint_placeholder(ui: &Ui, painter: &Painter, look: &FieldLook<'_>, inner: Rect) {
    let style = TextStyle { color: look.placeholder_color, ..look.style };
    let hint = layout(ui.ctx(), &TextSpec::line(look.placeholder, style).wrapped(Wrap::Elide(inner.width(), 1)));
    let is_rtl = system::of(ui.ctx()).lock().direction_of(look.placeholder).is_rtl();
    let x = if is_rtl { inner.right() - hint.size().x } else { inner.left() };
    painter.galley(pos2(x, inner.top()), hint.galley().clone(), look.placeholder_color);
}

fn announce_to_input_method(ui: &Ui, rect: Rect, cursor_rect: Rect) {
    ui.output_mut(|output| {
        output.ime = Some(IMEOutput { purpose: IMEPurpose::Normal, rect, cursor_rect, should_interrupt_composition: false });
    });
}
