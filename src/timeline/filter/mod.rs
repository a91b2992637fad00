//! Which events are asked for: by words, kind, actor, place, lane, certainty, modality and time.
//! Conditions, evaluated once a change. Knows no words of the interface and no screen.

mod answer;
#[cfg(test)]
mod tests;

use self::answer::Answer;
use crate::base::TimeRange;
use crate::base::find::Pattern;
use crate::event::{Actor, Certainty, Event, EventId, EventKind, EventTable, Modality};

/// What an event is asked to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// With these words in its title, or in the name of who takes part.
    Words(Words),
    /// Of a kind.
    Kind(EventKind),
    /// Done by, to or with somebody.
    Actor(Who),
    /// At a place, by its name.
    Place(String),
    /// A row of a table that names this lane.
    Lane(String),
    /// Dated as surely as this.
    Certainty(Certainty),
    /// Told in this way.
    Modality(Modality),
    /// In a range of time, as far as its time is known.
    Time(TimeRange),
}

/// What a condition asks about. Conditions of one aspect are alternatives; an event must meet one of each aspect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// In which words.
    Words,
    /// What happened.
    Kind,
    /// Who.
    Actor,
    /// Where.
    Place,
    /// On which lane.
    Lane,
    /// How surely it is dated.
    Certainty,
    /// How it is told.
    Modality,
    /// When.
    Time,
}

/// An actor: a state is the same whatever stands for it, anybody else goes by the name.
#[derive(Debug, Clone)]
pub struct Who {
    /// ISO 3166-1 alpha-3, for states and what stands for them.
    pub id: Option<String>,
    /// The name by which it was chosen.
    pub name: String,
}

impl PartialEq for Who {
    fn eq(&self, other: &Self) -> bool {
        self.is(other.id.as_deref(), &other.name)
    }
}

impl Eq for Who {}

impl Who {
    /// Who an actor is.
    #[must_use]
    pub fn of(actor: &Actor) -> Self {
        Self { id: actor.id.clone(), name: actor.name.clone() }
    }

    fn is(&self, id: Option<&str>, name: &str) -> bool {
        match (&self.id, id) {
            (None, None) => self.name == name,
            (own, other) => own.as_deref() == other,
        }
    }
}

/// Words that are asked for, as readers search: spelling variants are the same.
#[derive(Debug, Clone)]
pub struct Words {
    written: String,
    pattern: Pattern,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.pattern == other.pattern
    }
}

impl Eq for Words {}

impl Words {
    /// `None` where nothing but blanks and marks is written.
    #[must_use]
    pub fn new(written: &str) -> Option<Self> {
        Some(Self { pattern: Pattern::new(written)?, written: written.trim().to_owned() })
    }

    /// As they were written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.written
    }
}

/// What becomes of the events that were not asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Others {
    /// They are there, faintly.
    #[default]
    Dimmed,
    /// They are not there.
    Hidden,
}

impl Others {
    /// The other choice.
    #[must_use]
    pub fn switched(self) -> Self {
        match self {
            Self::Dimmed => Self::Hidden,
            Self::Hidden => Self::Dimmed,
        }
    }
}

/// Conditions, those of one aspect side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    conditions: Vec<Condition>,
    /// What becomes of the events that do not pass.
    pub others: Others,
}

/// Which events of an extraction pass.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sifted {
    passes: Vec<bool>,
    /// How many pass.
    pub n_passed: usize,
    /// How many fail for no other reason than that nobody knows their time.
    pub n_undated: usize,
}

impl Condition {
    /// What it asks about.
    #[must_use]
    pub fn aspect(&self) -> Aspect {
        match self {
            Self::Words(_) => Aspect::Words,
            Self::Kind(_) => Aspect::Kind,
            Self::Actor(_) => Aspect::Actor,
            Self::Place(_) => Aspect::Place,
            Self::Lane(_) => Aspect::Lane,
            Self::Certainty(_) => Aspect::Certainty,
            Self::Modality(_) => Aspect::Modality,
            Self::Time(_) => Aspect::Time,
        }
    }
}

impl Filter {
    /// The conditions, those of one aspect side by side.
    #[must_use]
    pub fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    /// Whether all events pass.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty()
    }

    /// Whether a condition is one of them.
    #[must_use]
    pub fn has(&self, condition: &Condition) -> bool {
        self.conditions.contains(condition)
    }

    /// Adds a condition, or takes it away where it is one of them. Of time there is one range and of words one text, the last.
    pub fn toggle(&mut self, condition: Condition) {
        if self.has(&condition) {
            return self.conditions.retain(|other| *other != condition);
        }
        let aspect = condition.aspect();
        if matches!(aspect, Aspect::Time | Aspect::Words) {
            self.conditions.retain(|other| other.aspect() != aspect);
        }
        let at = self.conditions.partition_point(|other| other.aspect() <= aspect);
        self.conditions.insert(at, condition);
    }

    /// Takes all conditions away.
    pub fn clear(&mut self) {
        self.conditions.clear();
    }

    /// The range of time that is asked for.
    #[must_use]
    pub fn time(&self) -> Option<TimeRange> {
        self.conditions.iter().find_map(|condition| match condition {
            Condition::Time(range) => Some(*range),
            _ => None,
        })
    }

    /// Which of some events pass. O(events · conditions).
    #[must_use]
    pub fn sift(&self, events: &[Event]) -> Sifted {
        Sifted::of(events.iter().map(|event| self.answer(|condition| condition.answer(event))))
    }

    /// Which rows of a table pass. O(rows · conditions).
    #[must_use]
    pub fn sift_rows(&self, table: &EventTable) -> Sifted {
        Sifted::of((0..table.rows().len()).map(|at| self.answer(|condition| condition.answer_row(table, at))))
    }

    fn answer(&self, of: impl Fn(&Condition) -> Answer) -> Answer {
        let mut answer = Answer::Yes;
        for alternatives in self.conditions.chunk_by(|a, b| a.aspect() == b.aspect()) {
            match answer::any(alternatives.iter().map(&of)) {
                Answer::Yes => {}
                Answer::No => return Answer::No,
                Answer::Unknown => answer = Answer::Unknown,
            }
        }
        answer
    }
}

impl Sifted {
    fn of(answers: impl ExactSizeIterator<Item = Answer>) -> Self {
        let mut sifted = Self { passes: Vec::with_capacity(answers.len()), ..Self::default() };
        for answer in answers {
            sifted.passes.push(answer == Answer::Yes);
            sifted.n_passed += usize::from(answer == Answer::Yes);
            sifted.n_undated += usize::from(answer == Answer::Unknown);
        }
        sifted
    }

    /// Whether an event passes.
    #[must_use]
    pub fn passes(&self, event: EventId) -> bool {
        self.passes.get(event.index()) == Some(&true)
    }
}
