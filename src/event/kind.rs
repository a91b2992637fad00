//! The kinds of event of the PLOVER ontology.
//! Source: PLOVER manual, draft 0.8 (Open Event Data Alliance).

use crate::base::named;

/// A PLOVER event type, or none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are PLOVER's own")]
pub enum EventKind {
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
    /// A birth, a match, an earthquake, a statement without policy.
    Other,
}

/// The four quadrants of PLOVER's types, which give an event its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Quadrant {
    /// Words that bring together.
    VerbalCooperation,
    /// Deeds that bring together.
    MaterialCooperation,
    /// Words that set apart.
    VerbalConflict,
    /// Deeds that set apart.
    MaterialConflict,
    /// None of these.
    Other,
}

impl EventKind {
    /// All kinds, in PLOVER's order.
    pub const ALL: [Self; 17] = [
        Self::Agree,
        Self::Consult,
        Self::Support,
        Self::Concede,
        Self::Cooperate,
        Self::Aid,
        Self::Retreat,
        Self::Request,
        Self::Accuse,
        Self::Reject,
        Self::Threaten,
        Self::Protest,
        Self::Sanction,
        Self::Mobilize,
        Self::Coerce,
        Self::Assault,
        Self::Other,
    ];

    /// PLOVER's name, as in the JSON contract.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agree => "AGREE",
            Self::Consult => "CONSULT",
            Self::Support => "SUPPORT",
            Self::Concede => "CONCEDE",
            Self::Cooperate => "COOPERATE",
            Self::Aid => "AID",
            Self::Retreat => "RETREAT",
            Self::Request => "REQUEST",
            Self::Accuse => "ACCUSE",
            Self::Reject => "REJECT",
            Self::Threaten => "THREATEN",
            Self::Protest => "PROTEST",
            Self::Sanction => "SANCTION",
            Self::Mobilize => "MOBILIZE",
            Self::Coerce => "COERCE",
            Self::Assault => "ASSAULT",
            Self::Other => "OTHER",
        }
    }

    /// The kind of PLOVER's name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        named(Self::ALL, Self::as_str, name)
    }

    /// The key of its name in the interface's language.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Agree => "kind-agree",
            Self::Consult => "kind-consult",
            Self::Support => "kind-support",
            Self::Concede => "kind-concede",
            Self::Cooperate => "kind-cooperate",
            Self::Aid => "kind-aid",
            Self::Retreat => "kind-retreat",
            Self::Request => "kind-request",
            Self::Accuse => "kind-accuse",
            Self::Reject => "kind-reject",
            Self::Threaten => "kind-threaten",
            Self::Protest => "kind-protest",
            Self::Sanction => "kind-sanction",
            Self::Mobilize => "kind-mobilize",
            Self::Coerce => "kind-coerce",
            Self::Assault => "kind-assault",
            Self::Other => "kind-other",
        }
    }

    /// The sign that stands for it: each differs from the others by its shape alone.
    #[must_use]
    pub fn glyph(self) -> char {
        match self {
            // Checked off: both sides said yes.
            Self::Agree => '✓',
            // A call.
            Self::Consult => '☎',
            // A star is given for merit.
            Self::Support => '★',
            // The white flag.
            Self::Concede => '⚐',
            // Something goes each way.
            Self::Cooperate => '⇄',
            // The cross of first aid.
            Self::Aid => '✚',
            // An arrow that turns back.
            Self::Retreat => '⤺',
            // A question, as Arabic writes it.
            Self::Request => '؟',
            // The scales of a court.
            Self::Accuse => '⚖',
            // Crossed out.
            Self::Reject => '✕',
            // The sign of a danger ahead.
            Self::Threaten => '⚠',
            // A raised banner.
            Self::Protest => '⚑',
            // No entry.
            Self::Sanction => '⊘',
            // Up, and pointed.
            Self::Mobilize => '▲',
            // Behind bars.
            Self::Coerce => '▥',
            // A burst.
            Self::Assault => '✸',
            // A plain dot: it says nothing more.
            Self::Other => '●',
        }
    }

    /// Words or deeds, together or apart.
    #[must_use]
    pub fn quadrant(self) -> Quadrant {
        match self {
            Self::Agree | Self::Consult | Self::Support | Self::Concede => Quadrant::VerbalCooperation,
            Self::Cooperate | Self::Aid | Self::Retreat => Quadrant::MaterialCooperation,
            Self::Request | Self::Accuse | Self::Reject | Self::Threaten => Quadrant::VerbalConflict,
            Self::Protest | Self::Sanction | Self::Mobilize | Self::Coerce | Self::Assault => Quadrant::MaterialConflict,
            Self::Other => Quadrant::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_kind_has_a_glyph_of_its_own() {
        let glyphs: BTreeSet<char> = EventKind::ALL.into_iter().map(EventKind::glyph).collect();
        assert_eq!(glyphs.len(), EventKind::ALL.len());
    }

    #[test]
    fn every_glyph_is_in_the_fonts() {
        // The question mark is a letter of the text faces; the font of signs is made from this list.
        let signs = include_str!("../../scripts/symbols.txt");
        for kind in EventKind::ALL.into_iter().filter(|kind| kind.glyph() != '؟') {
            assert!(signs.contains(kind.glyph()), "{kind:?}");
        }
    }
}
