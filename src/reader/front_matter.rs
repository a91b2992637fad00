//! The block of `key: value` at the head of a Markdown file. Only plain values are understood, which is all that an article needs.
//! Knows no Markdown.

use crate::article::{Article, Published, PublishedOrigin};
use crate::base::Moment;

/// Takes over what the block says.
pub(super) fn apply(block: &str, article: &mut Article) {
    for (key, value) in block.lines().filter_map(entry) {
        match key.to_ascii_lowercase().as_str() {
            "title" => article.title = Some(value),
            "author" | "authors" | "by" => article.author = Some(value),
            "source" | "publisher" | "site" => article.source = Some(value),
            "url" | "link" | "canonical" => article.url = Some(value),
            "date" | "published" | "pubdate" => set_published(article, value),
            _ => {}
        }
    }
}

fn set_published(article: &mut Article, value: String) {
    match Moment::parse(&value) {
        Some(value) => article.published = Some(Published { value, origin: PublishedOrigin::Metadata }),
        None => article.bylines.push(value),
    }
}

/// Key and value of a line; lists in brackets are read as their items with commas between.
fn entry(line: &str) -> Option<(&str, String)> {
    let (key, value) = line.split_once([':', '='])?;
    if key.starts_with([' ', '\t', '-', '#']) {
        return None;
    }
    let value = value.trim();
    let items = match value.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
        Some(list) => list.split(',').map(unquoted).collect::<Vec<_>>().join(", "),
        None => unquoted(value),
    };
    (!items.is_empty()).then(|| (key.trim(), items))
}

fn unquoted(value: &str) -> String {
    let value = value.trim();
    let inner = |mark: char| value.strip_prefix(mark)?.strip_suffix(mark);
    match (inner('"'), inner('\'')) {
        (Some(inner), _) => inner.replace("\\\"", "\"").replace("\\\\", "\\"),
        (None, Some(inner)) => inner.replace("''", "'"),
        (None, None) => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_values_are_understood() {
        let block = "title: \"اتفاق: \\\"معبر\\\"\"\nauthor: [سالم, 'نور']\nsource: المرفأ\nDate: 2024-03-03 08:30\n# a: b\n  url: x\nurl: https://example.org/a:b";
        let mut article = Article::default();
        apply(block, &mut article);
        let text = |value: &str| Some(value.to_owned());
        assert_eq!((article.title, article.author), (text("اتفاق: \"معبر\""), text("سالم, نور")));
        assert_eq!((article.source, article.url), (text("المرفأ"), text("https://example.org/a:b")));
        assert_eq!(article.published.map(|published| published.value.to_string()), text("2024-03-03T08:30"));
    }

    #[test]
    fn a_date_in_words_is_left_to_extraction() {
        let mut article = Article::default();
        apply("date = \"3 آذار 2024\"", &mut article);
        assert_eq!((article.published, article.bylines), (None, vec!["3 آذار 2024".to_owned()]));
    }
}
