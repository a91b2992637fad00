//! The tables of `data/lexicon/en/triggers`: one for each kind of PLOVER, and one for what verbs do besides.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;

use super::super::WordMap;
use super::super::parse;
use super::super::triggers::contexts;
use super::inflect::{with_ed, with_ing, with_s};
use super::triggers::{CLASS_LISTS, Classes, Forms, NounSense, Triggers, Verb, VerbForm, VerbSense};
use crate::base::fold::fold;
use crate::event::EventKind;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindTable {
    kind: String,
    group: Vec<Group>,
}

/// Verbs and nouns that share what is said of them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    needs: Vec<String>,
    #[serde(default)]
    context: Vec<String>,
    #[serde(default)]
    strong: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormTable {
    irregular: Vec<String>,
    doubling: Vec<String>,
}

/// One table for each kind of PLOVER, in its order; what happens besides comes last.
const KIND_TABLES: [(&str, &str); 17] = kind_tables!("en");

/// Makes the tables into one.
struct Loader {
    triggers: Triggers,
    /// Verbs by their plain form.
    verbs: WordMap<usize>,
    /// Past and participle of the irregular ones, as listed.
    irregular: WordMap<(String, String)>,
    doubling: HashSet<String>,
    n_lemmas: usize,
}

impl Triggers {
    pub(super) fn load() -> Self {
        let forms: FormTable = parse(include_str!("../../../../data/lexicon/en/verbs.toml"), "en/verbs.toml");
        let irregular = forms.irregular.iter().filter_map(|row| {
            let mut words = row.split_whitespace().map(str::to_owned);
            Some((words.next()?, (words.next()?, words.next()?)))
        });
        // The first verb stands for those that no table lists.
        let triggers = Triggers {
            verbs: vec![Verb { lemma: usize::MAX, ..Verb::default() }],
            forms: WordMap::default(),
            nouns: WordMap::default(),
            lemmas: WordMap::default(),
        };
        let mut loader = Loader {
            triggers,
            verbs: WordMap::default(),
            irregular: irregular.collect(),
            doubling: forms.doubling.into_iter().collect(),
            n_lemmas: 0,
        };
        for (name, table) in KIND_TABLES {
            loader.kind(parse(table, name));
        }
        let classes: BTreeMap<String, Vec<String>> =
            parse(include_str!("../../../../data/lexicon/en/triggers/classes.toml"), "en/triggers/classes.toml");
        for (list, class) in CLASS_LISTS {
            classes.get(list).into_iter().flatten().for_each(|row| loader.class(row, class));
        }
        for verb in &mut loader.triggers.verbs {
            verb.senses.sort_by_key(|sense| (Reverse(sense.rest.len()), sense.needs.is_empty()));
        }
        loader.triggers
    }
}

impl Loader {
    fn kind(&mut self, table: KindTable) {
        let Some(kind) = EventKind::from_name(&table.kind) else { return };
        for group in table.group {
            let context = contexts(&group.context);
            for row in &group.verbs {
                let (verb, nouns) = row.split_once(':').unwrap_or((row, ""));
                let mut words = verb.split_whitespace().map(str::to_owned);
                let Some(base) = words.next() else { continue };
                let rest: Vec<String> = words.collect();
                let place = self.verb(&base);
                let lemma = if rest.is_empty() { self.triggers.verbs[place].lemma } else { self.lemma(verb) };
                let sense = VerbSense { rest, needs: group.needs.clone(), kind, context: context.clone(), lemma };
                self.triggers.verbs[place].senses.push(sense);
                for noun in nouns.split(',').map(str::trim).filter(|noun| !noun.is_empty()) {
                    self.noun(noun, kind, &context, &group, lemma);
                }
            }
            for noun in &group.nouns {
                let lemma = self.lemma(noun);
                self.noun(noun, kind, &context, &group, lemma);
            }
        }
    }

    fn class(&mut self, row: &str, class: Classes) {
        let mut words = row.split_whitespace().map(str::to_owned);
        let Some(base) = words.next() else { return };
        let rest: Vec<String> = words.collect();
        let place = self.verb(&base);
        let classes = &mut self.triggers.verbs[place].classes;
        match classes.iter_mut().find(|(known, _)| *known == rest) {
            Some((_, known)) => *known = known.or(class),
            None => classes.push((rest, class)),
        }
    }

