//! Laws of the layout over random events, and what a known article looks like.

use proptest::prelude::*;

use super::*;
use crate::base::Direction;
use crate::event::{Certainty, Event, EventKind, Extraction, TlinkType};
use crate::timeline::fit::fitted_scale;
use crate::timeline::hit_test::{Hit, hit_test};
use crate::timeline::mark::Shape;
use crate::timeline::sample::{article, by, event, extraction, link, on, ordered, undated};
use crate::timeline::scene::{Cluster, Mark};
use crate::timeline::ticks::Tick;
use crate::timeline::{LaneGrouping, TickUnit};

mod crowd;
mod lines;

/// Six points a letter.
struct Letters;

fn width(text: &str) -> f64 {
    f64::from(u32::try_from(text.chars().count()).expect("a short text")) * 6.0
}

impl LabelWidths for Letters {
    fn title(&self, _kind: EventKind, title: &str) -> f64 {
        width(title)
    }

    fn fold(&self, _hidden: TimeRange) -> f64 {
        90.0
    }

    fn publication(&self) -> f64 {
        130.0
    }
}

impl TickLabels for Letters {
    fn label(&self, tick: &Tick) -> String {
        let date = tick.at.day().expect("a day of the calendar");
        let format = match (tick.unit, tick.with_context) {
            (TickUnit::Year, _) => "%Y",
            (TickUnit::Month, true) => "%Y-%m",
            (TickUnit::Month, false) => "%m",
            (_, true) => "%Y-%m-%d",
            (_, false) => "%d",
        };
        date.format(format).to_string()
    }

    fn width(&self, label: &str) -> f64 {
        width(label)
    }
}

const DIRECTIONS: [Direction; 2] = [Direction::LeftToRight, Direction::RightToLeft];

fn viewport(reading: Direction, height: f64) -> Viewport {
    Viewport { width: 1280.0, height, reading, lane_scroll: 0.0, column_scroll: 0.0, selected: None, has_hijri: false }
}

#[derive(Debug)]
struct Bench {
    model: Model,
    viewport: Viewport,
    scale: TimeScale,
}

impl Bench {
    fn new(extraction: &Extraction, reading: Direction, time: Direction) -> Self {
        let model = Model::new(extraction, LaneGrouping::Actor);
        let viewport = viewport(reading, 392.0);
        let scale = fitted_scale(&model, &viewport.frames(time, !model.column().is_empty()), time, &[]);
        Self { model, viewport, scale }
    }

    fn scene(&self) -> Scene {
        layout(&self.model, &self.viewport, &self.scale, &Letters, &Letters, None)
    }

    /// The middle of an axis that is shown whole.
    fn middle(&self) -> f64 {
        let (min, max) = self.scale.x_range();
        f64::midpoint(min, max)
    }
}

fn day(offset: i64) -> String {
    let day = chrono::NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day") + chrono::Duration::days(offset);
    day.format("%Y-%m-%d").to_string()
}

fn event_strategy() -> impl Strategy<Value = Event> {
    let offset = prop_oneof![0_i64..2_000, 1_900_i64..2_000, Just(-20_000_i64)];
    (0_usize..6, offset, 1_i64..400, 0_usize..4, "[a-z ]{1,60}").prop_map(|(certainty, from, length, actor, title)| {
        let (start, end) = (day(from), day(from + length));
        let event = match certainty {
            0 => event(&title, Certainty::Exact, Some(&start), Some(&start)),
            1 => event(&title, Certainty::Bounded, Some(&start), Some(&end)),
            2 => event(&title, Certainty::OneSided, Some(&start), None),
            3 => event(&title, Certainty::OneSided, None, Some(&end)),
            4 => event(&title, Certainty::Ongoing, Some("2025-11-01"), Some("2025-11-01")),
            _ => undated(&title),
        };
        by(event, EventKind::Consult, ["أ", "ب", "ج", "د"][actor], None)
    })
}

fn extraction_strategy() -> impl Strategy<Value = Extraction> {
    let links = prop::collection::vec((0_u32..40, 0_u32..40), 0..12);
    (prop::collection::vec(event_strategy(), 0..36), 0_usize..4, links, any::<bool>()).prop_map(
        |(mut events, n_ordered, links, published)| {
            events.extend((0..n_ordered).map(|at| ordered(&format!("ordered {at}"))));
            let links = links.into_iter().map(|(from, to)| link(from, TlinkType::After, to)).collect();
            extraction(published.then_some("2025-11-01"), events, links)
        },
    )
}

