//! Groups of verbs: auxiliaries, adverbs and the verb that tells, with tense, voice and whether it is told as real.
//! Knows no clauses: whether a participle heads one is decided by what stands around it.

use super::bare;
use super::clauses::Setting;
use super::scene::Scene;
use crate::extract::lexicon::english::{Class, Classes, ENGLISH_EVENTS, Forms, Verb};

/// A group of verbs.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) first: usize,
    /// The verb that tells; the auxiliary where there is none.
    pub(super) head: usize,
    pub(super) tense: Tense,
    pub(super) reality: Reality,
    pub(super) is_passive: bool,
    pub(super) is_progressive: bool,
    /// A word that is a past tense and a participle alike, without an auxiliary: "the man arrested".
    pub(super) is_ambiguous: bool,
    /// Whether the head is "be" or "have" itself.
    pub(super) is_copula: bool,
    /// Its clause.
    pub(super) setting: Setting,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    /// "has resigned"
    Perfect,
    /// "had resigned"
    Pluperfect,
    Present,
    Infinitive,
    Gerund,
    Participle,
}

/// What the words of a group make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reality {
    Told,
    Negated,
    Possible,
    /// "would": a plan where somebody says so.
    Would,
    Planned,
}

impl Group {
    pub(super) fn new(first: usize, head: usize, tense: Tense) -> Self {
        Self {
            first,
            head,
            tense,
            reality: Reality::Told,
            is_passive: false,
            is_progressive: false,
            is_ambiguous: false,
            is_copula: false,
            setting: Setting::default(),
        }
    }

    /// Whether it heads a clause.
    pub(super) fn is_finite(&self) -> bool {
        !matches!(self.tense, Tense::Infinitive | Tense::Gerund | Tense::Participle)
    }

    /// "remain", "stay", "seem": what stands behind it is a state.
    pub(super) fn is_stative(&self, scene: &Scene<'_>) -> bool {
        let stative = |verb: &Verb| verb.classes.iter().any(|(rest, classes)| rest.is_empty() && classes.is(Classes::STATIVE));
        !self.is_copula && self.verb(scene).is_some_and(stative)
    }

    pub(super) fn verb(&self, scene: &Scene<'_>) -> Option<&'static Verb> {
        let form = scene.word(self.head).verb.filter(|_| !self.is_copula)?;
        Some(ENGLISH_EVENTS.triggers.verb_of(form))
    }
}

/// The groups of a sentence, in order.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut token = scene.tokens.start;
    while token < scene.tokens.end {
        let found = chain(scene, token).or_else(|| bare::at(scene, token, groups.last()));
        token = found.as_ref().map_or(token, |group| group.head) + 1;
        groups.extend(found);
    }
    groups
}

/// The auxiliaries that were read so far.
#[derive(Default)]
struct Auxiliaries {
    is_past: bool,
    has_have: bool,
    had: bool,
    has_be: bool,
    last: Class,
    negated: bool,
    future: bool,
    possible: bool,
    would: bool,
    /// The last of them.
    token: usize,
}

const AUXILIARIES: Class = Class::BE.or(Class::HAVE).or(Class::DO).or(Class::FUTURE).or(Class::POSSIBLE);

/// A group that opens with an auxiliary.
fn chain(scene: &Scene<'_>, first: usize) -> Option<Group> {
    let is_first = scene.is(first, AUXILIARIES) && !scene.is_time(first) && !scene.is_hyphenated(first);
    // "will" and "may" as nouns and months: "the will", "May".
    let named = scene.reading.is_capital(first) && first > scene.tokens.start;
    let is_noun = first > scene.tokens.start && scene.is(first, Class::FUTURE.or(Class::POSSIBLE)) && determined(scene, first);
    if !is_first || named || is_noun || (scene.str(first) == "won" && !is_contracted(scene, first)) {
        return None;
    }
    let mut aux = Auxiliaries::default();
    let mut token = first;
    while token < scene.tokens.end {
        if is_contraction_mark(scene, token) {
            aux.negated |= scene.str(token + 1) == "t";
            token += 2;
        } else if scene.is(token, AUXILIARIES)
            && !scene.is_time(token)
            && (scene.str(token) != "won" || is_contracted(scene, token))
        {
            aux.read(scene, token);
            token += 1;
        } else if token > first && (scene.is_adverb(token) || scene.is(token, Class::NEGATION.or(Class::DOUBTFUL))) {
            // "is no threat": the noun is denied, which is a copula anyway.
            aux.negated |= scene.is(token, Class::NEGATION) && !matches!(scene.str(token), "almost" | "nearly");
            aux.possible |= scene.is(token, Class::DOUBTFUL) || matches!(scene.str(token), "almost" | "nearly");
            token += 1;
        } else {
            break;
        }
    }
    Some(aux.group(scene, first, token))
}

fn is_contracted(scene: &Scene<'_>, token: usize) -> bool {
    is_contraction_mark(scene, token + 1)
}

