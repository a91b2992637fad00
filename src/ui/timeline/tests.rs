//! Tests of the panel, without a window.

use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use eframe::egui::{Event as Input, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, TouchPhase, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{TimelineView, timeline_ui};
use crate::article::Article;
use crate::base::{Direction, Language};
use crate::event::{EventId, Extraction};
use crate::i18n::I18n;
use crate::timeline::sample::{article, extraction, on, undated};
use crate::ui::command::{Command, CommandSender, UiCommand};
use crate::ui::state::{AppState, Appearance, Document, LaneGrouping};

/// What the application would hold.
struct Bench {
    state: AppState,
    view: TimelineView,
    sender: CommandSender,
    commands: Receiver<Command>,
}

fn document(extraction: Extraction, generation: u64) -> Arc<Document> {
    Arc::new(Document { generation, article: Article::default(), extraction, elapsed: Duration::ZERO, file_date: None })
}

fn bench(extraction: Extraction, language: Language, time: Direction) -> Bench {
    let (sender, commands) = CommandSender::pair();
    let state = AppState {
        document: Some(document(extraction, 1)),
        selected: None,
        hovered: None,
        notices: Vec::new(),
        i18n: I18n::new(language, None),
        appearance: Appearance::Light,
        time_direction: time,
        lanes: LaneGrouping::Actor,
        opening: None,
    };
    Bench { state, view: TimelineView::default(), sender, commands }
}

fn harness(bench: Bench) -> Harness<'static, Bench> {
    let paint = |ui: &mut eframe::egui::Ui, bench: &mut Bench| {
        timeline_ui(ui, &bench.state, &bench.sender, &mut bench.view);
    };
    let mut harness = Harness::builder().with_size(vec2(1280.0, 392.0)).allow_missing_glyphs().build_ui_state(paint, bench);
    harness.run();
    harness
}

fn rtl() -> Harness<'static, Bench> {
    harness(bench(article(), Language::Arabic, Direction::RightToLeft))
}

/// The commands that were sent, without those of hovering.
fn sent(harness: &Harness<'_, Bench>) -> Vec<Command> {
    harness.state().commands.try_iter().filter(|command| !matches!(command, Command::Hover(_))).collect()
}
