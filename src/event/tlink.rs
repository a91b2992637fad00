//! Temporal links between events and temporal expressions.
//! Source: TimeML 1.2.1, TLINK.

use super::occurrence::EventId;
use super::timex::TimexId;
use crate::base::TextSpan;

/// `from` stands in the relation `link_type` to `to`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tlink {
    /// What is related.
    pub from: LinkEnd,
    /// What it is related to.
    pub to: LinkEnd,
    /// How.
    pub link_type: TlinkType,
    /// The words that say so, where words do.
    pub cue: Option<TextSpan>,
}

impl Tlink {
    /// The earlier and the later event, where the link orders two.
    #[must_use]
    pub fn in_order(&self) -> Option<(EventId, EventId)> {
        let (LinkEnd::Event(from), LinkEnd::Event(to)) = (self.from, self.to) else { return None };
        match self.link_type {
            TlinkType::Before | TlinkType::IBefore => Some((from, to)),
            TlinkType::After | TlinkType::IAfter => Some((to, from)),
            _ => None,
        }
    }
}

/// An end of a temporal link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LinkEnd {
    /// An event.
    Event(EventId),
    /// A temporal expression.
    Timex(TimexId),
}

/// TimeML's relation types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are TimeML's own")]
pub enum TlinkType {
    Before,
    After,
    IBefore,
    IAfter,
    Includes,
    IsIncluded,
    During,
    Simultaneous,
    Begins,
    BegunBy,
    Ends,
    EndedBy,
    Identity,
}

impl TlinkType {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Before,
        Self::After,
        Self::IBefore,
        Self::IAfter,
        Self::Includes,
        Self::IsIncluded,
        Self::During,
        Self::Simultaneous,
        Self::Begins,
        Self::BegunBy,
        Self::Ends,
        Self::EndedBy,
        Self::Identity,
    ];

    /// TimeML's name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::IBefore => "IBEFORE",
            Self::IAfter => "IAFTER",
            Self::Includes => "INCLUDES",
            Self::IsIncluded => "IS_INCLUDED",
            Self::During => "DURING",
            Self::Simultaneous => "SIMULTANEOUS",
            Self::Begins => "BEGINS",
            Self::BegunBy => "BEGUN_BY",
            Self::Ends => "ENDS",
            Self::EndedBy => "ENDED_BY",
            Self::Identity => "IDENTITY",
        }
    }
}
