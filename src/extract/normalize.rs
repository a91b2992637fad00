//! A text prepared for reading: folded, in tokens, in sentences, each with the way back to the original.

use std::cell::OnceCell;

use super::lexicon::english::{ENGLISH_EVENTS, Word};
use super::lexicon::index::Tables;
use super::lexicon::opens::Opens;
use super::lexicon::phrases::{PhraseMatch, Phrases};
use super::lexicon::triggers::{NounReading, VerbReading};
use super::lexicon::{ARABIC, ENGLISH};
use super::sentence::{Sentence, sentences};
use super::tokenize::{Token, TokenKind, Tokens, tokenize};
use crate::base::TextSpan;
use crate::base::fold::original_offset;

/// A text and all that is needed to look around in it.
pub(super) struct Reading<'a> {
    /// The original text.
    pub(super) text: &'a str,
    folded: String,
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<Sentence>,
    tables: PerWord<Tables>,
    opens: PerWord<Opens>,
    english: PerWord<Word>,
    lexical_verbs: PerWord<Option<VerbReading<'static>>>,
    nouns: PerWord<Option<NounReading<'static>>>,
    /// What each token is as a verb where it stands; made when first asked for.
    verbs: OnceCell<Vec<Option<VerbReading<'static>>>>,
    is_wanted: &'a dyn Fn() -> bool,
}

/// What is known of each different word of a text, looked up when first asked for: news repeats most of its words.
struct PerWord<T>(Vec<OnceCell<T>>);

impl<T: Copy> PerWord<T> {
    fn new(n_words: usize) -> Self {
        Self(std::iter::repeat_with(OnceCell::new).take(n_words).collect())
    }

    fn get(&self, word: usize, look_up: impl FnOnce() -> T) -> Option<T> {
        self.0.get(word).map(|known| *known.get_or_init(look_up))
    }
}

impl<'a> Reading<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self::while_wanted(text, &|| true)
    }

    /// The same, read as long as it is wanted.
    pub(super) fn while_wanted(text: &'a str, is_wanted: &'a dyn Fn() -> bool) -> Self {
        let Tokens { text: folded, tokens, words } = tokenize(text);
        let sentences = sentences(text, &folded, &tokens);
        let n_words = words.len();
        Self {
            text,
            folded,
            tokens,
            sentences,
            tables: PerWord::new(n_words),
            opens: PerWord::new(n_words),
            english: PerWord::new(n_words),
            lexical_verbs: PerWord::new(n_words),
            nouns: PerWord::new(n_words),
            verbs: OnceCell::new(),
            is_wanted,
        }
    }

    /// Whether somebody still waits for what is found: asked before each sentence.
    pub(super) fn is_wanted(&self) -> bool {
        (self.is_wanted)()
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

    /// What a word is as a verb wherever it stands.
    pub(super) fn lexical_verb(&self, token: usize) -> Option<VerbReading<'static>> {
        let word = self.word(token)?;
        self.lexical_verbs.get(self.tokens[token].word(), || ARABIC.triggers.read_verb(word)).flatten()
    }

    /// Whether a word of time stands at a token, or one that places a time: «شهر», «الماضي».
    pub(super) fn is_time(&self, token: usize) -> bool {
        self.phrase(token, &ARABIC.temporal.words).is_some() || self.phrase(token, &ARABIC.temporal.relatives).is_some()
    }

    /// The noun of event at a token.
    pub(super) fn noun(&self, token: usize) -> Option<NounReading<'static>> {
        let word = self.word(token)?;
        self.nouns.get(self.tokens[token].word(), || ARABIC.triggers.read_noun(word)).flatten()
    }

    /// The Arabic tables with a phrase that may open with the word at a token.
    pub(super) fn tables(&self, token: usize) -> Tables {
        let Some(word) = self.word(token) else { return Tables::default() };
        self.tables.get(self.tokens[token].word(), || ARABIC.index.tables_of(word)).unwrap_or_default()
    }

    /// The longest phrase of an Arabic table at a token.
    pub(super) fn phrase<'t, T>(&self, token: usize, table: &'t Phrases<T>) -> Option<PhraseMatch<'t, T>> {
        if !table.is_in(self.tables(token)) {
            return None;
        }
        table.at(|i| self.word(token + i))
    }

    /// What the English word at a token may open.
    pub(super) fn opens(&self, token: usize) -> Opens {
        let Some(word) = self.word(token) else { return Opens::default() };
        self.opens.get(self.tokens[token].word(), || ENGLISH.opens(word)).unwrap_or_default()
    }

    /// What is known of the English word at a token.
    pub(super) fn english(&self, token: usize) -> Word {
        let Some(word) = self.word(token) else { return Word::default() };
        self.english.get(self.tokens[token].word(), || ENGLISH_EVENTS.word(word)).unwrap_or_default()
    }

    /// The longest phrase of an English table at a token; marks are words of their own: "u . s .".
    pub(super) fn english_phrase<'t, T>(&self, token: usize, table: &'t Phrases<T>) -> Option<PhraseMatch<'t, T>> {
        if !table.is_in(self.english(token).tables) {
            return None;
        }
        table.at(|i| self.tokens.get(token + i).map(|token| token.span().of(&self.folded)))
    }

    /// Whether the word at a token begins with a capital letter.
    pub(super) fn is_capital(&self, token: usize) -> bool {
        self.word(token).is_some() && self.token_span(token).of(self.text).chars().next().is_some_and(char::is_uppercase)
    }

    /// The folded characters of a token; empty beyond the last.
    pub(super) fn str(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| token.span().of(&self.folded))
    }

    /// The folded word at a token, where it is a word.
    pub(super) fn word(&self, token: usize) -> Option<&str> {
        self.tokens.get(token).filter(|token| token.kind == TokenKind::Word).map(|token| token.span().of(&self.folded))
    }

    /// The number at a token, where it is one of at most nine digits.
    pub(super) fn number(&self, token: usize) -> Option<i64> {
        self.tokens.get(token)?.number()
    }

    /// How many digits the number at a token has.
    pub(super) fn n_digits(&self, token: usize) -> usize {
        self.tokens.get(token).filter(|token| token.kind == TokenKind::Number).map_or(0, |token| token.span().len())
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
            (Some(a), Some(b)) => a.span().end == b.span().start,
            _ => false,
        }
    }

    /// The original span from `skip` bytes into token `first` to the end of token `last`.
    pub(super) fn original(&self, first: usize, skip: usize, last: usize) -> TextSpan {
        let (Some(a), Some(b)) = (self.tokens.get(first), self.tokens.get(last)) else { return TextSpan::new(0, 0) };
        let (first, last) = (a.original(), b.original());
        let start = if skip == 0 { first.start } else { first.start + original_offset(first.of(self.text), skip) };
        TextSpan::new(start.min(last.end), last.end)
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
