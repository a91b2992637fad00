//! Words in XML and HTML.

use std::fmt::Write as _;

/// Whether a character shows nothing and does something to what stands around it: a control, or one that turns the direction.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Words as the words that they are, between tags and in quoted attributes. What markup cannot hold, or what would turn the
/// words around them, is left out.
pub(super) fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            '\'' => text.push_str("&#39;"),
            '\t' | '\n' | '\r' => text.push(' '),
            c if is_hidden(c) => {}
            c => text.push(c),
        }
    }
    text
}

/// Adds to a text.
pub(super) fn put(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing into a string never fails.
    let _ = text.write_fmt(arguments);
}
