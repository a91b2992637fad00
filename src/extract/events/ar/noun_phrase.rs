//! The noun phrase that is a verb's subject: ahead of it or behind it. Place, ending and gender decide; where they do not, there
//! is none.

use std::ops::Range;

use super::Candidate;
use super::entities::nationality;
use super::verbs::{self, VerbAt, is_function_word};
use crate::extract::events::names::{EntityKind, EntityMention};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::morphology::Person;
use crate::extract::lexicon::triggers::VerbClass;
use crate::extract::normalize::Reading;
use crate::extract::tokenize::{TokenKind, stems, without_conjunction};

/// The longest subject ahead of its verb, in tokens.
const AHEAD_TOKENS: usize = 8;

/// The longest subject without a name, in tokens.
const SUBJECT_TOKENS: usize = 4;

/// How many words of time and adverbs may stand between a verb and its subject.
const BETWEEN_TOKENS: usize = 3;

/// The subject that stands in a verb's own clause.
pub(super) fn own(
    reading: &Reading<'_>,
    clause: &Range<usize>,
    at: &VerbAt<'_>,
    names: &[EntityMention],
) -> Option<Range<usize>> {
    let named = |ahead: Range<usize>| phrase(reading, ahead.start, ahead.end, names);
    ahead(reading, clause, at.token).map(named).or_else(|| behind(reading, clause, at, names))
}

/// The subject ahead of a verb: all that stands there but auxiliaries and words of time, where it can be one.
pub(super) fn ahead(reading: &Reading<'_>, clause: &Range<usize>, verb: usize) -> Option<Range<usize>> {
    let mut ahead = clause.start..verb;
    // «وكان الطيران قد صعد»: the auxiliaries say tense, «الأسبوع الماضي» when it was.
    let opens = |token: usize| {
        ARABIC.particles.small.topic_openers.has(reading.word(token)) || matches!(reading.str(token), "\"" | "«" | "“")
    };
    while ahead.start < ahead.end && (is_auxiliary(reading, ahead.start) || reading.is_time(ahead.start) || opens(ahead.start)) {
        ahead.start += 1;
    }
    while ahead.start < ahead.end && is_auxiliary(reading, ahead.end - 1) {
        ahead.end -= 1;
    }
    // «أن الحرب في أوكرانيا قدمت»: what opens with a noun may hold a preposition.
    let opens_with_noun = opens_with_noun(reading, clause.start, ahead.start);
    let fits =
        |token: usize| is_part(reading, token) || (opens_with_noun && token > ahead.start && may_stand_inside(reading, token));
    let is_subject = !ahead.is_empty() && ahead.len() <= AHEAD_TOKENS && ahead.clone().all(fits);
    is_subject.then_some(ahead)
}

/// Whether a noun surely stands at the front of a clause: it is definite, or «أن» stands before it.
fn opens_with_noun(reading: &Reading<'_>, clause_start: usize, first: usize) -> bool {
    let plain = |word: &str| stems(word).any(|stem| stem.definite && stem.preposition.is_none());
    let after_that = clause_start.checked_sub(1).and_then(|before| reading.word(before));
    is_part(reading, first)
        && (reading.word(first).is_some_and(plain)
            || after_that.is_some_and(|word| ARABIC.particles.complementizers.contains(word) && !word.ends_with(['ه', 'ا', 'م'])))
}

/// A preposition, a bracket or a quotation mark within a subject.
fn may_stand_inside(reading: &Reading<'_>, token: usize) -> bool {
    match reading.word(token) {
        Some(word) => verbs::is_preposition(word) && verbs::verb_at(reading, token).is_none(),
        None => matches!(reading.str(token), "\"" | "«" | "»" | "“" | "”" | "(" | ")" | "-"),
    }
}

pub(super) fn is_auxiliary(reading: &Reading<'_>, token: usize) -> bool {
    reading.word(token).is_some_and(|word| ARABIC.particles.auxiliaries.contains(word))
}

/// Whether a token can be a part of a subject.
pub(super) fn is_part(reading: &Reading<'_>, token: usize) -> bool {
    let Some(word) = reading.word(token) else { return reading.kind(token) == Some(TokenKind::Number) };
    let particles = &ARABIC.particles;
    let joins = particles.no_subject.contains(word) || particles.no_subject.contains(without_conjunction(word));
    verbs::verb_at(reading, token).is_none()
        && !joins
        && !is_function_word(word)
        && !particles.negation.contains(word)
        && !particles.possible.contains(word)
}

/// The subject behind a verb. A plural verb has left it out.
fn behind(reading: &Reading<'_>, clause: &Range<usize>, at: &VerbAt<'_>, names: &[EntityMention]) -> Option<Range<usize>> {
    let class = at.reading.verb.class;
    let person = at.reading.person;
    if matches!(person, Person::First | Person::Plural | Person::Dual) || class == Some(VerbClass::Done) {
        return None;
    }
    let skipped = |token: &usize| reading.is_time(*token) || is_adverb(reading, *token);
    let n_between = (at.token + 1..clause.end).take(BETWEEN_TOKENS).take_while(skipped).count();
    let mut first = at.token + 1 + n_between;
    first += usize::from(matches!(reading.str(first), "\"" | "«" | "“"));
    let word = reading.word(first).filter(|_| first < clause.end)?;
    // «غادرت المصنع»: a noun that names no one by itself has to agree.
    let is_proper =
        |name: &EntityMention| name.last > first || !matches!(name.kind, EntityKind::Group | EntityKind::Organisation);
    let named = names.iter().any(|name| name.first == first && name.skip == 0 && is_proper(name));
    if !named && !can_be_subject(reading, first, word, person, class) {
        return None;
    }
    Some(phrase(reading, first, clause.end, names))
}

