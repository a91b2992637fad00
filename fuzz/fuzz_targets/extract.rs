//! Any text, read as Arabic and as English, with and without a publication date: the laws of the extraction hold.
#![no_main]

use libfuzzer_sys::fuzz_target;
use waqai::article::{Article, Published, PublishedOrigin};
use waqai::base::{Language, Moment, TextSpan};
use waqai::event::{Extraction, Timex};
use waqai::extract::{Options, extract, temporal_expressions};

fuzz_target!(|text: &str| {
    let given = Moment::parse("2024-05-02T10:30").map(|value| Published { value, origin: PublishedOrigin::Given });
    for (language, published) in [(Language::Arabic, given), (Language::English, given), (Language::Arabic, None), (Language::English, None)]
    {
        let article = Article { text: text.to_owned(), published, language: Some(language), ..Article::default() };
        let found = extract(&article, &Options::default());
        check(&article.text, &found);
        assert!(found == extract(&article, &Options::default()), "the same article gives the same extraction");
        assert!(temporal_expressions(&article, &Options::default()) == found.timexes, "the expressions alone are the same ones");
    }
});

fn check(text: &str, found: &Extraction) {
    let mut end = 0;
    for timex in &found.timexes {
        assert!(timex.span.start >= end && !timex.span.is_empty(), "expressions are in order and apart: {timex:?}");
        end = timex.span.end;
        check_timex(text, timex);
    }
    for event in &found.events {
        let is_inside = |span: TextSpan| text.get(span.start..span.end).is_some();
        assert!(event.mention.sentence.covers(event.mention.trigger), "{event:?}");
        assert!(is_inside(event.mention.sentence) && is_inside(event.mention.trigger), "{event:?}");
        assert!(event.when.explanation.iter().flat_map(|step| &step.spans).all(|span| is_inside(*span)), "{event:?}");
        assert!(event.when.bounds.earliest.zip(event.when.bounds.latest).is_none_or(|(earliest, latest)| earliest.start() < latest.end()));
    }
}

fn check_timex(text: &str, timex: &Timex) {
    assert!(text.get(timex.span.start..timex.span.end).is_some(), "a span lies inside, on borders of code points: {timex:?}");
    assert!(!timex.value.is_empty(), "{timex:?}");
    let bounds = timex.bounds.earliest.zip(timex.bounds.latest);
    assert!(bounds.is_none_or(|(earliest, latest)| earliest.start() < latest.end()), "the earliest is not after the latest: {timex:?}");
}