fn direction_strategy() -> impl Strategy<Value = Direction> {
    prop_oneof![Just(Direction::LeftToRight), Just(Direction::RightToLeft)]
}

fn bench_strategy() -> impl Strategy<Value = Bench> {
    let view = (direction_strategy(), direction_strategy(), 0.0_f64..1.0, 0.0_f64..5.0);
    (extraction_strategy(), view).prop_map(|(extraction, (reading, time, at, zoom))| {
        let mut bench = Bench::new(&extraction, reading, time);
        let (min, max) = bench.scale.x_range();
        bench.scale.zoom_at(min + at * (max - min), zoom.exp());
        bench
    })
}

/// What a mark draws apart from its fading ends, which may lie over anything.
fn body(mark: &Mark) -> Rect {
    mark.rect
}

proptest! {
    #[test]
    fn titles_touch_neither_marks_nor_titles_nor_folds(bench in bench_strategy()) {
        let scene = bench.scene();
        for (at, mark) in scene.marks.iter().enumerate() {
            let Some(label) = mark.label else { continue };
            prop_assert!(!label.rect.overlaps(mark.rect), "a title lies over its own mark: {mark:?}");
            for other in scene.marks.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other) {
                prop_assert!(!label.rect.overlaps(body(other)), "{mark:?} over {other:?}");
                let title = other.label.map(|label| label.rect);
                prop_assert!(title.is_none_or(|title| !label.rect.overlaps(title)), "{mark:?} over {other:?}");
            }
            prop_assert!(scene.folds.iter().all(|fold| !fold.rect.overlaps(label.rect)), "{mark:?} over a fold");
            let view = scene.frames.lanes;
            prop_assert!(label.rect.min_x >= view.min_x - 1e-6 && label.rect.max_x <= view.max_x + 1e-6);
        }
    }

    #[test]
    fn a_fold_never_covers_an_event(bench in bench_strategy()) {
        for item in bench.model.axis().items() {
            for fold in bench.model.folds() {
                let apart = item.occupied().end < fold.start || item.occupied().start > fold.end;
                prop_assert!(apart, "{item:?} in {fold:?}");
            }
        }
        let scene = bench.scene();
        for mark in &scene.marks {
            prop_assert!(scene.folds.iter().all(|fold| !fold.rect.overlaps(mark.rect)), "{mark:?} in a fold");
        }
    }

    #[test]
    fn an_undated_event_is_never_on_the_axis(bench in bench_strategy()) {
        let scene = bench.scene();
        for item in bench.model.column() {
            prop_assert!(scene.marks.iter().all(|mark| mark.event != item.event));
        }
        for entry in scene.column.iter().flat_map(|column| &column.entries) {
            prop_assert!(bench.model.item_of(entry.event).is_none());
        }
    }

    #[test]
    fn a_hit_finds_what_was_laid_out(bench in bench_strategy()) {
        let scene = bench.scene();
        for mark in &scene.marks {
            let visible = mark.label.and_then(|label| label.rect.clipped(scene.frames.lanes));
            if let Some(label) = visible {
                prop_assert_eq!(hit_test(&scene, label.center()), Some(Hit::Event(mark.event)));
            }
        }
        for entry in scene.column.iter().flat_map(|column| &column.entries) {
            prop_assert_eq!(hit_test(&scene, entry.rect.center()), Some(Hit::ColumnEntry(entry.event)));
        }
    }
}

#[test]
fn every_dated_event_of_an_article_is_in_view_at_first() {
    for reading in DIRECTIONS {
        for time in DIRECTIONS {
            let bench = Bench::new(&article(), reading, time);
            let scene = bench.scene();
            assert_eq!(scene.marks.len(), bench.model.axis().len());
            assert!(scene.marks.iter().all(|mark| mark.label.is_some()));
            assert!(scene.publication.is_some() && !scene.is_axis_empty);
            assert_eq!(scene.column.map(|column| column.entries.len()), Some(12));
        }
    }
}

#[test]
fn the_panel_mirrors_with_reading_and_the_column_stands_where_time_ends() {
    for reading in DIRECTIONS {
        for time in DIRECTIONS {
            let frames = viewport(reading, 392.0).frames(time, true);
            let column = frames.column.expect("a column");
            assert_eq!(frames.headers.center().x > frames.lanes.center().x, reading.is_rtl());
            assert_eq!(column.center().x < frames.lanes.center().x, time.is_rtl());
            assert!(!frames.headers.overlaps(frames.lanes) && !column.overlaps(frames.headers));
            assert!(!column.overlaps(frames.lanes) && !column.overlaps(frames.overview));
        }
    }
}

