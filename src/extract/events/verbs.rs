//! The finite verbs of a clause, and which of a verb's senses its complement calls for.

use std::ops::Range;

use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::triggers::{NounReading, Sense, Verb, VerbClass, VerbReading};
use crate::extract::normalize::Reading;
use crate::extract::tokenize::{TokenKind, without_conjunction};

/// How far a complement may stand behind its verb, in tokens.
const COMPLEMENT_REACH: usize = 9;

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
        if !is_noun_here(reading, clause, token, verbs.is_empty()) {
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
        need.chars().count() > 1 && !is_preposition(need) && is_met(reading, clause, at.token, need)
    };
    let called_for = alternatives().find(|at| {
        let verb: &'a Verb = at.reading.verb;
        verb.senses.iter().flat_map(|sense| &sense.needs).any(|need| by_word(at, need))
    });
    let telling =
        || if at.reading.verb.class.is_some() { None } else { alternatives().find(|at| sense(reading, clause, at).is_some()) };
    called_for.or_else(telling).unwrap_or(at)
}

/// The reading of a token as a finite verb, unless it is plainly something else: a function word, an accusative, a counted
/// noun, the head of a name.
pub(super) fn verb_at(reading: &Reading<'_>, token: usize) -> Option<VerbReading<'static>> {
    reading.verb(token, |token| read_verb_at(reading, token))
}

fn read_verb_at(reading: &Reading<'_>, token: usize) -> Option<VerbReading<'static>> {
    let word = reading.word(token)?;
    let verb = reading.lexical_verb(token)?;
    let is_counted = token
        .checked_sub(1)
        .is_some_and(|before| reading.kind(before) == Some(TokenKind::Number) && reading.n_digits(before) != 4);
    let other = is_function_word(word) || is_counted || is_written_as_noun(reading, token) || opens_a_name(word);
    (!other).then_some(verb)
}

/// Tanwin and ة stand on nouns alone: «شخصًا» is no dual verb, «إصابة» no verb with its object.
fn is_written_as_noun(reading: &Reading<'_>, token: usize) -> bool {
    let written = reading.token_span(token).of(reading.text);
    written.ends_with('ة') || written.contains(['\u{064B}', '\u{064C}', '\u{064D}'])
}

/// «وزير», «وزارة», «وكالة»: heads of names that begin like a conjunction and a verb.
fn opens_a_name(word: &str) -> bool {
    let entities = &ARABIC.entities;
    let title = entities.titles.at(|i| (i == 0).then_some(word));
    entities.organisation_heads.contains(word) || entities.groups.contains(word) || title.is_some_and(|found| found.skip == 0)
}

/// Whether a word with both readings is a noun here: after a preposition or another noun, or with an article.
fn is_noun_here(reading: &Reading<'_>, clause: &Range<usize>, token: usize, is_first: bool) -> bool {
    let before = token.checked_sub(1).filter(|before| *before + 1 >= clause.start).and_then(|before| reading.word(before));
    if before.is_some_and(is_preposition) {
        return true;
    }
    if reading.noun(token).is_none() {
        return false;
    }
    // «رفض الكرملين» at the head of a clause is a verb; behind a verb it is that verb's noun.
    let at_head = token == clause.start || before.is_some_and(|before| matches!(before, "قد" | "وقد" | "كان" | "كانت" | "لقد"));
    let after_subject =
        is_first && token > clause.start && before.is_some() && !at_head && starts_with_subject(reading, clause.start);
    !(at_head || after_subject)
}

fn starts_with_subject(reading: &Reading<'_>, token: usize) -> bool {
    let Some(word) = reading.word(token) else { return false };
    word.starts_with("ال") || ARABIC.entities.names.at(|i| reading.word(token + i)).is_some()
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

/// The sense of a verb that its complement calls for; the plain sense where none does.
pub(super) fn sense<'a>(reading: &Reading<'_>, clause: &Range<usize>, at: &VerbAt<'a>) -> Option<&'a Sense> {
    let verb: &'a Verb = at.reading.verb;
    verb.senses
        .iter()
        .find(|sense| sense.needs.is_empty() || sense.needs.iter().any(|need| is_met(reading, clause, at.token, need)))
}

fn is_met(reading: &Reading<'_>, clause: &Range<usize>, token: usize, need: &str) -> bool {
    let clitic = need.chars().count() == 1;
    (token + 1..clause.end.min(token + 1 + COMPLEMENT_REACH)).any(|after| {
        let Some(word) = reading.word(after) else { return false };
        if clitic {
            let mut stems = crate::extract::tokenize::stems(word);
            return word.starts_with(need) && stems.any(|stem| stem.skip > 0 || stem.preposition.is_some());
        }
        let core = need.strip_prefix("ال").unwrap_or(need);
        word == need || has_pronoun(word, need) || crate::extract::tokenize::stems(word).any(|stem| is_form_of(stem.core, core))
    })
}

/// Whether a word is another with an accusative alef or a pronoun: «هجوما», «سراحهم».
fn is_form_of(word: &str, core: &str) -> bool {
    let stem = core.strip_suffix('ه').unwrap_or(core);
    let Some(rest) = word.strip_prefix(stem) else { return false };
    let rest = if stem == core { rest } else { rest.strip_prefix('ت').unwrap_or(rest) };
    word == core
        || (rest == "ات" && stem != core)
        || matches!(rest, "ا" | "ها" | "هم" | "هما" | "نا")
        || (rest == "ه" && stem.len() == core.len())
}

/// «فيهما», «إليه»: the preposition with a pronoun.
fn has_pronoun(word: &str, need: &str) -> bool {
    let stem = need.strip_suffix('ي').unwrap_or(need);
    is_preposition(need)
        && word.strip_prefix(stem).is_some_and(|rest| matches!(rest, "ه" | "ها" | "هم" | "هما" | "يه" | "يها" | "يهم" | "يهما"))
}

/// The event noun that a verb governs: the first behind it that no preposition but the verb's own stands before, and that
/// no name holds (`is_taken`).
pub(super) fn governed_noun<'a>(
    reading: &Reading<'_>,
    clause: &Range<usize>,
    at: &VerbAt<'_>,
    end: usize,
    is_taken: &dyn Fn(usize) -> bool,
) -> Option<(usize, NounReading<'a>)> {
    let mut open = true;
    // Words left of the phrase that a preposition governs.
    let mut n_governed = 0;
    for token in at.token + 1..clause.end.min(end).min(at.token + 18) {
        if reading.kind(token) == Some(TokenKind::Mark) && !matches!(reading.str(token), "\"" | "«" | "»" | "“" | "”" | "،" | ",")
        {
            return None;
        }
        if reading.kind(token) == Some(TokenKind::Mark) {
            open = true;
        }
        let Some(word) = reading.word(token) else { continue };
        let own = token <= at.token + 8 && matches!(word, "عن" | "من" | "الي" | "علي" | "في");
        if is_preposition(word) {
            // «أكثر من 12 غارة»
            let of_count = word == "من" && reading.kind(token + 1) == Some(TokenKind::Number);
            open = of_count || (own && own_preposition(at.reading.verb.class, word));
            n_governed = 3;
            continue;
        }
        let noun = reading.noun(token).filter(|_| !names_an_office(reading, token) && !is_taken(token));
        let own_clitic = |clitic| clitic == 'ب' || (clitic == 'ل' && token == at.token + 1);
        if let Some(noun) =
            noun.filter(|noun| open && noun.preposition.is_none_or(own_clitic) && without_conjunction(word) == word)
        {
            return Some((token, noun));
        }
        n_governed -= i32::from(n_governed > 0);
        open |= n_governed == 0 || ARABIC.entities.names.at(|i| reading.word(token + i)).is_some();
    }
    None
}

/// «وزير النقل», «وزارة الدفاع»: the noun names what an office is for.
pub(super) fn names_an_office(reading: &Reading<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1).and_then(|before| reading.word(before)) else { return false };
    let entities = &ARABIC.entities;
    crate::extract::tokenize::stems(before).any(|stem| entities.organisation_heads.contains(stem.core))
        || entities.titles.at(|i| (i == 0).then_some(before)).is_some()
}

/// The prepositions through which a verb of a class governs its noun.
fn own_preposition(class: Option<VerbClass>, word: &str) -> bool {
    match class {
        Some(VerbClass::Announce) => word == "عن",
        Some(VerbClass::Light) => matches!(word, "الي" | "عن" | "علي" | "من"),
        Some(VerbClass::Continuing | VerbClass::Beginning | VerbClass::Ending | VerbClass::Planning) => {
            matches!(word, "في" | "عن" | "من" | "الي" | "علي")
        }
        _ => false,
    }
}
