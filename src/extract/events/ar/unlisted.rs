//! Finite verbs that no table lists, told by their shape where nothing but a verb is likely: behind «قد», or at the head of a
//! clause. They tell of something, though not of what kind.
//! Source of the shapes: the derived stems VII (انفعل), VIII (افتعل) and X (استفعل) of Arabic grammar, whose verbal nouns have an
//! alef more.

use super::verbs::is_function_word;
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::morphology::Person;
use crate::extract::lexicon::triggers::VerbReading;
use crate::extract::normalize::Reading;
use crate::extract::tokenize::{TokenKind, stems};

/// The least letters of a stem behind «قد», and of one with the ending of the feminine.
const STEM_LETTERS: usize = 3;

/// The perfect verb at a token, where its place and its shape say that it is one.
pub(super) fn unlisted(reading: &Reading<'_>, token: usize) -> Option<VerbReading<'static>> {
    let before = token.checked_sub(1).and_then(|before| reading.word(before));
    let behind_particle = before.is_some_and(|before| ARABIC.particles.asserting.contains(before));
    if !(behind_particle || (before.is_none() && at_mark(reading, token))) || is_known(reading, token) {
        return None;
    }
    let word = reading.word(token)?;
    let skip = if behind_particle { 0 } else { word.len() - word.strip_prefix('و').unwrap_or(word).len() };
    let core = &word[skip..];
    let person = person(core);
    let fits = if behind_particle {
        is_perfect(core)
    } else {
        let written = reading.original(token, skip, token).of(reading.text);
        written.starts_with('ا') && is_augmented(core) && !is_function(reading, token + 1)
            || person == Person::FeminineSingular && !written.starts_with('إ') && is_feminine_subject(reading, core, token + 1)
    };
    fits.then(|| ARABIC.triggers.unlisted(person, skip))
}

/// Whether a token stands at the front of a sentence or right behind a mark that parts clauses.
fn at_mark(reading: &Reading<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return true };
    match reading.kind(before) {
        Some(TokenKind::Mark) => matches!(reading.str(before), "،" | "," | "." | "؛" | ";" | ":" | "!" | "؟"),
        kind => kind == Some(TokenKind::Break),
    }
}

/// Whether a word is something else: a noun of event, a name, a word of time, a function word.
fn is_known(reading: &Reading<'_>, token: usize) -> bool {
    let Some(word) = reading.word(token) else { return true };
    let (entities, particles) = (&ARABIC.entities, &ARABIC.particles);
    let is_noun = |core: &str| particles.nouns.verb_like.contains(core) || entities.adjectives.contains_key(core);
    reading.noun(token).is_some()
        || is_function_word(word)
        || reading.tables(token) != crate::extract::lexicon::index::Tables::default()
        || entities.first_names.contains(word)
        || particles.nouns.never_verbs.contains(word)
        || particles.no_subject.contains(word)
        || particles.auxiliaries.contains(word)
        || stems(word).any(|stem| is_noun(stem.core))
}

fn is_function(reading: &Reading<'_>, token: usize) -> bool {
    reading.word(token).is_none_or(|word| ARABIC.particles.relatives.contains(word))
}

fn person(core: &str) -> Person {
    if core.ends_with("وا") {
        Person::Plural
    } else if core.ends_with('ت') {
        Person::FeminineSingular
    } else {
        Person::MasculineSingular
    }
}

/// Behind «قد»: the prefixes of the imperfect and the article stand before no perfect.
fn is_perfect(core: &str) -> bool {
    let is_other = core.starts_with(['ي', 'ت', 'ن', 'س']) || core.starts_with("ال") || core.starts_with("لا");
    // «لقد عشت» is rather "I lived".
    let letters = core.chars().count() - usize::from(core.ends_with('ت'));
    !is_other && !core.ends_with('ه') && letters >= STEM_LETTERS
}

/// «انفعل», «افتعل», «استفعل», bare or with an ending.
fn is_augmented(core: &str) -> bool {
    let stem = ["وا", "تها", "ته", "ها", "ت"].iter().find_map(|ending| core.strip_suffix(ending)).unwrap_or(core);
    let letters: Vec<char> = stem.chars().take(7).collect();
    match letters.as_slice() {
        ['ا', 'ل', ..] => false,
        ['ا', 'س', 'ت', _, _, last] => !matches!(last, 'ا' | 'ه'),
        ['ا', 'ن', _, _, last] | ['ا', _, 'ت', _, last] => !matches!(last, 'ا' | 'ه' | 'ت' | 'ء'),
        _ => false,
    }
}

/// «لامست الأسعار»: the ending of the feminine before a definite noun that it agrees with.
fn is_feminine_subject(reading: &Reading<'_>, core: &str, next: usize) -> bool {
    let nominal = ["ات", "يت", "وت"].iter().any(|ending| core.ends_with(ending)) || core.starts_with("ال");
    let is_long = core.chars().count() > STEM_LETTERS && !nominal;
    let is_subject = |word: &str| stems(word).any(|stem| stem.skip == 0 && stem.definite) && !word.starts_with("لل");
    is_long && reading.word(next).is_some_and(is_subject) && reading.lexical_verb(next).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_told_by_their_shape_and_verbal_nouns_are_not() {
        for verb in ["انزلق", "استحوذ", "استحوذت", "اكتنف", "اقتلعوا", "استشاط"] {
            assert!(is_augmented(verb), "{verb}");
        }
        for noun in ["انزلاق", "استحواذ", "اكتناف", "التزام", "استراتيجيه", "اثنان", "امس"]
        {
            assert!(!is_augmented(noun), "{noun}");
        }
    }
}
