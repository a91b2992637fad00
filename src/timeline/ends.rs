//! The ends of an event's time: where they stand on the axis, and what a hand that moves one of them makes of the time.
//! Knows no events and no toolkit.

use super::mark::Shape;
use super::time_scale::{TimeScale, axis_time, time_point};
use crate::base::civil::DAY;
use crate::base::{Bounds, Moment, TimePoint};

/// Where an hour takes so many points, a hand moves by quarters of it; else by days.
const HOUR_TO_SEE: f64 = 40.0;
const HOUR: f64 = 3_600.0;
const QUARTER: f64 = 900.0;

/// One of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum End {
    /// Not before this.
    Earliest,
    /// Not after this.
    Latest,
}

impl End {
    /// Both, in the order of time.
    pub const BOTH: [Self; 2] = [Self::Earliest, Self::Latest];

    /// The key of what it is called.
    #[must_use]
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Earliest => "end-earliest",
            Self::Latest => "end-latest",
        }
    }

    /// What is known of it.
    #[must_use]
    pub fn of(self, bounds: Bounds) -> Option<Moment> {
        match self {
            Self::Earliest => bounds.earliest,
            Self::Latest => bounds.latest,
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Earliest => Self::Latest,
            Self::Latest => Self::Earliest,
        }
    }

    /// Where a mark has it; `None` where the mark has no ends that could be moved: something that goes on, several in one, a place
    /// among others.
    #[must_use]
    pub fn on_mark(self, shape: Shape, scale: &TimeScale) -> Option<f64> {
        if matches!(shape, Shape::Ongoing { .. } | Shape::Cluster { .. } | Shape::Hollow { .. }) {
            return None;
        }
        let (min_x, max_x) = shape.x_range();
        let is_max = (self == Self::Earliest) == scale.direction().is_rtl();
        Some(if is_max { max_x } else { min_x })
    }

    /// Where it is on a scale: the beginning of the first moment, the end of the last one.
    #[must_use]
    pub fn x(self, bounds: Bounds, scale: &TimeScale) -> Option<f64> {
        let at = match self {
            Self::Earliest => bounds.earliest?.start(),
            Self::Latest => bounds.latest?.end(),
        };
        Some(scale.x_of(at))
    }

    /// The bounds with this end where a hand holds it; never beyond the other end.
    #[must_use]
    pub fn at_x(self, bounds: Bounds, x: f64, scale: &TimeScale) -> Bounds {
        let time = scale.time_from_x(x);
        let is_fine = scale.px_per_sec(time) * HOUR >= HOUR_TO_SEE;
        let moment = if is_fine { self.quarter(time) } else { self.day(time) };
        moment.map_or(bounds, |moment| self.set(bounds, moment))
    }

    /// The bounds with this end so many days later; one that is not known begins at the other one.
    #[must_use]
    pub fn later(self, bounds: Bounds, days: i64) -> Bounds {
        let Some(moment) = self.of(bounds).or_else(|| self.other().of(bounds)) else { return bounds };
        let at = TimePoint(moment.start().0.saturating_add(days.saturating_mul(DAY)));
        let Some(day) = at.day().map(Moment::on) else { return bounds };
        self.set(bounds, if moment.clock().is_some() { day.with_clock_of(at) } else { day })
    }

    fn set(self, bounds: Bounds, moment: Moment) -> Bounds {
        let moved = match self {
            Self::Earliest => Bounds { earliest: Some(moment), ..bounds },
            Self::Latest => Bounds { latest: Some(moment), ..bounds },
        };
        let holds = moved.range().is_none_or(|range| range.start < range.end);
        // Beyond the other end there is no time left: then both are one.
        let (earliest, latest) = match self {
            Self::Earliest => (bounds.latest, bounds.latest),
            Self::Latest => (bounds.earliest, bounds.earliest),
        };
        if holds { moved } else { Bounds { earliest, latest } }
    }

    /// The first or the last whole day.
    fn day(self, time: f64) -> Option<Moment> {
        let length = axis_time(TimePoint(DAY));
        let days = (time / length).round() - if self == Self::Latest { 1.0 } else { 0.0 };
        time_point(days * length).day().map(Moment::on)
    }

    fn quarter(self, time: f64) -> Option<Moment> {
        let at = time_point((time / QUARTER).round() * QUARTER);
        Some(Moment::on(at.day()?).with_clock_of(at))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::{Direction, TimeRange};
    use crate::timeline::time_scale::{Margins, Span};

    fn day(day: u32) -> Moment {
        Moment::ymd(2025, 3, day).expect("a day")
    }

    /// March 2025 over so many points.
    fn scale(width: f64, direction: Direction) -> TimeScale {
        let range = TimeRange { start: day(1).start(), end: day(31).end() };
        TimeScale::fitted(&[Span { range, share: 1.0 }], (0.0, width), Margins { past: 0.0, future: 0.0 }, direction)
    }

    #[test]
    fn an_end_goes_to_the_day_whose_edge_is_nearest() {
        for direction in [Direction::LeftToRight, Direction::RightToLeft] {
            let scale = scale(310.0, direction);
            let bounds = Bounds::between(day(10), day(12));
            let moved = |end: End, to: Moment| end.at_x(bounds, scale.shifted(scale.x_of(to.start()), 3.0), &scale);
            assert_eq!(moved(End::Earliest, day(8)), Bounds::between(day(8), day(12)));
            assert_eq!(moved(End::Latest, day(20)), Bounds::between(day(10), day(19)));
            for end in End::BOTH {
                let x = end.x(bounds, &scale).expect("it is known");
                assert_eq!(end.at_x(bounds, x, &scale), bounds, "where it stands it stays");
            }
        }
    }

    #[test]
    fn an_end_that_is_not_known_becomes_known() {
        let scale = scale(310.0, Direction::RightToLeft);
        let x = scale.x_of(day(20).end());
        assert_eq!(End::Latest.at_x(Bounds::since(day(10)), x, &scale), Bounds::between(day(10), day(20)));
        assert_eq!(End::Latest.later(Bounds::since(day(10)), 2), Bounds::between(day(10), day(12)));
        assert_eq!(End::Earliest.later(Bounds::UNKNOWN, 2), Bounds::UNKNOWN);
    }

    #[test]
    fn close_enough_it_goes_to_quarters_of_an_hour() {
        let scale = scale(31.0 * 24.0 * 40.0, Direction::LeftToRight);
        let noon = Moment::at(day(10).day(), 12, 0).expect("noon");
        let bounds = Bounds::between(day(10), day(10));
        let moved = End::Earliest.at_x(bounds, scale.x_of(noon.start()) + 4.0, &scale);
        assert_eq!(moved, Bounds::between(noon, day(10)));
    }

    proptest! {
        #[test]
        fn no_end_ever_passes_the_other(from in 1_u32..=31, length in 0_u32..30, to in -50.0_f64..400.0, days in -40_i64..40) {
            let bounds = Bounds::between(day(from), day((from + length).min(31)));
            let scale = scale(310.0, Direction::RightToLeft);
            for end in End::BOTH {
                for moved in [end.at_x(bounds, to, &scale), end.later(bounds, days)] {
                    let range = moved.range().expect("both are known");
                    prop_assert!(range.start < range.end, "{moved:?}");
                }
            }
        }
    }
}
