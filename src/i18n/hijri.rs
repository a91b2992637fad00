//! Hijri days, months, years and bounds as a region writes them, from ICU4X.
//! Knows no calendar rules: those are `base::hijri`'s.

use icu::calendar::cal::Hijri;
use icu::calendar::cal::hijri::UmmAlQura;
use icu::datetime::fieldsets::enums::{CalendarPeriodFieldSet, CompositeDateTimeFieldSet, DateFieldSet};
use icu::datetime::fieldsets::{M, MD, Y, YM, YMD};
use icu::datetime::input::{DateTime, Time};
use icu::datetime::options::YearStyle;
use icu::datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};
use icu::locale::Locale;

use super::I18n;
use crate::base::{Bounds, HijriDay, Message};

/// Bounds further apart than this are said by months, in days; a day more or less is nothing there.
const MOST_DAYS: i64 = 62;
/// And further than this by years.
const MOST_DAYS_BY_MONTH: i64 = 3 * 354;

type Formatter = FixedCalendarDateTimeFormatter<Hijri<UmmAlQura>, CompositeDateTimeFieldSet>;

/// Writes Hijri dates. Where ICU4X has no data for the locale, numbers stand for names.
pub(super) struct HijriDates {
    year_month_day: Option<Formatter>,
    month_day: Option<Formatter>,
    year_month: Option<Formatter>,
    month: Option<Formatter>,
    year: Option<Formatter>,
}

impl HijriDates {
    /// Of a locale.
    pub(super) fn new(locale: &Locale) -> Self {
        use CompositeDateTimeFieldSet as Fields;
        let preferences: DateTimeFormatterPreferences = locale.into();
        let of = |fields| Formatter::try_new(preferences, fields).ok();
        let date = |fields| of(Fields::Date(fields));
        let period = |fields| of(Fields::CalendarPeriod(fields));
        let era = YearStyle::WithEra;
        Self {
            year_month_day: date(DateFieldSet::YMD(YMD::long().with_year_style(era))),
            month_day: date(DateFieldSet::MD(MD::long())),
            year_month: period(CalendarPeriodFieldSet::YM(YM::long().with_year_style(era))),
            month: period(CalendarPeriodFieldSet::M(M::long())),
            year: period(CalendarPeriodFieldSet::Y(Y::long().with_year_style(era))),
        }
    }
}

fn write(formatter: Option<&Formatter>, day: HijriDay) -> Option<String> {
    Some(formatter?.format(&DateTime { date: day.date()?, time: Time::start_of_day() }).to_string())
}

impl I18n {
    /// A Hijri day: «10 محرم 1447 هـ».
    #[must_use]
    pub fn hijri_day(&self, day: HijriDay) -> String {
        let written = write(self.hijri.year_month_day.as_ref(), day);
        written.unwrap_or_else(|| format!("{}-{:02}-{:02}", day.year(), day.month(), day.day()))
    }

    /// The month of a Hijri day, with its year: «محرم 1447 هـ».
    #[must_use]
    pub fn hijri_month(&self, day: HijriDay) -> String {
        let written = write(self.hijri.year_month.as_ref(), day);
        written.unwrap_or_else(|| format!("{}-{:02}", day.year(), day.month()))
    }

    /// The name of a Hijri month (1–12) alone: «محرم».
    #[must_use]
    pub fn hijri_month_name(&self, month: u32) -> String {
        let day = HijriDay::new(1400, month, 1);
        day.and_then(|day| write(self.hijri.month.as_ref(), day)).unwrap_or_else(|| format!("{month:02}"))
    }

    /// A Hijri year with its era: «1447 هـ».
    #[must_use]
    pub fn hijri_year(&self, year: i32) -> String {
        let day = HijriDay::new(year, 1, 1);
        day.and_then(|day| write(self.hijri.year.as_ref(), day)).unwrap_or_else(|| self.numbers.plain(i64::from(year)))
    }

    /// A Hijri day without its year: «10 محرم».
    fn hijri_day_and_month(&self, day: HijriDay) -> String {
        write(self.hijri.month_day.as_ref(), day).unwrap_or_else(|| format!("{:02}-{:02}", day.month(), day.day()))
    }

