//! What cases of words and values do not show: modifiers, bounds, anchors, sets, links and warnings.

use crate::article::{Article, Published, PublishedOrigin};
use crate::base::Moment;
use crate::event::{Anchor, Extraction, LinkEnd, Timex, TlinkType};
use crate::extract::{Options, extract};

/// Saturday.
const PUBLISHED: &str = "2025-11-01";

fn read(text: &str) -> Extraction {
    let value = Moment::parse(PUBLISHED).expect("a date");
    let published = Some(Published { value, origin: PublishedOrigin::Given });
    extract(&Article { text: text.to_owned(), published, ..Article::default() }, &Options::default())
}

fn first(text: &str) -> Timex {
    read(text).timexes.into_iter().next().unwrap_or_else(|| panic!("an expression in «{text}»"))
}

fn bounds(timex: &Timex) -> String {
    let side = |side: Option<Moment>| side.map_or("*".to_owned(), |side| side.to_string());
    format!("{}..{}", side(timex.bounds.earliest), side(timex.bounds.latest))
}

#[test]
fn words_of_measure_become_modifiers() {
    for (text, modifier) in [
        ("قبل نحو ثلاثة أشهر", Some("APPROX")),
        ("قبل عام تقريبا", Some("APPROX")),
        ("حوالي الساعة الثالثة فجرا", Some("APPROX")),
        ("أكثر من أسبوعين", Some("MORE_THAN")),
        ("أقل من ساعة", Some("LESS_THAN")),
        ("ما لا يقل عن ثلاث سنوات", Some("EQUAL_OR_MORE")),
        ("لا تتجاوز ثلاث سنوات", Some("EQUAL_OR_LESS")),
        ("مطلع مارس 2024", Some("START")),
        ("منتصف العام الماضي", Some("MID")),
        ("أواخر الثمانينيات", Some("END")),
        ("ثلاثة أشهر", None),
        ("مارس 2024", None),
    ] {
        assert_eq!(first(text).modifier.as_deref(), modifier, "{text}");
    }
}

#[test]
fn bounds_say_no_more_than_the_words() {
    for (text, expected) in [
        ("قبل عام تقريبا", "2024-09-01..2025-01-01"),
        ("قبل أكثر من عامين", "*..2023-11-01"),
        ("قبل أقل من شهر", "2025-10-01..2025-11-01"),
        ("قبل أسبوعين", "2025-10-12..2025-10-24"),
        ("قبل ساعتين", "2025-10-31..2025-11-01"),
        ("منذ أيام", "*..2025-11-01"),
        ("منذ شهرين", "2025-09-01..2025-09-30"),
        ("خلال الأيام القليلة المقبلة", "2025-11-01..*"),
        ("آخر ثلاثة أيام", "2025-10-29..2025-11-01"),
        ("أعلن في وقت سابق من هذا العام", "2025-01-01..2025-11-01"),
        ("سيعلن في وقت لاحق من هذا العام", "2025-11-01..2025-12-31"),
        ("ليلة أمس", "2025-10-31..2025-11-01"),
        ("مساء أمس", "2025-10-31..2025-10-31"),
        ("استقال بعد ثلاثة أيام من 5 مايو 2020", "2020-05-08..2020-05-08"),
        ("استقال بعد ثلاثة أيام من الهجوم", "*..*"),
        ("لاحقا", "*..*"),
        ("آنذاك", "*..2025-11-01"),
    ] {
        assert_eq!(bounds(&first(text)), expected, "{text}");
    }
}

#[test]
fn sets_say_how_often() {
    for (text, quant, freq) in [
        ("يلتقيان كل جمعة", Some("EVERY"), None),
        ("مرتين في الأسبوع", None, Some("2X")),
        ("مرة كل عام", Some("EVERY"), Some("1X")),
        ("ثلاث مرات يوميا", None, Some("3X")),
        ("سنويا", None, None),
    ] {
        let timex = first(text);
        assert_eq!((timex.timex_type.as_str(), timex.quant.as_deref(), timex.freq.as_deref()), ("SET", quant, freq), "{text}");
    }
}

