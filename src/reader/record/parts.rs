//! From the fields of a record to the nouns of the model, one part at a time.
//! The error of a part is the field of it that is wrong.

use std::collections::HashMap;

use serde_json::Value;

use super::fields;
use crate::base::{Bounds, CodePoints, Message, Moment, Name, TextSpan, named};
use crate::event::{
    Actor, ActorRole, Anchor, Basis, Certainty, Event, EventId, EventKind, Field, LinkEnd, Mention, Modality, Place, Precision,
    Step, Timex, TimexId, TimexType, Tlink, TlinkType, Warning, When,
};
use crate::reader::ReadCause;

/// What is read, or the field that is wrong.
type Part<T> = Result<T, &'static str>;

/// The place of each item of a list, by its id.
type Ids = HashMap<String, u32>;

/// Reads the parts of one record.
pub(super) struct Parts<'a> {
    text: &'a str,
    points: CodePoints<'a>,
    timex_ids: Ids,
    event_ids: Ids,
}

impl<'a> Parts<'a> {
    /// Of a text, its temporal expressions and its events.
    ///
    /// # Errors
    /// Where two of a list have one id, or one has none.
    pub(super) fn new(text: &'a str, timexes: &[Value], events: &[Value]) -> Result<Self, ReadCause> {
        let (timex_ids, event_ids) = (ids(timexes, "timexes")?, ids(events, "events")?);
        Ok(Self { text, points: CodePoints::new(text), timex_ids, event_ids })
    }

    pub(super) fn timex(&self, field: fields::Timex) -> Part<Timex> {
        let words = fields::Words { start: field.start, end: field.end, text: field.text };
        Ok(Timex {
            span: self.words(&words).ok_or("text")?,
            timex_type: named(TimexType::ALL, TimexType::as_str, &field.timex_type).ok_or("type")?,
            value: field.value,
            modifier: field.modifier.map(Name::from),
            quant: field.quant.map(Name::from),
            freq: field.freq,
            bounds: bounds(field.earliest.as_deref(), field.latest.as_deref()).ok_or("earliest")?,
            anchor: self.anchor(field.anchor.as_deref()).ok_or("anchor")?,
            rule: field.rule.into(),
        })
    }

    pub(super) fn event(&self, field: fields::Event) -> Part<Event> {
        let mentions = field.mentions.iter().map(|other| self.mention(&other.trigger, &other.sentence).ok_or("mentions"));
        let by_hand = field.by_hand.iter().map(|name| named(Field::ALL, Field::as_str, name).ok_or("by_hand"));
        Ok(Event {
            title: field.title,
            kind: EventKind::from_name(&field.kind).ok_or("type")?,
            mode: field.mode.map(Name::from),
            context: field.context.into_iter().map(Name::from).collect(),
            mention: self.mention(&field.trigger, &field.sentence).ok_or("trigger")?,
            other_mentions: mentions.collect::<Part<_>>()?,
            actors: field.actors.into_iter().map(|actor| self.actor(actor).ok_or("actors")).collect::<Part<_>>()?,
            places: field.places.into_iter().map(|place| self.place(place).ok_or("places")).collect::<Part<_>>()?,
            modality: named(Modality::ALL, Modality::as_str, &field.modality).ok_or("modality")?,
            by_hand: by_hand.collect::<Part<_>>()?,
            when: self.when(field.when)?,
        })
    }

    pub(super) fn tlink(&self, field: &fields::Tlink) -> Part<Tlink> {
        let end = |id: &str| {
            let event = self.event_ids.get(id).map(|place| LinkEnd::Event(EventId(*place)));
            event.or_else(|| self.timex_of(id).map(LinkEnd::Timex))
        };
        Ok(Tlink {
            from: end(&field.from).ok_or("from")?,
            to: end(&field.to).ok_or("to")?,
            link_type: named(TlinkType::ALL, TlinkType::as_str, &field.link_type).ok_or("type")?,
            cue: field.cue.as_ref().map(|cue| self.words(cue).ok_or("cue")).transpose()?,
        })
    }

    pub(super) fn warning(&self, field: fields::Warning) -> Part<Warning> {
        let spans = self.spans(&field.spans).ok_or("spans")?;
        Ok(Warning { code: field.code.into(), message: Message::written(field.message), spans })
    }

    /// A heading, or another line.
    pub(super) fn line(&self, [start, end]: [usize; 2]) -> Part<TextSpan> {
        self.span(start, end).ok_or("span")
    }

