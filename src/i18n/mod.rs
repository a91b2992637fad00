//! The words of the interface, and how dates and numbers are written.
//! Words are Fluent texts in `data/i18n`; digits, months, dates and plural forms are CLDR's, by ICU4X and Fluent.

mod axis;
mod bounds;
mod catalogue;
mod dates;
mod hijri;
mod locale;
mod numbers;
mod ranges;

use chrono::{NaiveDate, Weekday};
use fluent_bundle::{FluentArgs, FluentValue};
use icu::calendar::week::WeekInformation;

use self::catalogue::Catalogue;
use self::dates::Dates;
use self::hijri::HijriDates;
pub use self::locale::Preference;
use self::numbers::Numbers;
use crate::base::{Arg, Direction, Language, Message, Moment};

/// Words and formats of one language and region.
pub struct I18n {
    language: Language,
    catalogue: Catalogue,
    numbers: Numbers,
    dates: Dates,
    hijri: HijriDates,
    first_weekday: Weekday,
}

/// A unit in which a duration is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum DurationUnit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl DurationUnit {
    /// All units, the shortest first.
    pub const ALL: [Self; 6] = [Self::Minute, Self::Hour, Self::Day, Self::Week, Self::Month, Self::Year];

    /// The key of its text, which takes a number as `count`.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Minute => "duration-minutes",
            Self::Hour => "duration-hours",
            Self::Day => "duration-days",
            Self::Week => "duration-weeks",
            Self::Month => "duration-months",
            Self::Year => "duration-years",
        }
    }
}

impl I18n {
    /// Of a language, with the conventions of a region (ISO 3166-1 alpha-2), where one is known.
    #[must_use]
    pub fn new(language: Language, region: Option<&str>) -> Self {
        let locale = locale::locale(language, region);
        Self {
            language,
            catalogue: Catalogue::new(language, &locale),
            numbers: Numbers::new(&locale),
            dates: Dates::new(&locale),
            hijri: HijriDates::new(&locale),
            first_weekday: first_weekday(&locale),
        }
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The direction of the interface.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.language.direction()
    }

    /// Whether there is a text for a key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.catalogue.contains(key)
    }

    /// A text without arguments; the key in brackets where there is none.
    #[must_use]
    pub fn text(&self, key: &'static str) -> String {
        self.catalogue.format(key, None)
    }

    /// A text with its arguments, each isolated from the direction of the words around it.
    #[must_use]
    pub fn message(&self, message: &Message) -> String {
        if let Some(words) = message.as_written() {
            return words.to_owned();
        }
        if !self.has(&message.key) {
            // A file may bring along what a newer program says.
            return self.text("message-unknown");
        }
        let mut args = FluentArgs::with_capacity(message.args.len());
        for (name, arg) in &message.args {
            args.set(name.as_ref(), self.argument(arg));
        }
        self.catalogue.format(&message.key, Some(&args))
    }

    fn argument(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => without_bidi_controls(text).into(),
            Arg::Number(value) => FluentValue::from(*value),
            Arg::Moment(moment) => self.moment(*moment).into(),
            Arg::Month(year, month) => self.month(*year, *month).into(),
            Arg::Bounds(bounds) => self.bounds(*bounds).into(),
            Arg::Message(message) => self.message(message).into(),
        }
    }

    /// A whole number, in the region's digits.
    #[must_use]
    pub fn number(&self, value: i64) -> String {
        self.numbers.grouped(value)
    }

    /// How many things, in the region's digits.
    #[must_use]
    pub fn count(&self, count: usize) -> String {
        self.number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// A day, with its time where it has one: «1 نوفمبر 2025».
    #[must_use]
    pub fn moment(&self, moment: Moment) -> String {
        self.dates.moment(moment).unwrap_or_else(|| moment.to_string())
    }

    /// A month of a year (month 1–12): «سبتمبر 2025».
    #[must_use]
    pub fn month(&self, year: i32, month: u32) -> String {
        self.dates.month_of_year(year, month).unwrap_or_else(|| format!("{year}-{month:02}"))
    }

    /// The name of a month (1–12) alone: «سبتمبر».
    #[must_use]
    pub fn month_name(&self, month: u32) -> String {
        self.dates.month(month).unwrap_or_else(|| format!("{month:02}"))
    }

    /// The short name of a month (1–12) for narrow places: «Sep»; Arabic has none and gives the whole name.
    #[must_use]
    pub fn short_month_name(&self, month: u32) -> String {
        self.dates.short_month(month).unwrap_or_else(|| format!("{month:02}"))
    }

    /// A year, in the region's digits, without grouping; with its era where it is below 100.
    #[must_use]
    pub fn year(&self, year: i32) -> String {
        self.dates.year(year).unwrap_or_else(|| self.numbers.plain(i64::from(year)))
    }

    /// A day without its year: «3 أغسطس».
    #[must_use]
    pub fn day_and_month(&self, day: NaiveDate) -> String {
        self.dates.day_and_month(day).unwrap_or_else(|| day.format("%m-%d").to_string())
    }

    /// The number of a day in its month: «3».
    #[must_use]
    pub fn day_of_month(&self, day: NaiveDate) -> String {
        self.dates.day_of_month(day).unwrap_or_else(|| day.format("%d").to_string())
    }

    /// The name of the day of the week: «الأحد».
    #[must_use]
    pub fn weekday(&self, day: NaiveDate) -> String {
        self.dates.weekday(day).unwrap_or_else(|| day.format("%a").to_string())
    }

    /// A full hour (0–23): «3 م».
    #[must_use]
    pub fn hour(&self, hour: u32) -> String {
        self.dates.hour(hour).unwrap_or_else(|| format!("{hour:02}"))
    }

    /// A clock time (hour 0–23, minute 0–59): «3:05 م».
    #[must_use]
    pub fn clock(&self, hour: u32, minute: u32) -> String {
        self.dates.clock(hour, minute).unwrap_or_else(|| format!("{hour:02}:{minute:02}"))
    }

    /// A length of time: «3 أيام».
    #[must_use]
    pub fn duration(&self, count: i64, unit: DurationUnit) -> String {
        self.message(&Message::new(unit.message_key()).with("count", Arg::Number(count)))
    }

    /// The day on which a week starts in the region.
    #[must_use]
    pub fn first_weekday(&self) -> Weekday {
        self.first_weekday
    }
}

fn first_weekday(locale: &icu::locale::Locale) -> Weekday {
    use icu::calendar::types::Weekday as Icu;
    match WeekInformation::try_new(locale.into()).map(|week| week.first_weekday) {
        Ok(Icu::Tuesday) => Weekday::Tue,
        Ok(Icu::Wednesday) => Weekday::Wed,
        Ok(Icu::Thursday) => Weekday::Thu,
        Ok(Icu::Friday) => Weekday::Fri,
        Ok(Icu::Saturday) => Weekday::Sat,
        Ok(Icu::Sunday) => Weekday::Sun,
        Ok(Icu::Monday) | Err(_) => Weekday::Mon,
    }
}

/// `text` without the characters that start and end isolates: for places that know no directions, such as a log.
#[must_use]
pub fn without_isolates(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect()
}

/// `text` in an isolate of its own: beside words of the other direction it neither turns nor is turned.
#[must_use]
pub fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// Words from elsewhere must not close the isolate that is put around them, nor turn what follows.
fn without_bidi_controls(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')).collect()
}

#[cfg(test)]
mod tests;
