//! What a picture of the timeline says besides titles, before it is put into a language; whoever paints one says the same.

use crate::base::{Arg, Message, Moment};
use crate::event::EventKind;

/// What stands at the publication line.
#[must_use]
pub fn publication_message(published: Option<Moment>) -> Message {
    let message = Message::new("timeline-published");
    match published {
        Some(moment) => message.with("date", Arg::Moment(moment)),
        None => message,
    }
}

/// What stands before the title of an event: the glyph of its kind, but of a table's rows nobody says a kind.
#[must_use]
pub fn sign(kind: EventKind, in_table: bool) -> String {
    if in_table { String::new() } else { format!("{} ", kind.glyph()) }
}
