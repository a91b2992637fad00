//! What holds for every text, however it is made: of words of the press in any order, or of any characters at all.

use proptest::prelude::*;
use waqai::article::{Article, Published, PublishedOrigin};
use waqai::base::{Language, Moment, TextSpan};
use waqai::event::Extraction;
use waqai::export::record::Record;
use waqai::extract::{Options, extract};
use waqai::i18n::I18n;
use waqai::reader::read_record;

const WORDS: [&str; 48] = [
    "أعلن",
    "وزير",
    "الخارجية",
    "أن",
    "الوفد",
    "وصل",
    "أمس",
    "إلى",
    "القاهرة",
    "،",
    ".",
    "بعد",
    "توقيع",
    "اتفاق",
    "عام",
    "2019",
    "في",
    "مارس",
    "الماضي",
    "قبل",
    "يومين",
    "منذ",
    "كانت",
    "قد",
    "غادرت",
    "الذي",
    "قصف",
    "الجيش",
    "مدينة",
    "(",
    ")",
    "«",
    "»",
    "لم",
    "سيزور",
    "الرئيس",
    "وأخرى",
    "ما",
    "أسفر",
    "عن",
    "مقتل",
    "12",
    "شخصًا",
    "لاحقًا",
    "هذه",
    "\n\n",
    "تعليق",
    "يوم الأحد المقبل",
];

const ENGLISH_WORDS: [&str; 56] = [
    "the",
    "minister",
    "president",
    "Karel Moss",
    "Oslo",
    "Iran",
    "army",
    "rebels",
    "signed",
    "attacked",
    "said",
    "that",
    "was",
    "were",
    "had",
    "has been",
    "arrested",
    "held",
    "talks",
    "an attack",
    "on Monday",
    "in 2019",
    "since March",
    ",",
    ".",
    "\"",
    "(",
    ")",
    "after",
    "before",
    "when",
    "who",
    "which",
    "and",
    "but",
    "to",
    "visit",
    "will",
    "would",
    "not",
    "did",
    "may",
    "if",
    "led to",
    "plans",
    "be",
    "killing",
    "protest",
    "strike",
    "of",
    "by",
    "cancelled",
    "he",
    "they",
    "\n\n",
    "'s",
];

fn found_in(text: &str, published: Option<&str>) -> (Article, Extraction) {
    let published = published.and_then(Moment::parse).map(|value| Published { value, origin: PublishedOrigin::Given });
    let article = Article { text: text.to_owned(), published, ..Article::default() };
    let extraction = extract(&article, &Options::default());
    (article, extraction)
}

fn check(text: &str, published: Option<&str>) {
    let (article, found) = found_in(text, published);
    let is_inside = |span: TextSpan| article.text.get(span.start..span.end).is_some();
    let mut end = 0;
    for timex in &found.timexes {
        assert!(is_inside(timex.span) && !timex.span.is_empty(), "{:?}", timex.span);
        assert!(timex.span.start >= end, "expressions overlap: {:?}", timex.span);
        end = timex.span.end;
        if let Some(range) = timex.bounds.range() {
            assert!(range.start < range.end, "{:?}", timex.bounds);
        }
    }
    for event in &found.events {
        assert!(!event.when.explanation.is_empty(), "no event without an explanation");
        assert!(!event.title.trim().is_empty(), "no event without a title");
        assert!(is_inside(event.mention.trigger) && is_inside(event.mention.sentence));
        assert!(event.mention.sentence.covers(event.mention.trigger), "{event:?}");
        assert!(event.actors.iter().map(|actor| actor.span).chain(event.places.iter().map(|place| place.span)).all(is_inside));
        assert!(event.when.explanation.iter().flat_map(|step| &step.spans).all(|span| is_inside(*span)));
        if let Some(range) = event.when.bounds.range() {
            assert!(range.start < range.end, "{:?}", event.when.bounds);
        }
        if published.is_none() {
            assert!(event.when.timex.is_some() || event.when.bounds.latest.is_none() || !found.tlinks.is_empty(), "{event:?}");
        }
    }
    let again = extract(&article, &Options::default());
    assert!(again == found, "the same article gives the same extraction");
    check_record(&article, &found);
}

/// What is printed opens again as it is, whichever language it was printed in.
fn check_record(article: &Article, found: &Extraction) {
    let write = |article: &Article, found: &Extraction, language| {
        serde_json::to_string(&Record::new(article, found, &I18n::new(language, None))).expect("a record")
    };
    for (language, other) in [(Language::Arabic, Language::English), (Language::English, Language::Arabic)] {
        let written = write(article, found, language);
        let known = read_record(&written).expect("what is printed can be read");
        let read = known.extraction.expect("what was found before");
        assert_eq!((&known.article.text, read.events.len()), (&article.text, found.events.len()));
        assert_eq!((&read.headings, &read.page_lines), (&found.headings, &found.page_lines));
        assert_eq!(write(&known.article, &read, other), written);
    }
}

#[test]
fn what_begins_after_publication_does_not_end_at_it() {
    check("منذ يوم الأحد المقبل قبل تعليق", Some("2024-05-02"));
}

proptest! {
    #[test]
    fn texts_of_the_press_s_words(words in prop::collection::vec(0..WORDS.len(), 0..60), dated: bool) {
        let text = words.into_iter().map(|word| WORDS[word]).collect::<Vec<_>>().join(" ");
        check(&text, dated.then_some("2024-05-02"));
    }

    #[test]
    fn texts_of_the_english_press_s_words(words in prop::collection::vec(0..ENGLISH_WORDS.len(), 0..60), dated: bool) {
        let text = words.into_iter().map(|word| ENGLISH_WORDS[word]).collect::<Vec<_>>().join(" ");
        check(&text, dated.then_some("2024-05-02"));
    }

    #[test]
    fn texts_of_any_characters(text in "\\PC{0,120}") {
        check(&text, Some("2024-05-02"));
    }

    #[test]
    fn marks_tatweel_and_digit_forms_change_no_value(words in prop::collection::vec(0..WORDS.len(), 0..30)) {
        let text = words.into_iter().map(|word| WORDS[word]).collect::<Vec<_>>().join(" ");
        let values = |text: &str| found_in(text, Some("2024-05-02")).1.timexes.into_iter().map(|timex| timex.value).collect::<Vec<_>>();
        let plain = values(&text);
        prop_assert_eq!(&plain, &values(&text.replace('2', "٢").replace('0', "٠").replace('1', "١").replace('9', "٩")));
        prop_assert_eq!(&plain, &values(&text.replace("ما", "مـا").replace("عام", "عـام")));
        prop_assert_eq!(&plain, &values(&text.replace('ً', "")));
    }
}
