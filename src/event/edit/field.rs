//! What an edit makes of one field of an event.

use super::{Value, WrittenWhen};
use crate::base::{Arg, Bounds, Message};
use crate::event::by_hand::Field;
use crate::event::explanation::Step;
use crate::event::occurrence::{Basis, Certainty, Event, Precision, When};

/// Gives a field a value of the reader's.
pub(super) fn set(event: &mut Event, value: &Value) {
    match value {
        Value::Title(title) => event.title.clone_from(title),
        Value::Kind(kind) => event.kind = *kind,
        Value::Actors(actors) => event.actors.clone_from(actors),
        Value::Places(places) => event.places.clone_from(places),
        Value::Modality(modality) => event.modality = *modality,
        Value::When(written) => event.when = written.when(),
    }
    // PLOVER's modes and contexts are of one kind only.
    if matches!(value, Value::Kind(_)) {
        (event.mode, event.context) = (None, Vec::new());
    }
    event.by_hand.set(value.field(), true);
}

/// Gives a field back what was found.
pub(super) fn restore(event: &mut Event, original: &Event, field: Field) {
    match field {
        Field::Title => event.title.clone_from(&original.title),
        Field::Kind => {
            event.kind = original.kind;
            (event.mode, event.context) = (original.mode.clone(), original.context.clone());
        }
        Field::Actors => event.actors.clone_from(&original.actors),
        Field::Places => event.places.clone_from(&original.places),
        Field::Modality => event.modality = original.modality,
        Field::When => event.when = original.when.clone(),
        Field::Event => return,
    }
    event.by_hand.set(field, original.by_hand.has(field));
}

impl WrittenWhen {
    /// The time of an event, resting on the reader's word.
    #[must_use]
    pub fn when(&self) -> When {
        when(&self.words, self.bounds)
    }
}

fn when(words: &str, bounds: Bounds) -> When {
    let certainty = match (bounds.earliest, bounds.latest) {
        (Some(_), Some(_)) if bounds.is_one_day() => Certainty::Exact,
        (Some(_), Some(_)) => Certainty::Bounded,
        (None, None) => Certainty::Undated,
        _ => Certainty::OneSided,
    };
    let dates = |message: Message| message.with("dates", Arg::Bounds(bounds));
    let (rule, message) = match certainty {
        Certainty::Undated => ("reader/undated", Message::new("why-reader-undated")),
        _ if words.is_empty() => ("reader/drawn", dates(Message::new("why-reader-drawn"))),
        _ => ("reader/date", dates(Message::new("why-reader-date").with_text("words", words))),
    };
    When {
        bounds,
        precision: Precision::of(bounds),
        certainty,
        basis: Basis::Reader,
        timex: None,
        begin: None,
        end: None,
        explanation: vec![Step { rule: rule.into(), message, spans: Vec::new() }],
    }
}

/// The lower, the more is known.
pub(super) fn rank(when: &When) -> usize {
    let certainty = Certainty::ALL.iter().position(|certainty| *certainty == when.certainty).unwrap_or(usize::MAX);
    if when.basis == Basis::Reader { 0 } else { certainty + 1 }
}
