//! From a file or a text to a document. Runs in a worker.

use std::path::Path;
use std::time::Instant;

use crate::article::{Article, Published, PublishedOrigin};
use crate::base::{Message, Moment};
use crate::extract::{self, Options};
use crate::reader::{self, ReadOptions};
use crate::ui::state::Document;

/// Reads a file and finds what it says.
///
/// # Errors
/// What to say where it cannot be read.
pub(super) fn path(path: &Path, generation: u64) -> Result<Document, Message> {
    let opened = reader::read_path(path, &ReadOptions::default()).map_err(|error| error.message())?;
    Ok(Document { file_date: reader::file_date(path), ..document(opened.article, &Options::default(), generation) })
}

/// The article that is shown where none was named.
pub(super) fn bundled(generation: u64) -> Document {
    document(reader::bundled(), &Options::default(), generation)
}

/// Finds what a text says.
///
/// # Errors
/// Where it holds nothing but blanks.
pub(super) fn text(text: String, generation: u64) -> Result<Document, Message> {
    if text.trim().is_empty() {
        return Err(Message::new("paste-empty"));
    }
    Ok(document(Article { text, ..Article::default() }, &Options::default(), generation))
}

/// The same article against another publication date; `None`: unknown.
pub(super) fn resolved(before: &Document, published: Option<Moment>, generation: u64) -> Document {
    let options = Options {
        published: published.map(|value| Published { value, origin: PublishedOrigin::Given }),
        published_unknown: published.is_none(),
        language: None,
    };
    Document { file_date: before.file_date, ..document(before.article.clone(), &options, generation) }
}

fn document(article: Article, options: &Options, generation: u64) -> Document {
    let since = Instant::now();
    let extraction = extract::extract(&article, options);
    Document { generation, article, extraction, elapsed: since.elapsed(), file_date: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_no_article() {
        assert_eq!(text(" \n\u{a0}".to_owned(), 1).err(), Some(Message::new("paste-empty")));
    }

    #[test]
    fn a_given_date_replaces_the_article_s_own_and_unknown_takes_it_away() {
        let day = Moment::ymd(2024, 3, 15).expect("a day");
        let before = text("وصل الوفد أمس.".to_owned(), 1).expect("a text");
        let given = resolved(&before, Some(day), 2);
        assert_eq!(given.extraction.published, Some(Published { value: day, origin: PublishedOrigin::Given }));
        assert_eq!((given.generation, &given.article), (2, &before.article));
        assert_eq!(resolved(&given, None, 3).extraction.published, None);
    }
}
