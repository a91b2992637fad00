//! The words of the article that are selected, to be copied.
//! A place is a block and a caret in it, so that the title, which may not stand in the text, can be selected too.
//! Knows no pointer, no keys and no colours.

use std::ops::Range;

use super::blocks::Block;
use crate::base::TextSpan;
use crate::text::egui::Caret;
use crate::ui::state::Document;

/// A caret in a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub(super) block: usize,
    pub(super) caret: Caret,
}

impl Place {
    fn order(self) -> (usize, usize) {
        (self.block, self.caret.offset)
    }
}

/// By what a selection grows while the pointer is dragged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Unit {
    #[default]
    Letter,
    Word,
    Block,
}

impl Unit {
    /// What so many presses at one place mean.
    pub(super) fn of_presses(presses: usize) -> Self {
        match (presses.max(1) - 1) % 3 {
            0 => Self::Letter,
            1 => Self::Word,
            _ => Self::Block,
        }
    }
}

/// From where the selection was begun to where it was last extended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Selection {
    /// What was selected by the first press: one place, a word or a block, its start first.
    anchor: (Place, Place),
    /// Where the selection ends, on either side of the anchor.
    pub(super) focus: Place,
    pub(super) unit: Unit,
}

impl Selection {
    /// Begins at one place, or with the word or block around it.
    pub(super) fn begin(unit: Unit, start: Place, end: Place) -> Self {
        Self { anchor: (start, end), focus: end, unit }
    }

    /// Extends it to what lies between two places, which are one while it grows by letters.
    pub(super) fn extend(&mut self, start: Place, end: Place) {
        self.focus = if start.order() < self.anchor.0.order() { start } else { end };
    }

    /// Extends it by a step of the keyboard.
    pub(super) fn move_focus(&mut self, focus: Place) {
        let tail = self.tail();
        *self = Self { anchor: (tail, tail), focus, unit: Unit::Letter };
    }

    /// The fixed end.
    pub(super) fn tail(&self) -> Place {
        if self.focus.order() < self.anchor.1.order() { self.anchor.1 } else { self.anchor.0 }
    }

    /// Whether nothing is selected.
    pub(super) fn is_empty(&self) -> bool {
        self.focus.order() == self.tail().order()
    }

    fn ends(&self) -> (Place, Place) {
        let (tail, focus) = (self.tail(), self.focus);
        if tail.order() <= focus.order() { (tail, focus) } else { (focus, tail) }
    }

    /// The bytes of a block, of `len` bytes, that are selected.
    pub(super) fn within(&self, block: usize, len: usize) -> Range<usize> {
        let (start, end) = self.ends();
        if block < start.block || block > end.block {
            return 0..0;
        }
        let from = if block == start.block { start.caret.offset.min(len) } else { 0 };
        let to = if block == end.block { end.caret.offset.min(len) } else { len };
        from..to.max(from)
    }

    /// The words, in logical order, a line to a paragraph.
    pub(super) fn text(&self, document: &Document, blocks: &[Block]) -> String {
        let (start, end) = self.ends();
        let mut words = String::new();
        for (index, block) in blocks.iter().enumerate().take(end.block.saturating_add(1)).skip(start.block) {
            let text = block.text(document);
            words.push_str(text.get(self.within(index, text.len())).unwrap_or_default());
            if index < end.block && !block.continues {
                words.push('\n');
            }
        }
        words
    }

    /// The bytes of the article that are selected; `None` where nothing is.
    pub(super) fn span(&self, blocks: &[Block]) -> Option<TextSpan> {
        let (start, end) = self.ends();
        let at = |place: Place| {
            let span = blocks.get(place.block)?.span()?;
            Some(span.start + place.caret.offset.min(span.len()))
        };
        let (start, end) = (at(start)?, at(end)?);
        (start < end).then(|| TextSpan::new(start, end))
    }

    /// All of an article.
    pub(super) fn all(document: &Document, blocks: &[Block]) -> Option<Self> {
        let last = blocks.len().checked_sub(1)?;
        let end = Place { block: last, caret: Caret::behind(blocks.get(last)?.text(document).len()) };
        let start = Place::default();
        Some(Self { anchor: (start, start), focus: end, unit: Unit::Letter })
    }
}

#[cfg(test)]
mod tests {
    use super::super::blocks::blocks;
    use super::*;
    use crate::ui::testing;

    fn at(block: usize, offset: usize) -> Place {
        Place { block, caret: Caret::before(offset) }
    }

    #[test]
    fn a_word_stays_selected_in_whatever_direction_the_pointer_goes() {
        let mut selection = Selection::begin(Unit::Word, at(1, 10), at(1, 18));
        assert_eq!(selection.within(1, 90), 10..18);
        selection.extend(at(2, 4), at(2, 9));
        assert_eq!((selection.within(1, 90), selection.within(2, 50)), (10..90, 0..9));
        selection.extend(at(1, 2), at(1, 6));
        assert_eq!((selection.within(1, 90), selection.within(2, 50)), (2..18, 0..0));
        selection.extend(at(1, 10), at(1, 18));
        assert_eq!(selection.within(1, 90), 10..18);
    }

    #[test]
    fn keys_move_the_end_that_was_moved_last() {
        let mut selection = Selection::begin(Unit::Word, at(0, 10), at(0, 18));
        selection.move_focus(at(0, 20));
        assert_eq!(selection.within(0, 90), 10..20);
        selection.extend(at(0, 4), at(0, 4));
        selection.move_focus(at(0, 2));
        assert_eq!(selection.within(0, 90), 2..10);
        selection.move_focus(at(0, 10));
        assert!(selection.is_empty());
    }

    #[test]
    fn all_of_the_article_is_its_lines() {
        let document = testing::document();
        let blocks = blocks(&document);
        let all = Selection::all(&document, &blocks).expect("something to select");
        assert_eq!(all.text(&document, &blocks), document.article.text.trim_end());
        assert!(Selection::all(&document, &[]).is_none());
    }

    #[test]
    fn presses_go_round() {
        let units: Vec<Unit> = (1..5).map(Unit::of_presses).collect();
        assert_eq!(units, [Unit::Letter, Unit::Word, Unit::Block, Unit::Letter]);
    }
}
