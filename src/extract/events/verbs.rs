//! The finite verbs of a clause, and which of a verb's senses its complement calls for.

use std::ops::Range;

use crate::event::EventKind;
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::morphology::{Person, Tense};
use crate::extract::lexicon::triggers::{Noun, NounReading, Sense, Verb, VerbClass, VerbReading};
use crate::extract::normalize::Reading;
use crate::extract::tokenize::{TokenKind, without_conjunction};

/// How far a complement may stand behind its verb, in tokens.
const COMPLEMENT_REACH: usize = 9;

/// The same for a preposition, which a long subject parts from its verb.
const PREPOSITION_REACH: usize = 14;

/// The same for a noun.
const NOUN_COMPLEMENT_REACH: usize = 3;

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
    // «فتحت» is no «تحت» with a conjunction.
    let is_function = is_function_word(word) && !(word.starts_with('ف') && verb.skip == 0);
    let other = is_function
        || is_counted(reading, token)
        || is_time(reading, token)
        || is_written_as_noun(reading, token)
        || opens_a_name(word);
    (!other && !is_accusative(reading, token, word, &verb)).then_some(verb)
}

/// «12 شهرا», «ستة أشهر»: a counted noun.
fn is_counted(reading: &Reading<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return false };
    let in_digits = reading.kind(before) == Some(TokenKind::Number) && reading.n_digits(before) != 4;
    let word = reading.word(before).filter(|word| !word.starts_with(['و', 'ف']));
    in_digits || word.is_some_and(|word| ARABIC.temporal.numbers.at(|i| (i == 0).then_some(word)).is_some())
}

/// «فجر أمس», «بداية مارس»: a word of time beside another.
fn is_time(reading: &Reading<'_>, token: usize) -> bool {
    let is = |token: usize| ARABIC.temporal.words.at(|i| reading.word(token + i)).is_some();
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
    is_dual && verb.skip == 0 && !after_dual()
}

/// «وزير», «وزارة», «وكالة»: heads of names that begin like a conjunction and a verb.
fn opens_a_name(word: &str) -> bool {
    let entities = &ARABIC.entities;
    let title = entities.titles.at(|i| (i == 0).then_some(word));
    entities.organisation_heads.contains(word)
        || entities.crews.contains(word)
        || entities.groups.contains(word)
        || title.is_some_and(|found| found.skip == 0)
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
    let indefinite = || !crate::extract::tokenize::stems(word).any(|stem| stem.definite);
    is_genitive() || (is_bare && indefinite() && !ARABIC.particles.relatives.contains(word))
}

/// «بعد أن وقع»: there a verb follows.
fn follows_order(reading: &Reading<'_>, token: usize) -> bool {
    (token.saturating_sub(2)..token).any(|before| {
        let adjunct = ARABIC.particles.adjuncts.at(|i| reading.word(before + i));
        let earlier = matches!(reading.word(before), Some("سبق" | "منذ" | "الي" | "وسبق"));
        earlier || adjunct.is_some_and(|found| before + found.n_tokens == token)
    })
}

