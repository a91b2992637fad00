//! One article and what was found in it as a JSON record: the output of `waqai extract`.
//! Fields stand in the order of the contract; offsets are code points of `article.text`, end exclusive.

use std::collections::HashSet;

use serde::Serialize;

use super::chronology::Chronology;
use super::{Choice, Exported, Subject, failed};
use crate::article::{Article, Published};
use crate::base::{Bounds, CodePoints, Message, Name, TextSpan};
use crate::event::{
    Actor, Anchor, Event, EventId, Extraction, Field, LinkEnd, Mention, Place, Step, Timex, TimexId, Tlink, Warning, When,
};
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

#[derive(Debug, Serialize)]
struct ArticleRecord<'a> {
    title: Option<&'a str>,
    source: Option<&'a str>,
    author: Option<&'a str>,
    url: Option<&'a str>,
    language: &'static str,
    published: Option<PublishedRecord>,
    text: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    headings: Vec<[usize; 2]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    page_lines: Vec<[usize; 2]>,
}

#[derive(Debug, Serialize)]
struct PublishedRecord {
    value: String,
    origin: &'static str,
}

#[derive(Debug, Serialize)]
struct TimexRecord<'a> {
    id: String,
    #[serde(flatten)]
    words: WordsRecord<'a>,
    #[serde(rename = "type")]
    timex_type: &'static str,
    value: &'a str,
    #[serde(rename = "mod")]
    modifier: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quant: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    freq: Option<&'a str>,
    #[serde(flatten)]
    bounds: BoundsRecord,
    anchor: Option<String>,
    rule: &'a str,
}

#[derive(Debug, Serialize)]
struct EventRecord<'a> {
    id: String,
    title: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    mode: Option<&'a str>,
    context: &'a [Name],
    #[serde(flatten)]
    mention: MentionRecord<'a>,
    mentions: Vec<MentionRecord<'a>>,
    actors: Vec<ActorRecord<'a>>,
    places: Vec<PlaceRecord<'a>>,
    modality: &'static str,
    when: WhenRecord<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    by_hand: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct MentionRecord<'a> {
    trigger: WordsRecord<'a>,
    sentence: SpanRecord,
}

#[derive(Debug, Serialize)]
struct ActorRecord<'a> {
    role: &'static str,
    #[serde(flatten)]
    named: PlaceRecord<'a>,
}

#[derive(Debug, Serialize)]
struct PlaceRecord<'a> {
    name: &'a str,
    id: Option<&'a str>,
    #[serde(flatten)]
    span: SpanRecord,
}

#[derive(Debug, Serialize)]
struct WhenRecord<'a> {
    #[serde(flatten)]
    bounds: BoundsRecord,
    precision: Option<&'static str>,
    certainty: &'static str,
    basis: &'static str,
    timex: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    begin: Option<BoundsRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<BoundsRecord>,
    explanation: Vec<StepRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct StepRecord<'a> {
    rule: &'a str,
    message: String,
    spans: Vec<[usize; 2]>,
}

#[derive(Debug, Serialize)]
struct TlinkRecord<'a> {
    from: String,
    to: String,
    #[serde(rename = "type")]
    link_type: &'static str,
    cue: Option<WordsRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct WarningRecord<'a> {
    code: &'a str,
    message: String,
    spans: Vec<[usize; 2]>,
}

#[derive(Debug, Serialize)]
struct SpanRecord {
    start: usize,
    end: usize,
}

