//! Where a time of the reader's contradicts an order that the text names.

use crate::base::Message;
use crate::event::by_hand::Field;
use crate::event::extraction::{Extraction, Warning};
use crate::event::occurrence::EventId;
use crate::event::tlink::Tlink;

/// The links that a time of the reader's contradicts.
pub(super) fn contradictions(extraction: &Extraction) -> Vec<Warning> {
    let by_hand = |id: EventId| extraction.event(id).is_some_and(|event| event.by_hand.has(Field::When));
    let contradicted = |link: &&Tlink| {
        let Some((earlier, later)) = link.in_order().filter(|(a, b)| by_hand(*a) || by_hand(*b)) else { return false };
        let (Some(a), Some(b)) = (extraction.event(earlier), extraction.event(later)) else { return false };
        let earliest = a.when.bounds.earliest.map(|moment| moment.start());
        let latest = b.when.bounds.latest.map(|moment| moment.end());
        earliest.zip(latest).is_some_and(|(earliest, latest)| earliest >= latest)
    };
    let warning = |link: &Tlink| Warning {
        code: "reader-contradiction".into(),
        message: Message::new("warning-reader-contradiction"),
        spans: link.cue.into_iter().collect(),
    };
    extraction.tlinks.iter().filter(contradicted).map(warning).collect()
}