fn starts_with_subject(reading: &Reading<'_>, token: usize) -> bool {
    let Some(word) = reading.word(token) else { return false };
    word.starts_with("ال") || ARABIC.entities.names.at(|i| reading.word(token + i)).is_some()
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

/// The sense of a verb that its complement calls for; the plain sense where none does.
pub(super) fn sense<'a>(reading: &Reading<'_>, clause: &Range<usize>, at: &VerbAt<'a>) -> Option<&'a Sense> {
    let verb: &'a Verb = at.reading.verb;
    verb.senses
        .iter()
        .find(|sense| sense.needs.is_empty() || sense.needs.iter().any(|need| is_met(reading, clause, at.token, need)))
}

/// What a noun tells: its own kind, or that which the words behind it call for. A verbal noun has the senses of its verb;
/// `None` where it wants a complement that does not stand there («حلول الشتاء»).
pub(super) fn noun_kind<'n>(reading: &Reading<'_>, token: usize, noun: &'n Noun) -> Option<(EventKind, &'n [&'static str])> {
    let near = token..token + 1 + NOUN_COMPLEMENT_REACH;
    let met = |sense: &&Sense| sense.needs.is_empty() || sense.needs.iter().any(|need| is_met(reading, &near, token, need));
    if let Some(sense) = noun.senses.iter().find(met) {
        return Some((sense.kind, &sense.context));
    }
    match ARABIC.triggers.verb_of(noun) {
        Some(verb) => verb.senses.iter().find(met).map(|sense| (sense.kind, sense.context.as_slice())),
        None => (!noun.needs_complement).then_some((noun.kind, noun.context.as_slice())),
    }
}

fn is_met(reading: &Reading<'_>, clause: &Range<usize>, token: usize, need: &str) -> bool {
    let clitic = need.chars().count() == 1;
    let reach = if is_preposition(need) { PREPOSITION_REACH } else { COMPLEMENT_REACH };
    let behind = token + 1..clause.end.min(token + 1 + reach);
    if let Some(class) = need.strip_prefix('@') {
        // The subject may stand ahead of its verb.
        return (clause.start..token).chain(behind).any(|after| super::entities::is_of_class(reading, after, class));
    }
    behind.chain(antecedent(reading, clause, need)).any(|after| {
        let Some(word) = reading.word(after) else { return false };
        if clitic {
            let mut stems = crate::extract::tokenize::stems(word);
            return word.starts_with(need) && stems.any(|stem| stem.skip > 0 || stem.preposition.is_some());
        }
        let core = need.strip_prefix("ال").unwrap_or(need);
        word == need
            || has_pronoun(word, need)
            || crate::extract::tokenize::stems(word).any(|stem| is_form_of(stem.core, core, stem.definite))
    })
}

/// «الهدنة التي وُقّعت»: where the words that a relative clause tells about stand; they may be its complement too.
fn antecedent(reading: &Reading<'_>, clause: &Range<usize>, need: &str) -> Range<usize> {
    let relative = clause.start.checked_sub(1).filter(|&before| {
        !is_preposition(need) && reading.word(before).is_some_and(|word| ARABIC.particles.relatives.contains(word))
    });
    relative.map_or(0..0, |relative| relative.saturating_sub(6)..relative)
}

/// Whether a word is another with an accusative alef or a pronoun: «هجوما», «سراحهم».
fn is_form_of(word: &str, core: &str, definite: bool) -> bool {
    let stem = core.strip_suffix('ه').unwrap_or(core);
    let Some(rest) = word.strip_prefix(stem) else { return false };
    let rest = if stem == core { rest } else { rest.strip_prefix('ت').unwrap_or(rest) };
    word == core || (rest == "ات" && stem != core) || !definite && takes_ending(rest, stem.len() == core.len())
}

/// The alef of the accusative or a pronoun, which no definite word takes; «ه» only where the word has no ة of its own.
fn takes_ending(rest: &str, has_no_feminine: bool) -> bool {
    matches!(rest, "ا" | "ها" | "هم" | "هما" | "نا") || (rest == "ه" && has_no_feminine)
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
    // «تعرضت المدينة لقصف», «يستعد الفريق لمباراة»
    let undergoes = matches!(at.reading.verb.class, Some(VerbClass::Light | VerbClass::Planning));
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
        let own_clitic = |clitic| clitic == 'ب' || (clitic == 'ل' && (token == at.token + 1 || undergoes));
        let fits = |noun: &NounReading<'_>| match noun.preposition {
            Some(clitic) => own_clitic(clitic) && (!noun.definite || clitic == 'ب' || token == at.token + 1),
            None => noun.skip == 0,
        };
        let tells = |noun: &NounReading<'_>| !noun.noun.needs_complement || noun_kind(reading, token, noun.noun).is_some();
        if let Some(noun) = noun.filter(|noun| open && fits(noun) && tells(noun)) {
            return Some((token, noun));
        }
        n_governed -= i32::from(n_governed > 0);
        open |= n_governed == 0 || ARABIC.entities.names.at(|i| reading.word(token + i)).is_some();
    }
    None
}

/// «وزير النقل», «وزارة الدفاع», «فرق الإنقاذ»: the noun names what an office or a crew is for. A definite head takes no genitive.
pub(super) fn names_an_office(reading: &Reading<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1).and_then(|before| reading.word(before)) else { return false };
    let entities = &ARABIC.entities;
    let is_head = crate::extract::tokenize::stems(before)
        .any(|stem| !stem.definite && (entities.organisation_heads.contains(stem.core) || entities.crews.contains(stem.core)));
    let is_title = || entities.titles.at(|i| (i == 0).then_some(before)).is_some_and(|title| !title.definite);
    let accusative = || reading.word(token).is_some_and(|word| word.ends_with('ا') && !word.starts_with("ال"));
    (is_head || is_title()) && !accusative()
}

/// The prepositions through which a verb of a class governs its noun.
fn own_preposition(class: Option<VerbClass>, word: &str) -> bool {
    match class {
        Some(VerbClass::Announce) => word == "عن",
        Some(VerbClass::Cause) => matches!(word, "الي" | "عن" | "في"),
        Some(VerbClass::Light) => matches!(word, "الي" | "عن" | "علي" | "من"),
        Some(VerbClass::Continuing | VerbClass::Beginning | VerbClass::Ending | VerbClass::Planning) => {
            matches!(word, "في" | "عن" | "من" | "الي" | "علي")
        }
        _ => false,
    }
}
