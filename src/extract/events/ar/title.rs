//! The title of an event: its clause, from the verb on, that stands by itself.
//! Never cut inside a word; about twelve words, cut where a phrase ends.

use super::title_reach::{Reach, after_aside, goes_on, is_decimal, opens_phrase, reach, tells_aside, wants_more};
use super::{Candidate, noun_phrase};
use crate::base::fold::fold;
use crate::extract::events::names::EntityMention;
use crate::extract::lexicon::ARABIC;
use crate::extract::normalize::Reading;
use crate::extract::tokenize::{TokenKind, stems};

/// The longest title, in words.
const TITLE_WORDS: usize = 12;

/// How many words more a title may take to end with its phrase.
const PHRASE_WORDS: usize = 2;

/// A title of so few words may go on behind a comma.
const FEW_WORDS: usize = 3;

/// The longest subject before a comma, in tokens.
const SUBJECT_TOKENS: usize = 7;

/// The title of an event.
pub(in crate::extract) fn title(reading: &Reading<'_>, candidate: &Candidate, names: &[EntityMention]) -> String {
    let start = start(reading, candidate);
    let tokens = tokens(reading, candidate, start, names);
    if let Some((first, last)) = candidate.shared {
        let rest: Vec<usize> = tokens.into_iter().filter(|&token| token > candidate.token).collect();
        return format!("{} {}", span_words(reading, first, last), words(reading, &rest));
    }
    let told = words(reading, &tokens);
    let by_noun = candidate.person.is_none() || candidate.carrier.is_some();
    let has_pronoun = reading.noun(candidate.token).is_some_and(|noun| noun.has_pronoun);
    if let Some((first, last)) = candidate.lead.filter(|_| by_noun && has_pronoun) {
        return of_whom(reading, candidate, &span_words(reading, first, last), &tokens).unwrap_or(told);
    }
    match lead(reading, candidate, start) {
        Some(lead) if !told.contains(&lead) => format!("{lead} {told}"),
        _ => told,
    }
}

/// «اعتقاله عام 2016» is «اعتقال المدير عام 2016»: the noun without its pronoun, and whom that stands for.
fn of_whom(reading: &Reading<'_>, candidate: &Candidate, whom: &str, tokens: &[usize]) -> Option<String> {
    let written = words(reading, &[candidate.token]);
    let bare = written.strip_suffix("ها").or_else(|| written.strip_suffix('ه'))?;
    let feminine = bare.strip_suffix('ت').filter(|stem| ARABIC.triggers.read_noun(&fold(&format!("{stem}ة"))).is_some());
    let noun = match (feminine, bare.strip_suffix(['ئ', 'ؤ'])) {
        (Some(stem), _) => format!("{stem}ة"),
        (None, Some(stem)) => format!("{stem}ء"),
        (None, None) => bare.to_owned(),
    };
    let (ahead, rest): (Vec<usize>, Vec<usize>) = tokens.iter().partition(|&&token| token < candidate.token);
    let rest: Vec<usize> = rest.into_iter().filter(|&token| token > candidate.token).collect();
    Some(format!("{} {noun} {whom} {}", words(reading, &ahead), words(reading, &rest)).trim().to_owned())
}

/// What stands before the verb where its clause does not say it: what a relative clause tells about, else whose subject it shares.
fn lead(reading: &Reading<'_>, candidate: &Candidate, start: usize) -> Option<String> {
    candidate.person?;
    let told_about = candidate.antecedent.filter(|(first, last)| !(*first..=*last).contains(&candidate.token));
    if let Some((first, last)) = told_about {
        let names = span_words(reading, first, last);
        // «التحولات التي يعيشها المغرب»: what is told about is no subject there; «رصاصة أطلقها جندي» needs no «التي».
        let opener = reading.word(candidate.clause.start.wrapping_sub(1));
        let relative = opener.filter(|_| has_pronoun(reading, candidate.token) && last + 1 != candidate.token);
        return Some(relative.map_or(names.clone(), |relative| format!("{names} {relative}")));
    }
    if let Some((first, last)) = parted_subject(reading, candidate) {
        return Some(span_words(reading, first, last));
    }
    let verb = candidate.carrier.unwrap_or(candidate.token).min(candidate.token);
    let (first, last) = candidate.lead.filter(|_| start >= verb)?;
    Some(span_words(reading, first, last))
}

fn span_words(reading: &Reading<'_>, first: usize, last: usize) -> String {
    words(reading, &(first..=last).collect::<Vec<_>>())
}

/// «أن الممثل، توفي …»: the subject that a comma parts from its verb, back to what opens it.
fn parted_subject(reading: &Reading<'_>, candidate: &Candidate) -> Option<(usize, usize)> {
    let comma = candidate.clause.start.checked_sub(1).filter(|&comma| matches!(reading.str(comma), "،" | ","))?;
    if candidate.token != candidate.clause.start || conjunction(reading, candidate.token) > 0 {
        return None;
    }
    let opens = |token: usize| reading.word(token).is_some_and(|word| ARABIC.particles.complementizers.contains(word));
    let opener = (comma.saturating_sub(SUBJECT_TOKENS)..comma).rev().find(|&token| !noun_phrase::is_part(reading, token))?;
    (opens(opener) && opener + 1 < comma).then_some((opener + 1, comma - 1))
}

