//! The chronology in plain words, for the clipboard: when, what, and the sentence that says so.

use super::chronology::{Chronology, Entry};
use super::{Choice, Subject};
use crate::base::Message;
use crate::i18n::{I18n, without_isolates};

/// All events that are chosen, a blank line between them, after the title and the source.
#[must_use]
pub fn text(subject: &Subject<'_>, choice: &Choice, i18n: &I18n) -> String {
    let chronology = Chronology::new(subject, choice);
    let byline = subject.byline(i18n).join(&i18n.text("timeline-separator"));
    let head = [subject.name(i18n), byline, subject.url().unwrap_or_default().to_owned()];
    let mut blocks = vec![head.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")];
    for (key, entries) in chronology.parts() {
        blocks.push(i18n.text(key));
        blocks.extend(entries.iter().map(|entry| entry_text(subject, entry, i18n)));
    }
    without_isolates(&blocks.join("\n\n"))
}

fn entry_text(subject: &Subject<'_>, entry: &Entry<'_>, i18n: &I18n) -> String {
    let when = Message::new("export-dated-title").with_text("when", entry.dating(i18n)).with_text("title", entry.title);
    let quotation = subject.quotation(entry);
    let quotation = (!quotation.is_empty()).then(|| i18n.message(&Message::new("copy-quotation").with_text("words", quotation)));
    [Some(i18n.message(&when)), quotation].into_iter().flatten().collect::<Vec<_>>().join("\n")
}
