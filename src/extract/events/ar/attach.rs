//! Which event a temporal expression dates: the one before it in its clause, else the first behind it.

use super::dates_of_nouns::{is_of_noun, is_put_off};
use super::shared_dates::{share_front, share_when};
use crate::event::TimexType;
use crate::extract::events::candidate::{Candidate, Role};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::WordSet;
use crate::extract::normalize::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::temporal::TimexMention;
use crate::extract::temporal::value::Value;
use crate::extract::tokenize::without_conjunction;

/// How long an aside in brackets may be on either side of an expression, in tokens.
const ASIDE_TOKENS: usize = 8;

/// How near an undated noun must stand before an expression to be dated by it: «اتفاق باريس عام 2015».
const NOUN_REACH: usize = 3;

/// How many words before an expression make it no aside.
const OWN_WORDS: usize = 4;

/// Gives each expression of a sentence to its event.
pub(super) fn attach(reading: &Reading<'_>, sentence: &Sentence, found: &mut [Candidate], timexes: &[TimexMention]) {
    let first = timexes.partition_point(|timex| timex.first < sentence.tokens.start);
    let here = timexes.iter().enumerate().skip(first).take_while(|(_, timex)| timex.first < sentence.tokens.end);
    for (index, timex) in here {
        if dates_nothing(reading, sentence, timex) {
            continue;
        }
        let host = host(reading, found, timex)
            .filter(|&host| !is_soft(&found[host], timex) && !is_put_off(reading, &found[host], timex))
            .filter(|&host| !is_of_noun(reading, &found[host], timex) && !is_aside(reading, &found[host], timex));
        if let Some(host) = host {
            found[host].timexes.push(index);
        }
    }
    share_front(reading, sentence, found, timexes);
    share_when(reading, found, timexes);
}

/// Gives each adjunct of a sentence to its main event; nothing may be put between the candidates any more.
pub(super) fn relate(reading: &Reading<'_>, found: &mut [Candidate]) {
    for index in 0..found.len() {
        found[index].main = main_event(reading, found, index);
    }
}

/// «فهد (من إنتاج 1990) انضم»: what stands in brackets with other words is of the noun before them.
fn is_aside(reading: &Reading<'_>, host: &Candidate, timex: &TimexMention) -> bool {
    let in_reach = timex.first.saturating_sub(ASIDE_TOKENS)..timex.first;
    let bracket = in_reach.rev().find(|&token| matches!(reading.str(token), "(" | ")"));
    let is_other =
        |token: usize| reading.word(token).is_some_and(|word| !matches!(word, "هـ" | "ه" | "م")) && !reading.is_time(token);
    let opens = bracket.filter(|&token| reading.is_mark(token, "(") && (token + 1..timex.first).any(is_other));
    let closes = |open: usize| {
        (timex.last + 1..timex.last + ASIDE_TOKENS)
            .find(|&token| matches!(reading.str(token), "(" | ")"))
            .filter(|_| open < timex.first)
    };
    opens.is_some_and(|open| closes(open).is_some_and(|close| host.token < open || host.token > close))
}

/// «آنذاك», «حاليا»: a word without a date makes no event of what is none.
fn is_soft(candidate: &Candidate, timex: &TimexMention) -> bool {
    candidate.role == Role::IfDated && timex.timex.bounds == crate::base::Bounds::UNKNOWN
}

/// «أكبر انتشار منذ سنوات», «مقارنة بالسنوات الماضية»: a measure, not a date. A duration dates only with «منذ».
fn dates_nothing(reading: &Reading<'_>, sentence: &Sentence, timex: &TimexMention) -> bool {
    if timex.timex.timex_type == TimexType::Set {
        return true;
    }
    // «يوما بعد يوم»: again and again.
    let again = |before: usize| {
        reading.word(before).is_some_and(|word| word.strip_suffix('ا').unwrap_or(word) == reading.str(timex.last))
    };
    if timex.last == timex.first + 1 && timex.first.checked_sub(1).is_some_and(again) {
        return true;
    }
    // «القضية رقم 635 لسنة 2015»: a number's year.
    let numbered = timex.first.checked_sub(1).is_some_and(|before| reading.number(before).is_some());
    if numbered && reading.word(timex.first).is_some_and(|word| word.starts_with('ل')) {
        return true;
    }
    let particles = &ARABIC.particles;
    let before = timex.first.checked_sub(1).and_then(|before| reading.word(before)).unwrap_or_default();
    let start = timex.first.saturating_sub(8).max(sentence.tokens.start);
    let has = |words: &WordSet| {
        (start..timex.first).any(|token| {
            reading
                .word(token)
                .is_some_and(|word| words.contains(word) || words.contains(word.strip_prefix(['و', 'ب']).unwrap_or(word)))
        })
    };
    let since = has_since(reading, timex);
    if timex.timex.timex_type == TimexType::Duration && !since && timex.timex.bounds == crate::base::Bounds::UNKNOWN {
        return true;
    }
    // «(مواليد 1986)»
    if particles.small.births.has(Some(before)) {
        return true;
    }
    // «رؤية 2030», «مونديال 2026»: a name.
    if particles.named_by_year.contains(before.strip_prefix("ال").unwrap_or(before)) && matches!(timex.value, Value::Year(_)) {
        return true;
    }
    (since && has(&particles.superlatives) && !more_than(reading, start, timex.first))
        || has_right_before(reading, timex.first, &particles.compared)
}

