//! What is said on standard error: one line each, the path last.

use std::io::Write;

use crate::base::Message;
use crate::i18n::{I18n, without_isolates};

/// The character that ends an isolate.
const POP_ISOLATE: char = '\u{2069}';

/// Says what went wrong or was left out, in the language of the environment.
pub(super) struct Terminal {
    i18n: I18n,
}

impl Terminal {
    pub(super) fn new(i18n: I18n) -> Self {
        Self { i18n }
    }

    pub(super) fn i18n(&self) -> &I18n {
        &self.i18n
    }

    /// Writes one line to standard error.
    pub(super) fn say(&self, message: &Message) {
        let line = self.line(message);
        // Where standard error cannot be written there is no other place to say so.
        let _ = writeln!(std::io::stderr().lock(), "{line}");
    }

    /// Left-to-right words need no isolates, and terminals may draw them as boxes. In right-to-left ones a path would fall
    /// apart without; only the last one may end with the line, so that the line ends with the path.
    fn line(&self, message: &Message) -> String {
        let text = self.i18n.message(message).replace('\n', " ");
        if self.i18n.direction().is_rtl() { text.trim_end_matches(POP_ISOLATE).to_owned() } else { without_isolates(&text) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;
    use crate::reader::{ReadCause, ReadError};

    #[test]
    fn lines_end_with_the_path() {
        let error = ReadError::new(std::path::Path::new("/tmp/a.txt"), ReadCause::Missing);
        for language in Language::ALL {
            let terminal = Terminal::new(I18n::new(language, None));
            assert!(terminal.line(&error.message()).ends_with("/tmp/a.txt"));
            assert!(terminal.line(&error.line_message(3)).ends_with("/tmp/a.txt"));
        }
    }
}
