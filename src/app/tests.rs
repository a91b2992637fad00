//! The application driven as its window drives it.

mod articles;
mod editing;
mod editing_many;
mod export;
mod full_disk;
mod killed;
mod present;
mod view;

use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{Context, Event, Key, Modifiers, RawInput};

use super::core::Core;
use super::event::{AppEvent, DialogOutcome};
use super::fonts::FontSearch;
use super::settings::Region;
use super::title::window_title;
use crate::base::{Direction, Language, Message};
use crate::event::EventId;
use crate::text::FontFile;
use crate::ui::command::{Command, UiCommand};
use crate::ui::state::{Appearance, LaneGrouping};
use crate::ui::testing;

/// An application without a window.
pub(super) fn core() -> Core {
    Core::new(Region { language: Language::Arabic, region: None }, None, || None)
}

fn with_document() -> Core {
    let mut core = core();
    testing::show(&mut core.state, Arc::new(testing::document()));
    core
}

pub(super) fn command(core: &mut Core, command: Command) {
    core.apply(AppEvent::Command(command));
}

/// One frame: what the system sends, the logic, the window.
fn frame(core: &mut Core, ctx: &Context, events: Vec<Event>) {
    let mut raw = RawInput { events, ..RawInput::default() };
    core.input(ctx, &mut raw);
    let mut output = ctx.run_ui(raw, |ui| {
        core.logic(ui.ctx());
        core.ui(ui);
    });
    // Nothing is drawn here.
    output.textures_delta.clear();
}

