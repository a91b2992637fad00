//! How long a timeline takes, and the window around it: `cargo bench --bench timeline`. From a thousand events to ten million, spread at random over a
//! hundred years in 32 lanes; three in ten last, the others are short.

use std::sync::Arc;

use divan::{Bencher, black_box};
use eframe::egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase, Vec2,
    ViewportInfo, pos2, vec2,
};
use waqai::article::Article;
use waqai::base::{Direction, Language, TimePoint, TimeRange};
use waqai::event::{EventKind, EventTable, TableRow};
use waqai::i18n::I18n;
use waqai::timeline::fit::fitted_scale;
use waqai::timeline::{Arrangement, LabelWidths, LaneGrouping, Model, Tick, TickLabels, TimeScale, Viewport, layout};
use waqai::ui::command::CommandSender;
use waqai::ui::state::{AppState, Appearance, Document};
use waqai::ui::tabs::{Origin, Tab, TabId};
use waqai::ui::window::{Views, window_ui};

const SIZES: [u32; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
/// How long all of them last together, in seconds: about a hundred years.
const SPAN: u32 = 3_000_000_000;
const N_LANES: u32 = 32;

fn main() {
    divan::main();
}

/// Numbers that look random and are the same each time (mulberry32).
struct Random(u32);

impl Random {
    /// Below `most`.
    fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x6D2B_79F5);
        let mut t = (self.0 ^ (self.0 >> 15)).wrapping_mul(1 | self.0);
        t = t.wrapping_add((t ^ (t >> 7)).wrapping_mul(61 | t)) ^ t;
        u32::try_from((u64::from(t ^ (t >> 14)) * u64::from(most)) >> 32).unwrap_or(0)
    }

    /// Exponentially spread, as the lengths of what lasts are.
    fn length(&mut self, mean: f64) -> u32 {
        let share = (f64::from(self.below(1_000_000)) + 1.0) / 1_000_000.0;
        let seconds = -share.ln() * mean;
        (0..=16).map(|power| SPAN >> power).find(|most| f64::from(*most) <= seconds).unwrap_or(SPAN >> 16)
    }
}

fn table(n: u32) -> EventTable {
    let mut table = EventTable::with_lanes((0..N_LANES).map(|lane| format!("lane {lane}")).collect());
    let mut random = Random(42);
    for at in 0..n {
        let start = i64::from(random.below(SPAN));
        let lasts = random.below(10) < 3;
        let length = if lasts { random.length(f64::from(SPAN) * 0.0055) } else { SPAN / 5_000 };
        let time = TimeRange { start: TimePoint(start), end: TimePoint(start + i64::from(length.min(SPAN / n * 16 + 1))) };
        let lane = waqai::event::LaneName::new(usize::try_from(at % N_LANES).unwrap_or(0));
        table.push(&format!("event {}", at % 1_000), TableRow { time, is_vague: false, lane });
    }
    table
}

/// Six points a letter.
struct Letters;

impl LabelWidths for Letters {
    fn title(&self, _kind: EventKind, title: &str) -> f64 {
        f64::from(u32::try_from(title.len()).unwrap_or(u32::MAX)) * 6.0
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
        tick.at.0.to_string()
    }

    fn width(&self, label: &str) -> f64 {
        f64::from(u32::try_from(label.len()).unwrap_or(u32::MAX)) * 6.0
    }
}

fn viewport() -> Viewport {
    let reading = Direction::RightToLeft;
    Viewport { width: 1280.0, height: 440.0, reading, lane_scroll: 0.0, column_scroll: 0.0, selected: None, has_hijri: false }
}

fn scale(model: &Model) -> TimeScale {
    fitted_scale(model, &viewport().frames(Direction::RightToLeft, false), Direction::RightToLeft, &[])
}

/// From rows to what can be laid out.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn build(bencher: Bencher<'_, '_>, n: u32) {
    let table = table(n);
    bencher.bench_local(|| black_box(Model::of_table(black_box(&table), LaneGrouping::Actor, &Arrangement::default(), None)));
}

