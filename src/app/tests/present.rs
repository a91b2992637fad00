//! Presenting by keys, as the window gets them.

use std::sync::Arc;

use eframe::egui::{Context, Key, RawInput, ViewportCommand};

use super::{command, frame, press, with_document};
use crate::app::core::Core;
use crate::base::Language;
use crate::i18n::I18n;
use crate::ui::command::{Command, UiCommand};
use crate::ui::present::Presenting;
use crate::ui::state::Appearance;
use crate::ui::testing;

fn presenting(language: Language) -> (Core, Context) {
    let (mut core, ctx) = (with_document(), Context::default());
    core.state.i18n = I18n::new(language, None);
    testing::settle(&mut core.state);
    frame(&mut core, &ctx, vec![press(Key::F11)]);
    frame(&mut core, &ctx, Vec::new());
    assert_eq!(place(&core), Some(1));
    (core, ctx)
}

fn place(core: &Core) -> Option<usize> {
    core.state.presenting.as_ref().map(|presenting| presenting.place().0)
}

#[test]
fn arrows_go_in_the_direction_of_reading_and_escape_leads_back_to_the_event() {
    for (language, forward, back) in
        [(Language::Arabic, Key::ArrowLeft, Key::ArrowRight), (Language::English, Key::ArrowRight, Key::ArrowLeft)]
    {
        let (mut core, ctx) = presenting(language);
        for (key, expected) in [(forward, 2), (forward, 3), (back, 2), (Key::End, 5), (forward, 5), (Key::Home, 1), (back, 1)] {
            frame(&mut core, &ctx, vec![press(key)]);
            assert_eq!(place(&core), Some(expected), "{language:?} {key:?}");
        }
        frame(&mut core, &ctx, vec![press(forward)]);
        let event = core.state.presenting.as_ref().and_then(Presenting::event);
        frame(&mut core, &ctx, vec![press(Key::Escape)]);
        assert_eq!((place(&core), core.state.selected()), (None, event));
        frame(&mut core, &ctx, vec![press(Key::P)]);
        assert_eq!(place(&core), Some(2), "it goes on where the selection is");
    }
}

#[test]
fn the_screen_is_filled_once_and_given_back() {
    let (mut core, ctx) = (with_document(), Context::default());
    testing::settle(&mut core.state);
    let screen = |core: &mut Core| {
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            core.logic(ui.ctx());
            core.ui(ui);
        });
        output.textures_delta.clear();
        let commands = output.viewport_output.into_values().flat_map(|viewport| viewport.commands);
        let filled = commands.filter_map(|command| match command {
            ViewportCommand::Fullscreen(filled) => Some(filled),
            _ => None,
        });
        filled.collect::<Vec<_>>()
    };
    assert!(screen(&mut core).is_empty());
    command(&mut core, Command::Ui(UiCommand::Present));
    assert_eq!(screen(&mut core), [true]);
    assert!(screen(&mut core).is_empty());
    command(&mut core, Command::Ui(UiCommand::Present));
    assert_eq!(screen(&mut core), [false]);
}

#[test]
fn what_cannot_be_seen_does_not_happen_and_looks_may_change() {
    let (mut core, _) = presenting(Language::Arabic);
    let events = core.state.document().expect("an article").extraction.events.len();
    for unseen in [UiCommand::DeleteEvent, UiCommand::NextLanes, UiCommand::ShowPalette, UiCommand::CloseTab] {
        command(&mut core, Command::Ui(unseen));
    }
    assert_eq!(core.state.document().expect("an article").extraction.events.len(), events);
    assert!(!core.views.palette.is_open() && place(&core).is_some());
    let before = core.state.appearance;
    command(&mut core, Command::Ui(UiCommand::SwitchTheme));
    assert_ne!(core.state.appearance, before);
    assert_eq!(core.state.appearance, Appearance::Dark);
}

#[test]
fn another_document_ends_it_and_a_window_without_events_does_not_begin() {
    let (mut core, ctx) = presenting(Language::Arabic);
    testing::show(&mut core.state, Arc::new(testing::document()));
    frame(&mut core, &ctx, Vec::new());
    assert_eq!(place(&core), None);
    let mut empty = super::core();
    command(&mut empty, Command::Ui(UiCommand::Present));
    assert_eq!(place(&empty), None);
}
