//! How far a title reaches: its clause, what is said behind it, and where a phrase ends.

use super::Candidate;
use crate::extract::lexicon::ARABIC;
use crate::extract::normalize::Reading;
use crate::extract::tokenize::{TokenKind, stems, without_conjunction};

/// A clause of so few tokens says too little to be a title.
const SHORT_TOKENS: usize = 4;

/// The longest aside that is left out, in tokens.
const ASIDE_TOKENS: usize = 8;

/// Where a title may end, and what it takes in besides its clause.
pub(super) struct Reach {
    pub(super) end: usize,
    /// Where what is said starts: «أن …», «عن …», or a noun of event behind an aside.
    pub(super) content: Option<usize>,
    /// The aside between the clause and that.
    pub(super) aside: std::ops::Range<usize>,
}

/// Where the title's clause ends; what is said belongs to the title of saying it.
pub(super) fn reach(reading: &Reading<'_>, candidate: &Candidate) -> Reach {
    let sentence_end = reading.sentences.get(candidate.sentence).map_or(candidate.clause.end, |sentence| sentence.tokens.end);
    let end = candidate.clause.end;
    // «شهدت بغداد أمس، مقتل …»: what tells stands behind the comma.
    if candidate.token >= end {
        return Reach { end: sentence_end, content: None, aside: end..end };
    }
    let content = if candidate.person.is_some() { content(reading, candidate, end, sentence_end) } else { None };
    match content {
        Some(content) => Reach { end: sentence_end, content: Some(content), aside: end..content },
        None => Reach { end, content: None, aside: end..end },
    }
}

/// What is said or announced, right behind the clause or behind an aside without a verb.
fn content(reading: &Reading<'_>, candidate: &Candidate, end: usize, sentence_end: usize) -> Option<usize> {
    let particles = &ARABIC.particles;
    for token in end..sentence_end.min(end + ASIDE_TOKENS + 2) {
        if tells_aside(reading, candidate, token) || matches!(reading.str(token), "." | "؛" | "؟" | "!") {
            return None;
        }
        let Some(word) = reading.word(token) else { continue };
        let behind_mark = token == end || reading.kind(token - 1) == Some(TokenKind::Mark);
        let noun = || reading.noun(token).is_some_and(|noun| noun.skip == 0 && !noun.definite);
        // «سعى هذا المعرض، منذ بدايته، إلى …»: a clause of few words goes on behind its aside.
        let goes_on = end - candidate.token <= SHORT_TOKENS && token > end && super::verbs::is_preposition(word);
        let is_announced = candidate.says && behind_mark && token > end && (word == "عن" || noun());
        if behind_mark && (particles.complementizers.contains(word) || is_announced || goes_on) {
            return Some(token);
        }
    }
    None
}

/// The token behind an aside that opens at `token`: «، في هذا الصدد،».
pub(super) fn after_aside(reading: &Reading<'_>, token: usize, end: usize) -> Option<usize> {
    let is_comma = |token: usize| matches!(reading.str(token), "،" | ",");
    let starts_anew = reading.word(token + 1).is_some_and(|word| without_conjunction(word) != word);
    if !is_comma(token) || starts_anew {
        return None;
    }
    let close = (token + 2..end.min(token + ASIDE_TOKENS + 2)).find(|&token| is_comma(token))?;
    let is_plain =
        (token + 1..close).all(|token| super::verbs::verb_at(reading, token).is_none() || reading.noun(token).is_some());
    is_plain.then_some(close + 1)
}

/// Whether a finite verb, and nothing but a verb, stands at a token.
pub(super) fn tells_aside(reading: &Reading<'_>, candidate: &Candidate, token: usize) -> bool {
    let verb = super::verbs::verb_at(reading, token).filter(|_| reading.noun(token).is_none());
    verb.is_some_and(|verb| !super::verbs::cannot_stand(reading, &candidate.clause, token, &verb, false))
}

/// Whether a full stop or comma stands between the digits of a number.
pub(super) fn is_decimal(reading: &Reading<'_>, token: usize) -> bool {
    token > 0 && reading.number(token - 1).is_some() && reading.number(token + 1).is_some() && reading.touches(token)
}

/// Whether a phrase of its own starts at a token: a preposition, a conjunction, a mark.
pub(super) fn opens_phrase(reading: &Reading<'_>, token: usize) -> bool {
    let Some(word) = reading.word(token) else {
        return reading.kind(token) == Some(TokenKind::Mark) && !is_decimal(reading, token);
    };
    let clitic = stems(word).any(|stem| stem.preposition.is_some() && stem.definite);
    super::verbs::is_preposition(word)
        || clitic
        || without_conjunction(word) != word && word.starts_with('و')
        || ARABIC.particles.complementizers.contains(word)
        || ARABIC.particles.relatives.contains(word)
}

/// Whether a word cannot be the last: a preposition, a conjunction, an opening mark.
pub(super) fn wants_more(reading: &Reading<'_>, token: usize) -> bool {
    if reading.kind(token) == Some(TokenKind::Mark) {
        return !matches!(reading.str(token), "\"" | "»" | "”" | ")" | "%");
    }
    // «لمدة 11»: a number wants what it counts.
    let Some(word) = reading.word(token) else {
        let counts = reading.n_digits(token) != 4 && reading.word(token + 1).is_some() && !opens_phrase(reading, token + 1);
        return counts || (token + 1 < reading.tokens.len() && is_decimal(reading, token + 1));
    };
    let particles = &ARABIC.particles;
    let entities = &ARABIC.entities;
    // «شمالي», «منطقة»: of what?
    let place = |table: &crate::extract::lexicon::phrases::Phrases<()>| {
        table.at(|i| (i == 0).then_some(word)).is_some_and(|found| !found.definite)
    };
    super::verbs::is_preposition(word)
        || place(&entities.place_prepositions)
        || (place(&entities.place_heads) && reading.word(token + 1).is_some())
        || word == "ال"
        || particles.negation.contains(word)
        || particles.complementizers.contains(word)
        || particles.relatives.contains(word)
        || particles.adjuncts.at(|i| (i == 0).then_some(word)).is_some()
        || particles.no_subject.contains(word)
        || particles.auxiliaries.contains(word)
        || particles.possible.contains(word)
        || particles.quantities.contains(word)
        || ARABIC.temporal.numbers.at(|i| (i == 0).then_some(word)).is_some_and(|found| !found.definite)
}
