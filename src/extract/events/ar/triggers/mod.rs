//! The words of a clause that may tell of an event: its verbs (`told`), and nouns that no verb has taken (`nouns`).

mod nouns;
mod telling;
mod told;

use super::clauses::{Clause, ClauseKind};
use super::complements;
use super::verbs;
use crate::event::EventKind;
use crate::extract::events::candidate::{Candidate, Role};
use crate::extract::events::names::EntityMention;
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::triggers::{Noun, VerbClass};
use crate::extract::normalize::Reading;
use crate::extract::tokenize::stems;

/// A clause in its sentence.
struct Scope<'a> {
    reading: &'a Reading<'a>,
    clause: &'a Clause,
    /// The verb that governs a complement clause.
    governor: Option<VerbClass>,
    sentence_start: usize,
    names: &'a [EntityMention],
}

/// Adds what a clause may tell.
pub(super) fn in_clause(
    reading: &Reading<'_>,
    clauses: &[Clause],
    index: usize,
    names: &[EntityMention],
    found: &mut Vec<Candidate>,
) {
    let clause = &clauses[index];
    let sentence_start = clauses.first().map_or(clause.tokens.start, |first| first.tokens.start);
    let scope = Scope { reading, clause, governor: governor(reading, &clauses[..index]), sentence_start, names };
    let verbs = verbs::in_clause(reading, &clause.tokens);
    let mut heads = 0;
    let mut possible = false;
    for (i, verb) in verbs.iter().enumerate() {
        let end = verbs.get(i + 1).map_or(clause.tokens.end, |next| next.token);
        let class = verb.reading.verb.class;
        let is_called_for = || complements::sense(reading, &clause.tokens, verb).is_some_and(|sense| !sense.needs.is_empty());
        if class == Some(VerbClass::Becoming) && !is_called_for() {
            // «كان يعمل» only lends its tense; «بلغ», «ليبلغ», «كان» alone have dates of their own.
            if verb.reading.is_purpose || i + 1 == verbs.len() {
                found.push(scope.absorbs(verb));
            }
            continue;
        }
        let before = found.len();
        scope.verb(verb, end, found);
        let told_about = scope.told_about(verb);
        let weak = heads > 0
            || possible
            || told_about.is_some()
            || matches!(clause.kind, ClauseKind::Relative | ClauseKind::FreeRelative);
        for candidate in found[before..].iter_mut().filter(|_| weak) {
            weaken(candidate, possible);
            candidate.antecedent = candidate.antecedent.or(told_about);
        }
        possible |= class == Some(VerbClass::Possible);
        heads += 1;
    }
    scope.adjuncts(found);
    scope.coordinated(found);
    scope.gapped(found);
    scope.still(found);
    scope.nouns(&verbs, found);
}

/// A verb that is not the head of its clause tells only when it is dated.
fn weaken(candidate: &mut Candidate, possible: bool) {
    candidate.role = match candidate.role {
        Role::Event if possible => Role::Absorbs,
        Role::Event => Role::IfDated,
        role => role,
    };
}

/// The class of the last verb before a complement clause.
fn governor(reading: &Reading<'_>, before: &[Clause]) -> Option<VerbClass> {
    let main = before.iter().rev().find(|clause| clause.kind != ClauseKind::Relative)?;
    verbs::in_clause(reading, &main.tokens)
        .into_iter()
        .find_map(|verb| verb.reading.verb.class.filter(|class| *class != VerbClass::Becoming))
}

impl Scope<'_> {
    fn candidate(&self, token: usize, kind: EventKind, context: &[&'static str], lemma: usize) -> Candidate {
        Candidate {
            clause: self.clause.tokens.clone(),
            inherits_subject: matches!(self.clause.kind, ClauseKind::Main | ClauseKind::Adjunct(_)),
            antecedent: antecedent(self.reading, self.clause, self.names),
            ..Candidate::plain(token, kind, context, lemma)
        }
    }

    /// «رصاصة أطلقها جندي»: what a verb behind an indefinite noun tells about, by the pronoun that stands for it.
    fn told_about(&self, at: &verbs::VerbAt<'_>) -> Option<(usize, usize)> {
        let is_inside = at.token > self.clause.tokens.start && at.reading.has_pronoun && at.reading.skip == 0;
        let last = at.token.checked_sub(1).filter(|_| is_inside)?;
        let is_part = |token: usize| {
            let plain = |word: &str| !verbs::is_function_word(word) && !stems(word).any(|stem| stem.definite);
            self.reading.word(token).is_some_and(plain) && verbs::verb_at(self.reading, token).is_none()
        };
        let first = (self.clause.tokens.start..at.token).rev().take(2).take_while(|&token| is_part(token)).last()?;
        let is_named =
            self.names.iter().any(|name| name.kind != crate::extract::events::names::EntityKind::Group && name.last == last);
        let helps = self.reading.word(last).is_some_and(|word| ARABIC.particles.auxiliaries.contains(word));
        (!is_named && !helps).then_some((first, last))
    }

    /// A verb that is no event; the expressions beside it are its own.
    fn absorbs(&self, at: &verbs::VerbAt<'_>) -> Candidate {
        let candidate = self.candidate(at.token, EventKind::Other, &[], usize::MAX);
        Candidate { role: Role::Absorbs, person: Some(at.reading.person), ..candidate }
    }

    fn noun_candidate(&self, token: usize, noun: &Noun) -> Candidate {
        let (kind, context) = complements::noun_kind(self.reading, token, noun).unwrap_or((EventKind::Other, &[]));
        self.candidate(token, kind, context, noun.lemma)
    }
}

/// What a relative clause tells about: the noun phrase before «الذي».
fn antecedent(reading: &Reading<'_>, clause: &Clause, names: &[EntityMention]) -> Option<(usize, usize)> {
    if clause.kind != ClauseKind::Relative {
        return None;
    }
    let before = clause.tokens.start.checked_sub(2)?;
    let comma = matches!(reading.str(before), "،" | ",");
    let last = if comma { before.checked_sub(1)? } else { before };
    if let Some(name) = names.iter().find(|name| name.last == last) {
        return Some((name.first, last));
    }
    let mut first = last + 1;
    let mut n_definite = 0;
    while first > 0 && last + 1 - first < 6 {
        let token = first - 1;
        let quote = matches!(reading.str(token), "\"" | "«" | "»" | "“" | "”");
        let word = reading.word(token).filter(|word| {
            let counted = ARABIC.temporal.words.at(|i| (i == 0).then_some(*word)).is_some();
            !verbs::is_function_word(word) && !counted && verbs::verb_at(reading, token).is_none()
        });
        if !quote && word.is_none() {
            break;
        }
        let definite = word.is_some_and(|word| word.starts_with("ال"));
        // «الجماعات المسلحة التي»: a noun and its adjective; a third definite word is another phrase.
        if (definite && n_definite == 2) || (first <= last && starts_phrase(reading, token + 1)) {
            break;
        }
        n_definite += usize::from(definite);
        first -= 1;
    }
    (first <= last).then_some((first, last))
}

/// Whether a preposition clings to a word, so that its phrase starts there: «بخرق الهدنة».
fn starts_phrase(reading: &Reading<'_>, token: usize) -> bool {
    let noun = reading.noun(token).and_then(|noun| noun.preposition);
    let definite = || reading.word(token).is_some_and(|word| stems(word).any(|stem| stem.definite && stem.preposition.is_some()));
    noun.is_some() || definite()
}
