//! The article as blocks under each other: its title and its paragraphs, the longest of them in pieces.

use crate::article::paragraphs;
use crate::base::{Direction, TextSpan};
use crate::text::{direction_within, pieces};
use crate::ui::state::Document;

/// A paragraph or the title, or a piece of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Where its words stand: in the article's text, or in the title where that stands apart.
    place: TextSpan,
    /// Whether it is of a title that the record names apart from the text.
    is_apart: bool,
    pub(super) role: BlockRole,
    /// That of the whole paragraph.
    pub(super) direction: Direction,
    /// Whether the next block is the next piece of the same paragraph.
    pub(super) continues: bool,
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
        self.place.of(if self.is_apart { title(document).unwrap_or_default() } else { &document.article.text })
    }

    /// Where its words stand in the article's text; `None` for a title that the record names apart.
    #[must_use]
    pub(super) fn span(&self) -> Option<TextSpan> {
        (!self.is_apart).then_some(self.place)
    }
}

/// The blocks of an article: its title, where the text does not open with it, and its paragraphs.
#[must_use]
pub(super) fn blocks(document: &Document) -> Vec<Block> {
    let text = &document.article.text;
    let title = title(document);
    let language = document.extraction.language.direction();
    let spans = paragraphs(text);
    let opens_with_title = spans.first().is_some_and(|first| Some(first.of(text)) == title);
    let mut blocks = Vec::with_capacity(spans.len() + 1);
    if let Some(title) = title.filter(|title| !title.is_empty() && !opens_with_title) {
        let direction = direction_within(title, language);
        push(&mut blocks, title, TextSpan::new(0, title.len()), direction, true, BlockRole::Title);
    }
    for span in spans {
        let is_title = opens_with_title && blocks.is_empty();
        let role = if is_title { BlockRole::Title } else { role(document, span) };
        push(&mut blocks, text, span, direction_within(span.of(text), language), false, role);
    }
    blocks
}

fn title(document: &Document) -> Option<&str> {
    document.extraction.title.as_deref().or(document.article.title.as_deref()).map(str::trim)
}

/// Adds a paragraph, piece by piece.
fn push(blocks: &mut Vec<Block>, text: &str, paragraph: TextSpan, direction: Direction, is_apart: bool, role: BlockRole) {
    let words = paragraph.of(text);
    for piece in pieces(words) {
        let continues = piece.end < words.len();
        let place = TextSpan::new(paragraph.start + piece.start, paragraph.start + piece.end);
        blocks.push(Block { place, is_apart, role, direction, continues });
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::MAX_PIECE;
    use crate::ui::testing;

    #[test]
    fn a_title_in_the_text_is_not_shown_twice() {
        let mut document = testing::document();
        let shown = blocks(&document);
        assert!(shown.iter().filter(|block| block.role == BlockRole::Title).count() == 1 && shown[0].span().is_some());
        document.extraction.title = Some("عنوان آخر".to_owned());
        let shown = blocks(&document);
        assert_eq!((shown[0].role, shown[0].span()), (BlockRole::Title, None));
        assert_eq!(shown[0].text(&document), "عنوان آخر");
        assert!(shown[1..].iter().all(|block| block.role == BlockRole::Paragraph));
    }

    #[test]
    fn a_long_paragraph_and_a_long_title_come_in_pieces() {
        let mut document = testing::document();
        let long = format!("USS فورد {}", "وصلت أمس ".repeat(3000).trim());
        document.article.text = format!("{long}\nسطر آخر");
        document.extraction.title = Some(long.replace("أمس", "غدا"));
        let shown = blocks(&document);
        let joined = |is_apart: bool| -> String {
            let of_one = shown[..shown.len() - 1].iter().filter(|block| block.is_apart == is_apart);
            of_one.map(|block| block.text(&document)).collect()
        };
        assert_eq!(joined(false), long);
        assert_eq!(joined(true), long.replace("أمس", "غدا"));
        assert!(shown.len() > 8 && shown.iter().all(|block| block.text(&document).len() <= MAX_PIECE));
        let ends = shown.iter().filter(|block| !block.continues).count();
        assert_eq!(ends, 3, "the title, the long paragraph, the short one");
        assert!(shown.iter().all(|block| block.direction == Direction::RightToLeft), "the article is Arabic");
        assert_eq!(shown.last().map(|block| block.text(&document)), Some("سطر آخر"));
    }

    #[test]
    fn a_paragraph_without_a_letter_of_the_article_s_direction_has_its_own() {
        let mut document = testing::document();
        document.extraction.title = None;
        document.article.text = "USS Ford تصل\nReuters, 2024\n12/3/2024".to_owned();
        let directions: Vec<Direction> = blocks(&document).iter().map(|block| block.direction).collect();
        assert_eq!(directions, [Direction::RightToLeft, Direction::LeftToRight, Direction::RightToLeft]);
    }
}
