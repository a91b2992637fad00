//! The text of a document, built of its paragraphs: one blank line between two, one break between lines, one blank between words.
//! Knows no format.

/// What stands between what was written and what comes; the greater wins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Blank,
    Line,
    Paragraph,
}

/// A text under construction.
#[derive(Debug, Default)]
pub(super) struct Paragraphs {
    text: String,
    gap: Gap,
}

impl Paragraphs {
    /// Words; each run of blanks and line breaks is one blank. A no-break space stays.
    pub(super) fn words(&mut self, words: &str) {
        for character in words.chars() {
            if matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{C}') {
                self.gap = self.gap.max(Gap::Blank);
            } else {
                self.close_gap();
                self.text.push(character);
            }
        }
    }

    /// Words whose line breaks count.
    pub(super) fn lines(&mut self, lines: &str) {
        for (index, line) in lines.split(['\n', '\u{2028}']).enumerate() {
            if index > 0 {
                self.line();
            }
            self.words(line);
        }
    }

    pub(super) fn blank(&mut self) {
        self.gap = self.gap.max(Gap::Blank);
    }

    pub(super) fn line(&mut self) {
        self.gap = self.gap.max(Gap::Line);
    }

    pub(super) fn paragraph(&mut self) {
        self.gap = Gap::Paragraph;
    }

    /// The text, without what would stand at its ends.
    pub(super) fn finish(self) -> String {
        self.text
    }

    fn close_gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str(match self.gap {
                Gap::None => "",
                Gap::Blank => " ",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            });
        }
        self.gap = Gap::None;
    }
}

/// Where a headline is looked for, in letters and digits from the start of the text.
const HEAD: usize = 400;

/// Whether `title` stands at the head of `text`, whatever its punctuation.
pub(super) fn stands_at_head(title: &str, text: &str) -> bool {
    let title: String = letters(title).collect();
    let head: String = letters(text).take(HEAD + title.len()).collect();
    !title.is_empty() && head.contains(&title)
}

/// Lines among which a headline stands.
const HEAD_LINES: usize = 10;

/// `text` under its headline, as a page shows it: put there where the file keeps it apart. A first sentence that starts with the
/// words of the headline is none.
pub(super) fn under_headline(title: Option<&str>, text: String) -> String {
    let is_headline = |line: &str, title: &str| letters(line).eq(letters(title));
    let has_it = |title: &str| text.lines().take(HEAD_LINES).any(|line| is_headline(line, title));
    match title {
        Some(title) if !has_it(title) => format!("{}\n\n{text}", title.trim()),
        _ => text,
    }
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|character| character.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_as_wide_as_they_must_be_and_none_stands_at_the_ends() {
        let mut text = Paragraphs::default();
        text.paragraph();
        text.words(" a \n b");
        text.line();
        text.words(" c");
        text.paragraph();
        text.line();
        text.paragraph();
        text.lines("d\n\n e\u{A0}");
        text.paragraph();
        assert_eq!(text.finish(), "a b\nc\n\nd\ne\u{A0}");
    }

    #[test]
    fn a_headline_is_put_above_once() {
        let under = |text: &str| under_headline(Some("«وصول» الوفد"), text.to_owned());
        assert_eq!(under("وصل أمس."), "«وصول» الوفد\n\nوصل أمس.");
        assert_eq!(under("\"وصول\" الوفد\n\nوصل أمس."), "\"وصول\" الوفد\n\nوصل أمس.");
        assert_eq!(under("وصول الوفد أمس."), "«وصول» الوفد\n\nوصول الوفد أمس.");
        assert_eq!(under_headline(None, "a".to_owned()), "a");
    }
}
