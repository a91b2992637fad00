//! A table of events for spreadsheets and data frames: what is known and how surely, with the words it rests on.
//!
//! The file begins with a byte order mark, without which Excel reads UTF-8 as something else, and its lines end as RFC 4180
//! has it. What comes from elsewhere and would be taken for a formula is preceded by an apostrophe.

use super::chronology::{Chronology, Entry, actors};
use super::{Choice, Exported, Subject, failed};
use crate::base::{Bounds, CodePoints, Message, TextSpan};
use crate::event::{ActorRole, Event};
use crate::i18n::{I18n, without_isolates};

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

const HEADER: [&str; 28] = [
    "id",
    "title",
    "earliest",
    "latest",
    "certainty",
    "precision",
    "basis",
    "begin_earliest",
    "begin_latest",
    "end_earliest",
    "end_latest",
    "when",
    "type",
    "modality",
    "source_actors",
    "target_actors",
    "participants",
    "places",
    "lane",
    "date_words",
    "quotation",
    "quotation_start",
    "quotation_end",
    "details",
    "article",
    "source",
    "url",
    "published",
];

/// What separates names in one cell.
const AND: &str = "; ";

/// All events, one a row.
pub(super) fn file(subject: &Subject<'_>, choice: &Choice, i18n: &I18n) -> Result<Exported, Message> {
    let chronology = Chronology::new(subject, choice);
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    writer.write_record(HEADER).map_err(failed)?;
    let rows = Rows { subject, i18n, points: CodePoints::new(&subject.article.text) };
    for entry in chronology.all() {
        writer.write_record(rows.row(entry)).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(failed)?;
    Ok(Exported { bytes, n_events: chronology.len(), left_out: Vec::new() })
}

struct Rows<'a> {
    subject: &'a Subject<'a>,
    i18n: &'a I18n,
    points: CodePoints<'a>,
}

impl Rows<'_> {
    fn row(&self, entry: &Entry<'_>) -> [String; HEADER.len()] {
        let Subject { article, extraction, .. } = *self.subject;
        let event = entry.event;
        let when = event.map(|event| &event.when);
        let bounds = |bounds: Option<Bounds>| {
            let bounds = bounds.unwrap_or(Bounds::UNKNOWN);
            [bounds.earliest, bounds.latest].map(|moment| moment.map(|moment| moment.to_string()).unwrap_or_default())
        };
        let [begin_earliest, begin_latest] = bounds(when.and_then(|when| when.begin));
        let [end_earliest, end_latest] = bounds(when.and_then(|when| when.end));
        let names = |role| event.map(|event| actors(event, role).collect::<Vec<_>>().join(AND)).unwrap_or_default();
        let word = |word: Option<&'static str>| word.unwrap_or_default().to_owned();
        let timex = when.and_then(|when| extraction.timex(when.timex?)).map(|timex| timex.span.of(&article.text));
        let sentence = event.map(|event| trimmed(event.mention.sentence, &article.text));
        let place = |byte: Option<usize>| byte.map(|byte| self.points.before(byte).to_string()).unwrap_or_default();
        [
            entry.name(),
            safe(entry.title),
            entry.known.earliest().map(|stamp| stamp.to_string()).unwrap_or_default(),
            entry.known.latest().map(|stamp| stamp.to_string()).unwrap_or_default(),
            entry.certainty.as_str().to_owned(),
            word(when.and_then(|when| when.precision).map(|precision| precision.as_str())),
            word(when.map(|when| when.basis.as_str())),
            begin_earliest,
            begin_latest,
            end_earliest,
            end_latest,
            safe(&without_isolates(&entry.when(self.i18n))),
            word(event.map(|event| event.kind.as_str())),
            word(event.map(|event| event.modality.as_str())),
            safe(&names(ActorRole::Source)),
            safe(&names(ActorRole::Target)),
            safe(&names(ActorRole::Participant)),
            safe(&event.map(places).unwrap_or_default()),
            safe(entry.lane.unwrap_or_default()),
            safe(timex.unwrap_or_default()),
            safe(sentence.map_or("", |span| span.of(&article.text))),
            place(sentence.map(|span| span.start)),
            place(sentence.map(|span| span.end)),
            safe(entry.details),
            safe(self.subject.title().unwrap_or_default()),
            safe(article.source.as_deref().unwrap_or_default()),
            safe(article.url.as_deref().unwrap_or_default()),
            extraction.published.map(|published| published.value.to_string()).unwrap_or_default(),
        ]
    }
}

fn places(event: &Event) -> String {
    event.places.iter().map(|place| place.name.as_str()).collect::<Vec<_>>().join(AND)
}

/// A span without the blanks at its ends: where the quotation stands is where it begins.
fn trimmed(span: TextSpan, text: &str) -> TextSpan {
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start().len());
    TextSpan::new(start, start + words.trim().len())
}

/// A spreadsheet runs a cell that begins with one of these signs as a formula: such words get an apostrophe before them.
/// Source: OWASP, "CSV Injection".
fn safe(words: &str) -> String {
    let is_formula = words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if is_formula { format!("'{words}") } else { words.to_owned() }
}
