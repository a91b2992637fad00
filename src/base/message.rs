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

impl Message {
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
}
