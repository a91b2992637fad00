//! Timelines as TimelineJS writes them in JSON: slides with a date, a headline, a text and a group.
//! Source: TimelineJS 3, "JSON format".

use serde::Deserialize;
use serde_json::Value;

use super::EventFile;
use super::rows::{Row, Rows, time};
use crate::base::WrittenTime;
use crate::reader::{ReadCause, Watch, html};

#[derive(Deserialize)]
struct Timeline {
    title: Option<Slide>,
    events: Vec<Value>,
}

#[derive(Deserialize)]
struct Slide {
    start_date: Option<Date>,
    end_date: Option<Date>,
    text: Option<Text>,
    group: Option<String>,
}

#[derive(Deserialize)]
struct Text {
    headline: Option<String>,
    text: Option<String>,
}

/// Numbers may be written as strings, and what is empty is not there.
#[derive(Deserialize)]
struct Date {
    year: Value,
    month: Option<Value>,
    day: Option<Value>,
    hour: Option<Value>,
    minute: Option<Value>,
    second: Option<Value>,
}

/// The events of a timeline.
///
/// # Errors
/// Where it is no such JSON, no slide has a time, or somebody wants it no more.
pub(in crate::reader) fn read(json: &str, watch: &Watch) -> Result<EventFile, ReadCause> {
    let wrong = |error: serde_json::Error| ReadCause::Json { line: error.line(), column: error.column() };
    let timeline: Timeline = serde_json::from_str(json).map_err(wrong)?;
    let mut rows = Rows::default();
    let n_events = timeline.events.len();
    for (number, event) in (1_u64..).zip(timeline.events) {
        watch.understood(usize::try_from(number).unwrap_or(usize::MAX), n_events)?;
        add(&mut rows, number, &event);
    }
    let title = timeline.title.and_then(|slide| slide.text).and_then(|text| text.headline).map(|headline| plain(&headline));
    if rows.is_empty() { Err(ReadCause::NoRows) } else { Ok(rows.into_file(title.filter(|title| !title.is_empty()))) }
}

/// Whether JSON is such a timeline: an object with a list of slides that have dates.
pub(in crate::reader) fn is_timeline(json: &str) -> bool {
    #[derive(Deserialize)]
    struct Probe {
        events: Vec<ProbedSlide>,
    }
    #[derive(Deserialize)]
    struct ProbedSlide {
        start_date: Option<serde::de::IgnoredAny>,
    }
    serde_json::from_str::<Probe>(json).is_ok_and(|probe| probe.events.iter().any(|slide| slide.start_date.is_some()))
}

fn add(rows: &mut Rows, number: u64, event: &Value) {
    let Ok(slide) = Slide::deserialize(event) else { return rows.add(number, None) };
    let (headline, text) = slide.text.map_or((None, None), |text| (text.headline, text.text));
    let (title, details) = (plain(headline.as_deref().unwrap_or_default()), plain(text.as_deref().unwrap_or_default()));
    let start = slide.start_date.and_then(|date| date.time());
    let end = slide.end_date.map(|date| date.time());
    // An end that cannot be read makes the row wrong, not endless.
    let range = match (start, end) {
        (Some(start), None) => time(start, None),
        (Some(start), Some(Some(end))) => time(start, Some(end)),
        _ => None,
    };
    let lane = slide.group.unwrap_or_default();
    rows.add(number, range.map(|time| Row { time, title: &title, lane: &lane, details: Some(&details) }));
}

impl Date {
    fn time(&self) -> Option<WrittenTime> {
        let year = whole(Some(&self.year))??;
        let (month, day) = (whole(self.month.as_ref())?, whole(self.day.as_ref())?);
        let (hour, minute) = (whole(self.hour.as_ref())?, whole(self.minute.as_ref())?);
        let second = whole(self.second.as_ref())?;
        match (month, day, hour) {
            (None, _, _) => WrittenTime::year(year),
            (Some(month), None, _) => WrittenTime::month(year, month),
            (Some(month), Some(day), None) => WrittenTime::day(year, month, day),
            (Some(month), Some(day), Some(hour)) => {
                let clock = format!("{hour:02}:{:02}", minute.unwrap_or(0));
                let clock = second.map_or(clock.clone(), |second| format!("{clock}:{second:02}"));
                WrittenTime::day(year, month, day)?.at(&clock)
            }
        }
    }
}

/// A number, or one written as a string; nothing where nothing is written; `None` where it is something else.
#[expect(clippy::option_option, reason = "nothing written and something wrong are not the same")]
fn whole(value: Option<&Value>) -> Option<Option<i64>> {
    match value {
        None | Some(Value::Null) => Some(None),
        Some(Value::Number(number)) => number.as_i64().map(Some),
        Some(Value::String(text)) if text.trim().is_empty() => Some(None),
        Some(Value::String(text)) => text.trim().parse().ok().map(Some),
        Some(_) => None,
    }
}

/// Slides are written in HTML: what it shows, on one line.
fn plain(text: &str) -> String {
    let shown = if text.contains(['<', '&']) { html::all_text(text).unwrap_or_default() } else { text.to_owned() };
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIMELINE: &str = r#"{"title": {"text": {"headline": "حرب <b>وسلام</b>"}}, "events": [
        {"start_date": {"year": "1990", "month": "8", "day": "2"}, "end_date": {"year": "1991", "month": "2", "day": "28"},
         "text": {"headline": "غزو", "text": "<p>دخلت&nbsp;القوات</p>"}, "group": "الخليج"},
        {"start_date": {"year": -13800000000}, "text": {"headline": "البداية"}},
        {"start_date": {"year": "soon"}, "text": {"headline": "no time"}},
        {"start_date": {"year": 2001, "month": 9, "day": 11, "hour": "8", "minute": "46"}, "text": {"headline": "a minute"}}]}"#;

    #[test]
    fn slides_are_rows_with_groups_for_lanes() {
        assert!(is_timeline(TIMELINE));
        let file = read(TIMELINE, &Watch::default()).expect("a timeline");
        assert_eq!(file.title.as_deref(), Some("حرب وسلام"));
        let titles: Vec<&str> = (0..3).map(|at| file.table.titles().get(at)).collect();
        assert_eq!(titles, ["غزو", "البداية", "a minute"]);
        assert_eq!((file.table.lane_name(0), file.table.details(0)), (Some("الخليج"), "دخلت القوات"));
        let seconds: Vec<i64> = file.table.rows().iter().map(|row| row.time.duration_secs()).collect();
        assert_eq!((seconds[0], seconds[2]), (211 * 86_400, 60));
        assert_eq!(file.unreadable.map(|unreadable| (unreadable.count, unreadable.first)), Some((1, 3)));
    }

    #[test]
    fn other_json_is_no_timeline() {
        for json in ["{}", r#"{"events": []}"#, r#"{"events": [{"title": "a"}]}"#, r#"{"events": 5}"#, "[1]", "{"] {
            assert!(!is_timeline(json), "{json}");
        }
        assert_eq!(read(r#"{"events": [{"start_date": {"year": []}}]}"#, &Watch::default()), Err(ReadCause::NoRows));
    }
}
