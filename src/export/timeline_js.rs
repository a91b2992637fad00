//! Slides for TimelineJS 3: one for each event whose time has two ends, under the words that say how sure it is. Every slide needs a
//! date; events that have none are listed on the first one, which has no date either.
//! Source: TimelineJS 3, "JSON format". Its texts are HTML.

use serde_json::{Map, Value, json};

use super::chronology::{Chronology, Entry};
use super::markup::{escaped, is_hidden, put};
use super::stamp::Stamp;
use super::{Choice, Exported, Subject, failed};
use crate::base::Message;
use crate::i18n::{I18n, without_isolates};
use crate::timeline::{LaneGrouping, LaneTitle};

/// The slides.
pub(super) fn file(subject: &Subject<'_>, choice: &Choice, i18n: &I18n) -> Result<Exported, Message> {
    let chronology = Chronology::new(subject, choice);
    let (placed, unplaced): (Vec<&Entry<'_>>, Vec<&Entry<'_>>) = chronology.all().partition(|entry| days(entry).is_some());
    let slides: Vec<Value> = placed
        .iter()
        .filter_map(|entry| {
            let lane = (choice.lanes != LaneGrouping::None).then(|| chronology.lane_of(entry)).flatten();
            slide(subject, entry, lane, choice.lanes, i18n)
        })
        .collect();
    let timeline = json!({ "title": first_slide(subject, &unplaced, i18n), "events": slides });
    let bytes = serde_json::to_vec_pretty(&timeline).map_err(failed)?;
    let left_out = (!unplaced.is_empty()).then(|| Message::new("export-no-slide").with_count("count", unplaced.len()));
    Ok(Exported { bytes, n_events: slides.len(), left_out: left_out.into_iter().collect() })
}

/// The first and the last day or minute.
fn days(entry: &Entry<'_>) -> Option<(Stamp, Stamp)> {
    entry.known.earliest().zip(entry.known.latest())
}

fn slide(subject: &Subject<'_>, entry: &Entry<'_>, lane: Option<&LaneTitle>, lanes: LaneGrouping, i18n: &I18n) -> Option<Value> {
    let (start, end) = days(entry)?;
    let mut slide = json!({
        "unique_id": entry.name(),
        "start_date": date(start),
        "display_date": plain(&entry.dating(i18n)),
        "text": { "headline": escaped(entry.title), "text": body(subject, entry, i18n) },
    });
    if start != end {
        slide["end_date"] = date(end);
    }
    if let Some(lane) = lane {
        slide["group"] = plain(&lane.said(lanes == LaneGrouping::Place, |key| i18n.text(key))).into();
    }
    Some(slide)
}

fn date(stamp: Stamp) -> Value {
    let mut date = Map::new();
    date.insert("year".to_owned(), stamp.day.year.into());
    date.insert("month".to_owned(), stamp.day.month.into());
    date.insert("day".to_owned(), stamp.day.day.into());
    if let Some((hour, minute)) = stamp.clock {
        date.insert("hour".to_owned(), hour.into());
        date.insert("minute".to_owned(), minute.into());
    }
    date.into()
}

fn first_slide(subject: &Subject<'_>, unplaced: &[&Entry<'_>], i18n: &I18n) -> Value {
    let mut text = String::new();
    let byline = subject.byline(i18n).join(&i18n.text("timeline-separator"));
    if !byline.is_empty() {
        put(&mut text, format_args!("<p dir=\"auto\">{}</p>", escaped(&byline)));
    }
    if let Some(url) = subject.url() {
        put(&mut text, format_args!("<p><a href=\"{0}\">{0}</a></p>", escaped(url)));
    }
    if !unplaced.is_empty() {
        let items: String = unplaced.iter().map(|entry| listed(entry, i18n)).collect();
        put(&mut text, format_args!("<ul>{items}</ul>"));
    }
    put(&mut text, format_args!("<p dir=\"auto\">{}</p>", escaped(&i18n.text("export-made"))));
    json!({ "text": { "headline": escaped(&subject.name(i18n)), "text": text } })
}

fn listed(entry: &Entry<'_>, i18n: &I18n) -> String {
    let words = Message::new("export-dated-title").with_text("when", entry.dating(i18n)).with_text("title", entry.title);
    format!("<li dir=\"auto\">{}</li>", escaped(&i18n.message(&words)))
}

/// Who, where, how it is told, and the sentence that says so.
fn body(subject: &Subject<'_>, entry: &Entry<'_>, i18n: &I18n) -> String {
    let mut text = String::new();
    for (name, answer) in entry.facts(i18n) {
        put(&mut text, format_args!("<p dir=\"auto\">{}: {}</p>", escaped(&i18n.text(name)), escaped(&answer)));
    }
    for (tag, words) in [("blockquote", subject.quotation(entry)), ("p", entry.details)] {
        if !words.is_empty() {
            put(&mut text, format_args!("<{tag} dir=\"auto\">{}</{tag}>", escaped(words)));
        }
    }
    text
}

/// Words where no HTML is read.
fn plain(words: &str) -> String {
    without_isolates(words).chars().filter(|c| !is_hidden(*c)).collect()
}
