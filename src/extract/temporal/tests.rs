//! Laws that hold for any text: made of the words of both lexicons, of figures and marks.

use super::find;
use crate::base::{Language, Moment};
use crate::extract::normalize::Reading;

const PIECES: &[&str] = &[
    "من",
    "إلى",
    "في",
    "بين",
    "و",
    "يوم",
    "الجمعة",
    "شهر",
    "مارس",
    "رمضان",
    "الأول",
    "الحادي",
    "عشر",
    "والعشرين",
    "عام",
    "العام",
    "ألف",
    "ألفين",
    "وتسعمائة",
    "الماضي",
    "المقبل",
    "نفسه",
    "قبل",
    "بعد",
    "منذ",
    "يومين",
    "سنوات",
    "الساعة",
    "الثالثة",
    "والنصف",
    "فجرا",
    "مساء",
    "القرن",
    "السبعينيات",
    "صيف",
    "عيد الفطر",
    "آخر",
    "أسبوع",
    "كل",
    "نصف",
    "ق.م",
    "هـ",
    "غدا",
    "اليوم",
    "the",
    "last",
    "next",
    "Monday",
    "May",
    "of",
    "twenty",
    "first",
    "quarter",
    "two",
    "years",
    "and",
    "a",
    "half",
    "ago",
    "later",
    "Easter",
    "century",
    "at",
    "pm",
    "o'clock",
    "early",
    "weekend",
    "every",
    "0",
    "1",
    "7",
    "29",
    "31",
    "99",
    "366",
    "2024",
    "9999",
    "999999999",
    "12345678901",
    "/",
    "-",
    ".",
    ":",
    ",",
    "،",
    "(",
    ")",
    "\n",
    "'",
    "s",
    "٣",
    "٢٠٢٤",
];

proptest::proptest! {
    #[test]
    fn expressions_lie_apart_inside_the_text_and_end_after_they_start(
        pieces in proptest::collection::vec((0..PIECES.len(), proptest::bool::ANY), 0..24),
        published in proptest::option::of(0i32..4000),
        arabic in proptest::bool::ANY,
    ) {
        let text: String = pieces.iter().flat_map(|&(piece, apart)| [PIECES[piece], if apart { " " } else { "" }]).collect();
        let published = published.and_then(|year| Moment::ymd(year, 2, 28));
        let language = if arabic { Language::Arabic } else { Language::English };
        let reading = Reading::new(&text);
        let mut end = 0;
        for mention in find(&reading, language, published) {
            let timex = mention.timex;
            proptest::prop_assert!(timex.span.start >= end && text.get(timex.span.start..timex.span.end).is_some_and(|words| !words.is_empty()));
            end = timex.span.end;
            if let (Some(earliest), Some(latest)) = (timex.bounds.earliest, timex.bounds.latest) {
                proptest::prop_assert!(earliest.start() < latest.end(), "{text}: {timex:?}");
            }
            proptest::prop_assert!(!timex.value.is_empty());
        }
    }
}

#[test]
fn nested_words_cost_no_stack() {
    for (piece, language) in [
        ("twenty ", Language::English),
        ("the first day of ", Language::English),
        ("two days before ", Language::English),
        ("أول يوم في ", Language::Arabic),
        ("الأسبوع الأول من ", Language::Arabic),
    ] {
        let text = piece.repeat(2_000);
        let reading = Reading::new(&text);
        let published = Moment::ymd(2025, 11, 1);
        assert!(find(&reading, language, published).iter().all(|mention| mention.first <= mention.last));
    }
}
