//! The window: which panel stands where. The panels know nothing of each other.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::{Align, CentralPanel, Layout, Panel, Rect, Ui, UiBuilder, Vec2, vec2};

use super::article::{ArticleView, article_ui};
use super::articles_bar::{self, articles_bar_ui};
use super::card::{self, CardView, card_ui};
use super::command::{Command, CommandSender, UiCommand};
use super::direction::rect_from_start;
use super::divider::{Run, divider_ui};
use super::empty::{drop_hint_ui, empty_ui};
use super::event_list::{EventListView, event_list_ui};
use super::event_menu;
use super::filter::{self, filter_bar_ui};
use super::keys_window::keys_window_ui;
use super::look::Look;
use super::notices::{self, notices_ui};
use super::palette::{PaletteView, palette_ui};
use super::pending::pending_ui;
use super::present::{PresentView, present_ui};
use super::state::{AppState, Document};
use super::status_bar::{self, status_bar_ui};
use super::tab_bar::{self, TabBarView, tab_bar_ui};
use super::table::{row_card_ui, table_ui};
use super::tabs::{Tab, TabId};
use super::theme::color;
use super::timeline::{TimelineView, timeline_ui};
use super::top_bar::{self, BarViews, top_bar_ui};
use super::work::Change;
use crate::event::Field;

/// The share of the height between the bars that the timeline has before it is moved.
const TIMELINE_SHARE: f32 = 0.55;
const LEAST_TIMELINE: f32 = 160.0;
const LEAST_LOWER_HALF: f32 = 140.0;
const LEAST_CARD: f32 = 240.0;
/// The card's largest share of the width: the article must stay readable.
const MOST_CARD: f32 = 0.45;
const CARD_MARGIN: Vec2 = vec2(18.0, 14.0);

/// What the panels remember between frames.
#[derive(Default)]
pub struct Views {
    /// Whether the list of keys is shown.
    pub keys_open: bool,
    /// Whether the list of recent files is to be opened.
    pub recent_wanted: bool,
    /// Whether the ways to read the file are to be opened.
    pub reading_wanted: bool,
    /// The command palette's.
    pub palette: PaletteView,
    present: PresentView,
    tabs: BTreeMap<TabId, TabViews>,
    tab_bar: TabBarView,
    split: Split,
}

/// What the panels remember of one article, also while another one is shown.
#[derive(Default)]
pub struct TabViews {
    /// The timeline's.
    pub timeline: TimelineView,
    list: EventListView,
    pub(super) card: CardView,
    pub(super) article: ArticleView,
    pub(super) bar: BarViews,
}

impl TabViews {
    /// Does what a key or a menu asks of the panels.
    pub fn apply(&mut self, command: UiCommand, state: &AppState, commands: &CommandSender) {
        match command {
            UiCommand::EditEvent => return self.card.wanted = Some(Field::When),
            UiCommand::AddEvent => {
                let selected = state.document().and_then(|document| self.article.selected_span(document));
                return commands.send(Command::Edit(Change::Add(selected)));
            }
            _ => {}
        }
        let is_of_list = state.browse.is_list() && self.list.apply(command, state, commands);
        if !is_of_list && !event_menu::apply(command, state, commands) {
            self.timeline.apply(command, state, commands);
        }
    }
}

impl Views {
    /// Those of a tab.
    pub fn of(&mut self, tab: TabId) -> &mut TabViews {
        self.tabs.entry(tab).or_default()
    }

    /// The same where it was shown.
    #[must_use]
    pub fn get(&self, tab: TabId) -> Option<&TabViews> {
        self.tabs.get(&tab)
    }
}

