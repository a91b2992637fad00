//! Text on the screen: bidi, shaping, line breaking, hit tests.
//!
//! A text is laid out in physical pixels by Parley with the fonts of `assets/fonts`, and with those that are handed in for
//! letters that these lack. The result, a `block::Block`, is plain data: glyphs and clusters line by line. Only `text/egui` knows egui: it turns a block into
//! what egui paints. Knows no widgets, no articles and no languages of the interface.

#![cfg_attr(not(feature = "window"), allow(dead_code, reason = "much of it is for the toolkit that the window is painted by"))]

#[cfg(feature = "window")]
pub mod egui;

mod block;
mod caret;
mod direction;
mod elide;
mod engine;
mod faces;
mod fonts;
mod hit;
pub mod inspect;
mod line;
mod missing;
mod paragraph;
mod pieces;
#[cfg(test)]
mod place_laws;
#[cfg(test)]
mod tests;

pub use caret::{Beyond, Caret, CaretStep};
pub use direction::{direction_within, first_strong};
pub use fonts::FontFile;
pub use missing::{Coverage, coverage, is_emoji, shows};
pub use pieces::{MAX_PIECE, pieces};

/// A family of faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    /// A sans, for the interface.
    Interface,
    /// A Naskh, for the article and its quotations.
    Article,
}

/// The side on which lines begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Align {
    /// Where the paragraph's direction starts.
    Start,
    /// In the middle.
    Center,
    /// Where the paragraph's direction ends.
    End,
}
