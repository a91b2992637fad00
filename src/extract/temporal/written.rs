//! How TIMEX3 writes what an expression means.

use chrono::{Datelike, NaiveDate};

use super::value::{ClockTime, Value};
use crate::base::Moment;
use crate::extract::lexicon::time_word::Unit;

impl Value {
    /// TIMEX3 `value`. Source: TimeML 1.2.1.
    pub(crate) fn timex_value(&self) -> String {
        match self {
            Self::Day(day) => Moment::on(*day).to_string(),
            Self::Week(day) => {
                let week = day.iso_week();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Year(year) if *year < 0 => format!("-{:04}", year.unsigned_abs()),
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(decade) => format!("{decade:03}"),
            Self::Century(century) => format!("{century:02}"),
            Self::Range(first, last) => format!("{}/{}", first.timex_value(), last.timex_value()),
            Self::DayPart(day, part) => format!("{}{part}", Moment::on(*day)),
            Self::Past => "PAST_REF".to_owned(),
            Self::Present => "PRESENT_REF".to_owned(),
            Self::Future => "FUTURE_REF".to_owned(),
            Self::Duration(count, unit) => duration_value(*count, *unit),
            Self::DayOfYear(month, day) => format!("XXXX-{month:02}-{day:02}"),
            Self::DayOfMonth(day) => format!("XXXX-XX-{day:02}"),
            Self::MonthOfYear(month) => format!("XXXX-{month:02}"),
            Self::HijriOfYear => "XXXX-XX-XX".to_owned(),
            Self::Weekday(weekday) | Self::EveryWeekday(weekday) => format!("XXXX-WXX-{weekday}"),
            Self::WeekdayPart(weekday, part) => format!("XXXX-WXX-{weekday}{part}"),
            Self::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Self::Half(year, half) => format!("{year:04}-H{half}"),
            Self::Season(year, season) => format!("{year:04}-{}", season.code()),
            Self::SeasonOfYear(season) => format!("XXXX-{}", season.code()),
            Self::Weekend(day) => format!("{}-WE", Self::Week(*day).timex_value()),
            Self::Clock(day, clock) => clock_value(*day, *clock),
            Self::PartOfDay(part) => (*part).to_owned(),
            Self::Compound(parts) => compound_value(parts),
            Self::Fraction(hundredths, unit) => fraction_value(*hundredths, *unit),
            Self::Every(count, unit) => duration_value(Some(*count), *unit),
            Self::EveryClock(None, clock) => clock_value(None, *clock),
            Self::EveryClock(Some(weekday), clock) => format!("XXXX-WXX-{weekday}{}", clock_value(None, *clock)),
            Self::EveryWeekend => "XXXX-WXX-WE".to_owned(),
            Self::FiscalYear(year) => format!("FY{year:04}"),
        }
    }
}

fn clock_value(day: Option<NaiveDate>, clock: ClockTime) -> String {
    let day = day.map_or_else(String::new, |day| Moment::on(clock.day(day)).to_string());
    let second = clock.second.map_or_else(String::new, |second| format!(":{second:02}"));
    let zone = clock.zone.map_or_else(String::new, zone_value);
    format!("{day}T{:02}:{:02}{second}{zone}", clock.hour, clock.minute)
}

/// `Z`, `+03:00`: as ISO 8601 writes a zone.
fn zone_value(minutes: i64) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    match minutes.unsigned_abs() {
        0 => "Z".to_owned(),
        minutes => format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60),
    }
}

/// `P1Y2M3DT4H`: the parts of the clock behind a `T`.
fn compound_value(parts: &[(i64, Unit)]) -> String {
    let of = |clock: bool| {
        let parts = parts.iter().filter(move |(_, unit)| is_clock(*unit) == clock);
        parts.map(|(count, unit)| duration_value(Some(*count), *unit).replace(['P', 'T'], "")).collect::<String>()
    };
    let (date, time) = (of(false), of(true));
    if time.is_empty() { format!("P{date}") } else { format!("P{date}T{time}") }
}

fn is_clock(unit: Unit) -> bool {
    matches!(unit, Unit::Second | Unit::Minute | Unit::Hour)
}

/// `P0.5Y`, `PT1.5H`; decades and centuries in years.
fn fraction_value(hundredths: i64, unit: Unit) -> String {
    let (hundredths, unit) = match unit {
        Unit::Decade => (hundredths.saturating_mul(10), Unit::Year),
        Unit::Century => (hundredths.saturating_mul(100), Unit::Year),
        unit => (hundredths, unit),
    };
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let whole_value = duration_value(Some(whole), unit);
    if rest == 0 {
        return whole_value;
    }
    let fraction = format!("{rest:02}");
    let (number, letter) = whole_value.split_at(whole_value.len() - 1);
    format!("{number}.{}{letter}", fraction.trim_end_matches('0'))
}

fn duration_value(count: Option<i64>, unit: Unit) -> String {
    let count_text = count.map_or_else(|| "X".to_owned(), |count| count.to_string());
    let (time, letter) = match unit {
        Unit::Second => ("T", "S"),
        Unit::Minute => ("T", "M"),
        Unit::Hour => ("T", "H"),
        Unit::Day => ("", "D"),
        Unit::Week => ("", "W"),
        Unit::Month => ("", "M"),
        // ISO 8601 has no letter for a quarter: three months each.
        Unit::Quarter => return duration_value(count.and_then(|count| count.checked_mul(3)), Unit::Month),
        Unit::Year => ("", "Y"),
        Unit::Decade | Unit::Century => return long_duration(count, unit),
    };
    format!("P{time}{count_text}{letter}")
}

/// A decade's or century's duration is written in years.
fn long_duration(count: Option<i64>, unit: Unit) -> String {
    let years = if unit == Unit::Decade { 10 } else { 100 };
    match count.and_then(|count| count.checked_mul(years)) {
        Some(years) => format!("P{years}Y"),
        None => "PXY".to_owned(),
    }
}
