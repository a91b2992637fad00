//! An event as it is kept.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::super::ProjectError;
use super::super::others::Fields;
use super::extraction::read_timex_id;
use super::places::{Places, SavedBounds, SavedSpan, read_bounds, read_moment, saved_bounds};
use super::{Text, named};
use crate::base::{Arg, Bounds, Message, Name};
use crate::event::{
    Actor, ActorRole, Basis, Certainty, Event, EventKind, Field, Mention, Modality, Place, Precision, Step, When,
};

#[derive(Serialize, Deserialize)]
pub(super) struct SavedEvent<'a> {
    title: Text<'a>,
    #[serde(rename = "type")]
    kind: Text<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mode: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    context: Vec<Text<'a>>,
    trigger: SavedSpan,
    sentence: SavedSpan,
    /// Trigger and sentence of each other mention.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    mentions: Vec<[SavedSpan; 2]>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    actors: Vec<SavedActor<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    places: Vec<SavedPlace<'a>>,
    modality: Text<'a>,
    when: SavedWhen<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    by_hand: Vec<Text<'a>>,
    #[serde(flatten)]
    others: Fields,
}

#[derive(Serialize, Deserialize)]
pub(super) struct SavedActor<'a> {
    role: Text<'a>,
    name: Text<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<Text<'a>>,
    span: SavedSpan,
}

#[derive(Serialize, Deserialize)]
pub(super) struct SavedPlace<'a> {
    name: Text<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<Text<'a>>,
    span: SavedSpan,
}

#[derive(Serialize, Deserialize)]
struct SavedWhen<'a> {
    bounds: SavedBounds,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    precision: Option<Text<'a>>,
    certainty: Text<'a>,
    basis: Text<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    timex: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    begin: Option<SavedBounds>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    end: Option<SavedBounds>,
    explanation: Vec<SavedStep<'a>>,
}

#[derive(Serialize, Deserialize)]
struct SavedStep<'a> {
    rule: Text<'a>,
    message: SavedMessage<'a>,
    spans: Vec<SavedSpan>,
}

/// A sentence by its key, to be said in whichever language the reader has.
#[derive(Serialize, Deserialize)]
pub(super) struct SavedMessage<'a> {
    key: Text<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    args: Vec<(Text<'a>, SavedArg<'a>)>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum SavedArg<'a> {
    Text(Text<'a>),
    Number(i64),
    Moment(String),
    Month(i32, u32),
    Bounds(SavedBounds),
    Message(Box<SavedMessage<'a>>),
}

pub(super) fn saved<'a>(event: &'a Event, places: &Places<'_>, others: Fields) -> SavedEvent<'a> {
    SavedEvent {
        title: event.title.as_str().into(),
        kind: event.kind.as_str().into(),
        mode: event.mode.as_deref().map(Text::Borrowed),
        context: event.context.iter().map(|context| context.as_ref().into()).collect(),
        trigger: places.saved(event.mention.trigger),
        sentence: places.saved(event.mention.sentence),
        mentions: event
            .other_mentions
            .iter()
            .map(|mention| [mention.trigger, mention.sentence].map(|span| places.saved(span)))
            .collect(),
        actors: saved_actors(&event.actors, places),
        places: saved_places(&event.places, places),
        modality: event.modality.as_str().into(),
        when: saved_when(&event.when, places),
        by_hand: event.by_hand.fields().map(|field| field.as_str().into()).collect(),
        others,
    }
}

pub(super) fn saved_actors<'a>(actors: &'a [Actor], places: &Places<'_>) -> Vec<SavedActor<'a>> {
    let actor = |actor: &'a Actor| SavedActor {
        role: actor.role.as_str().into(),
        name: actor.name.as_str().into(),
        id: actor.id.as_deref().map(Text::Borrowed),
        span: places.saved(actor.span),
    };
    actors.iter().map(actor).collect()
}

pub(super) fn saved_places<'a>(those: &'a [Place], places: &Places<'_>) -> Vec<SavedPlace<'a>> {
    let place = |place: &'a Place| SavedPlace {
        name: place.name.as_str().into(),
        id: place.id.as_deref().map(Text::Borrowed),
        span: places.saved(place.span),
    };
    those.iter().map(place).collect()
}

fn saved_when<'a>(when: &'a When, places: &Places<'_>) -> SavedWhen<'a> {
    let step = |step: &'a Step| SavedStep {
        rule: step.rule.as_ref().into(),
        message: saved_message(&step.message),
        spans: places.all_saved(&step.spans),
    };
    SavedWhen {
        bounds: saved_bounds(when.bounds),
        precision: when.precision.map(|precision| precision.as_str().into()),
        certainty: when.certainty.as_str().into(),
        basis: when.basis.as_str().into(),
        timex: when.timex.map(|timex| timex.0),
        begin: when.begin.map(saved_bounds),
        end: when.end.map(saved_bounds),
        explanation: when.explanation.iter().map(step).collect(),
    }
}

pub(super) fn saved_message(message: &Message) -> SavedMessage<'_> {
    fn arg(arg: &Arg) -> SavedArg<'_> {
        match arg {
            Arg::Text(text) => SavedArg::Text(text.as_str().into()),
            Arg::Number(number) => SavedArg::Number(*number),
            Arg::Moment(moment) => SavedArg::Moment(moment.to_string()),
            Arg::Month(year, month) => SavedArg::Month(*year, *month),
            Arg::Bounds(bounds) => SavedArg::Bounds(saved_bounds(*bounds)),
            Arg::Message(message) => SavedArg::Message(Box::new(saved_message(message))),
        }
    }
    let args = message.args.iter().map(|(name, value)| (name.as_ref().into(), arg(value))).collect();
    SavedMessage { key: message.key.as_ref().into(), args }
}

