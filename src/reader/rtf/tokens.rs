//! The tokens of Rich Text Format: braces, control words and symbols, bytes of text.
//! Knows no meaning.

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Open,
    Close,
    /// A byte of text, as it stands or as `\'hh`.
    Byte(u8),
    /// A control word and its number.
    Word(&'a str, Option<i32>),
    /// A backslash and a character that is no letter.
    Symbol(char),
}

/// Longer words than the format allows are cut.
const MAX_WORD: usize = 32;

/// Goes through the bytes of a document.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// How many bytes have been gone through.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    fn control(&mut self) -> Option<Token<'a>> {
        let byte = *self.bytes.get(self.at)?;
        if byte.is_ascii_alphabetic() {
            return Some(self.word());
        }
        self.at += 1;
        if byte != b'\'' {
            return Some(Token::Symbol(char::from(byte)));
        }
        let digits = self.bytes.get(self.at..self.at + 2).and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = u8::from_str_radix(digits?, 16).ok()?;
        self.at += 2;
        Some(Token::Byte(byte))
    }

    fn word(&mut self) -> Token<'a> {
        let word = self.run(MAX_WORD, u8::is_ascii_alphabetic);
        let sign = usize::from(self.bytes.get(self.at) == Some(&b'-'));
        let start = self.at;
        self.at += sign;
        let digits = self.run(10, u8::is_ascii_digit);
        let number = std::str::from_utf8(&self.bytes[start..self.at]).ok().and_then(|number| number.parse().ok());
        if digits.is_empty() {
            self.at = start;
        }
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        let word = std::str::from_utf8(word).unwrap_or_default();
        if word == "bin" {
            // So many bytes of anything follow.
            self.at = self
                .at
                .saturating_add(number.and_then(|number: i32| usize::try_from(number).ok()).unwrap_or(0))
                .min(self.bytes.len());
        }
        Token::Word(word, number)
    }

    fn run(&mut self, limit: usize, belongs: fn(&u8) -> bool) -> &'a [u8] {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().take(limit).take_while(|byte| belongs(byte)).count();
        self.at += length;
        &rest[..length]
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            match byte {
                b'{' => return Some(Token::Open),
                b'}' => return Some(Token::Close),
                b'\\' => {
                    if let Some(token) = self.control() {
                        return Some(token);
                    }
                }
                b'\r' | b'\n' | 0 => {}
                byte => return Some(Token::Byte(byte)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_symbols_and_bytes_are_told_apart() {
        let tokens: Vec<Token<'_>> = Tokens::new(b"{\\rtf1\\u-10 a\\~\\'e6\n\\bin2 {{b}").collect();
        let expected = [
            Token::Open,
            Token::Word("rtf", Some(1)),
            Token::Word("u", Some(-10)),
            Token::Byte(b'a'),
            Token::Symbol('~'),
            Token::Byte(0xE6),
            Token::Word("bin", Some(2)),
            Token::Byte(b'b'),
            Token::Close,
        ];
        assert_eq!(tokens, expected);
    }
}
