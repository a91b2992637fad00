//! An event: what happened, who, where, when, and the words that say so.

use chrono::Datelike;

use super::by_hand::ByHand;
use super::explanation::Step;
use super::kind::EventKind;
use super::timex::TimexId;
use crate::base::{Bounds, Name, TextSpan};

/// The place of an event in [`super::Extraction::events`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventId(pub u32);

impl EventId {
    /// The place in the list.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Something that happened, is happening or is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// A clause that stands by itself, in the article's language.
    pub title: String,
    /// The PLOVER type.
    pub kind: EventKind,
    /// PLOVER's mode, such as `aerial`.
    pub mode: Option<Name>,
    /// PLOVER's contexts, such as `military`.
    pub context: Vec<Name>,
    /// The mention that dates the event best.
    pub mention: Mention,
    /// Where the event is told again, the headline included.
    pub other_mentions: Vec<Mention>,
    /// Who took part.
    pub actors: Vec<Actor>,
    /// Where.
    pub places: Vec<Place>,
    /// Whether it is told as a fact.
    pub modality: Modality,
    /// When.
    pub when: When,
    /// What of it the reader set, and no rule found.
    pub by_hand: ByHand,
}

/// The words that tell an event once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The verb or noun itself.
    pub trigger: TextSpan,
    /// The sentence it stands in.
    pub sentence: TextSpan,
}

/// Somebody or something that takes part in an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// What it does there.
    pub role: ActorRole,
    /// The name by which the article knows it; the same for the same actor.
    pub name: String,
    /// ISO 3166-1 alpha-3, for states and what stands for them.
    pub id: Option<String>,
    /// The words that name it here.
    pub span: TextSpan,
}

/// The part an actor plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActorRole {
    /// Does it.
    Source,
    /// It is done to.
    Target,
    /// Takes part.
    Participant,
}

impl ActorRole {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Source, Self::Target, Self::Participant];

    /// The word of the JSON contract.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Target => "target",
            Self::Participant => "participant",
        }
    }

    /// The key of its name in the interface's language.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Source => "role-source",
            Self::Target => "role-target",
            Self::Participant => "role-participant",
        }
    }
}

/// Where an event takes place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The name by which the article knows it.
    pub name: String,
    /// ISO 3166-1 alpha-3 of the country it is or lies in, where known.
    pub id: Option<String>,
    /// The words that name it here.
    pub span: TextSpan,
}

/// Whether an event is told as a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Modality {
    /// Told as a fact.
    Asserted,
    /// Told as what somebody says.
    Reported,
    /// Told by one, denied by another.
    Denied,
    /// To come.
    Planned,
    /// Was to come, and will not.
    Cancelled,
}

impl Modality {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Asserted, Self::Reported, Self::Denied, Self::Planned, Self::Cancelled];

    /// The word of the JSON contract.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Reported => "reported",
            Self::Denied => "denied",
            Self::Planned => "planned",
            Self::Cancelled => "cancelled",
        }
    }

    /// The key of its name in the interface's language.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Asserted => "modality-asserted",
            Self::Reported => "modality-reported",
            Self::Denied => "modality-denied",
            Self::Planned => "modality-planned",
            Self::Cancelled => "modality-cancelled",
        }
    }
}

/// When an event happened, and how sure that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// It happened within these.
    pub bounds: Bounds,
    /// The smallest calendar unit that holds both bounds.
    pub precision: Option<Precision>,
    /// How sure its time is.
    pub certainty: Certainty,
    /// What its time rests on.
    pub basis: Basis,
    /// The expression that dates it.
    pub timex: Option<TimexId>,
    /// Where it lasts: when it began.
    pub begin: Option<Bounds>,
    /// Where it lasts: when it ended.
    pub end: Option<Bounds>,
    /// The steps that lead there; never empty.
    pub explanation: Vec<Step>,
}

/// A calendar unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Precision {
    Day,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Precision {
    /// All of them, the shortest first.
    pub const ALL: [Self; 6] = [Self::Day, Self::Month, Self::Quarter, Self::Year, Self::Decade, Self::Century];

    /// The smallest unit that holds both bounds.
    #[must_use]
    pub fn of(bounds: Bounds) -> Option<Self> {
        let (a, b) = (bounds.earliest?.day(), bounds.latest?.day());
        let (a_year, b_year) = (a.year(), b.year());
        if a == b {
            Some(Self::Day)
        } else if (a_year, a.month()) == (b_year, b.month()) {
            Some(Self::Month)
        } else if a_year == b_year && a.month0() / 3 == b.month0() / 3 {
            Some(Self::Quarter)
        } else if a_year == b_year {
            Some(Self::Year)
        } else if a_year.div_euclid(10) == b_year.div_euclid(10) {
            Some(Self::Decade)
        } else {
            (a_year.div_euclid(100) == b_year.div_euclid(100)).then_some(Self::Century)
        }
    }

    /// The word of the JSON contract.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }

    /// The key of its name in the interface's language.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Day => "precision-day",
            Self::Month => "precision-month",
            Self::Quarter => "precision-quarter",
            Self::Year => "precision-year",
            Self::Decade => "precision-decade",
            Self::Century => "precision-century",
        }
    }
}

/// How sure the time of an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// Both bounds on one calendar day.
    Exact,
    /// Both bounds known, wider.
    Bounded,
    /// One bound known from the text.
    OneSided,
    /// No bound from the text, but a link gives a neighbour.
    Ordered,
    /// No more than "before publication", or nothing.
    Undated,
    /// Still going on at publication.
    Ongoing,
}

impl Certainty {
    /// All of them, the surest first.
    pub const ALL: [Self; 6] = [Self::Exact, Self::Bounded, Self::OneSided, Self::Ongoing, Self::Ordered, Self::Undated];

    /// The word of the JSON contract.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Bounded => "bounded",
            Self::OneSided => "one-sided",
            Self::Ordered => "ordered",
            Self::Undated => "undated",
            Self::Ongoing => "ongoing",
        }
    }

    /// The key of its name in the interface's language.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Exact => "certainty-exact",
            Self::Bounded => "certainty-bounded",
            Self::OneSided => "certainty-one-sided",
            Self::Ordered => "certainty-ordered",
            Self::Undated => "certainty-undated",
            Self::Ongoing => "certainty-ongoing",
        }
    }
}

/// What the time of an event rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// A full date in the text.
    Explicit,
    /// Resolved against the publication date or another expression.
    Relative,
    /// A temporal link.
    Ordered,
    /// Being told as past news, only.
    Narrative,
    /// The reader's word, whatever the text says.
    Reader,
    /// Nothing.
    None,
}

impl Basis {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Explicit, Self::Relative, Self::Ordered, Self::Narrative, Self::Reader, Self::None];

    /// The word of the JSON contract.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::Relative => "relative",
            Self::Ordered => "ordered",
            Self::Narrative => "narrative",
            Self::Reader => "reader",
            Self::None => "none",
        }
    }

    /// The key of its name in the interface's language.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Explicit => "basis-explicit",
            Self::Relative => "basis-relative",
            Self::Ordered => "basis-ordered",
            Self::Narrative => "basis-narrative",
            Self::Reader => "basis-reader",
            Self::None => "basis-none",
        }
    }
}
