//! The form of a project's file: JSON of types of its own. Spans count code points of the text, as everywhere in JSON.

mod article;
mod edit;
mod event;
mod extraction;
mod places;
mod view;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use self::article::SavedArticle;
use self::edit::SavedLog;
use self::extraction::SavedExtraction;
use self::places::Places;
use self::view::SavedView;
use super::others::{Fields, Others};
use super::{Project, ProjectError, Stamp, Unsaved, VERSION};

/// A word of a fixed list, or words of the article.
type Text<'a> = Cow<'a, str>;

#[derive(Serialize, Deserialize)]
struct SavedProject<'a> {
    /// What tells it from other JSON; first of all fields.
    waqai: Text<'a>,
    version: u32,
    /// The program that wrote it.
    program: Text<'a>,
    article: SavedArticle<'a>,
    extraction: SavedExtraction<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    redated: Option<SavedExtraction<'a>>,
    log: SavedLog<'a>,
    #[serde(default)]
    view: SavedView<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unsaved: Option<SavedUnsaved<'a>>,
    #[serde(flatten)]
    others: Fields,
}

/// What is asked of a file before all of it is read.
#[derive(Deserialize)]
struct Head {
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct SavedUnsaved<'a> {
    session: Text<'a>,
    path: Option<Text<'a>>,
    title: Text<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    known: Option<(u64, u64)>,
}

/// Writes a project.
pub(super) fn encode(project: &Project) -> Result<Vec<u8>, ProjectError> {
    let places = Places::new(&project.article.text);
    let others = &project.others;
    let saved = SavedProject {
        waqai: "project".into(),
        version: VERSION,
        program: env!("CARGO_PKG_VERSION").into(),
        article: article::saved(&project.article, others.article.clone()),
        extraction: extraction::saved(&project.found, &places, others.found.clone(), |at, event| {
            others.of_event(at, event.mention.trigger)
        }),
        redated: project
            .redated
            .as_ref()
            .map(|redated| extraction::saved(redated, &places, others.redated.clone(), |_, _| Fields::new())),
        log: edit::saved(&project.log, &places, others),
        view: view::saved(&project.view, others.view.clone()),
        unsaved: project.unsaved.as_ref().map(|unsaved| SavedUnsaved {
            session: unsaved.session.as_str().into(),
            path: unsaved.path.as_deref().map(Text::Borrowed),
            title: unsaved.title.as_str().into(),
            known: unsaved.known.map(Stamp::numbers),
        }),
        others: others.file.clone(),
    };
    serde_json::to_vec(&saved).map_err(json)
}

/// Reads a project.
pub(super) fn decode(bytes: &[u8]) -> Result<Project, ProjectError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let head: Head = serde_json::from_slice(bytes).map_err(json)?;
    let is_newer = head.version > VERSION;
    decoded(bytes, is_newer).map_err(|error| if is_newer { ProjectError::Newer } else { error })
}

fn decoded(bytes: &[u8], is_newer: bool) -> Result<Project, ProjectError> {
    let saved: SavedProject<'_> = serde_json::from_slice(bytes).map_err(json)?;
    if saved.waqai != "project" {
        return Err(ProjectError::Damaged("waqai"));
    }
    let mut others = Others { file: saved.others, ..Others::default() };
    let (article, unknown) = article::read(saved.article)?;
    others.article = unknown;
    let places = Places::new(&article.text);
    let (found, unknown, events) = extraction::read(saved.extraction, &places)?;
    (others.found, others.events) = (unknown, events);
    let redated = match saved.redated {
        None => None,
        Some(saved) => {
            let (redated, unknown, _) = extraction::read(saved, &places)?;
            others.redated = unknown;
            Some(redated)
        }
    };
    let log = edit::read(saved.log, &places, is_newer, &mut others)?;
    let owned = |text: Option<Text<'_>>| text.map(Cow::into_owned);
    let (view, unknown) = view::read(saved.view);
    others.view = unknown;
    let unsaved = saved.unsaved.map(|unsaved| Unsaved {
        session: unsaved.session.into_owned(),
        path: owned(unsaved.path),
        title: unsaved.title.into_owned(),
        known: unsaved.known.map(Stamp::from_numbers),
    });
    Ok(Project { article, found, redated, log, view, unsaved, is_newer, others })
}

fn json(error: serde_json::Error) -> ProjectError {
    ProjectError::Json(error.line(), error.column())
}

/// The one of a fixed list that a word names.
fn named<T: Copy>(all: &[T], name: fn(T) -> &'static str, word: &str, field: &'static str) -> Result<T, ProjectError> {
    crate::base::named(all.iter().copied(), name, word).ok_or(ProjectError::Damaged(field))
}
