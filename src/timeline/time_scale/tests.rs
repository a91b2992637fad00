//! Laws of the scale, in both directions, with folds and without.

mod far;

use proptest::prelude::*;

use super::*;

const DAY: f64 = 86_400.0;
const X: (f64, f64) = (300.0, 1150.0);

fn spans_strategy() -> impl Strategy<Value = Vec<Span>> {
    // Lengths and gaps in days, from some day between the years 1000 and 3000.
    (-350_000_i64..370_000, prop::collection::vec((1_i64..4_000, 1_i64..20_000, 0.05_f64..1.0), 1..6)).prop_map(
        |(first, parts)| {
            let mut at = first * 86_400;
            let total: f64 = parts.iter().map(|(_, _, share)| share).sum();
            let mut spans = Vec::new();
            for (length, gap, share) in parts {
                let range = TimeRange { start: TimePoint(at), end: TimePoint(at + length * 86_400) };
                spans.push(Span { range, share: share / total });
                at += (length + gap) * 86_400;
            }
            spans
        },
    )
}

fn scale_strategy() -> impl Strategy<Value = TimeScale> {
    (spans_strategy(), any::<bool>(), 0.0_f64..1.0, 0.0_f64..6.0).prop_map(|(spans, rtl, at, zoom)| {
        let direction = if rtl { Direction::RightToLeft } else { Direction::LeftToRight };
        let mut scale = TimeScale::fitted(&spans, X, Margins { past: 20.0, future: 28.0 }, direction);
        scale.zoom_at(X.0 + at * (X.1 - X.0), zoom.exp());
        scale
    })
}

proptest! {
    #[test]
    fn x_to_time_and_back(scale in scale_strategy(), x in X.0..X.1) {
        let back = scale.x_from_time(scale.time_from_x(x));
        prop_assert!((back - x).abs() < 1e-3, "{x} came back as {back}");
    }

    #[test]
    fn later_is_never_further_towards_the_past(scale in scale_strategy(), a in X.0..X.1, b in X.0..X.1) {
        let (earlier, later) = (scale.time_from_x(a).min(scale.time_from_x(b)), scale.time_from_x(a).max(scale.time_from_x(b)));
        prop_assert!(scale.advance(scale.x_from_time(earlier), scale.x_from_time(later)) >= 0.0);
    }

    #[test]
    fn zooming_keeps_the_time_under_the_pointer(scale in scale_strategy(), at in 0.0_f64..1.0, factor in 1.0_f64..8.0) {
        // Only inward: outward the edges may have the last word.
        let x = X.0 + at * (X.1 - X.0);
        let time = scale.time_from_x(x);
        let inside = scale.content_x();
        // In the free margins there is no time that could stay.
        prop_assume!(x > inside.0 + 28.0 && x < inside.1 - 28.0);
        let mut zoomed = scale;
        zoomed.zoom_at(x, factor);
        prop_assert!((zoomed.x_from_time(time) - x).abs() < 1e-3, "moved to {}", zoomed.x_from_time(time));
    }

    #[test]
    fn nothing_gets_lost_however_one_pans(scale in scale_strategy(), dx in -1e7_f64..1e7) {
        let mut panned = scale;
        panned.pan(dx);
        let (min, max) = panned.content_x();
        prop_assert!(min <= X.0 + 1e-6 && max >= X.1 - 1e-6, "content {min}..{max} leaves the axis");
    }

    #[test]
    fn reversing_time_mirrors_the_axis(scale in scale_strategy(), x in X.0..X.1) {
        let mut fitted = scale;
        fitted.fit();
        let time = fitted.time_from_x(x);
        let mut mirrored = fitted.clone();
        mirrored.set_direction(fitted.direction().reversed());
        prop_assert!((mirrored.x_from_time(time) - (X.0 + X.1 - x)).abs() < 1e-3);
    }
}

fn span(start: i64, end: i64, share: f64) -> Span {
    Span { range: TimeRange { start: TimePoint(start * 86_400), end: TimePoint(end * 86_400) }, share }
}

fn two_spans(direction: Direction) -> TimeScale {
    let spans = [span(0, 100, 0.5), span(10_000, 10_050, 0.5)];
    TimeScale::fitted(&spans, (0.0, 1060.0), Margins { past: 0.0, future: 0.0 }, direction)
}

