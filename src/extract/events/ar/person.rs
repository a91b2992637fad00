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
    // «المتحدث باسم الحكومة»: definite, and a genitive follows.
    let head_last = token + title.n_tokens - 1;
    let is_definite = title.definite && reading.word(head_last) != Some("باسم");
    let head = Title { first: token, last: head_last, is_definite };
    let mut last = head.last;
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
        // «سفيرة المملكة المتحدة»
        let country = reading
            .phrase(next, &entities.names)
            .filter(|found| found.skip == 0 && found.meaning.kind == NameKind::Country && !title.definite && last == head.last);
        if let Some(country) = country {
            last = next + country.n_tokens - 1;
            code = country.meaning.code.clone();
            next = last + 1;
        } else if let Some(found) = nationality(word) {
            code = code.or(Some(found));
            last = next;
            next += 1;
        } else if entities.not_names.contains(word) || code.is_none() && is_office(reading, next, end, &head) {
            // «للأمم المتحدة»
            let n_tokens = reading.phrase(next, &entities.names).map_or(1, |found| found.n_tokens);
            last = next + n_tokens - 1;
            next += n_tokens;
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

/// «الأسير المحرر سالم»: a name behind an adjective shows that it is one, «الوزير المصنع» has none.
fn is_before_name(reading: &Reading<'_>, token: usize, end: usize) -> bool {
    let word = reading.word(token + 1).filter(|_| token + 1 < end);
    word.is_some_and(|word| is_name_word(word) && !is_common(word) && !super::verbs::is_function_word(word))
}

/// A title in a text.
struct Title {
    first: usize,
    last: usize,
    is_definite: bool,
}

/// Whether a definite word belongs to the office: a title takes one genitive («وزير النقل»), none where it is definite itself; then
/// adjectives, whatever stands before the name («الأسير المحرر سالم»), and «لل…» behind an adjective («الأمين العام للحزب»).
fn is_office(reading: &Reading<'_>, token: usize, end: usize, title: &Title) -> bool {
    let Title { first, last, is_definite } = *title;
    let Some(word) = reading.word(token) else { return false };
    let is_article = !reading.token_span(token).of(reading.text).starts_with(['أ', 'إ']);
    if !is_article || !stems(word).any(|stem| stem.definite && stem.skip == 0 && !is_name_word(word)) {
        return false;
    }
    let has_article = |token: usize| reading.word(token).is_some_and(|word| word.starts_with("ال"));
    let has_genitive = is_definite || (last + 1..token).any(has_article);
    if word.starts_with("لل") {
        let behind_adjective = has_article(token - 1) && token > first + 1;
        return behind_adjective || !has_genitive || is_before_name(reading, token, end);
    }
    !has_genitive || is_nisba(word) || is_before_name(reading, token, end)
}

/// «المدير التنفيذي»: a definite title takes no genitive, but an adjective.
fn is_nisba(word: &str) -> bool {
    word.starts_with("ال") && (word.ends_with('ي') || word.ends_with("يه"))
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
        // «ألكسندر» has no article.
        let foreign = n == 0 && reading.token_span(token).of(reading.text).starts_with("أل");
        let common = n == 2 && word.strip_prefix("ال").is_some_and(|bare| ARABIC.entities.common.contains(bare));
        let surname = !common && (foreign || n > 0 && n < 3 && word.starts_with("ال") && is_surname(word));
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
        || particles.no_subject.contains(word)
        || particles.negation.contains(word);
    !function && !word.starts_with("ال") && !word.starts_with("لل") && nationality(word).is_none() && word.chars().count() > 1
}
