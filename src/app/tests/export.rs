//! Handing on what is shown, as a person does it.

use std::fs;
use std::path::Path;

use eframe::egui::{Context, OutputCommand, RawInput};

use super::command;
use super::editing::{self, Folder};
use crate::app::core::Core;
use crate::app::event::AppEvent;
use crate::app::export::Handing;
use crate::base::Language;
use crate::event::{Certainty, Event};
use crate::export::Format;
use crate::timeline::filter::{Condition, Others};
use crate::ui::browse::Change;
use crate::ui::command::{Command, UiCommand};

fn asked(core: &mut Core, how: UiCommand) -> Handing {
    command(core, Command::Ui(how));
    core.export_wanted.take().expect("a place is asked for")
}

fn export(core: &mut Core, how: UiCommand, path: &Path) -> String {
    core.state.notices.clear();
    let handing = asked(core, how);
    core.apply(AppEvent::ExportChosen(Box::new(handing), Some(path.to_owned())));
    editing::wait(core, |core| !core.state.notices.is_empty());
    core.state.notices[0].message.key.to_string()
}

#[test]
fn every_form_is_written_from_the_window_and_that_is_said() {
    let folder = Folder::new("export");
    let mut core = editing::opened(&folder);
    for format in Format::ALL {
        let path = folder.file(&format!("وقائع.{}", format.ending()));
        assert_eq!(export(&mut core, UiCommand::Export, &path), "export-done", "{format:?}");
        assert!(fs::metadata(&path).expect("a file").len() > 20, "{format:?}");
        assert_eq!(core.last_export, format);
    }
    assert_eq!(core.settings.folder.as_deref(), path_text(&folder.0));
}

fn path_text(path: &Path) -> Option<&str> {
    path.to_str()
}

#[test]
fn a_slide_that_cannot_be_is_told() {
    let folder = Folder::new("left-out");
    let mut core = editing::opened(&folder);
    export(&mut core, UiCommand::Export, &folder.file("a.ics"));
    editing::wait(&mut core, |core| core.state.notices.len() == 2);
    assert_eq!(core.state.notices[1].message.key, "export-no-day");
    assert!(core.state.notices.iter().all(|notice| !notice.is_alarm));
}

#[test]
fn what_is_in_view_leaves_out_what_is_hidden_and_all_does_not() {
    let folder = Folder::new("in-view");
    let mut core = editing::opened(&folder);
    crate::ui::testing::settle(&mut core.state);
    let exact = |event: &&Event| event.when.certainty == Certainty::Exact;
    let events = &core.state.document().expect("an article").extraction.events;
    let (n_all, n_exact) = (events.len(), events.iter().filter(exact).count());
    assert!(0 < n_exact && n_exact < n_all);
    command(&mut core, Command::Browse(Change::Toggle(Condition::Certainty(Certainty::Exact))));
    command(&mut core, Command::Browse(Change::SetOthers(Others::Hidden)));
    crate::ui::testing::settle(&mut core.state);
    let count = |core: &mut Core, how: UiCommand, name: &str| {
        export(core, how, &folder.file(name));
        let lines = fs::read_to_string(folder.file(name)).expect("a file").lines().count();
        // One line is the head.
        lines - 1
    };
    assert_eq!(count(&mut core, UiCommand::Export, "all.csv"), n_all);
    assert_eq!(count(&mut core, UiCommand::ExportView, "view.csv"), n_exact);
}

#[test]
fn a_name_without_a_form_and_a_place_that_cannot_be_written_are_told_and_nothing_is_lost() {
    let folder = Folder::new("export-wrong");
    let mut core = editing::opened(&folder);
    assert_eq!(export(&mut core, UiCommand::Export, &folder.file("a.docx")), "export-which");
    assert!(editing::offered(&core, "command-export").is_some());
    assert_eq!(export(&mut core, UiCommand::Export, &folder.file("no/such/a.csv")), "export-error");
    let path = folder.file("a.csv");
    fs::write(&path, "before").expect("a file");
    let mut permissions = fs::metadata(&path).expect("a file").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("a mode");
    assert_eq!(export(&mut core, UiCommand::Export, &path), "export-error");
    assert_eq!(editing::reason(&core), "save-error-permission");
    assert_eq!(fs::read(&path).expect("a file"), b"before");
}

#[test]
fn a_dialog_that_is_open_or_given_up_asks_and_writes_nothing() {
    let folder = Folder::new("export-given-up");
    let mut core = editing::opened(&folder);
    core.dialog_open = true;
    command(&mut core, Command::Ui(UiCommand::Export));
    assert!(core.export_wanted.is_none());
    core.dialog_open = false;
    let handing = asked(&mut core, UiCommand::Export);
    core.apply(AppEvent::ExportChosen(Box::new(handing), None));
    assert!(core.state.notices.is_empty());
}

#[test]
fn the_chronology_reaches_the_clipboard_with_its_sentences() {
    let folder = Folder::new("chronology");
    let mut core = editing::opened(&folder);
    core.state.i18n = crate::i18n::I18n::new(Language::English, None);
    command(&mut core, Command::Ui(UiCommand::CopyChronology));
    let ctx = Context::default();
    crate::text::egui::install(&ctx);
    let end = std::time::Instant::now() + editing::PATIENCE;
    let copied = loop {
        assert!(std::time::Instant::now() < end, "nothing was copied");
        let mut output = ctx.run_ui(RawInput::default(), |ui| core.logic(ui.ctx()));
        output.textures_delta.clear();
        let text = output.platform_output.commands.into_iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text),
            _ => None,
        });
        if let Some(text) = text {
            break text;
        }
    };
    for event in &core.state.document().expect("an article").extraction.events {
        let sentence = event.mention.sentence.of(&core.state.document().expect("an article").article.text);
        assert!(copied.contains(&event.title) && copied.contains(sentence.trim()), "{copied}");
    }
    assert_eq!(core.state.notices.last().map(|notice| notice.message.key.as_ref()), Some("copied-chronology"));
}

#[test]
fn the_picture_reaches_the_clipboard_or_says_why_not() {
    let folder = Folder::new("picture");
    let mut core = editing::opened(&folder);
    core.picture_to_clipboard = |pixels| {
        let has_size = pixels.width > 1000 && pixels.rgba.len() == pixels.width as usize * pixels.height as usize * 4;
        // A picture of something has more than one colour.
        let is_drawn = pixels.rgba.chunks(4).any(|pixel| pixel != &pixels.rgba[..4]);
        if has_size && is_drawn { Ok(()) } else { Err("no picture".to_owned()) }
    };
    command(&mut core, Command::Ui(UiCommand::CopyPicture));
    editing::wait(&mut core, |core| !core.state.notices.is_empty());
    assert_eq!(core.state.notices[0].message.key, "copied-picture");
    core.picture_to_clipboard = |_| Err("no clipboard".to_owned());
    command(&mut core, Command::Ui(UiCommand::CopyPicture));
    editing::wait(&mut core, |core| core.state.notices.len() == 2);
    assert_eq!(core.state.notices[1].message.key, "copy-failed");
}
