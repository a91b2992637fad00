//! A word that may tell of an event, before its time is known.

use crate::event::{EventKind, Modality};
use crate::extract::lexicon::morphology::Person;
use crate::extract::lexicon::particles::AdjunctOrder;

/// A word that may tell of an event.
#[derive(Debug, Clone)]
pub(in crate::extract) struct Candidate {
    /// The trigger.
    pub(in crate::extract) token: usize,
    /// The place of its sentence in the reading.
    pub(in crate::extract) sentence: usize,
    /// The tokens of its clause.
    pub(in crate::extract) clause: std::ops::Range<usize>,
    /// The verb that carries it, where the trigger is a noun: «نفذت … غارة».
    pub(in crate::extract) carrier: Option<usize>,
    /// The noun that gives a verb its kind: «خضعت لعقوبات».
    pub(in crate::extract) content: Option<usize>,
    /// Where the verb is said once for two: the tokens of its first part that hold for this one too.
    pub(in crate::extract) shared: Option<(usize, usize)>,
    /// Whether a subject that it leaves out is the one told last: not in a clause of its own («حين اعتقل»), which may be passive.
    pub(in crate::extract) inherits_subject: bool,
    /// In a relative clause: first and last token of what it tells about.
    pub(in crate::extract) antecedent: Option<(usize, usize)>,
    /// First and last token of the subject that it shares with a verb told before, or of whom its pronoun stands for.
    pub(in crate::extract) lead: Option<(usize, usize)>,
    pub(in crate::extract) role: Role,
    pub(in crate::extract) kind: EventKind,
    pub(in crate::extract) context: Vec<&'static str>,
    pub(in crate::extract) aspect: Aspect,
    pub(in crate::extract) modality: Modality,
    /// What the verb says of its subject; `None` for nouns.
    pub(in crate::extract) person: Option<Person>,
    /// Whether the verb is a passive: its subject does not act.
    pub(in crate::extract) is_passive: bool,
    /// Whether it is a verb of saying: what stands in another clause dates what is said.
    pub(in crate::extract) says: bool,
    /// The same for a verb and its verbal noun.
    pub(in crate::extract) lemma: usize,
    /// A definite noun, which may name an event told before.
    pub(in crate::extract) is_definite_noun: bool,
    /// The order to the main event, with the words that say so.
    pub(in crate::extract) order: Option<Order>,
    /// The main event to which `order` relates it: a place in the list of candidates.
    pub(in crate::extract) main: Option<usize>,
    /// The event of which it is another mention in the same sentence: a place in the list of candidates.
    pub(in crate::extract) told_by: Option<usize>,
    /// Temporal expressions that date it, by place in the list.
    pub(in crate::extract) timexes: Vec<usize>,
    /// Where its subject and verbs stand, in a language that tells them by their place.
    pub(in crate::extract) frame: Option<Frame>,
}

/// The phrases of a clause, by tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::extract) struct Frame {
    /// Its place among the groups of verbs of its sentence.
    pub(in crate::extract) group: usize,
    /// The noun phrase before the verbs, or what a relative clause tells about; empty: none.
    pub(in crate::extract) subject: std::ops::Range<usize>,
    /// The verbs, from the first auxiliary on: "is expected to visit".
    pub(in crate::extract) verbs: std::ops::Range<usize>,
    /// Where its clause ends.
    pub(in crate::extract) end: usize,
    /// Whether the subject is what it is done to.
    pub(in crate::extract) is_passive: bool,
    /// Whether the subject stands before another verb that shares it: "signed a deal and left".
    pub(in crate::extract) is_shared: bool,
    /// The auxiliaries that another verb shares with it: "were arrested and charged"; empty: none.
    pub(in crate::extract) auxiliaries: std::ops::Range<usize>,
    /// A verb in "-ing", which a title tells in the past tense.
    pub(in crate::extract) is_gerund: bool,
}

/// How an event stands to its main one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) struct Order {
    pub(in crate::extract) order: AdjunctOrder,
    /// First and last token of the words that say so.
    pub(in crate::extract) cue: (usize, usize),
    pub(in crate::extract) is_cause: bool,
}

/// Whether a candidate is an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Role {
    /// It is.
    Event,
    /// Only when an expression dates it.
    IfDated,
    /// It is not, but the expressions beside it are its own.
    Absorbs,
    /// It is not: the expressions beside it date the event before it.
    Forwards,
}

/// How an event lies in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Aspect {
    /// Told as past.
    Past,
    /// Told in the present: no more than that it is not after publication.
    Present,
    /// Goes on at publication.
    Ongoing,
    /// To come.
    Future,
    /// A noun, which has no tense.
    Untensed,
    /// A noun beside a plan, which may have happened or be to come: «سيسافر بعد شفائه».
    Open,
}

impl Candidate {
    /// A word that tells of an event by itself, in a clause of its own.
    pub(in crate::extract) fn plain(token: usize, kind: EventKind, context: &[&'static str], lemma: usize) -> Self {
        Self {
            token,
            sentence: 0,
            clause: token..token + 1,
            carrier: None,
            content: None,
            shared: None,
            inherits_subject: false,
            antecedent: None,
            lead: None,
            role: Role::Event,
            kind,
            context: context.to_vec(),
            aspect: Aspect::Untensed,
            modality: Modality::Asserted,
            person: None,
            is_passive: false,
            says: false,
            lemma,
            is_definite_noun: false,
            order: None,
            main: None,
            told_by: None,
            timexes: Vec::new(),
            frame: None,
        }
    }

    /// Makes it something to come. A planned meeting, visit or signing is an agreement until it takes place.
    /// Source: PLOVER manual, draft 0.8.
    pub(in crate::extract) fn plan(&mut self) {
        if matches!(self.modality, Modality::Planned | Modality::Cancelled) {
            return;
        }
        self.modality = Modality::Planned;
        self.kind = match self.kind {
            EventKind::Consult
            | EventKind::Support
            | EventKind::Cooperate
            | EventKind::Aid
            | EventKind::Concede
            | EventKind::Retreat => EventKind::Agree,
            kind => kind,
        };
    }

    pub(super) fn is_event(&self) -> bool {
        match self.role {
            Role::Event => true,
            Role::IfDated => !self.timexes.is_empty(),
            Role::Absorbs | Role::Forwards => false,
        }
    }
}

/// Drops what is no event, and makes the places within the sentence places within the article.
pub(super) fn keep_events(found: &mut Vec<Candidate>, offset: usize) {
    let mut places = Vec::with_capacity(found.len());
    let mut kept = offset;
    for candidate in &*found {
        places.push(candidate.is_event().then_some(kept));
        kept += usize::from(candidate.is_event());
    }
    for candidate in &mut *found {
        candidate.main = candidate.main.and_then(|main| places.get(main).copied().flatten());
        candidate.told_by = candidate.told_by.and_then(|event| places.get(event).copied().flatten());
    }
    found.retain(Candidate::is_event);
}
