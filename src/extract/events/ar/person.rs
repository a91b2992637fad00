//! Persons: a title with an office, a nationality and a name, and which words can be a name.

use super::entities::{nationality, written};
use crate::extract::events::names::{EntityKind, EntityMention};
use crate::extract::lexicon::ARABIC;
use crate::extract::lexicon::entities::NameKind;
use crate::extract::normalize::Reading;
use crate::extract::tokenize::stems;

/// The longest name, in words, behind a title.
const NAME_WORDS: usize = 4;

/// The shortest word that is told to be a common one by its letters.
const COMMON_LETTERS: usize = 3;

/// «الرئيس الروسي فلاديمير بوتين», «وزير النقل الفنزويلي رامون فيلاسكيز»: title, office, nationality, name.
pub(super) fn titled(reading: &Reading<'_>, token: usize, end: usize) -> Option<EntityMention> {
    let entities = &ARABIC.entities;
    let title = reading.phrase(token, &entities.titles)?;
    let mut last = token + title.n_tokens - 1;
    let mut code = None;
    let mut name = None;
    let mut next = last + 1;
    let limit = end.min(next + 7);
    while next < limit {
        let Some(word) = reading.word(next) else {
            // «السفير السابق لدى فنزويلا، جيمس ستوري،»: a name in apposition.
            break;
        };
        if super::verbs::is_function_word(word)
            || ARABIC.particles.auxiliaries.contains(word)
            || ARABIC.particles.relatives.contains(word)
            || ARABIC.particles.complementizers.contains(word)
            || is_place(reading, next)
            || ARABIC.temporal.words.at(|i| (i == 0).then_some(word)).is_some()
        {
            break;
        }
        // «الرئيس السيسي»
        let known =
            reading.phrase(next, &entities.names).filter(|found| found.meaning.kind == NameKind::Person && found.skip == 0);
        if let Some(known) = known {
            last = next + known.n_tokens - 1;
            name = Some(known.meaning.name.clone());
            break;
        }
        if let Some(found) = nationality(word) {
            code = code.or(Some(found));
            last = next;
            next += 1;
        } else if entities.not_names.contains(word)
            || (code.is_none() && stems(word).any(|stem| stem.definite && stem.skip == 0 && !is_name_word(word)))
        {
            last = next;
            next += 1;
        } else {
            let n = name_length(reading, next, end);
            if n > 0 {
                name = Some(written(reading, next, 0, next + n - 1));
                last = next + n - 1;
            }
            break;
        }
    }
    // «الحكم» without a name is a verdict as well as a referee.
    if name.is_none() && code.is_none() && reading.noun(token).is_some() {
        return None;
    }
    let known = name.as_deref().and_then(known_person);
    let country_behind = country_after(reading, last + 1);
    let code = code.or_else(|| known.as_ref().and_then(|(_, code)| code.clone())).or(country_behind);
    let name = known.map(|(name, _)| name).or(name).unwrap_or_else(|| written(reading, token, title.skip, last));
    Some(EntityMention { first: token, last, skip: title.skip, kind: EntityKind::Person, name, code })
}

/// «وصل الوزير القاهرة»: a capital or a town by its name.
fn is_place(reading: &Reading<'_>, token: usize) -> bool {
    let found = reading.phrase(token, &ARABIC.entities.names).filter(|found| found.skip == 0 && !found.meaning.is_ambiguous);
    found.is_some_and(|found| matches!(found.meaning.kind, NameKind::Capital | NameKind::Place))
}

/// The country behind a title: «رئيس فنزويلا», «رئيسة وزراء إيطاليا».
fn country_after(reading: &Reading<'_>, token: usize) -> Option<String> {
    let found = reading.phrase(token, &ARABIC.entities.names)?;
    (found.meaning.kind == NameKind::Country && found.skip == 0).then(|| found.meaning.code.clone())?
}

