//! What the catalogue and ICU4X give, by language and region.

use icu::plurals::{PluralCategory, PluralRules, PluralRulesOptions};

use super::*;
use crate::base::Bounds;

fn arabic(region: &str) -> I18n {
    I18n::new(Language::Arabic, (!region.is_empty()).then_some(region))
}

fn moment(text: &str) -> Moment {
    Moment::parse(text).expect("a moment")
}

#[test]
fn every_file_parses_and_no_key_stands_twice() {
    for language in Language::ALL {
        let mut bundle = fluent_bundle::FluentBundle::new(Vec::new());
        for (name, source) in catalogue::sources(language) {
            let resource = fluent_bundle::FluentResource::try_new((*source).to_owned());
            let resource = resource.unwrap_or_else(|(_, errors)| panic!("{}/{name}: {errors:?}", language.code()));
            let added = bundle.add_resource(resource);
            assert!(added.is_ok(), "{}/{name}: {added:?}", language.code());
        }
    }
}

#[test]
fn every_file_of_the_folder_is_compiled_in() {
    for language in Language::ALL {
        let folder = format!("{}/data/i18n/{}", env!("CARGO_MANIFEST_DIR"), language.code());
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .expect("the folder of the language")
            .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name in UTF-8"))
            .collect();
        let mut compiled_in: Vec<&str> = catalogue::sources(language).iter().map(|(name, _)| *name).collect();
        files.sort();
        compiled_in.sort_unstable();
        assert_eq!(files, compiled_in);
    }
}

#[test]
fn months_and_digits_follow_the_region() {
    for (region, words) in [
        ("", "3 أغسطس 2025"),
        ("AE", "3 أغسطس 2025"),
        ("EG", "٣ أغسطس ٢٠٢٥"),
        ("SA", "٣ أغسطس ٢٠٢٥"),
        ("JO", "٣ آب ٢٠٢٥"),
        ("LB", "٣ آب ٢٠٢٥"),
        ("MA", "3 غشت 2025"),
        ("TN", "3 أوت 2025"),
        ("DZ", "3 أوت 2025"),
    ] {
        assert_eq!(arabic(region).moment(moment("2025-08-03")), words, "{region}");
    }
    assert_eq!(I18n::new(Language::English, None).moment(moment("2025-08-03")), "August 3, 2025");
    assert_eq!(I18n::new(Language::English, Some("GB")).moment(moment("2025-08-03")), "3 August 2025");
}

#[test]
fn dates_are_written_in_all_their_parts() {
    let i18n = arabic("");
    assert_eq!(i18n.moment(moment("2025-08-03T15:05")), "3 أغسطس 2025 في 3:05 م");
    assert_eq!(i18n.month(2025, 9), "سبتمبر 2025");
    assert_eq!(i18n.month_name(2), "فبراير");
    assert_eq!(i18n.year(1948), "1948");
    assert_eq!(i18n.day_and_month(moment("2025-08-03").day()), "3 أغسطس");
    assert_eq!(i18n.day_of_month(moment("2025-08-03").day()), "3");
    assert_eq!(i18n.weekday(moment("2025-08-03").day()), "الأحد");
    assert_eq!(i18n.hour(15), "3\u{202F}م");
    assert_eq!(i18n.clock(0, 30), "12:30 ص");
    assert_eq!(I18n::new(Language::English, None).short_month_name(9), "Sep");
}

#[test]
fn early_years_have_their_era_and_late_ones_their_digits() {
    let i18n = arabic("");
    assert_eq!(i18n.moment(moment("-0043-03-15")), "15 مارس 44 ق.م");
    assert_eq!(i18n.moment(moment("0622-03-15")), "15 مارس 622");
    assert_eq!(i18n.year(44), "44 م");
    assert_eq!(i18n.month(-43, 3), "مارس 44 ق.م");
    assert_eq!(i18n.year(12025), "12025");
    assert_eq!(i18n.moment(moment("+12025-03-15")), "15 مارس 12025");
}

#[test]
fn what_is_no_month_no_hour_and_no_year_is_written_as_it_is() {
    let i18n = arabic("");
    assert_eq!(i18n.month_name(13), "13");
    assert_eq!(i18n.month(2025, 0), "2025-00");
    assert_eq!(i18n.hour(24), "24");
    assert_eq!(i18n.clock(9, 60), "09:60");
    assert_eq!(without_isolates(&i18n.year(i32::MAX)), "2147483647");
}

