//! A sentence with what is known of its tokens: names, times, and its groups of verbs.

use std::ops::Range;

use super::groups::Group;
use crate::extract::events::names::{EntityKind, EntityMention};
use crate::extract::lexicon::english::{Class, ENGLISH_EVENTS, Forms, NounSense, Word};
use crate::extract::normalize::Reading;
use crate::extract::temporal::TimexMention;
use crate::extract::tokenize::TokenKind;

/// How far from a noun or verb a word that it needs may stand, in tokens.
const NEED_TOKENS: usize = 8;

/// A sentence that is being read.
pub(super) struct Scene<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) tokens: Range<usize>,
    /// The temporal expressions of the sentence.
    pub(super) timexes: &'a [TimexMention],
    pub(super) names: &'a [EntityMention],
    /// Whether it is a headline, which tells the past in the present tense.
    pub(super) is_headline: bool,
    /// Whether it begins within a quotation.
    pub(super) opens_quoted: bool,
    /// In order.
    pub(super) groups: Vec<Group>,
}

/// Whether a quotation is open behind a mark.
pub(super) fn quotes(mark: &str, is_open: bool) -> bool {
    match mark {
        "\u{201C}" => true,
        "\u{201D}" => false,
        "\"" => !is_open,
        _ => is_open,
    }
}

impl<'a> Scene<'a> {
    pub(super) fn word(&self, token: usize) -> Word {
        if self.tokens.contains(&token) { self.reading.english(token) } else { Word::default() }
    }

    pub(super) fn class(&self, token: usize) -> Class {
        self.word(token).class
    }

    /// Whether a token is one of the classes.
    pub(super) fn is(&self, token: usize, class: Class) -> bool {
        self.class(token).is(class)
    }