#[test]
fn a_fold_keeps_its_width_and_each_span_its_share() {
    for direction in [Direction::LeftToRight, Direction::RightToLeft] {
        let scale = two_spans(direction);
        let folds: Vec<_> = scale.folds().collect();
        assert_eq!(folds.len(), 1);
        let (hidden, (min, max)) = folds[0];
        assert_eq!((hidden.start, hidden.end), (TimePoint(100 * 86_400), TimePoint(10_000 * 86_400)));
        assert!((max - min - 44.0).abs() < 1e-9 && (min - 508.0).abs() < 1e-9, "fold at {min}..{max}");
        assert!((scale.px_per_sec(0.0) * DAY - 5.0).abs() < 1e-9);
        assert!((scale.px_per_sec(10_001.0 * DAY) * DAY - 10.0).abs() < 1e-9);
    }
}

#[test]
fn time_starts_on_the_right_where_it_runs_leftwards() {
    let rtl = two_spans(Direction::RightToLeft);
    assert!((rtl.x_from_time(0.0) - 1060.0).abs() < 1e-9);
    assert!(rtl.x_from_time(10_050.0 * DAY).abs() < 1e-9);
    let ltr = two_spans(Direction::LeftToRight);
    assert!(ltr.x_from_time(0.0).abs() < 1e-9);
}

#[test]
fn a_clear_run_ends_at_the_fold() {
    let scale = two_spans(Direction::RightToLeft);
    assert!((scale.clear_run(90.0 * DAY, true) - 50.0).abs() < 1e-9);
    assert!((scale.clear_run(10_001.0 * DAY, false) - 10.0).abs() < 1e-9);
    assert!((scale.clear_run(0.0, false)).abs() < 1e-9);
}

#[test]
fn dragging_moves_the_content_with_the_hand() {
    for direction in [Direction::LeftToRight, Direction::RightToLeft] {
        let mut scale = two_spans(direction);
        scale.zoom_at(530.0, 4.0);
        let before = scale.x_from_time(50.0 * DAY);
        scale.pan(30.0);
        assert!((scale.x_from_time(50.0 * DAY) - before - 30.0).abs() < 1e-9);
    }
}

#[test]
fn unfolding_keeps_what_stands_under_the_pointer() {
    let mut scale = two_spans(Direction::RightToLeft);
    scale.zoom_at(530.0, 4.0);
    let (_, (min, max)) = scale.folds().next().expect("a fold");
    let x = f64::midpoint(min, max);
    let time = scale.time_from_x(x);
    scale.refold(&[span(0, 10_050, 1.0)], x);
    assert_eq!(scale.folds().count(), 0);
    assert!((scale.x_from_time(time) - x).abs() < 1e-6);
}

#[test]
fn resizing_keeps_a_fitted_view_fitted_and_the_middle_of_another_one() {
    let mut fitted = two_spans(Direction::RightToLeft);
    fitted.resize((100.0, 700.0));
    assert!(fitted.is_fitted());
    assert!((fitted.x_from_time(0.0) - 700.0).abs() < 1e-9);
    let mut zoomed = two_spans(Direction::RightToLeft);
    zoomed.zoom_at(700.0, 9.0);
    let middle = zoomed.time_from_x(530.0);
    zoomed.resize((0.0, 800.0));
    assert!((zoomed.x_from_time(middle) - 400.0).abs() < 1e-6);
}

#[test]
fn odd_numbers_change_nothing() {
    let mut scale = two_spans(Direction::LeftToRight);
    let before = scale.clone();
    for factor in [f64::NAN, f64::INFINITY, 0.0, -3.0] {
        scale.zoom_at(500.0, factor);
    }
    scale.pan(f64::NAN);
    assert_eq!(scale, before);
    let empty = TimeScale::fitted(&[], (0.0, 0.0), Margins { past: 10.0, future: 10.0 }, Direction::LeftToRight);
    assert!(empty.x_from_time(0.0).is_finite());
}

fn direction(rtl: bool) -> Direction {
    if rtl { Direction::RightToLeft } else { Direction::LeftToRight }
}