/// The event and its unknown fields.
pub(super) fn read(saved: SavedEvent<'_>, places: &Places<'_>, n_timexes: usize) -> Result<(Event, Fields), ProjectError> {
    let mention = |trigger, sentence| Ok(Mention { trigger: places.read(trigger)?, sentence: places.read(sentence)? });
    let other_mentions = saved.mentions.into_iter().map(|[trigger, sentence]| mention(trigger, sentence));
    let by_hand = saved.by_hand.iter().map(|word| read_field(word));
    let event = Event {
        title: saved.title.into_owned(),
        kind: read_kind(&saved.kind)?,
        mode: saved.mode.map(name),
        context: saved.context.into_iter().map(name).collect(),
        mention: mention(saved.trigger, saved.sentence)?,
        other_mentions: other_mentions.collect::<Result<_, ProjectError>>()?,
        actors: read_actors(saved.actors, places)?,
        places: read_places(saved.places, places)?,
        modality: read_modality(&saved.modality)?,
        when: read_when(saved.when, places, n_timexes)?,
        by_hand: by_hand.collect::<Result<_, _>>()?,
    };
    Ok((event, saved.others))
}

fn name(word: Text<'_>) -> Name {
    Cow::Owned(word.into_owned())
}

pub(super) fn read_field(word: &str) -> Result<Field, ProjectError> {
    named(&Field::ALL, Field::as_str, word, "field")
}

pub(super) fn read_kind(word: &str) -> Result<EventKind, ProjectError> {
    EventKind::from_name(word).ok_or(ProjectError::Damaged("type"))
}

pub(super) fn read_modality(word: &str) -> Result<Modality, ProjectError> {
    named(&Modality::ALL, Modality::as_str, word, "modality")
}

pub(super) fn read_actors(saved: Vec<SavedActor<'_>>, places: &Places<'_>) -> Result<Vec<Actor>, ProjectError> {
    let actor = |saved: SavedActor<'_>| {
        Ok(Actor {
            role: named(&ActorRole::ALL, ActorRole::as_str, &saved.role, "role")?,
            name: saved.name.into_owned(),
            id: saved.id.map(Cow::into_owned),
            span: places.read(saved.span)?,
        })
    };
    saved.into_iter().map(actor).collect()
}

pub(super) fn read_places(saved: Vec<SavedPlace<'_>>, places: &Places<'_>) -> Result<Vec<Place>, ProjectError> {
    let place = |saved: SavedPlace<'_>| {
        let (name, id) = (saved.name.into_owned(), saved.id.map(Cow::into_owned));
        Ok(Place { name, id, span: places.read(saved.span)? })
    };
    saved.into_iter().map(place).collect()
}

fn read_when(saved: SavedWhen<'_>, places: &Places<'_>, n_timexes: usize) -> Result<When, ProjectError> {
    let step = |step: SavedStep<'_>| {
        let message = read_message(step.message)?;
        Ok(Step { rule: name(step.rule), message, spans: places.all_read(step.spans)? })
    };
    let bounds = |bounds: Option<SavedBounds>| bounds.as_ref().map(read_bounds).transpose();
    let explanation: Vec<Step> = saved.explanation.into_iter().map(step).collect::<Result<_, ProjectError>>()?;
    if explanation.is_empty() {
        return Err(ProjectError::Damaged("explanation"));
    }
    let precision = saved.precision.map(|word| named(&Precision::ALL, Precision::as_str, &word, "precision"));
    Ok(When {
        bounds: read_bounds(&saved.bounds)?,
        precision: precision.transpose()?,
        certainty: named(&Certainty::ALL, Certainty::as_str, &saved.certainty, "certainty")?,
        basis: named(&Basis::ALL, Basis::as_str, &saved.basis, "basis")?,
        timex: saved.timex.map(|id| read_timex_id(id, n_timexes)).transpose()?,
        begin: bounds(saved.begin)?,
        end: bounds(saved.end)?,
        explanation,
    })
}

pub(super) fn read_message(saved: SavedMessage<'_>) -> Result<Message, ProjectError> {
    let mut message = Message::new(name(saved.key));
    for (of, arg) in saved.args {
        let arg = match arg {
            SavedArg::Text(text) => Arg::Text(text.into_owned()),
            SavedArg::Number(number) => Arg::Number(number),
            SavedArg::Moment(moment) => Arg::Moment(read_moment(&moment)?),
            SavedArg::Month(year, month) => Arg::Month(year, month),
            SavedArg::Bounds(bounds) => Arg::Bounds(read_said(&bounds)?),
            SavedArg::Message(message) => Arg::Message(Box::new(read_message(*message)?)),
        };
        message = message.with(name(of), arg);
    }
    Ok(message)
}

/// Bounds that are only said may be empty: two dates that deny each other.
fn read_said(bounds: &SavedBounds) -> Result<Bounds, ProjectError> {
    let [earliest, latest] = bounds;
    let read = |moment: &Option<String>| moment.as_deref().map(read_moment).transpose();
    Ok(Bounds { earliest: read(earliest)?, latest: read(latest)? })
}
