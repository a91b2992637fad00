//! Words, numbers and marks of a text, folded as they are found, and what clings to the front of an Arabic word.
//! Knows no lexicon: which reading of a word is right is decided by whoever looks it up.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::base::TextSpan;
use crate::base::fold::{Fold, compatible, fold_char};

/// A piece of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    /// Its place in the folded text.
    start: u32,
    end: u32,
    /// Its place in the original, marks included.
    original_start: u32,
    original_end: u32,
    /// Of a word: its place among the different words of the text. Of a number: its value, where it fits.
    value: u32,
    pub(super) kind: TokenKind,
}

impl Token {
    /// Its place in the folded text.
    pub(super) fn span(&self) -> TextSpan {
        TextSpan::new(self.start as usize, self.end as usize)
    }

    /// Its place in the original text.
    pub(super) fn original(&self) -> TextSpan {
        TextSpan::new(self.original_start as usize, self.original_end as usize)
    }

    /// The place of a word among the different words of the text, by first occurrence; 0 for other tokens.
    pub(super) fn word(&self) -> usize {
        if self.kind == TokenKind::Word { self.value as usize } else { 0 }
    }

    /// The number that a token of at most nine digits is.
    pub(super) fn number(&self) -> Option<i64> {
        (self.kind == TokenKind::Number && self.end - self.start <= MAX_DIGITS).then_some(i64::from(self.value))
    }
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

/// A folded text in tokens.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    /// The folded text.
    pub(super) text: String,
    /// In order; blanks are left out.
    pub(super) tokens: Vec<Token>,
    /// The different words, each where it stands first in the folded text.
    pub(super) words: Vec<TextSpan>,
}

/// Numbers of more digits are no numbers of a date.
const MAX_DIGITS: u32 = 9;

/// The longest folded text. One ligature folds to less than 64 bytes.
const MAX_FOLDED: usize = u32::MAX as usize - 64;

/// Folds a text and cuts it into tokens in one pass; what lies beyond 4 GiB is left out.
pub(super) fn tokenize(text: &str) -> Tokens {
    let mut cutter = Cutter { text: String::with_capacity(text.len()), tokens: Vec::with_capacity(text.len() / 8), open: None };
    for (offset, c) in text.char_indices() {
        let (Ok(start), Ok(end)) = (u32::try_from(offset), u32::try_from(offset + c.len_utf8())) else { break };
        if cutter.text.len() > MAX_FOLDED {
            break;
        }
        cutter.read(c, start, end);
    }
    let Cutter { text, mut tokens, .. } = cutter;
    join_abbreviations(&text, &mut tokens);
    let words = evaluate(&text, &mut tokens);
    Tokens { text, tokens, words }
}

/// «د. سالم»: the full stop of a title of one letter is a part of it, and parts no clause.
fn join_abbreviations(text: &str, tokens: &mut Vec<Token>) {
    let stop = |tokens: &[Token], at: usize| {
        let [letter, mark, next] = tokens.get(at..at + 3)? else { return None };
        let is_title = letter.kind == TokenKind::Word && matches!(letter.span().of(text), "د" | "ا");
        let touches = letter.end == mark.start && mark.kind == TokenKind::Mark && mark.span().of(text) == ".";
        (is_title && touches && next.kind == TokenKind::Word).then_some(mark.original_end)
    };
    let mut stops = Vec::new();
    for at in 0..tokens.len() {
        // Most tokens are longer: their width alone turns them away.
        if tokens[at].end - tokens[at].start == 2
            && let Some(end) = stop(tokens, at)
        {
            tokens[at].original_end = end;
            stops.push(at + 1);
        }
    }
    if !stops.is_empty() {
        let mut at = 0;
        tokens.retain(|_| {
            at += 1;
            stops.binary_search(&(at - 1)).is_err()
        });
    }
}

/// Gives each word its place among the different ones, and each number its value.
fn evaluate(text: &str, tokens: &mut [Token]) -> Vec<TextSpan> {
    let mut words = Vec::new();
    let mut places: HashMap<&str, u32, foldhash::fast::RandomState> = HashMap::default();
    for token in tokens {
        let span = token.span();
        token.value = match token.kind {
            TokenKind::Word => *places.entry(span.of(text)).or_insert_with(|| {
                words.push(span);
                in_32_bits(words.len() - 1)
            }),
            TokenKind::Number => span.of(text).parse().unwrap_or_default(),
            TokenKind::Mark | TokenKind::Break => 0,
        };
    }
    words
}

/// What stands before a character decides whether it opens a token.
struct Cutter {
    text: String,
    tokens: Vec<Token>,
    /// The kind of the last character, where it was visible: what goes on is of the same kind.
    open: Option<TokenKind>,
}

impl Cutter {
    fn read(&mut self, c: char, start: u32, end: u32) {
        let (fold, kind) = KNOWN.get(c as usize).copied().unwrap_or_else(|| known(c));
        match fold {
            Fold::Keep(kept) => self.keep(kept, kind, start, end),
            Fold::Mark => self.extend(start, end),
            Fold::Drop => {}
            Fold::Compatibility => compatible(c).for_each(|kept| self.keep(kept, kind_of(kept), start, end)),
        }
    }

    #[inline]
    fn keep(&mut self, c: char, kind: Option<TokenKind>, original_start: u32, original_end: u32) {
        let start = self.text.len();
        self.text.push(c);
        let goes_on = self.open == kind && matches!(kind, Some(TokenKind::Word | TokenKind::Number));
        self.open = kind;
        let Some(kind) = kind else { return };
        let end = in_32_bits(self.text.len());
        match self.tokens.last_mut().filter(|_| goes_on) {
            Some(last) => (last.end, last.original_end) = (end, original_end),
            None => {
                let start = in_32_bits(start);
                self.tokens.push(Token { start, end, original_start, original_end, value: 0, kind });
            }
        }
    }

