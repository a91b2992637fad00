//! The article as it was read: its text and what is said about it.
//! Knows no file format and no event.

use crate::base::{Language, Moment, TextSpan};

/// An article. `text` is never changed after reading: all spans point into it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// What the input calls it.
    pub id: Option<String>,
    /// The text as it was given, byte for byte.
    pub text: String,
    /// All text of the input, where `text` leaves some of it out: menus and lists around a page's article, the numbers of pages.
    pub everything: Option<String>,
    /// The title, where the input names one apart from the text.
    pub title: Option<String>,
    /// The newspaper, agency or site.
    pub source: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Where it stands on the web; never fetched.
    pub url: Option<String>,
    /// A remark of whoever prepared the record.
    pub note: Option<String>,
    /// The language, where the input names it.
    pub language: Option<Language>,
    /// The publication date, where the input names it.
    pub published: Option<Published>,
    /// The name of the file it came from, without its folder.
    pub file_name: Option<String>,
    /// A `published` of the input that is no date.
    pub unreadable_published: Option<String>,
    /// Lines of the input, beside its text, that may say in words when it was published, the likeliest first.
    pub bylines: Vec<String>,
}

/// When an article was published, and how that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// The day, or the minute.
    pub value: Moment,
    /// Where it was found.
    pub origin: PublishedOrigin,
}

/// Where a publication date was found, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PublishedOrigin {
    /// The reader or the command line said so.
    Given,
    /// The record or the page's metadata.
    Metadata,
    /// The line that opens a report: «عمّان، 3 تشرين الثاني».
    Dateline,
    /// The text names it: «اليوم (الاثنين)».
    Text,
    /// The name of the file.
    FileName,
}

impl PublishedOrigin {
    /// All of them, the surest first.
    pub const ALL: [Self; 5] = [Self::Given, Self::Metadata, Self::Dateline, Self::Text, Self::FileName];

    /// The word of the JSON contract.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Metadata => "metadata",
            Self::Dateline => "dateline",
            Self::Text => "text",
            Self::FileName => "file-name",
        }
    }
}

/// The lines of `text` that hold something, in order, without their line breaks and outer blanks.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<TextSpan> {
    let mut spans = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{2029}']) {
        let inner = line.trim();
        if !inner.is_empty() {
            let lead = line.len() - line.trim_start().len();
            spans.push(TextSpan::new(start + lead, start + lead + inner.len()));
        }
        start += line.len();
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_the_lines_that_hold_something() {
        let text = "أول\r\n\r\n  ثانٍ \n\nthird";
        let words: Vec<&str> = paragraphs(text).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(words, ["أول", "ثانٍ", "third"]);
        assert!(paragraphs(" \n\t\n").is_empty());
    }
}
