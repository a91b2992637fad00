//! The log of edits as it is kept. Each edit says what it is and has the fields that it needs.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::super::ProjectError;
use super::super::others::{Fields, Others};
use super::Text;
use super::event::{self, SavedActor, SavedEvent, SavedPlace, read_actors, read_field, read_kind, read_modality, read_places};
use super::event::{saved_actors, saved_places};
use super::places::{Places, SavedBounds, SavedSpan, read_bounds, read_moment, saved_bounds};
use crate::event::Event;
use crate::event::edit::{Edit, Entry, EventName, Log, Value, WrittenWhen};

#[derive(Serialize, Deserialize)]
pub(super) struct SavedLog<'a> {
    edits: Vec<SavedEdit<'a>>,
    /// So many of them count.
    mark: usize,
    #[serde(flatten)]
    others: Fields,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct SavedEdit<'a> {
    /// `set`, `restore`, `delete`, `merge`, `split`, `add`, `published`.
    edit: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<SavedName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<SavedName>,
    /// The field that is set or restored.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<Text<'a>>,
    /// The title, kind or modality that is set.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    actors: Option<Vec<SavedActor<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    places: Option<Vec<SavedPlace<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bounds: Option<SavedBounds>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trigger: Option<SavedSpan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    proposed: Option<SavedEvent<'a>>,
    /// Missing where the publication date is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Text<'a>>,
    /// The text that its spans count in, where that is not the article's.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Text<'a>>,
    #[serde(flatten)]
    others: Fields,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum SavedName {
    Found { trigger: SavedSpan, nth: u32 },
    Added(u32),
}

pub(super) fn saved<'a>(log: &'a Log, places: &Places<'_>, others: &Others) -> SavedLog<'a> {
    let entry = |(at, entry): (usize, &'a Entry)| {
        let unknown = others.of_edit(at, entry);
        match &entry.text {
            None => saved_edit(entry, places, unknown),
            Some(text) => saved_edit(entry, &Places::new(text), unknown),
        }
    };
    SavedLog { edits: log.entries().iter().enumerate().map(entry).collect(), mark: log.mark(), others: others.log.clone() }
}

fn saved_edit<'a>(entry: &'a Entry, places: &Places<'_>, others: Fields) -> SavedEdit<'a> {
    let name = |name: EventName| match name {
        EventName::Found { trigger, nth } => SavedName::Found { trigger: places.saved(trigger), nth },
        EventName::Added(id) => SavedName::Added(id),
    };
    let all = SavedEdit {
        event: entry.edit.event().map(name),
        text: entry.text.as_deref().map(Text::Borrowed),
        others,
        ..SavedEdit::default()
    };
    match &entry.edit {
        Edit::Set { value, .. } => saved_value(value, places, SavedEdit { edit: "set".into(), ..all }),
        Edit::Restore { field, .. } => SavedEdit { edit: "restore".into(), field: Some(field.as_str().into()), ..all },
        Edit::Delete { .. } => SavedEdit { edit: "delete".into(), ..all },
        Edit::Merge { from, .. } => SavedEdit { edit: "merge".into(), from: Some(name(*from)), ..all },
        Edit::Split { trigger, id, proposed, .. } => SavedEdit {
            edit: "split".into(),
            trigger: Some(places.saved(*trigger)),
            id: Some(*id),
            proposed: Some(event::saved(proposed, places, Fields::new())),
            ..all
        },
        Edit::Add { id, proposed } => {
            SavedEdit { edit: "add".into(), id: Some(*id), proposed: Some(event::saved(proposed, places, Fields::new())), ..all }
        }
        Edit::Published(published) => {
            SavedEdit { edit: "published".into(), published: published.map(|moment| moment.to_string().into()), ..all }
        }
    }
}

fn saved_value<'a>(value: &'a Value, places: &Places<'_>, edit: SavedEdit<'a>) -> SavedEdit<'a> {
    let edit = SavedEdit { field: Some(value.field().as_str().into()), ..edit };
    match value {
        Value::Title(title) => SavedEdit { value: Some(title.as_str().into()), ..edit },
        Value::Kind(kind) => SavedEdit { value: Some(kind.as_str().into()), ..edit },
        Value::Modality(modality) => SavedEdit { value: Some(modality.as_str().into()), ..edit },
        Value::Actors(actors) => SavedEdit { actors: Some(saved_actors(actors, places)), ..edit },
        Value::Places(those) => SavedEdit { places: Some(saved_places(those, places)), ..edit },
        Value::When(written) => {
            SavedEdit { words: Some(written.words.as_str().into()), bounds: Some(saved_bounds(written.bounds)), ..edit }
        }
    }
}

