//! Every form, on an article such as people read and on words that were made to break one.

mod calendar;
mod page;
mod sheets;
mod slides;

use std::collections::BTreeSet;

use proptest::prelude::*;
use pulldown_cmark::{Event as Markdown, Tag, TagEnd};

use super::*;
use crate::base::{Bounds, Direction, Language, Moment, TextSpan, TimePoint};
use crate::event::{Certainty, Event, LaneName, TableRow};
use crate::timeline::sample;

/// Words that mean something to one form or another.
const HOSTILE: [&str; 18] = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "@SUM(A1:A9)",
    "-2+3",
    "<script>alert(1)</script>",
    "\"quotes\", 'and' «others»",
    "first line\nsecond line\r\nthird",
    "]]> & &amp; &#x3c;",
    "![x](javascript:alert(1)) [y](z) `code` **bold**",
    "# heading\n> quotation\n1. list\n- item\n---",
    "\u{202E}turned\u{2066}isolated",
    "\u{0}\u{1b}\u{7f}\u{85}\u{FEFF}\u{FFFE}",
    "a;b,c\\n\\;\\,:d",
    "BEGIN:VEVENT",
    "🚀👩‍👩‍👧‍👦 and ﷺ",
    "https://example.org/?a=1&b=2",
    "اتفاقٌ على هدنةٍ لمدة ٣ أيام",
    "",
];

/// An article of these sentences, each of which tells an event of that title.
fn article(titles: &[String]) -> (Article, Extraction) {
    let mut text = String::new();
    let mut events = Vec::new();
    for (at, title) in titles.iter().enumerate() {
        let sentence = TextSpan::new(text.len(), text.len() + title.len());
        text.push_str(title);
        text.push('\n');
        let mut event = of_certainty(at, title);
        event.mention.sentence = sentence;
        event.mention.trigger = sentence;
        events.push(sample::at(sample::by(event, crate::event::EventKind::ALL[at % 17], title, None), title));
    }
    let title = titles.first().cloned();
    let article =
        Article { text, title: title.clone(), source: title.clone(), author: title.clone(), url: title, ..Article::default() };
    (article, sample::extraction(Some("2025-11-01"), events, Vec::new()))
}

fn of_certainty(at: usize, title: &str) -> Event {
    match at % 7 {
        0 => Event { title: title.to_owned(), ..sample::on("2025-10-24") },
        1 => sample::event(title, Certainty::Bounded, Some("2025-09-01"), Some("2025-11-01")),
        2 => sample::event(title, Certainty::OneSided, Some("-0044-03-15"), None),
        3 => sample::event(title, Certainty::Ongoing, Some("2025-11-01"), Some("2025-11-01")),
        4 => sample::ordered(title),
        5 => sample::event(title, Certainty::Exact, Some("2025-10-24T08:30"), Some("2025-10-24T08:30")),
        _ => sample::undated(title),
    }
}

fn table() -> EventTable {
    let mut table = EventTable::with_lanes(vec!["=lane".to_owned()]);
    let range = |start, end| TimeRange { start: TimePoint(start), end: TimePoint(end) };
    for (title, time, is_vague) in [
        ("a day", range(0, 86_400), false),
        ("somewhere in a year", range(31_536_000, 63_072_000), true),
        ("long before", range(-400_000_000_000_000_000, -300_000_000_000_000_000), false),
    ] {
        assert!(table.push(title, TableRow { time, is_vague, lane: LaneName::new(0) }));
    }
    table
}

/// What a form makes of a subject.
fn made(subject: Subject<'_>, language: Language, choice: &Choice, format: Format) -> Exported {
    let i18n = I18n::new(language, None);
    let look = Look { is_dark: false, width: 900, scale: 1.0, time: i18n.direction() };
    let work = Work { subject, choice, look: &look, i18n: &i18n, fonts: &[] };
    export(&work, format).expect("it can be made")
}

fn all() -> Choice {
    Choice::everything(LaneGrouping::Actor)
}

