//! A sentence to be said to the reader, before it is put into a language.
//! Knows the key and the arguments; `i18n` has the words.

use super::name::Name;
use super::time::{Bounds, Moment};

/// A message: the key of a Fluent text and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The key in `data/i18n/*/*.ftl`.
    pub key: Name,
    /// The arguments by the names that the text uses.
    pub args: Vec<(Name, Arg)>,
}

/// An argument of a message, formatted by the language that says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Words from elsewhere (a quotation, a name, a path): isolated, never translated.
    Text(String),
    /// A number, shown in the digits of the region; decides the plural form.
    Number(i64),
    /// A day or a minute.
    Moment(Moment),
    /// A month of a year, 1–12.
    Month(i32, u32),
    /// A span of days as «من … إلى …», or a half-known one as «قبل …».
    Bounds(Bounds),
    /// Another message, said inside this one.
    Message(Box<Message>),
}

impl Arg {
    /// How many things.
    #[must_use]
    pub fn count(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// The key of a sentence that is in words already.
const WRITTEN: &str = "written";

impl Message {
    /// A sentence that was put into words before: it is said as it stands, in whichever language that is.
    #[must_use]
    pub fn written(words: impl Into<String>) -> Self {
        Self::new(WRITTEN).with_text("words", words)
    }

    /// The words of such a sentence.
    #[must_use]
    pub fn as_written(&self) -> Option<&str> {
        match self.args.first() {
            Some((_, Arg::Text(words))) if self.key == WRITTEN => Some(words),
            _ => None,
        }
    }

    /// A message without arguments.
    #[must_use]
    pub fn new(key: impl Into<Name>) -> Self {
        Self { key: key.into(), args: Vec::new() }
    }

    /// The message with one argument more.
    #[must_use]
    pub fn with(mut self, name: impl Into<Name>, arg: Arg) -> Self {
        self.args.push((name.into(), arg));
        self
    }

    /// The message with one text argument more.
    #[must_use]
    pub fn with_text(self, name: impl Into<Name>, text: impl Into<String>) -> Self {
        self.with(name, Arg::Text(text.into()))
    }

    /// The message with one count more.
    #[must_use]
    pub fn with_count(self, name: impl Into<Name>, count: usize) -> Self {
        self.with(name, Arg::count(count))
    }
}