fn is_adverb(reading: &Reading<'_>, token: usize) -> bool {
    let particles = &ARABIC.particles;
    reading.word(token).is_some_and(|word| particles.small.adverbs.contains(word) || particles.with_pronoun.contains(word))
}

/// The subject behind the verb of a candidate, where it stands there.
pub(super) fn behind_verb(reading: &Reading<'_>, candidate: &Candidate, names: &[EntityMention]) -> Option<Range<usize>> {
    let at = VerbAt { token: candidate.token, reading: verbs::verb_at(reading, candidate.token)? };
    behind(reading, &candidate.clause, &at, names)
}

/// Whether the word behind a verb can be its subject: no preposition, accusative, or noun of the other gender.
fn can_be_subject(reading: &Reading<'_>, token: usize, word: &str, person: Person, class: Option<VerbClass>) -> bool {
    let heads = &ARABIC.entities.organisation_heads;
    let clings = word.starts_with(['ب', 'ل']) && !stems(word).any(|stem| stem.skip == 0 && heads.has(stem.core));
    let written = reading.token_span(token).of(reading.text);
    let accusative =
        written.ends_with(['\u{064B}']) || (word.ends_with('ا') && !word.starts_with("ال") && word.chars().count() > 3);
    let says = matches!(class, Some(VerbClass::Speech | VerbClass::Announce));
    let own_object = !says && !word.starts_with("ال") && has_pronoun_of(word, written, person);
    let other_gender = match person {
        Person::MasculineSingular => written.ends_with('ة'),
        Person::FeminineSingular => !says && is_masculine(reading, token, word),
        _ => false,
    };
    let clings =
        clings && !(says && word.chars().count() > 3 && !stems(word).any(|stem| stem.definite && stem.preposition.is_some()));
    is_part(reading, token)
        && !clings
        && !accusative
        && !own_object
        && !other_gender
        && !ARABIC.particles.complementizers.contains(word)
        && !ARABIC.particles.relatives.contains(word)
        && !ARABIC.particles.auxiliaries.contains(word)
}

/// «قدم استقالته», «أنهت جولتها»: what belongs to the doer is not the doer.
fn has_pronoun_of(word: &str, written: &str, person: Person) -> bool {
    match person {
        Person::FeminineSingular => word.ends_with("ها"),
        _ => written.ends_with('ه') && word.chars().count() > 3,
    }
}

/// Whether a noun is surely a masculine singular, which no feminine verb has for its subject: «ألزمت الإقليم», «منعت دخول …».
fn is_masculine(reading: &Reading<'_>, token: usize, word: &str) -> bool {
    let Some(stem) = stems(word).find(|stem| stem.skip == 0) else { return false };
    let is_deed = reading.noun(token).is_some() && !stem.definite;
    let is_other = is_feminine(stem.core) || ARABIC.particles.feminine.contains(stem.core) || is_broken_plural(stem.core);
    (is_deed || stem.definite) && !is_other
}

/// The commonest patterns of plurals that take a feminine verb: «أسعار», «مصانع», «حقوق», «رجال», «خبراء».
fn is_broken_plural(core: &str) -> bool {
    let letters: Vec<char> = core.chars().take(8).collect();
    match letters.as_slice() {
        ['ا', .., 'ا', _] => true,
        [_, _, 'ا' | 'و', _] | [_, _, 'ا', _, _] | [_, _, 'ا', _, _, _] | [_, 'و', 'ا', ..] => true,
        [.., last] => *last == 'ء',
        [] => false,
    }
}

pub(super) fn is_feminine(word: &str) -> bool {
    word.ends_with('ه') || word.ends_with("ات")
}

/// The noun phrase that starts at a token: a name, or a noun with its genitive and adjectives.
pub(super) fn phrase(reading: &Reading<'_>, first: usize, end: usize, names: &[EntityMention]) -> Range<usize> {
    if let Some(name) = names.iter().find(|name| name.first == first && name.last < end) {
        return first..adjectives_end(reading, name.last + 1, end);
    }
    let mut next = first + 1;
    let mut is_definite = is_definite_at(reading, first);
    while next < end.min(first + SUBJECT_TOKENS) {
        if let Some(name) = names.iter().find(|name| name.first == next && name.skip == 0 && name.last < end) {
            return first..name.last + 1;
        }
        let Some(word) = reading.word(next) else { break };
        let accusative = word.ends_with('ا') && !word.starts_with("ال");
        let clings =
            word.starts_with('و') || stems(word).any(|stem| stem.preposition.is_some() && (stem.definite || is_noun(stem.core)));
        let goes_on =
            is_part(reading, next) && !accusative && !clings && !reading.is_time(next) && (!is_definite || is_adjective(word));
        if !goes_on {
            break;
        }
        is_definite |= is_definite_at(reading, next);
        next += 1;
    }
    first..next
}

fn is_noun(core: &str) -> bool {
    ARABIC.triggers.read_noun(core).is_some()
}

fn is_definite_at(reading: &Reading<'_>, token: usize) -> bool {
    reading.word(token).is_some_and(|word| stems(word).any(|stem| stem.definite))
}

fn adjectives_end(reading: &Reading<'_>, mut next: usize, end: usize) -> usize {
    while next < end && reading.word(next).is_some_and(|word| word.starts_with("ال") && is_adjective(word)) {
        next += 1;
    }
    next
}

/// A nisba or another adjective that follows a definite noun.
fn is_adjective(word: &str) -> bool {
    let nisba = word.starts_with("ال") && ["ي", "يه", "يون", "يين", "يات"].iter().any(|ending| word.ends_with(ending));
    let plain = word.starts_with("ال") && !ARABIC.particles.relatives.contains(word);
    nisba || nationality(word).is_some() || (plain && ARABIC.entities.not_names.contains(word))
}