fn text_of(article: &Article, extraction: &Extraction, format: Format) -> String {
    let subject = Subject { article, extraction, table: None };
    String::from_utf8(made(subject, Language::Arabic, &all(), format).bytes).expect("UTF-8")
}

/// The pages of a PDF, as somebody else's reader counts them.
fn n_pages(bytes: Vec<u8>) -> usize {
    hayro_interpret::hayro_syntax::Pdf::new(bytes).expect("a PDF").pages().len()
}

fn hostile() -> (Article, Extraction) {
    article(&HOSTILE.map(str::to_owned))
}

/// The rows of a table, by the names of their columns.
fn rows(csv: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{FEFF}').as_bytes());
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

#[test]
fn a_table_says_what_is_known_and_no_more() {
    let (article, extraction) = article(&["x", "x", "x", "x", "x", "x", "x"].map(str::to_owned));
    let csv = text_of(&article, &extraction, Format::Csv);
    assert!(csv.starts_with("\u{FEFF}id,title,earliest,latest,certainty,") && csv.contains("\r\n"));
    let rows = rows(&csv);
    assert_eq!(rows.len(), 7);
    let of = |id: &str| rows.iter().find(|row| row["id"] == id).expect("the row");
    assert_eq!((of("e1")["earliest"].as_str(), of("e1")["latest"].as_str()), ("2025-10-24", "2025-10-24"));
    assert_eq!((of("e3")["earliest"].as_str(), of("e3")["latest"].as_str()), ("-0044-03-15", ""));
    assert_eq!((of("e5")["earliest"].as_str(), of("e5")["certainty"].as_str()), ("", "ordered"));
    assert_eq!((of("e7")["latest"].as_str(), of("e7")["certainty"].as_str()), ("2025-11-01", "undated"));
    assert_eq!((of("e2")["quotation_start"].as_str(), of("e2")["quotation_end"].as_str()), ("2", "3"));
}

#[test]
fn no_cell_is_a_formula() {
    let (article, extraction) = hostile();
    for row in rows(&text_of(&article, &extraction, Format::Csv)) {
        for (column, cell) in row.iter().filter(|(column, _)| !matches!(column.as_str(), "earliest" | "latest")) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{column}: {cell}");
        }
    }
}

#[test]
fn rows_of_a_table_are_written_with_their_times() {
    let (article, extraction) = article(&[]);
    let table = table();
    let subject = Subject { article: &article, extraction: &extraction, table: Some(&table) };
    let exported = made(subject, Language::English, &all(), Format::Csv);
    let rows = rows(&String::from_utf8(exported.bytes).expect("UTF-8"));
    assert_eq!(rows.len(), 3);
    assert!(rows[0]["earliest"].starts_with("-1267"), "{:?}", rows[0]);
    assert_eq!((rows[1]["latest"].as_str(), rows[1]["lane"].as_str()), ("1970-01-01", "'=lane"));
    assert_eq!((rows[2]["certainty"].as_str(), rows[2]["earliest"].as_str()), ("bounded", "1971-01-01"));
    for format in [Format::Markdown, Format::Svg, Format::Png, Format::Pdf, Format::Html] {
        assert_eq!(made(subject, Language::English, &all(), format).n_events, 3);
    }
    let i18n = I18n::new(Language::English, None);
    let look = Look { is_dark: false, width: 900, scale: 1.0, time: Direction::LeftToRight };
    let choice = all();
    let work = Work { subject, choice: &choice, look: &look, i18n: &i18n, fonts: &[] };
    assert_eq!(export(&work, Format::Json).err(), Some(Message::new("export-no-article")));
}

