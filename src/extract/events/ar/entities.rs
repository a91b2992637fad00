//! Names in a text: countries, capitals, organisations, persons, groups, places.
//! Knows no event: who does what is decided beside the trigger.

use super::person::{is_common, is_name_word, titled};
use crate::extract::events::names::{EntityKind, EntityMention};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::entities::NameKind;
use crate::extract::normalize::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::tokenize::{TokenKind, stems, without_conjunction};

/// The names in a sentence, in order, none overlapping another.
pub(in crate::extract) fn find(reading: &Reading<'_>, sentence: &Sentence) -> Vec<EntityMention> {
    let mut found = Vec::new();
    let mut token = sentence.tokens.start;
    while token < sentence.tokens.end {
        let mention = at(reading, token, sentence.tokens.end);
        token = mention.as_ref().map_or(token, |mention| mention.last) + 1;
        found.extend(mention);
    }
    found
}

fn at(reading: &Reading<'_>, token: usize, end: usize) -> Option<EntityMention> {
    // «طالب الحزب بالرحيل»: no student.
    if ARABIC.particles.small.verb_titles.has(reading.word(token).map(without_conjunction))
        && super::verbs::verb_at(reading, token).is_some()
    {
        return None;
    }
    // «أمام البرلمان» is no imam: with its hamza below it would be one.
    let is_preposition = reading.word(token).is_some_and(super::verbs::is_preposition)
        && !reading.token_span(token).of(reading.text).contains('إ');
    let person = if is_preposition { None } else { titled(reading, token, end) };
    let found = person
        .or_else(|| named(reading, token))
        .or_else(|| organisation(reading, token, end))
        .or_else(|| place(reading, token, end))
        .or_else(|| group(reading, token, end))?;
    (found.last < end).then_some(found)
}

/// The name without clitics, as written in the text.
pub(super) fn written(reading: &Reading<'_>, first: usize, skip: usize, last: usize) -> String {
    let words = reading.original(first, skip, last).of(reading.text).split_whitespace().collect::<Vec<_>>().join(" ");
    // «للحكومة» is ل and «الحكومة».
    match words.strip_prefix("لل") {
        Some(rest) if reading.word(first).is_some_and(|word| word.starts_with("لل")) => format!("ال{rest}"),
        _ => words,
    }
}

fn named(reading: &Reading<'_>, token: usize) -> Option<EntityMention> {
    let found = reading.phrase(token, &ARABIC.entities.names)?;
    let name = found.meaning;
    if name.is_ambiguous && !has_evidence(reading, token, name.kind) {
        return None;
    }
    let kind = EntityKind::from(name.kind);
    let last = token + found.n_tokens - 1;
    Some(EntityMention { first: token, last, skip: found.skip, kind, name: name.name.clone(), code: name.code.clone() })
}

/// A name that is a common word too is one after a preposition of place or a head noun.
fn has_evidence(reading: &Reading<'_>, token: usize, kind: NameKind) -> bool {
    let Some(before) = token.checked_sub(1).and_then(|before| reading.word(before)) else { return false };
    let entities = &ARABIC.entities;
    let one = |table: &crate::extract::lexicon::phrases::Phrases<()>| table.at(|i| (i == 0).then_some(before)).is_some();
    match kind {
        NameKind::Person => one(&entities.titles),
        NameKind::Organisation => stems(before).any(|stem| entities.organisation_heads.has(stem.core)),
        _ => one(&entities.place_prepositions) || one(&entities.place_heads),
    }
}

/// The code of the country of a nisba adjective.
pub(super) fn nationality(word: &str) -> Option<String> {
    stems(word).filter(|stem| stem.skip == 0).find_map(|stem| ARABIC.entities.adjectives.get(stem.core).cloned())
}

/// «وزارة الخارجية الروسية», «صحيفة واشنطن بوست», «القوات الأمريكية»: head, name or adjectives.
fn organisation(reading: &Reading<'_>, token: usize, end: usize) -> Option<EntityMention> {
    let word = reading.word(token)?;
    let entities = &ARABIC.entities;
    // «حركة السير»: nobody moves or decides there.
    if reading.phrase(token, &entities.no_bodies).is_some() {
        return None;
    }
    let definite = reading.phrase(token, &entities.definite_heads);
    let by_head = || {
        let found = reading.phrase(token, &entities.organisation_heads)?;
        Some((found.skip, found.definite, found.n_tokens))
    };
    let (skip, is_definite, n_tokens) = definite.map(|found| (found.skip, true, found.n_tokens)).or_else(by_head)?;
    let head_end = token + n_tokens - 1;
    let mut last = head_end;
    let mut code = None;
    if let Some(named) = named(reading, last + 1).filter(|named| named.skip == 0 && named.last < end) {
        last = named.last;
        code = named.code;
    } else {
        while last + 1 < end.min(head_end + 4) {
            let Some(next) = reading.word(last + 1) else { break };
            if let Some(found) = nationality(next) {
                code = code.or(Some(found));
            } else if !next.starts_with("ال")
                || !(agrees(word, next) || (last == head_end && !is_definite))
                || ARABIC.temporal.words.at(|i| (i == 0).then_some(next)).is_some()
                || ARABIC.particles.relatives.contains(next)
                || super::verbs::is_preposition(next)
            {
                break;
            }
            last += 1;
        }
    }
    let kind = EntityKind::Organisation;
    // «بالدفاع» alone is defence, no ministry.
    let stands_alone = last == head_end && (skip > 0 || !is_definite);
    (!stands_alone).then(|| EntityMention { first: token, last, skip, kind, name: written(reading, token, skip, last), code })
}