#[derive(Debug, Serialize)]
struct WordsRecord<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct BoundsRecord {
    earliest: Option<String>,
    latest: Option<String>,
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

fn published_record(published: Published) -> PublishedRecord {
    PublishedRecord { value: published.value.to_string(), origin: published.origin.as_str() }
}

/// Writes the parts of a record.
struct Writer<'a, 'i> {
    text: &'a str,
    points: CodePoints<'a>,
    i18n: &'i I18n,
}

impl<'a> Writer<'a, '_> {
    fn article(&self, article: &'a Article, extraction: &'a Extraction) -> ArticleRecord<'a> {
        ArticleRecord {
            title: extraction.title.as_deref().or(article.title.as_deref()),
            source: article.source.as_deref(),
            author: article.author.as_deref(),
            url: article.url.as_deref(),
            language: extraction.language.code(),
            published: extraction.published.map(published_record),
            text: &article.text,
            headings: self.pairs(&extraction.headings),
            page_lines: self.pairs(&extraction.page_lines),
        }
    }

    fn timex(&self, id: TimexId, timex: &'a Timex) -> TimexRecord<'a> {
        TimexRecord {
            id: timex_name(id),
            words: self.words(timex.span),
            timex_type: timex.timex_type.as_str(),
            value: &timex.value,
            modifier: timex.modifier.as_deref(),
            quant: timex.quant.as_deref(),
            freq: timex.freq.as_deref(),
            bounds: bounds_record(timex.bounds),
            anchor: anchor_name(timex.anchor),
            rule: &timex.rule,
        }
    }

    fn event(&self, id: EventId, event: &'a Event) -> EventRecord<'a> {
        EventRecord {
            id: event_name(id),
            title: &event.title,
            kind: event.kind.as_str(),
            mode: event.mode.as_deref(),
            context: &event.context,
            mention: self.mention(event.mention),
            mentions: event.other_mentions.iter().map(|mention| self.mention(*mention)).collect(),
            actors: event.actors.iter().map(|actor| self.actor(actor)).collect(),
            places: event.places.iter().map(|place| self.place(place)).collect(),
            modality: event.modality.as_str(),
            when: self.when(&event.when),
            by_hand: event.by_hand.fields().map(Field::as_str).collect(),
        }
    }

    fn mention(&self, mention: Mention) -> MentionRecord<'a> {
        MentionRecord { trigger: self.words(mention.trigger), sentence: self.span(mention.sentence) }
    }

    fn actor(&self, actor: &'a Actor) -> ActorRecord<'a> {
        let named = PlaceRecord { name: &actor.name, id: actor.id.as_deref(), span: self.span(actor.span) };
        ActorRecord { role: actor.role.as_str(), named }
    }

    fn place(&self, place: &'a Place) -> PlaceRecord<'a> {
        PlaceRecord { name: &place.name, id: place.id.as_deref(), span: self.span(place.span) }
    }

    fn when(&self, when: &'a When) -> WhenRecord<'a> {
        WhenRecord {
            bounds: bounds_record(when.bounds),
            precision: when.precision.map(|precision| precision.as_str()),
            certainty: when.certainty.as_str(),
            basis: when.basis.as_str(),
            timex: when.timex.map(timex_name),
            begin: when.begin.map(bounds_record),
            end: when.end.map(bounds_record),
            explanation: when.explanation.iter().map(|step| self.step(step)).collect(),
        }
    }

    fn step(&self, step: &'a Step) -> StepRecord<'a> {
        StepRecord { rule: &step.rule, message: self.i18n.message(&step.message), spans: self.pairs(&step.spans) }
    }

    fn tlink(&self, tlink: &Tlink) -> TlinkRecord<'a> {
        TlinkRecord {
            from: end_name(tlink.from),
            to: end_name(tlink.to),
            link_type: tlink.link_type.as_str(),
            cue: tlink.cue.map(|cue| self.words(cue)),
        }
    }

    fn warning(&self, warning: &'a Warning) -> WarningRecord<'a> {
        WarningRecord { code: &warning.code, message: self.i18n.message(&warning.message), spans: self.pairs(&warning.spans) }
    }

    fn words(&self, span: TextSpan) -> WordsRecord<'a> {
        let SpanRecord { start, end } = self.span(span);
        WordsRecord { start, end, text: span.of(self.text) }
    }

    fn pairs(&self, spans: &[TextSpan]) -> Vec<[usize; 2]> {
        let pair = |span: &TextSpan| [self.points.before(span.start), self.points.before(span.end)];
        spans.iter().map(pair).collect()
    }

    fn span(&self, span: TextSpan) -> SpanRecord {
        SpanRecord { start: self.points.before(span.start), end: self.points.before(span.end) }
    }
}

fn bounds_record(bounds: Bounds) -> BoundsRecord {
    BoundsRecord {
        earliest: bounds.earliest.map(|moment| moment.to_string()),
        latest: bounds.latest.map(|moment| moment.to_string()),
    }
}

/// What a temporal expression was resolved against; `null` where it needed nothing.
fn anchor_name(anchor: Anchor) -> Option<String> {
    match anchor {
        Anchor::Absolute => None,
        Anchor::Published => Some("published".to_owned()),
        Anchor::Timex(id) => Some(timex_name(id)),
        Anchor::Unresolved => Some("unresolved".to_owned()),
    }
}

fn timex_name(id: TimexId) -> String {
    format!("t{}", id.index() + 1)
}

fn event_name(id: EventId) -> String {
    format!("e{}", id.index() + 1)
}

fn end_name(end: LinkEnd) -> String {
    match end {
        LinkEnd::Event(id) => event_name(id),
        LinkEnd::Timex(id) => timex_name(id),
    }
}

#[cfg(test)]
mod tests;