/// The words of a Markdown text, and the headings among them.
fn markdown(text: &str) -> (String, Vec<String>) {
    let (mut words, mut headings, mut in_heading) = (String::new(), Vec::new(), false);
    for event in pulldown_cmark::Parser::new(text) {
        match event {
            Markdown::Text(piece) | Markdown::Code(piece) => {
                words.push_str(&piece);
                if in_heading && let Some(last) = headings.last_mut() {
                    String::push_str(last, &piece);
                }
            }
            Markdown::Start(Tag::Heading { .. }) => {
                in_heading = true;
                headings.push(String::new());
            }
            Markdown::End(TagEnd::Heading(_)) => in_heading = false,
            Markdown::Html(html) | Markdown::InlineHtml(html) => panic!("markup from elsewhere: {html}"),
            Markdown::Start(Tag::Link { link_type, .. }) => {
                assert_eq!(link_type, pulldown_cmark::LinkType::Autolink);
            }
            Markdown::Start(Tag::Image { .. } | Tag::CodeBlock(_)) => panic!("markup from elsewhere"),
            _ => {}
        }
    }
    (words, headings)
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_markdown_text_has_a_heading_for_each_event_whatever_it_is_called() {
    let (article, extraction) = hostile();
    let (_, headings) = markdown(&text_of(&article, &extraction, Format::Markdown));
    for event in &extraction.events {
        let title = crate::i18n::without_isolates(&event.title);
        let hidden = |c: char| c.is_control() || matches!(c, '\u{202E}' | '\u{FEFF}' | '\u{FFFE}');
        let title = one_line(&title.replace(hidden, " "));
        assert!(headings.contains(&title), "{title:?} of {headings:?}");
    }
    assert_eq!(headings.len(), 1 + 3 + HOSTILE.len());
}

#[test]
fn the_chronology_for_the_clipboard_has_every_sentence() {
    let (article, extraction) = (Article { text: "وصل الوفد أمس.".to_owned(), ..Article::default() }, sample::article());
    let subject = Subject { article: &article, extraction: &extraction, table: None };
    let text = plain::text(&subject, &all(), &I18n::new(Language::English, None));
    for event in &extraction.events {
        assert!(text.contains(&event.title), "{}", event.title);
    }
    assert!(text.contains("Dated") && text.contains("Undated") && text.contains("October 24, 2025, one certain day:"), "{text}");
}

#[test]
fn a_record_holds_what_is_chosen_and_its_links() {
    let (article, extraction) = (Article::default(), sample::article());
    let subject = Subject { article: &article, extraction: &extraction, table: None };
    let record = |choice: &Choice| -> serde_json::Value {
        serde_json::from_slice(&made(subject, Language::Arabic, choice, Format::Json).bytes).expect("JSON")
    };
    let whole = record(&all());
    assert_eq!(whole["events"].as_array().map(Vec::len), Some(extraction.events.len()));
    assert_eq!(whole["tlinks"].as_array().map(Vec::len), Some(extraction.tlinks.len()));
    let day = |text: &str| Moment::parse(text).expect("a day");
    let window = Bounds::between(day("2025-10-01"), day("2025-10-31")).range();
    let part = record(&Choice { window, ..all() });
    let names: BTreeSet<&str> =
        part["events"].as_array().expect("events").iter().filter_map(|event| event["id"].as_str()).collect();
    assert!(names.contains("e3") && !names.contains("e1") && names.contains("e8"), "{names:?}");
    for tlink in part["tlinks"].as_array().expect("links") {
        assert!(names.contains(tlink["from"].as_str().expect("a name")) && names.contains(tlink["to"].as_str().expect("a name")));
    }
}

/// Reads XML to its end; the names of its elements, the attributes `aria-label` and the words between.
fn xml(text: &str) -> (Vec<String>, Vec<String>) {
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut names, mut labels) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().expect("well-formed") {
            quick_xml::events::Event::Eof => return (names, labels),
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                names.push(String::from_utf8_lossy(tag.name().as_ref()).into_owned());
                for attribute in tag.attributes() {
                    let attribute = attribute.expect("an attribute");
                    let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).expect("a value");
                    if attribute.key.as_ref() == b"aria-label" {
                        labels.push(value.into_owned());
                    }
                }
            }
            _ => {}
        }
    }
}

