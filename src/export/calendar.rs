//! An iCalendar file: a day or a span of days for each event whose time has two ends. What a calendar cannot place is left out and
//! counted: it would need a date that the text does not give.
//! Source: RFC 5545.

use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, EventLike, EventStatus, Property};

use super::chronology::{Chronology, Entry};
use super::markup::is_hidden;
use super::stamp::Stamp;
use super::{Choice, Exported, Subject};
use crate::base::Message;
use crate::event::{Certainty, Modality};
use crate::i18n::{I18n, without_isolates};

/// The years that a calendar can name.
const YEARS: std::ops::RangeInclusive<i64> = 1..=9998;

/// Longer texts are cut: what a calendar shows of an entry is short, and folding takes time with the square of a line's length.
const MOST_LETTERS: usize = 4_000;

/// The calendar.
pub(super) fn file(subject: &Subject<'_>, choice: &Choice, i18n: &I18n) -> Exported {
    let chronology = Chronology::new(subject, choice);
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0")).append_property(("PRODID", "-//Waqai//Waqai//EN"));
    // Without its type its commas would stay as they are.
    let name = words(&subject.name(i18n)).replace('\n', " ");
    calendar.append_property(Property::new("X-WR-CALNAME", name).add_parameter("VALUE", "TEXT").done());
    for entry in chronology.all() {
        if let Some(days) = Span::of(entry) {
            calendar.push(event(subject, entry, &days, i18n));
        }
    }
    let n_events = calendar.components.len();
    let missing = chronology.len() - n_events;
    let left_out = (missing > 0).then(|| Message::new("export-no-day").with_count("count", missing));
    Exported { bytes: calendar.to_string().into_bytes(), n_events, left_out: left_out.into_iter().collect() }
}

/// When it begins and ends, as a calendar has it: a day ends with the beginning of the next.
struct Span {
    start: DatePerhapsTime,
    end: DatePerhapsTime,
}

impl Span {
    /// `None` where one end is not known or no calendar reaches it.
    fn of(entry: &Entry<'_>) -> Option<Self> {
        let (start, end) = (entry.known.earliest()?, entry.known.latest()?);
        if !YEARS.contains(&start.day.year) || !YEARS.contains(&end.day.year) {
            return None;
        }
        // A day and a minute are no two ends of one kind: then whole days hold both.
        if let (Some(begin), Some(last)) = (minute(start), minute(end)) {
            let (start, end) = (begin, last.checked_add_signed(chrono::TimeDelta::minutes(1))?);
            let floating = |time| DatePerhapsTime::DateTime(CalendarDateTime::Floating(time));
            return Some(Self { start: floating(start), end: floating(end) });
        }
        Some(Self { start: day(start)?.into(), end: day(end)?.succ_opt()?.into() })
    }
}

fn day(stamp: Stamp) -> Option<chrono::NaiveDate> {
    let (month, day) = (u32::try_from(stamp.day.month).ok()?, u32::try_from(stamp.day.day).ok()?);
    chrono::NaiveDate::from_ymd_opt(i32::try_from(stamp.day.year).ok()?, month, day)
}

fn minute(stamp: Stamp) -> Option<chrono::NaiveDateTime> {
    let (hour, minute) = stamp.clock?;
    day(stamp)?.and_hms_opt(u32::try_from(hour).ok()?, u32::try_from(minute).ok()?, 0)
}

fn event(subject: &Subject<'_>, entry: &Entry<'_>, span: &Span, i18n: &I18n) -> icalendar::Event {
    let mut event = icalendar::Event::new();
    event.uid(&format!("{}-{:016x}@waqai", entry.name(), fingerprint(subject)));
    event.starts(span.start.clone()).ends(span.end.clone());
    event.summary(&words(&summary(entry, i18n))).description(&words(&description(subject, entry, i18n)));
    event.status(status(entry));
    // Nobody is busy because something is in the news. When the entry was made plays no part: the same article gives the same file.
    event.append_property(Property::new("TRANSP", "TRANSPARENT")).append_property(Property::new("DTSTAMP", made(subject)));
    if let Some(told) = entry.event {
        event.categories([words(&i18n.text(told.kind.message_key()))]);
        let places: Vec<&str> = told.places.iter().map(|place| place.name.as_str()).collect();
        if !places.is_empty() {
            event.location(&words(&places.join(&i18n.text("timeline-separator"))));
        }
    }
    if let Some(url) = subject.url() {
        event.url(url);
    }
    event.done()
}

/// The title, after what is known of its time where that is no more than a span of time that it lies in.
fn summary(entry: &Entry<'_>, i18n: &I18n) -> String {
    if entry.certainty == Certainty::Exact {
        return entry.title.to_owned();
    }
    i18n.message(&Message::new("export-dated-title").with_text("when", entry.dating(i18n)).with_text("title", entry.title))
}

fn description(subject: &Subject<'_>, entry: &Entry<'_>, i18n: &I18n) -> String {
    let facts = entry.facts(i18n).into_iter();
    let fact = |(name, answer): (&'static str, String)| format!("{}: {answer}", i18n.text(name));
    let quotation = subject.quotation(entry);
    let quotation = (!quotation.is_empty()).then(|| i18n.message(&Message::new("copy-quotation").with_text("words", quotation)));
    let details = Some(entry.details.to_owned()).filter(|details| !details.is_empty());
    let mut lines = vec![entry.dating(i18n)];
    lines.extend(facts.map(fact).chain(quotation).chain(details));
    lines.push(subject.name(i18n));
    lines.join("\n")
}

/// A plan that was dropped is cancelled; what is surely a fact at a sure time is confirmed, all else tentative.
fn status(entry: &Entry<'_>) -> EventStatus {
    match entry.event.map(|event| event.modality) {
        Some(Modality::Cancelled) => EventStatus::Cancelled,
        Some(Modality::Asserted) | None if entry.certainty == Certainty::Exact => EventStatus::Confirmed,
        _ => EventStatus::Tentative,
    }
}

/// The beginning of the day of publication, in universal time; where it is unknown or out of reach, that of 1970.
fn made(subject: &Subject<'_>) -> String {
    let published = subject.extraction.published.map(|published| Stamp::of(published.value).day);
    let day = published.filter(|day| YEARS.contains(&day.year));
    day.map_or("19700101T000000Z".to_owned(), |day| format!("{:04}{:02}{:02}T000000Z", day.year, day.month, day.day))
}

/// Names an article by its words: another one has other events of the same names. FNV-1a, the same on every machine.
fn fingerprint(subject: &Subject<'_>) -> u64 {
    let title = subject.title().unwrap_or_default();
    let bytes = title.bytes().chain([0]).chain(subject.article.text.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Words without what shows nothing; lines stay lines.
fn words(text: &str) -> String {
    let text = without_isolates(text);
    let mut letters = text.chars().filter(|c| *c == '\n' || !is_hidden(*c));
    let mut words: String = letters.by_ref().take(MOST_LETTERS).collect();
    if letters.next().is_some() {
        words.push('…');
    }
    words
}
