//! Rust source → words, strings and signs, with comments gone.
//! Knows no grammar: just enough of the language to tell code from comments and strings.

/// A piece of source and the line it begins on, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lexeme {
    pub(crate) token: Token,
    pub(crate) line: usize,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// A name, a keyword or a number.
    Word(String),
    /// What a string says, escapes resolved as far as letters are concerned.
    Text(String),
    /// `::`, or one character.
    Sign(&'static str),
    /// A sign that no check asks about, a lifetime or a character.
    Other,
}

impl Lexeme {
    /// Whether it is this name or keyword.
    pub(crate) fn is_word(&self, word: &str) -> bool {
        matches!(&self.token, Token::Word(own) if own == word)
    }

    /// Whether it is this sign.
    pub(crate) fn is_sign(&self, sign: &str) -> bool {
        matches!(self.token, Token::Sign(own) if own == sign)
    }

    /// The name or keyword, where it is one.
    pub(crate) fn word(&self) -> Option<&str> {
        match &self.token {
            Token::Word(word) => Some(word),
            _ => None,
        }
    }
}

const SIGNS: [&str; 16] = ["{", "}", "(", ")", "[", "]", "<", ">", ";", ",", ".", "*", "#", "!", "$", "="];

/// The pieces of a source, in order.
pub(crate) fn lex(source: &str) -> Vec<Lexeme> {
    let mut lexer = Lexer { rest: source, line: 1, lexemes: Vec::new() };
    while let Some(first) = lexer.rest.chars().next() {
        lexer.step(first);
    }
    lexer.lexemes
}

struct Lexer<'a> {
    rest: &'a str,
    line: usize,
    lexemes: Vec<Lexeme>,
}

