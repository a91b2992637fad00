//! What was found, as it is kept.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::super::ProjectError;
use super::super::others::Fields;
use super::article::{SavedPublished, language, read_published, saved_published};
use super::event::{self, SavedEvent, SavedMessage, read_message, saved_message};
use super::places::{Places, SavedBounds, SavedSpan, read_bounds, saved_bounds};
use super::{Text, named};
use crate::base::TextSpan;
use crate::event::{Anchor, Event, EventId, Extraction, LinkEnd, Timex, TimexId, TimexType, Tlink, TlinkType, Warning};

#[derive(Serialize, Deserialize)]
pub(super) struct SavedExtraction<'a> {
    language: Text<'a>,
    title: Option<Text<'a>>,
    published: Option<SavedPublished<'a>>,
    timexes: Vec<SavedTimex<'a>>,
    events: Vec<SavedEvent<'a>>,
    tlinks: Vec<SavedTlink<'a>>,
    warnings: Vec<SavedWarning<'a>>,
    headings: Vec<SavedSpan>,
    page_lines: Vec<SavedSpan>,
    #[serde(flatten)]
    others: Fields,
}

#[derive(Serialize, Deserialize)]
struct SavedTimex<'a> {
    span: SavedSpan,
    #[serde(rename = "type")]
    timex_type: Text<'a>,
    value: Text<'a>,
    #[serde(rename = "mod", default, skip_serializing_if = "Option::is_none")]
    modifier: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    quant: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    freq: Option<Text<'a>>,
    bounds: SavedBounds,
    anchor: SavedAnchor,
    rule: Text<'a>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum SavedAnchor {
    Absolute,
    Published,
    Timex(u32),
    Unresolved,
}

#[derive(Serialize, Deserialize)]
struct SavedTlink<'a> {
    from: SavedEnd,
    to: SavedEnd,
    #[serde(rename = "type")]
    link_type: Text<'a>,
    cue: Option<SavedSpan>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum SavedEnd {
    Event(u32),
    Timex(u32),
}

#[derive(Serialize, Deserialize)]
struct SavedWarning<'a> {
    code: Text<'a>,
    message: SavedMessage<'a>,
    spans: Vec<SavedSpan>,
}

/// `unknown` gives the unknown fields of an event.
pub(super) fn saved<'a>(
    extraction: &'a Extraction,
    places: &Places<'_>,
    others: Fields,
    unknown: impl Fn(usize, &Event) -> Fields,
) -> SavedExtraction<'a> {
    let warning = |warning: &'a Warning| SavedWarning {
        code: warning.code.as_ref().into(),
        message: saved_message(&warning.message),
        spans: places.all_saved(&warning.spans),
    };
    let events = extraction.events.iter().enumerate();
    SavedExtraction {
        language: extraction.language.code().into(),
        title: extraction.title.as_deref().map(Text::Borrowed),
        published: extraction.published.map(saved_published),
        timexes: extraction.timexes.iter().map(|timex| saved_timex(timex, places)).collect(),
        events: events.map(|(at, event)| event::saved(event, places, unknown(at, event))).collect(),
        tlinks: extraction.tlinks.iter().map(|link| saved_tlink(link, places)).collect(),
        warnings: extraction.warnings.iter().map(warning).collect(),
        headings: places.all_saved(&extraction.headings),
        page_lines: places.all_saved(&extraction.page_lines),
        others,
    }
}

fn saved_timex<'a>(timex: &'a Timex, places: &Places<'_>) -> SavedTimex<'a> {
    SavedTimex {
        span: places.saved(timex.span),
        timex_type: timex.timex_type.as_str().into(),
        value: timex.value.as_str().into(),
        modifier: timex.modifier.as_deref().map(Text::Borrowed),
        quant: timex.quant.as_deref().map(Text::Borrowed),
        freq: timex.freq.as_deref().map(Text::Borrowed),
        bounds: saved_bounds(timex.bounds),
        anchor: match timex.anchor {
            Anchor::Absolute => SavedAnchor::Absolute,
            Anchor::Published => SavedAnchor::Published,
            Anchor::Timex(TimexId(id)) => SavedAnchor::Timex(id),
            Anchor::Unresolved => SavedAnchor::Unresolved,
        },
        rule: timex.rule.as_ref().into(),
    }
}

