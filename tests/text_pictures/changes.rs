//! What is drawn after a change while running is what a fresh window draws.

use std::sync::Arc;

use eframe::egui::{Color32, ColorImage, Context, Vec2, vec2};
use waqai::base::Language;
use waqai::event::EventId;
use waqai::i18n::I18n;
use waqai::ui::command::CommandSender;
use waqai::ui::look;
use waqai::ui::state::{AppState, Appearance, Document};
use waqai::ui::tabs::{Origin, Tab, TabId};
use waqai::ui::window::{Views, window_ui};

use super::paint::{context, frame};

const SIZE: Vec2 = vec2(640.0, 480.0);

/// The window on the bundled article, with an event pointed at: to select one scrolls, to where it was before a change.
struct Window {
    ctx: Context,
    state: AppState,
    views: Views,
    sender: CommandSender,
}

impl Window {
    fn new(document: &Arc<Document>, appearance: Appearance) -> Self {
        let mut state = AppState::new(I18n::new(Language::Arabic, None), appearance);
        let tab = Tab::new(TabId(0), String::new(), Origin::Bundled);
        state.tabs.push(Tab { document: Some(document.clone()), hovered: Some(EventId(0)), ..tab });
        let (sender, _) = CommandSender::pair();
        Self { ctx: context(), state, views: Views::default(), sender }
    }

    /// The picture after the window has come to rest.
    fn picture(&mut self, scale: f32) -> ColorImage {
        let Self { ctx, state, views, sender } = self;
        look::apply(ctx, state.appearance);
        let mut next = || frame(ctx, SIZE, scale, Vec::new(), |ui| window_ui(ui, state, sender, views));
        for _ in 0..8 {
            next();
        }
        let last = next();
        last.picture(ctx, Color32::BLACK)
    }
}

/// How many pixels differ.
fn difference(a: &ColorImage, b: &ColorImage) -> usize {
    assert_eq!(a.size, b.size);
    a.pixels.iter().zip(&b.pixels).filter(|(a, b)| a != b).count()
}

#[test]
fn after_a_change_of_scale_or_appearance_all_is_drawn_as_in_a_fresh_window() {
    use Appearance::{Dark, Light};
    let article = waqai::reader::bundled();
    let extraction = waqai::extract::extract(&article, &waqai::extract::Options::default());
    let document = Arc::new(Document::new(1, article, extraction));
    let mut window = Window::new(&document, Light);
    for (scale, appearance) in [(1.0, Light), (1.5, Light), (2.0, Dark), (1.5, Dark), (1.0, Dark), (1.0, Light)] {
        window.state.appearance = appearance;
        let changed = window.picture(scale);
        let fresh = Window::new(&document, appearance).picture(scale);
        let ink = fresh.pixels.iter().filter(|pixel| **pixel != fresh.pixels[0]).count();
        assert!(ink > 1000, "there is something to be seen: {ink}");
        assert_eq!(difference(&changed, &fresh), 0, "{scale} {appearance:?}");
    }
}