/// Whether a verb has an object pronoun behind it.
fn has_pronoun(reading: &Reading<'_>, token: usize) -> bool {
    super::verbs::verb_at(reading, token).is_some_and(|verb| verb.has_pronoun)
}

/// The first token: the verb (or its subject before it), without the particles ahead of it.
fn start(reading: &Reading<'_>, candidate: &Candidate) -> usize {
    let verb = candidate.carrier.unwrap_or(candidate.token).min(candidate.token);
    // «الانتخابات التي جرت»: the noun comes before the verb that carries it, and begins its own clause.
    if candidate.person.is_none() && candidate.carrier.is_none_or(|carrier| carrier > candidate.token) {
        return construct_start(reading, candidate);
    }
    // A subject ahead of its verb belongs to the title; other words do not.
    noun_phrase::ahead(reading, &candidate.clause, verb).map_or(verb, |ahead| ahead.start)
}

/// «جريمة قتل», «محاولة اغتيال»: the noun whose genitive tells belongs to the title.
fn construct_start(reading: &Reading<'_>, candidate: &Candidate) -> usize {
    let token = candidate.token;
    let is_cue = |before: usize| candidate.order.is_some_and(|order| (order.cue.0..=order.cue.1).contains(&before));
    let is_head = |before: usize| {
        if is_cue(before) || reading.is_time(before) {
            return false;
        }
        let bare =
            |word: &str| !stems(word).any(|stem| stem.definite || stem.preposition.is_some()) && !word.starts_with(['و', 'ف']);
        reading.word(before).is_some_and(bare)
            && noun_phrase::is_part(reading, before)
            && reading.noun(token).is_none_or(|noun| noun.skip == 0)
    };
    token.checked_sub(1).filter(|&before| before >= candidate.clause.start && is_head(before)).unwrap_or(token)
}

/// The tokens of the title from `start` on: without asides, up to the end of the clause or of a phrase.
fn tokens(reading: &Reading<'_>, candidate: &Candidate, start: usize, names: &[EntityMention]) -> Vec<usize> {
    let mut kept = Vec::new();
    let verb = candidate.carrier.unwrap_or(candidate.token).min(candidate.token);
    let Reach { end: clause_end, content, aside } = reach(reading, candidate);
    let mut n_words = 0;
    let mut token = start;
    let mut is_cut = false;
    let tells_by_verb = candidate.person.is_some() || candidate.carrier.is_some();
    // What is said says more than who else the speaker is.
    let speaker = noun_phrase::behind_verb(reading, candidate, names).filter(|_| candidate.says && content.is_some());
    while token < clause_end {
        if aside.contains(&token) || speaker.as_ref().is_some_and(|speaker| token == speaker.end && token < aside.end) {
            token = aside.end;
            continue;
        }
        if reading.kind(token) == Some(TokenKind::Mark) {
            // «اتهمت جماعات حقوقية، إيران بـ…»: few words before a comma are not all.
            let few = n_words <= FEW_WORDS && token > candidate.token;
            if few && goes_on(reading, token) {
                token += 1;
                continue;
            }
            if let Some(after) = after_aside(reading, token, clause_end).filter(|&after| after > candidate.token || verb < token)
            {
                token = after;
                continue;
            }
            if ends(reading, token) && token < candidate.token {
                token += 1;
                continue;
            }
            let tells_by_noun = candidate.person.is_none() || candidate.carrier.is_some();
            if ends(reading, token) && (n_words > 1 || tells_by_noun) {
                break;
            }
        }
        let is_auxiliary =
            token < verb && token + 1 >= verb.saturating_sub(1) && noun_phrase::is_auxiliary(reading, token) && token > start;
        // «بعد انتهاء الفعالية انطلقت مسيرة»: the main verb is no part of the adjunct.
        if !tells_by_verb && token > candidate.token && content.is_none() && tells_aside(reading, candidate, token) {
            break;
        }
        // «وثائق حصلت عليها صحيفة»: what is told about a part of it is left out.
        if token > candidate.token + 2
            && n_words > 2
            && content.is_none_or(|content| token < content)
            && !names.iter().any(|name| (name.first..=name.last).contains(&token))
            && tells_aside(reading, candidate, token)
        {
            break;
        }
        let closes = matches!(reading.str(token), ")" | "»" | "”" | "%");
        if n_words >= TITLE_WORDS && !closes && (n_words >= TITLE_WORDS + PHRASE_WORDS || opens_phrase(reading, token)) {
            is_cut = !opens_phrase(reading, token);
            break;
        }
        n_words += usize::from(reading.kind(token) != Some(TokenKind::Mark));
        if !is_auxiliary {
            kept.push(token);
        }
        token += 1;
    }
    if is_cut {
        cut_to_phrase(reading, candidate, names, &mut kept);
    }
    if let Some(content) = content.filter(|_| n_words >= TITLE_WORDS) {
        drop_fragment(reading, content, &mut kept);
    }
    while kept.last().is_some_and(|&last| last > candidate.token && wants_more(reading, last)) {
        kept.pop();
    }
    balance(reading, candidate, &mut kept);
    kept
}