#[test]
fn weeks_start_by_region() {
    let first = |region| arabic(region).first_weekday();
    assert_eq!([first("EG"), first("IQ"), first("KW")], [Weekday::Sat; 3]);
    assert_eq!([first("SA"), first("YE")], [Weekday::Sun; 2]);
    assert_eq!([first("AE"), first("LB"), first("TN"), first("MA")], [Weekday::Mon; 4]);
}

#[test]
fn arabic_counts_in_its_plural_forms() {
    let i18n = arabic("");
    for (count, words) in [
        (0, "0 يوم"),
        (1, "يوم واحد"),
        (2, "يومان"),
        (3, "3 أيام"),
        (11, "11 يومًا"),
        (26, "26 يومًا"),
        (100, "100 يوم"),
        (103, "103 أيام"),
        (1948, "1,948 يومًا"),
    ] {
        assert_eq!(without_isolates(&i18n.duration(count, DurationUnit::Day)), words);
    }
    assert_eq!(without_isolates(&arabic("EG").duration(61, DurationUnit::Year)), "٦١ سنة");
    assert_eq!(without_isolates(&I18n::new(Language::English, None).duration(1, DurationUnit::Day)), "1 day");
}

#[test]
fn plural_forms_are_those_of_icu() {
    let locale = locale::locale(Language::Arabic, None);
    let rules = PluralRules::try_new((&locale).into(), PluralRulesOptions::default()).expect("rules for Arabic");
    let i18n = arabic("");
    for count in 0u32..1200 {
        let number = i18n.number(count.into());
        let words = match rules.category_for(count) {
            PluralCategory::One => "يوم واحد".to_owned(),
            PluralCategory::Two => "يومان".to_owned(),
            PluralCategory::Few => format!("{number} أيام"),
            PluralCategory::Many => format!("{number} يومًا"),
            PluralCategory::Zero | PluralCategory::Other => format!("{number} يوم"),
        };
        assert_eq!(without_isolates(&i18n.duration(count.into(), DurationUnit::Day)), words, "{count}");
    }
}

#[test]
fn arguments_are_isolated_and_cannot_get_out() {
    let i18n = I18n::new(Language::Arabic, None);
    let said = i18n.message(&Message::new("bounds-year").with_text("date", "a\u{2069}\u{202E}b"));
    assert_eq!(said, "عام \u{2068}ab\u{2069}");
}

#[test]
fn messages_stand_in_messages() {
    let i18n = I18n::new(Language::English, None);
    let reason = Arg::Message(Box::new(Message::new("read-error-empty")));
    let said = i18n.message(&Message::new("read-error").with("reason", reason).with_text("path", "a.txt"));
    assert_eq!(without_isolates(&said), "Cannot be read, there is no text in it; open another file: a.txt");
}

#[test]
fn a_missing_key_shows_itself() {
    let i18n = arabic("");
    assert_eq!(i18n.text("no-such-key"), "[no-such-key]");
    assert_eq!(i18n.message(&Message::new("no-such-key").with("count", Arg::Number(1))), i18n.text("message-unknown"));
    assert!(!i18n.has("no-such-key"));
    assert!(i18n.has("app-name"));
}

#[test]
fn moments_months_and_bounds_are_arguments_too() {
    let i18n = I18n::new(Language::English, None);
    let day = moment("2025-11-01");
    for (arg, words) in [
        (Arg::Moment(day), "November 1, 2025"),
        (Arg::Month(2025, 9), "September 2025"),
        (Arg::Bounds(Bounds::until(day)), "on or before November 1, 2025"),
        (Arg::Number(-1948), "-1,948"),
    ] {
        let said = i18n.message(&Message::new("bounds-year").with("date", arg));
        assert_eq!(without_isolates(&said), words);
    }
}

#[test]
fn ranges_are_said_as_shortly_as_they_can_be() {
    let english = I18n::new(Language::English, None);
    let said = |text: &str| english.time_range(crate::base::WrittenTime::parse(text).expect("a time").range);
    assert_eq!(said("1986"), "1986");
    assert_eq!(said("1986-09"), "September 1986");
    assert_eq!(said("-13800000000"), "\u{2068}13,800,000,000\u{2069} BC");
    assert!(said("2001-09-11T08:46").contains("8:46"), "{}", said("2001-09-11T08:46"));
    assert!(arabic("").time_range(crate::base::WrittenTime::parse("-2000000").expect("a time").range).ends_with("ق.م"));
}
