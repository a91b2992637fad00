//! Rich Text Format: letters between control words and groups. Notes, headers, pictures and what is hidden are not read.
//! Source: Rich Text Format Specification 1.9.1.

mod destination;
mod tokens;

use std::collections::HashMap;

use self::destination::{Destination, destination};
use self::tokens::{Token, Tokens};
use super::encoding::Encoding;
use super::office::{believable_title, filled};
use super::paragraphs::Paragraphs;
use super::{ReadCause, Watch};
use crate::article::Article;

/// Groups inside groups deeper than this are an attack.
const MAX_DEPTH: usize = 1000;

/// The article of a document.
pub(super) fn read(bytes: Vec<u8>, watch: &Watch) -> Result<Article, ReadCause> {
    let mut reading = Reading::default();
    let mut tokens = Tokens::new(&bytes);
    while let Some(token) = tokens.next() {
        // Groups are many and letters more: what is said at each group is said often enough.
        if token == Token::Open {
            watch.understood(tokens.at(), bytes.len())?;
        }
        reading.take(token)?;
    }
    reading.flush();
    let text = reading.text.finish();
    Ok(Article { title: believable_title(&reading.title, &text), author: filled(&reading.author), text, ..Article::default() })
}

/// What a group may change and what is as before after its end.
#[derive(Debug, Clone, Copy)]
struct Group {
    destination: Destination,
    font: i32,
    /// The font of letters that go from right to left.
    other_font: i32,
    right_to_left: bool,
    hidden: bool,
    /// How many characters stand behind each code point for programs that know none.
    n_substitutes: usize,
}

impl Default for Group {
    fn default() -> Self {
        let destination = Destination::Body;
        Self { destination, font: 0, other_font: 0, right_to_left: false, hidden: false, n_substitutes: 1 }
    }
}

#[derive(Default)]
struct Reading {
    text: Paragraphs,
    title: String,
    author: String,
    group: Group,
    outer: Vec<Group>,
    /// The encoding of each font whose set of characters is told.
    fonts: HashMap<i32, Encoding>,
    /// That of fonts that tell none.
    usual: Option<Encoding>,
    /// Bytes in the encoding of the font that wait for their end.
    bytes: Vec<u8>,
    /// The first half of a character beyond 16 bits.
    high: Option<u16>,
    n_to_skip: usize,
    /// The group has just been opened, or only `\*` stood in it.
    is_first: bool,
    may_be_ignored: bool,
}

impl Reading {
    fn take(&mut self, token: Token<'_>) -> Result<(), ReadCause> {
        let was_first = std::mem::take(&mut self.is_first);
        match token {
            Token::Open => {
                self.flush();
                self.n_to_skip = 0;
                if self.outer.len() >= MAX_DEPTH {
                    return Err(ReadCause::TooMuchPacked);
                }
                self.outer.push(self.group);
                (self.is_first, self.may_be_ignored) = (true, false);
            }
            Token::Close => {
                self.flush();
                self.n_to_skip = 0;
                self.group = self.outer.pop().unwrap_or_default();
            }
            Token::Byte(_) if self.n_to_skip > 0 => self.n_to_skip -= 1,
            Token::Byte(byte) => self.bytes.push(byte),
            Token::Symbol('*') => (self.is_first, self.may_be_ignored) = (was_first, was_first),
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Word(word, number) => {
                if was_first {
                    self.open_destination(word);
                }
                self.word(word, number);
            }
        }
        Ok(())
    }

    /// What is written here goes where the first word of the group says.
    fn open_destination(&mut self, word: &str) {
        match destination(word) {
            Some(destination) if self.group.destination != Destination::Nowhere => self.group.destination = destination,
            None if self.may_be_ignored => self.group.destination = Destination::Nowhere,
            _ => {}
        }
    }