#[test]
fn each_certainty_has_its_form() {
    let bench = Bench::new(&article(), Direction::RightToLeft, Direction::RightToLeft);
    let scene = bench.scene();
    let shape = |index| scene.marks.iter().find(|mark| mark.event == EventId(index)).expect("a mark").shape;
    assert!(matches!(shape(0), Shape::Soft { soft, .. } if (soft - 48.0).abs() < 1e-9));
    assert!(matches!(shape(2), Shape::Dot { .. }));
    // What was known until a day fades towards the past: to the right where time runs leftwards.
    assert!(matches!(shape(3), Shape::Tail { x, end_x } if end_x > x && end_x - x <= 120.0));
    let line = scene.publication.expect("a line").x;
    assert!(matches!(shape(4), Shape::Ongoing { past_x, tip_x, soft } if tip_x < line && past_x > line && soft > 0.0));
    assert!(matches!(shape(6), Shape::Hollow { .. }));
}

#[test]
fn a_crowded_column_counts_what_does_not_fit_and_scrolls_to_its_end() {
    let events = (0..30).map(|at| undated(&at.to_string())).collect();
    let mut bench = Bench::new(&extraction(None, events, Vec::new()), Direction::RightToLeft, Direction::RightToLeft);
    let column = bench.scene().column.expect("a column");
    let (_, more) = column.more.expect("a last line");
    assert_eq!(column.entries.len() + more, 30);
    bench.viewport.column_scroll = column.scroll_limit;
    let end = bench.scene().column.expect("a column");
    assert_eq!((end.more, end.entries.last().map(|entry| entry.index)), (None, Some(29)));
    assert!(bench.scene().is_axis_empty);
}

#[test]
fn without_a_publication_date_there_is_no_line() {
    let scene =
        Bench::new(&extraction(None, vec![on("2025-10-01")], Vec::new()), Direction::RightToLeft, Direction::RightToLeft).scene();
    assert_eq!((scene.publication, scene.column.is_none(), scene.marks.len()), (None, true, 1));
}

#[test]
fn the_links_of_the_selected_event_are_drawn_into_the_column_too() {
    let mut bench = Bench::new(&article(), Direction::RightToLeft, Direction::RightToLeft);
    assert_eq!(bench.scene().links, []);
    bench.viewport.selected = Some(EventId(0));
    let links = bench.scene().links;
    // To the one-sided event on the axis and to an entry of the column.
    assert_eq!(links.len(), 2);
    let column = bench.scene().frames.column.expect("a column");
    assert_eq!(links.iter().filter(|link| column.contains(link.to)).count(), 1);
}

#[test]
fn where_rows_are_scarce_a_mark_without_room_beside_it_has_its_title_below() {
    let of = |name: &str, event| by(event, EventKind::Aid, name, None);
    let between = |from, to| event("a title that is long", Certainty::Bounded, Some(from), Some(to));
    let mut events = vec![of("week", between("2024-03-04", "2024-03-10")), of("year", between("1950-01-01", "1950-12-31"))];
    events.extend(["1948-05-10", "2011-01-25", "2011-11-10"].map(|day| of(day, on(day))));
    let bench = Bench::new(&extraction(Some("2024-03-12"), events, Vec::new()), DIRECTIONS[1], DIRECTIONS[1]);
    let scene = layout(&bench.model, &Viewport { height: 200.0, ..bench.viewport }, &bench.scale, &Letters, &Letters, None);
    assert!(scene.lanes_height > scene.frames.lanes.height(), "rows are scarce");
    let week = scene.marks.iter().find(|mark| mark.event == EventId(0)).expect("a mark");
    assert!(week.rect.width() < 130.0 && scene.folds.len() > 2, "{week:?}");
    assert!(week.label.is_some_and(|label| label.rect.min_y > week.rect.max_y), "{week:?}");
}

#[test]
fn a_long_bar_keeps_its_title_in_view() {
    let long = event("a long one", Certainty::Bounded, Some("2025-01-01"), Some("2025-10-31"));
    let mut bench = Bench::new(&extraction(Some("2025-11-01"), vec![long], Vec::new()), DIRECTIONS[1], DIRECTIONS[1]);
    bench.scale.zoom_at(bench.middle(), 20.0);
    let scene = bench.scene();
    let view = scene.frames.lanes;
    assert!(scene.marks[0].rect.min_x < view.min_x && scene.marks[0].rect.max_x > view.max_x);
    let label = scene.marks[0].label.expect("a title").rect;
    assert!(label.min_x >= view.min_x && label.max_x <= view.max_x);
}

