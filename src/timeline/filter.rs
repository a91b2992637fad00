//! Which events are asked for: by kind, actor, place, certainty, modality and time.
//! A predicate over events, evaluated once a change. Knows no lanes, no words of the interface and no screen.

use crate::base::{Bounds, Moment, TimePoint, TimeRange};
use crate::event::{Actor, Certainty, Event, EventId, EventKind, Modality};

/// What an event is asked to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Of a kind.
    Kind(EventKind),
    /// Done by, to or with somebody.
    Actor(Who),
    /// At a place, by its name.
    Place(String),
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
    /// What happened.
    Kind,
    /// Who.
    Actor,
    /// Where.
    Place,
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

/// Whether an event meets a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Yes,
    No,
    /// The text does not say.
    Unknown,
}

impl Condition {
    /// What it asks about.
    #[must_use]
    pub fn aspect(&self) -> Aspect {
        match self {
            Self::Kind(_) => Aspect::Kind,
            Self::Actor(_) => Aspect::Actor,
            Self::Place(_) => Aspect::Place,
            Self::Certainty(_) => Aspect::Certainty,
            Self::Modality(_) => Aspect::Modality,
            Self::Time(_) => Aspect::Time,
        }
    }

    fn answer(&self, event: &Event) -> Answer {
        let holds = match self {
            Self::Kind(kind) => event.kind == *kind,
            Self::Actor(who) => event.actors.iter().any(|actor| who.is(actor.id.as_deref(), &actor.name)),
            Self::Place(name) => event.places.iter().any(|place| place.name == *name),
            Self::Certainty(certainty) => event.when.certainty == *certainty,
            Self::Modality(modality) => event.modality == *modality,
            Self::Time(range) => return in_time(event, *range),
        };
        if holds { Answer::Yes } else { Answer::No }
    }
}