    fn symbol(&mut self, symbol: char) {
        match symbol {
            '~' => self.write("\u{A0}"),
            '_' => self.write("\u{2011}"),
            '\\' | '{' | '}' => self.write(symbol.encode_utf8(&mut [0; 4])),
            '\n' | '\r' => self.word("par", None),
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        let is_on = number != Some(0);
        match (word, number) {
            ("u", Some(number)) => self.code_unit(number),
            ("uc", Some(number)) => self.group.n_substitutes = usize::try_from(number).unwrap_or(0),
            ("ansicpg", Some(number)) => self.usual = code_page(number),
            ("f", Some(number)) => self.set(|group| group.font = number),
            ("af", Some(number)) => self.set(|group| group.other_font = number),
            ("fcharset", Some(number)) => {
                if let Some(encoding) = character_set(number) {
                    self.fonts.insert(self.group.font, encoding);
                }
            }
            ("rtlch", _) => self.set(|group| group.right_to_left = true),
            ("ltrch", _) => self.set(|group| group.right_to_left = false),
            ("v" | "deleted", _) => self.set(|group| group.hidden = is_on),
            ("plain", _) => self.set(|group| group.hidden = false),
            ("par" | "sect" | "page" | "row" | "column", _) => self.gap(Paragraphs::paragraph),
            ("line" | "cell" | "nestcell", _) => self.gap(Paragraphs::line),
            ("tab", _) => self.gap(Paragraphs::blank),
            _ => {
                if let Some(character) = named_character(word) {
                    self.write(character);
                }
            }
        }
    }

    fn set(&mut self, change: impl FnOnce(&mut Group)) {
        self.flush();
        change(&mut self.group);
    }

    fn gap(&mut self, gap: fn(&mut Paragraphs)) {
        self.flush();
        if self.group.destination == Destination::Body {
            gap(&mut self.text);
        }
    }

    /// A code unit of UTF-16, signed as the format writes it.
    fn code_unit(&mut self, number: i32) {
        self.flush();
        self.n_to_skip = self.group.n_substitutes;
        let Ok(unit) = u16::try_from(number.rem_euclid(0x1_0000)) else { return };
        let units = [self.high.take().unwrap_or(unit), unit];
        if (0xD800..0xDC00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        let units = if units[0] == unit { &units[1..] } else { &units[..] };
        let text = String::from_utf16_lossy(units);
        self.write(&text);
    }

    /// The bytes that wait, in the encoding of the font.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let group = self.group;
        let font = if group.right_to_left { group.other_font } else { group.font };
        let encoding = self.fonts.get(&font).copied().or(self.usual).or_else(|| code_page(1252));
        let bytes = std::mem::take(&mut self.bytes);
        if let Some(encoding) = encoding {
            self.put(&encoding.decode_lossy(&bytes));
        }
    }

    fn write(&mut self, text: &str) {
        self.flush();
        self.put(text);
    }

    fn put(&mut self, text: &str) {
        match self.group.destination {
            _ if self.group.hidden => {}
            Destination::Body => self.text.words(text),
            Destination::Title => self.title.push_str(text),
            Destination::Author => self.author.push_str(text),
            Destination::Fonts | Destination::Information | Destination::Nowhere => {}
        }
    }
}

fn code_page(number: i32) -> Option<Encoding> {
    match number {
        65001 => Some(Encoding::UTF_8),
        708 => Encoding::from_label("iso-8859-6"),
        _ => Encoding::from_label(&format!("windows-{number}")),
    }
}

/// The encodings of Windows' sets of characters; the usual set says nothing.
fn character_set(number: i32) -> Option<Encoding> {
    let page = match number {
        161 => 1253,
        162 => 1254,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        238 => 1250,
        _ => return None,
    };
    code_page(page)
}

fn named_character(word: &str) -> Option<&'static str> {
    Some(match word {
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        "endash" => "–",
        "emdash" => "—",
        "zwj" => "\u{200D}",
        "zwnj" => "\u{200C}",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(rtf: &str) -> String {
        read(rtf.as_bytes().to_vec(), &Watch::default()).map(|article| article.text).expect("a document")
    }

    #[test]
    fn letters_come_by_code_point_or_in_the_encoding_of_their_font() {
        let head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset178 Arial;}}";
        assert_eq!(text(&format!(r"{head}\f0 caf\'e9 \f1 \'e6\'d5\'e1}}")), "café وصل");
        assert_eq!(text(&format!(r"{head}\rtlch\af1 \'e6\'d5\'e1 \ltrch a}}")), "وصل a");
        assert_eq!(text(&format!(r"{head}\u1608?\u1589?\u1604\'3f a\uc0\u-10179 \u-8704 b}}")), "وصل a😀b");
    }

    #[test]
    fn groups_and_words_that_show_nothing_are_passed_over() {
        let rtf = r"{\rtf1{\*\generator x;}{\info{\title T}{\author A}}{\stylesheet{\s1 heading;}}a{\v b}\par{\footnote c}d\line e{\field{\*\fldinst PAGE}{\fldrslt f}}\{\~g}";
        assert_eq!(text(rtf), "a\n\nd\nef{\u{A0}g");
        assert_eq!(read(rtf.as_bytes().to_vec(), &Watch::default()).expect("a document").author.as_deref(), Some("A"));
    }

    #[test]
    fn broken_documents_are_read_as_far_as_they_go() {
        assert_eq!(text(r"{\rtf1 a}}} b"), "a b");
        assert_eq!(text(r"{\rtf1 a{\b b"), "ab");
        assert_eq!(text(r"{\rtf1 a\'z\bin99999999 b"), "az");
        assert_eq!(read("{".repeat(MAX_DEPTH + 2).into_bytes(), &Watch::default()), Err(ReadCause::TooMuchPacked));
    }
}
