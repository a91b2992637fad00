//! Clauses of a sentence: where each starts, and what kind of content it holds.
//! A sketch of syntax: marks and function words decide, no parse tree is built.

use std::ops::Range;

use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::morphology::Tense;
use crate::extract::lexicon::particles::AdjunctOrder;
use crate::extract::normalize::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::tokenize::{TokenKind, without_conjunction};

/// A clause: a run of tokens with at most one head verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    /// The tokens, without the word that opens it.
    pub(super) tokens: Range<usize>,
    pub(super) kind: ClauseKind,
    /// Whether a comma, dash or bracket stands before it.
    pub(super) after_mark: bool,
}

/// What a clause is to the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ClauseKind {
    Main,
    /// What is said, thought or planned: «أن …».
    Complement,
    /// «الذي …»
    Relative,
    /// «ما …», «من …» that names a thing by what happens to it.
    FreeRelative,
    /// «حيث …», «فيما …», «إذ …»
    Subordinate,
    /// «بعد أن …», «قبل أن …»: its event stands in this order to the main one.
    Adjunct(AdjunctOrder),
}

/// The clauses of a sentence, in order.
pub(super) fn clauses(reading: &Reading<'_>, sentence: &Sentence) -> Vec<Clause> {
    let mut out: Vec<Clause> = Vec::new();
    let mut current = Clause { tokens: sentence.tokens.start..sentence.tokens.start, kind: ClauseKind::Main, after_mark: true };
    let mut token = sentence.tokens.start;
    while token < sentence.tokens.end {
        match opening(reading, token, &current) {
            Some(opening) => {
                current.tokens.end = token;
                if !current.tokens.is_empty() {
                    out.push(current.clone());
                }
                let after_mark = opening.is_mark || (current.tokens.is_empty() && current.after_mark);
                token += opening.n_tokens;
                current = Clause { tokens: token..token, kind: opening.kind, after_mark };
                // A verb that opens its own clause stays in it.
                token += opening.n_inside;
            }
            None => token += 1,
        }
    }
    current.tokens.end = sentence.tokens.end;
    if !current.tokens.is_empty() {
        out.push(current);
    }
    join_asides(reading, out)
}

/// The longest aside between commas, in tokens.
const ASIDE_TOKENS: usize = 6;

/// «من جهته»: within so many tokens from the front the word stands that turns to somebody else.
const TURN_TOKENS: usize = 2;

/// «فرضت المحكمة، أمس الخميس، حكما»: what stands between commas without a verb parts no clause.
fn join_asides(reading: &Reading<'_>, clauses: Vec<Clause>) -> Vec<Clause> {
    let mut out: Vec<Clause> = Vec::with_capacity(clauses.len());
    let mut in_aside = false;
    for clause in clauses {
        let follows =
            out.last().is_some_and(|last| last.tokens.end + 1 == clause.tokens.start && is_comma(reading, last.tokens.end));
        let Some(last) = out.last_mut().filter(|_| follows && clause.kind == ClauseKind::Main) else {
            in_aside = false;
            out.push(clause);
            continue;
        };
        let first = clause.tokens.start;
        let is_noun_too = reading.noun(first).is_some();
        let starts_anew = (super::verbs::verb_at(reading, first).is_some() && !(in_aside && is_noun_too))
            || reading.word(first).is_some_and(|word| without_conjunction(word) != word)
            || reading.phrase(first, &ARABIC.particles.adjuncts).is_some();
        let closes = is_comma(reading, clause.tokens.end);
        let is_turn =
            || clause.tokens.clone().take(TURN_TOKENS).any(|token| ARABIC.particles.small.turns.has(reading.word(token)));
        let is_aside = closes
            && !is_turn()
            && clause.tokens.len() <= ASIDE_TOKENS
            && !starts_anew
            && !has_verb(reading, clause.tokens.clone());
        let goes_on = in_aside && !starts_anew && !has_verb(reading, first..clause.tokens.end.min(first + 2));
        // «حث الوزير الحكومة، أمس الجمعة، على …»: a verb that is a noun too, but at the head.
        let tells = has_verb(reading, last.tokens.clone()) || super::verbs::verb_at(reading, last.tokens.start).is_some();
        if (is_aside || goes_on) && tells {
            last.tokens.end = clause.tokens.end;
            in_aside = is_aside;
        } else {
            in_aside = false;
            out.push(clause);
        }
    }
    out
}