/// Reads the log. An edit that a newer program knows and this one does not is passed over where `is_newer`: such a file is only read.
pub(super) fn read(saved: SavedLog<'_>, places: &Places<'_>, is_newer: bool, others: &mut Others) -> Result<Log, ProjectError> {
    let mut entries = Vec::with_capacity(saved.edits.len());
    let mut mark = saved.mark;
    for (at, mut saved) in saved.edits.into_iter().enumerate() {
        let unknown = std::mem::take(&mut saved.others);
        match read_entry(saved, places) {
            Ok(entry) => {
                if !unknown.is_empty() {
                    others.edits.push((at, entry.clone(), unknown));
                }
                entries.push(entry);
            }
            Err(_) if is_newer => mark -= usize::from(at < mark && mark > 0),
            Err(error) => return Err(error),
        }
    }
    others.log = saved.others;
    Ok(Log::new(entries, mark))
}

fn read_entry(mut saved: SavedEdit<'_>, places: &Places<'_>) -> Result<Entry, ProjectError> {
    let text: Option<Arc<str>> = saved.text.take().map(|text| text.into_owned().into());
    let edit = match &text {
        None => read_edit(saved, places)?,
        Some(text) => read_edit(saved, &Places::new(text))?,
    };
    Ok(Entry { edit, text })
}

fn read_edit(saved: SavedEdit<'_>, places: &Places<'_>) -> Result<Edit, ProjectError> {
    let event = |name: Option<SavedName>| match name.ok_or(ProjectError::Damaged("event"))? {
        SavedName::Found { trigger, nth } => Ok(EventName::Found { trigger: places.read(trigger)?, nth }),
        SavedName::Added(id) => Ok(EventName::Added(id)),
    };
    let id = saved.id.ok_or(ProjectError::Damaged("id"));
    let trigger = saved.trigger.ok_or(ProjectError::Damaged("trigger"));
    let field = saved.field.as_deref().ok_or(ProjectError::Damaged("field"));
    match saved.edit.as_ref() {
        "set" => Ok(Edit::Set { event: event(saved.event)?, value: read_value(saved, places)? }),
        "restore" => Ok(Edit::Restore { event: event(saved.event)?, field: read_field(field?)? }),
        "delete" => Ok(Edit::Delete { event: event(saved.event)? }),
        "merge" => Ok(Edit::Merge { into: event(saved.event)?, from: event(saved.from)? }),
        "split" => Ok(Edit::Split {
            event: event(saved.event)?,
            trigger: places.read(trigger?)?,
            id: id?,
            proposed: read_proposed(saved.proposed, places)?,
        }),
        "add" => Ok(Edit::Add { id: id?, proposed: read_proposed(saved.proposed, places)? }),
        "published" => Ok(Edit::Published(saved.published.as_deref().map(read_moment).transpose()?)),
        _ => Err(ProjectError::Damaged("edit")),
    }
}

fn read_value(saved: SavedEdit<'_>, places: &Places<'_>) -> Result<Value, ProjectError> {
    let damaged = || ProjectError::Damaged("value");
    let word = saved.value.as_deref().ok_or(damaged());
    match saved.field.as_deref() {
        Some("title") => Ok(Value::Title(word?.to_owned())),
        Some("type") => Ok(Value::Kind(read_kind(word?)?)),
        Some("modality") => Ok(Value::Modality(read_modality(word?)?)),
        Some("actors") => Ok(Value::Actors(read_actors(saved.actors.ok_or(damaged())?, places)?)),
        Some("places") => Ok(Value::Places(read_places(saved.places.ok_or(damaged())?, places)?)),
        Some("when") => {
            let words = saved.words.map(Cow::into_owned).unwrap_or_default();
            Ok(Value::When(WrittenWhen { words, bounds: read_bounds(&saved.bounds.ok_or(damaged())?)? }))
        }
        _ => Err(ProjectError::Damaged("field")),
    }
}

/// A proposed event points to no temporal expression: those have other places in another reading.
fn read_proposed(saved: Option<SavedEvent<'_>>, places: &Places<'_>) -> Result<Box<Event>, ProjectError> {
    let saved = saved.ok_or(ProjectError::Damaged("proposed"))?;
    event::read(saved, places, 0).map(|(event, _)| Box::new(event))
}
