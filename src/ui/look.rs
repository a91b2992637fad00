//! The styles of text and surfaces that the panels share, made from the theme's tokens.

use eframe::egui::{Color32, Context, CornerRadius, Frame, Margin, Stroke, Style, Theme, Ui, Visuals};

use super::state::{AppState, Appearance};
use super::theme::{color, palette};
use crate::base::Direction;
use crate::base::theme::{Palette, Rgb, size};
use crate::text::egui::{Face, TextStyle};

/// Colours and direction: what every widget needs to know.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The colours.
    pub palette: &'static Palette,
    /// The direction of the interface.
    pub direction: Direction,
    /// The direction of the article, in which its words are shown wherever they stand.
    pub article_direction: Direction,
}

impl Look {
    /// The look of the window as it stands.
    #[must_use]
    pub fn of(state: &AppState) -> Self {
        let direction = state.i18n.direction();
        let article = state.document().map(|document| document.extraction.language.direction());
        Self { palette: palette(state.appearance), direction, article_direction: article.unwrap_or(direction) }
    }

    /// A text of the interface.
    #[must_use]
    pub fn text(self, points: f32, rgb: Rgb) -> TextStyle {
        TextStyle { face: Face::Interface, size: points, bold: false, color: color(rgb), line_height: size::LINE_HEIGHT }
    }

    /// Plain text of the interface.
    #[must_use]
    pub fn body(self) -> TextStyle {
        self.text(size::TEXT, self.palette.ink)
    }

    /// Bold text of the interface.
    #[must_use]
    pub fn strong(self) -> TextStyle {
        TextStyle { bold: true, ..self.body() }
    }

    /// Secondary text.
    #[must_use]
    pub fn muted(self) -> TextStyle {
        self.text(size::TEXT, self.palette.muted)
    }

    /// Secondary text, small.
    #[must_use]
    pub fn small_muted(self) -> TextStyle {
        self.text(size::TEXT_SMALL, self.palette.muted)
    }

    /// Small text.
    #[must_use]
    pub fn small(self) -> TextStyle {
        self.text(size::TEXT_SMALL, self.palette.ink)
    }

    /// A heading inside a panel.
    #[must_use]
    pub fn heading(self) -> TextStyle {
        TextStyle { bold: true, ..self.text(size::TEXT_HEADING, self.palette.ink) }
    }

    /// Words of the article, of a size.
    #[must_use]
    pub fn article(self, points: f32) -> TextStyle {
        TextStyle {
            face: Face::Article,
            size: points,
            bold: false,
            color: color(self.palette.ink),
            line_height: size::LINE_HEIGHT_ARTICLE,
        }
    }

    /// A hairline between panels.
    #[must_use]
    pub fn hairline(self) -> Stroke {
        Stroke::new(1.0, color(self.palette.line))
    }

    /// The ground of a panel, with a margin on both sides.
    pub fn panel(self, ground: Rgb, across: i8, along: i8) -> Frame {
        Frame::new().fill(color(ground)).inner_margin(Margin::symmetric(across, along))
    }
}

/// The box of a popup that holds more than a menu.
pub fn popup_frame(style: &Style) -> Frame {
    Frame::popup(style).inner_margin(Margin::same(16))
}

/// Sets the toolkit's own widgets (scroll bars, popups, text fields) to our colours.
pub fn apply(ctx: &Context, appearance: Appearance) {
    let theme = match appearance {
        Appearance::Light => Theme::Light,
        Appearance::Dark => Theme::Dark,
    };
    ctx.set_theme(theme);
    ctx.style_mut_of(theme, |style| {
        visuals(&mut style.visuals, palette(appearance));
        style.spacing.item_spacing = eframe::egui::vec2(size::GRID * 2.0, size::GRID * 2.0);
        style.spacing.menu_margin = Margin::same(8);
        style.spacing.window_margin = Margin::same(16);
        style.interaction.selectable_labels = false;
    });
}

fn visuals(visuals: &mut Visuals, palette: &Palette) {
    visuals.panel_fill = color(palette.panel);
    visuals.window_fill = color(palette.panel);
    visuals.window_stroke = Stroke::new(1.0, color(palette.line));
    visuals.extreme_bg_color = color(palette.paper);
    visuals.faint_bg_color = color(palette.soft);
    visuals.override_text_color = Some(color(palette.ink));
    visuals.hyperlink_color = color(palette.accent);
    visuals.error_fg_color = color(palette.error);
    visuals.selection.bg_fill = color(palette.highlight);
    visuals.selection.stroke = Stroke::new(1.0, color(palette.accent));
    let widgets = &mut visuals.widgets;
    for widget in
        [&mut widgets.noninteractive, &mut widgets.inactive, &mut widgets.hovered, &mut widgets.active, &mut widgets.open]
    {
        widget.bg_stroke = Stroke::new(1.0, color(palette.line));
        widget.fg_stroke = Stroke::new(1.0, color(palette.ink));
        widget.corner_radius = CornerRadius::same(6);
        widget.expansion = 0.0;
    }
    widgets.hovered.bg_stroke = Stroke::new(1.0, color(palette.accent));
    widgets.active.bg_stroke = Stroke::new(2.0, color(palette.accent));
}

/// The ground of a button: lighter or darker while the pointer is on it.
#[must_use]
pub fn pressed_ground(ui: &Ui, ground: Color32, hovered: bool, pressed: bool) -> Color32 {
    let towards = ui.visuals().text_color();
    let share = if pressed { 0.12 } else { 0.06 };
    if hovered || pressed { ground.lerp_to_gamma(towards, share) } else { ground }
}
