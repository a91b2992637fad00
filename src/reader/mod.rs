//! From a file or bytes to an article. One file a format; a new format is a file here and a line in `READERS`.
//! Knows no events: what a text says is `extract`'s to find. Never waits: pipes and devices are turned away.

mod error;
mod json;
mod lines;
mod text;

use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;
use std::path::Path;

pub use self::error::{ReadCause, ReadError};
pub use self::json::{BadRecord, read_record};
pub use self::lines::{Line, Lines};
use crate::article::Article;
use crate::base::Moment;

/// The largest file that is read, in bytes: an article is text, and all of it is held in memory.
pub const MAX_FILE_BYTES: u64 = 128 << 20;

/// The longest line of JSON Lines, in bytes.
pub const MAX_LINE_BYTES: usize = 32 << 20;

/// A format of the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text in UTF-8.
    Text,
    /// One JSON record.
    Json,
    /// A JSON record a line: many articles, read by [`Lines`] and [`read_record`].
    JsonLines,
}

/// What reads a format that holds one article.
struct Reader {
    format: Format,
    /// The endings of file names, without the dot, in lower case.
    endings: &'static [&'static str],
    read: fn(String) -> Result<Article, ReadCause>,
}

const READERS: [Reader; 2] = [
    Reader { format: Format::Text, endings: &["txt", "text", "md"], read: text::read },
    Reader { format: Format::Json, endings: &["json"], read: |json| json::read_record(&json).map_err(|bad| bad.cause) },
];

/// Endings of JSON Lines, which holds many articles and has no [`Reader`].
const JSON_LINES_ENDINGS: [&str; 2] = ["jsonl", "ndjson"];

/// Files that are no plain text although their bytes may be; each needs a reader of its own.
const UNREADABLE_ENDINGS: [&str; 8] = ["htm", "html", "xhtml", "xml", "rtf", "docx", "odt", "pdf"];

/// The first bytes of kinds of file that cannot be read: PDF, ZIP (docx, odt, epub), RTF, old Office.
const UNREADABLE_STARTS: [&[u8]; 4] = [b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"\xD0\xCF\x11\xE0"];

/// The article in a file, its format found by content, then by name.
///
/// # Errors
/// Where the file is not there, is no regular file, is too large, or holds no article.
pub fn read_path(path: &Path) -> Result<Article, ReadError> {
    let bytes = read_file(path)?;
    read_bytes(bytes, Some(path), None).map_err(|cause| ReadError::new(path, cause))
}

/// The bytes of a regular file of at most [`MAX_FILE_BYTES`].
///
/// # Errors
/// Where the file is not there, is no regular file, or is too large.
pub fn read_file(path: &Path) -> Result<Vec<u8>, ReadError> {
    let file = open(path)?;
    let known_length = file.metadata().map_or(0, |metadata| metadata.len());
    // The length of some files is not known before they are read: `read_all` counts too.
    let bytes = if known_length > MAX_FILE_BYTES { Err(ReadCause::TooLarge(MAX_FILE_BYTES)) } else { read_all(file) };
    bytes.map_err(|cause| ReadError::new(path, cause))
}

/// A regular file, opened. What it is gets known first, for opening a pipe would wait for somebody to write to it.
///
/// # Errors
/// Where the file is not there or is no regular file, or is not allowed to be read.
pub fn open(path: &Path) -> Result<File, ReadError> {
    let open = || -> Result<File, ReadCause> {
        let metadata = std::fs::metadata(path)?;
        if metadata.is_dir() {
            return Err(ReadCause::Folder);
        }
        if !metadata.is_file() {
            return Err(ReadCause::NotRegular);
        }
        Ok(File::open(path)?)
    };
    open().map_err(|cause| ReadError::new(path, cause))
}

/// All of `input`, if that is at most [`MAX_FILE_BYTES`].
///
/// # Errors
/// Where there is more, or where it cannot be read.
pub fn read_all(input: impl Read) -> Result<Vec<u8>, ReadCause> {
    let mut bytes = Vec::new();
    input.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= MAX_FILE_BYTES) {
        Ok(bytes)
    } else {
        Err(ReadCause::TooLarge(MAX_FILE_BYTES))
    }
}

/// The article in `bytes`; without a format, it is found by content, then by the name of `path`.
///
/// # Errors
/// Where the bytes hold no article. JSON Lines is no format of one article: it is read as the JSON of its first line.
pub fn read_bytes(bytes: Vec<u8>, path: Option<&Path>, format: Option<Format>) -> Result<Article, ReadCause> {
    let format = match format {
        Some(format) => format,
        None => detect(&bytes, path)?,
    };
    let text = text::decode(bytes)?;
    if text::is_blank(&text) {
        return Err(ReadCause::Empty);
    }
    let mut article = match READERS.iter().find(|reader| reader.format == format) {
        Some(reader) => (reader.read)(text)?,
        None => {
            json::read_record(text.lines().find(|line| !text::is_blank(line)).unwrap_or_default()).map_err(|bad| bad.cause)?
        }
    };
    article.file_name = path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    Ok(article)
}

/// The format of `bytes`, by content, then by the name of `path`.
///
/// # Errors
/// Where it is one that cannot be read.
pub fn detect(bytes: &[u8], path: Option<&Path>) -> Result<Format, ReadCause> {
    if UNREADABLE_STARTS.iter().any(|start| bytes.starts_with(start)) {
        return Err(ReadCause::UnknownFormat);
    }
    if let Some(format) = path.and_then(named_json_lines) {
        return Ok(format);
    }
    if let Some(format) = json_by_content(bytes) {
        return Ok(format);
    }
    let ending = path.map(ending).unwrap_or_default();
    if UNREADABLE_ENDINGS.contains(&ending.as_str()) {
        return Err(ReadCause::UnknownFormat);
    }
    let named = READERS.iter().find(|reader| reader.endings.contains(&ending.as_str()));
    Ok(named.map_or(Format::Text, |reader| reader.format))
}

/// [`Format::JsonLines`] where `path` is named so: such a file is read line by line, whatever its length.
#[must_use]
pub fn named_json_lines(path: &Path) -> Option<Format> {
    JSON_LINES_ENDINGS.contains(&ending(path).as_str()).then_some(Format::JsonLines)
}

/// The ending of a file's name, without the dot, in lower case.
fn ending(path: &Path) -> String {
    path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase()
}

/// Whether the bytes are one JSON object, or several one after the other.
fn json_by_content(bytes: &[u8]) -> Option<Format> {
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    if bytes.trim_ascii_start().first() != Some(&b'{') {
        return None;
    }
    let mut objects = serde_json::Deserializer::from_slice(bytes).into_iter::<serde::de::IgnoredAny>();
    objects.next()?.ok()?;
    match objects.next() {
        None => Some(Format::Json),
        Some(Ok(_)) => Some(Format::JsonLines),
        Some(Err(_)) => None,
    }
}

/// The day on which a file was last changed: no publication date, but the window may offer it as one. In universal time.
#[must_use]
pub fn file_date(path: &Path) -> Option<Moment> {
    let modified = std::fs::metadata(path).ok()?.modified().ok()?;
    Some(Moment::on(chrono::DateTime::<chrono::Utc>::from(modified).date_naive()))
}

/// The article that the window shows when it is opened without one.
#[must_use]
pub fn bundled() -> Article {
    // The record is compiled in and a test reads it.
    json::read_record(include_str!("../../data/samples/maduro-appeal.json")).unwrap_or_default()
}

#[cfg(test)]
mod tests;
