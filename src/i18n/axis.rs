//! What a tick of an axis of time is called: a year, a month, a day, a clock time, as short as it can be understood.
//! Knows no axis and no pixels.

use chrono::Datelike;

use super::I18n;
use crate::base::time::TickUnit;
use crate::base::{Moment, TimePoint};

impl I18n {
    /// The name of what begins at a time; `with_context` names the larger unit, too: the year of a month, the month of a day.
    #[must_use]
    pub fn axis_label(&self, at: TimePoint, unit: TickUnit, with_context: bool) -> String {
        let Some(day) = at.day() else { return self.far_year(at) };
        match (unit, with_context) {
            (TickUnit::Year, _) => self.year(day.year()),
            (TickUnit::Month, true) => self.month(day.year(), day.month()),
            (TickUnit::Month, false) => self.month_name(day.month()),
            (TickUnit::Day, true) => self.moment(Moment::on(day)),
            (TickUnit::Day, false) => self.number(i64::from(day.day())),
            // The first of a day names it; those after it need no more than their clock.
            (TickUnit::Minute | TickUnit::Second, true) => {
                let moment = Moment::on(day).with_clock_of(at);
                self.moment(if at == Moment::on(day).start() { Moment::on(day) } else { moment })
            }
            (TickUnit::Minute, false) => self.axis_clock(at, false),
            (TickUnit::Second, false) => self.axis_clock(at, true),
        }
    }

    /// Hours and minutes, and seconds where they are asked for, in the region's digits.
    fn axis_clock(&self, at: TimePoint, with_seconds: bool) -> String {
        let second_of_day = at.0.rem_euclid(86_400);
        let pair = |value: i64| format!("{}{}", self.number(value / 10), self.number(value % 10));
        let minutes = format!("{}:{}", pair(second_of_day / 3_600), pair(second_of_day / 60 % 60));
        if with_seconds { format!("{minutes}:{}", pair(second_of_day % 60)) } else { minutes }
    }
}
