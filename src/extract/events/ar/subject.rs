//! Whose subject a verb without one shares, and whom the pronoun of a noun stands for: who acted last, where the form agrees.

use std::ops::Range;

use super::Candidate;
use super::clauses::{Clause, ClauseKind};
use super::noun_phrase::{is_feminine, is_part, own, phrase};
use super::verbs::{self, is_function_word};
use crate::extract::events::names::EntityMention;
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::morphology::Person;
use crate::extract::lexicon::triggers::VerbClass;
use crate::extract::normalize::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::tokenize::stems;

/// A verb's subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) tokens: Range<usize>,
    /// The verb, where it has one.
    verb: usize,
    person: Person,
    clause: ClauseKind,
    /// Whether it only says something: «يقول الكاتب» makes the writer no doer of what he tells.
    speaks: bool,
}

/// The subjects of one sentence, and the last one of the sentence before it.
#[derive(Default)]
pub(super) struct Subjects {
    here: Vec<Subject>,
    before: Option<Subject>,
}

impl Subjects {
    /// Goes on to a sentence.
    pub(super) fn read(&mut self, reading: &Reading<'_>, sentence: &Sentence, clauses: &[Clause], names: &[EntityMention]) {
        let told = |subject: &&Subject| !subject.speaks && matches!(subject.clause, ClauseKind::Main | ClauseKind::Subordinate);
        let last = self.here.iter().find(told).cloned();
        self.before = last.or_else(|| self.before.take().filter(|_| self.here.is_empty()));
        self.here.clear();
        self.here.extend(topic(reading, sentence, names));
        for clause in clauses {
            for at in verbs::in_clause(reading, &clause.tokens) {
                // «تم توقيف»: nobody is named to have done it.
                let is_done = at.reading.verb.class == Some(VerbClass::Done);
                let own = || own(reading, &clause.tokens, &at, names);
                let Some(tokens) = is_done.then_some(at.token..at.token + 1).or_else(own) else { continue };
                let speaks = is_done || at.reading.verb.class == Some(VerbClass::Speech);
                self.here.push(Subject { tokens, verb: at.token, person: at.reading.person, clause: clause.kind, speaks });
            }
        }
    }

    /// Gives each verb without a subject the one that it shares, and each noun with a pronoun whom that stands for.
    pub(super) fn give(&self, reading: &Reading<'_>, found: &mut [Candidate]) {
        for candidate in found {
            let verb = candidate.carrier.unwrap_or(candidate.token);
            let by_noun = candidate.person.is_none() || candidate.carrier.is_some();
            let possessor = self.possessor(reading, candidate.token).filter(|_| by_noun);
            let left_out = || self.left_out(reading, verb, candidate.person?, candidate);
            candidate.lead = possessor.or_else(left_out).map(|tokens| (tokens.start, tokens.end - 1));
        }
    }

    fn left_out(&self, reading: &Reading<'_>, verb: usize, person: Person, candidate: &Candidate) -> Option<Range<usize>> {
        let has_own = self.here.iter().any(|subject| subject.verb == verb);
        // «حين اعتقل» may be passive.
        let when =
            candidate.clause.start.checked_sub(1).is_some_and(|before| ARABIC.particles.small.when.has(reading.word(before)));
        let unsure = when && person == Person::MasculineSingular;
        if has_own || person == Person::First || candidate.antecedent.is_some() || unsure {
            return None;
        }
        // «قال الوزير إنه سيغادر»: there the speaker is meant.
        let may_speak = candidate.says || follows_pronoun(reading, candidate);
        let agrees = |subject: &&Subject| {
            let same = subject.person == person || matches!(person, Person::Plural | Person::Dual);
            same && (may_speak || !subject.speaks) && subject.tokens.start != subject.verb
        };
        let ahead = self.here.iter().filter(|subject| subject.verb < verb && subject.tokens.end <= verb);
        let mut main = ahead.clone().rev().filter(agrees).filter(|subject| subject.clause != ClauseKind::Relative);
        let before = || self.before.as_ref().filter(agrees).filter(|_| self.here.iter().all(|subject| subject.verb > verb));
        let topic =
            || ahead.clone().find(|subject| subject.verb == subject.tokens.start && subject.person == person && !subject.speaks);
        main.next().or_else(topic).or_else(before).map(|subject| subject.tokens.clone())
    }

    /// «بعد عودته»: whoever acted last, where the gender is the pronoun's.
    fn possessor(&self, reading: &Reading<'_>, noun: usize) -> Option<Range<usize>> {
        reading.noun(noun).filter(|noun| noun.has_pronoun)?;
        let word = reading.word(noun)?;
        let person = if word.ends_with("ها") {
            Person::FeminineSingular
        } else if word.ends_with('ه') {
            Person::MasculineSingular
        } else {
            return None;
        };
        let ahead = self.here.iter().rev().filter(|subject| subject.tokens.end <= noun && !subject.speaks);
        ahead.clone().find(|subject| subject.person == person).map(|subject| subject.tokens.clone())
    }
}

/// Whether the words that open a clause hold the pronoun of its subject: «إنها استولت».
fn follows_pronoun(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let opener = candidate.clause.start.checked_sub(1).and_then(|before| reading.word(before));
    let has_pronoun = |word: &str| word.ends_with('ه') || word.ends_with("ها") || word.ends_with("هم");
    opener.is_some_and(|word| ARABIC.particles.complementizers.contains(word) && has_pronoun(word))
}

/// What a sentence that opens with a noun is about: «الكتاب الذي …، سيصدر قريبا».
fn topic(reading: &Reading<'_>, sentence: &Sentence, names: &[EntityMention]) -> Option<Subject> {
    let opener = usize::from(ARABIC.particles.small.topic_openers.has(reading.word(sentence.tokens.start)));
    let first = sentence.tokens.start + opener;
    let word = reading.word(first)?;
    let is_definite = stems(word).any(|stem| stem.definite && stem.preposition.is_none());
    let is_named = names.iter().any(|name| name.first == first && name.skip == 0);
    if !is_part(reading, first)
        || !(is_definite || is_named || opener > 0)
        || verbs::verb_at(reading, first).is_some()
        || is_function_word(word)
        || reading.is_time(first)
    {
        return None;
    }
    let tokens = phrase(reading, first, sentence.tokens.end, names);
    let person = if is_feminine(word) { Person::FeminineSingular } else { Person::MasculineSingular };
    Some(Subject { tokens, verb: first, person, clause: ClauseKind::Main, speaks: false })
}