#[test]
fn a_frame_looks_only_at_what_is_near() {
    let events: Vec<Event> = (0..20_000).map(|at| on(&day(at))).collect();
    let mut bench = Bench::new(&extraction(None, events, Vec::new()), DIRECTIONS[1], DIRECTIONS[1]);
    let middle = bench.scale.time_from_x(bench.middle());
    bench.scale.zoom_to(middle - 86_400.0 * 10.0, middle + 86_400.0 * 10.0);
    let scene = bench.scene();
    assert!(scene.marks.len() >= 20);
    assert!(scene.visited < 400, "{} of 20,000 events were looked at", scene.visited);
}

#[test]
fn the_strip_is_counted_once_for_all_that_moves_the_window() {
    let events: Vec<Event> = (0..20_000).map(|at| on(&day(at))).collect();
    let mut bench = Bench::new(&extraction(None, events, Vec::new()), DIRECTIONS[1], DIRECTIONS[1]);
    let before = bench.scene();
    let middle = bench.middle();
    bench.scale.zoom_at(middle, 40.0);
    bench.scale.pan(30.0);
    let anew = bench.scene();
    let again = layout(&bench.model, &bench.viewport, &bench.scale, &Letters, &Letters, Some(&before));
    assert_ne!(again.overview.window, before.overview.window);
    assert!(again.visited + before.overview.bars.len() <= anew.visited, "{} of {}", again.visited, anew.visited);
    assert_eq!(Scene { visited: anew.visited, ..again }, anew);
    // Another strip is counted anew.
    bench.viewport.width = 900.0;
    let frames = bench.viewport.frames(DIRECTIONS[1], false);
    bench.scale.resize((frames.lanes.min_x, frames.lanes.max_x));
    let narrow = layout(&bench.model, &bench.viewport, &bench.scale, &Letters, &Letters, Some(&before));
    assert_eq!(narrow, bench.scene());
}

#[test]
fn a_crowd_becomes_counts_and_no_event_is_lost() {
    let days = (0..10_000)
        .map(|at| by(on(&day(at * 7 % 9_000)), EventKind::Aid, ["أ", "ب", "ج"][usize::try_from(at % 3).unwrap()], None));
    let mut bench = Bench::new(&extraction(None, days.collect(), Vec::new()), DIRECTIONS[1], DIRECTIONS[1]);
    bench.viewport.height = 5_000.0;
    bench.viewport.selected = Some(EventId(77));
    let scene = bench.scene();
    let counted: usize = scene.marks.iter().map(|mark| mark.cluster.map_or(1, |cluster| cluster.n_events)).sum();
    assert_eq!(counted, 10_000);
    assert!(scene.marks.len() < 100, "{} marks", scene.marks.len());
    assert!(scene.marks.iter().any(|mark| mark.cluster.is_none() && mark.event == EventId(77)));
    for (at, mark) in scene.marks.iter().enumerate() {
        assert!(scene.marks[at + 1..].iter().all(|other| !other.covered().overlaps(mark.covered())));
    }
    let crowd = scene.marks.iter().find_map(|mark| Some((mark.rect.center(), mark.cluster?.span))).expect("a crowd");
    assert_eq!(hit_test(&scene, crowd.0), Some(Hit::Cluster(crowd.1)));
}

/// The counts of a scene that are well inside the view: how many events and from when to when.
fn counts_inside(scene: &Scene) -> Vec<Cluster> {
    let view = scene.frames.lanes;
    let inside = scene.marks.iter().filter(|mark| mark.rect.min_x > view.min_x + 200.0 && mark.rect.max_x < view.max_x - 200.0);
    inside.filter_map(|mark| mark.cluster).collect()
}