    fn lemma(&mut self, word: &str) -> usize {
        let word = fold(word.trim());
        if let Some(&lemma) = self.triggers.lemmas.get(&word) {
            return lemma;
        }
        self.n_lemmas += 1;
        self.triggers.lemmas.insert(word, self.n_lemmas);
        self.n_lemmas
    }

    fn noun(&mut self, written: &str, kind: EventKind, context: &[&'static str], group: &Group, lemma: usize) {
        let mut front: Vec<String> = written.split_whitespace().map(str::to_owned).collect();
        let Some(head) = front.pop() else { return };
        let sense =
            NounSense { front, needs: group.needs.clone(), kind, context: context.to_vec(), is_strong: group.strong, lemma };
        for form in [with_s(&head), head] {
            let senses = self.triggers.nouns.entry(form).or_default();
            let is_known = |known: &NounSense| known.front == sense.front && known.needs == sense.needs;
            if !senses.iter().any(is_known) {
                // With the longest words before it first, then those that need a word near them, the plain one last.
                let key = |sense: &NounSense| (Reverse(sense.front.len()), sense.needs.is_empty());
                let place = senses.partition_point(|known| key(known) <= key(&sense));
                senses.insert(place, sense.clone());
            }
        }
    }

    /// The verb of a plain form, made where it is new.
    fn verb(&mut self, base: &str) -> usize {
        if let Some(&verb) = self.verbs.get(base) {
            return verb;
        }
        let place = self.triggers.verbs.len();
        let lemma = self.lemma(base);
        self.triggers.verbs.push(Verb { lemma, ..Verb::default() });
        self.verbs.insert(base.to_owned(), place);
        let doubles = self.doubling.contains(base);
        let (past, participle) = match self.irregular.get(base) {
            Some(known) => known.clone(),
            None => (with_ed(base, doubles), with_ed(base, doubles)),
        };
        past.split('/').next().unwrap_or_default().clone_into(&mut self.triggers.verbs[place].past);
        self.form(base, place, Forms::BASE);
        self.form(&with_s(base), place, Forms::THIRD);
        self.form(&with_ing(base, doubles), place, Forms::ING);
        past.split('/').for_each(|form| self.form(form, place, Forms::PAST));
        participle.split('/').for_each(|form| self.form(form, place, Forms::PARTICIPLE));
        place
    }

    /// "found" is rather the past of "find" than a verb of its own: a past tense takes the word from a plain form.
    fn form(&mut self, word: &str, verb: usize, forms: Forms) {
        let past = Forms::PAST.or(Forms::PARTICIPLE);
        match self.triggers.forms.get_mut(word) {
            Some(known) if known.verb == verb => known.forms = known.forms.or(forms),
            Some(known) if forms.is(past) && !known.forms.is(past) => {
                *known = VerbForm { verb, forms: known.forms.or(forms) };
            }
            Some(known) => known.forms = known.forms.or(forms),
            None => {
                self.triggers.forms.insert(word.to_owned(), VerbForm { verb, forms });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_table_and_words() {
        for (name, table) in KIND_TABLES {
            let table: KindTable = parse(table, name);
            assert!(EventKind::from_name(&table.kind).is_some(), "{name}");
            assert!(table.group.iter().any(|group| !group.verbs.is_empty()), "{name}");
        }
    }

    #[test]
    fn verbs_are_read_in_all_their_forms() {
        let triggers = Triggers::load();
        let forms = |word: &str| triggers.verb(word).map(|form| form.forms);
        assert_eq!(forms("attacks"), Some(Forms::THIRD));
        assert_eq!(forms("bombed"), Some(Forms::PAST.or(Forms::PARTICIPLE)));
        assert_eq!(forms("withdrew"), Some(Forms::PAST));
        assert_eq!(forms("withdrawn"), Some(Forms::PARTICIPLE));
        assert_eq!(forms("banning"), Some(Forms::ING));
        let lemma = |word: &str| triggers.verb(word).map(|form| triggers.verb_of(form).lemma);
        assert_eq!(lemma("founded"), lemma("founds").filter(|_| lemma("found") != lemma("founded")));
        assert_eq!(triggers.noun("bombings").map(|senses| senses[0].kind), Some(EventKind::Assault));
        assert!(forms("table-cloth").is_none());
    }
}