    pub(super) fn str(&self, token: usize) -> &'a str {
        if self.tokens.contains(&token) { self.reading.str(token) } else { "" }
    }

    pub(super) fn is_word(&self, token: usize) -> bool {
        self.tokens.contains(&token) && self.reading.kind(token) == Some(TokenKind::Word)
    }

    pub(super) fn is_mark(&self, token: usize) -> bool {
        self.tokens.contains(&token) && self.reading.kind(token) == Some(TokenKind::Mark)
    }

    pub(super) fn is_number(&self, token: usize) -> bool {
        self.tokens.contains(&token) && self.reading.kind(token) == Some(TokenKind::Number)
    }

    /// "6.6", "1,000": a mark between the digits of a number.
    pub(super) fn is_in_number(&self, mark: usize) -> bool {
        mark > self.tokens.start && self.is_number(mark - 1) && self.is_number(mark + 1) && self.reading.touches(mark)
    }

    /// Whether a token stands between quotation marks.
    pub(super) fn is_quoted(&self, token: usize) -> bool {
        (self.tokens.start..token).fold(self.opens_quoted, |is_open, before| quotes(self.str(before), is_open))
    }

    /// The place in the sentence's list of the expression that covers a token.
    pub(super) fn timex_at(&self, token: usize) -> Option<usize> {
        let place = self.timexes.partition_point(|timex| timex.last < token);
        self.timexes.get(place).filter(|timex| timex.first <= token).map(|_| place)
    }

    pub(super) fn is_time(&self, token: usize) -> bool {
        self.timex_at(token).is_some()
    }

    pub(super) fn name_at(&self, token: usize) -> Option<&'a EntityMention> {
        let place = self.names.partition_point(|name| name.last < token);
        self.names.get(place).filter(|name| name.first <= token)
    }

    /// Whether a token is a part of a proper name.
    pub(super) fn is_in_name(&self, token: usize) -> bool {
        self.name_at(token).is_some_and(|name| name.kind != EntityKind::Group && self.reading.is_capital(token))
    }

    /// Whether a word belongs to a compound written with hyphens: "Saudi-led", "cease-fire".
    pub(super) fn is_hyphenated(&self, token: usize) -> bool {
        let hyphen = |mark: usize| matches!(self.str(mark), "-" | "\u{2010}" | "\u{2011}");
        let before = token > self.tokens.start && hyphen(token - 1) && self.reading.touches(token - 1);
        before || (hyphen(token + 1) && self.reading.touches(token))
    }

    /// "was quickly arrested": an adverb.
    pub(super) fn is_adverb(&self, token: usize) -> bool {
        let word = self.word(token);
        let by_ending = || self.str(token).len() > 4 && self.str(token).ends_with("ly");
        self.is_word(token) && (word.class.is(Class::ADVERB) || (word.class == Class::NONE && by_ending()))
    }

    /// The possessive "'s" or a bare apostrophe at a token.
    pub(super) fn is_possessive(&self, token: usize) -> bool {
        matches!(self.str(token), "'" | "\u{2019}") && matches!(self.str(token + 1), "s" | "") || {
            let before = token > self.tokens.start && matches!(self.str(token - 1), "'" | "\u{2019}");
            before && self.str(token) == "s" && self.reading.touches(token - 1)
        }
    }

    /// Where a phrase of a number of words that are no verbs, names or marks begins before a token; the token itself: nowhere.
    pub(super) fn is_plain_noun(&self, token: usize) -> bool {
        self.is_word(token) && !self.is_function(token)
    }

    /// Whether a word only joins others.
    pub(super) fn is_function(&self, token: usize) -> bool {
        let joining = Class::DETERMINER
            .or(Class::PREPOSITION)
            .or(Class::BE)
            .or(Class::HAVE)
            .or(Class::DO)
            .or(Class::FUTURE)
            .or(Class::POSSIBLE)
            .or(Class::SUBJECT_PRONOUN)
            .or(Class::OBJECT_PRONOUN)
            .or(Class::RELATIVE)
            .or(Class::COMPLEMENTIZER)
            .or(Class::SUBORDINATOR)
            .or(Class::COORDINATOR)
            .or(Class::NEGATION);
        self.is(token, joining)
    }

    /// The noun of event at a token: the sense that the words around it call for.
    pub(super) fn noun(&self, token: usize) -> Option<&'static NounSense> {
        let senses = self.word(token).noun?;
        if self.is_in_name(token) || self.is_time(token) {
            return None;
        }
        let fits = |sense: &&NounSense| {
            let n_front = sense.front.len();
            let fronts = token >= self.tokens.start + n_front
                && sense.front.iter().enumerate().all(|(i, word)| self.str(token - n_front + i) == word);
            fronts && (sense.needs.is_empty() || self.has_near(token, &sense.needs))
        };
        senses.iter().find(fits)
    }

    /// Whether one of some words stands near a token of the sentence.
    pub(super) fn has_near(&self, token: usize, words: &[String]) -> bool {
        let start = token.saturating_sub(NEED_TOKENS).max(self.tokens.start);
        let end = (token + NEED_TOKENS).min(self.tokens.end);
        (start..end).any(|near| near != token && words.iter().any(|word| word == self.str(near)))
    }

    /// Whether nobody says that what a noun names took place: "a possible strike", "fears of war".
    pub(super) fn is_unreal(&self, token: usize) -> bool {
        let start = token.saturating_sub(4).max(self.tokens.start);
        (start..token).any(|before| {
            let unreal = self.reading.english_phrase(before, &ENGLISH_EVENTS.functions.unreal);
            let end = unreal.map_or(0, |found| before + found.n_tokens);
            // The article and an adjective may stand between.
            end > before
                && end <= token
                && (end..token).all(|between| !self.is(between, Class::PREPOSITION) && self.is_word(between))
        })
    }

    /// The form that a word may be of a verb, where it stands as one word.
    pub(super) fn verb_form(&self, token: usize) -> Option<Forms> {
        let form = self.word(token).verb?;
        (!self.is_hyphenated(token) && !self.is_in_name(token) && !self.is_time(token) && !self.is(token, Class::NOT_VERB))
            .then_some(form.forms)
    }
}
