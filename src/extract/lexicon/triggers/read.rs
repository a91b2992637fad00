//! A word of a text as a verb or a noun of event: clitics come off, the form is looked up.

use super::{FormEntry, Noun, NounReading, Triggers, Verb, VerbClass, VerbReading};
use crate::extract::lexicon::morphology::{Hamzas, Person, Tense};
use crate::extract::tokenize::stems;

/// News speaks to nobody: «هناك» is no verb with "you" behind it.
const OBJECT_PRONOUNS: [&str; 6] = ["هما", "ها", "هم", "هن", "ه", "نا"];

/// A dual, or a verb that tells only with its complement: «ودعا» is rather «دعا», «ورد» rather «رد».
fn is_rare(reading: &VerbReading<'_>) -> bool {
    let verb = reading.verb;
    let unsure = verb.class.is_none() && verb.senses.iter().all(|sense| sense.is_risky || !sense.needs.is_empty());
    unsure || (reading.person == Person::Dual && reading.tense == Tense::Perfect)
}

impl Triggers {
    /// The plainest reading of a folded word as a verb; verbs that tell of events first.
    pub(crate) fn read_verb(&self, word: &str) -> Option<VerbReading<'_>> {
        let conjunction = match word.chars().next() {
            Some(c @ ('و' | 'ف')) => c.len_utf8(),
            _ => 0,
        };
        let whole = self.read_with_particle(word, 0);
        if conjunction == 0 {
            return whole;
        }
        let rest = || self.read_with_particle(&word[conjunction..], conjunction);
        match whole {
            Some(whole) if !is_rare(&whole) => Some(whole),
            Some(whole) => rest().filter(|rest| !is_rare(rest) && rest.verb.class != Some(VerbClass::Becoming)).or(Some(whole)),
            None => rest(),
        }
    }

    fn read_with_particle(&self, rest: &str, skip: usize) -> Option<VerbReading<'_>> {
        if let Some(reading) = self.read_form(rest, skip, |_| true) {
            return Some(reading);
        }
        let imperfect = |entry: &FormEntry| entry.tense == Tense::Imperfect;
        if let Some(reading) = rest.strip_prefix('س').and_then(|rest| self.read_form(rest, skip, imperfect)) {
            return Some(VerbReading { is_future: true, ..reading });
        }
        let reading = rest.strip_prefix('ل').and_then(|rest| self.read_form(rest, skip, imperfect))?;
        Some(VerbReading { is_purpose: true, ..reading })
    }

    fn read_form(&self, rest: &str, skip: usize, allowed: impl Fn(&FormEntry) -> bool) -> Option<VerbReading<'_>> {
        if let Some(reading) = self.find_form(rest, skip, false, &allowed) {
            return Some(reading);
        }
        OBJECT_PRONOUNS.iter().find_map(|pronoun| {
            let bare = rest.strip_suffix(pronoun).filter(|bare| bare.chars().count() >= 3)?;
            self.find_form(bare, skip, true, &allowed)
        })
    }

    fn find_form(
        &self,
        bare: &str,
        skip: usize,
        has_pronoun: bool,
        allowed: &impl Fn(&FormEntry) -> bool,
    ) -> Option<VerbReading<'_>> {
        let entries = self.verb_forms.get(bare)?;
        let mut fitting = entries.iter().filter(|entry| (has_pronoun || !entry.needs_pronoun) && allowed(entry));
        let first = fitting.next()?;
        // «توقع» is rather «توقّع» than «تُوقِع», «تسبب» rather «تسبّب» than «تُسبّب», «تمكن» rather «تمكّن» than «تُمكن».
        let plainness = |entry: &&FormEntry| {
            let class = self.verbs[entry.verb].class;
            let is_done = matches!(class, Some(VerbClass::Cause | VerbClass::Achieving)) && entry.tense == Tense::Perfect;
            (self.rank(entry), class != Some(VerbClass::Cause), is_done)
        };
        let entry = std::iter::once(first).chain(fitting).max_by_key(plainness).unwrap_or(first);
        let verb = &self.verbs[entry.verb];
        let FormEntry { tense, person, hamzas, is_passive, .. } = *entry;
        let (is_future, is_purpose) = (false, false);
        Some(VerbReading {
            verb,
            tense,
            person,
            skip,
            has_pronoun,
            is_future,
            is_purpose,
            is_passive,
            hamzas,
            alternatives: entries,
        })
    }

    /// A perfect verb of no table.
    pub(crate) fn unlisted(&self, person: Person, skip: usize) -> VerbReading<'_> {
        VerbReading {
            verb: &self.unlisted,
            tense: Tense::Perfect,
            person,
            skip,
            has_pronoun: false,
            is_future: false,
            is_purpose: false,
            is_passive: false,
            hamzas: Hamzas::default(),
            alternatives: &[],
        }
    }

    /// The same form read as each verb that has it in the same tense.
    pub(crate) fn alternatives<'a>(&'a self, reading: VerbReading<'a>) -> impl Iterator<Item = VerbReading<'a>> {
        let same = reading.alternatives.iter().filter(move |entry| entry.tense == reading.tense && !entry.needs_pronoun);
        same.map(move |entry| VerbReading {
            verb: &self.verbs[entry.verb],
            person: entry.person,
            hamzas: entry.hamzas,
            is_passive: entry.is_passive,
            ..reading
        })
    }

    /// Of several verbs with one form: the one that does most.
    fn rank(&self, entry: &FormEntry) -> u8 {
        let verb = &self.verbs[entry.verb];
        match (verb.class, verb.senses.is_empty()) {
            (Some(VerbClass::Becoming), _) => 4,
            (Some(_), _) => 3,
            (None, false) => 2,
            (None, true) => 1,
        }
    }

    /// The lemmas that a folded word may be of: verbs by their third person, and a noun.
    pub(in crate::extract::lexicon) fn lemmas(&self, word: &str) -> Vec<usize> {
        let verbs = self.verb_forms.get(word).into_iter().flatten().map(|entry| self.verbs[entry.verb].lemma);
        verbs.chain(self.nouns.get(word).map(|noun| noun.lemma)).collect()
    }

    /// The verb of which a noun is the verbal noun.
    pub(crate) fn verb_of(&self, noun: &Noun) -> Option<&Verb> {
        self.verbs.get(noun.lemma).filter(|verb| !verb.senses.is_empty() && !noun.is_strong)
    }

    /// A folded word as a noun of event.
    pub(crate) fn read_noun(&self, word: &str) -> Option<NounReading<'_>> {
        for stem in stems(word) {
            let reading = |noun, has_pronoun| NounReading {
                noun,
                skip: stem.skip,
                definite: stem.definite,
                preposition: stem.preposition,
                has_pronoun,
            };
            // With or without the alef of the accusative: «اجتماعا».
            let accusative = stem.core.strip_suffix('ا').filter(|bare| bare.chars().count() >= 3 && !stem.definite);
            if let Some(noun) = self.nouns.get(stem.core).or_else(|| self.nouns.get(accusative?)) {
                return Some(reading(noun, false));
            }
            if stem.definite {
                continue;
            }
            for pronoun in OBJECT_PRONOUNS {
                let Some(bare) = stem.core.strip_suffix(pronoun).filter(|bare| bare.chars().count() >= 3) else { continue };
                let feminine = bare.strip_suffix('ت').map(|bare| format!("{bare}ه"));
                let noun = self.nouns.get(bare).or_else(|| self.nouns.get(feminine.as_deref()?));
                if let Some(noun) = noun {
                    return Some(reading(noun, true));
                }
            }
        }
        None
    }
}
