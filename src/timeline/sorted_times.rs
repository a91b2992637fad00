//! Times in order, run after run, and how far they are below one. Of each few of them the first stands among its like a second
//! time: a search goes through those, which a cache holds, and touches the many only where it ends. Knows no events.

use std::ops::Range;

use crate::base::TimePoint;

/// One of so many stands among the few: eight cache lines.
const STRIDE: usize = 64;

/// Takes a sixty-fourth more memory than the times do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct SortedTimes {
    times: Vec<TimePoint>,
    /// `few[i]` is `times[64 i]`.
    few: Vec<TimePoint>,
}

impl SortedTimes {
    /// Of times that are in order wherever they are searched.
    pub(super) fn new(times: Vec<TimePoint>) -> Self {
        let few = times.iter().step_by(STRIDE).copied().collect();
        Self { times, few }
    }

    pub(super) fn all(&self) -> &[TimePoint] {
        &self.times
    }

    pub(super) fn len(&self) -> usize {
        self.times.len()
    }

    /// The first place of a range, in which the times are in order, whose time is not below; its end where all are. O(log n).
    pub(super) fn first_not(&self, range: Range<usize>, is_below: impl Fn(TimePoint) -> bool) -> usize {
        let few = range.start.div_ceil(STRIDE)..range.end.div_ceil(STRIDE);
        let from = few.start + self.few.get(few).map_or(0, |few| few.partition_point(|time| is_below(*time)));
        // Between the last of the few that is below and the first that is not.
        let near = from.saturating_sub(1).saturating_mul(STRIDE).max(range.start)..from.saturating_mul(STRIDE).min(range.end);
        let (start, near) = (near.start, self.times.get(near).unwrap_or(&[]));
        start + near.partition_point(|time| is_below(*time))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn times() -> impl Strategy<Value = Vec<TimePoint>> {
        prop::collection::vec((0_i64..200).prop_map(TimePoint), 0..700).prop_map(|mut times| {
            times.sort_unstable();
            times
        })
    }

    proptest! {
        #[test]
        fn a_search_finds_what_a_look_at_all_finds(
            (first, second) in (times(), times()),
            (a, b) in (0_usize..800, 0_usize..800),
            time in (-5_i64..205).prop_map(TimePoint),
        ) {
            let runs = [0..first.len(), first.len()..first.len() + second.len()];
            let sorted = SortedTimes::new([first, second].concat());
            for run in runs {
                let range = run.start + a.min(b).min(run.len())..run.start + a.max(b).min(run.len());
                let expected = range.start + sorted.all()[range.clone()].partition_point(|other| *other < time);
                prop_assert_eq!(sorted.first_not(range.clone(), |other| other < time), expected);
                let expected = range.start + sorted.all()[range.clone()].partition_point(|other| *other <= time);
                prop_assert_eq!(sorted.first_not(range, |other| other <= time), expected);
            }
        }
    }
}