#[test]
fn what_was_told_before_is_the_anchor() {
    let told = read("زارها في 3 مايو 2020. وفي اليوم التالي غادر");
    assert_eq!(
        told.timexes.iter().map(|timex| timex.anchor).collect::<Vec<_>>(),
        [Anchor::Absolute, Anchor::Timex(crate::event::TimexId(0))]
    );
    let after = read("وقع الهجوم في 3 مايو 2020. وبعد يومين استقال الوزير");
    assert_eq!(
        (after.timexes[1].anchor, bounds(&after.timexes[1]).as_str()),
        (Anchor::Timex(crate::event::TimexId(0)), "2020-05-05..2020-05-05")
    );
    let of_event = read("وقع الهجوم في 3 مايو 2020. وبعد يومين من المفاوضات استقال الوزير");
    assert_eq!((of_event.timexes[1].anchor, bounds(&of_event.timexes[1]).as_str()), (Anchor::Unresolved, "*..*"));
    let behind = read("استقال بعد ثلاثة أيام من 5 مايو 2020");
    assert_eq!(behind.timexes[0].anchor, Anchor::Timex(crate::event::TimexId(1)));
    assert_eq!(first("العام الماضي").anchor, Anchor::Published);
}

fn warnings(text: &str) -> Vec<crate::base::Name> {
    read(text).warnings.into_iter().map(|warning| warning.code).collect()
}

fn identities(text: &str) -> usize {
    let of_timexes = |end| matches!(end, LinkEnd::Timex(_));
    let links = read(text).tlinks;
    links.iter().filter(|link| link.link_type == TlinkType::Identity && of_timexes(link.from) && of_timexes(link.to)).count()
}

#[test]
fn one_day_in_two_calendars_is_one_day() {
    for (text, n_links, expected) in [
        ("الأربعاء 15 محرم 1446 هـ الموافق 21 يوليو 2024", 1, &[][..]),
        ("يوم 27 أكتوبر 2024 (24 ربيع الثاني 1446 هـ)", 1, &[]),
        ("في 3 رجب 1446هـ الموافق 9 يناير 2025", 1, &["calendars-differ"]),
        ("سنة 656 هـ / 1258 م", 1, &["hijri-tabular"]),
        ("ولد في 3 رجب 1446هـ ومات في 9 يناير 2025", 0, &[]),
        ("شهر رمضان 1446 هـ، 9 يناير 2025", 0, &[]),
        ("3 مايو 2020 - 5 مايو 2020", 0, &[]),
    ] {
        assert_eq!((identities(text), warnings(text)), (n_links, expected.iter().map(|code| (*code).into()).collect()), "{text}");
    }
}

#[test]
fn the_name_of_an_event_without_its_year_is_a_warning() {
    for (text, expected) in [
        ("منذ السابع من أكتوبر تغيرت المنطقة", &["year-ambiguous"][..]),
        ("بعد هجوم 7 أكتوبر أغلق المعبر", &["year-ambiguous"]),
        ("منذ السابع من أكتوبر 2023 تغيرت المنطقة", &[]),
        ("منذ السابع من أكتوبر الماضي تغيرت المنطقة", &[]),
        ("وصل في 7 أكتوبر", &[]),
    ] {
        assert_eq!(warnings(text), expected, "{text}");
    }
}

#[test]
fn a_list_of_anniversaries_has_its_day() {
    let found = read("وقعت في مثل هذا اليوم أحداث كثيرة.\n\n1962 - استقلال أوغندا.\n1969 – تفجير في بيروت.\n2000 - 3000 دينار.");
    let values: Vec<&str> = found.timexes.iter().map(|timex| timex.value.as_str()).collect();
    assert_eq!(values, ["XXXX-11-01", "1962-11-01", "1969-11-01"]);
}
