//! The tables of `data/lexicon/ar/triggers`: one for each kind of PLOVER, and one for what verbs do besides.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::super::WordMap;
use super::super::morphology::{VerbForm, verb_forms};
use super::super::parse;
use super::{FormEntry, NOUN_LEMMAS, Noun, Sense, Triggers, Verb, VerbClass};
use crate::base::fold::fold;
use crate::event::EventKind;

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
    /// Words behind it of which one must stand there for this kind.
    #[serde(default)]
    needs: Vec<String>,
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

/// One table for each kind of PLOVER, in its order.
const KIND_TABLES: [(&str, &str); 17] = kind_tables!("ar");

/// Which class a verb of several takes: the more telling first.
const CLASS_ORDER: [VerbClass; 13] = [
    VerbClass::Continuing,
    VerbClass::Announce,
    VerbClass::Done,
    VerbClass::Achieving,
    VerbClass::Light,
    VerbClass::Beginning,
    VerbClass::Ending,
    VerbClass::Planning,
    VerbClass::Cause,
    VerbClass::Possible,
    VerbClass::Measuring,
    VerbClass::Becoming,
    VerbClass::Speech,
];

impl Triggers {
    pub(in crate::extract::lexicon) fn load() -> Self {
        let sense = Sense { kind: EventKind::Other, needs: Vec::new(), context: Vec::new(), is_risky: true };
        let mut triggers = Self {
            verbs: Vec::new(),
            verb_forms: WordMap::default(),
            nouns: WordMap::default(),
            n_noun_lemmas: 0,
            unlisted: Verb { senses: vec![sense], class: None, lemma: usize::MAX },
        };
        let mut by_lemma: WordMap<usize> = WordMap::default();
        let mut senses = Vec::new();
        for (name, table) in KIND_TABLES {
            triggers.add_kind(parse(table, name), &mut by_lemma, &mut senses);
        }
        triggers.add_noun_senses(senses);
        let classes: HashMap<VerbClass, ClassRow> =
            parse(include_str!("../../../../data/lexicon/ar/triggers/classes.toml"), "ar/triggers/classes.toml");
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

    fn add_kind(&mut self, table: KindTable, by_lemma: &mut WordMap<usize>, senses: &mut Vec<(String, Sense)>) {
        let Some(kind) = EventKind::from_name(&table.kind) else { return };
        for row in table.verb {
            let verb = self.verb(&row.forms, by_lemma);
            let context = contexts(&row.context);
            for masdar in &row.masdar {
                self.noun(
                    masdar,
                    Noun {
                        kind,
                        context: context.clone(),
                        is_strong: false,
                        lemma: verb,
                        senses: Vec::new(),
                        needs_complement: false,
                    },
                );
            }
            let needs: Vec<String> = row.needs.iter().map(|word| fold(word)).collect();
            let sense = Sense { kind, needs, context, is_risky: row.risky };
            let senses = &mut self.verbs[verb].senses;
            senses.push(sense);
            // A word that must follow says more than a preposition, and both more than nothing.
            senses.sort_by_key(Sense::vagueness);
        }
        for row in table.noun.into_iter().filter(|row| !row.risky) {
            let context = contexts(&row.context);
            if !row.needs.is_empty() {
                let needs: Vec<String> = row.needs.iter().map(|word| fold(word)).collect();
                let sense = Sense { kind, needs, context, is_risky: false };
                senses.extend(row.forms.into_iter().map(|form| (form, sense.clone())));
                continue;
            }
            self.n_noun_lemmas += 1;
            let lemma = NOUN_LEMMAS + self.n_noun_lemmas;
            for form in &row.forms {
                let noun = Noun {
                    kind,
                    context: context.clone(),
                    is_strong: row.strong,
                    lemma,
                    senses: Vec::new(),
                    needs_complement: false,
                };
                self.noun(form, noun);
            }
        }
    }

    fn noun(&mut self, written: &str, noun: Noun) {
        let is_strong = noun.is_strong;
        self.nouns.entry(fold(written)).and_modify(|known| known.is_strong |= is_strong).or_insert(noun);
    }

    /// The nouns whose kind depends on what stands behind them; another row's kind holds where it does not.
    fn add_noun_senses(&mut self, rows: Vec<(String, Sense)>) {
        for (written, sense) in rows {
            let lemma = NOUN_LEMMAS + self.n_noun_lemmas;
            let plain = || Noun {
                kind: EventKind::Other,
                context: Vec::new(),
                is_strong: false,
                lemma,
                senses: Vec::new(),
                needs_complement: true,
            };
            self.nouns.entry(fold(&written)).or_insert_with(plain).senses.push(sense);
            self.n_noun_lemmas += 1;
        }
    }

    /// The verb of a row such as "قال يقول قيل يقال", made where it is new.
    fn verb(&mut self, forms: &str, by_lemma: &mut WordMap<usize>) -> usize {
        let mut words = forms.split_whitespace();
        let (perfect, imperfect) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let lemma = fold(&format!("{perfect} {imperfect}"));
        if let Some(&verb) = by_lemma.get(&lemma) {
            return verb;
        }
        let verb = self.verbs.len();
        self.verbs.push(Verb { lemma: verb, ..Verb::default() });
        by_lemma.insert(lemma, verb);
        self.add_forms(verb, [perfect, imperfect], [false; 2]);
        if let (Some(passive), Some(passive_imperfect)) = (words.next(), words.next()) {
            // «هوجم يهاجم»: the half that is written as the active is not told apart.
            self.add_forms(
                verb,
                [passive, passive_imperfect],
                [fold(passive) != fold(perfect), fold(passive_imperfect) != fold(imperfect)],
            );
        }
        verb
    }

    fn add_forms(&mut self, verb: usize, halves: [&str; 2], passive: [bool; 2]) {
        // "-" stands for a half that is left out: «بدا» is rather «بدأ».
        let halves = halves.map(|half| if half == "-" { "" } else { half });
        for form in verb_forms(halves[0], halves[1]) {
            let VerbForm { tense, person, needs_pronoun, hamzas, .. } = form;
            let is_passive = passive[usize::from(tense == super::Tense::Imperfect)];
            let entry = FormEntry { verb, tense, person, needs_pronoun, hamzas, is_passive };
            self.verb_forms.entry(form.text).or_default().push(entry);
        }
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

/// Those of PLOVER's contexts that are named.
pub(in crate::extract::lexicon) fn contexts(names: &[String]) -> Vec<&'static str> {
    let known: HashSet<&str> = names.iter().map(String::as_str).collect();
    CONTEXTS.into_iter().filter(|context| known.contains(context)).collect()
}
