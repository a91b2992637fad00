//! A record as the program itself writes it: an article with its temporal expressions, events and links, opened as it is.
//! Its offsets are code points. One that contradicts itself or its text is turned away, with the part that does.

mod fields;
mod parts;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use self::parts::Parts;
use super::ReadCause;
use crate::article::{Article, Published, PublishedOrigin};
use crate::base::{Moment, named};
use crate::event::Extraction;

/// The number of the form of the records that is read.
const SCHEMA: u64 = 1;

/// The lists of a record, as they stand.
pub(super) struct Lists {
    pub(super) timexes: Option<Value>,
    pub(super) events: Option<Value>,
    pub(super) tlinks: Option<Value>,
    pub(super) warnings: Option<Value>,
    pub(super) headings: Option<Value>,
    pub(super) page_lines: Option<Value>,
}

/// Whether a record is of the form that is known.
///
/// # Errors
/// Where it says another number: what stands in it may mean something else.
pub(super) fn check_schema(schema: Option<&Value>) -> Result<(), ReadCause> {
    let is_known = schema.is_none_or(|schema| schema.as_u64() == Some(SCHEMA));
    if is_known { Ok(()) } else { Err(ReadCause::OtherSchema) }
}

/// The publication date of the article of a record, with its origin.
///
/// # Errors
/// Where it is neither `null` nor such a date.
pub(super) fn published(written: Option<&Value>) -> Result<Option<Published>, ReadCause> {
    let Some(written) = written.filter(|written| !written.is_null()) else { return Ok(None) };
    let read = fields::Published::deserialize(written).ok().and_then(|field| {
        let origin = named(PublishedOrigin::ALL, PublishedOrigin::as_str, &field.origin)?;
        Some(Published { value: Moment::parse(&field.value)?, origin })
    });
    read.map(Some).ok_or_else(|| ReadCause::BadPart("article.published".to_owned()))
}

/// What a record says of its article.
///
/// # Errors
/// Where a part of it lacks something, or contradicts the article or another part.
pub(super) fn extraction(article: &Article, lists: Lists) -> Result<Extraction, ReadCause> {
    let language = article.language.ok_or_else(|| ReadCause::BadPart("article.language".to_owned()))?;
    let (timexes, events) = (values(lists.timexes, "timexes")?, values(lists.events, "events")?);
    let parts = Parts::new(&article.text, &timexes, &events)?;
    Ok(Extraction {
        language,
        title: article.title.clone(),
        published: article.published,
        timexes: each(timexes, "timexes", |field| parts.timex(field))?,
        events: each(events, "events", |field| parts.event(field))?,
        tlinks: each(values(lists.tlinks, "tlinks")?, "tlinks", |field| parts.tlink(&field))?,
        warnings: each(values(lists.warnings, "warnings")?, "warnings", |field| parts.warning(field))?,
        headings: each(values(lists.headings, "article.headings")?, "article.headings", |pair| parts.line(pair))?,
        page_lines: each(values(lists.page_lines, "article.page_lines")?, "article.page_lines", |pair| parts.line(pair))?,
    })
}

/// That a part of a record has not the fields that it needs.
pub(super) fn bad_part(part: &str, error: &serde_json::Error) -> ReadCause {
    ReadCause::BadPart(format!("{part}: {error}"))
}

/// The items of a list, which may be missing.
fn values(list: Option<Value>, name: &str) -> Result<Vec<Value>, ReadCause> {
    match list {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(items)) => Ok(items),
        Some(_) => Err(ReadCause::BadPart(name.to_owned())),
    }
}

/// Reads the items of a list; `read` says what is wrong with one.
fn each<T: DeserializeOwned, U>(
    items: Vec<Value>,
    name: &str,
    read: impl Fn(T) -> Result<U, &'static str>,
) -> Result<Vec<U>, ReadCause> {
    let one = |(index, item)| {
        let field = T::deserialize(item).map_err(|error| bad_part(&format!("{name}[{index}]"), &error))?;
        read(field).map_err(|wrong| ReadCause::BadPart(format!("{name}[{index}].{wrong}")))
    };
    items.into_iter().enumerate().map(one).collect()
}

#[cfg(test)]
mod tests;
