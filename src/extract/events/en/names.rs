//! Names in an English sentence: countries, capitals, organisations, persons, groups, places.
//! Knows no event: who does what is decided beside the trigger.

use crate::extract::events::names::{EntityKind, EntityMention};
use crate::extract::lexicon::english::{Class, ENGLISH_EVENTS};
use crate::extract::normalize::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::temporal::TimexMention;
use crate::extract::tokenize::TokenKind;

/// The longest name, in tokens.
const NAME_TOKENS: usize = 7;

/// How many persons an article may have who are known again by their last name.
const KNOWN_PERSONS: usize = 64;

/// A sentence whose names are looked for.
struct Names<'a> {
    reading: &'a Reading<'a>,
    start: usize,
    end: usize,
    timexes: &'a [TimexMention],
    known: Vec<usize>,
}

/// The names in a sentence, in order, none overlapping another.
///
/// `known`: the last names of the persons told so far, as places of words, by which they are known again.
pub(super) fn find(
    reading: &Reading<'_>,
    sentence: &Sentence,
    timexes: &[TimexMention],
    known: &mut Vec<usize>,
) -> Vec<EntityMention> {
    let names = Names { reading, start: sentence.tokens.start, end: sentence.tokens.end, timexes, known: known.clone() };
    let mut found: Vec<EntityMention> = Vec::new();
    let mut token = names.start;
    while token < names.end {
        let mention = names.at(token).filter(|mention| mention.last < names.end && mention.last >= token);
        token = mention.as_ref().map_or(token, |mention| mention.last) + 1;
        if let Some(person) =
            mention.as_ref().filter(|mention| mention.kind == EntityKind::Person && reading.is_capital(mention.last))
        {
            let word = reading.tokens[person.last].word();
            if !known.contains(&word) && known.len() < KNOWN_PERSONS {
                known.push(word);
            }
        }
        found.extend(mention);
    }
    found
}

