//! The article on its page: line by line, with the sentences that tell events marked and linked to them.

use crate::base::{Message, TextSpan};
use crate::event::EventId;
use crate::export::Subject;
use crate::export::chronology::{Chronology, Entry};
use crate::export::markup::{escaped, put};
use crate::i18n::I18n;

/// The sentences that tell events that are written, by place, none over another.
pub(super) struct Told {
    sentences: Vec<(TextSpan, Vec<EventId>)>,
}

impl Told {
    pub(super) fn new(subject: &Subject<'_>, chronology: &Chronology<'_>) -> Self {
        let text = &subject.article.text;
        let told = chronology.all().filter_map(|entry| Some((entry.event?.mention.sentence, entry.id)));
        let mut told: Vec<(TextSpan, EventId)> = told.filter(|(span, _)| !span.of(text).trim().is_empty()).collect();
        told.sort_by_key(|(span, id)| (span.start, span.end, *id));
        let mut sentences: Vec<(TextSpan, Vec<EventId>)> = Vec::new();
        for (span, id) in told {
            match sentences.last_mut() {
                // Sentences that share words are marked as one.
                Some((last, ids)) if span.start < last.end => {
                    last.end = last.end.max(span.end);
                    ids.push(id);
                }
                _ => sentences.push((span, vec![id])),
            }
        }
        Self { sentences }
    }

    /// The number of the sentence that tells an event.
    pub(super) fn place_of(&self, entry: &Entry<'_>) -> Option<usize> {
        let start = entry.event?.mention.sentence.start;
        let at = self.sentences.partition_point(|(span, _)| span.start <= start).checked_sub(1)?;
        self.sentences.get(at).filter(|(_, ids)| ids.contains(&entry.id)).map(|_| at + 1)
    }

    /// Writes the article's lines. Those of the page around it are not the article's.
    pub(super) fn write(&self, page: &mut String, subject: &Subject<'_>, i18n: &I18n) {
        let text = subject.article.text.as_str();
        let (mut start, mut next) = (0, 0);
        for line in text.split_inclusive('\n') {
            let span = TextSpan::new(start, start + line.trim_end().len());
            start += line.len();
            let is_around = subject.extraction.page_lines.iter().any(|other| other.start < span.end && span.start < other.end);
            if line.trim().is_empty() || is_around {
                continue;
            }
            let is_heading = subject.extraction.headings.iter().any(|other| other.start < span.end && span.start < other.end);
            let tag = if is_heading { "h3" } else { "p" };
            put(page, format_args!("<{tag}>"));
            next = self.write_line(page, span, next, subject, i18n);
            put(page, format_args!("</{tag}>\n"));
        }
    }

    /// Writes the words of a line; the first sentence that may reach into the next one.
    fn write_line(&self, page: &mut String, line: TextSpan, from: usize, subject: &Subject<'_>, i18n: &I18n) -> usize {
        let text = subject.article.text.as_str();
        let (mut at, mut n) = (line.start, from);
        while let Some((span, ids)) = self.sentences.get(n).filter(|(span, _)| span.start < line.end) {
            let part = TextSpan::new(span.start.max(at), span.end.min(line.end).max(at));
            page.push_str(&escaped(TextSpan::new(at, part.start.max(at)).of(text)));
            let begins_here = span.start >= line.start;
            let id = if begins_here { format!(" id=\"t{}\"", n + 1) } else { String::new() };
            put(page, format_args!("<span class=\"told\"{id}>{}", escaped(part.of(text))));
            at = part.end;
            if span.end > line.end {
                page.push_str("</span>");
                break;
            }
            for id in ids {
                put(page, format_args!("{}", link(*id, subject, i18n)));
            }
            page.push_str("</span>");
            n += 1;
        }
        page.push_str(&escaped(TextSpan::new(at, line.end.max(at)).of(text)));
        n
    }
}

fn link(id: EventId, subject: &Subject<'_>, i18n: &I18n) -> String {
    let Some(entry) = subject.entry(id) else { return String::new() };
    let label = escaped(&i18n.message(&Message::new("export-to-event").with_text("title", entry.title)));
    let number = i18n.number(i64::from(id.0) + 1);
    format!("<a class=\"to\" href=\"#{}\" aria-label=\"[{number}] {label}\" title=\"{label}\">[{number}]</a>", entry.name())
}