fn saved_tlink(link: &Tlink, places: &Places<'_>) -> SavedTlink<'static> {
    let end = |end: LinkEnd| match end {
        LinkEnd::Event(EventId(id)) => SavedEnd::Event(id),
        LinkEnd::Timex(TimexId(id)) => SavedEnd::Timex(id),
    };
    let link_type = link.link_type.as_str().into();
    SavedTlink { from: end(link.from), to: end(link.to), link_type, cue: link.cue.map(|cue| places.saved(cue)) }
}

/// Unknown fields of events: their place and their trigger.
pub(super) type OfEvents = Vec<(usize, TextSpan, Fields)>;

/// What was found, its unknown fields, and those of its events.
pub(super) fn read(saved: SavedExtraction<'_>, places: &Places<'_>) -> Result<(Extraction, Fields, OfEvents), ProjectError> {
    let (n_timexes, n_events) = (saved.timexes.len(), saved.events.len());
    let mut events = Vec::with_capacity(n_events);
    let mut unknown = Vec::new();
    for (at, saved) in saved.events.into_iter().enumerate() {
        let (event, fields) = event::read(saved, places, n_timexes)?;
        if !fields.is_empty() {
            unknown.push((at, event.mention.trigger, fields));
        }
        events.push(event);
    }
    let warning = |warning: SavedWarning<'_>| {
        let message = read_message(warning.message)?;
        Ok(Warning { code: warning.code.into_owned().into(), message, spans: places.all_read(warning.spans)? })
    };
    let timexes = saved.timexes.into_iter().map(|timex| read_timex(timex, places, n_timexes));
    let extraction = Extraction {
        language: language(&saved.language)?,
        title: saved.title.map(Cow::into_owned),
        published: saved.published.map(|published| read_published(&published)).transpose()?,
        timexes: timexes.collect::<Result<_, _>>()?,
        events,
        tlinks: saved.tlinks.into_iter().map(|link| read_tlink(link, places, n_events, n_timexes)).collect::<Result<_, _>>()?,
        warnings: saved.warnings.into_iter().map(warning).collect::<Result<_, _>>()?,
        headings: places.all_read(saved.headings)?,
        page_lines: places.all_read(saved.page_lines)?,
    };
    Ok((extraction, saved.others, unknown))
}

fn read_timex(saved: SavedTimex<'_>, places: &Places<'_>, n_timexes: usize) -> Result<Timex, ProjectError> {
    let name = |name: Option<Text<'_>>| name.map(|name| Cow::Owned(name.into_owned()));
    Ok(Timex {
        span: places.read(saved.span)?,
        timex_type: named(&TimexType::ALL, TimexType::as_str, &saved.timex_type, "type")?,
        value: saved.value.into_owned(),
        modifier: name(saved.modifier),
        quant: name(saved.quant),
        freq: saved.freq.map(Cow::into_owned),
        bounds: read_bounds(&saved.bounds)?,
        anchor: match saved.anchor {
            SavedAnchor::Absolute => Anchor::Absolute,
            SavedAnchor::Published => Anchor::Published,
            SavedAnchor::Timex(id) => Anchor::Timex(read_timex_id(id, n_timexes)?),
            SavedAnchor::Unresolved => Anchor::Unresolved,
        },
        rule: Cow::Owned(saved.rule.into_owned()),
    })
}

/// A place in the list of temporal expressions, where there is one.
pub(super) fn read_timex_id(id: u32, n_timexes: usize) -> Result<TimexId, ProjectError> {
    let id = TimexId(id);
    if id.index() < n_timexes { Ok(id) } else { Err(ProjectError::Damaged("timex")) }
}

fn read_tlink(saved: SavedTlink<'_>, places: &Places<'_>, n_events: usize, n_timexes: usize) -> Result<Tlink, ProjectError> {
    let end = |end: SavedEnd| match end {
        SavedEnd::Event(id) if EventId(id).index() < n_events => Ok(LinkEnd::Event(EventId(id))),
        SavedEnd::Event(_) => Err(ProjectError::Damaged("tlinks")),
        SavedEnd::Timex(id) => read_timex_id(id, n_timexes).map(LinkEnd::Timex),
    };
    Ok(Tlink {
        from: end(saved.from)?,
        to: end(saved.to)?,
        link_type: named(&TlinkType::ALL, TlinkType::as_str, &saved.link_type, "type")?,
        cue: saved.cue.map(|cue| places.read(cue)).transpose()?,
    })
}