/// A frame somewhere else each time, at one of twelve zooms.
#[divan::bench(args = SIZES, sample_count = 200, sample_size = 1)]
fn lay_out(bencher: Bencher<'_, '_>, n: u32) {
    let model = Model::of_table(&table(n), LaneGrouping::Actor, &Arrangement::default(), None);
    let fitted = scale(&model);
    let (min_x, max_x) = fitted.x_range();
    let mut frame = 0_u32;
    bencher
        .with_inputs(|| {
            frame += 1;
            let mut scale = fitted.clone();
            let x = min_x + f64::from(frame * 37 % 997) / 997.0 * (max_x - min_x);
            scale.zoom_at(x, 2.0_f64.powi(i32::try_from(frame % 12).unwrap_or(0)));
            scale
        })
        .bench_local_values(|scale| black_box(layout(&model, &viewport(), &scale, &Letters, &Letters, None)));
}

/// A window without a screen that shows a table of events.
struct Window {
    ctx: Context,
    state: AppState,
    views: Views,
    commands: CommandSender,
    n_frames: u32,
}

/// Over the lanes.
const POINTER: Pos2 = pos2(640.0, 300.0);

impl Window {
    fn of(table: EventTable) -> Self {
        let ctx = Context::default();
        waqai::text::egui::install(&ctx);
        let mut state = AppState::new(I18n::new(Language::Arabic, None), Appearance::Light);
        let nothing = waqai::extract::extract(&Article::default(), &waqai::extract::Options::default());
        let document = Document { table: Some(Arc::new(table)), ..Document::new(1, Article::default(), nothing) };
        let mut tab = Tab::new(TabId(0), "events.csv".to_owned(), Origin::File("events.csv".into()));
        tab.document = Some(Arc::new(document));
        state.tabs.push(tab);
        state.update_browse();
        while let Some(task) = state.picture_task() {
            state.show_picture(&task.run());
        }
        let (commands, _) = CommandSender::pair();
        let mut window = Self { ctx, state, views: Views::default(), commands, n_frames: 0 };
        window.frame(vec![Event::PointerMoved(POINTER)]);
        window
    }

    /// A frame but for its painting: what was done to the window is laid out and listed.
    fn frame(&mut self, events: Vec<Event>) {
        self.n_frames += 1;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(1280.0, 800.0)));
        let time = Some(f64::from(self.n_frames) / 60.0);
        let mut input = RawInput { events, screen_rect, time, ..RawInput::default() };
        input.viewports.insert(input.viewport_id, ViewportInfo { native_pixels_per_point: Some(1.0), ..ViewportInfo::default() });
        let Self { ctx, state, views, commands, .. } = self;
        // There is no screen to bring the atlas to.
        ctx.run_ui(input, |ui| window_ui(ui, state, commands, views)).textures_delta.clear();
    }

    fn wheel(&mut self, notches: f32) {
        self.frame(vec![Event::MouseWheel {
            unit: MouseWheelUnit::Line,
            delta: vec2(0.0, notches),
            modifiers: Modifiers::NONE,
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
        }]);
    }
}

/// A frame of a drag, at one of the zooms that so many turns of the wheel lead to.
fn drag(bencher: Bencher<'_, '_>, n: u32, notches: u32) {
    let mut window = Window::of(table(n));
    (0..notches).for_each(|_| window.wheel(1.0));
    // The last turns run out.
    (0..30).for_each(|_| window.frame(Vec::new()));
    let (pos, button, modifiers) = (POINTER, PointerButton::Primary, Modifiers::NONE);
    window.frame(vec![Event::PointerButton { pos, button, pressed: true, modifiers }]);
    bencher.bench_local(|| {
        let x = POINTER.x + 350.0 * (window.n_frames as f32 / 25.0).sin();
        window.frame(vec![Event::PointerMoved(pos2(x, POINTER.y))]);
    });
}

#[divan::bench(args = SIZES, sample_count = 200, sample_size = 1)]
fn frame_dragged_closer(bencher: Bencher<'_, '_>, n: u32) {
    drag(bencher, n, 20);
}

#[divan::bench(args = SIZES, sample_count = 200, sample_size = 1)]
fn frame_dragged_close(bencher: Bencher<'_, '_>, n: u32) {
    drag(bencher, n, 8);
}

/// Sixty frames closer, sixty frames back.
#[divan::bench(args = SIZES, sample_count = 240, sample_size = 1)]
fn frame_zoomed(bencher: Bencher<'_, '_>, n: u32) {
    let mut window = Window::of(table(n));
    bencher.bench_local(|| window.wheel(if window.n_frames % 120 < 60 { 0.5 } else { -0.5 }));
}