#[test]
fn counts_stand_in_one_row_and_hold_the_same_events_wherever_the_view_is() {
    for time in DIRECTIONS {
        let hours = (0..20_000_i64).map(|at| on(&format!("{}T{:02}:00", day(at / 20), at % 20)));
        let mut bench = Bench::new(&extraction(None, hours.collect(), Vec::new()), DIRECTIONS[1], time);
        let middle = bench.middle();
        bench.scale.zoom_at(middle, 5.0);
        let before = counts_inside(&bench.scene());
        assert!(before.len() > 4, "{} counts", before.len());
        for _ in 0..9 {
            bench.scale.pan(11.0);
            let scene = bench.scene();
            let known = |cluster: &&Cluster| before.contains(cluster);
            let (counts, kept) = (counts_inside(&scene), counts_inside(&scene).iter().filter(known).count());
            // Two may come into view.
            assert!(kept + 2 >= counts.len(), "{kept} of {}", counts.len());
            let mut rows: Vec<f64> = scene.marks.iter().filter(|mark| mark.cluster.is_some()).map(|mark| mark.y).collect();
            rows.dedup();
            assert_eq!(rows.len(), 1, "one lane, one row of counts");
        }
        let coarse = counts_inside(&bench.scene());
        bench.scale.zoom_at(middle, 2.0);
        let within = |fine: &Cluster, coarse: &Cluster| coarse.span.start <= fine.span.start && fine.span.end <= coarse.span.end;
        let fine = counts_inside(&bench.scene());
        assert!(fine.iter().any(|fine| coarse.iter().any(|coarse| within(fine, coarse))));
        for fine in fine {
            let across = |coarse: &&Cluster| coarse.span.start <= fine.span.end && fine.span.start <= coarse.span.end;
            assert!(coarse.iter().filter(across).count() <= 1, "a count that is zoomed closer is divided, never mixed");
        }
    }
}

#[test]
fn an_event_stays_in_its_row_while_the_view_comes_closer_and_its_lane_keeps_its_height() {
    let names = ["أ", "ب", "ج"];
    let event =
        |at: usize| by(on(&day(i64::try_from(at * at * 37 % 1_900).expect("small"))), EventKind::Aid, names[at % 3], None);
    let mut bench = Bench::new(&extraction(None, (0..90).map(event).collect(), Vec::new()), DIRECTIONS[1], DIRECTIONS[1]);
    bench.viewport.height = 9_000.0;
    let (mut stayed, mut would_not) = (0, 0);
    let mut before = bench.scene();
    for _ in 0..40 {
        let middle = bench.middle();
        bench.scale.zoom_at(middle, 1.06);
        let after = layout(&bench.model, &bench.viewport, &bench.scale, &Letters, &Letters, Some(&before));
        let height =
            |scene: &Scene, lane: usize| scene.lanes.iter().find(|band| band.lane == lane).map(|band| band.rect.height());
        let lane = |event: EventId| usize::from(bench.model.item_of(event).expect("an item").lane);
        let anew = bench.scene();
        assert_eq!((before.rows.len(), after.rows.len(), anew.rows.len()), (90, 90, 90));
        for ((&(event, row), &now), &anew) in before.rows.iter().zip(&after.rows).zip(&anew.rows) {
            if height(&before, lane(event)) == height(&after, lane(event)) {
                assert_eq!(now, (event, row));
                stayed += 1;
                would_not += usize::from(anew != now);
            }
        }
        assert!(after.lanes_height <= anew.lanes_height);
        before = after;
    }
    assert!(stayed > 500 && would_not > 20, "{stayed} stayed, {would_not} of them by this alone");
}

#[test]
fn odd_panels_are_laid_out_too() {
    for (width, height) in [(0.0, 0.0), (1.0, 1.0), (80.0, 40.0), (200.0, 2_000.0), (5_000.0, 30.0), (-5.0, f64::MIN)] {
        for time in DIRECTIONS {
            let model = Model::new(&article(), LaneGrouping::Place);
            let viewport = Viewport { width, height, ..viewport(Direction::RightToLeft, 0.0) };
            let scale = fitted_scale(&model, &viewport.frames(time, true), time, &[]);
            let scene = layout(&model, &viewport, &scale, &Letters, &Letters, None);
            assert!(scene.lanes_height > 0.0);
        }
    }
}

#[test]
fn lanes_that_nearly_fit_give_up_what_is_free_around_and_between_their_rows() {
    let model = Model::new(&article(), LaneGrouping::Actor);
    let height = |panel: f64| {
        let viewport = viewport(Direction::RightToLeft, panel);
        let frames = viewport.frames(Direction::RightToLeft, true);
        let scale = fitted_scale(&model, &frames, Direction::RightToLeft, &[]);
        let scene = layout(&model, &viewport, &scale, &Letters, &Letters, None);
        (scene.lanes_height, frames.lanes.height())
    };
    let (all, room) = height(600.0);
    assert!(all < room);
    // A few points less than they would like.
    for less in [1.0, 10.0, 25.0] {
        let (squeezed, room) = height(600.0 - (room - all) - less);
        assert!((squeezed - room).abs() < 1e-6, "{squeezed} {room}");
    }
}