fn is_comma(reading: &Reading<'_>, token: usize) -> bool {
    matches!(reading.str(token), "،" | ",")
}

struct Opening {
    kind: ClauseKind,
    /// Tokens of the word or mark that opens it.
    n_tokens: usize,
    /// Tokens of the clause that are already known to belong to it.
    n_inside: usize,
    is_mark: bool,
}

fn opening(reading: &Reading<'_>, token: usize, current: &Clause) -> Option<Opening> {
    let opened = |kind, n_tokens| Some(Opening { kind, n_tokens, n_inside: 0, is_mark: false });
    if reading.kind(token)? == TokenKind::Mark {
        if closes_soon(reading, token) {
            return None;
        }
        let separates = matches!(reading.str(token), "،" | "," | "؛" | ";" | ":" | "(" | ")" | "—" | "–" | "[" | "]");
        return separates.then_some(Opening { kind: ClauseKind::Main, n_tokens: 1, n_inside: 0, is_mark: true });
    }
    let word = reading.word(token)?;
    let particles = &ARABIC.particles;
    // «… بعد ذلك بدأ»: what follows is told beside what was told before.
    let goes_on = token > current.tokens.start
        && super::verbs::closes_adjunct(reading, token + 2)
        && super::verbs::verb_at(reading, token + 2).is_some();
    if goes_on {
        return Some(Opening { kind: ClauseKind::Main, n_tokens: 0, n_inside: 2, is_mark: false });
    }
    if let Some(n_tokens) = adjunct_clause(reading, token) {
        let order = reading.phrase(token, &particles.adjuncts)?.meaning.order;
        return opened(ClauseKind::Adjunct(order), n_tokens);
    }
    if particles.complementizers.contains(word) {
        return opened(ClauseKind::Complement, 1);
    }
    if particles.relatives.contains(without_conjunction(word)) {
        return opened(ClauseKind::Relative, 1);
    }
    // «حتى الآن», «عقب اللقاء»: prepositions, but before a verb.
    let is_preposition = particles.small.before_verbs.contains(word) && super::verbs::verb_at(reading, token + 1).is_none();
    let subordinator = reading.phrase(token, &particles.subordinators).filter(|found| found.preposition.is_none());
    if let Some(found) = subordinator.filter(|_| !is_preposition) {
        return opened(ClauseKind::Subordinate, found.n_tokens);
    }
    if let Some(opening) = free_relative(reading, token, word) {
        return Some(opening);
    }
    coordinated(reading, token, word, current)
}

/// Whether a bracket holds no more than a few words, as in «أكتوبر (تشرين الأول)»: it parts no clause.
fn closes_soon(reading: &Reading<'_>, token: usize) -> bool {
    match reading.str(token) {
        "(" => (token + 1..token + 6).any(|other| reading.is_mark(other, ")")),
        ")" => (token.saturating_sub(5)..token).any(|other| reading.is_mark(other, "(")),
        _ => false,
    }
}

/// «بعد أن», «قبل أن», «بعدما», with a verb behind: how many tokens open the clause.
fn adjunct_clause(reading: &Reading<'_>, token: usize) -> Option<usize> {
    let found = reading.phrase(token, &ARABIC.particles.adjuncts)?;
    let next = token + found.n_tokens;
    // «بعدما» holds its own «ما».
    let opens = reading.word(next - 1).is_some_and(|word| word.ends_with("ما") && word != "ما");
    if opens && super::verbs::verb_at(reading, next).is_some() {
        return Some(found.n_tokens);
    }
    (reading.word(next) == Some("ان")).then_some(found.n_tokens + 1)
}