fn ends(reading: &Reading<'_>, token: usize) -> bool {
    matches!(reading.str(token), "." | "؟" | "!" | "؛" | "،" | "," | ":" | "…") && !is_decimal(reading, token)
}

/// Takes off what the limit cut through: the last phrase, or the name at the end.
fn cut_to_phrase(reading: &Reading<'_>, candidate: &Candidate, names: &[EntityMention], kept: &mut Vec<usize>) {
    let least = kept.len().saturating_sub(5).max(3);
    let complementizers = &ARABIC.particles.complementizers;
    let says = |token: usize| reading.word(token).is_some_and(|word| complementizers.contains(word));
    let opens = |&place: &usize| kept[place] > candidate.token + 1 && opens_phrase(reading, kept[place]) && !says(kept[place]);
    if let Some(place) = (least..kept.len()).rev().find(opens) {
        kept.truncate(place);
    } else if let Some(last) = kept.last().copied() {
        let inside = names.iter().find(|name| name.first <= last && name.last > last && name.first > candidate.token);
        if let Some(name) = inside {
            kept.retain(|&token| token < name.first);
        }
    }
}

/// Drops what is said where the limit leaves a fragment of it, without its verb.
fn drop_fragment(reading: &Reading<'_>, content: usize, kept: &mut Vec<usize>) {
    let tells = |token: usize| super::verbs::verb_at(reading, token).is_some();
    let n_said = kept.iter().filter(|&&token| token > content).count();
    let ends_on_verb = kept.last().is_some_and(|&last| last > content && tells(last));
    let is_told = kept.iter().any(|&token| token > content && tells(token));
    if ends_on_verb || (n_said > 0 && n_said < 6 && !is_told) {
        kept.retain(|&token| token < content);
    }
}

/// Drops a quotation or a bracket that does not close, or that opened elsewhere.
fn balance(reading: &Reading<'_>, candidate: &Candidate, kept: &mut Vec<usize>) {
    let is_quote = |&token: &usize| matches!(reading.str(token), "\"" | "«" | "»" | "“" | "”" | "(" | ")");
    let marks: Vec<usize> = kept.iter().copied().filter(|token| is_quote(token)).collect();
    if marks.len().is_multiple_of(2) {
        return;
    }
    let Some(&last) = marks.last() else { return };
    let opens = matches!(reading.str(last), "«" | "“" | "(") || (reading.str(last) == "\"" && Some(&last) != kept.last());
    let rest = kept.iter().filter(|&&token| token > last).count();
    // A long quotation that the limit cut stays, without its mark.
    if opens && rest <= 4 && last > candidate.token + 1 && kept.iter().filter(|&&token| token < last).count() > 2 {
        kept.retain(|&token| token < last);
        while kept.last().is_some_and(|&end| end > candidate.token && wants_more(reading, end)) {
            kept.pop();
        }
    } else {
        kept.retain(|&token| token != last);
    }
}

/// The words as written, blanks folded, without the conjunction ahead.
fn words(reading: &Reading<'_>, tokens: &[usize]) -> String {
    let Some((&first, _)) = tokens.split_first() else { return String::new() };
    let mut out = String::new();
    let mut run = first..first + 1;
    let skip = conjunction(reading, first);
    let mut add = |run: &std::ops::Range<usize>, skip: usize| {
        let span = reading.original(run.start, skip, run.end.saturating_sub(1).max(run.start));
        for word in span.of(reading.text).split_whitespace() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
    };
    for &token in &tokens[1..] {
        if token == run.end {
            run.end += 1;
        } else {
            add(&run, if run.start == first { skip } else { 0 });
            run = token..token + 1;
        }
    }
    add(&run, if run.start == first { skip } else { 0 });
    out
}

/// Bytes of the conjunction before a word that begins a title: «وأعلن» is «أعلن», «وزارة» stays.
fn conjunction(reading: &Reading<'_>, token: usize) -> usize {
    if let Some(verb) = super::verbs::verb_at(reading, token) {
        return verb.skip;
    }
    let word = reading.word(token).unwrap_or_default();
    let noun = reading.noun(token).filter(|noun| noun.skip > 0);
    let definite = stems(word).any(|stem| stem.skip > 0 && stem.definite && stem.preposition.is_none());
    if noun.is_some_and(|noun| noun.preposition.is_none()) || definite { 'و'.len_utf8() } else { 0 }
}
