//! Laws of crowds: every event is drawn or counted, nothing overlaps, and a frame looks at no more than there is room for.

use proptest::prelude::*;

use super::*;
use crate::base::TimePoint;
use crate::event::EventId;
use crate::timeline::pack::CELL_GAP;

/// A frame may look at so many items and nodes for each point of a lane's width.
const VISITED_PER_POINT: f64 = 1.0;
/// Besides, so many for each lane, however narrow: the ways down the index.
const VISITED_PER_LANE: f64 = 400.0;

/// Events over 25 years, a third of them lasting up to so many days.
fn spread(n: u32, n_lanes: u32, longest_days: i64, seed: u64) -> Extraction {
    let mut state = seed;
    let mut random = move |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((state >> 33) % below).expect("below 2^31")
    };
    let events = (0..n).map(|at| {
        let from = random(9_000);
        let length = if random(10) < 3 { random(u64::try_from(longest_days).expect("days") + 1) } else { 0 };
        let certainty = if length == 0 { Certainty::Exact } else { Certainty::Bounded };
        let noun = event(&format!("event {at}"), certainty, Some(&day(from)), Some(&day(from + length)));
        by(noun, EventKind::Aid, &format!("lane {}", at % n_lanes), None)
    });
    extraction(None, events.collect(), Vec::new())
}

fn counted(scene: &Scene) -> usize {
    scene.marks.iter().map(|mark| mark.cluster.map_or(1, |cluster| cluster.n_events)).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_event_of_a_crowd_is_drawn_or_counted(
        (n, n_lanes, longest, seed) in (301_u32..2_000, 1_u32..6, 0_i64..2_000, any::<u64>()),
        (time, selected) in (direction_strategy(), 0_u32..2_000),
    ) {
        let mut bench = Bench::new(&spread(n, n_lanes, longest, seed), Direction::RightToLeft, time);
        bench.viewport.height = 100_000.0;
        let selected = EventId(selected % n);
        bench.viewport.selected = Some(selected);
        let scene = bench.scene();
        prop_assert_eq!(counted(&scene), usize::try_from(n).expect("small"));
        prop_assert!(scene.marks.iter().any(|mark| mark.cluster.is_none() && mark.event == selected));
        for (mark, cluster) in scene.marks.iter().filter_map(|mark| Some((mark, mark.cluster?))) {
            let alone = |item: &Item| scene.marks.iter().any(|mark| mark.cluster.is_none() && mark.event == item.event);
            let TimeRange { start, end } = cluster.span;
            let own = bench.model.axis().items().iter().filter(|item| usize::from(item.lane) == mark.lane && !alone(item));
            let begins: Vec<TimePoint> = own.map(|item| item.occupied().start).filter(|begin| (start..=end).contains(begin)).collect();
            prop_assert!(start < end && begins.first() == Some(&start), "{:?} is none of {:?}", start, begins.first());
            prop_assert!(begins.len() >= cluster.n_events, "{} of {cluster:?} begin while it is shown", begins.len());
        }
        for (at, mark) in scene.marks.iter().enumerate() {
            for other in &scene.marks[at + 1..] {
                prop_assert!(!other.covered().overlaps(mark.covered()), "{mark:?} over {other:?}");
            }
        }
    }

    #[test]
    fn wherever_one_looks_what_begins_in_view_is_drawn_or_counted(
        (n, n_lanes, longest, seed) in (600_u32..3_000, 1_u32..4, 0_i64..4_000, any::<u64>()),
        (time, at, zoom) in (direction_strategy(), 0.0_f64..1.0, 0.0_f64..6.0),
    ) {
        let mut bench = Bench::new(&spread(n, n_lanes, longest, seed), Direction::RightToLeft, time);
        bench.viewport.height = 200_000.0;
        let (min, max) = bench.scale.x_range();
        bench.scale.zoom_at(min + at * (max - min), zoom.exp());
        let scene = bench.scene();
        // At the very edge of the view the count that an event is in may stand beside it.
        let (start, end) = bench.scale.window(-CELL_GAP);
        let in_view = |item: &&Item| (start..end).contains(&axis_time(item.occupied().start));
        for band in &scene.lanes {
            let own = scene.marks.iter().filter(|mark| mark.lane == band.lane);
            let lowest = own.map(|mark| mark.covered().max_y).fold(band.rect.min_y + ROW, f64::max);
            prop_assert!(band.rect.max_y - lowest < 2.0 * ROW, "{lowest} in {band:?}: what is not in view keeps it high");
        }
        // What begins just beside the view may be in a count that reaches into it.
        prop_assert!(counted(&scene) >= bench.model.axis().items().iter().filter(in_view).count());
    }
}

#[test]
fn what_a_frame_looks_at_follows_the_points_and_lanes_not_the_events() {
    for n in [20_000, 100_000] {
        let mut bench = Bench::new(&spread(n, 8, 2_000, 7), DIRECTIONS[1], DIRECTIONS[1]);
        let (min, max) = bench.scale.x_range();
        let most = 8.0 * (VISITED_PER_POINT * (max - min) + VISITED_PER_LANE);
        for step in 0..40 {
            let scene = bench.scene();
            let visited = f64::from(u32::try_from(scene.visited).expect("not billions"));
            assert!(visited <= most, "{visited} of {n} events visited at step {step}, at most {most}");
            assert!(scene.marks.len() < 8 * 200, "{} marks at step {step}", scene.marks.len());
            bench.scale.zoom_at(min + 200.0, 1.25);
        }
    }
}
