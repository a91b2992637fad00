//! What is to be laid out, in points and egui's colours.

use std::ops::Range;

use eframe::egui::Color32;

use super::{Align, Face};
use crate::base::Direction;
use crate::text::direction_within;

/// Size, weight and colour of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStyle {
    /// Which family.
    pub face: Face,
    /// In points.
    pub size: f32,
    /// Whether it is bold.
    pub bold: bool,
    /// The colour. [`Color32::PLACEHOLDER`] leaves it to who paints the text.
    pub color: Color32,
    /// As a multiple of the size.
    pub line_height: f32,
}

/// Where lines end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Wrap {
    /// Only where the text says so.
    None,
    /// At a width in points. The layout is as wide as that: right-to-left lines begin at its right edge.
    At(f32),
    /// At a width in points, at most so many lines; what does not fit is cut at the logical end, with an ellipsis.
    /// The layout is as wide as its widest line.
    Elide(f32, usize),
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
    /// Where parts differ; later ones over earlier ones.
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

    /// The same, as part of a text that runs in a direction: in that, where it has any letter that does.
    #[must_use]
    pub fn within(self, surrounding: Direction) -> Self {
        let direction = direction_within(self.text, surrounding);
        self.directed(direction)
    }

    /// The same, aligned otherwise.
    #[must_use]
    pub fn aligned(mut self, align: Align) -> Self {
        self.align = align;
        self
    }

    /// The same, with parts that differ.
    #[must_use]
    pub fn with_ranges(mut self, ranges: Vec<StyledRange>) -> Self {
        self.ranges = ranges;
        self
    }
}
