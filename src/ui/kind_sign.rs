//! The sign of a kind of event. PLACEHOLDER until the faces bring theirs.

use crate::event::EventKind;

/// One letter that tells the kind without its colour.
#[must_use]
pub fn glyph(kind: EventKind) -> char {
    match kind {
        EventKind::Agree => '✓',
        EventKind::Consult => '☎',
        EventKind::Support => '☆',
        EventKind::Concede => '↓',
        EventKind::Cooperate => '⇄',
        EventKind::Aid => '＋',
        EventKind::Retreat => '↩',
        EventKind::Request => '؟',
        EventKind::Accuse => '!',
        EventKind::Reject => '✕',
        EventKind::Threaten => '⚠',
        EventKind::Protest => '⚑',
        EventKind::Sanction => '⊘',
        EventKind::Mobilize => '▲',
        EventKind::Coerce => '⚖',
        EventKind::Assault => '✸',
        EventKind::Other => '●',
    }
}
