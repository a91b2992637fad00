//! What a file holds: articles, a table of events, or a project. Runs in a worker. Knows nothing of what an article says.

use std::path::Path;
use std::sync::Arc;

use super::jobs::Worker;
use super::records::records;
use crate::article::Article;
use crate::base::{Message, Moment};
use crate::event::{EventTable, KnownArticle};
use crate::project::store::Stamp;
use crate::project::{self, Project, ProjectError};
use crate::reader::{self, Format, ReadCause, ReadError, ReadOptions, Watch};
use crate::ui::state::ReadAs;
use crate::ui::tabs::{Failure, Origin, Reading, Remedy};

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct Contents {
    pub(super) articles: Vec<KnownArticle>,
    /// The events, where it holds them and no article.
    pub(super) table: Option<Arc<EventTable>>,
    pub(super) n_unreadable: usize,
    pub(super) read_as: Option<ReadAs>,
    pub(super) file_date: Option<Moment>,
    /// The project, where it is one, and what its file holds.
    pub(super) project: Option<(Box<Project>, Stamp)>,
}

/// Reads what a tab shows; nothing is looked for in it yet.
///
/// # Errors
/// What to say where it cannot be read.
pub(super) fn read(origin: &Origin, reading: Reading, worker: &Worker) -> Result<Contents, Failure> {
    let alone = |article: Article| Contents { articles: vec![article.into()], ..Contents::default() };
    match origin {
        Origin::Bundled => Ok(alone(reader::bundled())),
        Origin::Text(text) if text.trim().is_empty() => Err(failure(Message::new("paste-empty"))),
        Origin::Text(text) => Ok(alone(Article { text: text.to_string(), ..Article::default() })),
        Origin::Page(html) => {
            // Whoever copied a part of a page wants all of it.
            let page = Reading { format: Some(Format::Html.message_key()), everything: true, ..reading };
            contents(html.as_bytes().to_vec(), None, page, worker.watch()).map_err(|cause| failure(cause.message()))
        }
        Origin::File(path) => {
            let options = ReadOptions { any_size: reading.any_size, watch: worker.watch().clone(), ..ReadOptions::default() };
            let unread = |error: ReadError| Failure { remedy: remedy(&error.cause, reading), message: error.message() };
            let bytes = reader::read_file(path, &options).map_err(unread)?;
            if reading.format.is_none() && project::is_project(&bytes) {
                let damaged = |error: ProjectError| failure(error.of_file(path));
                let project = project::load(&bytes).map_err(damaged)?;
                return Ok(Contents { project: Some((Box::new(project), Stamp::of(&bytes))), ..Contents::default() });
            }
            let other = |cause| Failure { message: ReadError::new(path, cause).message(), remedy: Remedy::OtherReading };
            let contents = contents(bytes, Some(path), reading, worker.watch()).map_err(other)?;
            Ok(Contents { file_date: reader::file_date(path), ..contents })
        }
    }
}

fn failure(message: Message) -> Failure {
    Failure { message, remedy: Remedy::Again }
}

/// What may help where the bytes of a file cannot be had.
fn remedy(cause: &ReadCause, reading: Reading) -> Remedy {
    if matches!(cause, ReadCause::TooLarge(_)) && !reading.any_size { Remedy::AnySize } else { Remedy::Again }
}

/// The articles in `bytes`, read as the person wants and else as they seem to be.
fn contents(bytes: Vec<u8>, path: Option<&Path>, reading: Reading, watch: &Watch) -> Result<Contents, ReadCause> {
    let named = reading.format.and_then(|key| Format::ALL.into_iter().find(|format| format.message_key() == key));
    if bytes.is_empty() {
        return Err(ReadCause::Empty);
    }
    let format = named.map_or_else(|| reader::detect(&bytes, path), Ok)?;
    if format == Format::JsonLines {
        return records(&bytes, path, watch);
    }
    let encoding = reading.encoding.and_then(reader::Encoding::from_label);
    let options = ReadOptions { format: Some(format), encoding, any_size: reading.any_size, watch: watch.clone() };
    let opened = reader::read_all_articles(bytes, path, &options)?;
    let read_as = opened.first().map(|first| ReadAs {
        format: first.format.message_key(),
        encoding: first.encoding.map(reader::Encoding::name),
        has_more: opened.iter().any(|opened| opened.article.everything.is_some()),
    });
    let events = opened.iter().find_map(|opened| opened.events.as_ref());
    let table = events.map(|events| events.table.clone());
    let n_unreadable = events.and_then(|events| events.unreadable).map_or(0, |unreadable| unreadable.count);
    let wanted = |known: KnownArticle| if reading.everything { with_everything(known.article).into() } else { known };
    let articles = opened.into_iter().map(|opened| wanted(opened.into_known())).collect();
    Ok(Contents { articles, table, n_unreadable, read_as, ..Contents::default() })
}

/// An article whose text is all that its file holds.
fn with_everything(article: Article) -> Article {
    match article.everything {
        Some(text) => Article { text, everything: None, ..article },
        None => article,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_s_word_on_format_and_encoding_counts_more_than_the_bytes() {
        let read = |bytes: &[u8], reading| contents(bytes.to_vec(), None, reading, &Watch::default()).expect("an article");
        let page = b"<html><body><p>\xC7\xE1\xCE\xC8\xD1</p></body></html>";
        let as_page = read(page, Reading { encoding: Some("windows-1256"), ..Reading::default() });
        assert_eq!(as_page.articles[0].article.text.trim(), "الخبر");
        let as_text = read(page, Reading { format: Some(Format::Text.message_key()), ..Reading::default() });
        assert!(as_text.articles[0].article.text.starts_with("<html>"));
        assert_eq!(as_text.read_as.map(|read_as| read_as.format), Some(Format::Text.message_key()));
    }

    #[test]
    fn all_records_of_a_file_are_there_and_one_is_extracted() {
        let lines = b"{\"text\":\"\xD8\xA3\"}\nno record\n\n{\"text\":\"\xD8\xA8\",\"title\":\"t\"}\n";
        let found =
            contents(lines.to_vec(), Some(Path::new("many.jsonl")), Reading::default(), &Watch::default()).expect("records");
        assert_eq!((found.articles.len(), found.n_unreadable), (2, 1));
        assert_eq!(found.articles[1].article.title.as_deref(), Some("t"));
        let none = contents(b"no record\n".to_vec(), Some(Path::new("none.jsonl")), Reading::default(), &Watch::default());
        assert!(matches!(none, Err(ReadCause::JsonLine { .. })), "{none:?}");
    }
}