#[test]
fn a_picture_in_outlines_tells_every_event_in_words() {
    let (article, extraction) = (Article::default(), sample::article());
    let (names, labels) = xml(&text_of(&article, &extraction, Format::Svg));
    for event in &extraction.events {
        assert!(labels.iter().any(|label| label.starts_with(&event.title)), "{}", event.title);
    }
    assert!(names.iter().filter(|name| *name == "use").count() > 100);
    assert!(names.iter().any(|name| name == "linearGradient"), "soft ends");
    assert!(labels.iter().any(|label| label.contains("مطوية")), "folds say what they hide");
}

#[test]
fn time_runs_as_asked_for() {
    let (article, extraction) = (Article::default(), sample::article());
    let subject = Subject { article: &article, extraction: &extraction, table: None };
    let i18n = I18n::new(Language::Arabic, None);
    let choice = all();
    let svg = |time| {
        let look = Look { is_dark: true, width: 900, scale: 1.0, time };
        let work = Work { subject, choice: &choice, look: &look, i18n: &i18n, fonts: &[] };
        export(&work, Format::Svg).expect("a picture").bytes
    };
    assert_ne!(svg(Direction::RightToLeft), svg(Direction::LeftToRight));
    assert_eq!(svg(Direction::RightToLeft), svg(Direction::RightToLeft), "the same input gives the same bytes");
}

#[test]
fn a_picture_in_pixels_is_as_large_as_asked_for() {
    let (article, extraction) = (Article::default(), sample::article());
    let subject = Subject { article: &article, extraction: &extraction, table: None };
    let i18n = I18n::new(Language::English, None);
    let choice = all();
    let png = |scale: f32| {
        let look = Look { is_dark: false, width: 700, scale, time: Direction::LeftToRight };
        let work = Work { subject, choice: &choice, look: &look, i18n: &i18n, fonts: &[] };
        export(&work, Format::Png)
    };
    for (scale, width) in [(0.5, 350), (1.0, 700), (3.0, 2100)] {
        let bytes = png(scale).expect("a picture").bytes;
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
        reader.next_frame(&mut pixels).expect("pixels");
        assert_eq!(reader.info().width, width);
        let colors: BTreeSet<&[u8]> = pixels.chunks(4).collect();
        assert!(colors.len() > 50 && pixels.chunks(4).all(|pixel| pixel[3] == 255), "{}", colors.len());
    }
    let look = Look { is_dark: false, width: u16::MAX, scale: 16.0, time: Direction::LeftToRight };
    let work = Work { subject, choice: &choice, look: &look, i18n: &i18n, fonts: &[] };
    assert_eq!(export(&work, Format::Png).err().map(|message| message.key), Some("export-too-large".into()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.min(48)))]

    #[test]
    fn any_words_leave_every_form_well_made(
        titles in proptest::collection::vec(prop_oneof![proptest::sample::select(&HOSTILE[..]).prop_map(str::to_owned), "\\PC{0,60}"], 1..9)
    ) {
        let (article, extraction) = article(&titles);
        prop_assert_eq!(rows(&text_of(&article, &extraction, Format::Csv)).len(), titles.len());
        let (_, headings) = markdown(&text_of(&article, &extraction, Format::Markdown));
        prop_assert!(headings.len() > titles.len());
        let record: serde_json::Value = serde_json::from_str(&text_of(&article, &extraction, Format::Json)).expect("JSON");
        prop_assert_eq!(record["article"]["text"].as_str(), Some(article.text.as_str()));
        let (names, _) = xml(&text_of(&article, &extraction, Format::Svg));
        prop_assert!(!names.iter().any(|name| name == "script"));
        let subject = Subject { article: &article, extraction: &extraction, table: None };
        let paper = made(subject, Language::Arabic, &all(), Format::Pdf).bytes;
        prop_assert!(n_pages(paper) > 1);
        calendar::check(&article, &extraction);
        slides::check(&article, &extraction);
        page::check(&article, &extraction);
    }
}
