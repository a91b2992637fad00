//! The title of an English event: its clause, subject first, that stands by itself in at most twelve words.

use std::ops::Range;

use crate::event::{Actor, ActorRole};
use crate::extract::events::Candidate;
use crate::extract::lexicon::english::{Class, ENGLISH_EVENTS};
use crate::extract::normalize::Reading;
use crate::extract::tokenize::TokenKind;

/// The longest title, in words.
const TITLE_WORDS: usize = 12;

/// The longest subject, in words.
const SUBJECT_WORDS: usize = 6;

/// How far behind a noun alone its phrase may go, in words.
const NOUN_WORDS: usize = 8;

/// The title of an event; `subject` is the name for which a pronoun stands there.
/// `actors` are named where the subject grows too long.
pub(super) fn title(reading: &Reading<'_>, candidate: &Candidate, subject: Option<&str>, actors: &[Actor]) -> String {
    let Some(frame) = &candidate.frame else { return capitalised(words(reading, &noun_phrase(reading, candidate))) };
    let lead = subject
        .map_or_else(|| self::subject(reading, frame.subject.clone()), |name| (name.to_owned(), name.split_whitespace().count()));
    let (lead, n_lead) = if lead.1 > SUBJECT_WORDS { shorter(actors).unwrap_or(lead) } else { lead };
    let told = predicate(reading, candidate, frame.verbs.start, frame.end, TITLE_WORDS.saturating_sub(n_lead).max(3));
    let mut told = words(reading, &told);
    let past = ENGLISH_EVENTS.triggers.past(reading.str(frame.verbs.start)).filter(|_| frame.is_gerund && !lead.is_empty());
    if let Some((past, rest)) = past.zip(told.split_once(' ').map(|(_, rest)| rest.to_owned())) {
        told = format!("{past} {rest}");
    }
    if !frame.auxiliaries.is_empty() {
        told = format!("{} {told}", words(reading, &frame.auxiliaries.clone().collect::<Vec<_>>()));
    }
    capitalised(if lead.is_empty() { told } else { format!("{lead} {told}") })
}

/// The names of those who act, joined: "Juan Manuel Santos and Timoleon Jimenez".
fn shorter(actors: &[Actor]) -> Option<(String, usize)> {
    let named = actors.iter().filter(|actor| actor.role == ActorRole::Source && actor.name.contains(' '));
    let names: Vec<&str> = named.map(|actor| actor.name.as_str()).take(2).collect();
    let joined = names.join(" and ");
    let n_words = joined.split_whitespace().count();
    (!names.is_empty()).then_some((joined, n_words))
}

/// The subject as written, cut where it grows long.
fn subject(reading: &Reading<'_>, tokens: Range<usize>) -> (String, usize) {
    let mut kept = Vec::new();
    let mut n_words = 0;
    for token in tokens.clone() {
        let class = reading.english(token).class;
        let is_mark = reading.kind(token) == Some(TokenKind::Mark);
        let parts =
            is_mark && matches!(reading.str(token), "," | "(" | ";" | "\u{2014}" | "\u{2013}") && !in_number(reading, token);
        let long = n_words >= SUBJECT_WORDS && class.is(Class::PREPOSITION.or(Class::RELATIVE));
        if n_words > 0 && (parts || long) {
            break;
        }
        n_words += usize::from(!is_mark && !is_clitic(reading, token));
        kept.push(token);
    }
    while kept.len() > 1 && kept.last().is_some_and(|&last| wants_more(reading, last) && !is_verb(reading, last)) {
        kept.pop();
    }
    (words(reading, &kept), n_words)
}

fn in_number(reading: &Reading<'_>, mark: usize) -> bool {
    let number = |token: usize| reading.kind(token) == Some(TokenKind::Number);
    mark > 0 && number(mark - 1) && number(mark + 1) && reading.touches(mark - 1)
}

/// The "s" or "t" behind an apostrophe.
fn is_clitic(reading: &Reading<'_>, token: usize) -> bool {
    token > 0 && matches!(reading.str(token - 1), "'" | "\u{2019}" | "-") && reading.touches(token - 1)
}

/// The tokens from the verbs on, up to a mark, the end of the clause or the limit.
fn predicate(reading: &Reading<'_>, candidate: &Candidate, start: usize, end: usize, limit: usize) -> Vec<usize> {
    let mut kept: Vec<usize> = Vec::new();
    let mut n_words = 0;
    let mut is_cut = false;
    for token in start..end {
        // A full stop within the sentence belongs to a word: "U.S.", "Sept. 19".
        let inside = reading.str(token) == "." && token + 1 < end;
        if reading.kind(token) == Some(TokenKind::Mark) && ends(reading, token) && token > candidate.token && !inside {
            break;
        }
        let is_word = reading.kind(token) != Some(TokenKind::Mark) && !is_clitic(reading, token);
        if n_words >= limit && is_word {
            is_cut = !opens_phrase(reading, token);
            break;
        }
        n_words += usize::from(is_word);
        kept.push(token);
    }
    if is_cut {
        cut_to_phrase(reading, candidate, &mut kept);
    }
    while kept.last().is_some_and(|&last| last > candidate.token && wants_more(reading, last)) {
        kept.pop();
    }
    balance(reading, candidate, &mut kept);
    kept
}

fn ends(reading: &Reading<'_>, token: usize) -> bool {
    let ends = matches!(reading.str(token), "." | "!" | "?" | ";" | "," | ":" | "\u{2026}" | "\u{2014}" | "\u{2013}" | "(" | ")");
    let abbreviated = reading.str(token) == "." && reading.touches(token) && reading.kind(token + 1) == Some(TokenKind::Word);
    ends && !in_number(reading, token) && !abbreviated
}

