//! Which lane an event stands in.
//! Knows neither rows nor pixels; the words for kinds and for the rest are the interface's.

use std::collections::HashMap;

use crate::event::{ActorRole, Event, EventKind, EventTable, LaneName};

/// What the lanes stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LaneGrouping {
    /// Who did it.
    Actor,
    /// What kind of event.
    Kind,
    /// Where.
    Place,
    /// One lane for all.
    None,
}

impl LaneGrouping {
    /// All of them, in the order in which one follows the other.
    pub const ALL: [Self; 4] = [Self::Actor, Self::Kind, Self::Place, Self::None];

    /// Its place among all of them.
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Self::Actor => 0,
            Self::Kind => 1,
            Self::Place => 2,
            Self::None => 3,
        }
    }

    /// The one after this, the first after the last.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Actor => Self::Kind,
            Self::Kind => Self::Place,
            Self::Place => Self::None,
            Self::None => Self::Actor,
        }
    }

    /// The key of its name in the interface's language.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Actor => "lanes-actor",
            Self::Kind => "lanes-kind",
            Self::Place => "lanes-place",
            Self::None => "lanes-none",
        }
    }

    /// Its name in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Kind => "kind",
            Self::Place => "place",
            Self::None => "none",
        }
    }

    /// The one of a name in a file; `None` for one of a newer program.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        crate::base::named(Self::ALL, Self::as_str, name)
    }
}

/// The name of a lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LaneTitle {
    /// A name of the article.
    Name(String),
    /// A kind of event.
    Kind(EventKind),
    /// Those that have none of what the other lanes stand for.
    Others,
    /// What has a lane of its own nowhere: rows of a table that name none, names beyond the most lanes.
    Rest,
    /// All events.
    All,
}

impl LaneTitle {
    /// The key of its name in the interface's language; `None` where it has a name of the article. `by_place`: the lanes stand
    /// for places.
    #[must_use]
    pub fn message_key(&self, by_place: bool) -> Option<&'static str> {
        match self {
            Self::Name(_) => None,
            Self::Kind(kind) => Some(kind.message_key()),
            Self::Others if by_place => Some("timeline-lane-no-place"),
            Self::Others => Some("timeline-lane-no-actor"),
            Self::Rest => Some("timeline-lane-rest"),
            Self::All => Some("timeline-lane-all"),
        }
    }

    /// What it is called: its name in the article, else what `text` makes of the key of its name.
    #[must_use]
    pub fn said(&self, by_place: bool, text: impl FnOnce(&'static str) -> String) -> String {
        self.message_key(by_place).map_or_else(|| self.name().to_owned(), text)
    }

    /// Its name in the article; empty where it has none.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Name(name) => name,
            _ => "",
        }
    }
}

/// What makes two events stand in one lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LaneKey {
    /// A state, by its ISO 3166-1 alpha-3 code.
    Id(String),
    /// A name of the article.
    Name(String),
    /// A kind of event.
    Kind(EventKind),
    /// Nothing of what the other lanes stand for.
    Others,
    /// That they are events.
    All,
}

/// A lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// What makes it a lane, whatever it is called.
    pub key: LaneKey,
    /// What it is called.
    pub title: LaneTitle,
    /// How many events stand in it.
    pub n_events: usize,
    /// Whether it is one row without titles.
    pub collapsed: bool,
}

/// A [`LaneKey`] while events are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key<'a> {
    Id(&'a str),
    Name(&'a str),
    Kind(EventKind),
    Others,
    All,
}

impl Key<'_> {
    fn owned(&self) -> LaneKey {
        match *self {
            Self::Id(id) => LaneKey::Id(id.to_owned()),
            Self::Name(name) => LaneKey::Name(name.to_owned()),
            Self::Kind(kind) => LaneKey::Kind(kind),
            Self::Others => LaneKey::Others,
            Self::All => LaneKey::All,
        }
    }
}

/// A lane while its events are being counted.
struct Group<'a> {
    key: Key<'a>,
    n_events: usize,
    /// The names it goes by, in order of appearance, with their counts.
    names: Vec<(&'a str, usize)>,
}

/// There are never more lanes: what would stand in a later one stands among the rest.
const MOST_LANES: usize = 400;

/// The lanes of some events (in reading order), and for each event its lane.
/// The fullest lane comes first, then the one that appears first; the rest comes last.
#[must_use]
pub fn lanes_of(events: &[&Event], grouping: LaneGrouping) -> (Vec<Lane>, Vec<u16>) {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut by_key: HashMap<Key<'_>, usize> = HashMap::new();
    let mut group_of = Vec::with_capacity(events.len());
    for event in events {
        let (key, name) = key_of(event, grouping);
        let at = *by_key.entry(key).or_insert_with(|| {
            groups.push(Group { key, n_events: 0, names: Vec::new() });
            groups.len() - 1
        });
        groups[at].count(name);
        group_of.push(at);
    }
    let (lanes, lane_of_group) = arranged(&groups);
    (lanes, group_of.into_iter().map(|at| lane_of_group[at]).collect())
}

