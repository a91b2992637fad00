//! Which events the text itself puts before, after or beside another.
//! Knows no screen.

use crate::event::{EventId, Extraction, LinkEnd, TlinkType};

/// Where a related event stands, seen from the one that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Relation {
    /// Before it.
    Before,
    /// At the same time, or around it, or in it.
    Same,
    /// After it.
    After,
}

impl Relation {
    /// The key of its name in the interface's language.
    #[must_use]
    pub(super) fn message_key(self) -> &'static str {
        match self {
            Self::Before => "card-related-before",
            Self::Same => "card-related-same",
            Self::After => "card-related-after",
        }
    }

    fn of(link: TlinkType) -> Self {
        match link {
            TlinkType::Before | TlinkType::IBefore => Self::Before,
            TlinkType::After | TlinkType::IAfter => Self::After,
            TlinkType::Includes
            | TlinkType::IsIncluded
            | TlinkType::During
            | TlinkType::Simultaneous
            | TlinkType::Begins
            | TlinkType::BegunBy
            | TlinkType::Ends
            | TlinkType::EndedBy
            | TlinkType::Identity => Self::Same,
        }
    }

    fn reversed(self) -> Self {
        match self {
            Self::Before => Self::After,
            Self::Same => Self::Same,
            Self::After => Self::Before,
        }
    }
}

/// The events that links relate to `id`, those before it first, each once.
#[must_use]
pub(super) fn related(extraction: &Extraction, id: EventId) -> Vec<(Relation, EventId)> {
    let links = extraction.tlinks.iter().filter_map(|link| {
        let (LinkEnd::Event(from), LinkEnd::Event(to)) = (link.from, link.to) else { return None };
        let relation = Relation::of(link.link_type);
        match (from == id, to == id) {
            (false, true) => Some((relation, from)),
            (true, false) => Some((relation.reversed(), to)),
            _ => None,
        }
    });
    let mut related: Vec<_> = links.collect();
    related.sort_unstable();
    related.dedup();
    related
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Tlink;
    use crate::ui::testing;

    fn link(from: u32, link_type: TlinkType, to: u32) -> Tlink {
        Tlink { from: LinkEnd::Event(EventId(from)), to: LinkEnd::Event(EventId(to)), link_type, cue: None }
    }

    #[test]
    fn links_are_read_from_both_ends() {
        let mut extraction = testing::document().extraction;
        extraction.tlinks = vec![
            link(0, TlinkType::Before, 1),
            link(1, TlinkType::IBefore, 2),
            link(3, TlinkType::After, 1),
            link(1, TlinkType::Includes, 4),
            link(1, TlinkType::After, 0),
        ];
        let expected = [
            (Relation::Before, EventId(0)),
            (Relation::Same, EventId(4)),
            (Relation::After, EventId(2)),
            (Relation::After, EventId(3)),
        ];
        assert_eq!(related(&extraction, EventId(1)), expected);
        assert_eq!(related(&extraction, EventId(0)), [(Relation::After, EventId(1))]);
    }
}
