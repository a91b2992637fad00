//! The record of an extraction made by hand, field by field.

use serde_json::{Value, json};

use super::*;
use crate::article::{Published, PublishedOrigin};
use crate::base::{Arg, Bounds, Language, Moment, TextSpan};
use crate::event::{
    Actor, ActorRole, Anchor, Basis, ByHand, Certainty, Event, EventKind, LinkEnd, Mention, Modality, Precision, Step, Timex,
    TimexType, Tlink, TlinkType, Warning, When,
};

const TEXT: &str = "😀 نفذت القوات غارة منذ سبتمبر الماضي بعد أن وصلت.";

fn span(words: &str) -> TextSpan {
    let start = TEXT.find(words).expect("the words stand in the text");
    TextSpan::new(start, start + words.len())
}

fn moment(text: &str) -> Moment {
    Moment::parse(text).expect("a moment")
}

fn event(trigger: &str, when: When) -> Event {
    Event {
        title: "القوات تنفذ غارة".to_owned(),
        kind: EventKind::Assault,
        mode: Some("airstrike".into()),
        context: vec!["military".into()],
        mention: Mention { trigger: span(trigger), sentence: TextSpan::new(0, TEXT.len()) },
        other_mentions: Vec::new(),
        actors: vec![Actor { role: ActorRole::Source, name: "القوات".to_owned(), id: None, span: span("القوات") }],
        places: Vec::new(),
        modality: Modality::Asserted,
        when,
        by_hand: ByHand::default(),
    }
}

fn when(begin: Option<Bounds>) -> When {
    let message = Message::new("bounds-year").with("date", Arg::Number(7));
    When {
        bounds: Bounds::between(moment("2025-09-01"), moment("2025-11-01")),
        precision: Some(Precision::Year),
        certainty: Certainty::Bounded,
        basis: Basis::Relative,
        timex: Some(TimexId(0)),
        begin,
        end: None,
        explanation: vec![Step { rule: "ar/month-relative".into(), message, spans: vec![span("سبتمبر الماضي")] }],
    }
}

fn extraction() -> Extraction {
    let timex = Timex {
        span: span("سبتمبر الماضي"),
        timex_type: TimexType::Date,
        value: "2025-09".to_owned(),
        modifier: None,
        quant: None,
        freq: None,
        bounds: Bounds::between(moment("2025-09-01"), moment("2025-09-30")),
        anchor: Anchor::Published,
        rule: "ar/month-relative".into(),
    };
    Extraction {
        language: Language::Arabic,
        title: None,
        published: Some(Published { value: moment("2025-11-01"), origin: PublishedOrigin::Given }),
        timexes: vec![timex],
        events: vec![event("نفذت", when(Some(Bounds::since(moment("2025-09-01"))))), event("وصلت", when(None))],
        tlinks: vec![Tlink {
            from: LinkEnd::Event(EventId(0)),
            to: LinkEnd::Event(EventId(1)),
            link_type: TlinkType::After,
            cue: Some(span("بعد أن")),
        }],
        warnings: vec![Warning { code: "x".into(), message: Message::new("app-name"), spans: vec![span("غارة")] }],
        headings: Vec::new(),
        page_lines: Vec::new(),
    }
}

fn record() -> Value {
    let article = Article { text: TEXT.to_owned(), source: Some("صحيفة".to_owned()), ..Article::default() };
    let i18n = I18n::new(Language::English, None);
    serde_json::to_value(Record::new(&article, &extraction(), &i18n)).expect("a record is JSON")
}

/// The words of code points, as another program counts them.
fn words(start: &Value, end: &Value) -> String {
    let number = |value: &Value| value.as_u64().and_then(|value| usize::try_from(value).ok()).expect("an offset");
    TEXT.chars().skip(number(start)).take(number(end) - number(start)).collect()
}

