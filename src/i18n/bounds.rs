//! Bounds in words: as sure as they are and no surer.
//! Knows calendar units; the words come from the catalogue.

use chrono::{Datelike, Days, NaiveDate};

use super::I18n;
use crate::base::{Arg, Bounds, Message, Moment};

impl I18n {
    /// Bounds in words: «بين 1 سبتمبر و1 نوفمبر 2025», «في 1 نوفمبر 2025 أو قبله», a whole month or year by its name.
    #[must_use]
    pub fn bounds(&self, bounds: Bounds) -> String {
        match (bounds.earliest, bounds.latest) {
            (None, None) => self.text("bounds-unknown"),
            (None, Some(latest)) => self.until(latest),
            (Some(earliest), None) => self.since(earliest),
            (Some(earliest), Some(latest)) => self.between(earliest, latest),
        }
    }

    /// «أو قبله» says exactly what an inclusive end means; an end that closes a month or a year is said by its name.
    fn until(&self, latest: Moment) -> String {
        let day = latest.day();
        if latest.clock().is_none() && ends_year(day) {
            return self.message(&Message::new("bounds-until-year").with_text("date", self.year(day.year())));
        }
        if latest.clock().is_none() && ends_month(day) {
            return self.message(&Message::new("bounds-until-month").with("date", Arg::Month(day.year(), day.month())));
        }
        self.message(&Message::new("bounds-until-day").with("date", Arg::Moment(latest)))
    }

    fn since(&self, earliest: Moment) -> String {
        let day = earliest.day();
        if earliest.clock().is_none() && starts_year(day) {
            return self.message(&Message::new("bounds-since-year").with_text("date", self.year(day.year())));
        }
        if earliest.clock().is_none() && day.day() == 1 {
            return self.message(&Message::new("bounds-since-month").with("date", Arg::Month(day.year(), day.month())));
        }
        self.message(&Message::new("bounds-since-day").with("date", Arg::Moment(earliest)))
    }

    fn between(&self, earliest: Moment, latest: Moment) -> String {
        if earliest.day() == latest.day() {
            return self.within_a_day(earliest, latest);
        }
        let (first, last) = (earliest.day(), latest.day());
        if earliest.clock().or(latest.clock()).is_some() {
            return self.range_in_words("bounds-between", self.moment(earliest), self.moment(latest));
        }
        if starts_year(first) && ends_year(last) {
            return self.whole_years(first.year(), last.year());
        }
        if first.day() == 1 && ends_month(last) {
            return self.whole_months(first, last);
        }
        let start = if first.year() == last.year() { self.day_and_month(first) } else { self.moment(earliest) };
        self.range_in_words("bounds-between", start, self.moment(latest))
    }

    fn within_a_day(&self, earliest: Moment, latest: Moment) -> String {
        match (earliest.clock(), latest.clock()) {
            (Some(start), Some(end)) if start != end => {
                let message = Message::new("bounds-between-clocks")
                    .with("date", Arg::Moment(Moment::on(earliest.day())))
                    .with_text("start", self.clock(start.0, start.1))
                    .with_text("end", self.clock(end.0, end.1));
                self.message(&message)
            }
            (Some(_), Some(_)) => self.moment(earliest),
            _ => self.moment(Moment::on(earliest.day())),
        }
    }

    fn whole_years(&self, first: i32, last: i32) -> String {
        if first == last {
            return self.message(&Message::new("bounds-year").with_text("date", self.year(first)));
        }
        self.range_in_words("bounds-between-years", self.year(first), self.year(last))
    }

    fn whole_months(&self, first: NaiveDate, last: NaiveDate) -> String {
        let end = self.month(last.year(), last.month());
        if first.year() != last.year() {
            return self.range_in_words("bounds-between", self.month(first.year(), first.month()), end);
        }
        if first.month() == last.month() {
            return end;
        }
        self.range_in_words("bounds-between", self.month_name(first.month()), end)
    }

