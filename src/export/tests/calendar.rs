//! Entries of a calendar.

use icalendar::{Calendar, Component};

use super::*;

fn calendar(article: &Article, extraction: &Extraction) -> (Calendar, Exported) {
    let subject = Subject { article, extraction, table: None };
    let exported = made(subject, Language::English, &all(), Format::ICalendar);
    let text = std::str::from_utf8(&exported.bytes).expect("UTF-8");
    (text.parse().expect("a calendar"), exported)
}

/// Whatever the words are, the lines are those of the form, and every entry has what it must have.
pub(super) fn check(article: &Article, extraction: &Extraction) {
    let (calendar, exported) = calendar(article, extraction);
    let text = std::str::from_utf8(&exported.bytes).expect("UTF-8");
    for line in text.split("\r\n") {
        // 75 are recommended; the last line of a long text may have one more.
        assert!(line.len() <= 76 && !line.contains(['\n', '\r']), "{line:?}");
    }
    assert_eq!(calendar.events().count(), exported.n_events);
    assert_eq!(text.matches("\r\nBEGIN:VEVENT\r\n").count(), exported.n_events);
    for event in calendar.events() {
        for key in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS"] {
            assert!(event.property_value(key).is_some(), "{key}");
        }
    }
}

#[test]
fn an_entry_lasts_as_long_as_its_time_is_uncertain_and_says_so() {
    let (article, extraction) = article(&["a", "b", "c", "d", "e", "f", "g"].map(str::to_owned));
    let (calendar, exported) = calendar(&article, &extraction);
    let found = |summary: &str| {
        let event = calendar.events().find(|event| event.get_summary().is_some_and(|text| text.ends_with(summary)));
        event.unwrap_or_else(|| panic!("{summary} in {}", String::from_utf8_lossy(&exported.bytes)))
    };
    let times = |summary: &str| ["DTSTART", "DTEND", "STATUS"].map(|key| found(summary).property_value(key).unwrap_or_default());
    assert_eq!(times("a"), ["20251024", "20251025", "CONFIRMED"]);
    assert_eq!(times("b"), ["20250901", "20251102", "TENTATIVE"]);
    assert_eq!(times("f"), ["20251024T083000", "20251024T083100", "CONFIRMED"]);
    assert!(found("b").get_summary().is_some_and(|text| text.contains("between") && text.contains("bounded")));
    assert_eq!(found("a").get_summary(), Some("a"));
    // That of BCE, the one known by its order and the undated one.
    assert_eq!(exported.left_out, [Message::new("export-no-day").with_count("count", 3)]);
    assert_eq!(exported.n_events, 4);
}

#[test]
fn the_same_article_gives_the_same_entries_and_another_one_others() {
    let names = |title: &str| {
        let (article, extraction) = article(&[title.to_owned()]);
        let (calendar, _) = calendar(&article, &extraction);
        calendar.events().filter_map(|event| event.get_uid().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(names("a"), names("a"));
    assert_ne!(names("a"), names("b"));
}

#[test]
fn no_words_become_lines_of_a_calendar() {
    let (article, extraction) = hostile();
    check(&article, &extraction);
}

#[test]
fn a_text_without_end_is_cut() {
    let (article, extraction) = article(&["كلام ".repeat(200_000)]);
    let (calendar, exported) = calendar(&article, &extraction);
    assert!(exported.bytes.len() < 100_000);
    assert!(calendar.events().all(|event| event.get_summary().is_some_and(|text| text.ends_with('…'))));
}
