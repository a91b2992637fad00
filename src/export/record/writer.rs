//! Writes the parts of a record: names of events and expressions, offsets in code points, messages in a language.

use super::form::{
    ActorRecord, ArticleRecord, BoundsRecord, EventRecord, MentionRecord, PlaceRecord, PublishedRecord, SpanRecord, StepRecord,
    TimexRecord, TlinkRecord, WarningRecord, WhenRecord, WordsRecord,
};
use crate::article::{Article, Published};
use crate::base::{Bounds, CodePoints, TextSpan};
use crate::event::{
    Actor, Anchor, Event, EventId, Extraction, Field, LinkEnd, Mention, Place, Step, Timex, TimexId, Tlink, Warning, When,
};
use crate::i18n::I18n;

fn published_record(published: Published) -> PublishedRecord {
    PublishedRecord { value: published.value.to_string(), origin: published.origin.as_str() }
}

/// Writes the parts of a record.
pub(super) struct Writer<'a, 'i> {
    pub(super) text: &'a str,
    pub(super) points: CodePoints<'a>,
    pub(super) i18n: &'i I18n,
}

impl<'a> Writer<'a, '_> {
    pub(super) fn article(&self, article: &'a Article, extraction: &'a Extraction) -> ArticleRecord<'a> {
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

    pub(super) fn timex(&self, id: TimexId, timex: &'a Timex) -> TimexRecord<'a> {
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

    pub(super) fn event(&self, id: EventId, event: &'a Event) -> EventRecord<'a> {
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

    pub(super) fn tlink(&self, tlink: &Tlink) -> TlinkRecord<'a> {
        TlinkRecord {
            from: end_name(tlink.from),
            to: end_name(tlink.to),
            link_type: tlink.link_type.as_str(),
            cue: tlink.cue.map(|cue| self.words(cue)),
        }
    }

    pub(super) fn warning(&self, warning: &'a Warning) -> WarningRecord<'a> {
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