fn opens_phrase(reading: &Reading<'_>, token: usize) -> bool {
    let opens = Class::PREPOSITION.or(Class::COORDINATOR).or(Class::RELATIVE).or(Class::SUBORDINATOR).or(Class::COMPLEMENTIZER);
    reading.english(token).class.is(opens)
}

/// Takes off what the limit cut through: the last phrase.
fn cut_to_phrase(reading: &Reading<'_>, candidate: &Candidate, kept: &mut Vec<usize>) {
    let least = kept.iter().position(|&token| token > candidate.token).map_or(kept.len(), |place| place + 2);
    if let Some(place) = (least..kept.len()).rev().find(|&place| opens_phrase(reading, kept[place])) {
        kept.truncate(place);
    }
}

/// Whether a phrase cannot end with a word.
fn wants_more(reading: &Reading<'_>, token: usize) -> bool {
    let class = reading.english(token).class;
    let verbs = Class::BE.or(Class::HAVE).or(Class::FUTURE).or(Class::POSSIBLE);
    let opens =
        verbs.or(Class::DETERMINER).or(Class::COORDINATOR).or(Class::RELATIVE).or(Class::COMPLEMENTIZER).or(Class::SUBORDINATOR);
    let stays = class.is(Class::MANNER.or(Class::OBJECT_PRONOUN));
    let blank = reading.kind(token) == Some(TokenKind::Mark)
        && !matches!(reading.str(token), "\"" | "\u{201D}" | ")" | "%" | "'" | "\u{2019}");
    blank || is_verb(reading, token) || class.is(opens) && !stays || (class.is(Class::PREPOSITION) && !stays)
}

/// Drops a quotation or a bracket that does not close, or that opened elsewhere.
fn balance(reading: &Reading<'_>, candidate: &Candidate, kept: &mut Vec<usize>) {
    let is_quote = |&token: &usize| matches!(reading.str(token), "\"" | "\u{201C}" | "\u{201D}");
    let quotes: Vec<usize> = kept.iter().copied().filter(|token| is_quote(token)).collect();
    if quotes.len().is_multiple_of(2) {
        return;
    }
    let Some(&last) = quotes.last() else { return };
    let n_before = kept.iter().filter(|&&token| token < last).count();
    if last > candidate.token && n_before > 2 && reading.str(last) != "\u{201D}" {
        kept.retain(|&token| token < last);
        while kept.last().is_some_and(|&end| end > candidate.token && wants_more(reading, end)) {
            kept.pop();
        }
    } else {
        kept.retain(|&token| token != last);
    }
}

/// The phrase of a noun that no verb carries.
fn noun_phrase(reading: &Reading<'_>, candidate: &Candidate) -> Vec<usize> {
    let is_part = |token: usize| {
        let class = reading.english(token).class;
        let number = reading.kind(token) == Some(TokenKind::Number);
        let plain = reading.word(token).is_some()
            && !class.is(Class::DETERMINER
                .or(Class::PREPOSITION)
                .or(Class::COORDINATOR)
                .or(Class::BE)
                .or(Class::HAVE)
                .or(Class::RELATIVE)
                .or(Class::SUBORDINATOR)
                .or(Class::COMPLEMENTIZER)
                .or(Class::SUBJECT_PRONOUN));
        let joined = matches!(reading.str(token), "'" | "\u{2019}" | "-") && reading.touches(token);
        number || plain || joined
    };
    let sentence = reading
        .sentences
        .get(candidate.sentence)
        .map_or(candidate.token..candidate.token + 1, |sentence| sentence.tokens.clone());
    let mut first = candidate.token;
    while first > sentence.start && candidate.token - first < 5 && is_part(first - 1) && !is_verb(reading, first - 1) {
        first -= 1;
    }
    let mut kept: Vec<usize> = (first..=candidate.token).collect();
    for token in candidate.token + 1..candidate.clause.end.min(sentence.end).max(candidate.token + 1) {
        let class = reading.english(token).class;
        let stops = (reading.kind(token) == Some(TokenKind::Mark) && ends(reading, token))
            || class.is(Class::RELATIVE
                .or(Class::BE)
                .or(Class::HAVE)
                .or(Class::FUTURE)
                .or(Class::POSSIBLE)
                .or(Class::COMPLEMENTIZER))
            || is_verb(reading, token);
        if stops || kept.len() >= NOUN_WORDS + 2 {
            break;
        }
        kept.push(token);
    }
    while kept.last().is_some_and(|&last| last > candidate.token && wants_more(reading, last)) {
        kept.pop();
    }
    balance(reading, candidate, &mut kept);
    kept
}

/// A word that is nothing but a verb.
fn is_verb(reading: &Reading<'_>, token: usize) -> bool {
    use crate::extract::lexicon::english::Forms;
    let word = reading.english(token);
    word.noun.is_none() && !reading.is_capital(token) && word.verb.is_some_and(|verb| verb.forms.is(Forms::PAST))
}

/// The words as written, blanks folded.
fn words(reading: &Reading<'_>, tokens: &[usize]) -> String {
    let mut out = String::new();
    let mut runs: Vec<Range<usize>> = Vec::new();
    for &token in tokens {
        match runs.last_mut() {
            Some(run) if run.end == token => run.end += 1,
            _ => runs.push(token..token + 1),
        }
    }
    for run in runs {
        for word in reading.original(run.start, 0, run.end - 1).of(reading.text).split_whitespace() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
    }
    out
}

fn capitalised(title: String) -> String {
    let mut letters = title.chars();
    match letters.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
        _ => title,
    }
}
