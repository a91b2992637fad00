//! An article as a JSON record: `{"text": "…", "published": "2025-11-01", …}`; only `text` is required. One that the program wrote
//! itself has such an object as its `article`, and brings along what was found in it.
//! Fields that are not known are passed over, for records come from other programs.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::record::{self, Lists};
use super::text::BYTE_ORDER_MARK;
use super::{Line, MAX_LINE_BYTES, ReadCause};
use crate::article::{Article, Published, PublishedOrigin};
use crate::base::{Language, Moment};
use crate::event::KnownArticle;

/// The record as it stands; what the fields hold is looked at afterwards, so that a bad record can still be named.
#[derive(Deserialize)]
struct Record {
    id: Option<Value>,
    text: Option<Value>,
    title: Option<Value>,
    published: Option<Value>,
    language: Option<Value>,
    source: Option<Value>,
    author: Option<Value>,
    url: Option<Value>,
    note: Option<Value>,
    schema: Option<Value>,
    article: Option<Value>,
    timexes: Option<Value>,
    events: Option<Value>,
    tlinks: Option<Value>,
    warnings: Option<Value>,
    headings: Option<Value>,
    page_lines: Option<Value>,
}

/// A record that could not be read, with its `id` where it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRecord {
    /// What the record calls itself.
    pub id: Option<String>,
    /// Why it could not be read.
    pub cause: ReadCause,
}

/// The article of one record, with what the record knows of it.
///
/// # Errors
/// Where `json` is no object, has no text, a field of the wrong kind, or contradicts itself.
pub fn read_record(json: &str) -> Result<KnownArticle, BadRecord> {
    let json = json.trim_start_matches(BYTE_ORDER_MARK);
    let record: Record = serde_json::from_str(json).map_err(|error| BadRecord { id: None, cause: cause(json, &error) })?;
    let id = record.id.as_ref().and_then(identifier);
    known(record, id.clone()).map_err(|cause| BadRecord { id, cause })
}

/// The articles of one record or of a list of them.
///
/// # Errors
/// As [`read_record`], of the first that cannot be read.
pub(super) fn read_records(json: &str) -> Result<Vec<KnownArticle>, ReadCause> {
    let json = json.trim_start_matches(BYTE_ORDER_MARK);
    if !json.trim_start().starts_with('[') {
        return read_record(json).map(|known| vec![known]).map_err(|bad| bad.cause);
    }
    let records: Vec<Record> = serde_json::from_str(json).map_err(|error| cause(json, &error))?;
    let one = |record: Record| {
        let id = record.id.as_ref().and_then(identifier);
        known(record, id)
    };
    records.into_iter().map(one).collect()
}

/// Whether JSON is a list that has a record in it.
pub(super) fn is_list(json: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Probe {
        text: Option<IgnoredAny>,
        article: Option<IgnoredAny>,
    }
    let is_record = |probe: &Probe| probe.text.is_some() || probe.article.is_some();
    serde_json::from_slice::<Vec<Probe>>(json).is_ok_and(|list| list.iter().any(is_record))
}

/// The article of a line of JSON Lines; `None` where the line is blank.
///
/// # Errors
/// As [`read_record`], and where the line is too long or is no UTF-8.
pub fn read_line(line: &Line<'_>) -> Result<Option<KnownArticle>, BadRecord> {
    let limit = || u64::try_from(MAX_LINE_BYTES).unwrap_or(u64::MAX);
    let nameless = |cause| BadRecord { id: None, cause };
    let bytes = line.bytes.ok_or_else(|| nameless(ReadCause::LineTooLong(limit())))?;
    let text = std::str::from_utf8(bytes).map_err(|error| nameless(ReadCause::NotUtf8(error.valid_up_to())))?;
    if text.trim().is_empty() {
        return Ok(None);
    }
    read_record(text).map(Some).map_err(|BadRecord { id, cause }| BadRecord { id, cause: in_line(cause) })
}

/// The line that JSON counts inside a line is always the first.
fn in_line(cause: ReadCause) -> ReadCause {
    match cause {
        ReadCause::Json { column, .. } => ReadCause::JsonLine { column },
        other => other,
    }
}

/// The record takes any value in any field, so what is valid JSON and no record is no object, or has a field twice.
fn cause(json: &str, error: &serde_json::Error) -> ReadCause {
    if error.is_data() && !json.trim_start().starts_with('{') {
        return ReadCause::NotAnObject;
    }
    ReadCause::Json { line: error.line(), column: error.column() }
}

