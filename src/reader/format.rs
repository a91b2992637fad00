//! The formats, and how one is recognised: by content first, then by the name of the file.
//! A new format is a file beside this one, a variant and a line in `READERS`.

use std::ffi::OsStr;
use std::path::Path;

use super::archive::Archive;
use super::encoding::{self, Encoding, Hints};
use super::events::{EventFile, csv, timeline_js};
use super::{ReadCause, Watch, docx, epub, feed, html, json, mail, markdown, odt, pdf, rtf, text, warc};
use crate::article::Article;
use crate::event::KnownArticle;

/// A format of the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, with or without front matter.
    Markdown,
    /// A web page.
    Html,
    /// One JSON record, or a list of them.
    Json,
    /// A JSON record a line: many articles, read by [`super::Lines`] and [`super::read_record`].
    JsonLines,
    /// Office Open XML, as Word writes it.
    Docx,
    /// OpenDocument text, as LibreOffice writes it.
    Odt,
    /// PDF.
    Pdf,
    /// A book of web pages.
    Epub,
    /// Rich Text Format.
    Rtf,
    /// An e-mail.
    Mail,
    /// A web page that a browser saved as one file.
    Mhtml,
    /// RSS or Atom: many articles.
    Feed,
    /// An archive of the web: many articles.
    Warc,
    /// A table of events.
    Csv,
    /// Events as TimelineJS writes them.
    TimelineJs,
}

impl Format {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 16] = [
        Self::Html,
        Self::Text,
        Self::Markdown,
        Self::Pdf,
        Self::Docx,
        Self::Odt,
        Self::Rtf,
        Self::Epub,
        Self::Mail,
        Self::Mhtml,
        Self::Feed,
        Self::Json,
        Self::JsonLines,
        Self::Warc,
        Self::Csv,
        Self::TimelineJs,
    ];

    /// The key of its name in the interface's language.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Text => "format-text",
            Self::Markdown => "format-markdown",
            Self::Html => "format-html",
            Self::Json => "format-json",
            Self::JsonLines => "format-json-lines",
            Self::Docx => "format-docx",
            Self::Odt => "format-odt",
            Self::Pdf => "format-pdf",
            Self::Epub => "format-epub",
            Self::Rtf => "format-rtf",
            Self::Mail => "format-mail",
            Self::Mhtml => "format-mhtml",
            Self::Feed => "format-feed",
            Self::Warc => "format-warc",
            Self::Csv => "format-csv",
            Self::TimelineJs => "format-timeline-js",
        }
    }

    /// The endings of the names of its files, without the dot.
    #[must_use]
    pub fn endings(self) -> &'static [&'static str] {
        match READERS.iter().find(|reader| reader.format == self) {
            Some(reader) => reader.endings,
            None => &JSON_LINES_ENDINGS,
        }
    }
}

/// What reads a format.
pub(super) struct Reader {
    pub(super) format: Format,
    /// The endings of file names, without the dot, in lower case.
    endings: &'static [&'static str],
    pub(super) read: Read,
}

/// What a reader is given.
pub(super) enum Read {
    /// The text, decoded; `declared` finds the encoding that the bytes say they are in.
    Text { declared: fn(&[u8]) -> Option<Encoding>, read: fn(String, &Watch) -> Result<Article, ReadCause> },
    /// The bytes, in which the format itself says how text is written.
    Bytes(fn(Vec<u8>, &Watch) -> Result<Article, ReadCause>),
    /// The text, decoded, of a format that holds events and no article.
    Events(fn(&str, &Watch) -> Result<EventFile, ReadCause>),
    /// The same for a format that holds many articles.
    Many(fn(Vec<u8>, &Watch) -> Result<Vec<Article>, ReadCause>),
    /// Articles with what is known of them already.
    Records(fn(&str) -> Result<Vec<KnownArticle>, ReadCause>),
}

const fn decoded(read: fn(String, &Watch) -> Result<Article, ReadCause>) -> Read {
    Read::Text { declared: |_| None, read }
}