/// A person of the lists by full or last name.
fn known_person(name: &str) -> Option<(String, Option<String>)> {
    let folded = crate::base::fold::fold(name);
    let words: Vec<&str> = folded.split_whitespace().collect();
    (0..words.len()).find_map(|start| {
        let found = ARABIC.entities.names.at(|i| words.get(start + i).copied())?;
        let is_person = found.meaning.kind == NameKind::Person && found.skip == 0;
        (is_person && may_be(&words[..start], &found.meaning.name))
            .then(|| (found.meaning.name.clone(), found.meaning.code.clone()))
    })
}

/// «فيصل بن سلمان» is not who is known as «بن سلمان»: what stands before a last name has to be of that person's own, or begin
/// alike, as the spellings of a foreign name do.
fn may_be(before: &[&str], name: &str) -> bool {
    let own = crate::base::fold::fold(name);
    let alike = |word: &str| own.split_whitespace().any(|other| other.chars().next() == word.chars().next());
    before.iter().all(|word| ARABIC.entities.name_particles.contains(*word) || alike(word))
}

/// How many words from `token` on are a person's name: up to a function word, a verb or a mark.
fn name_length(reading: &Reading<'_>, token: usize, end: usize) -> usize {
    let mut n = 0;
    while n < NAME_WORDS && token + n < end {
        let Some(word) = reading.word(token + n) else { break };
        let joins = ARABIC.entities.name_particles.contains(word);
        // «عبد الفتاح السيسي»: behind the first name a definite word is a name too.
        let surname = n > 0 && n < 3 && word.starts_with("ال") && is_surname(word);
        let other = reading.noun(token + n).is_some() || is_number(word) || !joins && is_common(word);
        if (!joins && !surname && !is_name_word(word)) || other {
            break;
        }
        n += 1;
    }
    // «فيصل بن بندر بن»: what joins names ends none.
    while n > 0 && reading.word(token + n - 1).is_some_and(|word| ARABIC.entities.name_particles.contains(word)) {
        n -= 1;
    }
    n
}

/// Whether a word is a common one, behind a clitic or before a pronoun too: «خطة», «بجروح», «مصرعه».
pub(super) fn is_common(word: &str) -> bool {
    let common = &ARABIC.entities.common;
    let bare = ["ها", "هم", "ه"].iter().find_map(|pronoun| word.strip_suffix(pronoun)).unwrap_or(word);
    let is = |core: &str| core.chars().count() >= COMMON_LETTERS && common.contains(core);
    !ARABIC.entities.first_names.contains(word) && (is(bare) || stems(word).any(|stem| !stem.definite && is(stem.core)))
}

fn is_number(word: &str) -> bool {
    ARABIC.temporal.numbers.at(|i| (i == 0).then_some(word)).is_some()
}

fn is_surname(word: &str) -> bool {
    let entities = &ARABIC.entities;
    let other = entities.not_names.contains(word) || nationality(word).is_some() || ARABIC.particles.relatives.contains(word);
    let time = ARABIC.temporal.words.at(|i| (i == 0).then_some(word)).is_some();
    !other && !time && ARABIC.triggers.read_noun(word).is_none()
}

/// Whether a word can be (part of) a name: no function word, no finite verb, no definite common noun.
pub(super) fn is_name_word(word: &str) -> bool {
    let entities = &ARABIC.entities;
    if entities.first_names.contains(word) {
        return true;
    }
    if super::verbs::is_preposition(word) || entities.not_names.contains(word) || ARABIC.triggers.read_verb(word).is_some() {
        return false;
    }
    let particles = &ARABIC.particles;
    if stems(word).any(|stem| stem.definite && stem.preposition.is_some()) {
        return false;
    }
    let function = particles.auxiliaries.contains(word)
        || particles.possible.contains(word)
        || particles.complementizers.contains(word)
        || particles.relatives.contains(word)
        || particles.negation.contains(word);
    !function && !word.starts_with("ال") && !word.starts_with("لل") && nationality(word).is_none() && word.chars().count() > 1
}