fn known(record: Record, id: Option<String>) -> Result<KnownArticle, ReadCause> {
    let Record { article: Some(inner), schema, timexes, events, tlinks, warnings, text: None, .. } = record else {
        return article(record, id).map(KnownArticle::from);
    };
    record::check_schema(schema.as_ref())?;
    let inner = Record::deserialize(inner).map_err(|error| record::bad_part("article", &error))?;
    let published = record::published(inner.published.as_ref())?;
    let Record { headings, page_lines, .. } = inner;
    let lists = Lists { timexes, events, tlinks, warnings, headings, page_lines };
    let inner = Record { published: None, headings: None, page_lines: None, ..inner };
    let article = Article { published, ..article(inner, id)? };
    let extraction = record::extraction(&article, lists)?;
    Ok(KnownArticle { article, extraction: Some(extraction) })
}

fn article(record: Record, id: Option<String>) -> Result<Article, ReadCause> {
    let Some(Value::String(text)) = record.text else { return Err(ReadCause::NoText) };
    let language = string(record.language, "language")?;
    let mut article = Article {
        id,
        text,
        title: string(record.title, "title")?,
        source: string(record.source, "source")?,
        author: string(record.author, "author")?,
        url: string(record.url, "url")?,
        note: string(record.note, "note")?,
        language: language.as_deref().and_then(Language::from_code),
        ..Article::default()
    };
    set_published(&mut article, record.published);
    Ok(article)
}

/// A date that cannot be read does not spoil the record: extraction warns of it.
fn set_published(article: &mut Article, published: Option<Value>) {
    let written = match published {
        None | Some(Value::Null) => return,
        Some(Value::String(text)) => text,
        Some(other) => other.to_string(),
    };
    match Moment::parse(written.trim()) {
        Some(value) => article.published = Some(Published { value, origin: PublishedOrigin::Metadata }),
        None => article.unreadable_published = Some(written),
    }
}

/// Numbers name records too.
fn identifier(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn string(value: Option<Value>, field: &'static str) -> Result<Option<String>, ReadCause> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(ReadCause::BadField(field)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cause_of(json: &str) -> ReadCause {
        read_record(json).expect_err("a bad record").cause
    }

    #[test]
    fn every_field_is_taken() {
        let json = r#"{"id": "a1", "text": "نص", "title": "عنوان", "published": "2025-11-01T08:30", "language": "ar",
            "source": "صحيفة", "author": "كاتب", "url": "https://example.org/1", "note": "ملاحظة", "other": [1]}"#;
        let article = read_record(json).expect("a good record").article;
        let text = |value: &str| Some(value.to_owned());
        assert_eq!((article.id, article.text), (text("a1"), "نص".to_owned()));
        assert_eq!((article.title, article.source, article.author), (text("عنوان"), text("صحيفة"), text("كاتب")));
        assert_eq!((article.url, article.note), (text("https://example.org/1"), text("ملاحظة")));
        assert_eq!(article.language, Some(Language::Arabic));
        let published = article.published.map(|published| (published.value.to_string(), published.origin));
        assert_eq!(published, Some(("2025-11-01T08:30".to_owned(), PublishedOrigin::Metadata)));
    }

    #[test]
    fn only_the_text_is_required() {
        let json = "\u{FEFF}{\"text\": \"\\ufeffa\\r\\n\", \"title\": null, \"id\": 7}";
        let article = read_record(json).expect("a good record").article;
        assert_eq!(article.text, "\u{FEFF}a\r\n");
        assert_eq!(article.id.as_deref(), Some("7"));
        assert_eq!((article.title, article.published), (None, None));
    }

    #[test]
    fn a_bad_date_is_kept_for_a_warning() {
        for (written, kept) in [(r#""أمس""#, "أمس"), (r#""2025-13-01""#, "2025-13-01"), ("20251101", "20251101")] {
            let article = read_record(&format!(r#"{{"text": "a", "published": {written}}}"#)).expect("a good record").article;
            assert_eq!((article.published, article.unreadable_published.as_deref()), (None, Some(kept)));
        }
    }

    #[test]
    fn bad_records_say_why() {
        assert_eq!(cause_of("{\"text\": }"), ReadCause::Json { line: 1, column: 10 });
        assert_eq!(cause_of("{\n\"text\": \"a"), ReadCause::Json { line: 2, column: 10 });
        assert_eq!(cause_of("[]"), ReadCause::NotAnObject);
        assert_eq!(cause_of("\"text\""), ReadCause::NotAnObject);
        assert_eq!(cause_of("{\"text\": \"a\", \"text\": \"b\"}"), ReadCause::Json { line: 1, column: 20 });
        assert_eq!(cause_of("{}"), ReadCause::NoText);
        assert_eq!(cause_of(r#"{"text": 5}"#), ReadCause::NoText);
        assert_eq!(cause_of(r#"{"text": "a", "title": 5}"#), ReadCause::BadField("title"));
    }

    #[test]
    fn a_bad_record_keeps_its_name() {
        let bad = read_record(r#"{"id": "x", "body": "a"}"#).expect_err("a record without text");
        assert_eq!(bad, BadRecord { id: Some("x".to_owned()), cause: ReadCause::NoText });
    }
}