proptest! {
    #[test]
    fn on_the_way_each_time_stands_between_its_two_places(
        scale in scale_strategy(), x in X.0..X.1, factor in 0.05_f64..20.0, share in 0.0_f64..1.0, probe in X.0..X.1,
    ) {
        let mut to = scale.clone();
        to.zoom_at(x, factor);
        let on_the_way = scale.blended(&to, share).expect("the same times");
        let time = scale.time_from_x(probe);
        let (before, after, now) = (probe, to.x_from_time(time), on_the_way.x_from_time(time));
        let slack = 1e-6 * (1.0 + before.abs() + after.abs());
        prop_assert!(now >= before.min(after) - slack && now <= before.max(after) + slack, "{before} {now} {after}");
        let back = on_the_way.x_from_time(on_the_way.time_from_x(probe));
        prop_assert!((back - probe).abs() < 1e-3, "{probe} came back as {back}");
    }

    #[test]
    fn the_time_under_the_pointer_stays_under_it_all_the_way(
        scale in scale_strategy(), at in 0.0_f64..1.0, factor in 1.0_f64..8.0,
    ) {
        let x = X.0 + at * (X.1 - X.0);
        let inside = scale.content_x();
        // In the free margins there is no time that could stay.
        prop_assume!(x > inside.0 + 28.0 && x < inside.1 - 28.0);
        let time = scale.time_from_x(x);
        let mut to = scale.clone();
        to.zoom_at(x, factor);
        let mut transition = crate::timeline::motion::Transition::new(&scale, &to);
        let mut frames = 0;
        while let Some(under_way) = &mut transition {
            let (now, arrived) = under_way.step(1.0 / 60.0);
            prop_assert!((now.x_from_time(time) - x).abs() < 1e-3, "moved to {}", now.x_from_time(time));
            frames += 1;
            if arrived {
                prop_assert_eq!(&now, &to);
                break;
            }
        }
        prop_assert!(frames < 60);
    }

    #[test]
    fn a_fold_opens_and_closes_without_a_jump(spans in spans_strategy(), rtl in any::<bool>(), zoom in 0.0_f64..4.0, probe in X.0..X.1) {
        prop_assume!(spans.len() > 1);
        let mut folded = TimeScale::fitted(&spans, X, Margins { past: 20.0, future: 28.0 }, direction(rtl));
        folded.zoom_at(f64::midpoint(X.0, X.1), zoom.exp());
        let (_, (min, max)) = folded.folds().next().expect("a fold");
        let mut open = spans.clone();
        let next = open.remove(1);
        open[0] = Span { range: TimeRange { start: open[0].range.start, end: next.range.end }, share: open[0].share + next.share };
        let mut unfolded = folded.clone();
        unfolded.refold(&open, f64::midpoint(min, max));
        for (from, to) in [(&folded, &unfolded), (&unfolded, &folded)] {
            let time = from.time_from_x(probe);
            let place = |share| from.blended(to, share).expect("the same times").x_from_time(time);
            prop_assert!((place(0.0) - probe).abs() < 1e-3);
            prop_assert!((place(1.0) - to.x_from_time(time)).abs() < 1e-3 * (1.0 + to.x_from_time(time).abs()));
            let (a, b) = (place(0.5), place(0.501));
            prop_assert!((a - b).abs() <= 0.02 * (1.0 + (place(1.0) - probe).abs()), "{a} {b}");
            for share in [0.25, 0.75] {
                let now = from.blended(to, share).expect("the same times");
                prop_assert!((now.x_from_time(now.time_from_x(probe)) - probe).abs() < 1e-3);
            }
        }
    }

    #[test]
    fn what_is_to_be_shown_reaches_from_edge_to_edge(scale in scale_strategy(), a in 0.05_f64..0.95, b in 0.05_f64..0.95) {
        prop_assume!((a - b).abs() > 0.05);
        let whole = scale.overview();
        let time = |share: f64| whole.time_from_x(whole.shifted(whole.past_edge(), 20.0 + share * (X.1 - X.0 - 48.0)));
        let (from, to) = (time(a.min(b)), time(a.max(b)));
        let folded = whole.folds().any(|(hidden, _)| {
            [from, to].iter().any(|at| (axis_time(hidden.start)..axis_time(hidden.end)).contains(at))
        });
        prop_assume!(!folded);
        let mut shown = scale;
        shown.show(from, to);
        prop_assume!(!shown.is_fitted());
        let (first, last) = shown.window(0.0);
        let slack = 1e-3 * (to - from);
        prop_assert!((first - from).abs() < slack && (last - to).abs() < slack, "{from}..{to} became {first}..{last}");
    }
}
