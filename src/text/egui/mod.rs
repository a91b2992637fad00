//! Text in egui: the one way in which `ui` and `app` put words on the screen.
//! PROVISIONAL BODY: the signatures stand, the work is still egui's own (wrong for Arabic).

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{Color32, Context, FontId, Galley, Pos2, Rect, Vec2, WidgetText, text::LayoutJob, text::TextFormat};

use crate::base::Direction;

/// A family of faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    /// A sans, for the interface.
    Interface,
    /// A Naskh, for the article and its quotations.
    Article,
}

/// Size, weight and colour of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStyle {
    /// Which family.
    pub face: Face,
    /// In points.
    pub size: f32,
    /// Whether it is bold.
    pub bold: bool,
    /// The colour.
    pub color: Color32,
    /// As a multiple of the size.
    pub line_height: f32,
}

/// Where lines end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Wrap {
    /// Only where the text says so.
    None,
    /// At a width in points.
    At(f32),
    /// At a width in points, at most so many lines; what does not fit is cut at the logical end, with an ellipsis.
    Elide(f32, usize),
}

/// The side on which lines begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Where the paragraph's direction starts.
    Start,
    /// In the middle.
    Center,
    /// Where the paragraph's direction ends.
    End,
}

/// A style of part of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct StyledRange {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Its colour; `None` leaves it.
    pub color: Option<Color32>,
    /// Whether it is bold; `None` leaves it.
    pub bold: Option<bool>,
}

/// A text to be laid out. Several paragraphs are separated by `\n`.
#[derive(Debug, Clone, PartialEq)]
pub struct TextSpec<'a> {
    /// In logical order.
    pub text: &'a str,
    /// The style of all of it.
    pub style: TextStyle,
    /// Where parts differ.
    pub ranges: Vec<StyledRange>,
    /// The direction; `None`: each paragraph by its first strong letter.
    pub direction: Option<Direction>,
    /// Where lines end.
    pub wrap: Wrap,
    /// The side on which lines begin.
    pub align: Align,
}

impl<'a> TextSpec<'a> {
    /// A text on one line, its direction by its first strong letter.
    #[must_use]
    pub fn line(text: &'a str, style: TextStyle) -> Self {
        Self { text, style, ranges: Vec::new(), direction: None, wrap: Wrap::None, align: Align::Start }
    }

    /// The same, with another way of ending lines.
    #[must_use]
    pub fn wrapped(mut self, wrap: Wrap) -> Self {
        self.wrap = wrap;
        self
    }

    /// The same, with a direction.
    #[must_use]
    pub fn directed(mut self, direction: Direction) -> Self {
        self.direction = Some(direction);
        self
    }
}

/// Makes the context draw our faces. To be called once, before the first frame.
pub fn install(_ctx: &Context) {}

/// One line, for egui's own labels, buttons and tooltips.
#[must_use]
pub fn widget_text(ctx: &Context, text: &str, style: TextStyle) -> WidgetText {
    WidgetText::Galley(layout(ctx, &TextSpec::line(text, style)).galley().clone())
}

/// A laid out text: to be painted, measured and hit.
#[derive(Debug, Clone)]
pub struct TextLayout {
    galley: Arc<Galley>,
}

/// Lays a text out; cached between frames.
#[must_use]
pub fn layout(ctx: &Context, spec: &TextSpec<'_>) -> TextLayout {
    let mut job = LayoutJob::default();
    job.append(
        spec.text,
        0.0,
        TextFormat { font_id: FontId::proportional(spec.style.size), color: spec.style.color, ..Default::default() },
    );
    match spec.wrap {
        Wrap::None => {}
        Wrap::At(width) => job.wrap.max_width = width,
        Wrap::Elide(width, lines) => {
            job.wrap.max_width = width;
            job.wrap.max_rows = lines;
        }
    }
    TextLayout { galley: ctx.fonts_mut(|fonts| fonts.layout_job(job)) }
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
        self.galley.elided
    }

    /// The byte of the text nearest to a point, relative to the layout's top left corner.
    #[must_use]
    pub fn offset_at(&self, _point: Pos2) -> usize {
        0
    }

    /// The byte under a point; `None` where there is no letter.
    #[must_use]
    pub fn offset_under(&self, _point: Pos2) -> Option<usize> {
        None
    }

    /// The rectangles that cover a range of bytes, one for each line and direction, relative to the top left corner.
    #[must_use]
    pub fn rects_of(&self, _range: Range<usize>) -> Vec<Rect> {
        Vec::new()
    }
}
