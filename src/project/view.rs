//! How an article is looked at, by names and numbers that outlive the program. Knows no timeline: what it shows is the affair of `app`.

use crate::event::{Certainty, EventKind, Modality};

/// How an article is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// What the lanes stand for: `actor`, `kind`, `place`, `none`.
    pub lanes: Option<String>,
    /// Which way time runs: `rtl`, `ltr`.
    pub time: Option<String>,
    /// The first and the last second in view, counted from 1970.
    pub range: Option<(i64, i64)>,
    /// Whether the events are shown as a table.
    pub is_list: bool,
    /// Empty spans that stay open, by their first second and one past their last.
    pub unfolded: Vec<(i64, i64)>,
    /// Which events are asked for.
    pub asked: Vec<Asked>,
    /// Whether the others are hidden; else they are dimmed.
    pub hides_others: bool,
    /// What was made of the lanes.
    pub arranged: Vec<Arranged>,
}

/// What events are asked to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// Told in such words.
    Words(String),
    /// Of a kind.
    Kind(EventKind),
    /// Done by, to or with somebody.
    Actor {
        /// The name.
        name: String,
        /// ISO 3166-1 alpha-3, for states and what stands for them.
        id: Option<String>,
    },
    /// At a place.
    Place(String),
    /// Dated as surely as this.
    Certainty(Certainty),
    /// Told in this way.
    Modality(Modality),
    /// In a range of time: its first second and one past its last.
    Time(i64, i64),
}

/// Lanes that were moved, collapsed or hidden.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arranged {
    /// What they stand for.
    pub lanes: String,
    /// Those that were moved, and those that stood above them.
    pub order: Vec<LaneName>,
    /// Those that are one row.
    pub collapsed: Vec<LaneName>,
    /// Those that are hidden, and what they are called.
    pub hidden: Vec<(LaneName, LaneName)>,
}

/// What makes a lane, or what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LaneName {
    /// A state.
    Id(String),
    /// A name of the article.
    Name(String),
    /// A kind of event.
    Kind(EventKind),
    /// Those that have none of what the other lanes stand for.
    Others,
    /// Those that have a lane of their own nowhere.
    Rest,
    /// All events.
    All,
}