/// Whether a definite word can be an adjective of a head: feminine and plural heads take feminine ones.
fn agrees(head: &str, word: &str) -> bool {
    let feminine = head.ends_with('ه') || head.ends_with("ات");
    feminine == (word.ends_with('ه') || word.ends_with("ات") || word.ends_with('ا'))
}

/// «ولاية أراغوا», «مدينة حلب», «السواحل الفنزويلية».
fn place(reading: &Reading<'_>, token: usize, end: usize) -> Option<EntityMention> {
    let head = reading.phrase(token, &ARABIC.entities.place_heads)?;
    let next = token + head.n_tokens;
    let kind = EntityKind::Place;
    if let Some(named) =
        named(reading, next).filter(|named| named.skip == 0 && named.last < end && named.kind != EntityKind::Person)
    {
        // «العاصمة كاراكاس» is the city by its name; «ولاية أراغوا» is called a state.
        let name = if head.definite { named.name } else { written(reading, token, head.skip, named.last) };
        return Some(EntityMention { first: token, last: named.last, skip: head.skip, kind, name, code: named.code });
    }
    let word = reading.word(next).filter(|_| next < end)?;
    if let (Some(code), true) = (nationality(word), head.definite) {
        return Some(EntityMention {
            first: token,
            last: next,
            skip: head.skip,
            kind,
            name: written(reading, token, head.skip, next),
            code: Some(code),
        });
    }
    let proper = !head.definite
        && is_name_word(word)
        && !is_common(word)
        && reading.phrase(next, &ARABIC.entities.place_heads).is_none()
        && ARABIC.triggers.read_noun(word).is_none()
        && reading.kind(next) == Some(TokenKind::Word);
    proper.then(|| EntityMention {
        first: token,
        last: next,
        skip: head.skip,
        kind,
        name: written(reading, token, head.skip, next),
        code: None,
    })
}

/// «حاملة الطائرات»: the second half of a construct names no actor.
fn is_genitive(reading: &Reading<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return false };
    let Some(word) = reading.word(before) else { return false };
    !super::verbs::is_function_word(word)
        && super::verbs::verb_at(reading, before).is_none()
        && !stems(word).any(|stem| stem.definite)
}

/// «وزراء الخارجية العرب», «سكان غزة», «جنود الاحتلال»: the genitive of a plural, to its last token, with the country that it names.
fn of_whom(reading: &Reading<'_>, head: &str, token: usize, end: usize) -> Option<(usize, Option<String>)> {
    // «مسؤولون»: the nun stands before no genitive.
    if head.ends_with("ون") || head.ends_with("ين") || token >= end {
        return None;
    }
    if let Some(name) = named(reading, token).filter(|name| name.skip == 0 && name.last < end) {
        return Some((name.last, name.code));
    }
    let is_plain = |word: &str| {
        word.starts_with("ال")
            && !super::verbs::is_function_word(word)
            && !ARABIC.particles.relatives.contains(word)
            && ARABIC.temporal.words.at(|i| (i == 0).then_some(word)).is_none()
            && ARABIC.entities.titles.at(|i| (i == 0).then_some(word)).is_none()
    };
    reading.word(token).filter(|word| is_plain(word))?;
    let adjective = reading.word(token + 1).filter(|_| token + 1 < end);
    let is_of_plural = |word: &str| word.starts_with("ال") && (word.ends_with("ون") || word.ends_with("ين"));
    match adjective {
        Some(word) if is_of_plural(word) || word.starts_with("ال") && nationality(word).is_some() => {
            Some((token + 1, nationality(word)))
        }
        Some("العرب") => Some((token + 1, None)),
        _ => Some((token, None)),
    }
}

/// «متظاهرون», «تجار مخدرات», «خبراء»: people without a name.
fn group(reading: &Reading<'_>, token: usize, end: usize) -> Option<EntityMention> {
    let word = reading.word(token)?;
    let entities = &ARABIC.entities;
    if reading.phrase(token, &entities.groups).is_none() && reading.phrase(token, &entities.forces).is_none() {
        return None;
    }
    let flagged = || reading.word(token + 1).and_then(nationality).is_some();
    let stem = stems(word)
        .find(|stem| entities.groups.has(stem.core) || (entities.forces.has(stem.core) && (stem.definite || flagged())))?;
    // «الحكم» is a verdict before it is a referee.
    if reading.noun(token).is_some() {
        return None;
    }
    if entities.forces.has(stem.core) && stem.definite && is_genitive(reading, token) {
        return None;
    }
    let mut last = token;
    let mut code = None;
    if let Some(found) = reading.word(token + 1).filter(|_| token + 1 < end).and_then(nationality) {
        (last, code) = (token + 1, Some(found));
    } else if let Some((end_of, found)) = of_whom(reading, stem.core, token + 1, end).filter(|_| !stem.definite) {
        (last, code) = (end_of, found);
    } else if !stem.definite {
        let next = reading
            .word(token + 1)
            .filter(|next| token + 1 < end && is_name_word(next) && !next.starts_with('و') && !is_common(next));
        last += usize::from(next.is_some());
    }
    let name = written(reading, token, stem.skip, last);
    Some(EntityMention { first: token, last, skip: stem.skip, kind: EntityKind::Group, name, code })
}
