//! Tests of the panel, without a window: what is shown, and what is remembered.

mod ends;
mod keyboard;
mod lanes;
mod motion;
mod overview;
mod pointer;
mod ranges;

use std::sync::Arc;
use std::sync::mpsc::Receiver;

use eframe::egui::{Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{TimelineView, timeline_ui};
use crate::article::Article;
use crate::base::{Direction, Language, TimePoint, TimeRange};
use crate::event::{EventId, Extraction};
use crate::i18n::I18n;
use crate::timeline::Scene;
use crate::timeline::sample::{article, extraction, on, undated};
use crate::ui::command::{Command, CommandSender, UiCommand};
use crate::ui::state::{AppState, Appearance, Document};
use crate::ui::tabs::{TabId, Tabs};
use crate::ui::testing::{self, Window};

/// What the application would hold.
struct Bench {
    state: AppState,
    view: TimelineView,
    sender: CommandSender,
    commands: Receiver<Command>,
    /// The panel's top left corner.
    origin: Pos2,
}

fn document(extraction: Extraction, generation: u64) -> Arc<Document> {
    Arc::new(Document::new(generation, Article::default(), extraction))
}

fn bench(extraction: Extraction, language: Language, time: Direction) -> Bench {
    let (sender, commands) = CommandSender::pair();
    let mut state = AppState::new(I18n::new(language, None), Appearance::Light);
    state.time_direction = time;
    state.is_motion_reduced = true;
    testing::show(&mut state, document(extraction, 1));
    Bench { state, view: TimelineView::default(), sender, commands, origin: Pos2::ZERO }
}

fn harness(bench: Bench) -> Harness<'static, Bench> {
    let paint = |ui: &mut eframe::egui::Ui, bench: &mut Bench| {
        bench.origin = ui.available_rect_before_wrap().min;
        testing::settle(&mut bench.state);
        timeline_ui(ui, &bench.state, &bench.sender, &mut bench.view);
    };
    let mut harness = Harness::builder()
        .with_size(vec2(1280.0, 392.0))
        .allow_missing_glyphs()
        .with_context_setup(crate::text::egui::install)
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(100)
        .build_ui_state(paint, bench);
    harness.run();
    harness
}

fn rtl() -> Harness<'static, Bench> {
    harness(bench(article(), Language::Arabic, Direction::RightToLeft))
}

/// A drag with the first button from one place to another.
fn drag(harness: &mut Harness<'_, Bench>, from: Pos2, to: Pos2) {
    harness.hover_at(from);
    harness.run();
    harness.drag_at(from);
    harness.run();
    harness.hover_at(to);
    harness.run();
    harness.drop_at(to);
    harness.run();
}

/// The scene that was painted last.
fn scene_of(harness: &mut Harness<'_, Bench>) -> Arc<Scene> {
    harness.state_mut().view.open().and_then(|open| open.last_scene()).expect("a scene")
}

/// The commands that were sent, without those of hovering.
fn sent(harness: &Harness<'_, Bench>) -> Vec<Command> {
    harness.state().commands.try_iter().filter(|command| !matches!(command, Command::Hover(_))).collect()
}

fn scale_of(harness: &Harness<'_, Bench>) -> crate::timeline::TimeScale {
    harness.state().view.scale().expect("a scale").clone()
}

/// The name by which a screen reader finds an event.
fn title(index: usize) -> String {
    article().events[index].title.clone()
}

/// Applies a command as the application does, and what comes of it.
fn apply(harness: &mut Harness<'_, Bench>, command: UiCommand) -> Vec<Command> {
    let bench = harness.state_mut();
    assert!(bench.view.apply(command, &bench.state, &bench.sender), "{command:?} is the timeline's affair");
    let commands = sent(harness);
    for command in &commands {
        if let Command::Select(selected) = command {
            harness.state_mut().state.select(*selected);
        }
    }
    harness.run();
    commands
}

#[test]
fn every_event_in_view_is_a_button_with_its_title() {
    let harness = rtl();
    for (index, event) in article().events.iter().enumerate() {
        let node = harness.get_by_label_contains(&event.title);
        assert_eq!(node.accesskit_node().role(), eframe::egui::Role::Button, "{index}");
    }
    let title = title(1);
    let strikes = harness.get_by_label_contains(&title);
    let node = strikes.accesskit_node();
    let name = node.label().expect("a name");
    assert!(name.contains(&harness.state().state.i18n.text("certainty-bounded")), "{name}");
}

#[test]
fn an_event_names_its_lane_and_the_axis_its_time() {
    let harness = rtl();
    let title = title(1);
    let lane = harness.get_by_label_contains(&title).accesskit_node().description().expect("a lane");
    assert_eq!(lane, "الولايات المتحدة");
    let state = &harness.state().state;
    let (start, end) = scale_of(&harness).window(0.0);
    let point = crate::timeline::time_scale::time_point;
    let range = crate::ui::timeline::range::whole_days(point(start), point(end));
    let message = crate::base::Message::new("timeline-axis").with_text("time", state.i18n.time_range(range));
    let name = state.i18n.message(&message);
    harness.get_by_label(&name);
}