pub(super) fn has_since(reading: &Reading<'_>, timex: &TimexMention) -> bool {
    let before = timex.first.checked_sub(1).and_then(|before| reading.word(before));
    ARABIC.particles.small.since.has(before.map(without_conjunction))
}

/// «أكثر من» is a count, no superlative.
fn more_than(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|token| reading.word(token) == Some("اكثر") && reading.word(token + 1) == Some("من"))
}

fn has_right_before(reading: &Reading<'_>, token: usize, words: &WordSet) -> bool {
    (token.saturating_sub(2)..token).any(|token| reading.word(token).is_some_and(|word| words.contains(word)))
}

/// Whether an expression is the year at the head of an item of «في مثل هذا اليوم».
pub(super) fn is_anniversary(timex: &TimexMention) -> bool {
    timex.timex.rule == "ar/anniversary"
}

/// The candidate that an expression dates.
fn host(reading: &Reading<'_>, found: &[Candidate], timex: &TimexMention) -> Option<usize> {
    if is_anniversary(timex) {
        return found.iter().position(|candidate| candidate.token > timex.last && candidate.role == Role::Event);
    }
    let in_clause = |candidate: &Candidate| candidate.clause.contains(&timex.first);
    let before = found.iter().rposition(|candidate| {
        let ahead = in_clause(candidate) && candidate.token < timex.first && may_host(reading, found, candidate, timex);
        ahead && !(candidate.says && opens_quotation(reading, candidate.token, timex.first))
    });
    if let Some(host) = before {
        return settle(found, host).filter(|&host| !in_adjunct(reading, &found[host], timex));
    }
    // «الانطباع السائد منذ سنوات يشير إلى …»: what has been so since then is the adjective's.
    let is_adjective =
        has_since(reading, timex) && timex.first > 1 && reading.word(timex.first - 2).is_some_and(|word| word.starts_with("ال"));
    let after = found.iter().position(|candidate| {
        in_clause(candidate) && candidate.token > timex.last && candidate.person.is_some() && !is_adjective
    });
    if is_adjective && found.iter().any(|candidate| in_clause(candidate) && candidate.token > timex.last) {
        return None;
    }
    if let Some(host) = after.filter(|&host| found[host].role != Role::Forwards) {
        return Some(host);
    }
    // An expression alone between commas, or ahead of the sentence; one with words before it belongs to them.
    let follows = |candidate: &Candidate| candidate.order.is_none_or(|order| order.cue.0 < timex.first);
    if found.iter().all(|candidate| !(in_clause(candidate) && follows(candidate))) && has_own_clause(reading, timex) {
        return None;
    }
    let previous = found.iter().rposition(|candidate| {
        candidate.token < timex.first && is_solid(candidate) && !is_what_is_said(reading, candidate, timex)
    });
    let next = || found.iter().position(|candidate| candidate.token > timex.last && is_solid(candidate) && follows(candidate));
    match previous {
        Some(host) => settle(found, host),
        None => next(),
    }
}

/// Whether so many words stand before an expression in its part of the sentence that it dates them, though they tell of no event.
fn has_own_clause(reading: &Reading<'_>, timex: &TimexMention) -> bool {
    // «الفيضانات التي ضربت الشرق في أغسطس»: what a relative clause tells about has its date.
    let is_own =
        |token: &usize| reading.word(*token).is_some_and(|word| !ARABIC.particles.relatives.contains(without_conjunction(word)));
    (0..timex.first).rev().take(OWN_WORDS + 1).take_while(is_own).count() > OWN_WORDS
}

