//! Words that tell of events: verbs in all their inflections and nouns, with their PLOVER kinds.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::morphology::{Person, Tense, verb_forms};
use crate::base::fold::fold;
use crate::event::EventKind;
use crate::extract::tokenize::stems;

/// The verbs and nouns of events.
pub(crate) struct Triggers {
    verbs: Vec<Verb>,
    verb_forms: HashMap<String, Vec<FormEntry>>,
    nouns: HashMap<String, Noun>,
    n_noun_lemmas: usize,
}

/// Lemmas of nouns without a verb are counted from here, those of verbs from 0.
const NOUN_LEMMAS: usize = 1 << 20;

/// A verb: what it may tell of, and what else it does in a sentence.
#[derive(Debug, Default)]
pub(crate) struct Verb {
    /// Readings with a complement first, the plain one last.
    pub(crate) senses: Vec<Sense>,
    pub(crate) class: Option<VerbClass>,
    /// The same for a verb and its verbal nouns.
    pub(crate) lemma: usize,
}

/// A reading of a verb.
#[derive(Debug, Clone)]
pub(crate) struct Sense {
    pub(crate) kind: EventKind,
    /// Words or clitics (ب، ل) of which one must follow; empty: none needed.
    pub(crate) needs: Vec<String>,
    pub(crate) context: Vec<&'static str>,
    /// Whether the plain word is often no verb of an event.
    pub(crate) is_risky: bool,
}

impl Sense {
    /// 0: needs words; 1: needs a preposition; 2: needs nothing.
    fn vagueness(&self) -> u8 {
        let short = |need: &String| need.chars().count() <= 3;
        match self.needs.as_slice() {
            [] => 2,
            needs if needs.iter().all(short) => 1,
            _ => 0,
        }
    }
}

/// What a verb does besides telling of an event of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum VerbClass {
    /// The event is the noun it governs.
    Light,
    /// Says something.
    Speech,
    /// Says something that makes news.
    Announce,
    /// What goes on.
    Continuing,
    Beginning,
    Ending,
    Planning,
    /// What follows is its effect.
    Cause,
    /// What follows is merely possible.
    Possible,
    /// Never an event.
    Becoming,
}

/// Which class a verb of several takes: the more telling first.
const CLASS_ORDER: [VerbClass; 10] = [
    VerbClass::Continuing,
    VerbClass::Announce,
    VerbClass::Light,
    VerbClass::Beginning,
    VerbClass::Ending,
    VerbClass::Planning,
    VerbClass::Cause,
    VerbClass::Possible,
    VerbClass::Becoming,
    VerbClass::Speech,
];

/// A noun of event.
#[derive(Debug, Clone)]
pub(crate) struct Noun {
    pub(crate) kind: EventKind,
    pub(crate) context: Vec<&'static str>,
    /// Nearly always something that took place.
    pub(crate) is_strong: bool,
    /// The same for a verb and its verbal nouns, and for the forms of a noun.
    pub(crate) lemma: usize,
}

/// A word read as a verb.
#[derive(Debug, Clone, Copy)]
pub(crate) struct VerbReading<'a> {
    pub(crate) verb: &'a Verb,
    pub(crate) tense: Tense,
    pub(crate) person: Person,
    /// Bytes of conjunctions before it.
    pub(crate) skip: usize,
    /// Has سـ before it.
    pub(crate) is_future: bool,
    /// Has a لـ of purpose before it.
    pub(crate) is_purpose: bool,
    /// All verbs with this form: unvowelled «وقع» is two.
    alternatives: &'a [FormEntry],
}

/// A word read as a noun of event.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NounReading<'a> {
    pub(crate) noun: &'a Noun,
    pub(crate) definite: bool,
    pub(crate) preposition: Option<char>,
    /// Has a pronoun behind it: «مشاركتها».
    pub(crate) has_pronoun: bool,
}

