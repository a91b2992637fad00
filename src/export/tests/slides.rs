//! Slides for TimelineJS.

use serde_json::Value;

use super::*;

fn slides(article: &Article, extraction: &Extraction) -> (Value, Exported) {
    let subject = Subject { article, extraction, table: None };
    let exported = made(subject, Language::Arabic, &all(), Format::TimelineJs);
    (serde_json::from_slice(&exported.bytes).expect("JSON"), exported)
}

/// Every event is a slide or is listed on the first one; no words become markup.
pub(super) fn check(article: &Article, extraction: &Extraction) {
    let (timeline, exported) = slides(article, extraction);
    let slides = timeline["events"].as_array().expect("slides");
    let first = timeline["title"]["text"]["text"].as_str().expect("a text");
    assert_eq!(slides.len() + first.matches("<li ").count(), extraction.events.len());
    assert_eq!(slides.len(), exported.n_events);
    for slide in slides.iter().chain([&timeline["title"]]) {
        for key in ["headline", "text"] {
            let html = slide["text"][key].as_str().expect("a text");
            let page = dom_query::Document::fragment(html);
            let tags = page.select("*").iter().filter_map(|node| node.nodes().first().and_then(|node| node.node_name()));
            let known = ["html", "p", "ul", "li", "a", "blockquote"];
            tags.for_each(|tag| assert!(known.contains(&&*tag), "{tag} in {html}"));
        }
        assert!(slide["display_date"].as_str().is_none_or(|text| !text.contains('\u{202E}')));
    }
}

#[test]
fn only_events_with_two_ends_get_a_slide_and_its_date_is_said_in_words() {
    let (article, extraction) = article(&["a", "b", "c", "d", "e", "f", "g"].map(str::to_owned));
    let (timeline, exported) = slides(&article, &extraction);
    let of = |name: &str| timeline["events"].as_array().into_iter().flatten().find(|slide| slide["unique_id"] == name);
    let exact = of("e1").expect("a slide");
    assert_eq!(exact["start_date"], serde_json::json!({ "year": 2025, "month": 10, "day": 24 }));
    assert!(exact.get("end_date").is_none());
    let bounded = of("e2").expect("a slide");
    assert_eq!((&bounded["start_date"]["month"], &bounded["end_date"]["month"]), (&Value::from(9), &Value::from(11)));
    assert!(bounded["display_date"].as_str().is_some_and(|text| text.contains("بين")), "{bounded}");
    assert!(of("e3").is_none() && of("e5").is_none() && of("e7").is_none());
    assert_eq!(exported.left_out, [Message::new("export-no-slide").with_count("count", 3)]);
    check(&article, &extraction);
}

#[test]
fn no_words_become_markup_of_a_slide() {
    let (article, extraction) = hostile();
    check(&article, &extraction);
}