fn press(key: Key) -> Event {
    Event::Key { key, physical_key: Some(key), pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

#[test]
fn keys_and_pastes_reach_the_state() {
    let (mut core, ctx) = (with_document(), Context::default());
    core.state.select(Some(EventId(0)));
    frame(&mut core, &ctx, vec![press(Key::R)]);
    assert_eq!(core.state.time_direction, Direction::LeftToRight);
    frame(&mut core, &ctx, vec![press(Key::Escape)]);
    assert_eq!(core.state.selected(), None);
    frame(&mut core, &ctx, vec![Event::Paste("وصل الوفد أمس.".to_owned())]);
    core.wait_for_first(Duration::from_secs(20));
    assert_eq!(core.state.document().map(|document| document.article.text.as_str()), Some("وصل الوفد أمس."));
}

#[test]
fn a_letter_that_no_font_has_is_looked_for_and_what_is_found_is_used() {
    let (mut core, ctx) = (with_document(), Context::default());
    crate::text::egui::install(&ctx);
    frame(&mut core, &ctx, Vec::new());
    assert!(matches!(core.fonts, FontSearch::Idle), "{:?}", core.fonts);
    let mut document = testing::document();
    document.article.text.push_str("क\n");
    testing::show(&mut core.state, Arc::new(document));
    for _ in 0..2 {
        frame(&mut core, &ctx, Vec::new());
    }
    // What this machine has is not ours to know; what was found first is used first.
    assert!(!matches!(core.fonts, FontSearch::Idle));
    let before = crate::text::egui::fonts_generation(&ctx);
    let font = FontFile { bytes: Arc::new(include_bytes!("../../tests/text/StandIn.ttf")), index: 0 };
    core.apply(AppEvent::FontsFound(vec![font]));
    for _ in 0..2 {
        frame(&mut core, &ctx, Vec::new());
    }
    assert!(crate::text::egui::fonts_generation(&ctx) > before);
}

#[test]
fn escape_closes_the_list_of_keys_before_it_clears_the_selection() {
    let mut core = with_document();
    core.state.select(Some(EventId(0)));
    command(&mut core, Command::Ui(UiCommand::ShowKeys));
    assert!(core.views.keys_open);
    command(&mut core, Command::Ui(UiCommand::Escape));
    assert!(!core.views.keys_open && core.state.selected().is_some());
    command(&mut core, Command::Ui(UiCommand::Escape));
    assert_eq!(core.state.selected(), None);
}

#[test]
fn an_empty_clipboard_is_told() {
    let (mut core, ctx) = (core(), Context::default());
    command_by_queue(&mut core, UiCommand::Paste);
    for _ in 0..6 {
        frame(&mut core, &ctx, Vec::new());
    }
    assert_eq!(core.state.notices.last().map(|notice| notice.message.key.as_ref()), Some("paste-empty"));
}

#[test]
fn a_clipboard_that_answers_is_not_called_empty() {
    let (mut core, ctx) = (core(), Context::default());
    command_by_queue(&mut core, UiCommand::Paste);
    frame(&mut core, &ctx, Vec::new());
    frame(&mut core, &ctx, vec![Event::Paste("خبر".to_owned())]);
    for _ in 0..6 {
        frame(&mut core, &ctx, Vec::new());
    }
    assert!(core.state.notices.is_empty());
}

fn command_by_queue(core: &mut Core, command: UiCommand) {
    core.commands.send_ui(command);
}

#[test]
fn nothing_named_shows_the_bundled_article() {
    let mut core = core();
    core.open_at_start(Vec::new());
    core.wait_for_first(Duration::from_secs(60));
    assert!(core.state.document().is_some_and(|document| document.article.text == crate::reader::bundled().text));
}

#[test]
fn the_same_notice_is_not_said_twice_and_the_oldest_makes_room() {
    let mut core = core();
    for key in ["a", "b", "a", "c", "d"] {
        core.notify(Message::new(key));
    }
    let keys: Vec<_> = core.state.notices.iter().map(|notice| notice.message.key.as_ref()).collect();
    assert_eq!(keys, ["a", "c", "d"]);
    command(&mut core, Command::DismissNotice(1));
    command(&mut core, Command::DismissNotice(9));
    assert_eq!(core.state.notices.len(), 2);
}

#[test]
fn events_that_do_not_exist_are_not_selected() {
    let mut core = with_document();
    command(&mut core, Command::Select(Some(EventId(99))));
    assert_eq!(core.state.selected(), None);
    command(&mut core, Command::Select(Some(EventId(1))));
    assert_eq!(core.state.selected(), Some(EventId(1)));
}

#[test]
fn a_missing_dialog_is_told_and_a_cancelled_one_is_not() {
    let mut core = core();
    command(&mut core, Command::Ui(UiCommand::Open));
    assert!(core.dialog_wanted);
    core.apply(AppEvent::DialogClosed(DialogOutcome::Cancelled));
    assert!(core.state.notices.is_empty());
    core.apply(AppEvent::DialogClosed(DialogOutcome::Unavailable));
    assert_eq!(core.state.notices[0].message.key, "dialog-unavailable");
}

#[test]
fn a_word_makes_room_before_what_waits_for_an_answer() {
    let mut core = core();
    core.offer(Message::new("unsaved-left"), vec![("unsaved-open", Command::GiveUp("a".into()))]);
    for key in ["copied-picture", "copied-chronology", "export-done"] {
        core.tell(Message::new(key));
    }
    let keys: Vec<_> = core.state.notices.iter().map(|notice| notice.message.key.to_string()).collect();
    assert_eq!(keys, ["unsaved-left", "copied-chronology", "export-done"]);
    for path in ["b", "c", "d"] {
        core.offer(Message::new("unsaved-left").with_text("title", path), vec![("unsaved-open", Command::GiveUp(path.into()))]);
    }
    assert_eq!(core.state.notices.len(), 3, "the oldest makes room where all wait");
}

#[test]
fn the_missing_dialog_for_saving_is_told_in_other_words() {
    let mut core = core();
    core.apply(AppEvent::DialogClosed(DialogOutcome::Nowhere));
    assert_eq!(core.state.notices[0].message.key, "dialog-unavailable-save");
}

#[test]
fn a_second_dialog_is_not_opened_over_the_first() {
    let mut core = core();
    core.dialog_open = true;
    command(&mut core, Command::Ui(UiCommand::Open));
    assert!(!core.dialog_wanted);
}

#[test]
fn time_follows_the_language_until_it_is_turned_round() {
    let mut core = core();
    assert_eq!(core.state.time_direction, Direction::RightToLeft);
    command(&mut core, Command::Ui(UiCommand::SwitchLanguage));
    assert_eq!((core.state.i18n.language(), core.state.time_direction), (Language::English, Direction::LeftToRight));
    command(&mut core, Command::Ui(UiCommand::ReverseTime));
    command(&mut core, Command::Ui(UiCommand::SwitchLanguage));
    command(&mut core, Command::Ui(UiCommand::SwitchLanguage));
    assert_eq!(core.state.time_direction, Direction::RightToLeft);
}

#[test]
fn a_chosen_appearance_no_longer_follows_the_system() {
    let (mut core, ctx) = (core(), Context::default());
    command(&mut core, Command::Ui(UiCommand::SwitchTheme));
    frame(&mut core, &ctx, Vec::new());
    assert_eq!(core.state.appearance, Appearance::Dark);
}

#[test]
fn the_window_is_named_after_its_article() {
    let core = with_document();
    let title = core.state.document().and_then(|document| document.extraction.title.clone()).expect("a title");
    let expected = core.state.i18n.message(&Message::new("window-title").with_text("title", title));
    assert_eq!(window_title(&core.state), crate::i18n::without_isolates(&expected));
}

#[test]
fn what_is_opened_comes_with_its_picture_and_later_ones_are_made_by_a_worker_while_it_stays() {
    let (mut core, ctx) = (core(), Context::default());
    command(&mut core, Command::OpenText("زار الوفد بيروت في 3 مايو 2024. وقصفت القوات المدينة في 5 مايو 2024.".to_owned()));
    core.wait_for_first(Duration::from_secs(20));
    core.state.update_browse();
    assert!(core.state.picture_task().is_none(), "it came with its picture");
    let model = |core: &Core| core.state.pictured().map(|pictured| pictured.picture.model.clone()).expect("a picture");
    let first = model(&core);
    command(&mut core, Command::SetLanes(LaneGrouping::None));
    assert!(Arc::ptr_eq(&model(&core), &first), "the old one is shown until the new one is there");
    assert!(core.state.picture_task().is_some(), "which is still to be made");
    frame(&mut core, &ctx, Vec::new());
    while Arc::ptr_eq(&model(&core), &first) {
        let made = core.queue.wait(Duration::from_secs(20)).expect("a worker answers");
        core.apply(made);
    }
    assert_eq!(model(&core).lanes().len(), 1);
    assert!(core.state.picture_task().is_none());
}
