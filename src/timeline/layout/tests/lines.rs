//! The lines below the axis, in both calendars.

use proptest::prelude::*;

use super::*;
use crate::base::{HijriDay, TimePoint};
use crate::timeline::sample::moment;
use crate::timeline::time_scale::{Margins, Span};

proptest! {
    #[test]
    fn tick_labels_keep_apart_and_inside(bench in bench_strategy()) {
        let mut bench = bench;
        bench.viewport.has_hijri = true;
        let scene = bench.scene();
        for ticks in [&scene.ticks, &scene.hijri_ticks] {
            let mut edges: Vec<(f64, f64)> = Vec::new();
            for (label, x) in ticks.iter().filter_map(|tick| tick.label.as_ref()) {
                edges.push((x - width(label) / 2.0, x + width(label) / 2.0));
            }
            edges.sort_by(|a, b| a.0.total_cmp(&b.0));
            prop_assert!(edges.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{edges:?}");
            let (min, max) = bench.scale.x_range();
            prop_assert!(edges.iter().all(|edge| edge.0 >= min - 1e-6 && edge.1 <= max + 1e-6));
            prop_assert!(ticks.len() < 64);
        }
    }

    #[test]
    fn wherever_one_looks_the_hijri_line_names_a_time(days in -400_000_i64..200_000, zoom in 0.0_f64..17.0, time in direction_strategy()) {
        let (start, end) = (TimePoint(days * 86_400), TimePoint((days + 36_500) * 86_400));
        let spans = [Span { range: TimeRange { start, end }, share: 1.0 }];
        let mut scale = TimeScale::fitted(&spans, (0.0, 900.0), Margins { past: 20.0, future: 20.0 }, time);
        scale.zoom_at(450.0, zoom.exp());
        let marks = ticks(&scale, Calendar::Hijri, &Letters);
        prop_assert!(marks.iter().any(|mark| mark.label.is_some()), "nothing is named at {}", scale.px_per_sec(0.0));
        let (first, last) = scale.window(0.0);
        for x in marks.iter().filter_map(|mark| mark.x) {
            let time = scale.time_from_x(x);
            let day = HijriDay::at(time_point(time + 0.5)).and_then(HijriDay::start).expect("a Hijri day");
            prop_assert!((axis_time(day) - time).abs() < 1.0 + 1e-3 / scale.px_per_sec(time), "a tick begins a day");
            prop_assert!((first..=last).contains(&axis_time(day)));
        }
    }
}

#[test]
fn a_piece_between_folds_without_a_tick_says_when_it_is() {
    let span = |from: &str, to: &str, share| {
        let range = TimeRange { start: moment(from).start(), end: moment(to).end() };
        Span { range, share }
    };
    let spans = [span("1948-05-10", "1948-05-20", 0.2), span("2023-01-01", "2024-12-31", 0.8)];
    let scale = TimeScale::fitted(&spans, (0.0, 800.0), Margins { past: 20.0, future: 20.0 }, Direction::RightToLeft);
    let marks = ticks(&scale, Calendar::Gregorian, &Letters);
    let first = marks.first().and_then(|mark| mark.label.clone()).expect("a name");
    assert!(first.0.starts_with("1948") && first.1 > 600.0, "{first:?}");
}
