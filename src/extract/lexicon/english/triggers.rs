//! Verbs and nouns of events, as they are looked up.

use super::super::WordMap;
use crate::event::EventKind;

/// The verbs and nouns of events.
pub(crate) struct Triggers {
    pub(super) verbs: Vec<Verb>,
    pub(super) forms: WordMap<VerbForm>,
    pub(super) nouns: WordMap<Vec<NounSense>>,
    /// Lemmas by word, for the tables of modes.
    pub(super) lemmas: WordMap<usize>,
}

/// A verb: what it may tell of, and what else it does in a sentence.
#[derive(Debug, Default)]
pub(crate) struct Verb {
    /// With the longest words behind it first, then those that need a word near them, the plain one last.
    pub(crate) senses: Vec<VerbSense>,
    /// What it does, by the words behind it.
    pub(crate) classes: Vec<(Vec<String>, Classes)>,
    pub(crate) lemma: usize,
    /// Its past tense.
    pub(super) past: String,
}

/// A reading of a verb.
#[derive(Debug, Clone)]
pub(crate) struct VerbSense {
    /// Words right behind it: "open fire".
    pub(crate) rest: Vec<String>,
    /// Words of which one must stand near it; empty: none needed.
    pub(crate) needs: Vec<String>,
    pub(crate) kind: EventKind,
    pub(crate) context: Vec<&'static str>,
    pub(crate) lemma: usize,
}

/// A reading of a noun.
#[derive(Debug, Clone)]
pub(crate) struct NounSense {
    /// Words right before it: "air strike".
    pub(crate) front: Vec<String>,
    /// Words of which one must stand near it; empty: none needed.
    pub(crate) needs: Vec<String>,
    pub(crate) kind: EventKind,
    pub(crate) context: Vec<&'static str>,
    /// Nearly always something that took place.
    pub(crate) is_strong: bool,
    pub(crate) lemma: usize,
}

/// The forms that a word may be of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Forms(u8);

impl Forms {
    pub(crate) const BASE: Self = Self(1);
    pub(crate) const THIRD: Self = Self(2);
    pub(crate) const PAST: Self = Self(4);
    pub(crate) const PARTICIPLE: Self = Self(8);
    pub(crate) const ING: Self = Self(16);

    /// Whether it is any of these.
    pub(crate) fn is(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// These and others.
    pub(crate) const fn or(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
}

/// A word as a form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct VerbForm {
    /// Its place among the verbs.
    pub(super) verb: usize,
    pub(crate) forms: Forms,
}

impl VerbForm {
    /// A past tense or participle of a verb that no table lists.
    pub(super) const UNLISTED: Self = Self { verb: 0, forms: Forms::PAST.or(Forms::PARTICIPLE) };
}

/// What a verb does besides telling of an event of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Classes(u16);

/// The lists of `classes.toml`, each with its bit.
pub(super) const CLASS_LISTS: [(&str, Classes); 14] = [
    ("light", Classes::LIGHT),
    ("speech", Classes::SPEECH),
    ("announce", Classes::ANNOUNCE),
    ("continuing", Classes::CONTINUING),
    ("beginning", Classes::BEGINNING),
    ("ending", Classes::ENDING),
    ("planning", Classes::PLANNING),
    ("cause", Classes::CAUSE),
    ("possible", Classes::POSSIBLE),
    ("achieving", Classes::ACHIEVING),
    ("cancelling", Classes::CANCELLING),
    ("failing", Classes::FAILING),
    ("stative", Classes::STATIVE),
    ("denying", Classes::DENYING),
];

impl Classes {
    /// The event is the noun that it governs or that is its subject.
    pub(crate) const LIGHT: Self = Self(1);
    /// Says something.
    pub(crate) const SPEECH: Self = Self(1 << 1);
    /// Says something that makes news.
    pub(crate) const ANNOUNCE: Self = Self(1 << 2);
    /// What goes on.
    pub(crate) const CONTINUING: Self = Self(1 << 3);
    pub(crate) const BEGINNING: Self = Self(1 << 4);
    pub(crate) const ENDING: Self = Self(1 << 5);
    pub(crate) const PLANNING: Self = Self(1 << 6);
    /// What follows is its effect.
    pub(crate) const CAUSE: Self = Self(1 << 7);
    /// What stands behind its "to" is merely possible.
    pub(crate) const POSSIBLE: Self = Self(1 << 8);
    /// What stands behind its "to" came about.
    pub(crate) const ACHIEVING: Self = Self(1 << 9);
    /// Its object or passive subject was planned and is not to be.
    pub(crate) const CANCELLING: Self = Self(1 << 10);
    /// What it governs did not come about.
    pub(crate) const FAILING: Self = Self(1 << 11);
    /// Never an event.
    pub(crate) const STATIVE: Self = Self(1 << 12);
    /// What it governs is denied.
    pub(crate) const DENYING: Self = Self(1 << 13);

    /// Whether it is any of these.
    pub(crate) fn is(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// These and others.
    pub(crate) const fn or(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
}

impl Triggers {
    /// A folded word as a form of a verb.
    pub(crate) fn verb(&self, word: &str) -> Option<VerbForm> {
        self.forms.get(word).copied()
    }

    /// The verb of a form.
    pub(crate) fn verb_of(&self, form: VerbForm) -> &Verb {
        &self.verbs[form.verb.min(self.verbs.len().saturating_sub(1))]
    }

    /// The past tense of a form: "found" of "finding".
    pub(crate) fn past(&self, word: &str) -> Option<&str> {
        let past = self.verb(word).map(|form| self.verb_of(form).past.as_str())?;
        (!past.is_empty()).then_some(past)
    }

    /// The senses of a folded word as a noun of event.
    pub(crate) fn noun(&self, word: &str) -> Option<&[NounSense]> {
        self.nouns.get(word).map(Vec::as_slice)
    }

    /// The lemmas that a word of the tables of modes names.
    pub(crate) fn lemmas(&self, word: &str) -> Vec<usize> {
        self.lemmas.get(word).copied().into_iter().collect()
    }
}