pub(super) const READERS: [Reader; 15] = [
    Reader { format: Format::Text, endings: &["txt", "text"], read: decoded(text::read) },
    Reader { format: Format::Markdown, endings: &["md", "markdown"], read: decoded(markdown::read) },
    Reader {
        format: Format::Html,
        endings: &["html", "htm", "xhtml", "xht"],
        read: Read::Text { declared: html::declared_encoding, read: html::read },
    },
    Reader { format: Format::Json, endings: &["json"], read: Read::Records(json::read_records) },
    Reader { format: Format::Docx, endings: &["docx", "docm", "dotx"], read: Read::Bytes(docx::read) },
    Reader { format: Format::Odt, endings: &["odt", "ott"], read: Read::Bytes(odt::read) },
    Reader { format: Format::Epub, endings: &["epub"], read: Read::Bytes(epub::read) },
    Reader { format: Format::Rtf, endings: &["rtf"], read: Read::Bytes(rtf::read) },
    Reader { format: Format::Mail, endings: &["eml"], read: Read::Bytes(mail::read) },
    Reader { format: Format::Mhtml, endings: &["mhtml", "mht"], read: Read::Bytes(mail::read) },
    Reader { format: Format::Feed, endings: &["rss", "atom", "rdf"], read: Read::Many(feed::read) },
    Reader { format: Format::Warc, endings: &["warc"], read: Read::Many(warc::read) },
    Reader { format: Format::Pdf, endings: &["pdf"], read: Read::Bytes(pdf::read) },
    Reader { format: Format::Csv, endings: &["csv", "tsv"], read: Read::Events(csv::read) },
    Reader { format: Format::TimelineJs, endings: &[], read: Read::Events(timeline_js::read) },
];

/// Endings of JSON Lines, which holds many articles and has no [`Reader`].
const JSON_LINES_ENDINGS: [&str; 2] = ["jsonl", "ndjson"];

/// How far into a file its beginning is looked for, in bytes.
const HEAD: usize = 1024;

/// The first bytes of the old formats of Office, and of new ones under a password.
const COMPOUND_FILE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The name of the part that holds an encrypted document, in UTF-16LE as the folder of a compound file writes it.
const ENCRYPTED_PACKAGE: &str = "EncryptedPackage";

/// The endings of the names of all files that are read.
#[must_use]
pub fn endings() -> Vec<&'static str> {
    READERS.iter().flat_map(|reader| reader.endings).chain(&JSON_LINES_ENDINGS).copied().collect()
}

/// The format of `bytes`, by content, then by the name of `path`.
///
/// # Errors
/// Where it is one that cannot be read.
pub fn detect(bytes: &[u8], path: Option<&Path>) -> Result<Format, ReadCause> {
    if let Some(format) = packed(bytes)? {
        return Ok(format);
    }
    if let Some(format) = path.and_then(named_json_lines) {
        return Ok(format);
    }
    if let Some(format) = json(bytes) {
        return Ok(format);
    }
    if let Some(format) = marked_up(bytes) {
        return Ok(format);
    }
    if is_table(bytes) {
        return Ok(Format::Csv);
    }
    let ending = path.map(ending).unwrap_or_default();
    match READERS.iter().find(|reader| reader.endings.contains(&ending.as_str())) {
        Some(Reader { format, read: Read::Text { .. } | Read::Records(_) | Read::Events(_), .. }) => Ok(*format),
        // Messages can start in many ways.
        Some(Reader { format: format @ (Format::Mail | Format::Mhtml), .. }) => Ok(*format),
        // What else is no text is known by its content: this only calls itself so.
        Some(_) => Err(ReadCause::OtherThanNamed),
        None if bytes.trim_ascii_start().starts_with(b"<?xml") => Err(ReadCause::UnknownFormat),
        None => Ok(Format::Text),
    }
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

/// Formats that are no text.
fn packed(bytes: &[u8]) -> Result<Option<Format>, ReadCause> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if contains(head, b"%PDF-") {
        return Ok(Some(Format::Pdf));
    }
    if head.starts_with(b"{\\rtf") {
        return Ok(Some(Format::Rtf));
    }
    if head.starts_with(warc::START) || warc::is_packed(bytes) {
        return Ok(Some(Format::Warc));
    }
    if mail::is_mail(bytes) {
        return Ok(Some(if mail::is_saved_page(bytes) { Format::Mhtml } else { Format::Mail }));
    }
    if head.starts_with(b"PK\x03\x04") {
        return zipped(bytes).map(Some);
    }
    if head.starts_with(COMPOUND_FILE) {
        let name: Vec<u8> = ENCRYPTED_PACKAGE.encode_utf16().flat_map(u16::to_le_bytes).collect();
        return Err(if contains(bytes, &name) { ReadCause::Encrypted } else { ReadCause::OldOffice });
    }
    Ok(None)
}

