//! The finite verbs of a clause, and which of a verb's senses its complement calls for.

use std::ops::Range;

use crate::extract::lexicon::morphology::{Person, Tense};
use crate::extract::lexicon::triggers::{Verb, VerbReading};
use crate::extract::lexicon::{ARABIC, WordSet};
use crate::extract::normalize::Reading;
use crate::extract::tokenize::{TokenKind, stems, without_conjunction};

/// A finite verb and its token.
#[derive(Debug, Clone, Copy)]
pub(super) struct VerbAt<'a> {
    pub(super) token: usize,
    pub(super) reading: VerbReading<'a>,
}

/// The finite verbs of a clause, in order. A word that is a noun of event too is a verb only where a verb can stand.
pub(super) fn in_clause<'a>(reading: &Reading<'_>, clause: &Range<usize>) -> Vec<VerbAt<'a>> {
    let mut verbs: Vec<VerbAt<'a>> = Vec::new();
    for token in clause.clone() {
        let Some(verb) = verb_at(reading, token) else { continue };
        if !is_noun_here(reading, clause, token, verbs.is_empty())
            && !cannot_stand(reading, clause, token, &verb, verbs.is_empty())
        {
            verbs.push(by_complement(reading, clause, VerbAt { token, reading: verb }));
        }
    }
    verbs
}

/// Of the verbs that a form may be, the one whose complement stands there: «وقع الاتفاق» is signing, «وقع انفجار» is not.
fn by_complement<'a>(reading: &Reading<'_>, clause: &Range<usize>, at: VerbAt<'a>) -> VerbAt<'a> {
    let alternatives = || ARABIC.triggers.alternatives(at.reading).map(|reading| VerbAt { reading, ..at });
    // A preposition alone («وقع على بعد») calls for nothing.
    let by_word = |at: &VerbAt<'a>, need: &String| {
        need.chars().count() > 1 && !is_preposition(need) && super::complements::is_met(reading, clause, at.token, need)
    };
    let called_for = alternatives().find(|at| {
        let verb: &'a Verb = at.reading.verb;
        verb.senses.iter().flat_map(|sense| &sense.needs).any(|need| by_word(at, need))
    });
    let telling = || {
        if at.reading.verb.class.is_some() {
            None
        } else {
            alternatives().find(|at| super::complements::sense(reading, clause, at).is_some())
        }
    };
    called_for.or_else(telling).unwrap_or(at)
}

/// The reading of a token as a finite verb, unless it is plainly something else: a function word, an accusative, a counted
/// noun, the head of a name.
pub(super) fn verb_at(reading: &Reading<'_>, token: usize) -> Option<VerbReading<'static>> {
    reading.verb(token, |token| read_verb_at(reading, token))
}

fn read_verb_at(reading: &Reading<'_>, token: usize) -> Option<VerbReading<'static>> {
    let word = reading.word(token)?;
    let Some(verb) = reading.lexical_verb(token) else { return super::unlisted::unlisted(reading, token) };
    let verb = as_written(reading, token, verb)?;
    // «فتحت» is no «تحت» with a conjunction.
    let is_function = is_function_word(word) && !(word.starts_with('ف') && verb.skip == 0);
    let other = is_function
        || (verb.tense == Tense::Perfect && is_counted(reading, token))
        || is_time_beside_time(reading, token)
        || is_written_as_noun(reading, token)
        || (opens_a_name(word) && !is_verb_before_subject(reading, token))
        || ARABIC.particles.nouns.never_verbs.contains(word)
        || is_first_name(reading, token, word, &verb)
        || is_formula(reading, token, word);
    (!other && !is_accusative(reading, token, word, &verb)).then_some(verb)
}

/// The reading of a form that the hamzas of the text allow.
fn as_written(reading: &Reading<'_>, token: usize, verb: VerbReading<'static>) -> Option<VerbReading<'static>> {
    let written = reading.original(token, verb.skip, token).of(reading.text);
    if verb.hamzas.fit(written) {
        return Some(verb);
    }
    ARABIC.triggers.alternatives(verb).find(|other| other.hamzas.fit(written))
}

/// «12 شهرا», «ستة أشهر»: a counted noun.
fn is_counted(reading: &Reading<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return false };
    let in_digits = reading.kind(before) == Some(TokenKind::Number) && reading.n_digits(before) != 4;
    let word = reading.word(before).filter(|word| !word.starts_with(['و', 'ف']));
    in_digits || word.is_some_and(|word| ARABIC.temporal.numbers.at(|i| (i == 0).then_some(word)).is_some())
}