impl<'a> Lexer<'a> {
    fn step(&mut self, first: char) {
        if first.is_whitespace() {
            self.take(first.len_utf8());
        } else if self.rest.starts_with("//") {
            self.take(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if self.rest.starts_with("/*") {
            self.block_comment();
        } else if let Some((lead, hashes)) = raw_string(self.rest) {
            self.raw_string(lead, hashes);
        } else if let Some(lead) = plain_string(self.rest) {
            self.plain_string(lead);
        } else if first == '\'' || self.rest.starts_with("b'") {
            self.character_or_lifetime();
        } else if first.is_alphanumeric() || first == '_' {
            self.word();
        } else {
            self.sign(first);
        }
    }

    /// Takes `length` bytes off and counts their lines.
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }

    fn push(&mut self, token: Token, length: usize) {
        self.lexemes.push(Lexeme { token, line: self.line });
        self.take(length);
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        loop {
            if self.rest.starts_with("/*") {
                depth += 1;
                self.take(2);
            } else if self.rest.starts_with("*/") {
                depth -= 1;
                self.take(2);
            } else if let Some(next) = self.rest.chars().next() {
                self.take(next.len_utf8());
            }
            if depth == 0 || self.rest.is_empty() {
                return;
            }
        }
    }

    fn raw_string(&mut self, lead: usize, hashes: usize) {
        let close = format!("\"{}", "#".repeat(hashes));
        let body = &self.rest[lead..];
        let end = body.find(&close).unwrap_or(body.len());
        let length = (lead + end + close.len()).min(self.rest.len());
        self.push(Token::Text(body[..end].to_owned()), length);
    }

    fn plain_string(&mut self, lead: usize) {
        let body = &self.rest[lead..];
        let mut text = String::new();
        let mut at = 0;
        while let Some(next) = body[at..].chars().next() {
            at += next.len_utf8();
            match next {
                '"' => break,
                '\\' => at += escape(&body[at..], &mut text),
                _ => text.push(next),
            }
        }
        self.push(Token::Text(text), lead + at);
    }

    /// `'x'`, `'\u{200F}'` and `b'x'` are characters; `'a` is a lifetime.
    fn character_or_lifetime(&mut self) {
        let lead = self.rest.find('\'').unwrap_or(0) + 1;
        let body = &self.rest[lead..];
        let mut inner = body.chars();
        let length = match inner.next() {
            Some('\\') => 1 + escape(&body[1..], &mut String::new()),
            Some(letter) if inner.next() == Some('\'') => letter.len_utf8(),
            _ => return self.push(Token::Other, lead),
        };
        self.push(Token::Other, (lead + length + 1).min(self.rest.len()));
    }

    fn word(&mut self) {
        let rest = self.rest.strip_prefix("r#").unwrap_or(self.rest);
        let lead = self.rest.len() - rest.len();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        self.push(Token::Word(rest[..end].to_owned()), lead + end);
    }

    fn sign(&mut self, first: char) {
        if self.rest.starts_with("::") {
            return self.push(Token::Sign("::"), 2);
        }
        let known = SIGNS.into_iter().find(|sign| self.rest.starts_with(sign));
        self.push(known.map_or(Token::Other, Token::Sign), first.len_utf8());
    }
}

/// Bytes before the text of a raw string and its number of hashes.
fn raw_string(rest: &str) -> Option<(usize, usize)> {
    let body = ["r", "br", "cr"].into_iter().find_map(|lead| rest.strip_prefix(lead).filter(|b| b.starts_with(['#', '"'])))?;
    let hashes = body.len() - body.trim_start_matches('#').len();
    let lead = rest.len() - body.len() + hashes;
    rest[lead..].starts_with('"').then_some((lead + 1, hashes))
}

/// Bytes before the text of a string.
fn plain_string(rest: &str) -> Option<usize> {
    ["\"", "b\"", "c\""].into_iter().find(|lead| rest.starts_with(lead)).map(str::len)
}

/// Reads what follows a backslash, gives how many bytes that is.
fn escape(rest: &str, text: &mut String) -> usize {
    if let Some((digits, _)) = rest.strip_prefix("u{").and_then(|body| body.split_once('}')) {
        text.extend(u32::from_str_radix(digits, 16).ok().and_then(char::from_u32));
        return digits.len() + 3;
    }
    let Some(next) = rest.chars().next() else { return 0 };
    // A line break, a tab, a quote: none is a letter.
    text.push(if next.is_alphanumeric() { ' ' } else { next });
    if next == 'x' { rest.len().min(3) } else { next.len_utf8() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(source: &str) -> Vec<String> {
        lex(source).iter().filter_map(Lexeme::word).map(str::to_owned).collect()
    }

    fn texts(source: &str) -> Vec<String> {
        let text = |lexeme: Lexeme| match lexeme.token {
            Token::Text(text) => Some(text),
            _ => None,
        };
        lex(source).into_iter().filter_map(text).collect()
    }

    #[test]
    fn comments_are_gone_also_nested_ones() {
        assert_eq!(words("a // b\n/* c /* d */ e */ f /// g"), ["a", "f"]);
        assert_eq!(words("a /* never closed"), ["a"]);
    }

    #[test]
    fn strings_are_texts_whatever_stands_in_them() {
        assert_eq!(texts(r#"x("// no comment", "a \" b", b"c")"#), ["// no comment", "a \" b", "c"]);
        assert_eq!(texts(r###"r#"say "hi" \"#, r"\", br##"a"#b"##"###), ["say \"hi\" \\", "\\", "a\"#b"]);
        assert_eq!(texts(r#""\u{627}\n\x41 b""#), ["ا   b"]);
        assert_eq!(words(r#"r"crate::app" a"#), ["a"]);
    }

    #[test]
    fn lifetimes_open_no_character() {
        assert_eq!(words("fn f<'a>(x: &'a str) -> char { '\"' }"), ["fn", "f", "a", "x", "a", "str", "char"]);
        assert_eq!(words(r"let c = '\''; let d = '\u{200F}'; let e = b'\\'; end"), ["let", "c", "let", "d", "let", "e", "end"]);
        assert_eq!(texts("'\"' \"x\" 'ا' \"y\""), ["x", "y"]);
    }

    #[test]
    fn lines_are_counted_through_strings_and_comments() {
        let lines: Vec<usize> = lex("a\n/* \n */ \"x\ny\" b").iter().map(|lexeme| lexeme.line).collect();
        assert_eq!(lines, [1, 3, 4]);
    }

    #[test]
    fn raw_names_are_names() {
        assert_eq!(words("r#type::x"), ["type", "x"]);
    }
}
