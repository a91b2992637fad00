//! From the beginning of the world to a second of it: what is in view is as fine there as it is today.

use proptest::prelude::*;

use super::*;
use crate::base::WrittenTime;
use crate::timeline::motion::Transition;

/// A year before which there was nothing to tell, the earth, a mass extinction, the first writing, and a day.
const TOLD: [&str; 5] = ["-13800000000", "-4540000000", "-66000000", "-3000", "2024-03-15T08:30:07"];

fn second(written: &str) -> TimePoint {
    WrittenTime::parse(written).expect("a time").range.start
}

/// All of it, or with what lies between what is told folded away.
fn world(is_folded: bool, direction: Direction) -> TimeScale {
    let range = |start: TimePoint, end: TimePoint| TimeRange { start, end };
    let (first, last) = (second(TOLD[0]), TimePoint(second(TOLD[4]).0 + 86_400));
    let all = [Span { range: range(first, last), share: 1.0 }];
    let some: Vec<Span> = TOLD
        .map(|told| {
            let around = second(told).0.unsigned_abs() / 1_000;
            let around = i64::try_from(around).expect("seconds");
            let (start, end) = (second(told).0 - around, second(told).0 + around);
            Span { range: range(TimePoint(start).max(first), TimePoint(end).min(last)), share: 0.2 }
        })
        .to_vec();
    let spans = if is_folded { &some[..] } else { &all };
    TimeScale::fitted(spans, X, Margins { past: 20.0, future: 28.0 }, direction)
}

/// Zooms to where a second takes as much as it can, and asks at each step whether that second stays under the pointer.
fn check_zoom(scale: &mut TimeScale, point: TimePoint, factor: f64) {
    for _ in 0..400 {
        let (before, x) = (scale.clone(), scale.x_of(point));
        scale.zoom_at(x, factor);
        assert!((scale.x_of(point) - x).abs() < 1e-3, "{point:?} moved from {x} to {}", scale.x_of(point));
        let mut on_the_way = Transition::new(&before, scale);
        while let Some((view, has_arrived)) = on_the_way.as_mut().map(|way| way.step(0.05)) {
            assert!((view.x_of(point) - x).abs() < 1e-3, "{point:?} moved from {x} to {} on the way", view.x_of(point));
            if has_arrived {
                break;
            }
        }
        if rate(scale, point) <= rate(&before, point) {
            return;
        }
    }
    panic!("there is no end to zooming");
}

fn rate(scale: &TimeScale, point: TimePoint) -> f64 {
    scale.px_per_sec(axis_time(point))
}

#[test]
fn each_second_of_the_world_can_be_zoomed_to_and_stays_under_the_pointer() {
    for (is_folded, direction) in [
        (false, Direction::LeftToRight),
        (false, Direction::RightToLeft),
        (true, Direction::LeftToRight),
        (true, Direction::RightToLeft),
    ] {
        for told in TOLD {
            let (mut scale, point) = (world(is_folded, direction), second(told));
            check_zoom(&mut scale, point, 3.0);
            assert!((rate(&scale, point) - 24.0).abs() < 1e-6, "{told}: {}", rate(&scale, point));
            let x = scale.x_of(point);
            let seconds: Vec<f64> = (0..10).map(|at| scale.x_of(TimePoint(point.0 + at))).collect();
            let steps = seconds.windows(2).map(|pair| scale.advance(pair[0], pair[1]));
            assert!(steps.into_iter().all(|step| (step - rate(&scale, point)).abs() < 1e-6), "{told}: {seconds:?}");
            // A hand moves it by as much as it moves itself.
            let inward = if x > f64::midpoint(X.0, X.1) { -7.25 } else { 7.25 };
            scale.pan(inward);
            let has_room = told != TOLD[0];
            assert!(!has_room || (scale.x_of(point) - x - inward).abs() < 1e-6, "{told}: {x} {}", scale.x_of(point));
            // And all the way back.
            scale.zoom_at(x, 1e-30);
            assert!(scale.is_fitted(), "{told}");
        }
    }
}

proptest! {
    #[test]
    fn a_second_of_any_age_stays_under_the_pointer(
        age in 0.0_f64..17.6, is_folded: bool, is_rtl: bool, factor in 1.1_f64..40.0, at in 0.0_f64..1.0,
    ) {
        let direction = if is_rtl { Direction::RightToLeft } else { Direction::LeftToRight };
        let mut scale = world(is_folded, direction);
        let age = crate::timeline::pieces::whole_seconds(10_f64.powf(age));
        let point = TimePoint((second(TOLD[4]).0 - age).max(second(TOLD[0]).0));
        let is_shown = scale.folds().all(|(hidden, _)| point < hidden.start || point >= hidden.end);
        prop_assume!(is_shown);
        check_zoom(&mut scale, point, factor);
        // Wherever else the pointer is, what is under it is what the view grows around.
        let mut wider = scale.clone();
        let x = X.0 + at * (X.1 - X.0);
        wider.zoom_at(x, 0.5);
        let expected = x + (scale.x_of(point) - x) / 2.0;
        let has_room = wider.content_x().0 < X.0 - 1.0 && wider.content_x().1 > X.1 + 1.0;
        prop_assert!(!has_room || (wider.x_of(point) - expected).abs() < 1e-3, "{} {expected}", wider.x_of(point));
    }
}
