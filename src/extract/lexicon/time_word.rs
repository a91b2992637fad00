//! What words of time mean, in every language.

use serde::Deserialize;

use crate::extract::temporal::Reckoning;
use crate::extract::temporal::value::Season;

/// TIMEX3's parts of the day.
pub(super) const DAY_PARTS: [&str; 6] = ["TMO", "TMI", "TAF", "TEV", "TNI", "TDT"];

/// What a word of time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeWord {
    /// A Gregorian month, 1–12.
    Month(u32),
    /// A month of the Hijri calendar, 1–12.
    HijriMonth(u32),
    /// Monday is 1.
    Weekday(u32),
    Unit(Unit, Count),
    /// Days from the publication date.
    Day(i64),
    Soft(Soft),
    /// At the time told before: «آنذاك».
    Then,
    Part(Part),
    /// TIMEX3's part of the day.
    DayPart(&'static str),
    Season(Season),
    Holiday(Reckoning),
    /// The tens of a decade: 70 of the seventies.
    Decade(i64),
    /// Again and again: «سنويًا».
    Every(Unit),
    Weekend,
    /// A year that starts when it pleases: «موسم».
    OwnYear,
    /// A time with a name, in hours: noon.
    NamedHour(i64),
}

/// A unit of the calendar or the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// How many of a unit its form says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Count {
    One,
    Two,
    Many,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Soft {
    Past,
    Present,
    Later,
}

/// A part of a month, a year or a decade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Start,
    Mid,
    End,
}

/// Where a relative adjective points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relative {
    Past,
    Future,
    Current,
    Same,
    /// The one before the last.
    BeforeLast,
    /// The one after the next.
    AfterNext,
    /// The one before the one just told: «الذي سبقه».
    BeforeTold,
    AfterTold,
}

impl Relative {
    /// How many steps from the one of publication; `None` where another expression decides.
    pub(crate) fn steps(self) -> Option<i64> {
        match self {
            Self::BeforeLast => Some(-2),
            Self::Past => Some(-1),
            Self::Current => Some(0),
            Self::Future => Some(1),
            Self::AfterNext => Some(2),
            Self::Same | Self::BeforeTold | Self::AfterTold => None,
        }
    }

    /// The plain direction, and how many steps more: the one before the last is one before the past one.
    pub(crate) fn plain(self) -> (Self, i32) {
        match self {
            Self::BeforeLast => (Self::Past, -1),
            Self::AfterNext => (Self::Future, 1),
            plain => (plain, 0),
        }
    }
}

/// A word that makes a quantity approximate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Approximate {
    About,
    More,
    Less,
    AtLeast,
    AtMost,
    Some,
    /// Scores, hundreds, thousands of what follows.
    Multitude,
    /// Stands behind the quantity.
    After,
}
