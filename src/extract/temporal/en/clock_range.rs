//! Hours from one to another that share their half of the day: "9-11am", "from 2 to 4 pm", "between 10 and 11:30".
//! Counter-examples: "from 3 to 6 kilos", "between 10 and 15 percent".

use super::{clock, clock_figures, number, word_before};
use crate::base::Bounds;
use crate::event::TimexType;
use crate::extract::normalize::Reading;
use crate::extract::temporal::value::{ClockTime, Value};
use crate::extract::temporal::{Context, Found};

/// "9-11am", "from 2 to 4 pm", "between 10 and 11:30": the first hour lends from the second.
pub(super) fn at(context: &Context<'_>, token: usize) -> Option<Found> {
    let reading = context.reading;
    let (last, hour, minute) = bare_hour(reading, token)?;
    let joined = match reading.str(last + 1) {
        "-" | "–" | "to" | "until" | "till" => true,
        "and" => word_before(reading, token) == "between",
        _ => false,
    };
    let front = token > 0 && reading.touches(token - 1) && matches!(reading.str(token - 1), ":" | "/" | "." | "-" | "$" | ",");
    if !joined || front {
        return None;
    }
    let (end, last_token) = clock_figures::figures(reading, last + 2)
        .or_else(|| clock::plain_hour(context, last + 2).filter(|(_, end)| has_half(reading, *end)))?;
    let afternoon = end.hour >= 12 && (hour < 12 && hour <= i64::from(end.hour) - 12 || end.hour == 12 && hour == 12);
    let start = ClockTime::new(if afternoon && hour < 12 { hour + 12 } else { hour }, minute, None)?;
    let day = clock::day_of(context, token);
    let bounds = day.and_then(|day| {
        let (from, to) = (start.moments(day)?.0, end.moments(day)?.1);
        (from.start() < to.end()).then(|| Bounds::between(from, to))
    });
    let value = Value::Range(Box::new(Value::Clock(day, start)), Box::new(Value::Clock(day, end)));
    let from = usize::from(word_before(reading, token) == "from");
    let found = Found::date(token - from, 0, clock::zone_behind(reading, last_token), value, context.anchor(), "range");
    Some(Found { bounds: Some(bounds.unwrap_or_default()), ..found.typed(TimexType::Time) })
}

/// An hour without its half of the day: "9", "3:30".
fn bare_hour(reading: &Reading<'_>, token: usize) -> Option<(usize, i64, i64)> {
    let (last, hour) = number::cardinal(reading, token).filter(|(_, hour)| (1..=12).contains(hour))?;
    let minute = reading.number(last + 2).filter(|_| reading.is_mark(last + 1, ":") && reading.n_digits(last + 2) == 2);
    Some(minute.map_or((last, hour, 0), |minute| (last + 2, hour, minute)))
}

/// Whether a time was read with its half of the day.
pub(super) fn has_half(reading: &Reading<'_>, last: usize) -> bool {
    matches!(reading.word(last), Some("am" | "pm" | "m" | "noon")) || reading.is_mark(last, ".")
}