#[test]
fn the_selected_event_says_so() {
    let mut harness = rtl();
    harness.state_mut().state.select(Some(EventId(1)));
    harness.run();
    let toggled = |index| harness.get_by_label_contains(&title(index)).accesskit_node().toggled();
    assert_eq!(toggled(1), Some(eframe::egui::accesskit::Toggled::True));
    assert_eq!(toggled(3), Some(eframe::egui::accesskit::Toggled::False));
}

#[test]
fn an_event_selected_elsewhere_comes_into_view() {
    let mut harness = rtl();
    harness.set_size(vec2(1280.0, 240.0));
    harness.state_mut().view.open().expect("an open document").scale.zoom_at(320.0, 30.0);
    harness.run();
    for index in [0, 18, 6] {
        assert!(harness.query_by_label_contains(&title(index)).is_none(), "{index} is out of view at first");
        harness.state_mut().state.select(Some(EventId(u32::try_from(index).expect("a small index"))));
        harness.run();
        assert!(harness.query_by_label_contains(&title(index)).is_some(), "{index} is in view");
    }
}

#[test]
fn another_document_starts_from_all_of_it() {
    let mut harness = rtl();
    apply(&mut harness, UiCommand::ZoomIn);
    testing::show(&mut harness.state_mut().state, document(extraction(None, vec![on("2025-01-01"), undated("u")], vec![]), 2));
    harness.run();
    assert!(scale_of(&harness).is_fitted());
    assert!(harness.query_by_label_contains("2025-01-01").is_some());
    assert!(harness.query_by_label_contains(&title(1)).is_none());
}

#[test]
fn an_edit_that_dates_an_event_beyond_the_axis_or_within_a_fold_makes_a_place_for_it() {
    use crate::base::Bounds;
    use crate::timeline::sample::moment;
    for is_zoomed in [false, true] {
        for day in ["1990-05-05", "2024-08-08", "2030-01-01"] {
            let mut harness = rtl();
            if is_zoomed {
                apply(&mut harness, UiCommand::ZoomIn);
            }
            harness.state_mut().state.select(Some(EventId(1)));
            harness.run();
            let mut edited = article();
            edited.events[1].when.bounds = Bounds::between(moment(day), moment(day));
            edited.events[1].when.certainty = crate::event::Certainty::Exact;
            let edited = Document { edition: 1, ..Document::new(1, Article::default(), edited) };
            testing::show(&mut harness.state_mut().state, Arc::new(edited));
            harness.run();
            let scene = scene_of(&mut harness);
            let mark = scene.marks.iter().find(|mark| mark.event == EventId(1)).expect("it is in view");
            let scale = scale_of(&harness);
            let (start, end) = (scale.x_of(moment(day).start()), scale.x_of(moment(day).end()));
            let middle = mark.rect.center().x;
            assert!(start.min(end) - 1.0 <= middle && middle <= start.max(end) + 1.0, "{day} {is_zoomed}");
            let folded = scale.folds().any(|(hidden, _)| (hidden.start..hidden.end).contains(&moment(day).start()));
            assert!(!folded, "{day} {is_zoomed}");
            assert_eq!(scale.is_fitted(), !is_zoomed, "{day}");
        }
    }
}

#[test]
fn a_still_window_is_laid_out_once() {
    let mut harness = rtl();
    let before = harness.state().view.n_layouts();
    harness.run_steps(5);
    assert_eq!(harness.state().view.n_layouts(), before);
    apply(&mut harness, UiCommand::ZoomIn);
    assert!(harness.state().view.n_layouts() > before);
}

#[test]
fn an_empty_window_and_an_empty_article_paint_too() {
    let mut empty = bench(extraction(None, vec![], vec![]), Language::English, Direction::LeftToRight);
    empty.state.appearance = Appearance::Dark;
    let mut harness = harness(empty);
    harness.state_mut().state.tabs = Tabs::default();
    harness.run();
    let bench = harness.state_mut();
    assert!(bench.view.scale().is_some());
}

#[test]
fn a_range_that_was_left_is_shown_again_and_no_range_breaks_the_view() {
    let range = |start: i64, end: i64| TimeRange { start: TimePoint(start), end: TimePoint(end) };
    // A week of March 2024, and what only a damaged file says.
    let week = range(1_710_028_800, 1_710_633_600);
    for wanted in [week, range(i64::MIN, i64::MAX), range(0, 1), range(i64::MAX - 1, i64::MAX)] {
        let mut harness = Window::harness(testing::state(Language::Arabic));
        harness.state_mut().views.of(TabId(0)).timeline.restore(Some(wanted), Vec::new());
        let opened = Document { generation: 2, ..testing::document() };
        testing::show(&mut harness.state_mut().state, Arc::new(opened));
        harness.run();
        let shown = harness.state().views.get(TabId(0)).and_then(|views| views.timeline.range());
        let scale = harness.state().views.get(TabId(0)).and_then(|views| views.timeline.scale()).expect("a scale").window(0.0);
        assert!(scale.0.is_finite() && scale.1.is_finite() && scale.0 < scale.1, "{wanted:?}: {scale:?}");
        if wanted == week {
            let shown = shown.expect("not all of it");
            let is_near = |a: TimePoint, b: TimePoint| (a.0 - b.0).abs() < 2 * 86_400;
            assert!(is_near(shown.start, week.start) && is_near(shown.end, week.end), "{shown:?}");
        }
    }
}