#[test]
fn the_article_is_whole() {
    let expected = json!({"title": null, "source": "صحيفة", "author": null, "url": null, "language": "ar",
        "published": {"value": "2025-11-01", "origin": "given"}, "text": TEXT});
    let record = record();
    assert_eq!(record["article"], expected);
    assert_eq!((&record["schema"], &record["id"]), (&json!(1), &Value::Null));
}

#[test]
fn a_temporal_expression_has_the_fields_of_the_contract() {
    let expected = json!({"id": "t1", "start": 23, "end": 36, "text": "سبتمبر الماضي", "type": "DATE", "value": "2025-09",
        "mod": null, "earliest": "2025-09-01", "latest": "2025-09-30", "anchor": "published", "rule": "ar/month-relative"});
    assert_eq!(record()["timexes"], json!([expected]));
}

#[test]
fn an_event_has_the_fields_of_the_contract() {
    let expected = json!({"id": "e1", "title": "القوات تنفذ غارة", "type": "ASSAULT", "mode": "airstrike", "context": ["military"],
        "trigger": {"start": 2, "end": 6, "text": "نفذت"}, "sentence": {"start": 0, "end": 49}, "mentions": [],
        "actors": [{"role": "source", "name": "القوات", "id": null, "start": 7, "end": 13}], "places": [],
        "modality": "asserted",
        "when": {"earliest": "2025-09-01", "latest": "2025-11-01", "precision": "year", "certainty": "bounded",
            "basis": "relative", "timex": "t1", "begin": {"earliest": "2025-09-01", "latest": null},
            "explanation": [{"rule": "ar/month-relative", "message": "7", "spans": [[23, 36]]}]}});
    assert_eq!(record()["events"][0], expected);
    assert_eq!(record()["events"][1]["when"].get("begin"), None);
}

#[test]
fn offsets_are_code_points() {
    let record = record();
    for part in
        [&record["timexes"][0], &record["events"][0]["trigger"], &record["events"][1]["trigger"], &record["tlinks"][0]["cue"]]
    {
        assert_eq!(words(&part["start"], &part["end"]), part["text"]);
    }
    assert_eq!(words(&record["warnings"][0]["spans"][0][0], &record["warnings"][0]["spans"][0][1]), "غارة");
}

#[test]
fn links_and_warnings_have_the_fields_of_the_contract() {
    let record = record();
    let cue = json!({"start": 37, "end": 43, "text": "بعد أن"});
    assert_eq!(record["tlinks"], json!([{"from": "e1", "to": "e2", "type": "AFTER", "cue": cue}]));
    assert_eq!(record["warnings"], json!([{"code": "x", "message": "Waqai", "spans": [[14, 18]]}]));
}

#[test]
fn fields_stand_in_the_order_of_the_contract() {
    let article = Article { text: TEXT.to_owned(), ..Article::default() };
    let i18n = I18n::new(Language::Arabic, None);
    let json = serde_json::to_string(&Record::new(&article, &extraction(), &i18n)).expect("a record is JSON");
    let fields = [
        "\"schema\":1,\"id\"",
        "\"article\":{\"title\"",
        "\"timexes\":[{\"id\"",
        "\"events\":[{\"id\"",
        "\"when\":{\"earliest\"",
        "\"tlinks\":[{\"from\"",
        "\"warnings\":[{\"code\"",
    ];
    let places: Vec<_> = fields.iter().map(|field| json.find(field)).collect();
    assert!(places.iter().all(Option::is_some), "{places:?}");
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn an_error_record_names_the_line_and_the_reason() {
    let i18n = I18n::new(Language::English, None);
    let write = |id| serde_json::to_value(ErrorRecord::new(id, 3, &Message::new("read-error-no-text"), &i18n)).expect("JSON");
    assert_eq!(write(None)["line"], 3);
    assert_eq!(write(None).get("id"), None);
    assert_eq!(write(Some("a"))["id"], "a");
    assert!(write(None)["error"].as_str().is_some_and(|error| error.contains("no text")));
}
