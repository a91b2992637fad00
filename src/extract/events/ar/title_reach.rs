//! How far a title reaches: its clause, what is said behind it, and where a phrase ends.

use super::Candidate;
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::triggers::VerbClass;
use crate::extract::normalize::Reading;
use crate::extract::tokenize::{TokenKind, stems, without_conjunction};

/// A clause of so few tokens says too little to be a title.
const SHORT_TOKENS: usize = 4;

/// The same where the object stands behind a relative clause.
const FEW_TOKENS: usize = 7;

/// How far behind its verb what is said may open.
const SAID_TOKENS: usize = 30;

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
    let end = before_source(reading, candidate);
    // «شهدت بغداد أمس، مقتل …»: what tells stands behind the comma.
    if candidate.token >= end {
        return Reach { end: sentence_end, content: None, aside: end..end };
    }
    let content = if candidate.person.is_some() { content(reading, candidate, end, sentence_end) } else { None };
    let content = content.or_else(|| far_content(reading, candidate, end, sentence_end));
    match content {
        Some(content) => Reach { end: sentence_end, content: Some(content), aside: end..content },
        // «اتهمت جماعات حقوقية، إيران بـ…»: few words before a comma are not all.
        None if end - candidate.token <= SHORT_TOKENS && goes_on(reading, end) => {
            Reach { end: sentence_end, content: Some(end + 1), aside: end..end + 1 }
        }
        None => behind_relative(reading, candidate, sentence_end).unwrap_or(Reach { end, content: None, aside: end..end }),
    }
}

/// The end of a clause, without who told it: «انهار الجسر وفق ما أعلنته البلدية».
fn before_source(reading: &Reading<'_>, candidate: &Candidate) -> usize {
    let end = candidate.clause.end;
    let source = (candidate.token + 2..end).find(|&token| is_source(reading, token));
    source.map_or(end, |source| if matches!(reading.str(source - 1), "،" | ",") { source - 1 } else { source })
}

/// «وفق ما أعلنته», «حسبما ذكرت».
fn is_source(reading: &Reading<'_>, token: usize) -> bool {
    let small = &ARABIC.particles.small;
    let (word, next) = (reading.word(token), reading.word(token + 1));
    small.as_told.has(word) || small.according.has(word) && matches!(next, Some("ما" | "لما"))
}

/// Whether what stands behind a comma can be the object of the verb before it: an indefinite noun or a name.
pub(super) fn goes_on(reading: &Reading<'_>, comma: usize) -> bool {
    let next = comma + 1;
    let indefinite = |word: &str| !word.starts_with(['و', 'ف']) && !stems(word).any(|stem| stem.definite);
    matches!(reading.str(comma), "،" | ",")
        && reading.word(next).is_some_and(indefinite)
        && super::noun_phrase::is_part(reading, next)
        && !is_source(reading, next)
        && !ARABIC.particles.relatives.contains(reading.str(next))
        && !ARABIC.particles.complementizers.contains(reading.str(next))
        && reading.phrase(next, &ARABIC.particles.subordinators).is_none()
}

/// «قال المستشار، الذي …، في بيان، إن …»: what is said stands behind the last aside, but not behind another who speaks.
fn far_content(reading: &Reading<'_>, candidate: &Candidate, end: usize, sentence_end: usize) -> Option<usize> {
    let says = |token: usize| reading.word(token).is_some_and(|word| ARABIC.particles.complementizers.contains(word));
    let mut tokens = (end..sentence_end.min(end + SAID_TOKENS)).skip(1).filter(|_| candidate.says);
    let content = tokens.find(|&token| says(token) || matches!(reading.str(token), "." | "؛" | "\"" | "«" | ":"))?;
    let parted = (end..content).any(|token| reading.kind(token) == Some(TokenKind::Mark));
    let is_another_s = (end..content).any(|token| speaks(reading, token));
    (says(content) && parted && !is_another_s).then_some(content)
}

fn speaks(reading: &Reading<'_>, token: usize) -> bool {
    super::verbs::verb_at(reading, token)
        .is_some_and(|read| matches!(read.verb.class, Some(VerbClass::Speech | VerbClass::Announce)))
}

/// «وقفت الرئيسة، التي كانت ترتدي قميصا، على المنصة»: few words before a relative clause say too little; what stands behind it
/// goes on with them, and where nothing does, the relative clause itself says what is meant.
fn behind_relative(reading: &Reading<'_>, candidate: &Candidate, sentence_end: usize) -> Option<Reach> {
    let end = candidate.clause.end;
    let comma = usize::from(matches!(reading.str(end), "،" | "," | "-"));
    let opens = reading.word(end + comma).is_some_and(|word| ARABIC.particles.relatives.contains(word));
    let n_tokens = end - candidate.token;
    if !opens || n_tokens > FEW_TOKENS || end + comma >= sentence_end {
        return None;
    }
    let is_mark = |token: &usize| matches!(reading.str(*token), "،" | "," | "-" | "." | "؛" | ":");
    let close = (end + comma + 1..sentence_end).find(is_mark).unwrap_or(sentence_end);
    let goes_on = comma == 1
        && matches!(reading.str(close), "،" | "," | "-")
        && reading.word(close + 1).is_some_and(|word| {
            let indefinite = stems(word).all(|stem| !stem.definite) && super::noun_phrase::is_part(reading, close + 1);
            super::verbs::is_preposition(word)
                || (indefinite && !word.starts_with('و'))
                || (word.starts_with(['ب', 'ل']) && super::verbs::verb_at(reading, close + 1).is_none())
        });
    let tells_by_noun = candidate.person.is_none();
    // «حروب الاستقلال التي تفشت … سعت البلدان»: the second verb is the main one.
    let is_verb = |token: &usize| tells_aside(reading, candidate, *token) && super::noun_phrase::is_part(reading, token - 1);
    let main = (end + comma + 2..close).find(is_verb).unwrap_or(close);
    let close = if tells_by_noun { main } else { close };
    if goes_on {
        return Some(Reach { end: sentence_end, content: Some(close + 1), aside: end..close + 1 });
    }
    (n_tokens <= SHORT_TOKENS && (comma == 0 || tells_by_noun)).then_some(Reach {
        end: close,
        content: Some(end),
        aside: end..end,
    })
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
        let goes_on = end - candidate.token <= SHORT_TOKENS
            && token > end
            && super::verbs::is_preposition(word)
            && !is_source(reading, token);
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
    // «أطلق الوزير، مبادرتين، …»: an object is no aside.
    let object = reading.word(token + 1).is_some_and(|word| !stems(word).any(|stem| stem.definite || stem.preposition.is_some()))
        && close == token + 2
        && !super::verbs::is_function_word(reading.str(token + 1))
        && reading.phrase(token + 1, &ARABIC.temporal.words).is_none();
    if object {
        return None;
    }
    let is_plain =
        (token + 1..close).all(|token| super::verbs::verb_at(reading, token).is_none() || reading.noun(token).is_some());
    is_plain.then_some(close + 1)
}

/// Whether a finite verb, and nothing but a verb, stands at a token.
pub(super) fn tells_aside(reading: &Reading<'_>, candidate: &Candidate, token: usize) -> bool {
    let governed = token.checked_sub(1).and_then(|before| reading.word(before)).is_some_and(super::verbs::is_preposition);
    let verb = super::verbs::verb_at(reading, token).filter(|_| reading.noun(token).is_none() && !governed);
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
    // «64 في المائة»
    if word == "في" && reading.word(token + 1).is_some_and(|next| ARABIC.particles.small.hundred.contains(next)) {
        return false;
    }
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
        || particles.small.dangling.contains(word)
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