    fn range_in_words(&self, key: &'static str, start: String, end: String) -> String {
        self.message(&Message::new(key).with_text("start", start).with_text("end", end))
    }
}

fn starts_year(day: NaiveDate) -> bool {
    day.ordinal() == 1
}

fn ends_year(day: NaiveDate) -> bool {
    (day.month(), day.day()) == (12, 31)
}

fn ends_month(day: NaiveDate) -> bool {
    day.checked_add_days(Days::new(1)).is_none_or(|next| next.month() != day.month())
}

#[cfg(test)]
mod tests {
    use crate::base::{Bounds, Language, Moment};
    use crate::i18n::{I18n, without_isolates};

    fn said(language: Language, earliest: &str, latest: &str) -> String {
        let bounds = Bounds { earliest: Moment::parse(earliest), latest: Moment::parse(latest) };
        without_isolates(&I18n::new(language, None).bounds(bounds))
    }

    #[test]
    fn bounds_are_said_in_arabic() {
        for (earliest, latest, words) in [
            ("2025-09-01", "2025-11-01", "بين 1 سبتمبر و1 نوفمبر 2025"),
            ("2024-12-30", "2025-01-02", "بين 30 ديسمبر 2024 و2 يناير 2025"),
            ("2025-09-01", "2025-09-30", "سبتمبر 2025"),
            ("2025-07-01", "2025-09-30", "بين يوليو وسبتمبر 2025"),
            ("2024-12-01", "2025-01-31", "بين ديسمبر 2024 ويناير 2025"),
            ("2023-01-01", "2023-12-31", "عام 2023"),
            ("2011-01-01", "2013-12-31", "بين عامي 2011 و2013"),
            ("2025-11-01", "2025-11-01", "1 نوفمبر 2025"),
            ("", "2025-11-01", "في 1 نوفمبر 2025 أو قبله"),
            ("", "2025-09-30", "في سبتمبر 2025 أو قبله"),
            ("", "2022-12-31", "في عام 2022 أو قبله"),
            ("2025-09-02", "", "في 2 سبتمبر 2025 أو بعده"),
            ("2025-09-01", "", "في سبتمبر 2025 أو بعده"),
            ("2023-01-01", "", "في عام 2023 أو بعده"),
            ("", "", "غير معروف"),
            ("2025-11-01T15:05", "2025-11-01T16:30", "1 نوفمبر 2025، بين 3:05 م و4:30 م"),
        ] {
            assert_eq!(said(Language::Arabic, earliest, latest), words, "{earliest}/{latest}");
        }
    }

    #[test]
    fn bounds_are_said_in_english() {
        for (earliest, latest, words) in [
            ("2025-09-01", "2025-11-01", "between September 1 and November 1, 2025"),
            ("2025-09-01", "2025-09-30", "September 2025"),
            ("2023-01-01", "2023-12-31", "2023"),
            ("2011-01-01", "2013-12-31", "between 2011 and 2013"),
            ("", "2025-11-01", "on or before November 1, 2025"),
            ("", "2022-12-31", "in or before 2022"),
            ("2025-09-01", "", "in or after September 2025"),
            ("-0043-03-15", "-0043-03-15", "March 15 44 BC"),
        ] {
            assert_eq!(said(Language::English, earliest, latest), words, "{earliest}/{latest}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bounds_can_be_said(a in -90_000_000i32..90_000_000, b in -90_000_000i32..90_000_000, clock in 0u32..1440) {
            let day = |days| chrono::NaiveDate::from_num_days_from_ce_opt(days);
            let earliest = day(a.min(b)).and_then(|day| Moment::at(day, clock / 60, clock % 60));
            let latest = day(a.max(b)).map(Moment::on);
            for language in Language::ALL {
                let words = I18n::new(language, Some("EG")).bounds(Bounds { earliest, latest });
                proptest::prop_assert!(!words.contains('['), "{}", words);
            }
        }
    }
}
