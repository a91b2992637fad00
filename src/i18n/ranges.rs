//! Ranges of seconds in words: «3 سبتمبر 1986», from one to another, or years beyond all calendars.
//! Knows no certainty: a range is what it says.

use super::I18n;
use crate::base::civil::{CivilDay, DAY};
use crate::base::{Arg, Bounds, Message, Moment, TimePoint, TimeRange};

impl I18n {
    /// A range in words, as short as it can be said: a whole year or month by its name, days, or minutes.
    #[must_use]
    pub fn time_range(&self, range: TimeRange) -> String {
        let last = TimePoint(range.end.0.saturating_sub(1).max(range.start.0));
        match moments(range.start, last) {
            Some(bounds) => self.bounds(bounds),
            None => self.far_years(range.start, last),
        }
    }

    /// The year of a time beyond the calendar: «2000000», «13,800,000,000 ق.م». At such a distance the year 0 counts for nothing.
    #[must_use]
    pub fn far_year(&self, time: TimePoint) -> String {
        let year = CivilDay::of(time).year;
        if year > 0 {
            return self.numbers.plain(year);
        }
        self.message(&Message::new("year-before").with("count", Arg::Number(-year)))
    }

    fn far_years(&self, first: TimePoint, last: TimePoint) -> String {
        let (first, last) = (self.far_year(first), self.far_year(last));
        if first == last {
            return first;
        }
        self.message(&Message::new("years-between").with_text("first", first).with_text("last", last))
    }
}

/// From the first to the last second as days, or as minutes where it is not whole days; `None` beyond the calendar.
fn moments(first: TimePoint, last: TimePoint) -> Option<Bounds> {
    let whole_days = first.0.rem_euclid(DAY) == 0 && last.0.rem_euclid(DAY) == DAY - 1;
    let moment = |time: TimePoint| {
        let day = time.day()?;
        if whole_days {
            return Some(Moment::on(day));
        }
        Some(Moment::on(day).with_clock_of(time))
    };
    Some(Bounds::between(moment(first)?, moment(last)?))
}