/// «فجر أمس», «بداية مارس»: a word of time beside another.
fn is_time_beside_time(reading: &Reading<'_>, token: usize) -> bool {
    let is = |token: usize| reading.phrase(token, &ARABIC.temporal.words).is_some();
    is(token) && (is(token + 1) || token.checked_sub(1).is_some_and(is))
}

/// Tanwin and ة stand on nouns alone: «شخصًا» is no dual verb, «إصابة» no verb with its object.
fn is_written_as_noun(reading: &Reading<'_>, token: usize) -> bool {
    let written = reading.token_span(token).of(reading.text);
    written.ends_with('ة') || written.contains(['\u{064B}', '\u{064C}', '\u{064D}'])
}

/// «شهرا», «خلافا»: a perfect dual without anything before it that is dual is a noun in the accusative.
fn is_accusative(reading: &Reading<'_>, token: usize, word: &str, verb: &VerbReading<'_>) -> bool {
    let is_dual = verb.person == Person::Dual && verb.tense == Tense::Perfect && word.ends_with('ا') && !word.ends_with("تا");
    let after_dual = || {
        (token.saturating_sub(4)..token).any(|before| {
            let dual =
                |word: &str| word.chars().count() > 4 && (word.ends_with("ان") || word.ends_with("ين") || word.ends_with("انا"));
            reading.word(before).is_some_and(dual)
        })
    };
    // «رئيس الحركة ونائبه قد اعتقلا»
    let after_asserting =
        || token.checked_sub(1).and_then(|before| reading.word(before)).is_some_and(|word| word == "قد" || word == "لقد");
    is_dual && !after_dual() && !after_asserting()
}

/// «صلى الله عليه وسلم», «رحمه الله»: a wish, which tells nothing.
fn is_formula(reading: &Reading<'_>, token: usize, word: &str) -> bool {
    let particles = &ARABIC.particles;
    let is = |token: usize, words: &WordSet| reading.word(token).is_some_and(|word| words.contains(word));
    is(token + 1, &particles.wished_of)
        || (particles.wish_endings.contains(word)
            && (token.saturating_sub(5)..token).any(|token| is(token, &particles.wished_of)))
}

/// «الأمير فيصل»: a first name that reads as a verb, behind a title or where only a conjunction makes it one.
fn is_first_name(reading: &Reading<'_>, token: usize, word: &str, verb: &VerbReading<'_>) -> bool {
    let entities = &ARABIC.entities;
    let before = token.checked_sub(1).and_then(|before| reading.word(before));
    let after_title = || before.is_some_and(|before| entities.titles.at(|i| (i == 0).then_some(before)).is_some());
    // «عضو اللجنة، صالح محمود، قال»
    let is_comma = |token: usize| matches!(reading.str(token), "،" | ",");
    let in_apposition = || token > 0 && is_comma(token - 1) && (token + 2..token + 4).any(is_comma);
    // «المؤرخ العراقي زيد خلدون»
    let after_nationality =
        || before.is_some_and(|before| before.starts_with("ال") && super::entities::nationality(before).is_some());
    entities.first_names.contains(word) && (verb.skip > 0 || after_title() || after_nationality() || in_apposition())
}

/// «وزير», «وزارة», «وكالة»: heads of names that begin like a conjunction and a verb.
fn opens_a_name(word: &str) -> bool {
    let entities = &ARABIC.entities;
    let title = entities.titles.at(|i| (i == 0).then_some(word));
    entities.organisation_heads.has(word)
        || entities.crews.contains(word)
        || entities.groups.has(word)
        || title.is_some_and(|found| found.skip == 0)
}

/// «طالب الحزب الحكومة بالرحيل»: a student too, but a verb at the head of a clause with a definite noun behind it.
fn is_verb_before_subject(reading: &Reading<'_>, token: usize) -> bool {
    let both = reading.word(token).is_some_and(|word| ARABIC.particles.small.verb_titles.contains(without_conjunction(word)));
    let at_head = token.checked_sub(1).is_none_or(|before| reading.word(before).is_none() && reading.number(before).is_none());
    let conjoined = reading.word(token).is_some_and(|word| word.starts_with('و'));
    let is_subject = |word: &str| stems(word).any(|stem| stem.skip == 0 && stem.definite && stem.preposition.is_none());
    let named = || {
        reading.phrase(token + 1, &ARABIC.entities.names).is_some()
            || reading.phrase(token + 1, &ARABIC.entities.titles).is_some()
    };
    let counted = || reading.number(token + 1).is_some();
    both && (at_head || conjoined) && (reading.word(token + 1).is_some_and(is_subject) || named() || counted())
}

