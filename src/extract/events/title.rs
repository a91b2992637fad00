//! The title of an event: its clause, from the verb on, that stands by itself.
//! Never cut inside a word; at most twelve words.

use super::{Candidate, EntityMention};
use crate::event::{Actor, ActorRole};
use crate::extract::lexicon::ARABIC;
use crate::extract::normalize::Reading;
use crate::extract::tokenize::TokenKind;

/// The longest title, in words.
const TITLE_WORDS: usize = 12;

/// The title of an event; `actors` names the subject where the clause leaves it out.
pub(in crate::extract) fn title(
    reading: &Reading<'_>,
    candidate: &Candidate,
    actors: &[Actor],
    has_own_subject: bool,
    names: &[EntityMention],
) -> String {
    let start = start(reading, candidate);
    let end = end(reading, candidate, start, names);
    if let Some((first, last)) = candidate.shared {
        return format!("{} {}", self::words(reading, first, last + 1), self::words(reading, candidate.token + 1, end));
    }
    let words = without_auxiliary(reading, candidate, start, end);
    if let Some((first, last)) = candidate.antecedent {
        return format!("{} {words}", self::words(reading, first, last + 1));
    }
    let subject =
        actors.iter().find(|actor| actor.role == ActorRole::Source).filter(|_| candidate.person.is_some() && !has_own_subject);
    match subject {
        Some(subject) if !words.contains(&subject.name) => format!("{} {words}", subject.name),
        _ => words,
    }
}

/// The first token: the verb (or its subject before it), without the particles ahead of it.
fn start(reading: &Reading<'_>, candidate: &Candidate) -> usize {
    let verb = candidate.carrier.unwrap_or(candidate.token);
    if candidate.person.is_none() && candidate.carrier.is_none() {
        return candidate.token;
    }
    // A subject ahead of its verb belongs to the title; other words do not.
    let begin = candidate.clause.start;
    let mut ahead = begin..verb.min(candidate.token);
    // «وكان الطيران قد صعد»: the auxiliaries say tense, not who.
    while ahead.start < ahead.end && is_auxiliary(reading, ahead.start) {
        ahead.start += 1;
    }
    let begin = ahead.start;
    while ahead.start < ahead.end && is_auxiliary(reading, ahead.end - 1) {
        ahead.end -= 1;
    }
    let is_subject = !ahead.is_empty() && ahead.len() <= 6 && ahead.clone().all(|token| is_subject_word(reading, token));
    if is_subject { begin } else { verb.min(candidate.token) }
}

fn is_auxiliary(reading: &Reading<'_>, token: usize) -> bool {
    reading.word(token).is_some_and(|word| ARABIC.particles.auxiliaries.contains(word))
}

fn is_subject_word(reading: &Reading<'_>, token: usize) -> bool {
    let Some(word) = reading.word(token) else { return reading.kind(token) == Some(TokenKind::Number) };
    let particles = &ARABIC.particles;
    let auxiliary = ARABIC.triggers.read_verb(word).is_some();
    !auxiliary
        && !super::verbs::is_preposition(word)
        && !particles.negation.contains(word)
        && !particles.possible.contains(word)
        && !matches!(word, "وقد" | "لقد" | "كما" | "وهو" | "وهي")
}

/// One past the last token: the end of the clause, twelve words at most, never on a word that wants another.
fn end(reading: &Reading<'_>, candidate: &Candidate, start: usize, names: &[EntityMention]) -> usize {
    let clause_end = candidate.clause.end.max(candidate.token + 1);
    let mut end = start;
    let mut n_words = 0;
    while end < clause_end && n_words < TITLE_WORDS {
        if reading.kind(end) == Some(TokenKind::Mark)
            && matches!(reading.str(end), "." | "؟" | "!" | "؛")
            && !is_decimal(reading, end)
        {
            break;
        }
        // «وثائق حصلت عليها صحيفة»: what is told about a part of it is left out.
        if end > candidate.token + 2 && n_words > 2 && tells_aside(reading, end) {
            break;
        }
        n_words += usize::from(reading.kind(end) != Some(TokenKind::Mark));
        end += 1;
    }
    // Not in the middle of a name.
    if let Some(name) = names.iter().find(|name| name.first < end && name.last >= end && name.last < clause_end) {
        end = if name.last + 1 - start <= TITLE_WORDS + 2 { name.last + 1 } else { name.first };
    }
    while end > candidate.token + 1 && wants_more(reading, end - 1) {
        end -= 1;
    }
    balanced(reading, start, end)
}

