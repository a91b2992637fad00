//! A record written by hand: what is taken from it, and what is wrong with one that is not whole.

use serde_json::{Value, json};

use crate::base::{Bounds, Language, Message, Moment, TextSpan};
use crate::event::{Anchor, EventId, EventKind, KnownArticle, LinkEnd, TimexId};
use crate::reader::{Format, ReadCause, ReadOptions, read_all_articles, read_record};

const TEXT: &str = "😀 وصل الوفد أمس، ثم غادر.";

/// The words of the text with their place, in code points.
fn words(words: &str) -> Value {
    let start = TEXT.find(words).expect("the words stand in the text");
    let start = TEXT[..start].chars().count();
    json!({"start": start, "end": start + words.chars().count(), "text": words})
}

fn event(id: &str, trigger: &str) -> Value {
    json!({"id": id, "title": trigger, "type": "CONSULT", "mode": null, "context": [], "trigger": words(trigger),
        "sentence": {"start": 0, "end": TEXT.chars().count()}, "mentions": [],
        "actors": [{"role": "source", "name": "الوفد", "id": null, "start": 6, "end": 11}],
        "places": [], "modality": "asserted",
        "when": {"earliest": "2025-10-31", "latest": "2025-10-31", "precision": "day", "certainty": "exact", "basis": "relative",
            "timex": "t1", "explanation": [{"rule": "ar/day-word", "message": "أمس: 31 أكتوبر", "spans": [[12, 15]]}]}})
}

fn record() -> Value {
    let mut timex = words("أمس");
    for (field, value) in
        [("id", "t1"), ("type", "DATE"), ("value", "2025-10-31"), ("anchor", "published"), ("rule", "ar/day-word")]
    {
        timex[field] = value.into();
    }
    for field in ["earliest", "latest"] {
        timex[field] = "2025-10-31".into();
    }
    json!({"schema": 1, "id": "a7",
        "article": {"title": "خبر", "source": "صحيفة", "author": null, "url": null, "language": "ar",
            "published": {"value": "2025-11-01", "origin": "dateline"}, "text": TEXT, "headings": [[2, 11]]},
        "timexes": [timex], "events": [event("e1", "وصل"), event("e2", "غادر")],
        "tlinks": [{"from": "e2", "to": "e1", "type": "AFTER", "cue": words("ثم")}],
        "warnings": [{"code": "x", "message": "شيء", "spans": []}]})
}

fn read(record: &Value) -> Result<KnownArticle, ReadCause> {
    read_record(&record.to_string()).map_err(|bad| bad.cause)
}

#[test]
fn an_article_opens_with_what_was_found_in_it() {
    let KnownArticle { article, extraction } = read(&record()).expect("a record");
    assert_eq!((article.id.as_deref(), article.text.as_str(), article.title.as_deref()), (Some("a7"), TEXT, Some("خبر")));
    let found = extraction.expect("what was found");
    let published = found.published.map(|published| (published.value.to_string(), published.origin.as_str()));
    assert_eq!((found.language, published), (Language::Arabic, Some(("2025-11-01".to_owned(), "dateline"))));
    let of = |span: TextSpan| span.of(TEXT);
    assert_eq!(found.headings.iter().map(|heading| of(*heading)).collect::<Vec<_>>(), ["وصل الوفد"]);
    assert_eq!((of(found.timexes[0].span), found.timexes[0].anchor), ("أمس", Anchor::Published));
    let event = &found.events[1];
    assert_eq!((of(event.mention.trigger), event.kind, of(event.actors[0].span)), ("غادر", EventKind::Consult, "الوفد"));
    let day = Moment::ymd(2025, 10, 31).expect("a day");
    assert_eq!((event.when.bounds, event.when.timex), (Bounds::between(day, day), Some(TimexId(0))));
    assert_eq!(event.when.explanation[0].message, Message::written("أمس: 31 أكتوبر"));
    let link = &found.tlinks[0];
    assert_eq!((link.from, link.to), (LinkEnd::Event(EventId(1)), LinkEnd::Event(EventId(0))));
    assert_eq!(link.cue.map(of), Some("ثم"));
}

#[test]
fn what_a_record_leaves_out_is_empty() {
    let bare = json!({"article": {"language": "en", "text": "a"}});
    let found = read(&bare).expect("a record").extraction.expect("what was found");
    assert_eq!((found.timexes.len(), found.events.len(), found.published), (0, 0, None));
}