/// Shows the whole window.
pub fn window_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, views: &mut Views) {
    if let Some(presenting) = &state.presenting {
        return present_ui(ui, state, presenting, commands, &mut views.present);
    }
    views.present.end();
    let look = Look::of(state);
    let bar = look.panel(look.palette.panel, 16, 0);
    let reading_wanted = std::mem::take(&mut views.reading_wanted);
    Panel::top("top-bar").exact_size(top_bar::HEIGHT).frame(bar).show(ui, |ui| {
        let mut none = TabViews::default();
        let view = state.tabs.active().map(|tab| views.tabs.entry(tab.id).or_default()).unwrap_or(&mut none);
        top_bar_ui(ui, state, commands, &mut view.bar, &mut views.recent_wanted);
    });
    if tab_bar::is_needed(state) {
        let ground = look.panel(look.palette.soft, 0, 0);
        Panel::top("tab-bar").exact_size(tab_bar::HEIGHT).frame(ground).show(ui, |ui| {
            tab_bar_ui(ui, state, commands, &mut views.tab_bar);
        });
    }
    Panel::bottom("status-bar").exact_size(status_bar::HEIGHT).frame(bar).show(ui, |ui| {
        status_bar_ui(ui, state, commands, reading_wanted);
    });
    if !notices::is_empty(state) {
        Panel::top("notices").frame(look.panel(look.palette.panel, 16, 8)).show(ui, |ui| notices_ui(ui, state, commands));
    }
    if filter::is_shown(state) {
        Panel::top("filter-bar").frame(look.panel(look.palette.panel, 16, 6)).show(ui, |ui| filter_bar_ui(ui, state, commands));
    }
    views.tabs.retain(|id, _| state.tabs.position(*id).is_some());
    match state.tabs.active() {
        Some(tab @ Tab { document: Some(document), .. }) => document_ui(ui, state, tab, document, commands, views),
        tab => {
            let ground = look.panel(look.palette.paper, 0, 0);
            CentralPanel::no_frame().frame(ground).show(ui, |ui| match tab {
                Some(tab) => pending_ui(ui, state, tab, commands, reading_wanted),
                None => empty_ui(ui, state, commands),
            });
        }
    }
    keys_window_ui(&ui.ctx().clone(), state, &mut views.keys_open);
    palette_ui(&ui.ctx().clone(), state, commands, &mut views.palette);
    drop_hint_ui(ui, state);
}

/// The timeline above, the article and the card below, with movable lines between them.
fn document_ui(ui: &mut Ui, state: &AppState, tab: &Tab, document: &Arc<Document>, commands: &CommandSender, views: &mut Views) {
    let look = Look::of(state);
    let all = ui.available_rect_before_wrap();
    let parts = Parts::of(all, look, &views.split);
    ui.painter().rect_filled(parts.article, 0.0, color(look.palette.paper));
    ui.painter().rect_filled(parts.card, 0.0, color(look.palette.panel));
    let (id, view) = (tab.id, views.of(tab.id));
    if state.browse.is_list() {
        within(ui, ("list", id), parts.timeline, |ui| event_list_ui(ui, state, commands, &mut view.list));
    } else {
        within(ui, ("timeline", id), parts.timeline, |ui| timeline_ui(ui, state, commands, &mut view.timeline));
    }
    let (bar, article) = parts.article.split_top_bottom_at_y(parts.article.top() + articles_bar_height(tab));
    if bar.height() > 0.0 {
        within(ui, ("articles-bar", id), bar, |ui| articles_bar_ui(ui, state, tab, commands));
        ui.painter().hline(bar.x_range(), bar.bottom(), look.hairline());
    }
    within(ui, ("article", id), article, |ui| match &document.table {
        Some(table) => table_ui(ui, state, document, table),
        None => article_ui(ui, state, document, commands, &mut view.article),
    });
    within(ui, ("card", id), parts.card.shrink2(CARD_MARGIN), |ui| match &document.table {
        Some(table) => row_card_ui(ui, state, document, table),
        None => card_ui(ui, state, document, commands, &mut view.card),
    });
    dividers_ui(ui, state, all, parts, &mut views.split);
    ui.advance_cursor_after_rect(all);
}

/// A file with one article has nothing to choose from.
fn articles_bar_height(tab: &Tab) -> f32 {
    if tab.articles.len() > 1 { articles_bar::HEIGHT } else { 0.0 }
}

