//! A name out of a fixed list: of a rule, a message, a mode.

use std::borrow::Cow;

/// A name that the program knows, or one that a file brought along.
pub type Name = Cow<'static, str>;