#[test]
fn a_record_that_contradicts_itself_is_turned_away_with_the_part_that_does() {
    for (pointer, value, part) in [
        ("/article/language", json!("fr"), "article.language"),
        ("/article/published", json!("2025-11-01"), "article.published"),
        ("/article/published/origin", json!("heard"), "article.published"),
        ("/article/headings", json!([[0, 99]]), "article.headings[0].span"),
        ("/timexes", json!({}), "timexes"),
        ("/timexes/0/id", json!(1), "timexes[0].id"),
        ("/timexes/0/end", json!(99), "timexes[0].text"),
        ("/timexes/0/text", json!("غدا"), "timexes[0].text"),
        ("/timexes/0/type", json!("DAY"), "timexes[0].type"),
        ("/timexes/0/latest", json!("2025-10-30"), "timexes[0].earliest"),
        ("/timexes/0/anchor", json!("t2"), "timexes[0].anchor"),
        ("/events/1/id", json!("e1"), "events[1].id"),
        ("/events/1/type", json!("X"), "events[1].type"),
        ("/events/1/trigger/start", json!(0), "events[1].trigger"),
        ("/events/1/sentence/end", json!(3), "events[1].trigger"),
        ("/events/1/actors/0/role", json!(null), "events[1].actors"),
        ("/events/1/actors/0/start", json!(12), "events[1].actors"),
        ("/events/1/modality", json!("sure"), "events[1].modality"),
        ("/events/1/when/earliest", json!("soon"), "events[1].when.earliest"),
        ("/events/1/when/earliest", json!(null), "events[1].when.certainty"),
        ("/events/1/when/timex", json!("e1"), "events[1].when.timex"),
        ("/events/1/when/explanation", json!([]), "events[1].when.explanation"),
        ("/events/1/when/explanation/0/spans", json!([[9, 8]]), "events[1].when.explanation"),
        ("/tlinks/0/to", json!("e3"), "tlinks[0].to"),
        ("/tlinks/0/type", json!("LATER"), "tlinks[0].type"),
        ("/tlinks/0/cue/start", json!(0), "tlinks[0].cue"),
        ("/warnings/0/spans", json!([[0, 99]]), "warnings[0].spans"),
    ] {
        let mut record = record();
        *record.pointer_mut(pointer).expect(pointer) = value;
        assert_eq!(read(&record).err(), Some(ReadCause::BadPart(part.to_owned())), "{pointer}");
    }
}

#[test]
fn a_part_without_its_fields_says_which_is_missing() {
    for (list, field) in
        [("timexes", "rule"), ("events", "trigger"), ("events", "when"), ("tlinks", "type"), ("warnings", "code")]
    {
        let mut record = record();
        record[list][0].as_object_mut().expect("a part").remove(field);
        let Err(ReadCause::BadPart(part)) = read(&record) else { panic!("{list} without {field}") };
        assert!(part.starts_with(&format!("{list}[0]: ")) && part.contains(field), "{part}");
    }
    let mut record = record();
    record["article"] = json!({"title": "a"});
    assert_eq!(read(&record).err(), Some(ReadCause::NoText));
    record["article"] = json!([1]);
    assert!(matches!(read(&record), Err(ReadCause::BadPart(_))));
}

#[test]
fn another_form_is_not_guessed_at() {
    for schema in [json!(2), json!("1"), json!(1.5)] {
        let mut record = record();
        record["schema"] = schema;
        assert_eq!(read(&record).err(), Some(ReadCause::OtherSchema));
    }
}

#[test]
fn a_list_of_records_holds_several_articles() {
    let list = json!([record(), {"text": "خبر آخر", "id": "b"}]).to_string();
    let all = read_all_articles(list.into_bytes(), None, &ReadOptions::default()).expect("records");
    let seen: Vec<_> = all.iter().map(|one| (one.format, one.article.id.as_deref(), one.extraction.is_some())).collect();
    assert_eq!(seen, [(Format::Json, Some("a7"), true), (Format::Json, Some("b"), false)]);
    for (other, format) in [("[صورة] خبر", Format::Text), ("[1, 2]", Format::Text), ("[{\"a\": 1}]", Format::Text)] {
        let opened = read_all_articles(other.as_bytes().to_vec(), None, &ReadOptions::default()).expect("a text");
        assert_eq!(opened[0].format, format, "{other}");
    }
}
