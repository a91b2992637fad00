//! The article as blocks under each other, and how high each is.
//! Heights are guessed until a block is laid out, so that opening a long article costs nothing.

use crate::article::paragraphs;
use crate::base::TextSpan;
use crate::base::theme::size;
use crate::ui::state::Document;

/// The distance between two blocks in points.
pub(super) const GAP: f32 = size::GRID * 3.0;

/// A paragraph or the title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Where its words stand in the article's text; `None` for a title that the record names apart.
    pub(super) span: Option<TextSpan>,
    pub(super) role: BlockRole,
}

/// What a block is to the article, which its looks tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockRole {
    Title,
    Heading,
    Paragraph,
    /// Of the page around the article: shown, but faint.
    Page,
}

impl Block {
    /// Its words.
    #[must_use]
    pub(super) fn text<'a>(&self, document: &'a Document) -> &'a str {
        match self.span {
            Some(span) => span.of(&document.article.text),
            None => document.extraction.title.as_deref().or(document.article.title.as_deref()).unwrap_or_default(),
        }
    }
}

/// The blocks of an article: its title, where the text does not open with it, and its paragraphs.
#[must_use]
pub(super) fn blocks(document: &Document) -> Vec<Block> {
    let text = &document.article.text;
    let title = document.extraction.title.as_deref().or(document.article.title.as_deref()).map(str::trim);
    let spans = paragraphs(text);
    let opens_with_title = spans.first().is_some_and(|first| Some(first.of(text)) == title);
    let mut blocks = Vec::with_capacity(spans.len() + 1);
    if title.is_some_and(|title| !title.is_empty()) && !opens_with_title {
        blocks.push(Block { span: None, role: BlockRole::Title });
    }
    for span in spans {
        let is_title = opens_with_title && blocks.is_empty();
        let role = if is_title { BlockRole::Title } else { role(document, span) };
        blocks.push(Block { span: Some(span), role });
    }
    blocks
}

fn role(document: &Document, span: TextSpan) -> BlockRole {
    let is_among = |lines: &[TextSpan]| {
        let after = lines.partition_point(|line| line.end <= span.start);
        lines.get(after).is_some_and(|line| line.overlaps(span))
    };
    if is_among(&document.extraction.page_lines) {
        BlockRole::Page
    } else if is_among(&document.extraction.headings) {
        BlockRole::Heading
    } else {
        BlockRole::Paragraph
    }
}

/// How high the blocks are at one width.
#[derive(Debug, Default)]
pub(super) struct Heights {
    /// The width in points for which they were measured.
    width: f32,
    /// The fonts with which they were measured.
    fonts_generation: u64,
    known: Vec<Option<f32>>,
    guesses: Vec<f32>,
    /// Where each block begins, and after the last one where all ends.
    tops: Vec<f32>,
    /// Blocks before this one have been measured.
    measured_until: usize,
}

impl Heights {
    /// Begins anew where the blocks or the width changed.
    pub(super) fn fit(&mut self, document: &Document, blocks: &[Block], width: f32, fonts_generation: u64) {
        let is_same = self.known.len() == blocks.len() && self.fonts_generation == fonts_generation;
        if is_same && (self.width - width).abs() < 0.5 {
            return;
        }
        let guesses: Vec<f32> = blocks.iter().map(|block| guess(block.text(document).len(), width)).collect();
        *self = Self { width, fonts_generation, known: vec![None; blocks.len()], guesses, tops: Vec::new(), measured_until: 0 };
        self.sum_up();
    }

    /// Forgets all heights: another article.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Notes the height of a block that was laid out.
    pub(super) fn set(&mut self, index: usize, height: f32) {
        let Some(known) = self.known.get_mut(index) else { return };
        if *known != Some(height) {
            *known = Some(height);
            self.sum_up();
        }
    }

    /// The next block, in order, that was not measured.
    pub(super) fn next_unmeasured(&mut self) -> Option<usize> {
        while self.known.get(self.measured_until)?.is_some() {
            self.measured_until += 1;
        }
        Some(self.measured_until)
    }

    /// Where a block begins, in points below the first.
    #[must_use]
    pub(super) fn top(&self, index: usize) -> f32 {
        self.tops.get(index).copied().unwrap_or(0.0)
    }

    /// The height of all blocks.
    #[must_use]
    pub(super) fn total(&self) -> f32 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// The blocks between two depths.
    #[must_use]
    pub(super) fn between(&self, from: f32, to: f32) -> std::ops::Range<usize> {
        let count = self.known.len();
        let first = self.tops.partition_point(|top| *top <= from).saturating_sub(1).min(count);
        let last = self.tops.partition_point(|top| *top < to).min(count);
        first..last.max(first)
    }

    fn sum_up(&mut self) {
        self.tops.clear();
        let mut top = 0.0;
        for (known, guess) in self.known.iter().zip(&self.guesses) {
            self.tops.push(top);
            top += known.unwrap_or(*guess) + GAP;
        }
        self.tops.push(top);
    }
}

/// A letter is about half as wide as high, and an Arabic one takes two bytes.
fn guess(bytes: usize, width: f32) -> f32 {
    let letters = f32::from(u16::try_from(bytes / 2).unwrap_or(u16::MAX));
    let a_line = (width / (size::TEXT_ARTICLE * 0.45)).max(1.0);
    (letters / a_line).ceil().max(1.0) * size::TEXT_ARTICLE * size::LINE_HEIGHT_ARTICLE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing;

    #[test]
    fn a_title_in_the_text_is_not_shown_twice() {
        let mut document = testing::document();
        let shown = blocks(&document);
        assert!(shown.iter().filter(|block| block.role == BlockRole::Title).count() == 1 && shown[0].span.is_some());
        document.extraction.title = Some("عنوان آخر".to_owned());
        let shown = blocks(&document);
        assert_eq!(shown[0], Block { span: None, role: BlockRole::Title });
        assert_eq!(shown[0].text(&document), "عنوان آخر");
        assert!(shown[1..].iter().all(|block| block.role == BlockRole::Paragraph));
    }

    #[test]
    fn the_visible_blocks_are_those_that_the_window_cuts() {
        let document = testing::document();
        let blocks = blocks(&document);
        let mut heights = Heights::default();
        heights.fit(&document, &blocks, 400.0, 0);
        for index in 0..blocks.len() {
            heights.set(index, 88.0);
        }
        assert_eq!(heights.total(), 100.0 * f32::from(u8::try_from(blocks.len()).expect("few blocks")));
        assert_eq!(heights.between(0.0, 50.0), 0..1);
        assert_eq!(heights.between(150.0, 210.0), 1..3);
        assert_eq!(heights.next_unmeasured(), None);
    }

    #[test]
    fn another_width_and_other_fonts_are_measured_again() {
        let document = testing::document();
        let blocks = blocks(&document);
        let mut heights = Heights::default();
        heights.fit(&document, &blocks, 400.0, 0);
        heights.set(0, 88.0);
        heights.fit(&document, &blocks, 400.0, 0);
        assert_eq!(heights.next_unmeasured(), Some(1));
        heights.fit(&document, &blocks, 500.0, 0);
        assert_eq!(heights.next_unmeasured(), Some(0));
        heights.set(0, 88.0);
        heights.fit(&document, &blocks, 500.0, 1);
        assert_eq!(heights.next_unmeasured(), Some(0));
    }
}