    fn when(&self, field: fields::When) -> Part<When> {
        let own = bounds(field.earliest.as_deref(), field.latest.as_deref()).ok_or("when.earliest")?;
        let inner = |field: fields::Bounds| bounds(field.earliest.as_deref(), field.latest.as_deref());
        let certainty = named(Certainty::ALL, Certainty::as_str, &field.certainty).filter(|known| is_as_sure(*known, own));
        let precision = |name: String| named(Precision::ALL, Precision::as_str, &name).ok_or("when.precision");
        let explanation = field.explanation.into_iter().map(|step| self.step(step).ok_or("when.explanation"));
        let explanation: Vec<Step> = explanation.collect::<Part<_>>()?;
        if explanation.is_empty() {
            return Err("when.explanation");
        }
        Ok(When {
            bounds: own,
            precision: field.precision.map(precision).transpose()?,
            certainty: certainty.ok_or("when.certainty")?,
            basis: named(Basis::ALL, Basis::as_str, &field.basis).ok_or("when.basis")?,
            timex: field.timex.map(|id| self.timex_of(&id).ok_or("when.timex")).transpose()?,
            begin: field.begin.map(|begin| inner(begin).ok_or("when.begin")).transpose()?,
            end: field.end.map(|end| inner(end).ok_or("when.end")).transpose()?,
            explanation,
        })
    }

    fn step(&self, field: fields::Step) -> Option<Step> {
        let spans = self.spans(&field.spans)?;
        Some(Step { rule: field.rule.into(), message: Message::written(field.message), spans })
    }

    fn mention(&self, trigger: &fields::Words, sentence: &fields::Span) -> Option<Mention> {
        let (trigger, sentence) = (self.words(trigger)?, self.span(sentence.start, sentence.end)?);
        sentence.covers(trigger).then_some(Mention { trigger, sentence })
    }

    fn actor(&self, field: fields::Named) -> Option<Actor> {
        let role = named(ActorRole::ALL, ActorRole::as_str, field.role.as_deref()?)?;
        Some(Actor { role, span: self.span(field.start, field.end)?, name: field.name, id: field.id })
    }

    fn place(&self, field: fields::Named) -> Option<Place> {
        Some(Place { span: self.span(field.start, field.end)?, name: field.name, id: field.id })
    }

    fn anchor(&self, written: Option<&str>) -> Option<Anchor> {
        match written {
            None => Some(Anchor::Absolute),
            Some("published") => Some(Anchor::Published),
            Some("unresolved") => Some(Anchor::Unresolved),
            Some(id) => self.timex_of(id).map(Anchor::Timex),
        }
    }

    fn timex_of(&self, id: &str) -> Option<TimexId> {
        self.timex_ids.get(id).copied().map(TimexId)
    }

    fn spans(&self, pairs: &[[usize; 2]]) -> Option<Vec<TextSpan>> {
        pairs.iter().map(|[start, end]| self.span(*start, *end)).collect()
    }

    /// Words that the text has at that place.
    fn words(&self, field: &fields::Words) -> Option<TextSpan> {
        self.span(field.start, field.end).filter(|span| span.of(self.text) == field.text)
    }

    fn span(&self, start: usize, end: usize) -> Option<TextSpan> {
        let (start, end) = (self.points.byte_of(start)?, self.points.byte_of(end)?);
        (start <= end).then(|| TextSpan::new(start, end))
    }
}

fn ids(items: &[Value], name: &str) -> Result<Ids, ReadCause> {
    let mut ids = Ids::with_capacity(items.len());
    for (place, item) in (0..).zip(items) {
        let id = item.get("id").and_then(Value::as_str);
        let is_new = id.is_some_and(|id| ids.insert(id.to_owned(), place).is_none());
        if !is_new {
            return Err(ReadCause::BadPart(format!("{name}[{place}].id")));
        }
    }
    Ok(ids)
}

/// Bounds as they are written; `None` where one is no date, or the later one comes first.
fn bounds(earliest: Option<&str>, latest: Option<&str>) -> Option<Bounds> {
    let moment = |written: Option<&str>| match written {
        None => Some(None),
        Some(written) => Moment::parse(written).map(Some),
    };
    let bounds = Bounds { earliest: moment(earliest)?, latest: moment(latest)? };
    bounds.range().is_none_or(|range| range.start < range.end).then_some(bounds)
}

/// Whether bounds are as sure as is said of them.
fn is_as_sure(certainty: Certainty, bounds: Bounds) -> bool {
    match certainty {
        Certainty::Exact => bounds.is_one_day(),
        Certainty::Bounded => bounds.range().is_some(),
        Certainty::OneSided => bounds.earliest.is_some() || bounds.latest.is_some(),
        Certainty::Ordered | Certainty::Undated | Certainty::Ongoing => true,
    }
}