impl Names<'_> {
    fn at(&self, token: usize) -> Option<EntityMention> {
        let word = self.reading.english(token);
        let is_capital = self.reading.is_capital(token);
        let entities = &ENGLISH_EVENTS.entities;
        let has_phrase = [
            entities.titles.is_in(word.tables),
            entities.demonyms.is_in(word.tables),
            entities.names.is_in(word.tables),
            entities.definite.is_in(word.tables),
            entities.groups.is_in(word.tables),
        ];
        if !is_capital && !has_phrase.contains(&true) || self.is_time(token) {
            return None;
        }
        self.listed(token, is_capital)
            .or_else(|| self.national(token))
            .or_else(|| self.titled(token, token, None))
            .or_else(|| self.body(token, token, None))
            .or_else(|| self.group(token, token, None))
            .or_else(|| self.capitalised(token))
            .filter(|mention| !self.is_adjective(token, mention))
    }

    /// "American lives": a nationality alone is no actor; "American Airlines" is one.
    fn is_adjective(&self, token: usize, mention: &EntityMention) -> bool {
        let demonym = self.reading.english_phrase(token, &ENGLISH_EVENTS.entities.demonyms);
        demonym.is_some_and(|found| mention.last < token + found.n_tokens && mention.kind != EntityKind::Group)
    }

    fn is_time(&self, token: usize) -> bool {
        let place = self.timexes.partition_point(|timex| timex.last < token);
        self.timexes.get(place).is_some_and(|timex| timex.first <= token)
    }

    fn str(&self, token: usize) -> &str {
        if (self.start..self.end).contains(&token) { self.reading.str(token) } else { "" }
    }

    fn is(&self, token: usize, class: Class) -> bool {
        (self.start..self.end).contains(&token) && self.reading.english(token).class.is(class)
    }

    fn is_capital(&self, token: usize) -> bool {
        (self.start..self.end).contains(&token) && self.reading.is_capital(token)
    }

    fn mention(&self, first: usize, last: usize, kind: EntityKind, name: String, code: Option<String>) -> EntityMention {
        debug_assert!(first <= last);
        EntityMention { first, last, skip: 0, kind, name, code }
    }

    fn written(&self, first: usize, last: usize) -> String {
        self.reading.original(first, 0, last).of(self.reading.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// A name that the tables list; a part of a longer name it is not: "France Telecom".
    fn listed(&self, token: usize, is_capital: bool) -> Option<EntityMention> {
        let found = self.reading.english_phrase(token, &ENGLISH_EVENTS.entities.names)?;
        let name = found.meaning;
        let mut last = token + found.n_tokens - 1;
        let capital = is_capital || (self.str(token) == "the" && self.is_capital(token + 1));
        if !capital {
            return None;
        }
        // "us" and "who" are words before they are names.
        let upper = self.reading.token_span(token).of(self.reading.text).chars().all(|c| !c.is_lowercase());
        if (name.is_ambiguous || matches!(self.str(token), "us" | "who" | "au"))
            && !upper
            && !self.is(token.wrapping_sub(1), Class::PLACE_PREPOSITION)
        {
            return None;
        }
        if self.is_capital(last + 1)
            && !self.is(last + 1, Class::NOT_NAME)
            && !self.is_time(last + 1)
            && self.reading.kind(last + 1) == Some(TokenKind::Word)
        {
            let run = self.run(token);
            if run > last && self.is(run, Class::ORGANISATION_HEAD) {
                return Some(self.mention(token, run, EntityKind::Organisation, self.written(token, run), None));
            }
        }
        // The full stop behind "U.S." is its own.
        if found.n_tokens > 2
            && self.str(last + 1) == "."
            && self.reading.touches(last)
            && self.str(last).len() == 1
            && last + 2 < self.end
        {
            last += 1;
        }
        let kind = EntityKind::from(name.kind);
        Some(self.mention(token, last, kind, name.name.clone(), name.code.clone()))
    }

    /// "the Turkish foreign minister", "Russian forces", "the Israelis".
    fn national(&self, token: usize) -> Option<EntityMention> {
        let found = self.reading.english_phrase(token, &ENGLISH_EVENTS.entities.demonyms).filter(|_| self.is_capital(token))?;
        let code = Some(found.meaning.clone());
        let next = token + found.n_tokens;
        let described = self
            .titled(token, next, code.clone())
            .or_else(|| self.body(token, next, code.clone()))
            .or_else(|| self.group(token, next, code.clone()));
        if described.is_some() {
            return described;
        }
        let is_people = self.str(next - 1).ends_with('s') && !self.str(next - 1).ends_with("ss");
        is_people.then(|| self.mention(token, next - 1, EntityKind::Group, self.written(token, next - 1), code))
    }

    /// "President Karel Moss", "the defence minister, Pavel Doren,", "the president".
    fn titled(&self, first: usize, token: usize, code: Option<String>) -> Option<EntityMention> {
        let title = self.reading.english_phrase(token, &ENGLISH_EVENTS.entities.titles)?;
        let mut next = token + title.n_tokens;
        // "Gen." and a comma may stand between.
        next += usize::from(self.str(next) == "." && self.reading.touches(next - 1));
        let apposed = self.str(next) == "," && self.is_name(next + 1) && self.is_name(next + 2);
        let name = if apposed { next + 1 } else { next };
        if self.is_name(name) {
            let last = self.run(name);
            // "General Motors" is none.
            if self.is(last, Class::ORGANISATION_HEAD) && !apposed && self.is_capital(token) && last == name {
                return None;
            }
            if !apposed || matches!(self.str(last + 1), "," | "") {
                return Some(self.mention(first, last, EntityKind::Person, self.written(name, last), code));
            }
        }
        let holds_office = !self.is(token, Class::ONLY_BEFORE_NAME) || title.n_tokens > 1;
        let last = token + title.n_tokens - 1;
        holds_office.then(|| self.mention(first, last, EntityKind::Person, self.written(first, last), code))
    }

    /// "the government", "Russian army", "Iran's foreign ministry".
    fn body(&self, first: usize, token: usize, code: Option<String>) -> Option<EntityMention> {
        let found = self.reading.english_phrase(token, &ENGLISH_EVENTS.entities.definite)?;
        let last = token + found.n_tokens - 1;
        let modified =
            (token.saturating_sub(2)..token).any(|before| self.is(before, Class::DETERMINER) || self.str(before) == "s");
        let stands = code.is_some()
            || found.n_tokens > 1
            || modified
            || matches!(self.str(token), "police" | "parliament" | "prosecutors");
        // "the army base", "the court case"
        let is_modifier = self.reading.english(last + 1).noun.is_some() && !self.is_capital(last + 1);
        (stands && !is_modifier).then(|| self.mention(first, last, EntityKind::Organisation, self.written(first, last), code))
    }

    fn group(&self, first: usize, token: usize, code: Option<String>) -> Option<EntityMention> {
        let found = self.reading.english_phrase(token, &ENGLISH_EVENTS.entities.groups)?;
        let last = token + found.n_tokens - 1;
        Some(self.mention(first, last, EntityKind::Group, self.written(first, last), code))
    }

    /// Whether a word may be a part of a proper name.
    fn is_name(&self, token: usize) -> bool {
        self.is_capital(token) && !self.is(token, Class::NOT_NAME) && !self.is_time(token)
    }

    /// The last token of the run of capitalised words that begins at a token.
    fn run(&self, first: usize) -> usize {
        let mut last = first;
        while last + 1 < self.end && last - first < NAME_TOKENS {
            let next = last + 1;
            let initial = self.str(next) == "." && self.str(last).len() == 1 && self.reading.touches(last);
            let hyphen =
                self.str(next) == "-" && self.reading.touches(last) && self.reading.touches(next) && self.is_capital(next + 1);
            let joined = (self.is(next, Class::NAME_PARTICLE) || self.str(next) == "&")
                && self.is_name(next + 1)
                && !self.is_capital(next);
            let of = self.is(first, Class::ORGANISATION_FRONT)
                && matches!(self.str(next), "of" | "for" | "and" | "the")
                && (self.is_capital(next + 1) || self.str(next + 1) == "the");
            if self.is_name(next) || initial {
                last = next;
            } else if hyphen || joined || of {
                last = next + 1;
            } else {
                break;
            }
        }
        while last > first && !self.is_capital(last) && self.str(last) != "." {
            last -= 1;
        }
        last
    }

    /// A run of capitalised words that no table lists.
    fn capitalised(&self, token: usize) -> Option<EntityMention> {
        if !self.is_name(token) || self.reading.english(token).class.is(Class::SUBJECT_PRONOUN) {
            return None;
        }
        let last = self.run(token);
        let word = self.reading.english(token);
        let is_plain = word.verb.is_some() || word.noun.is_some() || word.class != Class::NONE;
        if last == token && self.known.contains(&self.reading.tokens[token].word()) {
            return Some(self.mention(token, last, EntityKind::Person, self.written(token, last), None));
        }
        let opens = token == self.start || matches!(self.str(token - 1), "\"" | "\u{201C}" | ":");
        // The first word of a sentence has a capital anyhow.
        if opens && (last == token || is_plain) {
            let has_name = last > token + 1 && self.is_name(token + 1);
            return (!is_plain && (has_name || last == token + 1)).then(|| self.of_run(token, last));
        }
        Some(self.of_run(token, last))
    }

    fn of_run(&self, first: usize, last: usize) -> EntityMention {
        // "Apple CEO Steve Jobs": the name stands behind the title.
        let is_title = |token: usize| self.reading.english_phrase(token, &ENGLISH_EVENTS.entities.titles).is_some();
        if let Some(title) = (first + 1..last).rev().find(|&token| is_title(token)) {
            return self.mention(first, last, EntityKind::Person, self.written(title + 1, last), None);
        }
        let n_words = (first..=last).filter(|&token| self.is_capital(token)).count();
        let before = first.wrapping_sub(1);
        let placed = self.is(before, Class::PLACE_PREPOSITION)
            || (self.str(before) == "of" && self.is(before.wrapping_sub(1), Class::PLACE_FRONT.or(Class::PLACE_HEAD)));
        let is_organisation =
            self.is(last, Class::ORGANISATION_HEAD) || (self.is(first, Class::ORGANISATION_FRONT) && n_words > 1);
        let is_place = self.is(last, Class::PLACE_HEAD)
            || (self.is(first, Class::PLACE_FRONT) && n_words > 1)
            || (self.is(last + 1, Class::PLACE_HEAD) && !self.is_capital(last + 1));
        let acronym =
            n_words == 1 && self.reading.token_span(first).of(self.reading.text).chars().filter(|c| c.is_uppercase()).count() > 1;
        let kind = if is_organisation || acronym {
            EntityKind::Organisation
        } else if is_place || (placed && n_words < 3) {
            EntityKind::Place
        } else if n_words > 1 {
            EntityKind::Person
        } else {
            EntityKind::Organisation
        };
        // "Serin valley"
        let last =
            last + usize::from(kind == EntityKind::Place && self.is(last + 1, Class::PLACE_HEAD) && !self.is_capital(last + 1));
        self.mention(first, last, kind, self.written(first, last), None)
    }
}