/// Whether a finite verb, and nothing but a verb, stands at a token.
fn tells_aside(reading: &Reading<'_>, token: usize) -> bool {
    super::verbs::verb_at(reading, token).is_some() && reading.noun(token).is_none()
}

/// Whether a full stop stands between the digits of a number.
fn is_decimal(reading: &Reading<'_>, token: usize) -> bool {
    token > 0 && reading.number(token - 1).is_some() && reading.number(token + 1).is_some() && reading.touches(token)
}

/// Whether a word cannot be the last: a preposition, a conjunction, an opening mark.
fn wants_more(reading: &Reading<'_>, token: usize) -> bool {
    if reading.kind(token) == Some(TokenKind::Mark) {
        return !matches!(reading.str(token), "\"" | "»" | "”" | ")" | "%");
    }
    // «لمدة 11»: a number wants what it counts.
    let Some(word) = reading.word(token) else { return reading.n_digits(token) != 4 && reading.word(token + 1).is_some() };
    let particles = &ARABIC.particles;
    super::verbs::is_preposition(word)
        || particles.negation.contains(word)
        || particles.adjuncts.at(|i| (i == 0).then_some(word)).is_some()
        || matches!(word, "و" | "او" | "ثم" | "ان" | "اكثر" | "اقل" | "بـ" | "ب" | "ل" | "مثل" | "كما" | "وهو" | "وهي" | "ما")
}

/// Drops an opened quotation that does not close.
fn balanced(reading: &Reading<'_>, start: usize, end: usize) -> usize {
    let quotes: Vec<usize> = (start..end).filter(|&token| matches!(reading.str(token), "\"" | "«" | "»" | "“" | "”")).collect();
    match quotes.last() {
        Some(&last) if quotes.len() % 2 == 1 && last > start + 1 && matches!(reading.str(last), "\"" | "«" | "“") => {
            let mut cut = last;
            while cut > start + 1 && wants_more(reading, cut - 1) {
                cut -= 1;
            }
            cut
        }
        // A quotation that closes here opened elsewhere.
        Some(&last) if quotes.len() % 2 == 1 && last + 1 == end && end > start + 1 => last,
        _ => end,
    }
}

/// The words, without «قد» between subject and verb.
fn without_auxiliary(reading: &Reading<'_>, candidate: &Candidate, start: usize, end: usize) -> String {
    let verb = candidate.carrier.unwrap_or(candidate.token).min(candidate.token);
    if verb > start && is_auxiliary(reading, verb - 1) && verb < end {
        let mut subject_end = verb - 1;
        while subject_end > start && is_auxiliary(reading, subject_end - 1) {
            subject_end -= 1;
        }
        return format!("{} {}", words(reading, start, subject_end), words(reading, verb, end));
    }
    words(reading, start, end)
}

/// The words as written, blanks folded, without the conjunction ahead.
fn words(reading: &Reading<'_>, start: usize, end: usize) -> String {
    let first = reading.word(start).unwrap_or_default();
    let verb_skip = ARABIC.triggers.read_verb(first).map_or(0, |verb| verb.skip);
    let noun_skip = if verb_skip == 0
        && first.starts_with('و')
        && ARABIC.triggers.read_noun(first).is_some()
        && ARABIC.triggers.read_noun(&first[2..]).is_some()
    {
        2
    } else {
        0
    };
    let skip = verb_skip.max(noun_skip);
    let span = reading.original(start, skip, end.saturating_sub(1).max(start));
    span.of(reading.text).split_whitespace().collect::<Vec<_>>().join(" ")
}