    /// Gives a mark that was left out to the character before it.
    fn extend(&mut self, start: u32, end: u32) {
        if let Some(last) = self.tokens.last_mut().filter(|last| last.original_end == start) {
            last.original_end = end;
        }
    }
}

/// A place in the folded text, which `tokenize` keeps below 4 GiB.
fn in_32_bits(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// What the characters that news is written in fold to, and the kind of that.
static KNOWN: LazyLock<Vec<(Fold, Option<TokenKind>)>> =
    LazyLock::new(|| (0..0x700).map(|code| char::from_u32(code).map_or((Fold::Drop, None), known)).collect());

fn known(c: char) -> (Fold, Option<TokenKind>) {
    let fold = fold_char(c);
    (fold, if let Fold::Keep(kept) = fold { kind_of(kept) } else { None })
}

fn kind_of(c: char) -> Option<TokenKind> {
    match c {
        '0'..='9' => Some(TokenKind::Number),
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(TokenKind::Break),
        _ if c.is_alphabetic() => Some(TokenKind::Word),
        _ if c.is_whitespace() || c.is_control() => None,
        _ => Some(TokenKind::Mark),
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
    let conjunction = conjunction_len(word);
    let readings = |skip: usize| {
        let rest = &word[skip..];
        [Some(plain(rest, skip, None)), with_preposition(rest, skip), doubled_lam(rest, skip)]
    };
    let behind = if conjunction == 0 { [None; 3] } else { readings(conjunction) };
    readings(0).into_iter().chain(behind).flatten()
}

fn conjunction_len(word: &str) -> usize {
    let Some(rest) = word.strip_prefix(['و', 'ف']) else { return 0 };
    if has_two_letters(rest) { word.len() - rest.len() } else { 0 }
}

fn has_two_letters(word: &str) -> bool {
    word.chars().nth(1).is_some()
}

fn plain(rest: &str, skip: usize, preposition: Option<char>) -> Stem<'_> {
    match rest.strip_prefix("ال") {
        Some(core) if has_two_letters(core) => Stem { skip, core, definite: true, preposition },
        _ => Stem { skip, core: rest, definite: false, preposition },
    }
}

fn with_preposition(rest: &str, skip: usize) -> Option<Stem<'_>> {
    let first = rest.chars().next().filter(|c| matches!(c, 'ب' | 'ك' | 'ل'))?;
    let after = &rest[first.len_utf8()..];
    has_two_letters(after).then(|| plain(after, skip + first.len_utf8(), Some(first)))
}

/// A word without the conjunction that clings to it, where enough is left: «وقد» is «قد», «في» stays.
pub(super) fn without_conjunction(word: &str) -> &str {
    &word[conjunction_len(word)..]
}

/// «لل…» is ل and the article, which leaves no alef: the whole word is taken.
fn doubled_lam(rest: &str, skip: usize) -> Option<Stem<'_>> {
    let core = rest.strip_prefix("لل").filter(|core| has_two_letters(core))?;
    Some(Stem { skip, core, definite: true, preposition: Some('ل') })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let cut = tokenize(text);
        cut.tokens.iter().map(|token| token.span().of(&cut.text).to_owned()).collect()
    }

    #[test]
    fn words_numbers_and_marks_stand_apart() {
        let expected = ["في", "12", "/", "3", "/", "2024", "،", "وصل", "ايل", "-", "76", "م"];
        assert_eq!(words("في 12/3/2024، وصل إيل-76م"), expected);
        assert_eq!(words(" \u{a0}\t"), [] as [&str; 0]);
    }

    #[test]
    fn a_token_knows_its_words_in_the_original_with_their_marks() {
        let text = "قال: «مُؤَخَّرًا» في ٢٠٢٣م و\u{200f}ﻻ قال";
        let cut = tokenize(text);
        for (word, original) in [("موخرا", "مُؤَخَّرًا"), ("2023", "٢٠٢٣"), ("قال", "قال"), ("ولا", "و\u{200f}ﻻ")]
        {
            let token = cut.tokens.iter().find(|token| token.span().of(&cut.text) == word).expect("the word is a token");
            assert_eq!(token.original().of(text), original);
        }
    }

    #[test]
    fn equal_words_have_one_number() {
        let cut = tokenize("قال: إن من قال ان 7");
        let numbers: Vec<usize> = cut.tokens.iter().map(Token::word).collect();
        assert_eq!(numbers, [0, 0, 1, 2, 0, 1, 0], "the mark and the number have none");
        assert_eq!(cut.words.iter().map(|span| span.of(&cut.text)).collect::<Vec<_>>(), ["قال", "ان", "من"]);
    }

    proptest::proptest! {
        #[test]
        fn tokens_are_in_order_and_on_code_point_borders(text in "\\PC{0,80}") {
            let cut = tokenize(&text);
            proptest::prop_assert_eq!(&cut.text, &crate::base::fold::fold(&text));
            for token in &cut.tokens {
                proptest::prop_assert!(!token.span().is_empty());
                proptest::prop_assert!(text.get(token.original().start..token.original().end).is_some());
            }
            for pair in cut.tokens.windows(2) {
                proptest::prop_assert!(pair[0].span().end <= pair[1].span().start);
                proptest::prop_assert!(pair[0].original().start <= pair[1].original().start);
            }
        }
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