    /// Bounds in Hijri words, the coarser the further they are apart; `None` where nothing is known, or before the Hijra.
    #[must_use]
    pub fn hijri_bounds(&self, bounds: Bounds) -> Option<String> {
        let hijri = |moment: crate::base::Moment| HijriDay::of(moment.day());
        match (bounds.earliest, bounds.latest) {
            (None, None) => None,
            (None, Some(latest)) => Some(self.hijri_words("bounds-until-day", &[("date", self.hijri_day(hijri(latest)?))])),
            (Some(earliest), None) => Some(self.hijri_words("bounds-since-day", &[("date", self.hijri_day(hijri(earliest)?))])),
            (Some(earliest), Some(latest)) => self.hijri_range(hijri(earliest)?, hijri(latest)?),
        }
    }

    fn hijri_range(&self, first: HijriDay, last: HijriDay) -> Option<String> {
        if first == last {
            return Some(self.hijri_day(first));
        }
        let days = (last.gregorian()? - first.gregorian()?).num_days();
        let same_year = first.year() == last.year();
        let (start, end) = if days > MOST_DAYS_BY_MONTH {
            (self.numbers.plain(i64::from(first.year())), self.hijri_year(last.year()))
        } else if days > MOST_DAYS {
            let start = if same_year { self.hijri_month_name(first.month()) } else { self.hijri_month(first) };
            (start, self.hijri_month(last))
        } else {
            let start = if same_year { self.hijri_day_and_month(first) } else { self.hijri_day(first) };
            (start, self.hijri_day(last))
        };
        let key = if days > MOST_DAYS_BY_MONTH { "bounds-between-years" } else { "bounds-between" };
        Some(self.hijri_words(key, &[("start", start), ("end", end)]))
    }

    fn hijri_words(&self, key: &'static str, args: &[(&'static str, String)]) -> String {
        let message = args.iter().fold(Message::new(key), |message, (name, text)| message.with_text(*name, text.clone()));
        self.message(&message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Language, Moment};
    use crate::i18n::without_isolates;

    fn said(language: Language, earliest: &str, latest: &str) -> Option<String> {
        let bounds = Bounds { earliest: Moment::parse(earliest), latest: Moment::parse(latest) };
        I18n::new(language, None).hijri_bounds(bounds).map(|words| without_isolates(&words))
    }

    #[test]
    fn bounds_are_said_in_arabic() {
        for (earliest, latest, words) in [
            ("2024-03-11", "2024-03-11", "1 رمضان 1445 هـ"),
            ("2025-09-01", "2025-09-30", "بين 9 ربيع الأول و8 ربيع الآخر 1447 هـ"),
            ("2025-06-01", "2025-06-30", "بين 5 ذو الحجة 1446 هـ و5 محرم 1447 هـ"),
            ("2025-07-01", "2025-12-31", "بين محرم ورجب 1447 هـ"),
            ("2011-01-01", "2020-12-31", "بين عامي 1432 و1442 هـ"),
            ("", "2025-11-01", "في 10 جمادى الأولى 1447 هـ أو قبله"),
        ] {
            assert_eq!(said(Language::Arabic, earliest, latest).as_deref(), Some(words), "{earliest}/{latest}");
        }
    }

    #[test]
    fn what_has_no_bounds_or_lies_before_the_hijra_has_no_hijri_date() {
        assert_eq!(said(Language::English, "", ""), None);
        assert_eq!(said(Language::English, "0500-01-01", "0500-01-01"), None);
        assert_eq!(said(Language::English, "2024-03-11", "2024-03-11").as_deref(), Some("Ramadan 1, 1445 AH"));
    }

    #[test]
    fn digits_are_those_of_the_region() {
        let i18n = I18n::new(Language::Arabic, Some("EG"));
        assert_eq!(i18n.hijri_year(1447), "١٤٤٧ هـ");
        assert_eq!(i18n.hijri_month_name(9), "رمضان");
    }
}
