//! Conditions in words.

use chrono::Days;

use crate::base::{Arg, Bounds, Message, Moment, TimeRange};
use crate::i18n::I18n;
use crate::timeline::filter::{Aspect, Condition};

/// What a condition asks for: «✸ اعتداء», a name, a range of days.
#[must_use]
pub fn condition_text(i18n: &I18n, condition: &Condition) -> String {
    match condition {
        Condition::Words(words) => words.as_str().to_owned(),
        Condition::Kind(kind) => format!("{} {}", kind.glyph(), i18n.text(kind.message_key())),
        Condition::Actor(who) => who.name.clone(),
        Condition::Place(name) | Condition::Lane(name) => name.clone(),
        Condition::Certainty(certainty) => i18n.text(certainty.message_key()),
        Condition::Modality(modality) => i18n.text(modality.message_key()),
        // Beyond the calendar's years there are no days.
        Condition::Time(range) if range.start.day().is_none() || range.end.day().is_none() => i18n.time_range(*range),
        Condition::Time(range) => i18n.bounds(days_of(*range)),
    }
}

/// The days that a range touches.
fn days_of(range: TimeRange) -> Bounds {
    let first = range.start.day().map(Moment::on);
    let last = range.end.day().and_then(|day| {
        let before = day.checked_sub_days(Days::new(1));
        if Moment::on(day).start() == range.end { before } else { Some(day) }
    });
    Bounds { earliest: first, latest: last.map(Moment::on) }
}

/// What a click on a condition does: filter by it, or no longer.
#[must_use]
pub fn condition_name(i18n: &I18n, condition: &Condition, is_chosen: bool) -> String {
    let key = if is_chosen { "filter-no-longer" } else { "filter-by" };
    let aspect = Arg::Text(i18n.text(aspect_key(condition.aspect())));
    let message = Message::new(key).with("aspect", aspect).with_text("value", condition_text(i18n, condition));
    i18n.message(&message)
}

/// The key of the name of an aspect.
#[must_use]
pub(super) fn aspect_key(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Words => "filter-words",
        Aspect::Kind => "filter-kind",
        Aspect::Actor => "filter-actor",
        Aspect::Place => "filter-place",
        Aspect::Lane => "filter-lane",
        Aspect::Certainty => "filter-certainty",
        Aspect::Modality => "filter-modality",
        Aspect::Time => "filter-time",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;
    use crate::i18n::without_isolates;
    use crate::timeline::sample::moment;

    #[test]
    fn a_range_is_said_by_the_days_it_touches() {
        let i18n = I18n::new(Language::English, None);
        let say = |start: i64, end: i64| {
            let day = moment("2025-11-01").start().0;
            let range = TimeRange { start: crate::base::TimePoint(day + start), end: crate::base::TimePoint(day + end) };
            without_isolates(&condition_text(&i18n, &Condition::Time(range)))
        };
        assert_eq!(say(0, 86_400), "November 1, 2025");
        assert_eq!(say(600, 86_401), say(0, 2 * 86_400));
    }
}