/// Whether an expression stands in what a verb of saying says: behind «إن», «أن».
fn is_what_is_said(reading: &Reading<'_>, candidate: &Candidate, timex: &TimexMention) -> bool {
    let complementizers = &ARABIC.particles.complementizers;
    candidate.says
        && (opens_quotation(reading, candidate.token, timex.first)
            || (candidate.token + 1..timex.first)
                .any(|token| reading.word(token).is_some_and(|word| complementizers.contains(word))))
}

/// «وتضيف "في عام 2020، استوردت …"»: a quotation that is still open holds a date of its own.
fn opens_quotation(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    let plain = (start..end).filter(|&token| matches!(reading.str(token), "\"" | "“" | "”" | "«" | "»" | ":")).count();
    !plain.is_multiple_of(2)
}

/// «على خلفية أحداث … في نيسان 2022»: the date is the adjunct's, though no event of ours stands in it.
fn in_adjunct(reading: &Reading<'_>, host: &Candidate, timex: &TimexMention) -> bool {
    let adjuncts = &ARABIC.particles.adjuncts;
    let before = timex.first.saturating_sub(1);
    (host.token + 1..before).any(|token| {
        let opens =
            reading.phrase(token, adjuncts).filter(|_| !ARABIC.particles.small.temporal_prepositions.has(reading.word(token)));
        opens.is_some_and(|found| token + found.n_tokens <= before)
    })
}

fn is_solid(candidate: &Candidate) -> bool {
    candidate.person.is_some() || candidate.role != Role::IfDated || candidate.order.is_some()
}

fn may_host(reading: &Reading<'_>, found: &[Candidate], candidate: &Candidate, timex: &TimexMention) -> bool {
    if is_solid(candidate) {
        return true;
    }
    // «افتتح المعرض عام 1948»: the noun is the verb's own, and so is the date; «تحدث عن اتفاق عام 2015» dates the noun.
    let is_argument = found.iter().any(|verb| {
        let ahead = verb.person.is_some() && verb.role == Role::Event && verb.clause == candidate.clause;
        ahead && verb.token < candidate.token && !is_parted(reading, verb.token + 1, candidate.token)
    });
    if is_argument {
        return false;
    }
    let calendar = matches!(timex.value, Value::Year(_) | Value::Month(..) | Value::Range(..) | Value::MonthOfYear(_));
    let near = timex.first - candidate.token <= NOUN_REACH;
    let parted = has_preposition(reading, candidate.token + 1, timex.first);
    calendar && near && !parted
}

/// «التقيا في نهائي عام 2022»: what happens in something happens at its time; another preposition parts.
fn is_parted(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|token| reading.word(token).is_some_and(|word| word != "في" && super::verbs::is_preposition(word)))
}

fn has_preposition(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|token| reading.word(token).is_some_and(super::verbs::is_preposition))
}

/// An expression beside «ما أسفر عن» dates the cause told before it.
fn settle(found: &[Candidate], host: usize) -> Option<usize> {
    if found[host].role != Role::Forwards {
        return Some(host);
    }
    found[..host].iter().rposition(|candidate| candidate.role == Role::Event)
}

fn is_then(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    candidate.order.is_some_and(|order| ARABIC.particles.small.then.has(reading.word(order.cue.0)))
}

/// The main event of an adjunct: without a comma the trigger right before it, else the main event of the sentence.
fn main_event(reading: &Reading<'_>, found: &[Candidate], index: usize) -> Option<usize> {
    let candidate = &found[index];
    candidate.order?;
    // «قبل أن يؤجله بسبب …»: the verb of an adjunct is told, whatever its tense.
    let in_adjunct = |other: &Candidate| other.order.is_some() && other.person.is_some() && other.role == Role::IfDated;
    let told = |other: &Candidate| (other.is_event() || in_adjunct(other)) && other.token != candidate.token;
    // «ثم» goes on from what was told last.
    if is_then(reading, candidate) {
        return found[..index].iter().rposition(|other| told(other) && other.person.is_some());
    }
    let beside =
        found[..index].iter().rposition(|other| told(other) && other.clause == candidate.clause && other.person.is_some());
    let main = || found.iter().position(|other| told(other) && other.order.is_none());
    beside.or_else(main)
}