/// Whether an event may have happened in a range. An end that the text leaves open stays open; where it gives none,
/// nothing is guessed.
fn in_time(event: &Event, range: TimeRange) -> Answer {
    let when = &event.when;
    let bounds = match when.certainty {
        Certainty::Undated => return Answer::Unknown,
        Certainty::Ordered if when.bounds.range().is_none() => return Answer::Unknown,
        Certainty::Ongoing => {
            Bounds { earliest: when.begin.and_then(|begin| begin.earliest).or(when.bounds.earliest), latest: None }
        }
        Certainty::Exact | Certainty::Bounded | Certainty::OneSided | Certainty::Ordered => when.bounds,
    };
    let start = bounds.earliest.map_or(TimePoint(i64::MIN), Moment::start);
    let end = bounds.latest.map_or(TimePoint(i64::MAX), Moment::end);
    if start < range.end && range.start < end { Answer::Yes } else { Answer::No }
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

    /// Adds a condition, or takes it away where it is one of them. Of time there is one range, the last.
    pub fn toggle(&mut self, condition: Condition) {
        if self.has(&condition) {
            return self.conditions.retain(|other| *other != condition);
        }
        let aspect = condition.aspect();
        if aspect == Aspect::Time {
            self.conditions.retain(|other| other.aspect() != Aspect::Time);
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
        let mut sifted = Sifted { passes: Vec::with_capacity(events.len()), ..Sifted::default() };
        for event in events {
            let answer = self.answer(event);
            sifted.passes.push(answer == Answer::Yes);
            sifted.n_passed += usize::from(answer == Answer::Yes);
            sifted.n_undated += usize::from(answer == Answer::Unknown);
        }
        sifted
    }

    fn answer(&self, event: &Event) -> Answer {
        let mut answer = Answer::Yes;
        for alternatives in self.conditions.chunk_by(|a, b| a.aspect() == b.aspect()) {
            match any(alternatives, event) {
                Answer::Yes => {}
                Answer::No => return Answer::No,
                Answer::Unknown => answer = Answer::Unknown,
            }
        }
        answer
    }
}

fn any(alternatives: &[Condition], event: &Event) -> Answer {
    let mut answer = Answer::No;
    for condition in alternatives {
        match condition.answer(event) {
            Answer::Yes => return Answer::Yes,
            Answer::No => {}
            Answer::Unknown => answer = Answer::Unknown,
        }
    }
    answer
}

impl Sifted {
    /// Whether an event passes.
    #[must_use]
    pub fn passes(&self, event: EventId) -> bool {
        self.passes.get(event.index()) == Some(&true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::sample::{article, at, by, event, moment, on, ordered, undated};

    fn passing(filter: &Filter, events: &[Event]) -> Vec<usize> {
        let sifted = filter.sift(events);
        let ids: Vec<usize> = (0..events.len()).filter(|&at| sifted.passes[at]).collect();
        assert_eq!(ids.len(), sifted.n_passed);
        ids
    }

    fn filter(conditions: Vec<Condition>) -> Filter {
        let mut filter = Filter::default();
        conditions.into_iter().for_each(|condition| filter.toggle(condition));
        filter
    }

    fn who(id: Option<&str>, name: &str) -> Condition {
        Condition::Actor(Who { id: id.map(str::to_owned), name: name.to_owned() })
    }

    fn between(start: &str, end: &str) -> Condition {
        Condition::Time(TimeRange { start: moment(start).start(), end: moment(end).end() })
    }

    #[test]
    fn without_a_condition_all_pass() {
        let events = article().events;
        assert_eq!(passing(&Filter::default(), &events).len(), events.len());
    }

    #[test]
    fn of_one_aspect_any_holds_and_of_several_all() {
        let events = article().events;
        let two = filter(vec![Condition::Kind(EventKind::Sanction), Condition::Kind(EventKind::Assault)]);
        assert_eq!(passing(&two, &events), [0, 1]);
        let both = filter(vec![Condition::Kind(EventKind::Reject), who(Some("RUS"), "موسكو")]);
        assert_eq!(passing(&both, &events), [12]);
        let none = filter(vec![Condition::Kind(EventKind::Assault), who(Some("RUS"), "روسيا")]);
        assert_eq!(passing(&none, &events), Vec::<usize>::new());
    }

    #[test]
    fn a_state_is_known_by_its_id_and_others_by_their_names() {
        let kind = EventKind::Other;
        let events =
            [by(on("2025-01-01"), kind, "واشنطن", Some("USA")), by(on("2025-01-01"), kind, "واشنطن", None), on("2025-01-01")];
        assert_eq!(passing(&filter(vec![who(Some("USA"), "أمريكا")]), &events), [0]);
        assert_eq!(passing(&filter(vec![who(None, "واشنطن")]), &events), [1]);
    }

    #[test]
    fn places_certainty_and_modality_are_asked_for_too() {
        let mut planned = at(on("2025-01-01"), "صنعاء");
        planned.modality = Modality::Planned;
        let events = [planned, at(undated("u"), "صنعاء"), at(on("2025-01-02"), "عدن")];
        let place = Condition::Place("صنعاء".to_owned());
        assert_eq!(passing(&filter(vec![place.clone()]), &events), [0, 1]);
        assert_eq!(passing(&filter(vec![place.clone(), Condition::Certainty(Certainty::Exact)]), &events), [0]);
        assert_eq!(passing(&filter(vec![Condition::Modality(Modality::Planned)]), &events), [0]);
        assert_eq!(passing(&filter(vec![place.clone(), place]), &events).len(), 3, "the second one takes the first away");
    }

    #[test]
    fn what_may_have_happened_in_a_range_passes() {
        use Certainty::{Bounded, OneSided, Ongoing};
        let events = [
            event("inside", Bounded, Some("2025-03-01"), Some("2025-03-31")),
            event("across", Bounded, Some("2024-12-01"), Some("2025-03-05")),
            event("until", OneSided, None, Some("2024-12-31")),
            event("since", OneSided, Some("2024-12-31"), None),
            event("ongoing", Ongoing, Some("2025-01-15"), Some("2025-01-15")),
            on("2025-04-01"),
        ];
        assert_eq!(passing(&filter(vec![between("2025-03-01", "2025-03-31")]), &events), [0, 1, 3, 4]);
        assert_eq!(passing(&filter(vec![between("2024-12-31", "2024-12-31")]), &events), [1, 2, 3]);
    }

    #[test]
    fn what_nothing_dates_is_counted_apart() {
        let events = [on("2025-04-01"), undated("u"), ordered("o"), by(undated("a"), EventKind::Aid, "أ", None)];
        let sifted = filter(vec![between("2025-04-01", "2025-04-01")]).sift(&events);
        assert_eq!((sifted.n_passed, sifted.n_undated), (1, 3));
        // Another condition excludes some of them for sure.
        let sifted = filter(vec![between("2025-04-01", "2025-04-01"), Condition::Kind(EventKind::Aid)]).sift(&events);
        assert_eq!((sifted.n_passed, sifted.n_undated), (0, 1));
    }

    #[test]
    fn conditions_of_an_aspect_stand_together_and_a_range_replaces_the_last() {
        let mut filter =
            filter(vec![between("2025-01-01", "2025-01-02"), Condition::Kind(EventKind::Aid), who(None, "أ"), who(None, "ب")]);
        filter.toggle(Condition::Kind(EventKind::Agree));
        filter.toggle(between("2025-02-01", "2025-02-02"));
        let aspects: Vec<Aspect> = filter.conditions().iter().map(Condition::aspect).collect();
        assert_eq!(aspects, [Aspect::Kind, Aspect::Kind, Aspect::Actor, Aspect::Actor, Aspect::Time]);
        assert_eq!(filter.time().map(|range| range.start), Some(moment("2025-02-01").start()));
        filter.clear();
        assert!(filter.is_empty());
    }
}
