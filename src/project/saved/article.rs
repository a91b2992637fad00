//! The article as it is kept.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::super::ProjectError;
use super::super::others::Fields;
use super::places::read_moment;
use super::{Text, named};
use crate::article::{Article, Published, PublishedOrigin};
use crate::base::Language;

#[derive(Serialize, Deserialize)]
pub(super) struct SavedArticle<'a> {
    text: Text<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    everything: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    author: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    published: Option<SavedPublished<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file_name: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unreadable_published: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    bylines: Vec<Text<'a>>,
    #[serde(flatten)]
    others: Fields,
}

/// A publication date and where it was found.
#[derive(Serialize, Deserialize)]
pub(super) struct SavedPublished<'a> {
    value: Text<'a>,
    origin: Text<'a>,
}

pub(super) fn saved(article: &Article, others: Fields) -> SavedArticle<'_> {
    fn some(text: Option<&String>) -> Option<Text<'_>> {
        text.map(|text| text.as_str().into())
    }
    SavedArticle {
        text: article.text.as_str().into(),
        everything: some(article.everything.as_ref()),
        id: some(article.id.as_ref()),
        title: some(article.title.as_ref()),
        source: some(article.source.as_ref()),
        author: some(article.author.as_ref()),
        url: some(article.url.as_ref()),
        note: some(article.note.as_ref()),
        language: article.language.map(|language| language.code().into()),
        published: article.published.map(saved_published),
        file_name: some(article.file_name.as_ref()),
        unreadable_published: some(article.unreadable_published.as_ref()),
        bylines: article.bylines.iter().map(|line| line.as_str().into()).collect(),
        others,
    }
}

pub(super) fn read(saved: SavedArticle<'_>) -> Result<(Article, Fields), ProjectError> {
    let owned = |text: Option<Text<'_>>| text.map(Cow::into_owned);
    let article = Article {
        id: owned(saved.id),
        text: saved.text.into_owned(),
        everything: owned(saved.everything),
        title: owned(saved.title),
        source: owned(saved.source),
        author: owned(saved.author),
        url: owned(saved.url),
        note: owned(saved.note),
        language: saved.language.map(|code| language(&code)).transpose()?,
        published: saved.published.map(|published| read_published(&published)).transpose()?,
        file_name: owned(saved.file_name),
        unreadable_published: owned(saved.unreadable_published),
        bylines: saved.bylines.into_iter().map(Cow::into_owned).collect(),
    };
    Ok((article, saved.others))
}

pub(super) fn language(code: &str) -> Result<Language, ProjectError> {
    named(&Language::ALL, Language::code, code, "language")
}

pub(super) fn saved_published(published: Published) -> SavedPublished<'static> {
    SavedPublished { value: published.value.to_string().into(), origin: published.origin.as_str().into() }
}

pub(super) fn read_published(saved: &SavedPublished<'_>) -> Result<Published, ProjectError> {
    let origin = named(&PublishedOrigin::ALL, PublishedOrigin::as_str, &saved.origin, "origin")?;
    Ok(Published { value: read_moment(&saved.value)?, origin })
}
