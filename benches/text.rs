//! How long text takes: `cargo bench --bench text`.
//!
//! The article is the bundled one in the article's face at 18 points and 640 points of width, unless a name says otherwise.

use std::sync::Arc;

use divan::{Bencher, black_box};
use eframe::egui::{
    Color32, Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase, Ui, Vec2, ViewportInfo,
    pos2,
};
use waqai::article::{Article, paragraphs};
use waqai::base::Language;
use waqai::event::Extraction;
use waqai::i18n::I18n;
use waqai::text::egui::{Face, TextSpec, TextStyle, Wrap, install, layout};
use waqai::text::inspect::Inspector;
use waqai::ui::command::CommandSender;
use waqai::ui::state::{AppState, Appearance, Document};
use waqai::ui::tabs::{Origin, Tab, TabId};
use waqai::ui::window::{Views, window_ui};

const WIDTH: f32 = 640.0;
const SIZE: f32 = 18.0;

fn main() {
    divan::main();
}

fn article() -> String {
    waqai::reader::bundled().text
}

/// At least a megabyte, in paragraphs of the bundled article.
fn megabyte() -> String {
    let article = article() + "\n";
    article.repeat(1_000_000 / article.len() + 1)
}

fn context() -> Context {
    let ctx = Context::default();
    install(&ctx);
    ctx
}

fn pass(ctx: &Context, add: impl FnMut(&mut Ui)) {
    pass_with(ctx, Vec::new(), add);
}

fn pass_with(ctx: &Context, events: Vec<Event>, add: impl FnMut(&mut Ui)) {
    let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(1280.0, 800.0)));
    let mut input = RawInput { events, screen_rect, ..RawInput::default() };
    input.viewports.insert(input.viewport_id, ViewportInfo { native_pixels_per_point: Some(1.0), ..ViewportInfo::default() });
    // There is no screen to bring the atlas to.
    ctx.run_ui(input, add).textures_delta.clear();
}

fn style(color: Color32) -> TextStyle {
    TextStyle { face: Face::Article, size: SIZE, bold: false, color, line_height: 1.75 }
}

/// Lays all paragraphs out, as the article's panel does.
fn lay_out(ui: &Ui, text: &str, color: Color32) {
    for span in paragraphs(text) {
        let spec = TextSpec::line(span.of(text), style(color)).wrapped(Wrap::At(WIDTH));
        black_box(layout(ui.ctx(), &spec));
    }
}

/// Bidi, shaping and line breaking, and nothing of egui.
#[divan::bench]
fn shape_and_break(bencher: Bencher<'_, '_>) {
    let text = article();
    let mut inspector = Inspector::bundled();
    bencher.bench_local(|| {
        inspector.forget();
        black_box(inspector.n_lines(&text, Face::Article, SIZE, Some(WIDTH)))
    });
}

/// The same of a megabyte in one piece.
#[divan::bench(sample_count = 5)]
fn shape_and_break_megabyte(bencher: Bencher<'_, '_>) {
    let text = megabyte();
    let mut inspector = Inspector::bundled();
    bencher.bench_local(|| {
        inspector.forget();
        black_box(inspector.n_lines(&text, Face::Article, SIZE, Some(WIDTH)))
    });
}

/// Lines and galleys of shaped paragraphs, with their glyphs in the atlas: another colour each time, so that no galley is kept.
#[divan::bench]
fn build_galleys(bencher: Bencher<'_, '_>) {
    let (ctx, text) = (context(), article());
    pass(&ctx, |ui| lay_out(ui, &text, Color32::BLACK));
    let mut shade = 0_u8;
    // One pass for all samples: what is measured is in it.
    let mut bencher = Some(bencher);
    pass(&ctx, |ui| {
        let Some(bencher) = bencher.take() else { return };
        bencher.bench_local(|| {
            shade = shade.wrapping_add(1);
            lay_out(ui, &text, Color32::from_rgb(shade, shade / 2, 7));
        });
    });
}

/// What was shown in the frame before.
#[divan::bench]
fn show_again(bencher: Bencher<'_, '_>) {
    let (ctx, text) = (context(), article());
    pass(&ctx, |ui| lay_out(ui, &text, Color32::BLACK));
    bencher.bench_local(|| pass(&ctx, |ui| lay_out(ui, &text, Color32::BLACK)));
}