/// What a ZIP file holds, by the parts that each format must have.
fn zipped(bytes: &[u8]) -> Result<Format, ReadCause> {
    let mut archive = Archive::open(bytes)?;
    if docx::is_docx(&mut archive) {
        Ok(Format::Docx)
    } else if odt::is_odt(&mut archive) {
        Ok(Format::Odt)
    } else if epub::is_epub(&mut archive) {
        Ok(Format::Epub)
    } else {
        Err(ReadCause::UnknownFormat)
    }
}

/// Whether the bytes are one JSON object, several one after the other, or a list of records.
fn json(bytes: &[u8]) -> Option<Format> {
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    match bytes.trim_ascii_start().first() {
        Some(b'{') => {}
        Some(b'[') => return json::is_list(bytes).then_some(Format::Json),
        _ => return None,
    }
    let mut objects = serde_json::Deserializer::from_slice(bytes).into_iter::<serde::de::IgnoredAny>();
    objects.next()?.ok()?;
    match objects.next() {
        None if is_timeline(bytes) => Some(Format::TimelineJs),
        None => Some(Format::Json),
        Some(Ok(_)) => Some(Format::JsonLines),
        Some(Err(_)) => None,
    }
}

/// Whether one JSON object is a timeline of TimelineJS. Few records name such a field, so few are read twice.
fn is_timeline(bytes: &[u8]) -> bool {
    contains(bytes, b"\"start_date\"") && std::str::from_utf8(bytes).is_ok_and(timeline_js::is_timeline)
}

/// Whether the first line names the columns of a table of events.
fn is_table(bytes: &[u8]) -> bool {
    let head = bytes[..bytes.len().min(HEAD)].to_vec();
    let text = encoding::decode(head, Hints::default()).map(|decoded| decoded.text).unwrap_or_default();
    csv::has_header(text.trim_start_matches(text::BYTE_ORDER_MARK))
}

/// Web pages and feeds, by their first element, after whatever may stand before it.
fn marked_up(bytes: &[u8]) -> Option<Format> {
    let head = bytes[..bytes.len().min(HEAD)].to_vec();
    let head = encoding::decode(head, Hints::default()).ok()?.text.to_ascii_lowercase();
    let mut rest = head.trim_start_matches(text::BYTE_ORDER_MARK).trim_start();
    while let Some(end) = ignorable(rest) {
        rest = rest[end..].trim_start();
    }
    let starts_with = |starts: &[&str]| starts.iter().any(|start| rest.starts_with(start));
    if starts_with(&["<!doctype html", "<html", "<head>", "<head ", "<body"]) {
        Some(Format::Html)
    } else if starts_with(&["<rss", "<feed", "<rdf:rdf"]) {
        Some(Format::Feed)
    } else {
        None
    }
}

/// The end of an XML declaration, another instruction or a comment at the start of `text`.
fn ignorable(text: &str) -> Option<usize> {
    let end = |start: &str, end: &str| text.starts_with(start).then(|| text.find(end).map(|at| at + end.len())).flatten();
    end("<?", "?>").or_else(|| end("<!--", "-->"))
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(bytes, part).is_some()
}