#[derive(Debug, Clone, Copy)]
struct FormEntry {
    verb: usize,
    tense: Tense,
    person: Person,
    needs_pronoun: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindTable {
    kind: String,
    #[serde(default)]
    verb: Vec<VerbRow>,
    #[serde(default)]
    noun: Vec<NounRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VerbRow {
    forms: String,
    #[serde(default)]
    masdar: Vec<String>,
    #[serde(default)]
    needs: Vec<String>,
    #[serde(default)]
    context: Vec<String>,
    #[serde(default)]
    risky: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NounRow {
    forms: Vec<String>,
    #[serde(default)]
    strong: bool,
    #[serde(default)]
    context: Vec<String>,
    /// Not read from unvowelled text without support.
    #[serde(default)]
    risky: bool,
}

#[derive(Deserialize)]
struct ClassRow {
    verbs: Vec<String>,
}

macro_rules! kind_tables {
    ($($name:literal),* $(,)?) => { [$(($name, include_str!(concat!("../../../data/lexicon/ar/triggers/", $name, ".toml")))),*] };
}

/// One table for each kind of PLOVER, in its order.
const KIND_TABLES: [(&str, &str); 17] = kind_tables![
    "agree",
    "consult",
    "support",
    "concede",
    "cooperate",
    "aid",
    "retreat",
    "request",
    "accuse",
    "reject",
    "threaten",
    "protest",
    "sanction",
    "mobilize",
    "coerce",
    "assault",
    "other",
];

const OBJECT_PRONOUNS: [&str; 9] = ["هما", "ها", "هم", "هن", "ه", "نا", "ني", "كم", "ك"];

impl Triggers {
    pub(super) fn load() -> Self {
        let mut triggers = Self { verbs: Vec::new(), verb_forms: HashMap::new(), nouns: HashMap::new(), n_noun_lemmas: 0 };
        let mut by_lemma: HashMap<String, usize> = HashMap::new();
        for (name, table) in KIND_TABLES {
            triggers.add_kind(super::parse(table, name), &mut by_lemma);
        }
        let classes: HashMap<VerbClass, ClassRow> =
            super::parse(include_str!("../../../data/lexicon/ar/triggers/classes.toml"), "ar/triggers/classes.toml");
        for class in CLASS_ORDER {
            for forms in classes.get(&class).into_iter().flat_map(|row| &row.verbs) {
                let verb = triggers.verb(forms, &mut by_lemma);
                triggers.verbs[verb].class.get_or_insert(class);
            }
        }
        triggers.drop_light_nouns();
        triggers
    }

    /// «تنفيذ» and «إجراء» name an event no more than «نفذ» and «أجرى» do, but for the complement that their row asks for.
    fn drop_light_nouns(&mut self) {
        let verbs = &self.verbs;
        self.nouns.retain(|_, noun| {
            let verb = verbs.get(noun.lemma);
            verb.is_none_or(|verb| verb.class != Some(VerbClass::Light) || verb.senses.iter().any(|sense| sense.needs.is_empty()))
        });
    }

    fn add_kind(&mut self, table: KindTable, by_lemma: &mut HashMap<String, usize>) {
        let Some(kind) = EventKind::from_name(&table.kind) else { return };
        for row in table.verb {
            let verb = self.verb(&row.forms, by_lemma);
            let context = contexts(&row.context);
            for masdar in &row.masdar {
                self.noun(masdar, Noun { kind, context: context.clone(), is_strong: false, lemma: verb });
            }
            let needs: Vec<String> = row.needs.iter().map(|word| fold(word)).collect();
            let sense = Sense { kind, needs, context, is_risky: row.risky };
            let senses = &mut self.verbs[verb].senses;
            senses.push(sense);
            // A word that must follow says more than a preposition, and both more than nothing.
            senses.sort_by_key(Sense::vagueness);
        }
        for row in table.noun.into_iter().filter(|row| !row.risky) {
            self.n_noun_lemmas += 1;
            let lemma = NOUN_LEMMAS + self.n_noun_lemmas;
            for form in &row.forms {
                self.noun(form, Noun { kind, context: contexts(&row.context), is_strong: row.strong, lemma });
            }
        }
    }

    fn noun(&mut self, written: &str, noun: Noun) {
        let is_strong = noun.is_strong;
        self.nouns.entry(fold(written)).and_modify(|known| known.is_strong |= is_strong).or_insert(noun);
    }

    /// The verb of a row such as "قال يقول قيل يقال", made where it is new.
    fn verb(&mut self, forms: &str, by_lemma: &mut HashMap<String, usize>) -> usize {
        let mut words = forms.split_whitespace();
        let (perfect, imperfect) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let lemma = fold(&format!("{perfect} {imperfect}"));
        if let Some(&verb) = by_lemma.get(&lemma) {
            return verb;
        }
        let verb = self.verbs.len();
        self.verbs.push(Verb { lemma: verb, ..Verb::default() });
        by_lemma.insert(lemma, verb);
        self.add_forms(verb, perfect, imperfect);
        if let (Some(perfect), Some(imperfect)) = (words.next(), words.next()) {
            self.add_forms(verb, perfect, imperfect);
        }
        verb
    }

    fn add_forms(&mut self, verb: usize, perfect: &str, imperfect: &str) {
        for form in verb_forms(perfect, imperfect) {
            let entry = FormEntry { verb, tense: form.tense, person: form.person, needs_pronoun: form.needs_pronoun };
            self.verb_forms.entry(form.text).or_default().push(entry);
        }
    }

    /// The plainest reading of a folded word as a verb; verbs that tell of events first.
    pub(crate) fn read_verb(&self, word: &str) -> Option<VerbReading<'_>> {
        let conjunction = match word.chars().next() {
            Some(c @ ('و' | 'ف')) => c.len_utf8(),
            _ => 0,
        };
        let skips = if conjunction == 0 { vec![0] } else { vec![0, conjunction] };
        skips.into_iter().find_map(|skip| {
            let rest = &word[skip..];
            self.read_with_particle(rest, skip)
        })
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
        let entry = std::iter::once(first).chain(fitting).max_by_key(|entry| self.rank(entry)).unwrap_or(first);
        let verb = &self.verbs[entry.verb];
        let (tense, person) = (entry.tense, entry.person);
        Some(VerbReading { verb, tense, person, skip, is_future: false, is_purpose: false, alternatives: entries })
    }

    /// The same form read as each verb that has it in the same tense.
    pub(crate) fn alternatives<'a>(&'a self, reading: VerbReading<'a>) -> impl Iterator<Item = VerbReading<'a>> {
        let same = reading.alternatives.iter().filter(move |entry| entry.tense == reading.tense && !entry.needs_pronoun);
        same.map(move |entry| VerbReading { verb: &self.verbs[entry.verb], person: entry.person, ..reading })
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

    /// A folded word as a noun of event.
    pub(crate) fn read_noun(&self, word: &str) -> Option<NounReading<'_>> {
        for stem in stems(word) {
            let reading =
                |noun, has_pronoun| NounReading { noun, definite: stem.definite, preposition: stem.preposition, has_pronoun };
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

/// PLOVER's contexts, as the tables name them.
const CONTEXTS: [&str; 26] = [
    "military",
    "intelligence",
    "executive",
    "legislative",
    "election",
    "political",
    "legal",
    "corruption",
    "human_rights",
    "diplomatic",
    "territory",
    "economic",
    "resource",
    "pro_democracy",
    "pro_autocracy",
    "cyber",
    "health",
    "disease",
    "environment",
    "disaster",
    "terrorism",
    "misinformation",
    "crime",
    "rights",
    "migration",
    "historical",
];

fn contexts(names: &[String]) -> Vec<&'static str> {
    let known: HashSet<&str> = names.iter().map(String::as_str).collect();
    CONTEXTS.into_iter().filter(|context| known.contains(context)).collect()
}