/// All of it for the first time: no font was read, no glyph drawn.
#[divan::bench(sample_count = 20)]
fn first_pass(bencher: Bencher<'_, '_>) {
    let text = article();
    bencher.with_inputs(context).bench_local_values(|ctx| {
        pass(&ctx, |ui| lay_out(ui, &text, Color32::BLACK));
        ctx
    });
}

struct Window {
    ctx: Context,
    state: AppState,
    views: Views,
    sender: CommandSender,
}

impl Window {
    fn new(text: String, extraction: Extraction) -> Self {
        let article = Article { text, ..Article::default() };
        let document = Arc::new(Document::new(1, article, extraction));
        let mut state = AppState::new(I18n::new(Language::Arabic, None), Appearance::Light);
        let tab = Tab::new(TabId(0), String::new(), Origin::Bundled);
        state.tabs.push(Tab { document: Some(document), ..tab });
        let (sender, _) = CommandSender::pair();
        Self { ctx: context(), state, views: Views::default(), sender }
    }

    /// A text of which nothing is told but what it says.
    fn of_text(text: String) -> Self {
        let mut extraction = waqai::extract::extract(&waqai::reader::bundled(), &waqai::extract::Options::default());
        extraction.timexes.clear();
        extraction.events.clear();
        extraction.tlinks.clear();
        extraction.headings.clear();
        extraction.page_lines.clear();
        extraction.title = None;
        Self::new(text, extraction)
    }

    fn of_bundled() -> Self {
        let article = waqai::reader::bundled();
        let extraction = waqai::extract::extract(&article, &waqai::extract::Options::default());
        Self::new(article.text, extraction)
    }

    fn pass(&mut self) {
        self.pass_with(Vec::new());
    }

    fn pass_with(&mut self, events: Vec<Event>) {
        pass_with(&self.ctx, events, |ui| window_ui(ui, &self.state, &self.sender, &mut self.views));
    }

    /// A frame in which the wheel was turned over the article.
    fn scroll(&mut self) {
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: Vec2::new(0.0, -200.0),
            modifiers: Modifiers::NONE,
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
        };
        self.pass_with(vec![Event::PointerMoved(pos2(900.0, 650.0)), wheel]);
    }
}

/// A frame of the whole window in which nothing has changed.
#[divan::bench]
fn window_again(bencher: Bencher<'_, '_>) {
    let mut window = Window::of_bundled();
    for _ in 0..5 {
        window.pass();
    }
    bencher.bench_local(|| window.pass());
}

/// A megabyte in one shape or another.
#[derive(Debug, Clone, Copy)]
enum Megabyte {
    Paragraphs,
    OneParagraph,
    NoSpaces,
    ShortLines,
}

const MEGABYTES: [Megabyte; 4] = [Megabyte::Paragraphs, Megabyte::OneParagraph, Megabyte::NoSpaces, Megabyte::ShortLines];

impl Megabyte {
    fn window(self) -> Window {
        let text = megabyte();
        Window::of_text(match self {
            Self::Paragraphs => text,
            Self::OneParagraph => text.replace('\n', " "),
            Self::NoSpaces => text.replace(char::is_whitespace, ""),
            Self::ShortLines => text.split_whitespace().collect::<Vec<_>>().join("\n"),
        })
    }
}

/// The first frame of an article of a megabyte.
#[divan::bench(args = MEGABYTES, sample_count = 10)]
fn open_megabyte(bencher: Bencher<'_, '_>, shape: Megabyte) {
    bencher.with_inputs(|| shape.window()).bench_local_values(|mut window| {
        window.pass();
        window
    });
}

/// The frames after it, while paragraphs out of view are being measured.
#[divan::bench(args = MEGABYTES, sample_count = 100, sample_size = 1)]
fn frame_of_megabyte(bencher: Bencher<'_, '_>, shape: Megabyte) {
    let mut window = shape.window();
    window.pass();
    bencher.bench_local(|| window.pass());
}

/// Frames in which it is scrolled by half a screen each, from the first on.
#[divan::bench(args = MEGABYTES, sample_count = 200, sample_size = 1)]
fn scroll_megabyte(bencher: Bencher<'_, '_>, shape: Megabyte) {
    let mut window = shape.window();
    window.pass();
    bencher.bench_local(|| {
        window.scroll();
    });
}
