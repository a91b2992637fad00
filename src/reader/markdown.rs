//! Markdown: the text without its marks, what its front matter says.
//! What is written in HTML inside it is left out.

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::front_matter;
use super::paragraphs::{Paragraphs, under_headline};
use super::text::BYTE_ORDER_MARK;
use super::{ReadCause, Watch};
use crate::article::Article;

/// The article of a Markdown text.
pub(super) fn read(markdown: String, _: &Watch) -> Result<Article, ReadCause> {
    let mut article = Article::default();
    let text = text(markdown.trim_start_matches(BYTE_ORDER_MARK), &mut article);
    article.text = under_headline(article.title.as_deref(), text);
    Ok(article)
}

fn text(markdown: &str, article: &mut Article) -> String {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH;
    let mut text = Paragraphs::default();
    let (mut metadata, mut first_heading) = (None::<String>, None::<String>);
    let mut in_first_heading = false;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::MetadataBlock(MetadataBlockKind::YamlStyle | MetadataBlockKind::PlusesStyle)) => {
                metadata = Some(String::new());
            }
            Event::End(TagEnd::MetadataBlock(_)) => front_matter::apply(&metadata.take().unwrap_or_default(), article),
            Event::Start(Tag::Heading { .. }) => {
                in_first_heading = first_heading.is_none();
                first_heading.get_or_insert_default();
                text.paragraph();
            }
            Event::End(TagEnd::Heading(_)) => {
                in_first_heading = false;
                text.paragraph();
            }
            Event::Text(words) | Event::Code(words) => match &mut metadata {
                Some(block) => block.push_str(&words),
                None => {
                    if in_first_heading {
                        first_heading.get_or_insert_default().push_str(&words);
                    }
                    text.words(&words);
                }
            },
            Event::SoftBreak => text.blank(),
            Event::HardBreak | Event::End(TagEnd::TableCell) => text.line(),
            Event::Start(tag) if is_block(&tag) => text.paragraph(),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock | TagEnd::TableRow) | Event::Rule => text.paragraph(),
            _ => {}
        }
    }
    article.title = article.title.take().or(first_heading).filter(|title| !title.trim().is_empty());
    text.finish()
}

fn is_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph | Tag::Item | Tag::CodeBlock(_) | Tag::BlockQuote(_) | Tag::List(_) | Tag::Table(_) | Tag::TableRow
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_away_and_paragraphs_stay() {
        let markdown = "# وصول **الوفد**\n\nوصل [الوفد](http://example.org) *أمس*\nإلى `العاصمة`.  \nثم غادر.\n\n- بند\n- آخر\n\n> «قول»\n\n<div>x</div>\n";
        let article = read(markdown.to_owned(), &Watch::default()).expect("an article");
        assert_eq!(article.text, "وصول الوفد\n\nوصل الوفد أمس إلى العاصمة.\nثم غادر.\n\nبند\n\nآخر\n\n«قول»");
        assert_eq!(article.title.as_deref(), Some("وصول الوفد"));
    }

    #[test]
    fn front_matter_is_no_part_of_the_text() {
        let article = read("\u{FEFF}---\ntitle: وصول\ndate: 2024-03-03\n---\n\nوصل أمس.\n".to_owned(), &Watch::default())
            .expect("an article");
        assert_eq!(article.text, "وصول\n\nوصل أمس.");
        assert_eq!(article.published.map(|published| published.value.to_string()).as_deref(), Some("2024-03-03"));
        let plain = read("--- \nوصل أمس.\n".to_owned(), &Watch::default()).expect("an article");
        assert_eq!((plain.text.as_str(), plain.title), ("وصل أمس.", None));
    }
}
