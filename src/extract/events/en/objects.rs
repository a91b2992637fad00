//! The nouns of event around a verb: the heads of its object and of its subject.

use super::telling::{NounAt, OBJECT_TOKENS, Telling};
use crate::extract::lexicon::english::{Class, ENGLISH_EVENTS};

impl Telling<'_> {
    /// The noun of event that heads the object.
    pub(super) fn governed(&self) -> Option<NounAt> {
        let end = (self.group.head + OBJECT_TOKENS)
            .min(self.scene.groups.get(self.index + 1).map_or(self.scene.tokens.end, |next| next.first));
        let start = self.group.head + 1;
        // "came under attack", "entered into talks", "led to unrest"
        let orders = self.scene.reading.english_phrase(start, &ENGLISH_EVENTS.functions.adjuncts).is_some();
        let particle = self.scene.is(start, Class::PREPOSITION.or(Class::MANNER)) && !self.scene.is_time(start) && !orders;
        self.noun_in(start + usize::from(particle)..end)
    }

    /// The noun of event that heads the subject.
    pub(super) fn subject_noun(&self) -> Option<NounAt> {
        self.noun_in(self.group.setting.subject.clone())
    }

    /// The head of a noun phrase, where it is a noun of event: the last of its words before a preposition.
    pub(super) fn noun_in(&self, tokens: std::ops::Range<usize>) -> Option<NounAt> {
        let scene = self.scene;
        let mut last = None;
        for token in tokens {
            let is_of = scene.str(token) == "of";
            if scene.is_time(token) && !scene.is_possessive(token + 1) {
                continue;
            }
            let joins = scene.is_possessive(token)
                || (scene.str(token) == "-" && scene.reading.touches(token))
                || scene.is_in_number(token);
            let ends = scene.is(token, Class::PREPOSITION.or(Class::COMPLEMENTIZER).or(Class::RELATIVE))
                || (scene.is_mark(token) && !joins);
            if ends && !(is_of && last.is_none()) {
                break;
            }
            if scene.is(token, Class::COORDINATOR) && last.is_some() {
                break;
            }
            if scene.is_plain_noun(token) && !scene.is_possessive(token) {
                let noun = scene.noun(token).filter(|_| !scene.is_hyphenated(token));
                // A later word of the phrase is its head: "a protest group".
                last = match noun {
                    Some(noun) => Some((token, noun)),
                    None if scene.is_adverb(token) || scene.is(token, Class::MANNER) => last,
                    None => None,
                };
            }
        }
        last
    }
}
