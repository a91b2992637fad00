//! Paragraphs: where a text has them, and the shaping of one.
//! Each is shaped by itself, so that an unclosed bidi control cannot leak out of its own paragraph.

use std::borrow::Cow;
use std::ops::Range;

use parley::{BaseDirection, FontWeight, Layout, LayoutContext, OverflowWrap, StyleProperty};

use super::Face;
use super::fonts::Fonts;
use crate::base::Direction;

/// Styles that change more often than this inside one paragraph are dropped: Parley counts styles in 16 bits.
const MAX_STYLE_CHANGES: usize = 16_000;

/// Everything but its text that shapes a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ParagraphStyle {
    pub(crate) face: Face,
    /// In physical pixels.
    pub(crate) size: f32,
    pub(crate) bold: bool,
    pub(crate) direction: Direction,
    /// Bytes of the paragraph that differ in weight, later ones over earlier ones.
    pub(crate) weights: Vec<(Range<usize>, bool)>,
}

/// The byte ranges of the paragraphs of a text, without what separates them. An empty text has one.
pub(crate) fn paragraphs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = text.get(start..)?;
        let Some((length, separator)) = rest.char_indices().find(|&(_, c)| is_separator(c)) else {
            next = None;
            return Some(start..text.len());
        };
        let end = start + length;
        let separator_len = if text[end..].starts_with("\r\n") { 2 } else { separator.len_utf8() };
        next = Some(end + separator_len);
        Some(start..end)
    })
}

/// Whether a character ends a paragraph or a line by itself. Source: UAX #9, bidi class B; UAX #14, class BK.
fn is_separator(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The text with every other control character as a space or tab of the same number of bytes, so that offsets stay.
/// Fonts have no glyphs for them, and some would end a line. What separates segments goes on to do so: UAX #9, class S.
fn without_controls(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| c.is_control() && c != '\t') {
        return Cow::Borrowed(text);
    }
    let space = |c: char| match (c.is_control(), c.len_utf8()) {
        (true, 1) if matches!(c, '\t' | '\u{B}' | '\u{1F}') => '\t',
        (true, 1) => ' ',
        (true, _) => '\u{A0}',
        (false, _) => c,
    };
    Cow::Owned(text.chars().map(space).collect())
}

/// Shapes a paragraph; its lines are not broken yet.
pub(crate) fn shape(fonts: &mut Fonts, layouts: &mut LayoutContext<()>, text: &str, style: &ParagraphStyle) -> Layout<()> {
    let text = without_controls(text);
    let families = fonts.families(style.face, style.direction);
    let mut builder = layouts.ranged_builder(&mut fonts.context, &text, 1.0, false);
    builder.set_base_direction(match style.direction {
        Direction::LeftToRight => BaseDirection::Ltr,
        Direction::RightToLeft => BaseDirection::Rtl,
    });
    builder.push_default(StyleProperty::FontFamily(families));
    builder.push_default(StyleProperty::FontSize(style.size));
    builder.push_default(StyleProperty::FontWeight(weight(style.bold)));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
    for (range, bold) in style.weights.iter().take(MAX_STYLE_CHANGES) {
        builder.push(StyleProperty::FontWeight(weight(*bold)), range.clone());
    }
    builder.build(&*text)
}

fn weight(bold: bool) -> FontWeight {
    if bold { FontWeight::BOLD } else { FontWeight::NORMAL }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        paragraphs(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn every_separator_ends_a_paragraph_and_none_is_lost() {
        assert_eq!(split(""), [""]);
        assert_eq!(split("أ"), ["أ"]);
        assert_eq!(split("أ\nب\r\nج\rد\u{2029}هـ"), ["أ", "ب", "ج", "د", "هـ"]);
        assert_eq!(split("\n\n"), ["", "", ""]);
        assert_eq!(split("أ\n"), ["أ", ""]);
    }

    #[test]
    fn controls_become_spaces_of_the_same_length() {
        for text in ["a\tb", "\u{0}\u{B}\u{1B}", "a\u{80}b\u{9F}", "أ\u{202E}ب"] {
            let clean = without_controls(text);
            assert_eq!(clean.len(), text.len());
            assert!(!clean.contains(|c: char| c.is_control() && c != '\t'));
        }
    }
}
