//! A name out of a fixed list: of a rule, a message, a mode.

use std::borrow::Cow;

/// A name that the program knows, or one that a file brought along.
pub type Name = Cow<'static, str>;

/// The one of a fixed list that is written so: the way back from an `as_str`.
pub fn named<T: Copy>(all: impl IntoIterator<Item = T>, name: impl Fn(T) -> &'static str, written: &str) -> Option<T> {
    all.into_iter().find(|one| name(*one) == written)
}