fn within(ui: &mut Ui, id: (&'static str, TabId), rect: Rect, contents: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().id_salt(id).max_rect(rect).layout(Layout::top_down(Align::Min)), |ui| {
        ui.shrink_clip_rect(rect);
        contents(ui);
    });
}

fn dividers_ui(ui: &Ui, state: &AppState, all: Rect, parts: Parts, split: &mut Split) {
    let look = Look::of(state);
    let below = Rect::from_min_max(parts.timeline.left_bottom(), parts.timeline.right_bottom());
    let name = state.i18n.text("divider-timeline");
    let down = divider_ui(ui, look, below, Run::Across, "divider-timeline", &name);
    if down != 0.0 {
        split.timeline = (parts.timeline.height() + down) / all.height().max(1.0);
    }
    let edge = if look.direction.is_rtl() { parts.card.right() } else { parts.card.left() };
    let beside = Rect::from_x_y_ranges(edge..=edge, parts.card.y_range());
    let name = state.i18n.text("divider-card");
    let right = divider_ui(ui, look, beside, Run::Down, "divider-card", &name);
    if right != 0.0 {
        split.card = if look.direction.is_rtl() { parts.card.width() + right } else { parts.card.width() - right };
    }
}

/// How the window is divided.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Split {
    /// The timeline's share of the height between the bars.
    timeline: f32,
    /// The card's width in points.
    card: f32,
}

impl Default for Split {
    fn default() -> Self {
        Self { timeline: TIMELINE_SHARE, card: card::WIDTH }
    }
}

/// Where the three panels stand.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Parts {
    timeline: Rect,
    article: Rect,
    card: Rect,
}

impl Parts {
    fn of(all: Rect, look: Look, split: &Split) -> Self {
        let most = (all.height() - LEAST_LOWER_HALF).max(LEAST_TIMELINE);
        let height = (all.height() * split.timeline).clamp(LEAST_TIMELINE, most).round();
        let (timeline, below) = all.split_top_bottom_at_y(all.top() + height);
        let width = split.card.clamp(LEAST_CARD, (all.width() * MOST_CARD).max(LEAST_CARD)).round();
        let card = rect_from_start(below, look.direction, below.width() - width, 0.0, width, below.height());
        let article = rect_from_start(below, look.direction, 0.0, 0.0, below.width() - width, below.height());
        Self { timeline, article, card }
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::{pos2, vec2};

    use super::*;
    use crate::base::Language;
    use crate::ui::testing;

    fn parts(language: Language, size: (f32, f32), split: Split) -> Parts {
        let all = Rect::from_min_size(pos2(0.0, 52.0), vec2(size.0, size.1));
        Parts::of(all, Look::of(&testing::empty_state(language)), &split)
    }

    #[test]
    fn the_panels_fill_the_window_and_do_not_overlap() {
        for language in Language::ALL {
            for size in [(800.0, 480.0), (1280.0, 720.0), (2560.0, 1300.0), (300.0, 200.0)] {
                for split in [Split::default(), Split { timeline: 0.0, card: 0.0 }, Split { timeline: 2.0, card: 9000.0 }] {
                    let parts = parts(language, size, split);
                    assert!(!parts.article.shrink(0.5).intersects(parts.card.shrink(0.5)), "{parts:?}");
                    assert_eq!(parts.article.width() + parts.card.width(), size.0, "{parts:?}");
                    assert_eq!(parts.timeline.bottom(), parts.card.top());
                    assert!(parts.timeline.height() >= LEAST_TIMELINE);
                }
            }
        }
    }

    #[test]
    fn the_card_stands_at_the_end() {
        let arabic = parts(Language::Arabic, (1280.0, 720.0), Split::default());
        let english = parts(Language::English, (1280.0, 720.0), Split::default());
        assert_eq!((arabic.card.left(), arabic.card.right()), (0.0, 420.0));
        assert_eq!((english.card.left(), english.card.right()), (860.0, 1280.0));
        assert_eq!(arabic.timeline.height(), (720.0 * TIMELINE_SHARE).round());
    }
}
