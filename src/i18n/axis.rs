//! What a tick of an axis of time is called: a year, a month, a day, a clock time, as short as it can be understood.
//! Knows no axis and no pixels.

use chrono::Datelike;

use super::I18n;
use crate::base::civil::CivilDay;
use crate::base::time::TickUnit;
use crate::base::{Message, Moment, TimePoint};

impl I18n {
    /// The name of what begins at a time; `with_context` names the larger unit, too: the year of a month, the month of a day.
    #[must_use]
    pub fn axis_label(&self, at: TimePoint, unit: TickUnit, with_context: bool) -> String {
        let Some(day) = at.day() else { return self.far_label(at, unit, with_context) };
        match (unit, with_context) {
            (TickUnit::Year, _) => self.year(day.year()),
            (TickUnit::Month, true) => self.month(day.year(), day.month()),
            (TickUnit::Month, false) => self.month_name(day.month()),
            (TickUnit::Day, true) => self.moment(Moment::on(day)),
            (TickUnit::Day, false) => self.number(i64::from(day.day())),
            // The first of a day names it; those after it need no more than their clock.
            (TickUnit::Minute | TickUnit::Second, true) if at == Moment::on(day).start() => self.moment(Moment::on(day)),
            (TickUnit::Minute | TickUnit::Second, true) => {
                let (day, clock) = (self.moment(Moment::on(day)), self.axis_clock(at, unit == TickUnit::Second));
                self.message(&Message::new("axis-day-and-clock").with_text("day", day).with_text("clock", clock))
            }
            (TickUnit::Minute | TickUnit::Second, false) => self.axis_clock(at, unit == TickUnit::Second),
        }
    }

    /// The same beyond the calendar, where what is named first is the year, whatever begins there.
    fn far_label(&self, at: TimePoint, unit: TickUnit, with_context: bool) -> String {
        match unit {
            _ if with_context => self.far_year(at),
            TickUnit::Year => self.far_year(at),
            TickUnit::Month => self.month_name(u32::try_from(CivilDay::of(at).month).unwrap_or(1)),
            TickUnit::Day => self.number(CivilDay::of(at).day),
            TickUnit::Minute | TickUnit::Second => self.axis_clock(at, unit == TickUnit::Second),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Language, WrittenTime};

    #[test]
    fn a_tick_is_named_at_any_distance() {
        let i18n = I18n::new(Language::English, None);
        for (at, unit, context, label) in [
            ("-13800000000", TickUnit::Year, true, "13,800,000,000 BC"),
            ("-66000000-03", TickUnit::Month, true, "66,000,000 BC"),
            ("-66000000-03", TickUnit::Month, false, "March"),
            ("-66000000-03-05", TickUnit::Day, false, "5"),
            ("-66000000-03-05T07:30:15", TickUnit::Second, false, "07:30:15"),
            ("-3000", TickUnit::Year, true, "3001 BC"),
            ("-3000-03-05", TickUnit::Day, false, "5"),
            ("0", TickUnit::Year, false, "1 BC"),
            ("2024", TickUnit::Year, false, "2024"),
            ("2024-06-18T16:35", TickUnit::Minute, false, "16:35"),
            ("2024-06-18T16:35:55", TickUnit::Second, true, "June 18, 2024, 16:35:55"),
            ("2024-06-18T00:00:00", TickUnit::Second, true, "June 18, 2024"),
        ] {
            let point = WrittenTime::parse(at).expect("a time").range.start;
            assert_eq!(crate::i18n::without_isolates(&i18n.axis_label(point, unit, context)), label, "{at}");
        }
        let arabic = I18n::new(Language::Arabic, Some("JO"));
        let first = WrittenTime::parse("-4540000000").expect("a time").range.start;
        assert_eq!(crate::i18n::without_isolates(&arabic.axis_label(first, TickUnit::Year, true)), "٤٬٥٤٠٬٠٠٠٬٠٠٠ ق.م");
    }
}