/// «ما نفاه», «ما أسفر عن»: with «وهو» before it, it goes on with the main line.
fn free_relative(reading: &Reading<'_>, token: usize, word: &str) -> Option<Opening> {
    let particles = &ARABIC.particles;
    let bare = word.strip_prefix(['و', 'م']).filter(|rest| particles.free_relatives.contains(*rest)).unwrap_or(word);
    let bare = if opens_a_source(reading, token) { "ما" } else { bare };
    if !(particles.free_relatives.contains(bare) || word == "مما") {
        return None;
    }
    let verb = super::verbs::verb_at(reading, token + 1)?;
    // «تمكنت من قتل»: a noun behind a preposition.
    if bare == "من" && verb.tense == Tense::Perfect && reading.noun(token + 1).is_some() {
        return None;
    }
    let goes_on = token.checked_sub(1).is_some_and(|before| {
        let before_is_mark = reading.kind(before) == Some(TokenKind::Mark);
        before_is_mark || particles.small.story_pronouns.has(reading.word(before))
    });
    let kind = if goes_on || word == "مما" { ClauseKind::Main } else { ClauseKind::FreeRelative };
    Some(Opening { kind, n_tokens: 1, n_inside: 1, is_mark: goes_on })
}

/// «وفقا لما أعلنته»: there «لما» is ل and «ما», no negation.
pub(super) fn opens_a_source(reading: &Reading<'_>, token: usize) -> bool {
    let before = token.checked_sub(1).and_then(|before| reading.word(before));
    reading.word(token) == Some("لما") && ARABIC.particles.small.according.has(before)
}

/// A conjunction that clings to a finite verb, or «وقد», «ثم»: a clause beside the one before it.
fn coordinated(reading: &Reading<'_>, token: usize, word: &str, current: &Clause) -> Option<Opening> {
    if token == current.tokens.start {
        return None;
    }
    let kind = match current.kind {
        ClauseKind::Complement => ClauseKind::Complement,
        _ => ClauseKind::Main,
    };
    let beside = |n_inside| Some(Opening { kind, n_tokens: 0, n_inside, is_mark: false });
    if ARABIC.particles.small.clause_openers.contains(word) {
        return beside(1);
    }
    if !word.starts_with(['و', 'ف']) {
        return None;
    }
    let verb = super::verbs::verb_at(reading, token).filter(|verb| verb.skip > 0 && !verb.is_purpose)?;
    // «ورفض الكرملين»: a noun after an adjunct word, not a verb.
    let is_noun_too = verb.tense == Tense::Perfect && reading.noun(token).is_some();
    let in_nominal_list = is_noun_too && !has_verb(reading, current.tokens.start..token);
    if in_nominal_list { None } else { beside(1) }
}

/// Whether a finite verb stands among the tokens.
pub(super) fn has_verb(reading: &Reading<'_>, mut tokens: Range<usize>) -> bool {
    tokens.any(|token| super::verbs::verb_at(reading, token).is_some() && reading.noun(token).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, ClauseKind)]) {
        let reading = Reading::new(text);
        let found = clauses(&reading, &reading.sentences[0]);
        let found: Vec<(&str, ClauseKind)> = found
            .iter()
            .map(|clause| (reading.original(clause.tokens.start, 0, clause.tokens.end - 1).of(text), clause.kind))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn commas_and_function_words_open_clauses() {
        check(
            "قال الوزير إن الوفد وصل أمس، وأعلن الاتفاق بعد أن التقى الرئيس.",
            &[
                ("قال الوزير", ClauseKind::Main),
                ("الوفد وصل أمس", ClauseKind::Complement),
                ("وأعلن الاتفاق", ClauseKind::Main),
                ("التقى الرئيس.", ClauseKind::Adjunct(AdjunctOrder::Before)),
            ],
        );
    }

    #[test]
    fn a_relative_that_goes_on_with_the_story_is_no_relative() {
        check(
            "قصفت الطائرات القرية، ما أسفر عن مقتل ثلاثة، وهو ما نفاه الجيش.",
            &[
                ("قصفت الطائرات القرية", ClauseKind::Main),
                ("أسفر عن مقتل ثلاثة", ClauseKind::Main),
                ("وهو", ClauseKind::Main),
                ("نفاه الجيش.", ClauseKind::Main),
            ],
        );
    }
}
