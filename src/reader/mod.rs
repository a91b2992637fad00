//! From a file or bytes to an article. One file a format; how one is recognised stands in `format`.
//! Knows no events: what a text says is `extract`'s to find. Never waits, fetches or runs anything.

mod archive;
mod docx;
mod encoding;
mod epub;
mod error;
mod events;
mod feed;
mod file;
mod format;
mod front_matter;
mod html;
mod json;
mod lines;
mod mail;
mod markdown;
mod odt;
mod office;
mod paragraphs;
mod pdf;
mod record;
mod rtf;
mod text;
mod warc;
mod watch;
mod xml;

use std::path::Path;

pub use self::encoding::Encoding;
use self::encoding::Hints;
pub use self::error::{ReadCause, ReadError};
pub use self::events::{EventFile, Unreadable};
pub use self::file::{MAX_FILE_BYTES, file_date, open, read_all, read_file};
pub use self::format::{Format, detect, endings, named_json_lines};
use self::format::{READERS, Read};
pub use self::json::{BadRecord, read_line, read_record};
pub use self::lines::{Line, Lines};
pub use self::watch::Watch;
use crate::article::Article;
use crate::event::{Extraction, KnownArticle};

/// The longest line of JSON Lines, in bytes.
pub const MAX_LINE_BYTES: usize = 32 << 20;

/// What the caller knows better than the file, and how it keeps an eye on reading.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// The format; without it, it is found by content, then by name.
    pub format: Option<Format>,
    /// The encoding of a format of text; without it, it is found out.
    pub encoding: Option<Encoding>,
    /// Read a file that is larger than [`MAX_FILE_BYTES`] all the same.
    pub any_size: bool,
    /// Tells how far reading is, and stops it.
    pub watch: Watch,
}

/// An article, and how it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The article.
    pub article: Article,
    /// The format it was read as.
    pub format: Format,
    /// The encoding it was read in; `None` where the format itself says how text is written.
    pub encoding: Option<Encoding>,
    /// What it holds where it holds events and no article; then the article has no text.
    pub events: Option<EventFile>,
    /// What was found in the article before, where its record says so.
    pub extraction: Option<Extraction>,
}

impl Opened {
    /// The article, with what is known of it.
    #[must_use]
    pub fn into_known(self) -> KnownArticle {
        KnownArticle { article: self.article, extraction: self.extraction }
    }
}

/// The article in a file.
///
/// # Errors
/// Where the file is not there, is no regular file, is too large, or holds no article.
pub fn read_path(path: &Path, options: &ReadOptions) -> Result<Opened, ReadError> {
    let bytes = read_file(path, options)?;
    read_bytes(bytes, Some(path), options).map_err(|cause| ReadError::new(path, cause))
}

/// The article in `bytes`, the first where they hold several; `path` is where they come from.
///
/// # Errors
/// Where the bytes hold no article. JSON Lines is read line by line otherwise: here, it is the JSON of its first line.
pub fn read_bytes(bytes: Vec<u8>, path: Option<&Path>, options: &ReadOptions) -> Result<Opened, ReadCause> {
    read_all_articles(bytes, path, options)?.into_iter().next().ok_or(ReadCause::Empty)
}

/// All articles in `bytes`, at least one: feeds and archives hold several.
///
/// # Errors
/// As [`read_bytes`].
pub fn read_all_articles(bytes: Vec<u8>, path: Option<&Path>, options: &ReadOptions) -> Result<Vec<Opened>, ReadCause> {
    if bytes.is_empty() {
        return Err(ReadCause::Empty);
    }
    let watch = &options.watch;
    let format = options.format.map_or_else(|| detect(&bytes, path), Ok)?;
    let plain = Hints { wanted: options.encoding, declared: None };
    let (articles, encoding) = match READERS.iter().find(|reader| reader.format == format).map(|reader| &reader.read) {
        Some(Read::Bytes(read)) => (vec![read(bytes, watch)?.into()], None),
        Some(Read::Many(read)) => (read(bytes, watch)?.into_iter().map(KnownArticle::from).collect(), None),
        Some(Read::Records(read)) => read_text(bytes, plain, watch, |text, _| read(&text))?,
        Some(Read::Events(read)) => return read_events(bytes, path, format, options, *read).map(|opened| vec![opened]),
        Some(Read::Text { declared, read }) => {
            let hints = Hints { wanted: options.encoding, declared: declared(&bytes) };
            read_text(bytes, hints, watch, |text, watch| Ok(vec![read(text, watch)?.into()]))?
        }
        None => read_text(bytes, plain, watch, |text, _| first_record(&text))?,
    };
    let may_be_blank = matches!(format, Format::Json | Format::JsonLines);
    let file_name = name_of(path);
    let opened = |KnownArticle { article, extraction }: KnownArticle| {
        // What was left out at first can come back with the headline.
        let everything = article.everything.filter(|everything| *everything != article.text);
        // What was looked at before keeps the name that it had then, or none.
        let file_name = file_name.clone().filter(|_| extraction.is_none());
        let article = Article { everything, file_name, ..article };
        Opened { article, format, encoding, events: None, extraction }
    };
    let articles = articles.into_iter().filter(|known| may_be_blank || !text::is_blank(&known.article.text));
    let all: Vec<Opened> = articles.map(opened).collect();
    if all.is_empty() { Err(ReadCause::Empty) } else { Ok(all) }
}

fn name_of(path: Option<&Path>) -> Option<String> {
    path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned())
}

fn read_events(
    bytes: Vec<u8>,
    path: Option<&Path>,
    format: Format,
    options: &ReadOptions,
    read: fn(&str, &Watch) -> Result<EventFile, ReadCause>,
) -> Result<Opened, ReadCause> {
    let decoded = encoding::decode(bytes, Hints { wanted: options.encoding, declared: None })?;
    options.watch.go_on()?;
    let events = read(decoded.text.trim_start_matches(text::BYTE_ORDER_MARK), &options.watch)?;
    let article = Article { title: events.title.clone(), file_name: name_of(path), ..Article::default() };
    Ok(Opened { article, format, encoding: Some(decoded.encoding), events: Some(events), extraction: None })
}

fn read_text(
    bytes: Vec<u8>,
    hints: Hints,
    watch: &Watch,
    read: impl FnOnce(String, &Watch) -> Result<Vec<KnownArticle>, ReadCause>,
) -> Result<(Vec<KnownArticle>, Option<Encoding>), ReadCause> {
    let decoded = encoding::decode(bytes, hints)?;
    watch.go_on()?;
    if text::is_blank(&decoded.text) {
        return Err(ReadCause::Empty);
    }
    Ok((read(decoded.text, watch)?, Some(decoded.encoding)))
}

/// The article in the first line of JSON Lines.
fn first_record(text: &str) -> Result<Vec<KnownArticle>, ReadCause> {
    let first = text.lines().find(|line| !text::is_blank(line)).unwrap_or_default();
    json::read_record(first).map(|known| vec![known]).map_err(|bad| bad.cause)
}

/// The article that the window shows when it is opened without one.
#[must_use]
pub fn bundled() -> Article {
    // The record is compiled in and a test reads it.
    json::read_record(include_str!("../../data/samples/maduro-appeal.json")).unwrap_or_default().article
}

#[cfg(test)]
mod tests;