/// Whether a word with both readings is a noun here: after a preposition or another noun, or with an article.
fn is_noun_here(reading: &Reading<'_>, clause: &Range<usize>, token: usize, is_first: bool) -> bool {
    let before = token.checked_sub(1).filter(|before| *before + 1 >= clause.start).and_then(|before| reading.word(before));
    if before.is_some_and(is_preposition) && !closes_adjunct(reading, token) {
        return true;
    }
    if reading.noun(token).is_none() && !reads_as_noun(reading, token) {
        return false;
    }
    // «أخطر من هذا»: more than, no deed.
    let is_elative = || reading.word(token + 1) == Some("من") && reading.token_span(token).of(reading.text).starts_with('أ');
    if is_elative() && reads_as_noun(reading, token) {
        return true;
    }
    let counted = token.checked_sub(1).is_some_and(|before| reading.kind(before) == Some(TokenKind::Number));
    if counted && reads_as_noun(reading, token) {
        return true;
    }
    // «رفض الكرملين» at the head of a clause is a verb; behind a verb it is that verb's noun.
    let at_head = token == clause.start || before.is_some_and(|before| ARABIC.particles.auxiliaries.contains(before));
    let after_subject = is_first && token > clause.start && !at_head && starts_with_subject(reading, clause.start);
    !(at_head || after_subject)
}

/// «بعد ذلك بدأ»: whether a word of order and a demonstrative stand right before a token.
pub(super) fn closes_adjunct(reading: &Reading<'_>, token: usize) -> bool {
    let Some(first) = token.checked_sub(2) else { return false };
    ARABIC.particles.small.demonstratives.has(reading.word(token - 1))
        && reading.phrase(first, &ARABIC.particles.adjuncts).is_some()
}

/// «صوت», «وجه», «كتب»: a noun as often as a verb, without being an event.
pub(super) fn reads_as_noun(reading: &Reading<'_>, token: usize) -> bool {
    reading.word(token).is_some_and(|word| stems(word).any(|stem| ARABIC.particles.nouns.verb_like.contains(stem.core)))
}

/// Where a finite verb cannot stand: right after «أنّ», which a noun follows; behind a noun whose genitive it is («تقديم سيرتها»);
/// or, bare and masculine, amid a clause that has its verb («نهائي أمم أفريقيا»).
pub(super) fn cannot_stand(
    reading: &Reading<'_>,
    clause: &Range<usize>,
    token: usize,
    verb: &VerbReading<'_>,
    is_first: bool,
) -> bool {
    let Some(before) = token.checked_sub(1).filter(|_| verb.tense == Tense::Perfect && verb.skip == 0) else { return false };
    let number = reading.kind(before) == Some(TokenKind::Number);
    let Some(word) = reading.word(before).or(number.then_some("")) else { return false };
    if token == clause.start {
        return matches!(without_conjunction(word), "ان" | "بان" | "لان") && !follows_order(reading, before);
    }
    let is_genitive = || {
        let noun = reading.noun(before).filter(|noun| !noun.definite && !noun.noun.is_strong && !noun.has_pronoun);
        noun.is_some() && !word.ends_with('ا') && verb_at(reading, before).is_none()
    };
    let is_bare = verb.person == Person::MasculineSingular && !is_first && !ARABIC.particles.auxiliaries.contains(word);
    let indefinite = || !stems(word).any(|stem| stem.definite);
    is_genitive() || (is_bare && indefinite() && !ARABIC.particles.relatives.contains(word))
}

/// «بعد أن وقع»: there a verb follows.
fn follows_order(reading: &Reading<'_>, token: usize) -> bool {
    (token.saturating_sub(2)..token).any(|before| {
        let adjunct = reading.phrase(before, &ARABIC.particles.adjuncts);
        let earlier = ARABIC.particles.small.verb_openers.has(reading.word(before));
        earlier || adjunct.is_some_and(|found| before + found.n_tokens == token)
    })
}

fn starts_with_subject(reading: &Reading<'_>, token: usize) -> bool {
    let Some(word) = reading.word(token) else { return false };
    word.starts_with("ال") || reading.phrase(token, &ARABIC.entities.names).is_some()
}

/// Whether another finite verb stands between two tokens.
pub(super) fn has_verb_between(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    super::clauses::has_verb(reading, start..end)
}

/// Words after which no finite verb stands.
pub(super) fn is_preposition(word: &str) -> bool {
    let nominal = &ARABIC.particles.nominal;
    nominal.contains(word) || nominal.contains(without_conjunction(word))
}

/// Prepositions, alone or with a pronoun, and negations.
pub(super) fn is_function_word(word: &str) -> bool {
    let particles = &ARABIC.particles;
    let bare = without_conjunction(word);
    is_preposition(word)
        || particles.negation.contains(bare)
        || particles.with_pronoun.contains(word)
        || particles.with_pronoun.contains(bare)
}
