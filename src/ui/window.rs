//! The window: which panel stands where. The panels know nothing of each other.

use std::sync::Arc;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::article::{ArticleView, article_ui};
use super::card::{self, card_ui};
use super::command::CommandSender;
use super::direction::panel_at_end;
use super::empty::{drop_hint_ui, empty_ui};
use super::keys_window::keys_window_ui;
use super::look::Look;
use super::notices::{self, notices_ui};
use super::published_chip::PublishedView;
use super::state::{AppState, Document};
use super::status_bar::{self, status_bar_ui};
use super::timeline::{TimelineView, timeline_ui};
use super::top_bar::{self, top_bar_ui};
use crate::base::Direction;

/// The share of the height between the bars that the timeline has before it is moved.
const TIMELINE_SHARE: f32 = 0.55;
const LEAST_TIMELINE: f32 = 160.0;
const LEAST_LOWER_HALF: f32 = 140.0;

/// What the panels remember between frames.
#[derive(Debug, Default)]
pub struct Views {
    /// The timeline's.
    pub timeline: TimelineView,
    /// Whether the list of keys is shown.
    pub keys_open: bool,
    article: ArticleView,
    published: PublishedView,
}

/// Shows the whole window.
pub fn window_ui(ui: &mut Ui, state: &AppState, commands: &CommandSender, views: &mut Views) {
    let look = Look::of(state);
    let bar = look.panel(look.palette.panel, 16, 0);
    Panel::top("top-bar").exact_size(top_bar::HEIGHT).frame(bar).show(ui, |ui| {
        top_bar_ui(ui, state, commands, &mut views.published);
    });
    Panel::bottom("status-bar").exact_size(status_bar::HEIGHT).frame(bar).show(ui, |ui| {
        status_bar_ui(ui, state, commands);
    });
    if !notices::is_empty(state) {
        Panel::top("notices").frame(look.panel(look.palette.panel, 16, 8)).show(ui, |ui| notices_ui(ui, state, commands));
    }
    match &state.document {
        Some(document) => document_ui(ui, state, document, commands, views),
        None => {
            let ground = look.panel(look.palette.paper, 0, 0);
            CentralPanel::no_frame().frame(ground).show(ui, |ui| empty_ui(ui, state, commands));
        }
    }
    keys_window_ui(&ui.ctx().clone(), state, &mut views.keys_open);
    drop_hint_ui(ui, state);
}

fn document_ui(ui: &mut Ui, state: &AppState, document: &Arc<Document>, commands: &CommandSender, views: &mut Views) {
    let look = Look::of(state);
    let height = ui.available_height();
    let most = (height - LEAST_LOWER_HALF).max(LEAST_TIMELINE);
    Panel::top("timeline")
        .resizable(true)
        .default_size(height * TIMELINE_SHARE)
        .size_range(LEAST_TIMELINE..=most)
        .frame(look.panel(look.palette.panel, 0, 0))
        .show(ui, |ui| timeline_ui(ui, state, commands, &mut views.timeline));
    let width = ui.available_width();
    let card_frame = Frame { inner_margin: Margin::symmetric(18, 14), ..look.panel(look.palette.panel, 0, 0) };
    // One id for each side: the toolkit keeps the rectangle of a panel under it.
    let id = if look.direction == Direction::RightToLeft { "card-left" } else { "card-right" };
    panel_at_end(look.direction, id)
        .resizable(true)
        .default_size(card::WIDTH.min(width * 0.5))
        .size_range(240.0..=(width * 0.6).max(240.0))
        .frame(card_frame)
        .show(ui, |ui| card_ui(ui, state, document, commands));
    CentralPanel::no_frame().frame(look.panel(look.palette.paper, 0, 0)).show(ui, |ui| {
        article_ui(ui, state, document, commands, &mut views.article);
    });
}
