//! One article and what was found in it as a JSON record: the output of `waqai extract`.
//! Fields stand in the order of the contract; offsets are code points of `article.text`, end exclusive.

mod form;
mod writer;

use std::collections::HashSet;

use serde::Serialize;

use self::form::{ArticleRecord, EventRecord, TimexRecord, TlinkRecord, WarningRecord};
use self::writer::Writer;
use super::chronology::Chronology;
use super::{Choice, Exported, Subject, failed};
use crate::article::Article;
use crate::base::{CodePoints, Message};
use crate::event::{EventId, Extraction, TimexId};
use crate::i18n::I18n;

/// The number of the form of the records; another one means that something that stood has changed.
pub const SCHEMA: u32 = 1;

/// A record: an article, its temporal expressions, events and links.
#[derive(Debug, Serialize)]
pub struct Record<'a> {
    schema: u32,
    id: Option<&'a str>,
    article: ArticleRecord<'a>,
    timexes: Vec<TimexRecord<'a>>,
    events: Vec<EventRecord<'a>>,
    tlinks: Vec<TlinkRecord<'a>>,
    warnings: Vec<WarningRecord<'a>>,
}

/// In place of a record: why a line could not be read.
#[derive(Debug, Serialize)]
pub struct ErrorRecord<'a> {
    schema: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    line: u64,
    error: String,
}

impl<'a> Record<'a> {
    /// The record of an article, explanations and warnings in the language of `i18n`.
    #[must_use]
    pub fn new(article: &'a Article, extraction: &'a Extraction, i18n: &I18n) -> Self {
        let writer = Writer { text: &article.text, points: CodePoints::new(&article.text), i18n };
        Self {
            schema: SCHEMA,
            id: article.id.as_deref().or(article.file_name.as_deref()),
            article: writer.article(article, extraction),
            timexes: (0..).zip(&extraction.timexes).map(|(index, timex)| writer.timex(TimexId(index), timex)).collect(),
            events: (0..).zip(&extraction.events).map(|(index, event)| writer.event(EventId(index), event)).collect(),
            tlinks: extraction.tlinks.iter().map(|tlink| writer.tlink(tlink)).collect(),
            warnings: extraction.warnings.iter().map(|warning| writer.warning(warning)).collect(),
        }
    }
}

/// The record of an article as a file; where not all events are chosen, without the others and their links.
pub(super) fn file(subject: &Subject<'_>, choice: &Choice, i18n: &I18n) -> Result<Exported, Message> {
    if subject.table.is_some() {
        return Err(Message::new("export-no-article"));
    }
    let chosen: HashSet<String> = Chronology::new(subject, choice).all().map(|entry| entry.name()).collect();
    let mut record = Record::new(subject.article, subject.extraction, i18n);
    record.events.retain(|event| chosen.contains(&event.id));
    let is_there = |end: &String| !end.starts_with('e') || chosen.contains(end);
    record.tlinks.retain(|tlink| is_there(&tlink.from) && is_there(&tlink.to));
    let mut text = serde_json::to_string_pretty(&record).map_err(failed)?;
    text.push('\n');
    Ok(Exported::whole(text, chosen.len()))
}

impl<'a> ErrorRecord<'a> {
    /// Of a line, which counts from 1; `reason` says why it could not be read.
    #[must_use]
    pub fn new(id: Option<&'a str>, line: u64, reason: &Message, i18n: &I18n) -> Self {
        Self { schema: SCHEMA, id, line, error: i18n.message(reason) }
    }
}

#[cfg(test)]
mod tests;