/// The lanes of a table's rows, and for each row its lane. Only [`LaneGrouping::None`] puts all into one.
#[must_use]
pub fn lanes_of_table(table: &EventTable, grouping: LaneGrouping) -> (Vec<Lane>, Vec<u16>) {
    let rows = table.rows();
    if grouping == LaneGrouping::None {
        let all = Group { key: Key::All, n_events: rows.len(), names: Vec::new() };
        return (vec![all.lane()], vec![0; rows.len()]);
    }
    let others = table.lane_names().len();
    let named = table.lane_names().iter().map(|name| Key::Name(name.as_str()));
    let keys = named.chain(std::iter::once(Key::Others));
    let mut groups: Vec<Group<'_>> = keys.map(|key| Group { key, n_events: 0, names: Vec::new() }).collect();
    let group_of = |lane: Option<LaneName>| lane.map_or(others, LaneName::index).min(others);
    for row in rows {
        groups[group_of(row.lane)].n_events += 1;
    }
    if groups[others].n_events == 0 {
        groups.pop();
    }
    let (mut lanes, lane_of_group) = arranged(&groups);
    if let Some(last) = lanes.last_mut().filter(|lane| lane.title == LaneTitle::Others) {
        last.title = LaneTitle::Rest;
    }
    (lanes, rows.iter().map(|row| lane_of_group[group_of(row.lane)]).collect())
}

/// The lanes in their order, and for each group its lane.
fn arranged(groups: &[Group<'_>]) -> (Vec<Lane>, Vec<u16>) {
    let mut sorted: Vec<usize> = (0..groups.len()).collect();
    sorted.sort_by_key(|&at| (groups[at].key == Key::Others, std::cmp::Reverse(groups[at].n_events), at));
    let own = if sorted.len() > MOST_LANES { MOST_LANES - 1 } else { sorted.len() };
    let mut lanes: Vec<Lane> = sorted[..own].iter().map(|&at| groups[at].lane()).collect();
    let mut lane_of_group = vec![0; groups.len()];
    for (place, &at) in sorted.iter().enumerate() {
        // Below `MOST_LANES`, so it fits.
        lane_of_group[at] = u16::try_from(place.min(own)).unwrap_or(u16::MAX);
    }
    if own < sorted.len() {
        let n_events: usize = sorted[own..].iter().map(|&at| groups[at].n_events).sum();
        let rest = Group { key: Key::Others, n_events, names: Vec::new() }.lane();
        lanes.push(Lane { title: LaneTitle::Rest, ..rest });
    }
    (lanes, lane_of_group)
}

impl<'a> Group<'a> {
    fn count(&mut self, name: Option<&'a str>) {
        self.n_events += 1;
        let Some(name) = name else { return };
        match self.names.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => self.names.push((name, 1)),
        }
    }

    /// A state goes by the name that is used most; of two, by the one that comes first.
    fn lane(&self) -> Lane {
        let title = match self.key {
            Key::Kind(kind) => LaneTitle::Kind(kind),
            Key::Others => LaneTitle::Others,
            Key::All => LaneTitle::All,
            Key::Id(fallback) | Key::Name(fallback) => {
                let best = self.names.iter().rev().max_by_key(|(_, count)| *count);
                LaneTitle::Name(best.map_or(fallback, |(name, _)| name).to_owned())
            }
        };
        Lane { key: self.key.owned(), title, n_events: self.n_events, collapsed: false }
    }
}

fn key_of(event: &Event, grouping: LaneGrouping) -> (Key<'_>, Option<&str>) {
    match grouping {
        LaneGrouping::None => (Key::All, None),
        LaneGrouping::Kind => (Key::Kind(event.kind), None),
        LaneGrouping::Actor => {
            let source = event.actors.iter().find(|actor| actor.role == ActorRole::Source);
            let actor = source.or_else(|| event.actors.first());
            named(actor.map(|actor| (actor.id.as_deref(), actor.name.as_str())))
        }
        LaneGrouping::Place => named(event.places.first().map(|place| (None, place.name.as_str()))),
    }
}

fn named<'a>(who: Option<(Option<&'a str>, &'a str)>) -> (Key<'a>, Option<&'a str>) {
    match who {
        Some((Some(id), name)) => (Key::Id(id), Some(name)),
        Some((None, name)) => (Key::Name(name), Some(name)),
        None => (Key::Others, None),
    }
}
