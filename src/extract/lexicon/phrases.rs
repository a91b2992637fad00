//! A table of phrases, looked up at a token: the longest that stands there wins.

use super::WordMap;
use super::index::Tables;
use crate::base::fold::fold;
use crate::extract::tokenize::stems;

/// Phrases of one or more words, each with a meaning. Looked up by the first word without clitics and article.
#[derive(Debug)]
pub(crate) struct Phrases<T> {
    by_first: WordMap<Vec<Phrase<T>>>,
    /// Its place in the index of its lexicon.
    pub(super) place: Tables,
}

#[derive(Debug)]
struct Phrase<T> {
    /// Whether the first word has the article; then the text must have it too.
    definite: bool,
    /// The words after the first.
    rest: Vec<String>,
    meaning: T,
}

/// A phrase found in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PhraseMatch<'a, T> {
    /// How many tokens it covers.
    pub(crate) n_tokens: usize,
    /// Bytes of clitics before it in the first token.
    pub(crate) skip: usize,
    /// Whether the first token has the article.
    pub(crate) definite: bool,
    /// The preposition that clings to it.
    pub(crate) preposition: Option<char>,
    pub(crate) meaning: &'a T,
}

impl<T> Phrases<T> {
    /// A table of written phrases; they are folded here.
    pub(crate) fn new<'s>(entries: impl IntoIterator<Item = (&'s str, T)>) -> Self {
        let mut by_first: WordMap<Vec<Phrase<T>>> = WordMap::default();
        for (written, meaning) in entries {
            let folded = fold(written);
            let mut words = folded.split_whitespace();
            let Some(first) = words.next() else { continue };
            let (core, definite) = match first.strip_prefix("ال") {
                Some(core) if core.chars().count() >= 2 => (core, true),
                _ => (first, false),
            };
            let phrase = Phrase { definite, rest: words.map(str::to_owned).collect(), meaning };
            let phrases = by_first.entry(core.to_owned()).or_default();
            let key = |phrase: &Phrase<T>| (std::cmp::Reverse(phrase.rest.len()), !phrase.definite);
            let place = phrases.partition_point(|other| key(other) <= key(&phrase));
            phrases.insert(place, phrase);
        }
        Self { by_first, place: Tables::default() }
    }

    /// The first words of all phrases, without their article, in no order.
    pub(crate) fn first_words(&self) -> impl Iterator<Item = &str> {
        self.by_first.keys().map(String::as_str)
    }

    /// The meaning of a single word that is written with or without its article in the table.
    pub(crate) fn core(&self, core: &str) -> Option<&T> {
        self.by_first.get(core)?.iter().find(|phrase| phrase.rest.is_empty()).map(|phrase| &phrase.meaning)
    }

    /// Whether a single word, without clitics and article, is one of its phrases.
    pub(crate) fn has(&self, core: &str) -> bool {
        self.core(core).is_some()
    }

    /// Whether it may have a phrase that opens with a word of these tables.
    pub(crate) fn is_in(&self, tables: Tables) -> bool {
        tables.hold(self.place)
    }

    /// The longest phrase at the front of words to which nothing clings, as in English: how many words, and what they mean.
    pub(crate) fn plainly_at<'s>(&self, mut word: impl FnMut(usize) -> Option<&'s str>) -> Option<(usize, &T)> {
        let phrases = self.by_first.get(word(0)?)?;
        let fits = |phrase: &&Phrase<T>| phrase.rest.iter().enumerate().all(|(i, rest)| word(i + 1) == Some(rest));
        phrases.iter().find(fits).map(|phrase| (phrase.rest.len() + 1, &phrase.meaning))
    }

    /// The longest phrase at the front of `words`; the plainest reading of the first word on a tie.
    pub(crate) fn at<'a, 's>(&'a self, mut word: impl FnMut(usize) -> Option<&'s str>) -> Option<PhraseMatch<'a, T>> {
        let first = word(0)?;
        let mut best: Option<PhraseMatch<'a, T>> = None;
        for stem in stems(first) {
            let Some(phrases) = self.by_first.get(stem.core) else { continue };
            let fits = |phrase: &&Phrase<T>, word: &mut dyn FnMut(usize) -> Option<&'s str>| {
                (!phrase.definite || stem.definite) && phrase.rest.iter().enumerate().all(|(i, rest)| word(i + 1) == Some(rest))
            };
            let Some(phrase) = phrases.iter().find(|phrase| fits(phrase, &mut word)) else { continue };
            let n_tokens = phrase.rest.len() + 1;
            if best.as_ref().is_none_or(|best| n_tokens > best.n_tokens) {
                let (skip, definite, preposition) = (stem.skip, stem.definite, stem.preposition);
                best = Some(PhraseMatch { n_tokens, skip, definite, preposition, meaning: &phrase.meaning });
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(table: &Phrases<u8>, text: &str) -> Option<(usize, usize, u8)> {
        let folded = fold(text);
        let words: Vec<&str> = folded.split_whitespace().collect();
        table.at(|i| words.get(i).copied()).map(|found| (found.n_tokens, found.skip, *found.meaning))
    }

    #[test]
    fn the_longest_phrase_wins_and_the_article_counts() {
        let table = Phrases::new([("كانون", 1), ("كانون الثاني", 2), ("الأحد", 7)]);
        assert_eq!(find(&table, "كانون الثاني"), Some((2, 0, 2)));
        assert_eq!(find(&table, "وكانون الأول"), Some((1, 2, 1)));
        assert_eq!(find(&table, "أحد"), None);
        assert_eq!(find(&table, "بالأحد"), Some((1, 2, 7)));
    }
}
