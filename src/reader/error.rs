//! What can be wrong with an input.
//! Knows the keys of the sentences, not their words.

use std::io;
use std::path::Path;

use crate::base::{Arg, Message};

const MIB: u64 = 1 << 20;

/// An input that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    /// The path, or `-` for standard input.
    pub path: String,
    /// Why.
    pub cause: ReadCause,
}

/// Why an input could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadCause {
    /// Nothing in it but blanks.
    Empty,
    /// Larger than the limit, in bytes.
    TooLarge(u64),
    /// A line longer than the limit, in bytes.
    LineTooLong(u64),
    /// A byte at this offset that no text has.
    Binary(usize),
    /// The first byte that is no UTF-8.
    NotUtf8(usize),
    /// No such file.
    Missing,
    /// A folder.
    Folder,
    /// Reading is not allowed.
    Permission,
    /// A pipe, a socket or a device: reading it might never end.
    NotRegular,
    /// A table whose header names no beginning and no title.
    NoColumns,
    /// A file of events none of which has a time.
    NoRows,
    /// Events where an article was wanted.
    NoArticle,
    /// Anything else the system says.
    Io(String),
    /// No valid JSON; line and column count from 1, the column in bytes.
    Json {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// No valid JSON in a line of JSON Lines; the column counts from 1, in bytes.
    JsonLine {
        /// The column.
        column: usize,
    },
    /// Valid JSON, but no object.
    NotAnObject,
    /// A record without a text.
    NoText,
    /// A field that should be a string.
    BadField(&'static str),
    /// A record that another version of the program wrote.
    OtherSchema,
    /// A part of a record that lacks something, or contradicts its article or itself: which.
    BadPart(String),
    /// A known kind of file that cannot be read.
    UnknownFormat,
    /// Named like a format that its content is not.
    OtherThanNamed,
    /// The format of Word before 2007.
    OldOffice,
    /// A password is needed.
    Encrypted,
    /// Parts of it are missing or wrong.
    Damaged,
    /// It would unpack to more than an article can be.
    TooMuchPacked,
    /// A page whose elements are nested beyond reason.
    TooDeep,
    /// Pictures of pages, without text.
    OnlyPictures,
    /// It is no longer the file that it was when reading began.
    Changed,
    /// Whoever wanted it read does so no more.
    Cancelled,
}

impl ReadError {
    /// What went wrong with a file.
    #[must_use]
    pub fn new(path: &Path, cause: ReadCause) -> Self {
        Self { path: printable(&path.to_string_lossy()), cause }
    }

    /// What, why, and the path last.
    #[must_use]
    pub fn message(&self) -> Message {
        Message::new("read-error")
            .with("reason", Arg::Message(Box::new(self.cause.message())))
            .with_text("path", self.path.as_str())
    }

    /// The same for one line of the input, which counts from 1.
    #[must_use]
    pub fn line_message(&self, line: u64) -> Message {
        Message::new("read-error-line")
            .with("line", number(line))
            .with("reason", Arg::Message(Box::new(self.cause.message())))
            .with_text("path", self.path.as_str())
    }
}

impl ReadCause {
    /// Why, without the path.
    #[must_use]
    pub fn message(&self) -> Message {
        let message = Message::new(self.message_key());
        match self {
            Self::TooLarge(limit) | Self::LineTooLong(limit) => message.with("limit", number(limit / MIB)),
            Self::Binary(byte) | Self::NotUtf8(byte) => message.with_count("byte", *byte),
            Self::Io(detail) => message.with_text("detail", detail.as_str()),
            Self::Json { line, column } => message.with_count("line", *line).with_count("column", *column),
            Self::JsonLine { column } => message.with_count("column", *column),
            Self::BadField(field) => message.with_text("field", *field),
            Self::BadPart(part) => message.with_text("part", part.as_str()),
            Self::Empty
            | Self::Missing
            | Self::Folder
            | Self::Permission
            | Self::NotRegular
            | Self::NoColumns
            | Self::NoRows
            | Self::NoArticle
            | Self::NotAnObject
            | Self::NoText
            | Self::OtherSchema
            | Self::UnknownFormat
            | Self::OtherThanNamed
            | Self::OldOffice
            | Self::Encrypted
            | Self::Damaged
            | Self::TooMuchPacked
            | Self::TooDeep
            | Self::OnlyPictures
            | Self::Changed
            | Self::Cancelled => message,
        }
    }

    /// The key of its text.
    #[must_use]
    pub fn message_key(&self) -> &'static str {
        match self {
            Self::Empty => "read-error-empty",
            Self::TooLarge(_) => "read-error-too-large",
            Self::LineTooLong(_) => "read-error-line-too-long",
            Self::Binary(_) => "read-error-binary",
            Self::NotUtf8(_) => "read-error-not-utf8",
            Self::Missing => "read-error-missing",
            Self::Folder => "read-error-folder",
            Self::Permission => "read-error-permission",
            Self::NotRegular => "read-error-not-regular",
            Self::NoColumns => "read-error-no-columns",
            Self::NoRows => "read-error-no-rows",
            Self::NoArticle => "read-error-no-article",
            Self::Io(_) => "read-error-io",
            Self::Json { .. } => "read-error-json",
            Self::JsonLine { .. } => "read-error-json-line",
            Self::NotAnObject => "read-error-not-an-object",
            Self::NoText => "read-error-no-text",
            Self::BadField(_) => "read-error-bad-field",
            Self::OtherSchema => "read-error-other-schema",
            Self::BadPart(_) => "read-error-bad-part",
            Self::UnknownFormat => "read-error-unknown-format",
            Self::OtherThanNamed => "read-error-other-than-named",
            Self::OldOffice => "read-error-old-office",
            Self::Encrypted => "read-error-encrypted",
            Self::Damaged => "read-error-damaged",
            Self::TooMuchPacked => "read-error-too-much-packed",
            Self::TooDeep => "read-error-too-deep",
            Self::OnlyPictures => "read-error-only-pictures",
            Self::Changed => "read-error-changed",
            Self::Cancelled => "read-error-cancelled",
        }
    }
}

impl From<io::Error> for ReadCause {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Permission,
            io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Io(error.to_string()),
        }
    }
}

/// A path on one line: a file name may hold line breaks.
fn printable(path: &str) -> String {
    path.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}

fn number(value: u64) -> Arg {
    Arg::Number(i64::try_from(value).unwrap_or(i64::MAX))
}
