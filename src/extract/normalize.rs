//! A text prepared for reading: folded, in tokens, in sentences, each with the way back to the original.

use std::cell::OnceCell;

use super::lexicon::temporal_en::Opens;
use super::lexicon::triggers::{NounReading, VerbReading};
use super::lexicon::{ARABIC, ENGLISH};
use super::sentence::{Sentence, sentences};
use super::tokenize::{Token, TokenKind, tokenize};
use crate::base::TextSpan;
use crate::base::fold::Folded;

/// A text and all that is needed to look around in it.
pub(super) struct Reading<'a> {
    /// The original text.
    pub(super) text: &'a str,
    folded: Folded,
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<Sentence>,
    /// What each token may be as a verb and as a noun of event; made when first asked for.
    verbs: OnceCell<Vec<Option<VerbReading<'static>>>>,
    nouns: OnceCell<Vec<Option<NounReading<'static>>>>,
    /// What each word may open in English; made when first asked for.
    opens: OnceCell<Vec<Opens>>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let folded = Folded::new(text);
        let tokens = tokenize(&folded.text);
        let sentences = sentences(text, &folded, &tokens);
        Self { text, folded, tokens, sentences, verbs: OnceCell::new(), nouns: OnceCell::new(), opens: OnceCell::new() }
    }

    /// The verb at a token, as `read` reads each token once.
    pub(super) fn verb(
        &self,
        token: usize,
        read: impl Fn(usize) -> Option<VerbReading<'static>>,
    ) -> Option<VerbReading<'static>> {
        let verbs = self.verbs.get_or_init(|| (0..self.tokens.len()).map(read).collect());
        verbs.get(token).copied().flatten()
    }

    /// The noun of event at a token.
    pub(super) fn noun(&self, token: usize) -> Option<NounReading<'static>> {
        let read = |token| self.word(token).and_then(|word| ARABIC.triggers.read_noun(word));
        let nouns = self.nouns.get_or_init(|| (0..self.tokens.len()).map(read).collect());
        nouns.get(token).copied().flatten()
    }

    /// What the English word at a token may open.
    pub(super) fn opens(&self, token: usize) -> Opens {
        let of = |token| self.word(token).map(|word| ENGLISH.opens(word)).unwrap_or_default();
        let opens = self.opens.get_or_init(|| (0..self.tokens.len()).map(of).collect());
        opens.get(token).copied().unwrap_or_default()
    }

    /// The folded characters of a token; empty beyond the last.
    pub(super) fn str(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| token.span.of(&self.folded.text))
    }

    /// The folded word at a token, where it is a word.
    pub(super) fn word(&self, token: usize) -> Option<&str> {
        self.tokens.get(token).filter(|token| token.kind == TokenKind::Word).map(|token| token.span.of(&self.folded.text))
    }

    /// The number at a token, where it is one of at most nine digits.
    pub(super) fn number(&self, token: usize) -> Option<i64> {
        let token = self.tokens.get(token).filter(|token| token.kind == TokenKind::Number && token.span.len() <= 9)?;
        token.span.of(&self.folded.text).parse().ok()
    }

    /// How many digits the number at a token has.
    pub(super) fn n_digits(&self, token: usize) -> usize {
        self.tokens.get(token).filter(|token| token.kind == TokenKind::Number).map_or(0, |token| token.span.len())
    }

    pub(super) fn is_mark(&self, token: usize, mark: &str) -> bool {
        self.kind(token) == Some(TokenKind::Mark) && self.str(token) == mark
    }

    pub(super) fn kind(&self, token: usize) -> Option<TokenKind> {
        self.tokens.get(token).map(|token| token.kind)
    }

    /// Whether two neighbouring tokens touch.
    pub(super) fn touches(&self, token: usize) -> bool {
        match (self.tokens.get(token), self.tokens.get(token + 1)) {
            (Some(a), Some(b)) => a.span.end == b.span.start,
            _ => false,
        }
    }

    /// The original span from `skip` bytes into token `first` to the end of token `last`.
    pub(super) fn original(&self, first: usize, skip: usize, last: usize) -> TextSpan {
        let (Some(a), Some(b)) = (self.tokens.get(first), self.tokens.get(last)) else { return TextSpan::new(0, 0) };
        let start = (a.span.start + skip).min(b.span.end);
        self.folded.original(TextSpan::new(start, b.span.end))
    }

    /// The original span of one token.
    pub(super) fn token_span(&self, token: usize) -> TextSpan {
        self.original(token, 0, token)
    }

    /// The tokens of a sentence that hold something.
    pub(super) fn sentence_of(&self, token: usize) -> Option<&Sentence> {
        let after = self.sentences.partition_point(|sentence| sentence.tokens.end <= token);
        self.sentences.get(after).filter(|sentence| sentence.tokens.contains(&token))
    }
}