fn is_contraction_mark(scene: &Scene<'_>, token: usize) -> bool {
    matches!(scene.str(token), "'" | "\u{2019}") && matches!(scene.str(token + 1), "t" | "ve" | "ll" | "d")
}

fn determined(scene: &Scene<'_>, token: usize) -> bool {
    scene.is(token - 1, Class::DETERMINER) || scene.is_possessive(token - 1)
}

impl Auxiliaries {
    fn read(&mut self, scene: &Scene<'_>, token: usize) {
        let (class, word) = (scene.class(token), scene.str(token));
        self.token = token;
        if class.is(Class::FUTURE) {
            self.future = true;
            self.last = Class::FUTURE;
        } else if class.is(Class::POSSIBLE) {
            self.would |= matches!(word, "would" | "wouldn" | "d");
            self.possible |= !matches!(word, "would" | "wouldn" | "d");
            self.negated |= word == "cannot";
            self.last = Class::POSSIBLE;
        } else if class.is(Class::HAVE) {
            self.has_have = true;
            self.had = matches!(word, "had" | "hadn");
            self.last = Class::HAVE;
        } else if class.is(Class::BE) {
            self.has_be = true;
            self.is_past |= matches!(word, "was" | "were" | "wasn" | "weren");
            self.last = Class::BE;
        } else {
            self.is_past |= matches!(word, "did" | "didn");
            self.last = Class::DO;
        }
    }

    /// The group with the verb at `token`, if one stands there.
    fn group(&self, scene: &Scene<'_>, first: usize, token: usize) -> Group {
        let forms = scene.verb_form(token);
        let is = |form: Forms| forms.is_some_and(|forms| forms.is(form));
        // "to be held", "to have fled"
        let infinitive = first > scene.tokens.start && scene.str(first - 1) == "to" && matches!(scene.str(first), "be" | "have");
        let mut group = Group::new(first, token, if infinitive { Tense::Infinitive } else { self.tense() });
        group.reality = self.reality();
        if let Some(planned) = self.planned(scene, token, &group) {
            return planned;
        }
        let fits = match self.last {
            Class::BE => {
                group.is_progressive = is(Forms::ING);
                group.is_passive = is(Forms::PARTICIPLE) && !group.is_progressive;
                group.is_progressive || group.is_passive
            }
            Class::HAVE => {
                // "had a meeting" tells by "had" itself.
                is(Forms::PARTICIPLE)
            }
            _ => is(Forms::BASE),
        };
        if !fits {
            group.head = self.token;
            group.is_copula = self.last != Class::HAVE;
            let plain = if self.had || self.is_past { Tense::Past } else { Tense::Present };
            group.tense = if self.last == Class::HAVE { plain } else { group.tense };
        }
        group
    }

    /// "is to visit", "is expected to visit", "was scheduled to be signed", "is going to", "has to".
    fn planned(&self, scene: &Scene<'_>, token: usize, plain: &Group) -> Option<Group> {
        let be_word = self.last == Class::BE && scene.is(token, Class::PLANNED.or(Class::HOPED));
        let to = match self.last {
            Class::BE if scene.str(token) == "to" => token,
            Class::HAVE if scene.str(token) == "to" => token,
            _ if be_word && scene.str(token + 1) == "to" => token + 1,
            _ => return None,
        };
        let mut head = to + 1;
        while scene.is_adverb(head) {
            head += 1;
        }
        let is_passive = scene.str(head) == "be";
        let verb = if is_passive { head + 1 } else { head };
        let wanted = if is_passive { Forms::PARTICIPLE } else { Forms::BASE };
        let fits = scene.verb_form(verb).is_some_and(|forms| forms.is(wanted)) || is_passive || scene.is(head, Class::HAVE);
        if !fits {
            return None;
        }
        let is_told = scene.verb_form(verb).is_some();
        let mut group = Group { head: if is_told { verb } else { head }, is_passive, is_copula: !is_told, ..plain.clone() };
        group.reality = match (plain.reality, self.last) {
            (Reality::Told, Class::HAVE) if self.had => Reality::Told,
            (Reality::Told | Reality::Planned | Reality::Would, Class::HAVE) => Reality::Possible,
            (Reality::Told, _) if be_word && scene.is(token, Class::HOPED) => Reality::Possible,
            (Reality::Told, _) if !be_word && self.is_past => Reality::Possible,
            (Reality::Told, _) => Reality::Planned,
            (reality, _) => reality,
        };
        Some(group)
    }

    fn tense(&self) -> Tense {
        match (self.has_have, self.had) {
            (true, true) => Tense::Pluperfect,
            (true, false) => Tense::Perfect,
            _ if self.is_past => Tense::Past,
            _ => Tense::Present,
        }
    }

    fn reality(&self) -> Reality {
        if self.negated {
            Reality::Negated
        } else if self.possible {
            Reality::Possible
        } else if self.would {
            Reality::Would
        } else if self.future {
            Reality::Planned
        } else {
            Reality::Told
        }
    }
}
