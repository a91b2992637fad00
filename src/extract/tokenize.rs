//! Words, numbers and marks of a folded text, and what clings to the front of an Arabic word.
//! Knows no lexicon: which reading of a word is right is decided by whoever looks it up.

use crate::base::TextSpan;

/// A piece of the folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    /// Its place in the folded text.
    pub(super) span: TextSpan,
    pub(super) kind: TokenKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Letters of any script.
    Word,
    /// ASCII digits (folding has joined the three forms).
    Number,
    /// One other visible character.
    Mark,
    /// A line break.
    Break,
}

/// The tokens of a folded text, in order; blanks are left out.
pub(super) fn tokenize(folded: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(folded.len() / 8);
    let mut chars = folded.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let kind = kind_of(c);
        let Some(kind) = kind else { continue };
        let mut end = start + c.len_utf8();
        if matches!(kind, TokenKind::Word | TokenKind::Number) {
            while let Some(&(next, c)) = chars.peek() {
                if kind_of(c) != Some(kind) {
                    break;
                }
                end = next + c.len_utf8();
                chars.next();
            }
        }
        tokens.push(Token { span: TextSpan::new(start, end), kind });
    }
    tokens
}

fn kind_of(c: char) -> Option<TokenKind> {
    if c.is_ascii_digit() {
        Some(TokenKind::Number)
    } else if c.is_alphabetic() {
        Some(TokenKind::Word)
    } else if matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}') {
        Some(TokenKind::Break)
    } else if c.is_whitespace() || c.is_control() {
        None
    } else {
        Some(TokenKind::Mark)
    }
}

/// One way to read the front of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stem<'a> {
    /// Bytes of clitics that are no part of an expression: و ف ب ك ل.
    pub(super) skip: usize,
    /// Without clitics and article.
    pub(super) core: &'a str,
    /// Whether it has the article.
    pub(super) definite: bool,
    /// Whether a preposition (ب ك ل) clings to it.
    pub(super) preposition: Option<char>,
}

/// The ways to read the front of a folded word, the plainest first.
pub(super) fn stems(word: &str) -> impl Iterator<Item = Stem<'_>> {
    let conjunctions = [0, conjunction_len(word)];
    let n = if conjunctions[1] == 0 { 1 } else { 2 };
    conjunctions.into_iter().take(n).flat_map(move |skip| {
        let rest = &word[skip..];
        [plain(rest, skip, None), with_preposition(rest, skip), doubled_lam(rest, skip)].into_iter().flatten()
    })
}

fn conjunction_len(word: &str) -> usize {
    match word.chars().next() {
        Some(c @ ('و' | 'ف')) if word.chars().count() > 2 => c.len_utf8(),
        _ => 0,
    }
}

fn plain(rest: &str, skip: usize, preposition: Option<char>) -> Option<Stem<'_>> {
    match rest.strip_prefix("ال") {
        Some(core) if core.chars().count() >= 2 => Some(Stem { skip, core, definite: true, preposition }),
        _ => Some(Stem { skip, core: rest, definite: false, preposition }),
    }
}

fn with_preposition(rest: &str, skip: usize) -> Option<Stem<'_>> {
    let first = rest.chars().next().filter(|c| matches!(c, 'ب' | 'ك' | 'ل'))?;
    let after = &rest[first.len_utf8()..];
    if after.chars().count() < 2 {
        return None;
    }
    plain(after, skip + first.len_utf8(), Some(first))
}

/// A word without the conjunction that clings to it, where enough is left: «وقد» is «قد», «في» stays.
pub(super) fn without_conjunction(word: &str) -> &str {
    &word[conjunction_len(word)..]
}

/// «لل…» is ل and the article, which leaves no alef: the whole word is taken.
fn doubled_lam(rest: &str, skip: usize) -> Option<Stem<'_>> {
    let core = rest.strip_prefix("لل").filter(|core| core.chars().count() >= 2)?;
    Some(Stem { skip, core, definite: true, preposition: Some('ل') })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokenize(text).into_iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn words_numbers_and_marks_stand_apart() {
        assert_eq!(words("في 12/3/2024، وصل إيل-76م"), ["في", "12", "/", "3", "/", "2024", "،", "وصل", "إيل", "-", "76", "م"]);
        assert_eq!(words(" \u{a0}\t"), [] as [&str; 0]);
    }

    #[test]
    fn the_front_of_a_word_has_several_readings() {
        let cores: Vec<(usize, &str, bool)> = stems("وبالامس").map(|stem| (stem.skip, stem.core, stem.definite)).collect();
        assert!(cores.contains(&(4, "امس", true)), "{cores:?}");
        assert!(stems("وصل").any(|stem| stem.skip == 0 && stem.core == "وصل"));
        assert!(stems("للحادي").any(|stem| stem.skip == 0 && stem.core == "حادي" && stem.definite));
        assert!(stems("و").all(|stem| !stem.core.is_empty()));
    }
}
