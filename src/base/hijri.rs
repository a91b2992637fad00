//! Days of the Hijri calendar, as ICU4X reckons them: Umm al-Qura for 1300–1600 AH, the tabular calendar (type II, Friday epoch)
//! outside. Civil days: each stands for one Gregorian day, and may be a day off from what was seen of the moon.
//! Knows no words.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use icu::calendar::Date;
use icu::calendar::cal::Hijri;
use icu::calendar::cal::hijri::UmmAlQura;
use icu::calendar::types::RataDie;

use super::time::{Moment, TimePoint};

/// The years for which Umm al-Qura has data.
pub const UMM_AL_QURA_YEARS: RangeInclusive<i32> = 1300..=1600;
/// The years that are reckoned at all: from the Hijra on, to times of which nobody writes.
pub const YEARS: RangeInclusive<i32> = 1..=3000;

/// A day: year, month and day of the month, each counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct HijriDay {
    year: i32,
    month: u8,
    day: u8,
}

impl HijriDay {
    /// The first day of the calendar.
    pub const FIRST: Self = Self { year: 1, month: 1, day: 1 };

    /// `None` where the calendar has no such day.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let day = Self { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? };
        YEARS.contains(&year).then_some(day)?;
        day.date().map(|_| day)
    }

    /// The Hijri day of a Gregorian one; `None` outside of [`YEARS`].
    #[must_use]
    pub fn of(day: NaiveDate) -> Option<Self> {
        // Both count days from 0000-12-31.
        let date = Date::from_rata_die(RataDie::new(i64::from(day.num_days_from_ce())), Hijri::new_umm_al_qura());
        let year = date.year().extended_year();
        YEARS.contains(&year).then(|| Self { year, month: date.month().ordinal, day: date.day_of_month().0 })
    }

    /// The Hijri day in which a second lies.
    #[must_use]
    pub fn at(time: TimePoint) -> Option<Self> {
        Self::of(time.day()?)
    }

    /// The Gregorian day.
    #[must_use]
    pub fn gregorian(self) -> Option<NaiveDate> {
        NaiveDate::from_num_days_from_ce_opt(i32::try_from(self.date()?.to_rata_die().to_i64_date()).ok()?)
    }

    /// Its first second.
    #[must_use]
    pub fn start(self) -> Option<TimePoint> {
        self.gregorian().map(|day| Moment::on(day).start())
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1–12.
    #[must_use]
    pub fn month(self) -> u32 {
        u32::from(self.month)
    }

    /// The day of the month.
    #[must_use]
    pub fn day(self) -> u32 {
        u32::from(self.day)
    }

    /// The first day of its month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        Self { day: 1, ..self }
    }

    /// The first day of the month that comes so many months later; `None` beyond the calendar.
    #[must_use]
    pub fn months_later(self, count: i32) -> Option<Self> {
        let months = i32::from(self.month) - 1 + count;
        Self::new(self.year + months.div_euclid(12), u32::try_from(months.rem_euclid(12) + 1).ok()?, 1)
    }

    /// How many days its month has.
    #[must_use]
    pub fn days_in_month(self) -> u32 {
        self.date().map_or(30, |date| u32::from(date.days_in_month()))
    }

    /// The day as ICU4X writes it.
    #[must_use]
    pub fn date(self) -> Option<Date<Hijri<UmmAlQura>>> {
        Date::try_new_hijri_with_calendar(self.year, self.month, self.day, Hijri::new_umm_al_qura()).ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_days() {
        // Umm al-Qura's calendar for 1445, and the tabular day of the fall of Constantinople.
        for (hijri, gregorian) in [((1445, 9, 1), (2024, 3, 11)), ((1447, 1, 1), (2025, 6, 26)), ((857, 5, 20), (1453, 6, 7))] {
            let day = HijriDay::new(hijri.0, hijri.1, hijri.2).expect("a day");
            let found = day.gregorian().expect("a day");
            let wanted = NaiveDate::from_ymd_opt(gregorian.0, gregorian.1, gregorian.2).expect("a day");
            assert!((found - wanted).num_days().abs() <= i64::from(hijri.0 < 1300), "{hijri:?}: {found}");
        }
        assert_eq!(HijriDay::new(1445, 13, 1), None);
        assert_eq!(HijriDay::new(1445, 1, 31), None);
        assert_eq!(HijriDay::of(NaiveDate::from_ymd_opt(570, 1, 1).expect("a day")), None);
        assert!(HijriDay::FIRST.gregorian().is_some_and(|day| day.year() == 622));
    }

    proptest! {
        #[test]
        fn days_map_there_and_back(days in 227_100_i32..1_200_000) {
            let day = NaiveDate::from_num_days_from_ce_opt(days).expect("a day");
            let hijri = HijriDay::of(day).expect("a Hijri day");
            prop_assert_eq!(hijri.gregorian(), Some(day));
            prop_assert!((1..=hijri.days_in_month()).contains(&hijri.day()));
            let next = hijri.months_later(1).and_then(HijriDay::gregorian).expect("a month later");
            prop_assert!((1..=30).contains(&(next - day).num_days()));
        }
    }
}
